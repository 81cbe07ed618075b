-- Revocation lists in shards: a certificate is listed in the shard it was issued into, under the address written into it.
-- A shard takes no more certificates than the configured bound, so its list cannot grow past it.
create table ca_shard (
    algorithm varchar(16)              not null references ca_authority,
    shard     integer                  not null,
    address   varchar(500)             not null,
    taken     integer                  not null,
    opened    timestamp with time zone not null,
    primary key (algorithm, shard)
);

alter table ca_issuance add column shard integer default 0 not null;
create index ca_issuance_shard on ca_issuance (algorithm, shard);

alter table ca_crl add column shard integer default 0 not null;
create index ca_crl_shard on ca_crl (algorithm, shard, number);

-- Encryption keys belong to the key-management component: found by their public key, no certificate known.
create table km_key (
    id     varchar(64) primary key,
    sealed bytea                    not null,
    made   timestamp with time zone not null
);
drop table ca_escrowed_key;
