-- Steps of orders and items outside the table of allowed ones.
select o.number, t.item, t.state_before, t.state_after
from order_transition t
join renewal_order o on o.id = t.order_id
where (case when t.item is null then 'order ' else 'item ' end) || t.state_before || ' ' || t.state_after not in (
  'order PLACED PAID',
  'order PLACED CANCELLED',
  'order PLACED CLOSED',
  'order CLOSED PAID',
  'order CANCELLED PAID',
  'order PAID FULFILLED',
  'order PAID REFUNDED',
  'order FULFILLED REFUNDED',
  'item ORDERED OWED',
  'item ORDERED CANCELLED',
  'item CANCELLED OWED',
  'item OWED RENEWED',
  'item OWED SETTLED',
  'item OWED REFUNDED',
  'item SETTLED REFUNDED')
