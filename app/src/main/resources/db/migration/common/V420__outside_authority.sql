-- What the product asked an outside certification authority by CMP, and how far each transaction came. A row stands here before its
-- message leaves the house, so that the same message can be sent again under the same transaction.
create table cmp_transaction (
    id            varchar(32) primary key,
    request_key   varchar(120)             not null,
    turn          integer                  not null,
    kind          varchar(12)              not null check (kind in ('UPDATE', 'PKCS10', 'REVOCATION')),
    state         varchar(12)              not null check (state in (
        'ASKED', 'POLLING', 'ISSUED', 'CONFIRMED', 'REVOKED', 'REFUSED', 'REJECTED')),
    request_hash  varchar(64)              not null,
    message       bytea                    not null,
    unanswered    boolean                  not null,
    peer_nonce    varchar(128),
    ask_after     timestamp with time zone,
    certificate   bytea,
    fingerprint   varchar(64),
    chain         varchar(40000),
    confirmation  bytea,
    confirm_by    timestamp with time zone,
    words         varchar(500),
    claimed_until timestamp with time zone,
    begun         timestamp with time zone not null,
    changed       timestamp with time zone not null,
    constraint cmp_transaction_turn unique (request_key, turn),
    check (state not in ('ISSUED', 'CONFIRMED') or (certificate is not null and chain is not null))
);
create index cmp_transaction_state on cmp_transaction (state, confirm_by);
create index cmp_transaction_certificate on cmp_transaction (fingerprint);
