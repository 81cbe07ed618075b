insert into renewal_order (id, version, number, case_id, organisation, organisation_name, state, fen, placed, pay_until)
values ('00000000-0000-4000-a000-000000000010', 0, 'PLANTED10', '00000000-0000-4000-a000-000000000011', '00000000-0000-4000-a000-000000000012', 'planted', 'FULFILLED', 20000, current_timestamp, current_timestamp);
insert into order_item (id, version, order_id, place, certificate, holder, holder_name, kind, vendor, key_serial, old_expiry,
  old_platforms, new_platforms, fen, state)
values ('00000000-0000-4000-a000-000000000013', 0, '00000000-0000-4000-a000-000000000010', 0, '00000000-0000-4000-a000-000000000014', '00000000-0000-4000-a000-000000000014', 'planted', 'MAIN', 'CFCA', 'K1', date '2026-12-01', '', 'LN-JSGC', 20000, 'SETTLED');
insert into rekey (item, version, case_id, old_certificate, stage, attempt, withdrawn, reminders, changed, settle_by, settle_agreed_by)
values ('00000000-0000-4000-a000-000000000013', 0, '00000000-0000-4000-a000-000000000011', '00000000-0000-4000-a000-000000000014', 'REQUEST_SENT', 1, true, 0, current_timestamp, 'kefu', 'kefu');
