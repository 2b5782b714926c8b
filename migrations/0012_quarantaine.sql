-- Meldingen wegleggen, en mensen die DUO ten onrechte stuurde: afschermen, vrijgeven of wissen met bewijs.

alter table bericht_in add column geparkeerd_tot date;
alter table bericht_in add column geparkeerd_reden text;

-- Het opvragen van alles bij DUO, op verzoek van een medewerker: één per dossier tegelijk.
create table duo_opvraging (
  gemeente_id uuid not null,
  dossier_id uuid not null,
  gevraagd_op timestamptz not null,
  gevraagd_door uuid references medewerker,
  staat text not null check (staat in ('bezig', 'klaar', 'deels')),
  gedaan smallint not null default 0,
  totaal smallint not null,
  -- Onderwerpen waarop geen antwoord kwam.
  zonder_antwoord text[] not null default '{}',
  afgerond_op timestamptz,
  primary key (gemeente_id, dossier_id),
  foreign key (gemeente_id, dossier_id) references dossier (gemeente_id, id)
);
alter table duo_opvraging enable row level security;
create policy eigen_gemeenten on duo_opvraging to meedoen_app
  using (gemeente_id = any ((select meedoen_gemeenten())::uuid[]));
grant select, insert, update on duo_opvraging to meedoen_app;

-- Blijft bestaan als het dossier is gewist: dan is dit het bewijs. Bevat nooit persoonsgegevens van de inburgeraar.
create table quarantaine (
  gemeente_id uuid not null references gemeente,
  id uuid not null,
  -- Het dossier en wat daarin opging; geen verwijzing, want na het wissen bestaan zij niet meer.
  dossier_id uuid not null,
  dossier_ids uuid[] not null,
  staat text not null check (staat in ('open', 'vrijgegeven', 'gewist')),
  reden text not null check (reden in ('niet-onze-gemeente', 'verkeerde-persoon', 'niet-plichtig', 'anders')),
  toelichting text not null,
  -- De gebeurtenis van DUO waarmee het begon, als die er was.
  gebeurtenis_id text,
  afgeschermd_op timestamptz not null,
  afgeschermd_door uuid not null references medewerker,
  besluit text,
  besloten_op timestamptz,
  besloten_door uuid references medewerker,
  -- Na het wissen: hoeveel rijen per tabel, en de hash over de verklaring.
  tellingen jsonb,
  verklaring_hash char(64),
  primary key (gemeente_id, id),
  check ((staat = 'open') = (besloten_op is null)),
  check ((staat = 'gewist') = (tellingen is not null and verklaring_hash is not null))
);
create unique index quarantaine_open on quarantaine (gemeente_id, dossier_id) where staat = 'open';
alter table quarantaine enable row level security;
create policy eigen_gemeenten on quarantaine to meedoen_app
  using (gemeente_id = any ((select meedoen_gemeenten())::uuid[]));
grant select, insert, update on quarantaine to meedoen_app;

-- De dossiers die niemand mag zien. Wie de quarantaine behandelt zet in zijn transactie `meedoen.quarantaine`.
create function meedoen_afgeschermd() returns uuid[]
  language sql stable security definer set search_path = pg_catalog, public as $$
  select case when current_setting('meedoen.quarantaine', true) = 'aan' then '{}'::uuid[]
    else coalesce((select array_agg(d) from quarantaine, unnest(dossier_ids) d where staat = 'open'), '{}') end
$$;
revoke all on function meedoen_afgeschermd from public;
grant execute on function meedoen_afgeschermd to meedoen_app;

-- Zet op elke tabel met rijen van een dossier de regel dat een afgeschermd dossier er niet is. De regel beperkt
-- wat andere regels toelaten; zij geldt dus in elke lijst, telling, zoekopdracht en uitvoer. Het logboek is
-- uitgezonderd: daarin staan geen gegevens over de persoon. Nog eens aanroepen mag.
create function meedoen_scherm_af() returns void language plpgsql as $$
declare
  t record;
  zicht constant text := '%1$I is null or %1$I <> all ((select meedoen_afgeschermd())::uuid[])';
begin
  for t in
    select c.relname as tabel, case when c.relname = 'dossier' then 'id' else 'dossier_id' end as kolom
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relrowsecurity
      and c.relname not in ('audit', 'quarantaine')
      and (c.relname = 'dossier' or exists (select from pg_attribute a
        where a.attrelid = c.oid and a.attname = 'dossier_id' and not a.attisdropped))
  loop
    execute format('drop policy if exists afgeschermd on %I', t.tabel);
    execute format('create policy afgeschermd on %I as restrictive to meedoen_app using (%s)',
      t.tabel, format(zicht, t.kolom));
  end loop;
end $$;
revoke all on function meedoen_scherm_af from public;
select meedoen_scherm_af();

-- Of een nummer bij een afgeschermd dossier hoort: dan mag er geen tweede dossier komen.
create function meedoen_is_afgeschermd(gemeente uuid, bsn_in text, v_in text) returns boolean
  language sql stable security definer set search_path = pg_catalog, public as $$
  select gemeente = any (meedoen_gemeenten()) and exists (
    select from quarantaine q join dossier d on d.gemeente_id = q.gemeente_id and d.id = any (q.dossier_ids)
    where q.gemeente_id = gemeente and q.staat = 'open' and (d.bsn = bsn_in or d.v_nummer = v_in))
$$;
revoke all on function meedoen_is_afgeschermd from public;
grant execute on function meedoen_is_afgeschermd to meedoen_app;

-- Gaat deze melding over iemand die is afgeschermd, dan hoort zij daarbij en wacht zij tot er is beslist. De
-- toepassing ziet het dossier niet en zou anders een tweede openen.
create function meedoen_houd_vast(gemeente uuid, bericht uuid, bsn_in text, v_in text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  wie uuid;
begin
  if not (gemeente = any (meedoen_gemeenten())) then
    raise exception 'deze gemeente valt buiten het bereik';
  end if;
  select q.dossier_id into wie from quarantaine q join dossier d
      on d.gemeente_id = q.gemeente_id and d.id = any (q.dossier_ids)
    where q.gemeente_id = gemeente and q.staat = 'open' and (d.bsn = bsn_in or d.v_nummer = v_in) limit 1;
  if wie is null then return false; end if;
  update bericht_in set dossier_id = wie where gemeente_id = gemeente and id = bericht and staat = 'nieuw';
  return true;
end $$;
revoke all on function meedoen_houd_vast from public;
grant execute on function meedoen_houd_vast to meedoen_app;

-- Wist alles van een afgeschermde persoon: elke rij van het dossier en van wat erin opging, in welke tabel ook,
-- de tekst van de meldingen, en banden vanuit andere dossiers. Geeft het aantal rijen per tabel. Van een melding
-- blijft alleen het kenmerk van DUO, zodat een herhaling wordt herkend. Het logboek blijft: het noemt alleen ids.
create function meedoen_wis_quarantaine(gemeente uuid, quarantaine_id uuid) returns jsonb
  language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  wie uuid[];
  over oid[];
  t oid;
  n bigint;
  nummers text[];
  geteld jsonb := '{}';
begin
  if not (gemeente = any (meedoen_gemeenten())) then
    raise exception 'deze gemeente valt buiten het bereik';
  end if;
  select dossier_ids into wie from quarantaine
    where gemeente_id = gemeente and id = quarantaine_id and staat = 'open' for update;
  if wie is null then raise exception 'deze quarantaine is er niet of is al besloten'; end if;
  perform from dossier where gemeente_id = gemeente and id = any (wie) order by id for update;
  select array_agg(x) into nummers from dossier, unnest(array['bsn ' || bsn, 'v ' || v_nummer]) x
    where gemeente_id = gemeente and id = any (wie) and x is not null;

  update bericht_in set
      ruw = jsonb_build_object('bron', ruw->>'bron', 'doel', ruw->>'doel', 'tekst', '', 'gewist', true,
        'inhoud', jsonb_build_object('gebeurtenisId', gebeurtenis_id,
          'registratieDatumTijd', ruw->'inhoud'->>'registratieDatumTijd')),
      inhoud_hash = encode(sha256(convert_to('gewist ' || id::text, 'UTF8')), 'hex'),
      staat = 'afgehandeld', postvak_reden = null, voorstel = null, dossier_id = null, laatste_fout = null,
      geparkeerd_tot = null, geparkeerd_reden = null,
      uitkomst = jsonb_build_object('opmerkingen', jsonb_build_array('De gegevens van deze persoon zijn gewist.'))
    where gemeente_id = gemeente and (dossier_id = any (wie)
      or ('bsn ' || (ruw->'inhoud'->>'bsn')) = any (nummers)
      or ('v ' || lpad(ruw->'inhoud'->>'vNummer', 10, '0')) = any (nummers));
  get diagnostics n = row_count;
  geteld := geteld || jsonb_build_object('bericht_in', n);

  delete from feit where gemeente_id = gemeente and soort = 'gezin'
    and not dossier_id = any (wie) and (inhoud->>'anderDossierId')::uuid = any (wie);
  get diagnostics n = row_count;
  geteld := geteld || jsonb_build_object('gezinsband', n);

  delete from idempotentie i where exists (select from unnest(wie) w where i.antwoord::text like '%' || w || '%');

  -- Steeds een tabel waar geen andere meer naar verwijst.
  select array_agg(c.oid) into over from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and c.relname not in ('audit', 'quarantaine', 'bericht_in', 'dossier')
      and (select count(*) from pg_attribute a where a.attrelid = c.oid
        and a.attname in ('gemeente_id', 'dossier_id') and not a.attisdropped) = 2;
  while cardinality(over) > 0 loop
    select o into strict t from unnest(over) o
      where not exists (select from pg_constraint k where k.contype = 'f' and k.confrelid = o
        and k.conrelid <> o and k.conrelid = any (over))
      limit 1;
    execute format('delete from %s where gemeente_id = $1 and dossier_id = any ($2)', t::regclass)
      using gemeente, wie;
    get diagnostics n = row_count;
    geteld := geteld || jsonb_build_object(t::regclass::text, n);
    over := array_remove(over, t);
  end loop;

  delete from dossier where gemeente_id = gemeente and id = any (wie);
  get diagnostics n = row_count;
  return geteld || jsonb_build_object('dossier', n);
end $$;
revoke all on function meedoen_wis_quarantaine from public;
grant execute on function meedoen_wis_quarantaine to meedoen_app;

-- Bij een samenvoeging gaan ook de antwoorden van DUO mee.
create function duo_opname_verhuist() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  update duo_opname set dossier_id = new.samengevoegd_met
    where gemeente_id = new.gemeente_id and dossier_id = new.id;
  return null;
end $$;
create trigger duo_opname_verhuist after update of samengevoegd_met on dossier
  for each row when (new.samengevoegd_met is not null and old.samengevoegd_met is null)
  execute function duo_opname_verhuist();
