-- Cases: drafts and what became of them, certificates held by open cases, notes, reviews of lapsed certificates.
create table renewal (
  id uuid primary key,
  version bigint not null,
  organisation uuid not null,
  person uuid,
  state varchar(20) not null check (state in ('DRAFT', 'AWAITING_PAYMENT', 'PAID', 'RENEWED', 'CANCELLED', 'ABANDONED', 'CLOSED')),
  draft text not null,
  invoice_chosen boolean not null,
  total_fen bigint,
  started timestamp with time zone not null,
  touched timestamp with time zone not null,
  started_by varchar(100) not null,
  cancel_reason varchar(500),
  words text not null
);
create index renewal_organisation on renewal (organisation, touched);
create index renewal_touched on renewal (touched);

create table renewal_claim (
  certificate uuid primary key,
  renewal uuid not null references renewal (id)
);
create index renewal_claim_renewal on renewal_claim (renewal);

create table lapsed_review (
  id uuid primary key,
  version bigint not null,
  certificate uuid not null,
  organisation uuid not null,
  asked_by varchar(100) not null,
  explanation varchar(2000) not null,
  state varchar(20) not null check (state in ('ASKED', 'APPROVED', 'REFUSED')),
  asked timestamp with time zone not null,
  decided timestamp with time zone,
  decided_by varchar(100),
  reason varchar(2000)
);
create index lapsed_review_certificate on lapsed_review (certificate, asked);
