-- Payments of which more was given back than had arrived.
select p.id, p.number
from payment p
where p.refunded_fen > coalesce(p.paid_fen, 0)
  or (select coalesce(sum(r.fen), 0) from refund r where r.payment_id = p.id and r.state = 'SUCCEEDED') > coalesce(p.paid_fen, 0)
