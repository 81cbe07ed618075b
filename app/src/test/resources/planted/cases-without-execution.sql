insert into renewal (id, version, organisation, state, draft, invoice_chosen, started, touched, started_by, words)
values ('00000000-0000-4000-8000-00000000a003', 0, '00000000-0000-4000-8000-00000000a004', 'DRAFT', '{}', false, timestamp with time zone '2026-11-22 10:00:00+08', timestamp with time zone '2026-11-22 10:00:00+08', 'planted', '');
