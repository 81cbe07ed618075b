-- When and why a pair ended, for its life as customers and staff read it.
alter table certificate_pair add column ended timestamp with time zone;
alter table certificate_pair add column end_reason varchar(60);
create index certificate_pair_serial_only on certificate_pair (serial);

-- Revocations outside a renewal: asked for by one person, approved by another.
create table certificate_revocation (
  id uuid primary key,
  version bigint not null,
  certificate uuid not null references certificate_pair (id),
  organisation uuid not null,
  cause varchar(40) not null check (cause in ('KEY_COMPROMISE', 'CESSATION_OF_OPERATION', 'UNSPECIFIED')),
  reason varchar(500) not null,
  state varchar(20) not null check (state in ('ASKED', 'APPROVED', 'DECLINED', 'REVOKED')),
  asked_by varchar(100) not null,
  asked timestamp with time zone not null,
  decided_by varchar(100),
  decided timestamp with time zone,
  decision_reason varchar(500),
  revoked timestamp with time zone
);
create index certificate_revocation_certificate on certificate_revocation (certificate);
