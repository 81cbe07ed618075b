-- A letter whose address is refused became a work item.
select n.id, n.kind, n.refused from notice n
where n.sent is null and n.refused is not null
  and not exists (select 1 from work_item w where w.kind = 'letter-undelivered' and w.business_key = cast(n.id as varchar))
