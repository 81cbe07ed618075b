-- Challenges for signing in with the key: one nonce for one browser session, proven once, gone after minutes.
create table sign_in_challenge (
  id varchar(64) primary key,
  version bigint not null,
  origin varchar(200) not null,
  nonce varchar(64) not null,
  -- SHA-256 of a secret that only the session which asked holds
  binding varchar(64) not null,
  opened_from varchar(100) not null,
  opened timestamp with time zone not null,
  expires timestamp with time zone not null,
  -- the first proof that came, good or bad, uses the nonce up; the same proof again gets the same answer
  used timestamp with time zone,
  proof varchar(64),
  certificate uuid,
  login varchar(100),
  refusal varchar(60),
  -- when the session went in with it
  taken timestamp with time zone,
  constraint sign_in_challenge_nonce unique (nonce),
  check (login is null or refusal is null),
  check (taken is null or login is not null)
);
create index sign_in_challenge_expires on sign_in_challenge (expires);
