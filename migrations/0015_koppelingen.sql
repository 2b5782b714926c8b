-- Hoe het met de koppelingen gaat: tellingen zonder persoonsgegevens, over alle gemeenten samen.
create table koppeling_uur (
  systeem text not null,
  uur timestamptz not null,
  gelukt integer not null default 0,
  mislukt integer not null default 0,
  duur_ms bigint not null default 0,
  primary key (systeem, uur)
);
create table koppeling_staat (
  systeem text primary key,
  laatst_gelukt_op timestamptz,
  laatst_mislukt_op timestamptz,
  -- Sinds wanneer niets meer lukt; leeg zodra er weer iets lukt.
  mislukt_sinds timestamptz,
  reden text
);
grant select, insert, update, delete on koppeling_uur, koppeling_staat to meedoen_app;

-- Wat een mens zelf in het portaal van DUO invoert, omdat daar geen koppeling voor is.
create table portaalkaart (
  gemeente_id uuid not null,
  dossier_id uuid not null,
  id uuid not null,
  soort text not null check (soort in ('boete', 'bio-advies', 'verklaring')),
  staat text not null check (staat in ('open', 'ingevoerd', 'vervallen')),
  -- Wat in elk veld van het portaal komt; nooit een BSN.
  velden jsonb not null,
  -- De melding van DUO waarop deze kaart antwoordt.
  bericht_id uuid,
  gemaakt_op timestamptz not null,
  gemaakt_door uuid references medewerker,
  uiterlijk date,
  -- De dag waarop het in het portaal is ingevoerd.
  ingevoerd_op date,
  afgerond_door uuid references medewerker,
  afgerond_op timestamptz,
  reden text,
  revisie integer not null default 1,
  primary key (gemeente_id, id),
  foreign key (gemeente_id, dossier_id) references dossier (gemeente_id, id)
);
create unique index portaalkaart_bericht on portaalkaart (gemeente_id, bericht_id) where bericht_id is not null;
create index portaalkaart_open on portaalkaart (gemeente_id, staat, gemaakt_op);
create index portaalkaart_dossier on portaalkaart (gemeente_id, dossier_id);
alter table portaalkaart enable row level security;
create policy eigen_gemeenten on portaalkaart to meedoen_app
  using (gemeente_id = any ((select meedoen_gemeenten())::uuid[]));
grant select, insert, update on portaalkaart to meedoen_app;
