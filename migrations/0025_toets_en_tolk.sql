-- Zittingen van de leerbaarheidstoets, en tolken. Wie een plek in een zitting heeft, staat niet hier: dat is een feit
-- van het dossier (afspraak met zittingId). Hier staat wat er te verdelen is: laptops, begeleiders, uren van tolken.

create table toetsbegeleider (
  gemeente_id uuid not null references gemeente,
  id uuid not null,
  naam text not null,
  organisatie text not null default '',
  getraind_op date,
  -- Bij DUO geregistreerd vanaf deze dag, tot (en zonder) de andere.
  geregistreerd_op date,
  geregistreerd_tot date,
  revisie integer not null default 1,
  gewijzigd_op timestamptz not null,
  gewijzigd_door uuid not null references medewerker,
  primary key (gemeente_id, id),
  check (geregistreerd_tot is null or geregistreerd_tot > geregistreerd_op)
);

create table toetszitting (
  -- De gemeente die de zitting houdt.
  gemeente_id uuid not null references gemeente,
  id uuid not null unique,
  -- Uit welke gemeenten mensen kunnen komen; alleen de eigen gemeente bij een lokale zitting.
  gemeenten uuid[] not null,
  datum date not null,
  tijd char(5) not null,
  duur_minuten smallint not null check (duur_minuten between 15 and 480),
  plaats text not null,
  adres text not null,
  laptops smallint not null check (laptops between 1 and 60),
  vorm text not null check (vorm in ('groep', 'individueel')),
  -- Id en naam, zoals zij heetten toen de zitting werd gepland.
  begeleiders jsonb not null,
  opmerking text not null default '',
  staat text not null check (staat in ('gepland', 'gehouden', 'afgelast')),
  reden text,
  revisie integer not null default 1,
  gemaakt_op timestamptz not null,
  gewijzigd_op timestamptz not null,
  gewijzigd_door uuid not null references medewerker,
  primary key (gemeente_id, id),
  check (gemeente_id = any (gemeenten)),
  check (vorm = 'groep' or laptops = 1),
  check ((staat = 'afgelast') = (reden is not null))
);
create index toetszitting_datum on toetszitting (gemeente_id, datum);
create index toetszitting_gemeenten on toetszitting using gin (gemeenten);
create index feit_zitting on feit ((inhoud->>'zittingId')) where soort = 'afspraak' and inhoud ? 'zittingId';

create table tolk (
  -- De gemeente die het rooster van deze tolk bijhoudt.
  gemeente_id uuid not null references gemeente,
  id uuid not null unique,
  -- Voor welke gemeenten de tolk te boeken is.
  gemeenten uuid[] not null,
  naam text not null,
  -- [{taal, niveau}]
  talen jsonb not null,
  -- Nummer in het register beëdigde tolken en vertalers; leeg als de tolk daar niet in staat.
  rbtv text not null default '',
  geslacht text not null check (geslacht in ('vrouw', 'man', 'onbekend')),
  telefoon text not null default '',
  email text not null default '',
  vormen text[] not null,
  -- [{dag 1–7, van, tot}] en [{van, tot, beschikbaar, …}], beide half open.
  rooster jsonb not null,
  uitzonderingen jsonb not null,
  reis_minuten smallint not null check (reis_minuten between 0 and 480),
  uurtarief_cent integer not null check (uurtarief_cent between 0 and 1000000),
  reiskosten_cent integer not null check (reiskosten_cent between 0 and 1000000),
  minimum_minuten smallint not null check (minimum_minuten between 0 and 480),
  annuleren_uren smallint not null check (annuleren_uren between 0 and 336),
  annuleren_procent smallint not null check (annuleren_procent between 0 and 100),
  -- Eerste dag waarop de tolk niet meer te boeken is.
  gestopt_op date,
  revisie integer not null default 1,
  gewijzigd_op timestamptz not null,
  gewijzigd_door uuid not null references medewerker,
  primary key (gemeente_id, id),
  check (gemeente_id = any (gemeenten)),
  check (cardinality(vormen) > 0 and vormen <@ array['aanwezig', 'telefoon', 'video'])
);
create index tolk_gemeenten on tolk using gin (gemeenten);

create table tolkinzet (
  gemeente_id uuid not null,
  dossier_id uuid not null,
  id uuid not null,
  tolk_id uuid not null references tolk (id),
  afspraak_id uuid not null,
  -- Wie met dezelfde afspraak in één groep zit (zitting, gezin), deelt de tolk.
  groep_id uuid,
  taal text not null,
  vorm text not null check (vorm in ('aanwezig', 'telefoon', 'video')),
  -- De afspraak zoals zij was toen de tolk werd geboekt.
  datum date not null,
  tijd char(5) not null,
  minuten smallint not null check (minuten between 1 and 720),
  plaats text not null,
  van_op timestamptz not null,
  tot_op timestamptz not null,
  reis_minuten smallint not null,
  -- Het tarief van toen: een nieuw tarief verandert geen oude rekening.
  tarief jsonb not null,
  staat text not null check (staat in ('geboekt', 'gedaan', 'afgezegd')),
  minuten_echt smallint check (minuten_echt between 0 and 720),
  kosten_cent integer not null check (kosten_cent >= 0),
  reden text,
  revisie integer not null default 1,
  geboekt_op timestamptz not null,
  geboekt_door uuid not null references medewerker,
  gewijzigd_op timestamptz not null,
  gewijzigd_door uuid not null references medewerker,
  primary key (gemeente_id, id),
  foreign key (gemeente_id, dossier_id) references dossier (gemeente_id, id),
  check (tot_op > van_op),
  check ((staat = 'gedaan') = (minuten_echt is not null))
);
create unique index tolkinzet_afspraak on tolkinzet (gemeente_id, dossier_id, afspraak_id) where staat <> 'afgezegd';
create index tolkinzet_tolk on tolkinzet (tolk_id, van_op) where staat <> 'afgezegd';
create index tolkinzet_datum on tolkinzet (gemeente_id, datum);

do $$
declare tabel text;
begin
  foreach tabel in array array['toetsbegeleider', 'toetszitting', 'tolk', 'tolkinzet'] loop
    execute format('alter table %I enable row level security', tabel);
    execute format('create policy eigen_gemeenten on %I to meedoen_app
      using (gemeente_id = any ((select meedoen_gemeenten())::uuid[]))', tabel);
    execute format('grant select, insert, update on %I to meedoen_app', tabel);
  end loop;
end $$;

-- Een regionale zitting en een regionale tolk zijn te zien voor elke gemeente die meedoet; wijzigen kan alleen wie
-- haar houdt. Niemand schrijft een gemeente bij waarvoor hij zelf niets mag.
create policy doet_mee on toetszitting for select to meedoen_app
  using (gemeenten && (select meedoen_gemeenten())::uuid[]);
create policy doet_mee on tolk for select to meedoen_app
  using (gemeenten && (select meedoen_gemeenten())::uuid[]);
create policy eigen_kring on toetszitting as restrictive for insert to meedoen_app
  with check (gemeenten <@ (select meedoen_gemeenten())::uuid[]);
create policy eigen_kring on tolk as restrictive for insert to meedoen_app
  with check (gemeenten <@ (select meedoen_gemeenten())::uuid[]);
create policy eigen_kring on tolkinzet as restrictive for insert to meedoen_app
  with check (exists (select from tolk t where t.id = tolk_id and tolkinzet.gemeente_id = any (t.gemeenten)));

-- Hoeveel plekken in een zitting vergeven zijn, over alle gemeenten samen: een getal, nooit wie. Geldt voor wie de
-- zitting mag zien. Geteld uit de feiten: de laatste stand van elke afspraak, zonder wat is afgezegd.
create function meedoen_toets_bezet(zitting uuid) returns integer
  language sql stable security definer set search_path = pg_catalog, public as $$
  with afspraak as (
    select distinct on (f.gemeente_id, f.dossier_id, f.inhoud->>'afspraakId')
        f.gemeente_id, f.dossier_id, f.inhoud->>'afspraakId' as id, f.inhoud->>'zittingId' as zitting
      from feit f
      where f.soort = 'afspraak'
        and not exists (select from feit v
          where v.gemeente_id = f.gemeente_id and v.dossier_id = f.dossier_id and v.vervangt = f.id)
        and exists (select from feit z where z.soort = 'afspraak' and z.inhoud ? 'zittingId'
          and z.inhoud->>'zittingId' = meedoen_toets_bezet.zitting::text
          and z.gemeente_id = f.gemeente_id and z.dossier_id = f.dossier_id
          and z.inhoud->>'afspraakId' = f.inhoud->>'afspraakId')
      order by f.gemeente_id, f.dossier_id, f.inhoud->>'afspraakId', f.id desc
  )
  select count(distinct (a.gemeente_id, a.dossier_id))::integer from afspraak a
    where a.zitting = meedoen_toets_bezet.zitting::text
      and exists (select from toetszitting t
        where t.id = meedoen_toets_bezet.zitting and t.gemeenten && meedoen_gemeenten())
      and coalesce((select u.inhoud->>'uitkomst' from feit u
          where u.gemeente_id = a.gemeente_id and u.dossier_id = a.dossier_id and u.soort = 'afspraak-uitkomst'
            and u.inhoud->>'afspraakId' = a.id
            and not exists (select from feit v
              where v.gemeente_id = u.gemeente_id and v.dossier_id = u.dossier_id and v.vervangt = u.id)
          order by u.id desc limit 1), '') <> 'afgezegd'
$$;
revoke all on function meedoen_toets_bezet from public;
grant execute on function meedoen_toets_bezet to meedoen_app;

-- Wanneer tolken bezet zijn, over alle gemeenten samen. Waar en waarvoor is alleen van de eigen gemeente te zien.
create function meedoen_tolk_bezet(tolken uuid[], van timestamptz, tot timestamptz)
  returns table (tolk_id uuid, van_op timestamptz, tot_op timestamptz, vorm text, reis_minuten smallint,
    plaats text, groep_id uuid, inzet_id uuid)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select i.tolk_id, i.van_op, i.tot_op, i.vorm, i.reis_minuten,
      case when i.gemeente_id = any (meedoen_gemeenten()) then i.plaats end,
      i.groep_id,
      case when i.gemeente_id = any (meedoen_gemeenten()) then i.id end
    from tolkinzet i join tolk t on t.id = i.tolk_id
    where i.tolk_id = any (tolken) and t.gemeenten && meedoen_gemeenten() and i.staat <> 'afgezegd'
      and i.van_op < tot + interval '8 hours' and i.tot_op > van - interval '8 hours'
    order by i.van_op
$$;
revoke all on function meedoen_tolk_bezet from public;
grant execute on function meedoen_tolk_bezet to meedoen_app;

-- Met hoeveel anderen in dezelfde groep een tolk wordt gedeeld, en de hoeveelste dit is (vanaf 0).
create function meedoen_tolk_deel(tolk uuid, groep uuid, inzet uuid)
  returns table (delers integer, rang integer)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select count(*)::integer, (count(*) filter (where i.id < inzet))::integer
    from tolkinzet i join tolk t on t.id = i.tolk_id
    where i.tolk_id = tolk and i.groep_id = groep and i.staat <> 'afgezegd' and t.gemeenten && meedoen_gemeenten()
$$;
revoke all on function meedoen_tolk_deel from public;
grant execute on function meedoen_tolk_deel to meedoen_app;

-- Bij een samenvoeging gaan de boekingen van tolken mee.
create function tolkinzet_verhuist() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  update tolkinzet set dossier_id = new.samengevoegd_met
    where gemeente_id = new.gemeente_id and dossier_id = new.id;
  return null;
end $$;
create trigger tolkinzet_verhuist after update of samengevoegd_met on dossier
  for each row when (new.samengevoegd_met is not null and old.samengevoegd_met is null)
  execute function tolkinzet_verhuist();

select meedoen_scherm_af();
