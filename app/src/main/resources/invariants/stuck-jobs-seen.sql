-- A job that ran out of attempts is somebody's work item.
select j.id_, j.process_def_key_, j.exception_msg_ from act_ru_job j
where j.retries_ = 0 and j.process_instance_id_ is not null
  and not exists (select 1 from work_item w where w.stuck_job = j.id_ and w.state in ('OPEN', 'CLAIMED'))
