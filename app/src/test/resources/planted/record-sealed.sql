insert into record_entry (at, account, name, role, from_address, subject, verb, facts)
values (current_timestamp - interval '1' hour, 'x', 'x', 'SYSTEM', 'x', 'x', 'x', '{}');
