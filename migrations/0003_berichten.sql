-- Berichten van en naar DUO, en het werk om de lijst heen.

-- Alles wat DUO meldt, letterlijk en duurzaam bewaard vóór de 201.
create table bericht_in (
  gemeente_id uuid not null references gemeente,
  id uuid not null,
  bericht_id uuid not null,
  -- sha256 over gebeurtenis, persoon en registratiemoment: dezelfde melding met een ander berichtId.
  inhoud_hash char(64) not null,
  ruw jsonb not null,
  gebeurtenis_id text not null,
  geregistreerd_op timestamptz not null,
  ontvangen_op timestamptz not null,
  staat text not null check (staat in ('nieuw', 'verwerkt', 'postvak', 'afgehandeld')),
  -- Waarom het in het postvak ligt en welke handeling wordt voorgesteld.
  postvak_reden text,
  voorstel text,
  dossier_id uuid,
  -- Wat is opgehaald en wat er in het dossier veranderde.
  uitkomst jsonb not null default '{}',
  pogingen integer not null default 0,
  laatste_fout text,
  afgehandeld_door uuid references medewerker,
  primary key (gemeente_id, id)
);
create unique index bericht_in_bericht_id on bericht_in (gemeente_id, bericht_id);
create unique index bericht_in_inhoud on bericht_in (gemeente_id, inhoud_hash);
create index bericht_in_open on bericht_in (gemeente_id, staat, ontvangen_op);
create index bericht_in_dossier on bericht_in (gemeente_id, dossier_id);

-- Alles wat naar DUO moet: één rij tegelijk per persoon, in volgorde.
create table bericht_uit (
  gemeente_id uuid not null,
  dossier_id uuid not null,
  id uuid not null,
  volgnummer bigint generated always as identity,
  soort text not null check (soort in ('pip')),
  -- Waar het over gaat, bijvoorbeeld het id van het PIP.
  onderwerp_id uuid not null,
  inhoud jsonb not null,
  staat text not null check (staat in ('wacht', 'bezig', 'geaccepteerd', 'geweigerd', 'ingetrokken')),
  pogingen integer not null default 0,
  -- Gezet vóór de eerste verzending: na een kill moet eerst bij DUO worden gekeken.
  verzending_begonnen_op timestamptz,
  bericht_id uuid,
  foutteksten text[] not null default '{}',
  laatste_fout text,
  -- Bewijs van ontvangst: status, API-Version, berichtId, tijdstip.
  ontvangstbewijs jsonb,
  gemaakt_op timestamptz not null,
  afgerond_op timestamptz,
  primary key (gemeente_id, id),
  foreign key (gemeente_id, dossier_id) references dossier (gemeente_id, id)
);
create index bericht_uit_wachtrij on bericht_uit (gemeente_id, dossier_id, volgnummer) where staat in ('wacht', 'bezig');
create index bericht_uit_staat on bericht_uit (gemeente_id, staat, volgnummer);

create table opgeslagen_lijst (
  id uuid primary key,
  medewerker_id uuid not null references medewerker on delete cascade,
  naam text not null,
  -- Filters, kolommen en volgorde.
  instelling jsonb not null,
  gedeeld boolean not null default false,
  gemaakt_op timestamptz not null
);
create index opgeslagen_lijst_medewerker on opgeslagen_lijst (medewerker_id);

-- Antwoord op een eerder verzoek met dezelfde Idempotency-Key.
create table idempotentie (
  medewerker_id uuid not null references medewerker on delete cascade,
  sleutel text not null,
  verzoek_hash char(64) not null,
  status integer not null,
  antwoord jsonb,
  gemaakt_op timestamptz not null,
  primary key (medewerker_id, sleutel)
);
