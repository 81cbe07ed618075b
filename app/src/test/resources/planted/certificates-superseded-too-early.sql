insert into certificate_pair (id, version, organisation, holder, holder_name, kind, algorithm, vendor, key_serial, subject, issuer,
  serial, signing, issued, expires, state)
values ('00000000-0000-4000-8000-00000000c003', 0, '00000000-0000-4000-8000-00000000a004', '00000000-0000-4000-8000-00000000a004', 'planted', 'MAIN', 'SM2', 'CFCA', 'K1', 'CN=x', 'CN=planted',
  'p3', '\x00', timestamp with time zone '2026-11-22 10:00:00+08', timestamp with time zone '2026-11-22 12:00:00+08', 'SUPERSEDED');
