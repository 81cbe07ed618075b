-- Invoices that a refund ends or makes smaller: cancelled before they were issued, or reversed by a red letter afterwards.
alter table invoice add column state_now varchar(10);
update invoice set state_now = state;
alter table invoice drop column state;
alter table invoice rename column state_now to state;
alter table invoice alter column state set not null;
alter table invoice add constraint invoice_state check (state in
  ('ASKED', 'SUBMITTED', 'REJECTED', 'ISSUED', 'DELIVERED', 'GIVEN_UP', 'CANCELLED', 'REVERSED'));
-- From when on the tax channel may hold it: it can no longer be cancelled or made smaller.
alter table invoice add column offered timestamp with time zone;

create table invoice_correction (
  id uuid primary key,
  version bigint not null,
  case_id uuid not null,
  order_id uuid not null,
  invoice_id uuid not null references invoice (id),
  serial varchar(32) not null,
  reason varchar(2) not null check (reason in ('01', '02', '03', '04')),
  rest_fen bigint not null check (rest_fen >= 0),
  state varchar(12) not null check (state in ('ASKED', 'SUBMITTED', 'CONFIRMED', 'REFUSED', 'ISSUED', 'NOT_NEEDED', 'GIVEN_UP')),
  channel_id varchar(100),
  confirmation varchar(20),
  red_number varchar(20),
  trouble varchar(500),
  asks integer not null,
  asked timestamp with time zone not null,
  submitted timestamp with time zone,
  ended timestamp with time zone,
  next_invoice uuid,
  constraint invoice_correction_serial unique (serial),
  constraint invoice_correction_confirmation unique (confirmation),
  constraint invoice_correction_red_number unique (red_number)
);
create index invoice_correction_case on invoice_correction (case_id, asked);
create index invoice_correction_invoice on invoice_correction (invoice_id);
