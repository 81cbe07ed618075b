-- Letters: written with the change they tell of, sent by a job, kept under one Message-ID over all attempts.
create table notice (
    id uuid primary key,
    once varchar(300) not null unique,
    kind varchar(60) not null,
    recipient varchar(320) not null,
    subject varchar(300) not null,
    html varchar(60000) not null,
    plain varchar(30000) not null,
    message_id varchar(200) not null,
    case_id uuid,
    queued timestamp with time zone not null,
    next_attempt timestamp with time zone not null,
    attempts int not null,
    sent timestamp with time zone,
    trouble varchar(500)
);
create index notice_case on notice (case_id, queued);
create index notice_turn on notice (sent, next_attempt);
create table notice_enclosure (
    notice uuid not null references notice (id),
    place int not null,
    name varchar(200) not null,
    media_type varchar(100) not null,
    content bytea not null,
    primary key (notice, place)
);
