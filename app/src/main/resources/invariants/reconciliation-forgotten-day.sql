-- Days taken up more than three days ago that are neither signed off nor anybody's work.
select d.bill_day, d.round
from reconciliation_day d
where d.state = 'OPEN' and d.taken_up
  and d.opened < current_timestamp - interval '3' day
  and not exists (
    select 1 from work_item w
    where w.business_key = cast(d.bill_day as varchar(10)) and w.process = 'reconciliation' and w.state in ('OPEN', 'CLAIMED'))
