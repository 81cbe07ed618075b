insert into cmp_transaction (id, request_key, turn, kind, state, request_hash, message, unanswered, certificate, fingerprint, chain, begun, changed)
values ('planted', 'planted', 1, 'UPDATE', 'CONFIRMED', 'x', cast('x' as bytea), false, cast('x' as bytea), 'x', '',
    current_timestamp - interval '1' hour, current_timestamp - interval '1' hour);
