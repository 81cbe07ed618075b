-- Days that differ from Monday-to-Friday (R9), and the years for which they are known.
create table calendar_year (
    calendar_year int primary key,
    entered_at timestamp with time zone,
    entered_by varchar(100) not null
);
create table special_day (
    special_day date primary key,
    calendar_year int not null references calendar_year (calendar_year),
    working boolean not null,
    festival varchar(100) not null
);
create index special_day_year on special_day (calendar_year);
