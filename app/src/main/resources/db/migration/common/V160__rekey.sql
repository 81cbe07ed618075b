-- Updating the certificate on a key: how far each order item came, and the tickets opened for it (R7).

create table rekey (
    item            uuid primary key,
    version         bigint                   not null,
    case_id         uuid                     not null,
    old_certificate uuid                     not null,
    new_certificate uuid,
    stage           varchar(20)              not null check (stage in (
        'WAITING_FOR_KEY', 'KEY_READ', 'PIN_ACCEPTED', 'KEY_GENERATED', 'REQUEST_SENT', 'ISSUED', 'WRITTEN',
        'READ_BACK', 'CONFIRMED', 'OLD_REVOKED')),
    failure         varchar(60),
    failure_detail  varchar(500),
    deferred_until  timestamp with time zone,
    declared_by     varchar(100),
    declared        timestamp with time zone,
    attempt         integer                  not null,
    request         bytea,
    old_signature   bytea,
    issued_for      integer,
    signing         bytea,
    encryption      bytea,
    envelope        bytea,
    chain           varchar(20000),
    withdrawn       boolean                  not null,
    reminders       integer                  not null,
    changed         timestamp with time zone not null,
    check (stage not in ('ISSUED', 'WRITTEN', 'READ_BACK', 'CONFIRMED', 'OLD_REVOKED')
        or (new_certificate is not null and signing is not null))
);
create index rekey_case on rekey (case_id);

create table rekey_ticket (
    id        varchar(64) primary key,
    version   bigint                   not null,
    item      uuid                     not null references rekey,
    operation varchar(20)              not null,
    origin    varchar(200)             not null,
    nonce     varchar(64)              not null unique,
    opened_by varchar(100)             not null,
    opened    timestamp with time zone not null,
    expires   timestamp with time zone not null,
    used      timestamp with time zone
);
create index rekey_ticket_item on rekey_ticket (item);
