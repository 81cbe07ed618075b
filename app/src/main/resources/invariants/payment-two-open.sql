-- Orders with two attempts to pay open at once.
select order_id, count(*) as attempts
from payment
where state in ('CREATED', 'OPEN')
group by order_id
having count(*) > 1
