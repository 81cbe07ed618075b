insert into renewal_order (id, version, number, case_id, organisation, organisation_name, state, fen, placed, pay_until)
values ('00000000-0000-4000-8000-00000000a001', 0, 'PLANTED', '00000000-0000-4000-8000-00000000a003', '00000000-0000-4000-8000-00000000a004', 'planted', 'PLACED', 20000, timestamp with time zone '2026-11-22 10:00:00+08', timestamp with time zone '2026-11-22 12:00:00+08');
