-- Berichten aan de persoon zelf over een afspraak: brief, e-mail of sms. Nummer, adres en naam staan hier niet; die
-- volgen uit de feiten op het moment van versturen.
create table persoonsbericht (
  gemeente_id uuid not null,
  dossier_id uuid not null,
  -- Ook de verwijzing bij de berichtendienst: aan dit id is te zien of het al weg is.
  id uuid not null,
  afspraak_id uuid not null,
  -- Het feit met de afspraak zoals zij toen was; is dat vervangen, dan vertrekt dit bericht niet meer.
  afspraak_feit uuid not null,
  wat text not null check (wat in ('uitnodiging', 'herinnering', 'verzet', 'afgezegd')),
  kanaal text not null check (kanaal in ('brief', 'e-mail', 'sms')),
  -- Blijkt bij het versturen; tot dan Nederlands.
  taal text not null default 'nl',
  staat text not null check (staat in
    ('wacht', 'bezig', 'verstuurd', 'bezorgd', 'mislukt', 'vervallen', 'zelf')),
  -- Waarom het mislukte of verviel, of waarom een mens het zelf moet geven. Nooit met een nummer of adres.
  reden text,
  niet_voor timestamptz not null,
  -- Bij een herinnering: hoeveel dagen voor de afspraak.
  dagen_ervoor smallint not null default 0,
  pogingen integer not null default 0,
  verzending_begonnen_op timestamptz,
  -- Het id dat de berichtendienst gaf.
  notify_id uuid,
  -- De letterlijke tekst die wegging, of de brief.
  tekst text,
  document_id uuid,
  medewerker_id uuid references medewerker,
  gemaakt_op timestamptz not null,
  verstuurd_op timestamptz,
  afgerond_op timestamptz,
  primary key (gemeente_id, id),
  foreign key (gemeente_id, dossier_id) references dossier (gemeente_id, id)
);
-- Hetzelfde bericht over dezelfde afspraak bestaat één keer.
create unique index persoonsbericht_eenmaal on persoonsbericht (gemeente_id, afspraak_feit, wat, kanaal, dagen_ervoor);
create index persoonsbericht_rij on persoonsbericht (gemeente_id, niet_voor) where staat in ('wacht', 'bezig');
create index persoonsbericht_onderweg on persoonsbericht (gemeente_id, verstuurd_op) where staat = 'verstuurd';
create index persoonsbericht_dossier on persoonsbericht (gemeente_id, dossier_id, afspraak_id);
alter table persoonsbericht enable row level security;
create policy eigen_gemeenten on persoonsbericht to meedoen_app
  using (gemeente_id = any ((select meedoen_gemeenten())::uuid[]));
grant select, insert, update on persoonsbericht to meedoen_app;

-- Gaat een dossier in een ander op, dan gaan de berichten mee.
create function persoonsbericht_verhuist() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  update persoonsbericht set dossier_id = new.samengevoegd_met
    where gemeente_id = new.gemeente_id and dossier_id = new.id;
  return null;
end $$;
revoke all on function persoonsbericht_verhuist from public;
create trigger persoonsbericht_verhuist after update of samengevoegd_met on dossier
  for each row when (new.samengevoegd_met is not null and old.samengevoegd_met is null)
  execute function persoonsbericht_verhuist();

-- De agenda van een week, over alle dossiers.
create index feit_afspraak_datum on feit (gemeente_id, (inhoud->>'datum')) where soort = 'afspraak';

-- Een adres waarmee iemand zijn agenda in een ander programma toont. Alleen de hash van de sleutel staat hier.
create table agenda_abonnement (
  id uuid primary key,
  medewerker_id uuid not null references medewerker,
  sleutel_hash bytea not null unique,
  gemaakt_op timestamptz not null,
  laatst_gebruikt_op timestamptz,
  ingetrokken_op timestamptz
);
create unique index agenda_abonnement_een on agenda_abonnement (medewerker_id) where ingetrokken_op is null;
grant select, insert, update on agenda_abonnement to meedoen_app;

-- Ook deze tabel toont een afgeschermd dossier niet.
select meedoen_scherm_af();
