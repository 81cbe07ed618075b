-- Whose doing a work item is: the person who did the step before it, so that they can see what became of it (我发起的).
alter table work_item add column started_by varchar(100);
create index work_item_started_by on work_item (started_by, state, due, id);
