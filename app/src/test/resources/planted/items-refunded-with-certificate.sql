insert into renewal_order (id, version, number, case_id, organisation, organisation_name, state, fen, placed, pay_until)
values ('00000000-0000-4000-a000-000000000010', 0, 'PLANTED10', '00000000-0000-4000-a000-000000000011', '00000000-0000-4000-a000-000000000012', 'planted', 'REFUNDED', 20000, current_timestamp, current_timestamp);
insert into order_item (id, version, order_id, place, certificate, holder, holder_name, kind, vendor, key_serial, old_expiry,
  old_platforms, new_platforms, fen, state)
values ('00000000-0000-4000-a000-000000000013', 0, '00000000-0000-4000-a000-000000000010', 0, '00000000-0000-4000-a000-000000000014', '00000000-0000-4000-a000-000000000014', 'planted', 'MAIN', 'CFCA', 'K1', date '2026-12-01', '', 'LN-JSGC', 20000, 'REFUNDED');
insert into certificate_pair (id, version, organisation, holder, holder_name, kind, algorithm, vendor, key_serial, subject, issuer,
  serial, signing, issued, expires, state, order_item)
values ('00000000-0000-4000-a000-000000000017', 0, '00000000-0000-4000-a000-000000000012', '00000000-0000-4000-a000-000000000014', 'planted', 'MAIN', 'SM2', 'CFCA', 'K1', 'CN=x', 'CN=planted',
  'p1', '\x00', current_timestamp, current_timestamp, 'IN_FORCE', '00000000-0000-4000-a000-000000000013');
insert into rekey (item, version, case_id, old_certificate, new_certificate, stage, attempt, withdrawn, reminders, changed)
values ('00000000-0000-4000-a000-000000000013', 0, '00000000-0000-4000-a000-000000000011', '00000000-0000-4000-a000-000000000014', '00000000-0000-4000-a000-000000000017', 'REQUEST_SENT', 1, false, 0, current_timestamp);
