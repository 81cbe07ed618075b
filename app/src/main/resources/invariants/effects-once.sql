-- What left the building is finished once.
select effect_key, topic, business_key, finishes from effect where finishes > 1
