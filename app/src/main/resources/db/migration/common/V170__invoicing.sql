-- VAT invoices: what was asked for, how it stands, and the files of the tax system. Amounts in fen.
create table invoice (
  id uuid primary key,
  version bigint not null,
  case_id uuid not null,
  order_id uuid not null,
  order_number varchar(40) not null,
  organisation_id uuid not null,
  kind varchar(20) not null check (kind in ('ELECTRONIC_ORDINARY', 'ELECTRONIC_SPECIAL', 'PAPER_SPECIAL')),
  state varchar(10) not null check (state in ('ASKED', 'SUBMITTED', 'REJECTED', 'ISSUED', 'DELIVERED', 'GIVEN_UP')),
  title_type varchar(20) not null check (title_type in ('ENTERPRISE', 'PERSON')),
  title_name varchar(200) not null,
  title_tax_number varchar(20) not null,
  title_address varchar(200) not null,
  title_phone varchar(40) not null,
  title_bank varchar(200) not null,
  title_account varchar(40) not null,
  gross bigint not null check (gross > 0),
  net bigint not null,
  tax bigint not null,
  rate decimal(6, 4) not null,
  goods_code varchar(19) not null,
  goods_name varchar(50) not null,
  line_name varchar(100) not null,
  email varchar(200),
  collection varchar(10) check (collection in ('COURIER', 'COUNTER')),
  recipient_name varchar(100),
  recipient_mobile varchar(20),
  recipient_region varchar(100),
  recipient_address varchar(200),
  serial varchar(32) not null,
  channel_id varchar(100),
  asks integer not null,
  number varchar(20),
  paper_code varchar(12),
  paper_number varchar(8),
  issued timestamp with time zone,
  rejection varchar(500),
  received_by varchar(100),
  specimen boolean not null,
  asked timestamp with time zone not null,
  constraint invoice_serial unique (serial),
  constraint invoice_number unique (number),
  constraint invoice_paper unique (paper_code, paper_number),
  constraint invoice_adds_up check (net + tax = gross)
);
create index invoice_order on invoice (order_id, asked);
create index invoice_case on invoice (case_id);
create index invoice_organisation on invoice (organisation_id, asked);
create index invoice_asked on invoice (asked);

create table invoice_file (
  invoice_id uuid not null references invoice (id),
  kind varchar(10) not null,
  content bytea not null,
  primary key (invoice_id, kind)
);
