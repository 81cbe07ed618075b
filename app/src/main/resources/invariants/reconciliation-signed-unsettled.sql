-- Days that are signed off although a difference has neither an explanation nor an exception.
select d.bill_day, f.id, f.kind
from reconciliation_day d
join reconciliation_difference f on f.bill_day = d.bill_day
where d.state = 'SIGNED' and f.state = 'OPEN' and f.exception_id is null
