-- Payment exceptions that are not closed and that no process carries.
select e.id, e.number
from payment_exception e
where e.state <> 'CLOSED'
  and not exists (select 1 from act_ru_execution x where x.business_key_ = cast(e.id as varchar(64)))
