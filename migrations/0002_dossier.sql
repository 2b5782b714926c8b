-- Het dossier: feiten die erbij komen, en de Stand als afgeleide rij.

create table dossier (
  gemeente_id uuid not null references gemeente,
  id uuid not null unique,
  bsn char(9) check (bsn ~ '^\d{9}$'),
  v_nummer char(10) check (v_nummer ~ '^\d{10}$'),
  geopend_op timestamptz not null,
  -- Wijst naar het dossier waarin dit is opgegaan; het dossier zelf blijft bestaan.
  samengevoegd_met uuid,
  samengevoegd_op timestamptz,
  -- Leeg als een melding van DUO de samenvoeging uitlokte.
  samengevoegd_door uuid references medewerker,
  klantmanager_id uuid references medewerker,
  -- Uitstel van het voorstel van vandaag, met reden.
  uitgesteld_tot date,
  uitgesteld_voorstel text,
  uitgesteld_reden text,
  -- Telt elke wijziging; voor optimistisch vergrendelen.
  revisie integer not null default 1,
  primary key (gemeente_id, id)
);
create unique index dossier_bsn on dossier (gemeente_id, bsn) where samengevoegd_met is null;
create unique index dossier_v_nummer on dossier (gemeente_id, v_nummer) where samengevoegd_met is null;
create index dossier_opgegaan on dossier (gemeente_id, samengevoegd_met) where samengevoegd_met is not null;
create index dossier_klantmanager on dossier (gemeente_id, klantmanager_id);

create table feit (
  gemeente_id uuid not null,
  dossier_id uuid not null,
  id uuid not null,
  soort text not null,
  inhoud jsonb not null,
  geldig_op date not null,
  vastgelegd_op timestamptz not null,
  bron text not null check (bron in ('duo', 'coa', 'brp', 'medewerker', 'aanbieder', 'inburgeraar')),
  verwijzing text,
  medewerker_id uuid references medewerker,
  vervangt uuid,
  -- Na een samenvoeging: het dossier waarin dit is vastgelegd.
  afkomstig_uit uuid,
  primary key (gemeente_id, dossier_id, id),
  foreign key (gemeente_id, dossier_id) references dossier (gemeente_id, id)
);
-- Eén feit kan maar door één ander feit worden vervangen: twee schrijvers tegelijk botsen hier.
create unique index feit_vervangt on feit (gemeente_id, dossier_id, vervangt) where vervangt is not null;

-- Gezondheid en andere bijzondere gegevens: eigen tabel, eigen recht.
create table bijzonder_feit (
  gemeente_id uuid not null,
  dossier_id uuid not null,
  id uuid not null,
  vraag text not null,
  waarde jsonb not null,
  geldig_op date not null,
  vastgelegd_op timestamptz not null,
  medewerker_id uuid references medewerker,
  vervangt uuid,
  -- Na een samenvoeging: het dossier waarin dit is vastgelegd.
  afkomstig_uit uuid,
  primary key (gemeente_id, dossier_id, id),
  foreign key (gemeente_id, dossier_id) references dossier (gemeente_id, id)
);
create unique index bijzonder_feit_vervangt on bijzonder_feit (gemeente_id, dossier_id, vervangt) where vervangt is not null;

-- Afgeleid: wordt herschreven in de transactie die een feit toevoegt.
create table dossier_stand (
  gemeente_id uuid not null,
  dossier_id uuid not null,
  peildatum date not null,
  volgende_wijziging date,
  naam text not null,
  -- Naam zonder tekens boven letters, om op te ordenen; gelijk op elke server.
  sorteernaam text collate "C" not null,
  geboortedatum text,
  doelgroep text not null,
  leerroute text,
  schakel smallint not null,
  toestand text not null,
  voorstel text not null,
  voorstel_titel text not null,
  voorstel_reden text not null,
  laatste_dag date,
  signalen text[] not null default '{}',
  -- Herhaald uit dossier, zodat de werkvoorraad met één index toe kan. Uitstel staat hier alleen
  -- zolang het over dit voorstel gaat.
  klantmanager_id uuid references medewerker,
  uitgesteld_tot date,
  stand jsonb not null,
  primary key (gemeente_id, dossier_id),
  foreign key (gemeente_id, dossier_id) references dossier (gemeente_id, id)
);
-- Alles waarop de werkvoorraad filtert staat in de index: tellen en bladeren lezen geen rijen.
create index dossier_stand_laatste_dag on dossier_stand (gemeente_id, laatste_dag, dossier_id)
  include (klantmanager_id, uitgesteld_tot, voorstel, doelgroep, leerroute, schakel, toestand);
create index dossier_stand_klantmanager on dossier_stand (gemeente_id, klantmanager_id, laatste_dag, dossier_id)
  include (uitgesteld_tot, voorstel, doelgroep, leerroute, schakel, toestand);
create index dossier_stand_volgende on dossier_stand (gemeente_id, volgende_wijziging) where volgende_wijziging is not null;
create index dossier_stand_naam on dossier_stand (gemeente_id, sorteernaam, dossier_id)
  include (klantmanager_id, uitgesteld_tot, voorstel, doelgroep, leerroute, schakel, toestand);

-- Zoeksleutels van namen: zonder tekens boven letters, met de gangbare schrijfwijzen gelijkgetrokken.
create table zoeksleutel (
  gemeente_id uuid not null,
  sleutel text collate "C" not null,
  dossier_id uuid not null,
  primary key (gemeente_id, sleutel, dossier_id),
  foreign key (gemeente_id, dossier_id) references dossier (gemeente_id, id)
);

create table document (
  gemeente_id uuid not null,
  dossier_id uuid not null,
  id uuid not null,
  soort text not null check (soort in ('pip-beschikking', 'oproep', 'overig')),
  titel text not null,
  media_type text not null default 'application/pdf',
  sha256 char(64) not null,
  bestand bytea not null,
  gemaakt_op timestamptz not null,
  medewerker_id uuid references medewerker,
  -- Gegevens en sjabloon waarmee het is gemaakt.
  herkomst jsonb not null default '{}',
  afkomstig_uit uuid,
  primary key (gemeente_id, dossier_id, id),
  foreign key (gemeente_id, dossier_id) references dossier (gemeente_id, id)
);

-- Het PIP als werkstuk; vastgestelde inhoud is een feit.
create table pip (
  gemeente_id uuid not null,
  dossier_id uuid not null,
  id uuid not null,
  versie integer not null,
  staat text not null check (staat in ('concept', 'ter-vaststelling', 'vastgesteld', 'ingetrokken')),
  inhoud jsonb not null,
  opgesteld_door uuid references medewerker,
  vastgesteld_door uuid references medewerker,
  dagtekening date,
  document_id uuid,
  revisie integer not null default 1,
  gewijzigd_op timestamptz not null,
  afkomstig_uit uuid,
  primary key (gemeente_id, dossier_id, id),
  unique (gemeente_id, dossier_id, versie),
  foreign key (gemeente_id, dossier_id) references dossier (gemeente_id, id)
);
create unique index pip_een_concept on pip (gemeente_id, dossier_id) where staat in ('concept', 'ter-vaststelling');
