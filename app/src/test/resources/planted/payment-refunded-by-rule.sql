insert into renewal_order (id, version, number, case_id, organisation, organisation_name, state, fen, placed, pay_until)
values ('00000000-0000-4000-a000-000000000010', 0, 'PLANTED10', '00000000-0000-4000-a000-000000000011', '00000000-0000-4000-a000-000000000012', 'planted', 'PAID', 20000, current_timestamp, current_timestamp);
insert into payment (id, version, number, order_id, case_id, channel, fen, state, opened, paid_fen, paid_at, counted, refunded_fen, queries)
values ('00000000-0000-4000-a000-000000000020', 0, 'PLANTED20', '00000000-0000-4000-a000-000000000010', '00000000-0000-4000-a000-000000000011', 'WECHAT', 20000, 'SUCCEEDED', current_timestamp, 20000, current_timestamp, current_timestamp - interval '10' minute, 0, 0);
insert into payment_exception (id, version, once_key, kind, state, payment_id, channel, number, fen, evidence, opened, refund_fen, rule)
values ('00000000-0000-4000-a000-000000000030', 0, 'PLANTED30', 'PAID_TWICE', 'CLOSED', '00000000-0000-4000-a000-000000000020', 'WECHAT', 'PLANTED', 20100, '', current_timestamp, 20000, 'paid-twice');
insert into refund (id, version, number, exception_id, payment_id, channel, payment_number, total_fen, fen, reason, state, asked)
values ('00000000-0000-4000-a000-000000000040', 0, 'PLANTED40', '00000000-0000-4000-a000-000000000030', '00000000-0000-4000-a000-000000000020', 'WECHAT', 'PLANTED', 20000, 20000, 'planted', 'SUCCEEDED', current_timestamp);
