-- Certificates that the product accepted from an outside authority, and neither knows nor has had revoked.
select t.id, t.request_key
from cmp_transaction t
where t.state in ('ISSUED', 'CONFIRMED')
  and t.request_key not like 'own/%'
  and t.changed < current_timestamp - interval '15' minute
  and not exists (select 1 from certificate_pair p where p.signing = t.certificate)
  and not exists (select 1 from cmp_transaction r where r.request_key = 'revoke/' || t.fingerprint and r.state = 'REVOKED')
