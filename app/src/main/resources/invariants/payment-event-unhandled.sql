-- Proven events that nobody has handled for 15 minutes.
select id, sender, number
from inbox_event
where handled is null
  and received < current_timestamp - interval '15' minute
