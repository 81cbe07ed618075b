insert into work_item (id, kind, form_key, work_group, state, process, business_key, title, words, created, due, provisional, task)
values ('00000000-0000-0000-0000-000000000002', 'planted', 'planted', 'finance', 'OPEN', 'planted', 'planted', 'x', 'x',
    current_timestamp, current_timestamp, false, 'gone');
