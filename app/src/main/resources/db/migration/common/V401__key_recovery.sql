-- Recoveries of holders' encryption keys: who asked, who approved, the envelope for the holder's present key.
create table key_recovery (
    id          uuid primary key,
    version     bigint                   not null,
    certificate uuid                     not null,
    state       varchar(20)              not null
        check (state in ('ASKED', 'APPROVED', 'REFUSED', 'RECOVERED', 'NOT_RECOVERED')),
    reason      varchar(500)             not null,
    asked_by    varchar(100)             not null,
    asked       timestamp with time zone not null,
    decided_by  varchar(100),
    decided     timestamp with time zone,
    answer      varchar(500),
    receiver    uuid,
    envelope    bytea,
    recovered   timestamp with time zone
);
create index key_recovery_certificate on key_recovery (certificate, asked);
