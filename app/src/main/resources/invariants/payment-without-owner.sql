-- Money that was frozen and that no exception owns, or whose exception was closed without giving it a place.
select p.id, p.number
from payment p
where p.state = 'FROZEN'
  and not exists (
    select 1 from payment_exception e
    where e.payment_id = p.id
      and (e.state <> 'CLOSED' or e.decision = 'dismiss' or e.transfer_reference is not null))
