-- Parcels and where they were seen.
create table shipment (
  id uuid primary key,
  version bigint not null,
  case_id uuid not null,
  purpose varchar(20) not null,
  subject uuid not null,
  state varchar(10) not null check (state in ('PLANNED', 'BOOKED', 'COLLECTED', 'DELIVERED', 'REFUSED', 'CANCELLED')),
  recipient_name varchar(100) not null,
  recipient_mobile varchar(20) not null,
  recipient_region varchar(100) not null,
  recipient_address varchar(200) not null,
  booking_key varchar(64) not null,
  waybill varchar(40),
  booked boolean not null,
  refusal varchar(300),
  created timestamp with time zone not null,
  delivered timestamp with time zone,
  constraint shipment_booking_key unique (booking_key),
  constraint shipment_waybill unique (waybill)
);
create index shipment_case on shipment (case_id);
create index shipment_subject on shipment (subject, created);

create table shipment_step (
  shipment_id uuid not null references shipment (id),
  position integer not null,
  at timestamp with time zone not null,
  place varchar(100) not null,
  text varchar(300) not null,
  code varchar(10) not null,
  primary key (shipment_id, position)
);
