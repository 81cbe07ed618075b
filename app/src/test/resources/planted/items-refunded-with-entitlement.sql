insert into renewal_order (id, version, number, case_id, organisation, organisation_name, state, fen, placed, pay_until)
values ('00000000-0000-4000-a000-000000000010', 0, 'PLANTED10', '00000000-0000-4000-a000-000000000011', '00000000-0000-4000-a000-000000000012', 'planted', 'REFUNDED', 20000, current_timestamp, current_timestamp);
insert into order_item (id, version, order_id, place, certificate, holder, holder_name, kind, vendor, key_serial, old_expiry,
  old_platforms, new_platforms, fen, state)
values ('00000000-0000-4000-a000-000000000013', 0, '00000000-0000-4000-a000-000000000010', 0, '00000000-0000-4000-a000-000000000014', '00000000-0000-4000-a000-000000000014', 'planted', 'MAIN', 'CFCA', 'K1', date '2026-12-01', '', 'LN-JSGC', 20000, 'REFUNDED');
insert into platform (code, version, name, level, region, kind, offered, place)
values ('PLANTED', 0, 'planted', 'PROVINCE', '210000', 'planted', false, 999);
insert into entitlement (id, certificate, platform, starts, ends, gift, case_id, once_key, created)
values ('00000000-0000-4000-a000-000000000016', '00000000-0000-4000-a000-000000000014', 'PLANTED', date '2026-12-02', date '2027-12-01', false, '00000000-0000-4000-a000-000000000011', 'item:00000000-0000-4000-a000-000000000013:PLANTED:paid', current_timestamp);
