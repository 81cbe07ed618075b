-- Which process instances belong to which case.
create table case_process (
    instance varchar(64) primary key,
    process varchar(60) not null,
    business_key varchar(100) not null,
    case_id uuid,
    started timestamp with time zone not null
);
create index case_process_case on case_process (case_id, started);

-- What left the building: stored before the call, finished in the transaction that tells the engine.
create table effect (
    effect_key varchar(150) primary key,
    topic varchar(60) not null,
    task varchar(64) not null,
    business_key varchar(100) not null,
    case_id uuid,
    attempts int not null,
    started timestamp with time zone not null,
    finished timestamp with time zone,
    finishes int not null,
    outcome varchar(10),
    reason varchar(500),
    constraint effect_outcome check (outcome in ('DONE', 'REFUSED', 'UNKNOWN', 'NOT_YET')),
    constraint effect_finished check ((finished is null) = (finishes = 0))
);
create index effect_task on effect (task);
create index effect_unfinished on effect (finished, started);
