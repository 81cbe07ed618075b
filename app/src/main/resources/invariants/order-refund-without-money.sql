-- Certificates that are refunded and whose price no refund gives back, or more than one does.
select o.number, i.id
from order_item i
join renewal_order o on o.id = i.order_id
where i.state = 'REFUNDED'
  and (
    select count(*) from order_refund_item fi
    join order_refund f on f.id = fi.refund_id
    join refund r on r.order_refund = f.id
    where fi.item = i.id and f.state in ('APPROVED', 'REFUNDED', 'FAILED')) <> 1
