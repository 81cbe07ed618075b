-- Every fen that arrived and where it is now. A row is one movement of money that a provider reported: a payment of ours, or
-- money without one, which only its exception knows. What is missing must be zero, row by row, to the fen. What an order's
-- refund could not give back and finance transferred by hand does not serve the order any more.
create view money_in_balance as
select channel, number, order_id, received, fulfilled, refunded,
  case when rest > 0 and opened > 0 then rest else 0 end as held,
  case when rest > 0 and opened = 0 and transferred > 0 then rest else 0 end as transferred,
  case when rest > 0 and opened = 0 and transferred = 0 and dismissed > 0 then rest else 0 end as kept,
  case when rest > 0 and opened + transferred + dismissed > 0 then 0 else rest end as missing
from (
  select m.channel, m.number, m.order_id, m.received, m.fulfilled, m.refunded, m.received - m.fulfilled - m.refunded as rest,
    (select count(*) from payment_exception e where e.payment_id = m.id and e.state <> 'CLOSED') as opened,
    (select count(*) from payment_exception e
      where e.payment_id = m.id and e.state = 'CLOSED' and e.transfer_reference is not null) as transferred,
    (select count(*) from payment_exception e
      where e.payment_id = m.id and e.state = 'CLOSED' and e.decision = 'dismiss') as dismissed
  from (
    select p.id, p.channel, p.number, p.order_id, p.paid_fen as received, p.refunded_fen as refunded,
      -- Counted money serves its order; for five minutes it may be on its way to being activated.
      case when p.state = 'SUCCEEDED'
          and (o.state not in ('PLACED', 'CLOSED', 'CANCELLED') or p.counted > current_timestamp - interval '5' minute)
        then least(o.fen, p.paid_fen - p.refunded_fen - coalesce((
          select sum(e.fen) from payment_exception e
          where e.payment_id = p.id and e.kind = 'REFUND_FAILED' and e.transfer_reference is not null), 0))
        else 0 end as fulfilled
    from payment p
    join renewal_order o on o.id = p.order_id
    where p.paid_fen is not null
  ) m
  union all
  select e.channel, e.number, e.order_id, e.fen, 0,
    coalesce((select sum(r.fen) from refund r where r.exception_id = e.id and r.state = 'SUCCEEDED'), 0),
    e.fen - coalesce((select sum(r.fen) from refund r where r.exception_id = e.id and r.state = 'SUCCEEDED'), 0),
    case when e.state <> 'CLOSED' then 1 else 0 end,
    case when e.state = 'CLOSED' and e.transfer_reference is not null then 1 else 0 end,
    case when e.state = 'CLOSED' and e.decision = 'dismiss' then 1 else 0 end
  from payment_exception e
  where e.payment_id is null
) placed;
