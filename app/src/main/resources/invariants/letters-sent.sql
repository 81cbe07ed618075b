-- A letter whose turn has come is tried within minutes.
select id, kind, attempts, next_attempt from notice
where sent is null and refused is null and next_attempt < current_timestamp - interval '10' minute
