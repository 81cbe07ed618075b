-- Payments counted as paid without a signed event or a provider's answer of that number and amount.
select p.id, p.number
from payment p
where p.state = 'SUCCEEDED'
  and not exists (
    select 1 from inbox_event i
    where i.number = p.number and i.kind = 'payment' and i.state = 'SUCCESS' and i.fen = p.paid_fen)
  and not exists (
    select 1 from provider_answer a
    where a.number = p.number and a.state = 'PAID' and a.fen = p.paid_fen)
