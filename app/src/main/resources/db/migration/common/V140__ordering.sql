-- Orders, their items, every step of their lives, and the numbers drawn for them and for others.
create table number_series (
  series varchar(40) not null,
  drawn_on date not null,
  last_drawn bigint not null,
  constraint number_series_pk primary key (series, drawn_on)
);

create table renewal_order (
  id uuid primary key,
  version bigint not null,
  number varchar(40) not null,
  case_id uuid not null,
  organisation uuid not null,
  organisation_name varchar(200) not null,
  state varchar(20) not null check (state in ('PLACED', 'PAID', 'FULFILLED', 'CANCELLED', 'CLOSED')),
  fen bigint not null check (fen > 0),
  placed timestamp with time zone not null,
  pay_until timestamp with time zone not null,
  paid timestamp with time zone,
  ended timestamp with time zone,
  constraint renewal_order_number unique (number),
  constraint renewal_order_case unique (case_id)
);
create index renewal_order_organisation on renewal_order (organisation, placed);

create table order_item (
  id uuid primary key,
  version bigint not null,
  order_id uuid not null references renewal_order (id),
  place integer not null,
  certificate uuid not null,
  holder uuid not null,
  holder_name varchar(200) not null,
  kind varchar(20) not null check (kind in ('MAIN', 'PROJECT_LEADER')),
  vendor varchar(60) not null,
  key_serial varchar(60) not null,
  old_expiry date not null,
  old_platforms varchar(500) not null,
  new_platforms varchar(500) not null,
  fen bigint not null,
  new_from date,
  new_until date,
  state varchar(20) not null check (state in ('ORDERED', 'OWED', 'RENEWED', 'SETTLED', 'CANCELLED')),
  ended timestamp with time zone,
  reason varchar(500)
);
create index order_item_order on order_item (order_id);
create index order_item_certificate on order_item (certificate);
create index order_item_holder on order_item (holder);

create table order_transition (
  id uuid primary key,
  version bigint not null,
  order_id uuid not null references renewal_order (id),
  item uuid references order_item (id),
  state_before varchar(20) not null,
  state_after varchar(20) not null,
  happened timestamp with time zone not null
);
create index order_transition_order on order_transition (order_id);
