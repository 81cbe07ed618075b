-- Attempts to pay, what providers said, money on its way back, and money that fits no order. Amounts in fen.
create table payment (
  id uuid primary key,
  version bigint not null,
  number varchar(32) not null,
  order_id uuid not null,
  case_id uuid not null,
  channel varchar(10) not null check (channel in ('WECHAT', 'ALIPAY')),
  fen bigint not null check (fen > 0),
  state varchar(10) not null check (state in ('CREATED', 'OPEN', 'SUCCEEDED', 'CLOSED', 'FROZEN', 'REFUNDED', 'FAILED')),
  code varchar(500),
  code_expires timestamp with time zone,
  opened timestamp with time zone not null,
  provider_number varchar(64),
  paid_fen bigint,
  paid_at timestamp with time zone,
  payer varchar(128),
  counted timestamp with time zone,
  refunded_fen bigint not null,
  next_query timestamp with time zone,
  queries integer not null,
  constraint payment_number unique (number)
);
create index payment_order on payment (order_id);
create index payment_case on payment (case_id);
create index payment_next_query on payment (next_query);
create index payment_paid_at on payment (state, paid_at);

-- Every step of a payment's state, and the steps that are allowed: the invariants compare them.
create table payment_transition (
  id uuid primary key,
  payment_id uuid not null references payment (id),
  was varchar(10) not null,
  became varchar(10) not null,
  at timestamp with time zone not null
);
create index payment_transition_payment on payment_transition (payment_id);

create table payment_arrow (
  was varchar(10) not null,
  became varchar(10) not null,
  primary key (was, became)
);
insert into payment_arrow (was, became) values
  ('CREATED', 'OPEN'), ('CREATED', 'FAILED'), ('CREATED', 'CLOSED'), ('CREATED', 'SUCCEEDED'), ('CREATED', 'FROZEN'),
  ('OPEN', 'SUCCEEDED'), ('OPEN', 'CLOSED'), ('OPEN', 'FROZEN'),
  ('CLOSED', 'SUCCEEDED'), ('CLOSED', 'FROZEN'),
  ('FAILED', 'SUCCEEDED'), ('FAILED', 'FROZEN'),
  ('FROZEN', 'SUCCEEDED'), ('FROZEN', 'REFUNDED'),
  ('SUCCEEDED', 'REFUNDED');

-- The inbox: only proven events get in, once by sender's id.
create table inbox_event (
  id uuid primary key,
  sender varchar(20) not null,
  event_id varchar(200) not null,
  kind varchar(10) not null check (kind in ('payment', 'refund')),
  number varchar(64) not null,
  provider_number varchar(64),
  state varchar(32) not null,
  fen bigint not null,
  at timestamp with time zone,
  payer varchar(128),
  evidence varchar(4000) not null,
  received timestamp with time zone not null,
  handled timestamp with time zone,
  outcome varchar(32),
  attempts integer not null,
  next_attempt timestamp with time zone,
  constraint inbox_event_once unique (sender, event_id)
);
create index inbox_event_next on inbox_event (next_attempt, received);
create index inbox_event_number on inbox_event (number);

-- What a provider answered when we asked.
create table provider_answer (
  id uuid primary key,
  number varchar(64) not null,
  verb varchar(20) not null,
  state varchar(20) not null,
  provider_number varchar(64),
  fen bigint not null,
  evidence varchar(4000) not null,
  at timestamp with time zone not null
);
create index provider_answer_number on provider_answer (number);

create table payment_exception (
  id uuid primary key,
  version bigint not null,
  once_key varchar(200) not null,
  kind varchar(20) not null check (kind in ('AMOUNT_DIFFERS', 'PAID_AFTER_CLOSE', 'PAID_TWICE', 'UNKNOWN_ORDER', 'REFUND_FAILED')),
  state varchar(10) not null check (state in ('OPEN', 'DECIDED', 'APPROVED', 'CLOSED')),
  payment_id uuid references payment (id),
  order_id uuid,
  case_id uuid,
  channel varchar(10) not null,
  number varchar(64) not null,
  provider_number varchar(64),
  fen bigint not null,
  expected_fen bigint,
  evidence varchar(4000) not null,
  opened timestamp with time zone not null,
  decision varchar(20) check (decision in ('match', 'refund', 'transfer', 'dismiss')),
  decided_by varchar(100),
  reason varchar(500),
  approved_by varchar(100),
  approval_reason varchar(500),
  refund_fen bigint not null,
  transfer_reference varchar(100),
  transferred_by varchar(100),
  closed timestamp with time zone,
  constraint payment_exception_once unique (once_key)
);
create index payment_exception_payment on payment_exception (payment_id);
create index payment_exception_case on payment_exception (case_id);
create index payment_exception_state on payment_exception (state, opened);

-- One refund for each exception, under one number however often it is asked for.
create table refund (
  id uuid primary key,
  version bigint not null,
  number varchar(64) not null,
  exception_id uuid not null references payment_exception (id),
  payment_id uuid references payment (id),
  channel varchar(10) not null,
  payment_number varchar(64) not null,
  total_fen bigint not null,
  fen bigint not null check (fen > 0),
  reason varchar(80) not null,
  state varchar(10) not null check (state in ('ASKED', 'PENDING', 'SUCCEEDED', 'FAILED')),
  asked timestamp with time zone not null,
  succeeded timestamp with time zone,
  constraint refund_number unique (number),
  constraint refund_exception unique (exception_id)
);
create index refund_payment on refund (payment_id);
