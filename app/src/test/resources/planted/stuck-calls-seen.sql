insert into act_ru_ext_task (id_, rev_, topic_name_, retries_, suspension_state_, priority_)
values ('planted', 1, 'planted', 0, 1, 0);
