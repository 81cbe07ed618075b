-- When money arrived that fits no order, and from whom: by these an order is suggested for it. A matched one becomes a payment
-- under the number that the channel knows, which may be longer than ours.
alter table payment_exception add column paid_at timestamp with time zone;
alter table payment_exception add column payer varchar(128);
alter table payment alter column number set data type varchar(64);
create index payment_payer on payment (payer);
create index renewal_order_placed on renewal_order (placed);
