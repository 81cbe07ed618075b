-- Orders closed before their deadline.
select o.number, o.pay_until, t.happened
from renewal_order o
join order_transition t on t.order_id = o.id and t.item is null and t.state_after = 'CLOSED'
where t.happened < o.pay_until
