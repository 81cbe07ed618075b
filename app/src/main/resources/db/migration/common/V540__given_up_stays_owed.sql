-- What a customer gives up for now stays owed (R6); what staff settle for good is settled by two persons.

alter table rekey add column given_up timestamp with time zone;
alter table rekey add column settle_by varchar(100);
alter table rekey add column settle_reason varchar(2000);
alter table rekey add column settle_agreed_by varchar(100);
