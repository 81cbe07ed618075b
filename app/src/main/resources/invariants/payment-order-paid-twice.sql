-- Orders with two successful payments that were not refunded.
select order_id, count(*) as payments
from payment
where state = 'SUCCEEDED'
group by order_id
having count(*) > 1
