-- Wat er bij het versturen naar DUO nog meer te weten is.
alter table bericht_uit
  -- Waarom het nog niet aan de beurt is: het wacht op een ander bericht van dezelfde persoon.
  add column wacht_op text,
  -- Bezwaren die wij zelf vonden vóór het versturen: tekst, en het veld waar het om gaat. DUO kreeg dan niets.
  add column eigen_redenen jsonb not null default '[]',
  -- Het nieuwere bericht over hetzelfde, waardoor dit er niet meer toe doet.
  add column vervangen_door uuid,
  add column intrek_reden text,
  add column ingetrokken_door uuid references medewerker;
create index bericht_uit_onderwerp on bericht_uit (gemeente_id, onderwerp_id);

-- DUO herkent een gemeente niet meer (certificaat of OIN): dan stopt haar hele uitgang met één melding.
create table duo_stop (
  gemeente_id uuid primary key references gemeente,
  sinds timestamptz not null,
  reden text not null,
  -- Wanneer één bericht mag proberen of het weer gaat.
  probeer_op timestamptz not null
);
alter table duo_stop enable row level security;
create policy eigen_gemeenten on duo_stop to meedoen_app
  using (gemeente_id = any ((select meedoen_gemeenten())::uuid[]));
grant select, insert, update, delete on duo_stop to meedoen_app;

-- Wat van de medewerker is overgenomen, zodat een wijziging opvalt en een verbetering met de hand blijft staan.
alter table duo_contactpersoon
  add column overgenomen jsonb not null default '{}',
  -- Wat DUO het laatst aannam; leeg zolang zij hem niet kent.
  add column bij_duo jsonb,
  add column bericht_id uuid,
  add column laatste_fout text,
  add column verstuurd_op timestamptz;

-- Instellingen zonder adres bestaan ook.
alter table instelling
  alter column postcode drop not null,
  alter column huisnummer drop not null;

-- Wanneer een naslaglijst van DUO het laatst is opgehaald, en wat daarbij opviel.
create table naslag_stand (
  lijst text primary key check (lijst in ('instellingen', 'verlengingsgronden')),
  geprobeerd_op timestamptz not null,
  gelukt_op timestamptz,
  aantal integer,
  misschien_afgekapt boolean not null default false,
  fout text
);
grant select, insert, update on naslag_stand to meedoen_app;
