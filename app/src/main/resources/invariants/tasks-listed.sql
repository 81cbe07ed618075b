-- Every user task of a model is an open work item.
select t.id_, t.task_def_key_ from act_ru_task t
where not exists (select 1 from work_item w where w.task = t.id_ and w.state in ('OPEN', 'CLAIMED'))
