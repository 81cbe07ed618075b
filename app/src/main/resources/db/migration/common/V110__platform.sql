-- The catalogue of platforms, terms of service, and what each platform was told of them.
create table platform (
  code varchar(20) primary key,
  version bigint not null,
  name varchar(100) not null,
  level varchar(20) not null check (level in ('PROVINCE', 'CITY', 'ENTERPRISE', 'ZONE')),
  region varchar(6) not null,
  kind varchar(60) not null,
  offered boolean not null,
  place integer not null
);

create table entitlement (
  id uuid primary key,
  certificate uuid not null,
  platform varchar(20) not null references platform (code),
  starts date not null,
  ends date not null,
  gift boolean not null,
  case_id uuid,
  once_key varchar(200) not null,
  created timestamp with time zone not null,
  constraint entitlement_once unique (once_key),
  constraint entitlement_order check (starts <= ends)
);
create index entitlement_certificate on entitlement (certificate, ends);

create table platform_telling (
  once_key varchar(200) primary key,
  case_id uuid not null,
  platform varchar(20) not null references platform (code),
  tax_number varchar(20) not null,
  serial varchar(80) not null,
  holder varchar(200) not null,
  starts date not null,
  ends date not null,
  told timestamp with time zone
);
create index platform_telling_case on platform_telling (case_id);
