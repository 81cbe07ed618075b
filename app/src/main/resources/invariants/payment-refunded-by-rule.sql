-- Refunds made by rule that no rule covers, or made twice: only the second payment of a paid order goes back so, whole and once (R14).
select r.id, r.number
from refund r
join payment_exception e on e.id = r.exception_id
left join payment p on p.id = r.payment_id
where e.rule is not null
  and (p.id is null
    or e.kind <> 'PAID_TWICE'
    or r.fen <> p.paid_fen
    or not exists (
      select 1 from payment other
      where other.order_id = p.order_id and other.id <> p.id and other.counted is not null)
    or exists (select 1 from refund again where again.payment_id = p.id and again.id <> r.id))
