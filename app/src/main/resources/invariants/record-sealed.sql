-- Every entry of the record is chained within minutes (R13).
select number, at from record_entry
where position is null and at < current_timestamp - interval '10' minute
