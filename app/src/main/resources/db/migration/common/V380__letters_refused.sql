-- A letter whose address a mail server refuses for good is not tried again by itself: a person sees to it.
alter table notice add column refused timestamp with time zone;
