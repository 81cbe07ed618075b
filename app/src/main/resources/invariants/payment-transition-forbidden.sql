-- Steps of a payment's state outside the table of allowed ones.
select t.id, t.payment_id, t.was, t.became
from payment_transition t
where not exists (select 1 from payment_arrow a where a.was = t.was and a.became = t.became)
