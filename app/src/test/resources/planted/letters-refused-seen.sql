insert into notice (id, once, kind, recipient, subject, html, plain, message_id, queued, next_attempt, attempts, refused)
values ('00000000-0000-0000-0000-000000000001', 'planted', 'planted', 'x', 'x', 'x', 'x', 'x',
    current_timestamp, current_timestamp, 1, current_timestamp);
