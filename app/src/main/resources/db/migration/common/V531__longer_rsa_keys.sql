-- Certificates of RSA keys of 3072 bits, which the authority's profiles offered all along.
alter table certificate_pair add column algorithm_wider varchar(20);
update certificate_pair set algorithm_wider = algorithm;
alter table certificate_pair drop column algorithm;
alter table certificate_pair rename column algorithm_wider to algorithm;
alter table certificate_pair alter column algorithm set not null;
alter table certificate_pair add constraint certificate_pair_algorithms check (algorithm in
  ('RSA_2048', 'RSA_3072', 'SM2'));
