insert into renewal_order (id, version, number, case_id, organisation, organisation_name, state, fen, placed, pay_until)
values ('00000000-0000-4000-8000-00000000a001', 0, 'PLANTED', '00000000-0000-4000-8000-00000000a003', '00000000-0000-4000-8000-00000000a004', 'planted', 'PAID', 20000, timestamp with time zone '2026-11-22 10:00:00+08', timestamp with time zone '2026-11-22 12:00:00+08');
insert into order_transition (id, version, order_id, item, state_before, state_after, happened)
values ('00000000-0000-4000-8000-00000000b001', 0, '00000000-0000-4000-8000-00000000a001', null, 'PLACED', 'PAID', timestamp with time zone '2026-11-22 10:00:00+08');
insert into order_transition (id, version, order_id, item, state_before, state_after, happened)
values ('00000000-0000-4000-8000-00000000b002', 0, '00000000-0000-4000-8000-00000000a001', null, 'PLACED', 'PAID', timestamp with time zone '2026-11-22 10:00:00+08');
