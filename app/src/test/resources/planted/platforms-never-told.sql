insert into renewal (id, version, organisation, state, draft, invoice_chosen, started, touched, started_by, words)
values ('00000000-0000-4000-8000-00000000a003', 0, '00000000-0000-4000-8000-00000000a004', 'RENEWED', '{}', false, timestamp with time zone '2026-11-22 10:00:00+08', timestamp with time zone '2026-11-22 10:00:00+08', 'planted', '');
insert into platform_telling (once_key, case_id, platform, tax_number, serial, holder, starts, ends)
values ('planted', '00000000-0000-4000-8000-00000000a003', 'LN-JSGC', '91', '1a', 'planted', date '2026-12-02', date '2027-12-01');
