insert into reconciliation_day (bill_day, state, taken_up, round, extra_rounds, opened, reopened)
values (date '2001-01-02', 'OPEN', true, 1, 0, current_timestamp - interval '4' day, 0);
