-- Serials that the embedded authority signed or may have signed, and that the product neither knows nor has revoked.
select i.serial, i.state
from ca_issuance i
left join ca_answer a on a.request_key = i.request_key and (a.signing = i.serial or a.encryption = i.serial)
left join ca_issuance s on s.serial = a.signing
where i.begun < current_timestamp - interval '15' minute
  and i.state <> 'ABANDONED'
  and not exists (select 1 from ca_revocation r where r.serial = i.serial)
  and not exists (select 1 from certificate_pair p where p.serial = s.serial)
