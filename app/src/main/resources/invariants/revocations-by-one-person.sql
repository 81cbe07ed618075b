-- Revocations outside a renewal that no second person approved (domain.md, People).
select r.id, r.certificate
from certificate_revocation r
where r.state in ('APPROVED', 'DECLINED', 'REVOKED')
  and (r.decided_by is null or r.decided_by = r.asked_by)
