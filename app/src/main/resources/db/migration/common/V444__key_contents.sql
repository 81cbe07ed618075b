-- What the agent found on a key when it was last read: certificates in use, and old ones kept to open old files.
create table key_content (
  key_serial varchar(60) not null,
  issuer varchar(500) not null,
  serial varchar(80) not null,
  role varchar(20) not null check (role in ('SIGNING', 'ENCRYPTION')),
  old boolean not null,
  expires timestamp with time zone not null,
  seen timestamp with time zone not null,
  primary key (key_serial, issuer, serial, role)
);
