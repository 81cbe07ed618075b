-- A call outside that ran out of attempts is somebody's work item.
select t.id_, t.topic_name_, t.error_msg_ from act_ru_ext_task t
where t.retries_ = 0
  and not exists (select 1 from work_item w where w.stuck_external_task = t.id_ and w.state in ('OPEN', 'CLAIMED'))
