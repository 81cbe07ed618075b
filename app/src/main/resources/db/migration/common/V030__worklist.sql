-- What people have to do. Kept by listeners in the engine's transaction; the engine's own task query lists nothing.
create table work_item (
    id uuid primary key,
    kind varchar(60) not null,
    form_key varchar(100) not null,
    work_group varchar(30) not null,
    state varchar(10) not null,
    process varchar(60) not null,
    business_key varchar(100) not null,
    case_id uuid,
    organisation uuid,
    person uuid,
    title varchar(400) not null,
    words varchar(2000) not null,
    assignee varchar(100),
    assignee_name varchar(100),
    created timestamp with time zone not null,
    due timestamp with time zone not null,
    provisional boolean not null,
    ended timestamp with time zone,
    ended_by varchar(100),
    task varchar(64),
    incident varchar(64),
    stuck_job varchar(64),
    stuck_external_task varchar(64),
    constraint work_item_group check (work_group in ('customer', 'customer-service', 'finance', 'supervisor')),
    constraint work_item_state check (state in ('OPEN', 'CLAIMED', 'DONE', 'CANCELLED')),
    constraint work_item_claimed check (state <> 'CLAIMED' or assignee is not null),
    constraint work_item_ended check ((state in ('DONE', 'CANCELLED')) = (ended is not null))
);
create unique index work_item_task on work_item (task);
create unique index work_item_incident on work_item (incident);
create index work_item_queue on work_item (work_group, state, due, id);
create index work_item_case on work_item (case_id);
create index work_item_key on work_item (business_key, kind, state);
create index work_item_organisation on work_item (organisation, state, due, id);
create index work_item_assignee on work_item (assignee, state, due, id);
create index work_item_ended_by on work_item (ended_by, ended);
