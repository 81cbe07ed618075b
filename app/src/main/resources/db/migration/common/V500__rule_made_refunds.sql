-- Kinds of money that does not fit, as reconciliation finds them too; and the rule by which money went back without a person.
alter table payment_exception add column kind_now varchar(20);
update payment_exception set kind_now = kind;
alter table payment_exception drop column kind;
alter table payment_exception rename column kind_now to kind;
alter table payment_exception alter column kind set not null;
alter table payment_exception add constraint payment_exception_kind check (kind in
  ('AMOUNT_DIFFERS', 'PAID_AFTER_CLOSE', 'PAID_TWICE', 'UNKNOWN_ORDER', 'REFUND_FAILED', 'CHANNEL_ONLY', 'OURS_ONLY'));

alter table payment_exception add column rule varchar(20);
alter table payment_exception add constraint payment_exception_rule check (rule in ('paid-twice'));
