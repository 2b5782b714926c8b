-- Gemeenten, organisaties, medewerkers en de taakverdeling die zegt wie wat voor wie doet.

create table gemeente (
  id uuid primary key,
  code char(4) not null unique check (code ~ '^\d{4}$'),
  naam text not null,
  oin char(20) not null unique check (oin ~ '^[0-9A-Z]{20}$'),
  -- Briefhoofd en kleur: adres, postcode, plaats, telefoon, email, website, kleur.
  stijl jsonb not null default '{}'
);

create table organisatie (
  id uuid primary key,
  naam text not null unique,
  soort text not null check (soort in ('gemeente', 'rit', 'uitvoerder', 'taalschool', 'partner'))
);

create table medewerker (
  id uuid primary key,
  organisatie_id uuid not null references organisatie,
  naam text not null,
  functie text not null default '',
  email text not null unique,
  telefoon text not null default '',
  -- `sub` van de OIDC-aanbieder; leeg tot de eerste keer inloggen.
  oidc_sub text unique,
  actief boolean not null default true
);
create index medewerker_organisatie on medewerker (organisatie_id);

-- Een rol geldt voor één taak; '*' is elke taak van de organisatie.
create table medewerker_rol (
  medewerker_id uuid not null references medewerker on delete cascade,
  taak text not null,
  rol text not null check (rol in ('klantmanager', 'regisseur', 'beleid', 'beheer', 'lezer')),
  primary key (medewerker_id, taak, rol)
);

-- Welke organisatie voert welke taak uit voor welke gemeente, op welke schaal en vanaf wanneer.
create table taakverdeling (
  id uuid primary key,
  gemeente_id uuid not null references gemeente,
  taak text not null,
  schaal text not null check (schaal in ('lokaal', 'subregionaal', 'regionaal')),
  organisatie_id uuid not null references organisatie,
  geldig_vanaf date not null,
  -- Exclusief; leeg = nog geldig.
  geldig_tot date,
  check (geldig_tot is null or geldig_tot > geldig_vanaf)
);
create index taakverdeling_gemeente on taakverdeling (gemeente_id, taak, geldig_vanaf);
create index taakverdeling_organisatie on taakverdeling (organisatie_id, geldig_vanaf);

create table vervanging (
  id uuid primary key,
  medewerker_id uuid not null references medewerker,
  vervanger_id uuid not null references medewerker,
  van date not null,
  tot date not null,
  check (tot > van),
  check (vervanger_id <> medewerker_id)
);
create index vervanging_vervanger on vervanging (vervanger_id, van, tot);

-- Lokaal beleid per gemeente en dag; de waarden zijn getypeerd in de regels.
create table beleid (
  gemeente_id uuid not null references gemeente,
  sleutel text not null,
  geldig_vanaf date not null,
  waarde jsonb not null,
  vastgelegd_op timestamptz not null default now(),
  vastgelegd_door uuid references medewerker,
  primary key (gemeente_id, sleutel, geldig_vanaf)
);

-- Sessies staan in de database, zodat intrekken meteen werkt. De sleutel zelf staat er niet.
create table sessie (
  sleutel_hash bytea primary key,
  medewerker_id uuid not null references medewerker on delete cascade,
  begonnen_op timestamptz not null,
  laatst_gezien timestamptz not null,
  ingetrokken_op timestamptz,
  id_token text
);
create index sessie_medewerker on sessie (medewerker_id);

-- Een begonnen aanmelding: state, nonce en PKCE tot de terugkeer van de aanbieder.
create table aanmelding (
  state text primary key,
  nonce text not null,
  code_verifier text not null,
  terug_naar text not null,
  begonnen_op timestamptz not null
);

-- Instellingen van het systeem zelf (oefendatum van de tijdmachine, zaad van de proefregio).
create table systeem (
  sleutel text primary key,
  waarde jsonb not null
);
