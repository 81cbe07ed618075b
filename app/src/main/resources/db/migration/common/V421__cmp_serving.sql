-- Key updates that the embedded authority serves by CMP: which transaction asked for what, and what the next message must bear.
create table ca_cmp_dialogue (
    transaction_id varchar(128) primary key,
    asked_by       varchar(64)              not null,
    request        bytea                    not null,
    nonce          varchar(64)              not null,
    state          varchar(12)              not null check (state in ('REQUESTED', 'DELIVERED', 'CONFIRMED', 'REJECTED')),
    certificate    bytea,
    begun          timestamp with time zone not null,
    changed        timestamp with time zone not null,
    check (state = 'REQUESTED' or certificate is not null)
);
create index ca_cmp_dialogue_begun on ca_cmp_dialogue (begun);
