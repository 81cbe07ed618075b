-- What was learned outside was told to the model in the same breath.
select e.effect_key, e.topic, e.business_key from effect e
join act_ru_ext_task t on t.id_ = e.task
where e.finished is not null
