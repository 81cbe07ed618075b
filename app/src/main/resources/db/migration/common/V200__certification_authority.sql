-- The embedded certification authority: what it is, what it signed, what it revoked (certificates.md, Issuing).

create table ca_authority (
    algorithm varchar(16) primary key,
    root      bytea                    not null,
    issuing   bytea                    not null,
    founded   timestamp with time zone not null
);

-- One row per serial, written with the specimen before the real signature.
create table ca_issuance (
    serial      varchar(40) primary key,
    algorithm   varchar(16)              not null references ca_authority,
    profile     varchar(40)              not null,
    request_key varchar(120)             not null,
    state       varchar(16)              not null check (state in ('SPECIMEN', 'SIGNED', 'ABANDONED')),
    subject     varchar(1000)            not null,
    not_before  timestamp with time zone not null,
    not_after   timestamp with time zone not null,
    specimen    bytea                    not null,
    certificate bytea,
    begun       timestamp with time zone not null,
    signed      timestamp with time zone,
    check (state <> 'SIGNED' or (certificate is not null and signed is not null))
);
create index ca_issuance_request on ca_issuance (request_key);
create index ca_issuance_begun on ca_issuance (begun);

-- What a request was answered; the same request gets it again, byte for byte.
create table ca_answer (
    request_key  varchar(120) primary key,
    request_hash varchar(64)              not null,
    signing      varchar(40)              not null references ca_issuance,
    encryption   varchar(40) references ca_issuance,
    envelope     bytea,
    answered     timestamp with time zone not null
);

create table ca_revocation (
    serial  varchar(40) primary key references ca_issuance,
    reason  integer                  not null,
    revoked timestamp with time zone not null
);
create index ca_revocation_revoked on ca_revocation (revoked);

create table ca_crl (
    algorithm   varchar(16)              not null references ca_authority,
    number      bigint                   not null,
    this_update timestamp with time zone not null,
    next_update timestamp with time zone not null,
    der         bytea                    not null,
    primary key (algorithm, number)
);

-- Encryption keys made for holders by the key-management component, sealed.
create table ca_escrowed_key (
    serial varchar(40) primary key references ca_issuance,
    sealed bytea                    not null,
    made   timestamp with time zone not null
);
