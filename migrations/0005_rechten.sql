-- Rechten van de toepassing. Zij is geen eigenaar en kan rijbeveiliging niet omzeilen.
-- `meedoen.gemeenten` en `meedoen.bijzonder` worden per transactie gezet ('{uuid,…}').
-- Is `meedoen.gemeenten` niet gezet, dan faalt elke vraag met een fout en niet met een lege lijst.

grant usage on schema public to meedoen_app;

grant select on gemeente, organisatie, medewerker, medewerker_rol, taakverdeling, vervanging, beleid, systeem to meedoen_app;
grant insert, update on gemeente, organisatie, medewerker, taakverdeling, vervanging, beleid, systeem to meedoen_app;
grant insert, delete on medewerker_rol to meedoen_app;
grant delete on vervanging, taakverdeling to meedoen_app;
grant select, insert, update, delete on sessie, aanmelding, opgeslagen_lijst, idempotentie to meedoen_app;
grant select, insert, update on dossier, dossier_stand, pip, bericht_in, bericht_uit to meedoen_app;
grant select, insert on feit, bijzonder_feit, document to meedoen_app;
grant select, insert, delete on zoeksleutel to meedoen_app;
grant select, insert on audit to meedoen_app;

create function meedoen_gemeenten() returns uuid[] language sql stable as
  $$ select current_setting('meedoen.gemeenten')::uuid[] $$;
create function meedoen_bijzonder() returns uuid[] language sql stable as
  $$ select current_setting('meedoen.bijzonder')::uuid[] $$;

alter table dossier enable row level security;
alter table feit enable row level security;
alter table bijzonder_feit enable row level security;
alter table dossier_stand enable row level security;
alter table zoeksleutel enable row level security;
alter table document enable row level security;
alter table pip enable row level security;
alter table bericht_in enable row level security;
alter table bericht_uit enable row level security;
alter table audit enable row level security;

create policy eigen_gemeenten on dossier to meedoen_app
  using (gemeente_id = any ((select meedoen_gemeenten())::uuid[]));
create policy eigen_gemeenten on feit to meedoen_app
  using (gemeente_id = any ((select meedoen_gemeenten())::uuid[]));
create policy eigen_gemeenten on dossier_stand to meedoen_app
  using (gemeente_id = any ((select meedoen_gemeenten())::uuid[]));
create policy eigen_gemeenten on zoeksleutel to meedoen_app
  using (gemeente_id = any ((select meedoen_gemeenten())::uuid[]));
create policy eigen_gemeenten on document to meedoen_app
  using (gemeente_id = any ((select meedoen_gemeenten())::uuid[]));
create policy eigen_gemeenten on pip to meedoen_app
  using (gemeente_id = any ((select meedoen_gemeenten())::uuid[]));
create policy eigen_gemeenten on bericht_in to meedoen_app
  using (gemeente_id = any ((select meedoen_gemeenten())::uuid[]));
create policy eigen_gemeenten on bericht_uit to meedoen_app
  using (gemeente_id = any ((select meedoen_gemeenten())::uuid[]));
create policy bijzonder_recht on bijzonder_feit to meedoen_app
  using (gemeente_id = any ((select meedoen_bijzonder())::uuid[]));
-- Het logboek: toevoegen mag altijd, lezen alleen van de eigen gemeenten.
create policy toevoegen on audit for insert to meedoen_app with check (true);
create policy eigen_gemeenten on audit for select to meedoen_app
  using (gemeente_id = any ((select meedoen_gemeenten())::uuid[]));

-- Werk inplannen mag de toepassing alleen door deze deur: de tabellen van de wachtrij zijn niet van haar.
create function meedoen_plan_werk(
  taak text, inhoud jsonb, wachtrij text default null, sleutel text default null, vanaf timestamptz default null
) returns void language sql security definer set search_path = pg_catalog, public as $$
  select graphile_worker.add_job(taak, inhoud::json, queue_name => wachtrij, job_key => sleutel, run_at => vanaf, max_attempts => 25)
$$;
revoke all on function meedoen_plan_werk from public;
grant execute on function meedoen_plan_werk to meedoen_app;

-- Twee dossiers van dezelfde persoon worden er één. De toepassing mag feiten en documenten niet
-- wijzigen en ziet bijzondere gegevens soms niet; daarom gaat alles door deze ene deur over, met
-- dezelfde ids, en met in `afkomstig_uit` waar het vandaan kwam. Er wordt niets gekopieerd of gewist
-- behalve de afgeleide rijen (Stand en zoeksleutels) van het dossier dat opgaat.
create function meedoen_voeg_samen(
  gemeente uuid, van uuid, naar uuid, moment timestamptz, door uuid
) returns void language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  eerste_versie integer;
begin
  if not (gemeente = any (meedoen_gemeenten())) then
    raise exception 'deze gemeente valt buiten het bereik';
  end if;
  if van = naar or (select count(*) from dossier
      where gemeente_id = gemeente and id in (van, naar) and samengevoegd_met is null) <> 2 then
    raise exception 'deze dossiers kunnen niet worden samengevoegd';
  end if;
  update feit set dossier_id = naar, afkomstig_uit = coalesce(afkomstig_uit, van)
    where gemeente_id = gemeente and dossier_id = van;
  update bijzonder_feit set dossier_id = naar, afkomstig_uit = coalesce(afkomstig_uit, van)
    where gemeente_id = gemeente and dossier_id = van;
  update document set dossier_id = naar, afkomstig_uit = coalesce(afkomstig_uit, van)
    where gemeente_id = gemeente and dossier_id = van;
  -- Eén concept tegelijk: dat van het dossier dat opgaat blijft leesbaar, maar is geen werkstuk meer.
  update pip set staat = 'ingetrokken', revisie = revisie + 1, gewijzigd_op = moment
    where gemeente_id = gemeente and dossier_id = van and staat in ('concept', 'ter-vaststelling')
      and exists (select from pip p where p.gemeente_id = gemeente and p.dossier_id = naar
                    and p.staat in ('concept', 'ter-vaststelling'));
  select coalesce(max(versie), 0) into eerste_versie from pip
    where gemeente_id = gemeente and dossier_id = naar;
  update pip set dossier_id = naar, versie = versie + eerste_versie,
      afkomstig_uit = coalesce(afkomstig_uit, van)
    where gemeente_id = gemeente and dossier_id = van;
  update bericht_in set dossier_id = naar where gemeente_id = gemeente and dossier_id = van;
  update bericht_uit set dossier_id = naar where gemeente_id = gemeente and dossier_id = van;
  delete from zoeksleutel where gemeente_id = gemeente and dossier_id = van;
  delete from dossier_stand where gemeente_id = gemeente and dossier_id = van;
  -- Wie al in `van` was opgegaan, wijst voortaan meteen naar het dossier dat blijft.
  update dossier set samengevoegd_met = naar where gemeente_id = gemeente and samengevoegd_met = van;
  update dossier set samengevoegd_met = naar, samengevoegd_op = moment, samengevoegd_door = door,
      revisie = revisie + 1
    where gemeente_id = gemeente and id = van;
  update dossier d set
      bsn = coalesce(d.bsn, v.bsn),
      v_nummer = coalesce(d.v_nummer, v.v_nummer),
      klantmanager_id = coalesce(d.klantmanager_id, v.klantmanager_id)
    from dossier v
    where d.gemeente_id = gemeente and d.id = naar and v.gemeente_id = gemeente and v.id = van;
end $$;
revoke all on function meedoen_voeg_samen from public;
grant execute on function meedoen_voeg_samen to meedoen_app;
