insert into reconciliation_day (bill_day, state, taken_up, round, extra_rounds, opened, reopened, signed, signed_by, signed_name, signed_round)
values (date '2001-01-01', 'SIGNED', true, 1, 0, current_timestamp, 0, current_timestamp, 'caiwu', 'caiwu', 1);
insert into reconciliation_difference (id, bill_day, channel, kind, state, round, found)
values ('00000000-0000-0000-0000-00000000d001', date '2001-01-01', 'WECHAT', 'DAMAGED_BILL', 'OPEN', 1, current_timestamp);
