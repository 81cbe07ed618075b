-- Paid certificates without a term of service on any platform (R2).
select o.number, i.id
from order_item i
join renewal_order o on o.id = i.order_id
where i.state in ('OWED', 'RENEWED')
  and not exists (
    select 1 from entitlement e
    where e.case_id = o.case_id and e.once_key like 'item:' || cast(i.id as varchar(36)) || ':%' and e.withdrawn is null)
