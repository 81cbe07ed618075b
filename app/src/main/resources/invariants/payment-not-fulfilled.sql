-- Successful payments older than 5 minutes on an order that is neither activated, refunded nor in an open exception.
select p.id, p.number
from payment p
join renewal_order o on o.id = p.order_id
where p.state = 'SUCCEEDED'
  and p.counted < current_timestamp - interval '5' minute
  and o.state not in ('PAID', 'FULFILLED', 'REFUNDED')
  and not exists (select 1 from payment_exception e where e.payment_id = p.id and e.state <> 'CLOSED')
