-- Payments counted as paid whose amount differs from their order's and that no two persons matched.
select p.id, p.number
from payment p
join renewal_order o on o.id = p.order_id
where p.state = 'SUCCEEDED'
  and (p.paid_fen is null or p.paid_fen <> o.fen)
  and not exists (
    select 1 from payment_exception e
    where e.payment_id = p.id and e.decided_by is not null and p.paid_fen > o.fen)
