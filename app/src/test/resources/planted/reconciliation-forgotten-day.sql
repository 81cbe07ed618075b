insert into reconciliation_day (bill_day, state, round, extra_rounds, opened, reopened)
values (date '2001-01-02', 'OPEN', 1, 0, current_timestamp - interval '4' day, 0);
