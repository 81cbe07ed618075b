insert into act_ru_job (id_, rev_, type_, retries_, process_instance_id_, suspension_state_)
values ('planted', 1, 'message', 0, 'planted', 1);
