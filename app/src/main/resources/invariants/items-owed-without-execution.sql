-- Certificates that are owed and whose update no process carries any more.
select o.number, i.id
from order_item i
join renewal_order o on o.id = i.order_id
where i.state = 'OWED'
  and not exists (
    select 1 from act_ru_execution e
    where e.business_key_ = cast(i.id as varchar(36)))
