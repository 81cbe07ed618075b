-- Ended cases that still keep a certificate from being renewed.
select c.certificate, r.id, r.state
from renewal_claim c
join renewal r on r.id = c.renewal
where r.state not in ('DRAFT', 'AWAITING_PAYMENT', 'PAID')
