-- Fulfilled orders with a certificate that is still owed (R6).
select o.number, i.id
from renewal_order o
join order_item i on i.order_id = o.id
where o.state = 'FULFILLED' and i.state not in ('RENEWED', 'SETTLED', 'REFUNDED')
