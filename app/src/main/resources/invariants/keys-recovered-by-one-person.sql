-- Encryption keys recovered, or about to be, without two different persons.
select r.id, r.state, r.asked_by, r.decided_by
from key_recovery r
where (r.state in ('APPROVED', 'RECOVERED', 'NOT_RECOVERED') or r.envelope is not null)
  and (r.decided_by is null or r.decided_by = r.asked_by)
