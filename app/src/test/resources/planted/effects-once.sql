insert into effect (effect_key, topic, task, business_key, attempts, started, called, finished, finishes, outcome)
values ('planted', 'planted', 'planted', 'planted', 2, current_timestamp, current_timestamp, current_timestamp, 2, 'DONE');
