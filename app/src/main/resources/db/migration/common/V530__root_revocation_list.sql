-- Revocation lists of the roots: what they say of the authorities below them.
create table ca_root_list (
    algorithm   varchar(16)              not null references ca_authority,
    number      bigint                   not null,
    this_update timestamp with time zone not null,
    next_update timestamp with time zone not null,
    der         bytea                    not null,
    primary key (algorithm, number)
);
