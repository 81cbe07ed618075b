-- Orders with a step that the record does not tell of.
select o.number
from renewal_order o
where (select count(*) from record_entry r where r.case_id = o.case_id and r.subject = 'order ' || o.number)
  < 1 + (
    select count(*) from order_transition t
    where t.order_id = o.id
      and (t.item is null and t.state_after <> 'FULFILLED'
        or t.item is not null and t.state_after in ('RENEWED', 'SETTLED')))
