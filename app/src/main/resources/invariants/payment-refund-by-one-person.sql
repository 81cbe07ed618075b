-- Refunds that were not approved by a second person (R14) and that no rule makes.
select r.id, r.number
from refund r
join payment_exception e on e.id = r.exception_id
where e.rule is null
  and r.order_refund is null
  and (e.decided_by is null
  or (e.state in ('APPROVED', 'CLOSED') and (e.approved_by is null or e.approved_by = e.decided_by)))
