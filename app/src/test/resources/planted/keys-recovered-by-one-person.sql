insert into key_recovery (id, version, certificate, state, reason, asked_by, asked, decided_by, decided, envelope)
values ('00000000-0000-0000-0000-00000000a401', 0, '00000000-0000-0000-0000-00000000a402', 'RECOVERED', 'planted', 'kefu',
    current_timestamp, 'kefu', current_timestamp, cast('x' as bytea));
