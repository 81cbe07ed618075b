-- Platforms that were not told of a term although the case is complete.
select t.once_key, t.platform
from platform_telling t
join renewal r on r.id = t.case_id
where r.state = 'RENEWED' and t.told is null
