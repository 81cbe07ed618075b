insert into inbox_event (id, sender, event_id, kind, number, state, fen, evidence, received, attempts)
values ('00000000-0000-4000-a000-000000000010', 'wechat', 'PLANTED', 'payment', 'PLANTED', 'SUCCESS', 1, '', current_timestamp - interval '20' minute, 9);
