-- Orders with two invoices issued and standing.
select order_id, count(*) as invoices
from invoice
where state in ('ISSUED', 'DELIVERED')
group by order_id
having count(*) > 1
