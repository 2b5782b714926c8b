-- De brieven bij een PIP zijn één set met één versienummer: de beschikking, de versie in gewone taal, de versie in
-- beeld, en beide naast een vertaling. `document.set_id` is het id van het PIP.
create table brievenset (
  gemeente_id uuid not null,
  dossier_id uuid not null,
  pip_id uuid not null,
  versie integer not null,
  -- Talen naast het Nederlands.
  talen text[] not null default '{}',
  staat text not null check (staat in ('bezig', 'klaar', 'mislukt')),
  klaar integer not null default 0,
  totaal integer not null default 0,
  -- Waarom het niet lukte, zonder gegevens van de persoon.
  fout text,
  -- Waaruit elke brief is gemaakt. Eén keer vastgelegd, zodat een brief die later bijkomt hetzelfde zegt.
  bron jsonb,
  gemaakt_op timestamptz not null,
  bijgewerkt_op timestamptz not null,
  primary key (gemeente_id, dossier_id, pip_id),
  -- Bij een samenvoeging verhuist het PIP naar een ander dossier.
  foreign key (gemeente_id, dossier_id, pip_id) references pip (gemeente_id, dossier_id, id) on update cascade
);
alter table brievenset enable row level security;
create policy eigen_gemeenten on brievenset to meedoen_app
  using (gemeente_id = any ((select meedoen_gemeenten())::uuid[]));
grant select, insert, update on brievenset to meedoen_app;

-- Werk dat halverwege ophield en opnieuw begint, maakt een brief geen tweede keer.
create unique index document_set_uniek on document (gemeente_id, set_id, soort, taal)
  where soort in ('pip-eenvoudig', 'pip-beeld', 'pip-vertaling');

-- Wie een tekst voor inburgeraars nakeek, of in eigen woorden zette. Elke handeling is een rij; de laatste telt, en
-- alleen zolang het Nederlands en de vertaling nog dezelfde zijn als toen.
create table tekst_goedkeuring (
  gemeente_id uuid not null references gemeente,
  id uuid not null,
  collectie text not null,
  sleutel text not null,
  taal text not null,
  -- Eigen woorden van de gemeente; leeg is de tekst van Meedoen.
  eigen_tekst text check (length(eigen_tekst) between 1 and 2000),
  vastgesteld boolean not null,
  nederlands_sha char(64) not null,
  tekst_sha char(64) not null,
  medewerker_id uuid not null references medewerker,
  naam text not null,
  gemaakt_op timestamptz not null,
  primary key (gemeente_id, id)
);
create index tekst_goedkeuring_laatste on tekst_goedkeuring (gemeente_id, collectie, sleutel, taal, id desc);
alter table tekst_goedkeuring enable row level security;
create policy eigen_gemeenten on tekst_goedkeuring to meedoen_app
  using (gemeente_id = any ((select meedoen_gemeenten())::uuid[]));
grant select, insert on tekst_goedkeuring to meedoen_app;

select meedoen_scherm_af();
