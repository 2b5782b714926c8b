-- De vragen van de intake die een gemeente zelf toevoegt of anders stelt. Een rij is een besluit met een dag van
-- ingang en verandert niet meer; wat nog niet inging kan worden ingetrokken. Zo blijft te zien wat wanneer werd gevraagd.
create table vraagversie (
  gemeente_id uuid not null references gemeente,
  id uuid not null,
  -- Staat in elk antwoord: blijft bij elke versie van dezelfde vraag gelijk.
  vraag_id text not null check (vraag_id ~ '^[a-z0-9-]{1,60}$'),
  geldig_vanaf date not null,
  inhoud jsonb not null,
  reden text not null check (reden <> ''),
  vastgelegd_op timestamptz not null,
  vastgelegd_door uuid not null references medewerker,
  ingetrokken_op timestamptz,
  ingetrokken_door uuid references medewerker,
  primary key (gemeente_id, id),
  check ((ingetrokken_op is null) = (ingetrokken_door is null))
);
create unique index vraagversie_geldend on vraagversie (gemeente_id, vraag_id, geldig_vanaf)
  where ingetrokken_op is null;
alter table vraagversie enable row level security;
create policy eigen_gemeenten on vraagversie to meedoen_app
  using (gemeente_id = any ((select meedoen_gemeenten())::uuid[]));
grant select, insert on vraagversie to meedoen_app;
grant update (ingetrokken_op, ingetrokken_door) on vraagversie to meedoen_app;
