-- Orders that were counted as paid twice (R5).
select o.number
from renewal_order o
join order_transition t on t.order_id = o.id and t.item is null and t.state_after = 'PAID'
group by o.number
having count(*) > 1
