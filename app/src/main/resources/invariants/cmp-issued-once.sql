-- A request to an outside certification authority has at most one certificate that counts.
select request_key, count(*) as certificates
from cmp_transaction
where state in ('ISSUED', 'CONFIRMED')
group by request_key
having count(*) > 1
