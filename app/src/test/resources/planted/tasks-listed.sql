insert into act_ru_task (id_, rev_, task_def_key_, priority_, suspension_state_) values ('planted', 1, 'planted', 50, 1);
