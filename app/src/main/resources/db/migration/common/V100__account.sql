-- Organisations, people, what signs in, and to whom invoices are made out.
create table organisation (
  id uuid primary key,
  version bigint not null,
  name varchar(200) not null,
  tax_number varchar(20) not null,
  region varchar(6) not null,
  city varchar(50) not null,
  address varchar(200),
  phone varchar(40),
  constraint organisation_tax_number unique (tax_number)
);

create table person (
  id uuid primary key,
  version bigint not null,
  name varchar(100) not null,
  mobile varchar(20) not null,
  email varchar(200) not null,
  identity_number varchar(20)
);

create table account (
  id uuid primary key,
  version bigint not null,
  login varchar(100) not null,
  name varchar(100) not null,
  email varchar(200),
  password_hash varchar(300) not null,
  enabled boolean not null,
  must_change_password boolean not null,
  language varchar(10) not null,
  constraint account_login unique (login)
);

create table account_identity (
  id uuid primary key,
  account_id uuid not null references account (id),
  role varchar(40) not null check (role in ('HOLDER', 'ORGANISATION_ADMINISTRATOR', 'CUSTOMER_SERVICE', 'FINANCE', 'SUPERVISOR', 'ADMINISTRATOR', 'AUDITOR')),
  organisation_id uuid references organisation (id),
  person_id uuid references person (id)
);
create index account_identity_account on account_identity (account_id);
create index account_identity_organisation on account_identity (organisation_id, role);

create table password_reset (
  token_hash varchar(64) primary key,
  login varchar(100) not null,
  expires timestamp with time zone not null
);
create index password_reset_expires on password_reset (expires);

create table invoice_title (
  id uuid primary key,
  version bigint not null,
  organisation_id uuid not null references organisation (id),
  type varchar(20) not null check (type in ('ENTERPRISE', 'PERSON')),
  name varchar(200) not null,
  tax_number varchar(20) not null,
  address varchar(200) not null,
  phone varchar(40) not null,
  bank varchar(200) not null,
  account varchar(40) not null,
  used timestamp with time zone not null
);
create index invoice_title_organisation on invoice_title (organisation_id, used);

create table recipient (
  id uuid primary key,
  version bigint not null,
  organisation_id uuid not null references organisation (id),
  name varchar(100) not null,
  mobile varchar(20) not null,
  region varchar(100) not null,
  address varchar(200) not null,
  used timestamp with time zone not null
);
create index recipient_organisation on recipient (organisation_id, used);
