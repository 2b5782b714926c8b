-- Wat een tolk over een boeking hoort. Van de inburgeraar staat hier niets: alleen dag, tijd, plaats, taal en wie te
-- bellen. Nummer en adres van de tolk volgen uit het rooster op het moment van versturen.
create table tolkbericht (
  gemeente_id uuid not null,
  -- Ook de verwijzing bij de berichtendienst: aan dit id is te zien of het al weg is.
  id uuid not null,
  inzet_id uuid not null,
  wat text not null check (wat in ('geboekt', 'verplaatst', 'afgezegd')),
  -- Leeg als de tolk langs geen weg te bereiken is: dan belt een mens.
  kanaal text check (kanaal in ('e-mail', 'sms')),
  staat text not null check (staat in
    ('wacht', 'bezig', 'verstuurd', 'bezorgd', 'mislukt', 'vervallen', 'zelf')),
  -- Waarom het mislukte of verviel, of waarom een mens moet bellen. Nooit met een nummer of adres.
  reden text,
  onderwerp text not null,
  tekst text not null,
  pogingen integer not null default 0,
  verzending_begonnen_op timestamptz,
  -- Het id dat de berichtendienst gaf.
  notify_id uuid,
  medewerker_id uuid not null references medewerker,
  gemaakt_op timestamptz not null,
  verstuurd_op timestamptz,
  afgerond_op timestamptz,
  primary key (gemeente_id, id),
  foreign key (gemeente_id, inzet_id) references tolkinzet (gemeente_id, id) on delete cascade,
  check (kanaal is not null or staat in ('zelf', 'vervallen'))
);
create index tolkbericht_inzet on tolkbericht (gemeente_id, inzet_id, id);
alter table tolkbericht enable row level security;
create policy eigen_gemeenten on tolkbericht to meedoen_app
  using (gemeente_id = any ((select meedoen_gemeenten())::uuid[]));
grant select, insert, update on tolkbericht to meedoen_app;
