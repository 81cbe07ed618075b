insert into renewal_order (id, version, number, case_id, organisation, organisation_name, state, fen, placed, pay_until)
values ('00000000-0000-4000-a000-000000000010', 0, 'PLANTED10', '00000000-0000-4000-a000-000000000011', '00000000-0000-4000-a000-000000000012', 'planted', 'PAID', 20000, current_timestamp, current_timestamp);
insert into payment (id, version, number, order_id, case_id, channel, fen, state, opened, paid_fen, paid_at, counted, refunded_fen, queries)
values ('00000000-0000-4000-a000-000000000020', 0, 'PLANTED20', '00000000-0000-4000-a000-000000000010', '00000000-0000-4000-a000-000000000011', 'WECHAT', 20000, 'SUCCEEDED', current_timestamp, 20001, current_timestamp, current_timestamp, 0, 0);
