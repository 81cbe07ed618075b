insert into cmp_transaction (id, request_key, turn, kind, state, request_hash, message, unanswered, certificate, chain, begun, changed)
values ('planted-1', 'planted', 1, 'UPDATE', 'CONFIRMED', 'x', cast('x' as bytea), false, cast('x' as bytea), '', current_timestamp, current_timestamp);
insert into cmp_transaction (id, request_key, turn, kind, state, request_hash, message, unanswered, certificate, chain, begun, changed)
values ('planted-2', 'planted', 2, 'UPDATE', 'ISSUED', 'x', cast('x' as bytea), false, cast('y' as bytea), '', current_timestamp, current_timestamp);
