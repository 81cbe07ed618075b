insert into renewal_order (id, version, number, case_id, organisation, organisation_name, state, fen, placed, pay_until)
values ('00000000-0000-4000-a000-000000000010', 0, 'PLANTED10', '00000000-0000-4000-a000-000000000011', '00000000-0000-4000-a000-000000000012', 'planted', 'REFUNDED', 20000, current_timestamp, current_timestamp);
insert into order_refund (id, version, case_id, order_id, fen, reason, state, decided, decided_by, approved_by)
values ('00000000-0000-4000-a000-000000000015', 0, '00000000-0000-4000-a000-000000000011', '00000000-0000-4000-a000-000000000010', 20000, 'planted', 'REFUNDED', current_timestamp, 'finance', 'finance');
