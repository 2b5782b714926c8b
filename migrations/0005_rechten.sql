-- Rechten van de toepassing. Zij is geen eigenaar en kan rijbeveiliging niet omzeilen.
-- `meedoen.gemeenten` en `meedoen.bijzonder` worden per transactie gezet ('{uuid,…}').
-- Is `meedoen.gemeenten` niet gezet, dan faalt elke vraag met een fout en niet met een lege lijst.

grant usage on schema public to meedoen_app;

grant select on gemeente, organisatie, medewerker, medewerker_rol, taakverdeling, vervanging, beleid, systeem to meedoen_app;
grant insert, update on gemeente, organisatie, medewerker, taakverdeling, vervanging, beleid, systeem to meedoen_app;
grant insert, delete on medewerker_rol to meedoen_app;
grant delete on vervanging to meedoen_app;
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
