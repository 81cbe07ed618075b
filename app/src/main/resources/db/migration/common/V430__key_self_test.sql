-- Encrypt/decrypt self-tests of keys (R4): what was asked of which certificate, and what came of it.

create table key_self_test (
    ticket      varchar(64) primary key,
    version     bigint                   not null,
    certificate uuid                     not null references certificate_pair,
    origin      varchar(200)             not null,
    nonce       varchar(64)              not null unique,
    -- SHA-256 of the message that was encrypted; the message itself is kept nowhere
    expected    bytea                    not null,
    opened_by   varchar(100)             not null,
    opened      timestamp with time zone not null,
    expires     timestamp with time zone not null,
    result      varchar(10) check (result in ('PASSED', 'FAILED')),
    failure     varchar(60),
    ended       timestamp with time zone,
    check ((result is null) = (ended is null))
);
create index key_self_test_certificate on key_self_test (certificate, opened);
