-- Platforms that were not told of a term although the case is complete.
select t.once_key, t.platform
from platform_telling t
join renewal r on r.id = t.case_id
where r.state in ('RENEWED', 'REFUNDED') and t.told is null
  and not exists (select 1 from order_refund f where f.case_id = r.id and f.state = 'APPROVED')
