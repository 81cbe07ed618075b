-- Open cases that no process carries any more.
select r.id, r.state
from renewal r
where r.state in ('DRAFT', 'AWAITING_PAYMENT', 'PAID')
  and not exists (
    select 1 from act_ru_execution e
    where e.business_key_ = cast(r.id as varchar(36)))
