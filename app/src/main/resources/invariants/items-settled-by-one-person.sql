-- Certificates that one person alone settled for good without renewal (R6).
select o.number, i.id, k.settle_by
from order_item i
join renewal_order o on o.id = i.order_id
join rekey k on k.item = i.id
where i.state = 'SETTLED' and k.settle_by is not null and (k.settle_agreed_by is null or k.settle_agreed_by = k.settle_by)
