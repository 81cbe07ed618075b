-- The signed head is the last entry of the chain, and the chain has no gap (R13).
select h.position, h.hash from record_head h
where h.position <> (select count(*) from record_entry where position is not null)
   or (h.position > 0 and not exists (select 1 from record_entry e where e.position = h.position and e.hash = h.hash))
   or (h.position > 0 and h.signature is null)
