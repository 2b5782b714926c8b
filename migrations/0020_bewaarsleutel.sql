-- De sleutel waarmee een apparaat bewaart wat een medewerker zonder verbinding typte. De gegevens zelf staan alleen op
-- het apparaat; zonder deze sleutel zijn ze daar onleesbaar. Uitloggen verwijdert de rij.
create table bewaarsleutel (
  medewerker_id uuid not null references medewerker,
  apparaat_id uuid not null,
  sleutel bytea not null check (octet_length(sleutel) = 32),
  verloopt_op timestamptz not null,
  primary key (medewerker_id, apparaat_id)
);
grant select, insert, update, delete on bewaarsleutel to meedoen_app;
