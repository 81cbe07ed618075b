-- When the last attempt began: until it ended, its outcome is not known. A call may end when nobody waits for it any more.
alter table effect add column called timestamp with time zone;
update effect set called = started;
alter table effect alter column called set not null;
alter table effect drop constraint effect_outcome;
alter table effect add constraint effect_outcome check (outcome in ('DONE', 'REFUSED', 'UNKNOWN', 'NOT_YET', 'DROPPED'));
create index effect_of on effect (business_key, topic);
