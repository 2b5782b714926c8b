-- De stukken van een brief die een gemeente zelf schrijft, per dag van ingang. Een rij verandert niet meer.
create table sjabloonversie (
  gemeente_id uuid not null references gemeente,
  id uuid not null,
  soort text not null check (soort in ('pip-beschikking', 'pip-eenvoudig', 'oproep', 'uitnodiging')),
  geldig_vanaf date not null,
  -- Tekst per blok; een blok dat ontbreekt heeft de tekst van Meedoen.
  blokken jsonb not null,
  reden text not null check (reden <> ''),
  vastgelegd_op timestamptz not null,
  vastgelegd_door uuid not null references medewerker,
  ingetrokken_op timestamptz,
  ingetrokken_door uuid references medewerker,
  primary key (gemeente_id, id),
  check ((ingetrokken_op is null) = (ingetrokken_door is null))
);
create unique index sjabloonversie_geldend on sjabloonversie (gemeente_id, soort, geldig_vanaf)
  where ingetrokken_op is null;
alter table sjabloonversie enable row level security;
create policy eigen_gemeenten on sjabloonversie to meedoen_app
  using (gemeente_id = any ((select meedoen_gemeenten())::uuid[]));
grant select, insert on sjabloonversie to meedoen_app;
grant update (ingetrokken_op, ingetrokken_door) on sjabloonversie to meedoen_app;

-- Wie namens het college welk soort besluit tekent, van wanneer tot wanneer (Awb 10:3, 10:10).
create table mandaat (
  gemeente_id uuid not null references gemeente,
  id uuid not null,
  soort text not null check (soort in ('pip', 'oproep', 'pw-besluit', 'bezwaar')),
  medewerker_id uuid not null references medewerker,
  geldig_vanaf date not null,
  geldig_tot date,
  -- De regel boven de naam; leeg is de gewone.
  tekst text not null default '',
  besluit text not null check (besluit <> ''),
  vastgelegd_op timestamptz not null,
  vastgelegd_door uuid not null references medewerker,
  ingetrokken_op timestamptz,
  ingetrokken_door uuid references medewerker,
  primary key (gemeente_id, id),
  check (geldig_tot is null or geldig_tot > geldig_vanaf),
  check ((ingetrokken_op is null) = (ingetrokken_door is null))
);
create index mandaat_soort on mandaat (gemeente_id, soort, geldig_vanaf) where ingetrokken_op is null;
alter table mandaat enable row level security;
create policy eigen_gemeenten on mandaat to meedoen_app
  using (gemeente_id = any ((select meedoen_gemeenten())::uuid[]));
grant select, insert on mandaat to meedoen_app;
grant update (geldig_tot, ingetrokken_op, ingetrokken_door) on mandaat to meedoen_app;

-- Elke huisstijl die een gemeente had, met haar logo. De laatste staat ook bij de gemeente zelf.
create table huisstijl (
  gemeente_id uuid not null references gemeente,
  id uuid not null,
  stijl jsonb not null,
  -- Een nagekeken tekening als SVG-tekst; een PNG zit erin als plaatje.
  logo text check (length(logo) <= 400000),
  vastgelegd_op timestamptz not null,
  vastgelegd_door uuid not null references medewerker,
  primary key (gemeente_id, id)
);
create index huisstijl_op on huisstijl (gemeente_id, vastgelegd_op desc);
alter table huisstijl enable row level security;
create policy eigen_gemeenten on huisstijl to meedoen_app
  using (gemeente_id = any ((select meedoen_gemeenten())::uuid[]));
grant select, insert on huisstijl to meedoen_app;
