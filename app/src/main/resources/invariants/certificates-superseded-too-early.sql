-- Certificates revoked as superseded whose successor was never confirmed: their holder is left with none (R7).
select old.id, old.serial
from certificate_pair old
left join certificate_pair fresh on fresh.id = old.successor
where old.state = 'SUPERSEDED' and (fresh.id is null or fresh.confirmed is null)
