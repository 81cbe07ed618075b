-- Every open work item still has its user task in the engine.
select w.id, w.kind, w.business_key from work_item w
where w.state in ('OPEN', 'CLAIMED') and w.task is not null
  and not exists (select 1 from act_ru_task t where t.id_ = w.task)
