-- Alles wat naar DUO kan, en wat DUO het laatst zei.
alter table bericht_uit drop constraint bericht_uit_soort_check;
alter table bericht_uit add constraint bericht_uit_soort_check check (soort in (
  'pip', 'pip-verwijderen', 'contactpersoon', 'aanbod', 'aanbod-intrekken', 'uren', 'pvt', 'map', 'zroute',
  'lbt-intrekken'));

-- Wat DUO het laatst antwoordde, per onderwerp, letterlijk. Een nieuw antwoord is een nieuwe rij; komt hetzelfde
-- antwoord terug, dan schuift alleen `laatst_gezien_op`.
create table duo_opname (
  gemeente_id uuid not null,
  dossier_id uuid not null,
  id uuid not null,
  onderwerp text not null,
  -- Leeg als DUO niets had vastgelegd.
  inhoud jsonb,
  inhoud_hash char(64) not null,
  api_versie text,
  bericht_id uuid not null,
  opgehaald_op timestamptz not null,
  laatst_gezien_op timestamptz not null,
  -- Kan over gezondheid gaan (de grond van een ontheffing): alleen met bijzonder recht te zien.
  bijzonder boolean not null default false,
  primary key (gemeente_id, id),
  foreign key (gemeente_id, dossier_id) references dossier (gemeente_id, id)
);
create index duo_opname_dossier on duo_opname (gemeente_id, dossier_id, onderwerp, opgehaald_op);
alter table duo_opname enable row level security;
create policy eigen_gemeenten on duo_opname to meedoen_app
  using (gemeente_id = any ((select meedoen_gemeenten())::uuid[])
    and (not bijzonder or gemeente_id = any ((select meedoen_bijzonder())::uuid[])));
grant select, insert, update on duo_opname to meedoen_app;

-- Cursusinstellingen en verlengingsgronden zoals DUO ze kent: van niemand in het bijzonder.
create table instelling (
  instellingsnummer char(10) primary key,
  naam text not null,
  postcode text not null,
  huisnummer integer not null,
  huisnummertoevoeging text,
  plaats text not null,
  bow text,
  brin text,
  bow_keurmerk boolean,
  tst_keurmerk boolean,
  gezien_op timestamptz not null,
  -- Sinds wanneer DUO haar niet meer noemt, en sinds wanneer een keurmerk ontbreekt dat er was.
  verdwenen_op timestamptz,
  keurmerk_verloren_op timestamptz
);
create table verlengingsgrond (
  code text primary key,
  omschrijving text not null,
  gezien_op timestamptz not null
);
grant select, insert, update on instelling, verlengingsgrond to meedoen_app;

-- De contactpersoon van een gemeente zoals DUO haar kent. DUO geeft de lijst niet terug: het nummer wordt hier
-- bewaard, anders ontstaan dubbelen.
create table duo_contactpersoon (
  gemeente_id uuid not null references gemeente,
  medewerker_id uuid not null references medewerker,
  id uuid not null,
  duo_id integer,
  naam text not null,
  email text not null,
  telefoonnummer text not null,
  -- `onzeker`: verstuurd zonder antwoord; een mens kijkt eerst bij DUO.
  staat text not null check (staat in ('nieuw', 'bezig', 'bekend', 'onzeker', 'geweigerd')),
  foutteksten text[] not null default '{}',
  gewijzigd_op timestamptz not null,
  primary key (gemeente_id, id),
  unique (gemeente_id, medewerker_id)
);
alter table duo_contactpersoon enable row level security;
create policy eigen_gemeenten on duo_contactpersoon to meedoen_app
  using (gemeente_id = any ((select meedoen_gemeenten())::uuid[]));
grant select, insert, update on duo_contactpersoon to meedoen_app;
