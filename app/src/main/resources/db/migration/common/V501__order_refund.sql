-- Refunds of paid orders, in whole or by certificate, and what they end. Amounts in fen.
-- The view of all money reads columns that change here; it is made again when they have (V504).
drop view if exists money_in_balance;

create table order_refund (
  id uuid primary key,
  version bigint not null,
  case_id uuid not null,
  order_id uuid not null references renewal_order (id),
  fen bigint not null check (fen > 0),
  reason varchar(500) not null,
  state varchar(10) not null check (state in ('DECIDED', 'DECLINED', 'APPROVED', 'REFUNDED', 'FAILED')),
  decided timestamp with time zone not null,
  decided_by varchar(100) not null,
  approved timestamp with time zone,
  approved_by varchar(100),
  approval_reason varchar(500),
  ended timestamp with time zone
);
create index order_refund_case on order_refund (case_id, decided);

create table order_refund_item (
  refund_id uuid not null references order_refund (id),
  item uuid not null references order_item (id),
  primary key (refund_id, item)
);
create index order_refund_item_item on order_refund_item (item);

-- A refund gives back the money of an exception, or of an order; one that fails goes from the order to an exception.
alter table refund alter column exception_id drop not null;
alter table refund add column order_refund uuid;
alter table refund add constraint refund_order_refund unique (order_refund);
alter table refund add constraint refund_has_cause check (exception_id is not null or order_refund is not null);

-- What the certificate authority was asked for and has not answered: until it has, the item can neither be refunded nor ended.
alter table rekey add column issuing timestamp with time zone;

-- A term that was promised and is served no more, because its certificate was refunded.
alter table entitlement add column withdrawn timestamp with time zone;

-- An item, an order, a case whose money went back.
alter table order_item add column state_now varchar(20);
update order_item set state_now = state;
alter table order_item drop column state;
alter table order_item rename column state_now to state;
alter table order_item alter column state set not null;
alter table order_item add constraint order_item_state check (state in
  ('ORDERED', 'OWED', 'RENEWED', 'SETTLED', 'CANCELLED', 'REFUNDED'));

alter table renewal_order add column state_now varchar(20);
update renewal_order set state_now = state;
alter table renewal_order drop column state;
alter table renewal_order rename column state_now to state;
alter table renewal_order alter column state set not null;
alter table renewal_order add constraint renewal_order_state check (state in
  ('PLACED', 'PAID', 'FULFILLED', 'CANCELLED', 'CLOSED', 'REFUNDED'));

alter table renewal add column state_now varchar(20);
update renewal set state_now = state;
alter table renewal drop column state;
alter table renewal rename column state_now to state;
alter table renewal alter column state set not null;
alter table renewal add constraint renewal_state check (state in
  ('DRAFT', 'AWAITING_PAYMENT', 'PAID', 'RENEWED', 'CANCELLED', 'ABANDONED', 'CLOSED', 'REFUNDED'));
