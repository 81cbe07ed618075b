-- Refunds of orders that moved money or certificates without the word of a second person (R14).
select f.id, f.state
from order_refund f
where f.state in ('APPROVED', 'REFUNDED', 'FAILED') and (f.approved_by is null or f.approved_by = f.decided_by)
union all
select f.id, f.state
from order_refund f
join refund r on r.order_refund = f.id
where f.state in ('DECIDED', 'DECLINED')
