insert into effect (effect_key, topic, task, business_key, attempts, started, called, finished, finishes, outcome)
values ('planted', 'planted', 'planted-task', 'planted', 1, current_timestamp, current_timestamp, current_timestamp, 1, 'DONE');
insert into act_ru_ext_task (id_, rev_, topic_name_, suspension_state_, priority_) values ('planted-task', 1, 'planted', 1, 0);
