-- Vergelijken met DUO, en het overdragen van een dossier bij een verhuizing.

-- Eén keer alle lopende dossiers van een gemeente langs. Wat al is vergeleken staat in afstemming_dossier: een
-- onderbroken ronde gaat verder waar zij bleef.
create table afstemming_ronde (
  gemeente_id uuid not null references gemeente,
  id uuid not null,
  aanleiding text not null check (aanleiding in ('nacht', 'mens')),
  medewerker_id uuid references medewerker,
  begonnen_op timestamptz not null,
  totaal integer not null,
  klaar_op timestamptz,
  -- Waarom zij wacht, bijvoorbeeld omdat DUO niet antwoordt.
  wacht_reden text,
  wacht_sinds timestamptz,
  primary key (gemeente_id, id)
);
create unique index afstemming_ronde_open on afstemming_ronde (gemeente_id) where klaar_op is null;
create index afstemming_ronde_klaar on afstemming_ronde (gemeente_id, klaar_op desc);

create table afstemming_dossier (
  gemeente_id uuid not null,
  dossier_id uuid not null,
  ronde_id uuid,
  vergeleken_op timestamptz not null,
  antwoord text not null check (antwoord in ('vergeleken', 'geen-toegang', 'onbekend', 'fout')),
  -- Onderwerpen die niet zijn vergeleken: er is een bericht onderweg, of DUO gaf er geen antwoord op.
  overgeslagen text[] not null default '{}',
  -- Eerste dag waarop DUO deze gemeente niets meer over de persoon geeft, als een andere gemeente een PIP vaststelde.
  toegang_eindigt date,
  -- Wanneer daarvoor voor het laatst is nagestuurd wat DUO miste.
  nagestuurd_op timestamptz,
  primary key (gemeente_id, dossier_id),
  foreign key (gemeente_id, dossier_id) references dossier (gemeente_id, id) on delete cascade
);
create index afstemming_dossier_toegang on afstemming_dossier (gemeente_id, toegang_eindigt)
  where toegang_eindigt is not null;

-- Eén verschil tussen dit systeem en DUO. Een opgelost verschil blijft staan; komt het terug, dan is dat een nieuwe rij.
create table afstemming_verschil (
  gemeente_id uuid not null references gemeente,
  id uuid not null,
  -- Leeg bij een melding van iemand zonder dossier.
  dossier_id uuid,
  bericht_in_id uuid,
  onderwerp text not null,
  -- Welke van meer gelijksoortige, bijvoorbeeld onderdeel en dag van een examen.
  kenmerk text not null,
  soort text not null check (soort in ('mist-hier', 'mist-bij-duo', 'anders', 'niet-van-ons')),
  hier text,
  duo text,
  hier_feit_id uuid,
  -- Het feit zoals het hier zou staan als DUO wordt gevolgd.
  voorstel jsonb,
  -- Wat er aan te doen is.
  herstel text[] not null,
  sinds timestamptz not null,
  gezien_op timestamptz not null,
  staat text not null check (staat in ('open', 'aanvaard', 'opgelost')),
  -- Wat een mens eraan deed; het verschil sluit zodra het bij de volgende vergelijking weg is.
  gedaan text check (gedaan in ('neem-over', 'stuur-opnieuw', 'vervalt', 'aanvaard', 'alsnog-verwerkt', 'nagestuurd')),
  gedaan_op timestamptz,
  gedaan_door uuid references medewerker,
  reden text,
  opgelost_op timestamptz,
  primary key (gemeente_id, id),
  foreign key (gemeente_id, dossier_id) references dossier (gemeente_id, id) on delete cascade
);
create unique index afstemming_verschil_open on afstemming_verschil (gemeente_id, dossier_id, onderwerp, kenmerk)
  where staat <> 'opgelost' and dossier_id is not null;
create unique index afstemming_verschil_bericht on afstemming_verschil (gemeente_id, bericht_in_id)
  where staat <> 'opgelost' and bericht_in_id is not null;
create index afstemming_verschil_lijst on afstemming_verschil (gemeente_id, staat, sinds);

-- Meldingen die bij het vergelijken zijn gevonden, en die misschien alsnog komen.
create index bericht_in_gevonden on bericht_in (gemeente_id, gebeurtenis_id) where ruw->>'herkomst' = 'afstemming';

-- Een nieuwe gemeente vraagt de vorige om het dossier (Wi2021 art. 35 lid 4). Werkt de vorige gemeente ook hier, dan
-- leest zij het verzoek; zij leest niets anders van de nieuwe gemeente.
create table verhuisverzoek (
  gemeente_id uuid not null,
  id uuid not null,
  dossier_id uuid not null,
  richting text not null check (richting in ('in', 'uit')),
  -- De andere gemeente: de vorige als wij vragen (in), de nieuwe als zij vroeg (uit).
  andere_code char(4) not null,
  andere_gemeente_id uuid references gemeente,
  -- Waarmee de andere gemeente de persoon herkent; alleen bij een verzoek aan een gemeente die ook hier werkt.
  persoon jsonb not null default '{}',
  toelichting text not null,
  -- Wie het vroeg: bij `uit` een naam bij de andere gemeente.
  vrager text not null,
  langs text not null check (langs in ('meedoen', 'brief', 'mail', 'telefoon')),
  gevraagd_op timestamptz not null,
  medewerker_id uuid not null references medewerker,
  herinnerd_op timestamptz,
  ingetrokken_op timestamptz,
  primary key (gemeente_id, id),
  foreign key (gemeente_id, dossier_id) references dossier (gemeente_id, id) on delete cascade
);
create index verhuisverzoek_dossier on verhuisverzoek (gemeente_id, dossier_id);
create index verhuisverzoek_andere on verhuisverzoek (andere_gemeente_id) where andere_gemeente_id is not null;

-- Wat een gemeente overdroeg, of waarom niet. Alleen de gemeente waaraan het is gericht leest het ook.
create table overdracht (
  gemeente_id uuid not null,
  id uuid not null,
  -- Leeg als hier geen dossier is: dan valt er alleen te weigeren.
  dossier_id uuid,
  verzoek_id uuid not null,
  naar_code char(4) not null,
  naar_gemeente_id uuid references gemeente,
  uitkomst text not null check (uitkomst in ('pakket', 'geweigerd')),
  -- Het pakket zoals gepubliceerd in docs/overdracht.schema.json; leeg bij een weigering.
  pakket jsonb,
  sha256 char(64),
  reden text,
  gemaakt_op timestamptz not null,
  medewerker_id uuid not null references medewerker,
  -- Bij een bestand: wie het aan de andere kant kreeg.
  bevestigd_door text,
  bevestigd_op timestamptz,
  primary key (gemeente_id, id),
  foreign key (gemeente_id, dossier_id) references dossier (gemeente_id, id) on delete cascade
);
create index overdracht_verzoek on overdracht (gemeente_id, verzoek_id);
create index overdracht_naar on overdracht (naar_gemeente_id) where naar_gemeente_id is not null;

-- Wat een gemeente met een ontvangen pakket deed. De afzender leest het mee als bewijs van ontvangst.
create table overdracht_ontvangst (
  gemeente_id uuid not null references gemeente,
  id uuid not null,
  overdracht_id uuid not null,
  van_code char(4) not null,
  van_gemeente_id uuid references gemeente,
  dossier_id uuid,
  -- Het pakket uit een bestand; bij een pakket langs Meedoen leeg, want dat staat bij de afzender.
  pakket jsonb,
  sha256 char(64) not null,
  staat text not null check (staat in ('ontvangen', 'aanvaard', 'afgewezen')),
  ontvangen_op timestamptz not null,
  medewerker_id uuid not null references medewerker,
  naam text not null,
  besloten_op timestamptz,
  reden text,
  feiten integer not null default 0,
  primary key (gemeente_id, id),
  foreign key (gemeente_id, dossier_id) references dossier (gemeente_id, id) on delete cascade
);
create unique index overdracht_ontvangst_uniek on overdracht_ontvangst (gemeente_id, overdracht_id);
create index overdracht_ontvangst_van on overdracht_ontvangst (van_gemeente_id) where van_gemeente_id is not null;

do $$
declare tabel text;
begin
  foreach tabel in array array['afstemming_ronde', 'afstemming_dossier', 'afstemming_verschil', 'verhuisverzoek',
    'overdracht', 'overdracht_ontvangst'] loop
    execute format('alter table %I enable row level security', tabel);
    execute format('create policy eigen_gemeenten on %I to meedoen_app
      using (gemeente_id = any ((select meedoen_gemeenten())::uuid[]))', tabel);
    execute format('grant select, insert, update on %I to meedoen_app', tabel);
  end loop;
end $$;

-- Meelezen, nooit meeschrijven: precies het ene verzoek, pakket of ontvangstbewijs dat aan de ander is gericht.
create policy gericht_aan on verhuisverzoek for select to meedoen_app
  using (richting = 'in' and langs = 'meedoen'
    and andere_gemeente_id = any ((select meedoen_gemeenten())::uuid[]));
create policy gericht_aan on overdracht for select to meedoen_app
  using (naar_gemeente_id = any ((select meedoen_gemeenten())::uuid[]));
create policy afzender on overdracht_ontvangst for select to meedoen_app
  using (van_gemeente_id = any ((select meedoen_gemeenten())::uuid[]));
