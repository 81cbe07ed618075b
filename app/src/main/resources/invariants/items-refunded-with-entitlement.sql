-- Refunded certificates whose platforms still serve the term that was paid for (R14).
select o.number, i.id, e.platform
from order_item i
join renewal_order o on o.id = i.order_id
join entitlement e on e.case_id = o.case_id and e.once_key like 'item:' || cast(i.id as varchar(36)) || ':%'
where i.state = 'REFUNDED' and e.withdrawn is null
