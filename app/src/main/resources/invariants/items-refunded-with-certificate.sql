-- Refunded certificates for which a new one was issued that is in force (R14).
select o.number, i.id, c.id as certificate
from order_item i
join renewal_order o on o.id = i.order_id
join rekey k on k.item = i.id
join certificate_pair c on c.id = k.new_certificate
where i.state = 'REFUNDED' and c.state in ('ISSUED', 'IN_FORCE')
