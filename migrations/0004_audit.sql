-- Logboek: alleen toevoegen. De verzegeling legt elke regel vast in een keten van hashes.

create table audit (
  volgnummer bigint generated always as identity primary key,
  tijdstip timestamptz not null,
  medewerker_id uuid,
  -- Naam van het systeemdeel als er geen medewerker is ('duo-in', 'nachtwerk').
  systeem text,
  rol text,
  organisatie_id uuid,
  gemeente_id uuid,
  -- Doel van de verwerking: de taak.
  taak text not null,
  handeling text not null check (handeling in ('lezen', 'zoeken', 'wijzigen', 'verzenden', 'exporteren', 'aanmelden', 'afmelden')),
  object_soort text not null,
  object_id uuid,
  dossier_id uuid,
  -- Bij lijsten: alle getoonde dossiers.
  dossier_ids uuid[],
  trace_id text not null
);
create index audit_dossier on audit (gemeente_id, dossier_id, volgnummer) where dossier_id is not null;

create table audit_zegel (
  positie bigint primary key,
  volgnummer bigint not null unique,
  hash char(64) not null
);

create function audit_alleen_toevoegen() returns trigger language plpgsql as $$
begin
  raise exception 'het logboek kan alleen worden aangevuld';
end $$;

create trigger audit_vast before update or delete on audit
  for each row execute function audit_alleen_toevoegen();
create trigger audit_niet_legen before truncate on audit
  for each statement execute function audit_alleen_toevoegen();
create trigger audit_zegel_vast before update or delete on audit_zegel
  for each row execute function audit_alleen_toevoegen();
create trigger audit_zegel_niet_legen before truncate on audit_zegel
  for each statement execute function audit_alleen_toevoegen();
