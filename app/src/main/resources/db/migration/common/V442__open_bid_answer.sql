-- What each platform said when it was asked for unopened bids before issuing (R4); kept only when not all of them said no.
create table open_bid_answer (
  id uuid primary key,
  item uuid not null references rekey (item),
  platform varchar(20) not null,
  answer varchar(10) not null check (answer in ('NONE', 'OPEN', 'UNKNOWN')),
  project varchar(300),
  opens_at timestamp with time zone,
  asked timestamp with time zone not null
);
create index open_bid_answer_item on open_bid_answer (item);
-- A wait that somebody chose is reminded of; when it began tells one wait from the next.
alter table rekey add column deferred timestamp with time zone;
