-- Invoices that are not finished and that no process carries.
select i.id, i.serial
from invoice i
where i.state in ('ASKED', 'SUBMITTED', 'REJECTED', 'ISSUED')
  and not exists (select 1 from act_ru_execution x where x.business_key_ = cast(i.id as varchar(64)))
