-- Orders and items whose state is not the one their last step led to.
select o.number, 'order' as part, o.state
from renewal_order o
where o.state <> 'PLACED'
  and not exists (
    select 1 from order_transition t
    where t.order_id = o.id and t.item is null and t.state_after = o.state)
union all
select o.number, 'item' as part, i.state
from order_item i
join renewal_order o on o.id = i.order_id
where i.state <> 'ORDERED'
  and not exists (
    select 1 from order_transition t
    where t.item = i.id and t.state_after = i.state)
