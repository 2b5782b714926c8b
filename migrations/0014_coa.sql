-- Wanneer de BRP het laatst over iemand is bevraagd, en welke verbintenissen er toen waren (zonder wie de ander is).
create table brp_stand (
  gemeente_id uuid not null,
  dossier_id uuid not null,
  bevraagd_op timestamptz not null,
  antwoord text not null check (antwoord in ('ok', 'onbekend', 'niet-bevoegd', 'fout')),
  -- Leeg zolang er niet naar is gevraagd.
  verbintenissen jsonb,
  primary key (gemeente_id, dossier_id),
  foreign key (gemeente_id, dossier_id) references dossier (gemeente_id, id)
);
create index brp_stand_bevraagd on brp_stand (gemeente_id, bevraagd_op);
alter table brp_stand enable row level security;
create policy eigen_gemeenten on brp_stand to meedoen_app
  using (gemeente_id = any ((select meedoen_gemeenten())::uuid[]));
grant select, insert, update on brp_stand to meedoen_app;

-- Een overdracht van COA die is opgenomen: wie, wanneer, en wat er van elke rij werd. Namen, nummers en het bestand
-- zelf staan hier niet.
create table coa_overdracht (
  gemeente_id uuid not null references gemeente,
  id uuid not null,
  vorm text not null check (vorm in ('json', 'xlsx')),
  sha256 char(64) not null,
  opgenomen_op timestamptz not null,
  medewerker_id uuid not null references medewerker,
  -- Per rij: nummer, dossier, uitkomst, aantal feiten en wat niet te lezen was.
  rijen jsonb not null,
  primary key (gemeente_id, id)
);
create index coa_overdracht_op on coa_overdracht (gemeente_id, opgenomen_op desc);
create index coa_overdracht_sha on coa_overdracht (gemeente_id, sha256);
alter table coa_overdracht enable row level security;
create policy eigen_gemeenten on coa_overdracht to meedoen_app
  using (gemeente_id = any ((select meedoen_gemeenten())::uuid[]));
grant select, insert on coa_overdracht to meedoen_app;

-- Hoeveel mensen een gemeente in een halfjaar moet huisvesten. Een nieuw getal is een nieuwe rij; het laatste telt.
create table coa_taakstelling (
  gemeente_id uuid not null references gemeente,
  id uuid not null,
  jaar smallint not null check (jaar between 2000 and 2100),
  helft smallint not null check (helft in (1, 2)),
  aantal integer not null check (aantal between 0 and 100000),
  vastgelegd_op timestamptz not null,
  medewerker_id uuid not null references medewerker,
  primary key (gemeente_id, id)
);
create index coa_taakstelling_halfjaar on coa_taakstelling (gemeente_id, jaar, helft, vastgelegd_op desc);
alter table coa_taakstelling enable row level security;
create policy eigen_gemeenten on coa_taakstelling to meedoen_app
  using (gemeente_id = any ((select meedoen_gemeenten())::uuid[]));
grant select, insert on coa_taakstelling to meedoen_app;
