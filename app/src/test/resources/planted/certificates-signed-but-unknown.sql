-- the authority need not exist for the question to be asked
set local session_replication_role = replica;
insert into ca_issuance (serial, algorithm, profile, request_key, state, subject, not_before, not_after, specimen, begun)
values ('planted', 'RSA_2048', 'planted', 'planted', 'SPECIMEN', 'x', current_timestamp, current_timestamp,
    cast('x' as bytea), current_timestamp - interval '1' hour);
