-- Certificate pairs: a signing and an encryption certificate on one USB key, and which pair followed which.
create table certificate_pair (
  id uuid primary key,
  version bigint not null,
  organisation uuid not null,
  holder uuid not null,
  holder_name varchar(200) not null,
  kind varchar(20) not null check (kind in ('MAIN', 'PROJECT_LEADER')),
  algorithm varchar(20) not null check (algorithm in ('RSA_2048', 'SM2')),
  vendor varchar(60) not null,
  key_serial varchar(60) not null,
  subject varchar(500) not null,
  issuer varchar(500) not null,
  serial varchar(80) not null,
  signing bytea not null,
  encryption bytea,
  issued timestamp with time zone not null,
  expires timestamp with time zone not null,
  state varchar(20) not null check (state in ('ISSUED', 'IN_FORCE', 'SUPERSEDED', 'REVOKED')),
  confirmed timestamp with time zone,
  predecessor uuid references certificate_pair (id),
  successor uuid references certificate_pair (id),
  order_item uuid,
  constraint certificate_pair_serial unique (issuer, serial)
);
create index certificate_pair_organisation on certificate_pair (organisation, expires);
create index certificate_pair_holder on certificate_pair (holder, expires);
create index certificate_pair_key on certificate_pair (key_serial);
create index certificate_pair_item on certificate_pair (order_item);
