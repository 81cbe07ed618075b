-- Red letters that are not done and that no process carries.
select c.id, c.serial
from invoice_correction c
where c.state in ('ASKED', 'SUBMITTED', 'CONFIRMED', 'REFUSED')
  and not exists (select 1 from act_ru_execution x where x.business_key_ = cast(c.id as varchar(64)))
