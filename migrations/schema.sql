-- Gemaakt door scripts/schema-dump.ts uit de migraties; niet met de hand wijzigen.
-- Schema public na de laatste migratie. Namen van PostgreSQL zelf en van de wachtrij staan er niet in.

grant usage on schema public to meedoen_app;

create table aanmelding (
  state text not null,
  nonce text not null,
  code_verifier text not null,
  terug_naar text not null,
  begonnen_op timestamp with time zone not null,
  constraint aanmelding_pkey PRIMARY KEY (state)
);
grant delete, insert, select, update on aanmelding to meedoen_app;

create table afstemming_dossier (
  gemeente_id uuid not null,
  dossier_id uuid not null,
  ronde_id uuid,
  vergeleken_op timestamp with time zone not null,
  antwoord text not null,
  overgeslagen text[] default '{}'::text[] not null,
  toegang_eindigt date,
  nagestuurd_op timestamp with time zone,
  constraint afstemming_dossier_pkey PRIMARY KEY (gemeente_id, dossier_id),
  constraint afstemming_dossier_antwoord_check CHECK ((antwoord = ANY (ARRAY['vergeleken'::text, 'geen-toegang'::text, 'onbekend'::text, 'fout'::text]))),
  constraint afstemming_dossier_gemeente_id_dossier_id_fkey FOREIGN KEY (gemeente_id, dossier_id) REFERENCES dossier(gemeente_id, id) ON DELETE CASCADE
);
CREATE INDEX afstemming_dossier_toegang ON public.afstemming_dossier USING btree (gemeente_id, toegang_eindigt) WHERE (toegang_eindigt IS NOT NULL);
alter table afstemming_dossier enable row level security;
create policy afgeschermd on afstemming_dossier as restrictive for all to meedoen_app
  using (((dossier_id IS NULL) OR (dossier_id <> ALL (( SELECT meedoen_afgeschermd() AS meedoen_afgeschermd)::uuid[]))));
create policy eigen_gemeenten on afstemming_dossier as permissive for all to meedoen_app
  using ((gemeente_id = ANY (( SELECT meedoen_gemeenten() AS meedoen_gemeenten)::uuid[])));
grant insert, select, update on afstemming_dossier to meedoen_app;

create table afstemming_ronde (
  gemeente_id uuid not null,
  id uuid not null,
  aanleiding text not null,
  medewerker_id uuid,
  begonnen_op timestamp with time zone not null,
  totaal integer not null,
  klaar_op timestamp with time zone,
  wacht_reden text,
  wacht_sinds timestamp with time zone,
  constraint afstemming_ronde_pkey PRIMARY KEY (gemeente_id, id),
  constraint afstemming_ronde_aanleiding_check CHECK ((aanleiding = ANY (ARRAY['nacht'::text, 'mens'::text]))),
  constraint afstemming_ronde_gemeente_id_fkey FOREIGN KEY (gemeente_id) REFERENCES gemeente(id),
  constraint afstemming_ronde_medewerker_id_fkey FOREIGN KEY (medewerker_id) REFERENCES medewerker(id)
);
CREATE INDEX afstemming_ronde_klaar ON public.afstemming_ronde USING btree (gemeente_id, klaar_op DESC);
CREATE UNIQUE INDEX afstemming_ronde_open ON public.afstemming_ronde USING btree (gemeente_id) WHERE (klaar_op IS NULL);
alter table afstemming_ronde enable row level security;
create policy eigen_gemeenten on afstemming_ronde as permissive for all to meedoen_app
  using ((gemeente_id = ANY (( SELECT meedoen_gemeenten() AS meedoen_gemeenten)::uuid[])));
grant insert, select, update on afstemming_ronde to meedoen_app;

create table afstemming_verschil (
  gemeente_id uuid not null,
  id uuid not null,
  dossier_id uuid,
  bericht_in_id uuid,
  onderwerp text not null,
  kenmerk text not null,
  soort text not null,
  hier text,
  duo text,
  hier_feit_id uuid,
  voorstel jsonb,
  herstel text[] not null,
  sinds timestamp with time zone not null,
  gezien_op timestamp with time zone not null,
  staat text not null,
  gedaan text,
  gedaan_op timestamp with time zone,
  gedaan_door uuid,
  reden text,
  opgelost_op timestamp with time zone,
  constraint afstemming_verschil_pkey PRIMARY KEY (gemeente_id, id),
  constraint afstemming_verschil_gedaan_check CHECK ((gedaan = ANY (ARRAY['neem-over'::text, 'stuur-opnieuw'::text, 'vervalt'::text, 'aanvaard'::text, 'alsnog-verwerkt'::text, 'nagestuurd'::text]))),
  constraint afstemming_verschil_soort_check CHECK ((soort = ANY (ARRAY['mist-hier'::text, 'mist-bij-duo'::text, 'anders'::text, 'niet-van-ons'::text]))),
  constraint afstemming_verschil_staat_check CHECK ((staat = ANY (ARRAY['open'::text, 'aanvaard'::text, 'opgelost'::text]))),
  constraint afstemming_verschil_gedaan_door_fkey FOREIGN KEY (gedaan_door) REFERENCES medewerker(id),
  constraint afstemming_verschil_gemeente_id_dossier_id_fkey FOREIGN KEY (gemeente_id, dossier_id) REFERENCES dossier(gemeente_id, id) ON DELETE CASCADE,
  constraint afstemming_verschil_gemeente_id_fkey FOREIGN KEY (gemeente_id) REFERENCES gemeente(id)
);
CREATE UNIQUE INDEX afstemming_verschil_bericht ON public.afstemming_verschil USING btree (gemeente_id, bericht_in_id) WHERE ((staat <> 'opgelost'::text) AND (bericht_in_id IS NOT NULL));
CREATE INDEX afstemming_verschil_lijst ON public.afstemming_verschil USING btree (gemeente_id, staat, sinds);
CREATE UNIQUE INDEX afstemming_verschil_open ON public.afstemming_verschil USING btree (gemeente_id, dossier_id, onderwerp, kenmerk) WHERE ((staat <> 'opgelost'::text) AND (dossier_id IS NOT NULL));
alter table afstemming_verschil enable row level security;
create policy afgeschermd on afstemming_verschil as restrictive for all to meedoen_app
  using (((dossier_id IS NULL) OR (dossier_id <> ALL (( SELECT meedoen_afgeschermd() AS meedoen_afgeschermd)::uuid[]))));
create policy eigen_gemeenten on afstemming_verschil as permissive for all to meedoen_app
  using ((gemeente_id = ANY (( SELECT meedoen_gemeenten() AS meedoen_gemeenten)::uuid[])));
grant insert, select, update on afstemming_verschil to meedoen_app;

create table agenda_abonnement (
  id uuid not null,
  medewerker_id uuid not null,
  sleutel_hash bytea not null,
  gemaakt_op timestamp with time zone not null,
  laatst_gebruikt_op timestamp with time zone,
  ingetrokken_op timestamp with time zone,
  constraint agenda_abonnement_pkey PRIMARY KEY (id),
  constraint agenda_abonnement_sleutel_hash_key UNIQUE (sleutel_hash),
  constraint agenda_abonnement_medewerker_id_fkey FOREIGN KEY (medewerker_id) REFERENCES medewerker(id)
);
CREATE UNIQUE INDEX agenda_abonnement_een ON public.agenda_abonnement USING btree (medewerker_id) WHERE (ingetrokken_op IS NULL);
grant insert, select, update on agenda_abonnement to meedoen_app;

create table audit (
  volgnummer bigint generated always as identity not null,
  tijdstip timestamp with time zone not null,
  medewerker_id uuid,
  systeem text,
  rol text,
  organisatie_id uuid,
  gemeente_id uuid,
  taak text not null,
  handeling text not null,
  object_soort text not null,
  object_id uuid,
  dossier_id uuid,
  dossier_ids uuid[],
  trace_id text not null,
  constraint audit_pkey PRIMARY KEY (volgnummer),
  constraint audit_handeling_check CHECK ((handeling = ANY (ARRAY['lezen'::text, 'zoeken'::text, 'wijzigen'::text, 'verzenden'::text, 'exporteren'::text, 'aanmelden'::text, 'afmelden'::text])))
);
CREATE INDEX audit_dossier ON public.audit USING btree (gemeente_id, dossier_id, volgnummer) WHERE (dossier_id IS NOT NULL);
alter table audit enable row level security;
create policy eigen_gemeenten on audit as permissive for select to meedoen_app
  using ((gemeente_id = ANY (( SELECT meedoen_gemeenten() AS meedoen_gemeenten)::uuid[])));
create policy toevoegen on audit as permissive for insert to meedoen_app
  with check (true);
CREATE TRIGGER audit_niet_legen BEFORE TRUNCATE ON public.audit FOR EACH STATEMENT EXECUTE FUNCTION audit_alleen_toevoegen();
CREATE TRIGGER audit_vast BEFORE DELETE OR UPDATE ON public.audit FOR EACH ROW EXECUTE FUNCTION audit_alleen_toevoegen();
grant insert, select on audit to meedoen_app;

create table audit_zegel (
  positie bigint not null,
  volgnummer bigint not null,
  hash character(64) not null,
  constraint audit_zegel_pkey PRIMARY KEY (positie),
  constraint audit_zegel_volgnummer_key UNIQUE (volgnummer)
);
CREATE TRIGGER audit_zegel_niet_legen BEFORE TRUNCATE ON public.audit_zegel FOR EACH STATEMENT EXECUTE FUNCTION audit_alleen_toevoegen();
CREATE TRIGGER audit_zegel_vast BEFORE DELETE OR UPDATE ON public.audit_zegel FOR EACH ROW EXECUTE FUNCTION audit_alleen_toevoegen();

create table beginsituatie (
  gemeente_id uuid not null,
  dossier_id uuid not null,
  pip_id uuid not null,
  dagtekening date not null,
  inhoud jsonb not null,
  vastgelegd_op timestamp with time zone not null,
  afkomstig_uit uuid,
  constraint beginsituatie_pkey PRIMARY KEY (gemeente_id, dossier_id, pip_id),
  constraint beginsituatie_gemeente_id_dossier_id_fkey FOREIGN KEY (gemeente_id, dossier_id) REFERENCES dossier(gemeente_id, id)
);
alter table beginsituatie enable row level security;
create policy afgeschermd on beginsituatie as restrictive for all to meedoen_app
  using (((dossier_id IS NULL) OR (dossier_id <> ALL (( SELECT meedoen_afgeschermd() AS meedoen_afgeschermd)::uuid[]))));
create policy eigen_gemeenten on beginsituatie as permissive for all to meedoen_app
  using ((gemeente_id = ANY (( SELECT meedoen_gemeenten() AS meedoen_gemeenten)::uuid[])));
grant insert, select on beginsituatie to meedoen_app;

create table beleid (
  gemeente_id uuid not null,
  sleutel text not null,
  geldig_vanaf date not null,
  waarde jsonb not null,
  vastgelegd_op timestamp with time zone default now() not null,
  vastgelegd_door uuid,
  id uuid default gen_random_uuid() not null,
  toelichting text default ''::text not null,
  ingetrokken_op timestamp with time zone,
  ingetrokken_door uuid,
  constraint beleid_pkey PRIMARY KEY (gemeente_id, id),
  constraint beleid_check CHECK (((ingetrokken_op IS NOT NULL) OR (ingetrokken_door IS NULL))),
  constraint beleid_gemeente_id_fkey FOREIGN KEY (gemeente_id) REFERENCES gemeente(id),
  constraint beleid_ingetrokken_door_fkey FOREIGN KEY (ingetrokken_door) REFERENCES medewerker(id),
  constraint beleid_vastgelegd_door_fkey FOREIGN KEY (vastgelegd_door) REFERENCES medewerker(id)
);
CREATE UNIQUE INDEX beleid_geldend ON public.beleid USING btree (gemeente_id, sleutel, geldig_vanaf) WHERE (ingetrokken_op IS NULL);
alter table beleid enable row level security;
create policy eigen_gemeenten on beleid as permissive for all to meedoen_app
  using ((gemeente_id = ANY (( SELECT meedoen_gemeenten() AS meedoen_gemeenten)::uuid[])));
grant insert, select on beleid to meedoen_app;
grant update (ingetrokken_op, ingetrokken_door) on beleid to meedoen_app;

create table bericht_in (
  gemeente_id uuid not null,
  id uuid not null,
  bericht_id uuid not null,
  inhoud_hash character(64) not null,
  ruw jsonb not null,
  gebeurtenis_id text not null,
  geregistreerd_op timestamp with time zone not null,
  ontvangen_op timestamp with time zone not null,
  staat text not null,
  postvak_reden text,
  voorstel text,
  dossier_id uuid,
  uitkomst jsonb default '{}'::jsonb not null,
  pogingen integer default 0 not null,
  laatste_fout text,
  afgehandeld_door uuid,
  geparkeerd_tot date,
  geparkeerd_reden text,
  constraint bericht_in_pkey PRIMARY KEY (gemeente_id, id),
  constraint bericht_in_staat_check CHECK ((staat = ANY (ARRAY['nieuw'::text, 'verwerkt'::text, 'postvak'::text, 'afgehandeld'::text]))),
  constraint bericht_in_afgehandeld_door_fkey FOREIGN KEY (afgehandeld_door) REFERENCES medewerker(id),
  constraint bericht_in_gemeente_id_fkey FOREIGN KEY (gemeente_id) REFERENCES gemeente(id)
);
CREATE UNIQUE INDEX bericht_in_bericht_id ON public.bericht_in USING btree (gemeente_id, bericht_id);
CREATE INDEX bericht_in_dossier ON public.bericht_in USING btree (gemeente_id, dossier_id);
CREATE INDEX bericht_in_gevonden ON public.bericht_in USING btree (gemeente_id, gebeurtenis_id) WHERE ((ruw ->> 'herkomst'::text) = 'afstemming'::text);
CREATE UNIQUE INDEX bericht_in_inhoud ON public.bericht_in USING btree (gemeente_id, inhoud_hash);
CREATE INDEX bericht_in_open ON public.bericht_in USING btree (gemeente_id, staat, ontvangen_op);
alter table bericht_in enable row level security;
create policy afgeschermd on bericht_in as restrictive for all to meedoen_app
  using (((dossier_id IS NULL) OR (dossier_id <> ALL (( SELECT meedoen_afgeschermd() AS meedoen_afgeschermd)::uuid[]))));
create policy eigen_gemeenten on bericht_in as permissive for all to meedoen_app
  using ((gemeente_id = ANY (( SELECT meedoen_gemeenten() AS meedoen_gemeenten)::uuid[])));
grant insert, select, update on bericht_in to meedoen_app;

create table bericht_uit (
  gemeente_id uuid not null,
  dossier_id uuid not null,
  id uuid not null,
  volgnummer bigint generated always as identity not null,
  soort text not null,
  onderwerp_id uuid not null,
  inhoud jsonb not null,
  staat text not null,
  pogingen integer default 0 not null,
  verzending_begonnen_op timestamp with time zone,
  bericht_id uuid,
  foutteksten text[] default '{}'::text[] not null,
  laatste_fout text,
  ontvangstbewijs jsonb,
  gemaakt_op timestamp with time zone not null,
  afgerond_op timestamp with time zone,
  wacht_op text,
  eigen_redenen jsonb default '[]'::jsonb not null,
  vervangen_door uuid,
  intrek_reden text,
  ingetrokken_door uuid,
  constraint bericht_uit_pkey PRIMARY KEY (gemeente_id, id),
  constraint bericht_uit_soort_check CHECK ((soort = ANY (ARRAY['pip'::text, 'pip-verwijderen'::text, 'contactpersoon'::text, 'aanbod'::text, 'aanbod-intrekken'::text, 'uren'::text, 'pvt'::text, 'map'::text, 'zroute'::text, 'lbt-intrekken'::text]))),
  constraint bericht_uit_staat_check CHECK ((staat = ANY (ARRAY['wacht'::text, 'bezig'::text, 'geaccepteerd'::text, 'geweigerd'::text, 'ingetrokken'::text]))),
  constraint bericht_uit_gemeente_id_dossier_id_fkey FOREIGN KEY (gemeente_id, dossier_id) REFERENCES dossier(gemeente_id, id),
  constraint bericht_uit_ingetrokken_door_fkey FOREIGN KEY (ingetrokken_door) REFERENCES medewerker(id)
);
CREATE INDEX bericht_uit_dossier ON public.bericht_uit USING btree (gemeente_id, dossier_id, volgnummer);
CREATE INDEX bericht_uit_onderwerp ON public.bericht_uit USING btree (gemeente_id, onderwerp_id);
CREATE INDEX bericht_uit_staat ON public.bericht_uit USING btree (gemeente_id, staat, volgnummer);
alter table bericht_uit enable row level security;
create policy afgeschermd on bericht_uit as restrictive for all to meedoen_app
  using (((dossier_id IS NULL) OR (dossier_id <> ALL (( SELECT meedoen_afgeschermd() AS meedoen_afgeschermd)::uuid[]))));
create policy eigen_gemeenten on bericht_uit as permissive for all to meedoen_app
  using ((gemeente_id = ANY (( SELECT meedoen_gemeenten() AS meedoen_gemeenten)::uuid[])));
grant insert, select, update on bericht_uit to meedoen_app;

create table bewaarsleutel (
  medewerker_id uuid not null,
  apparaat_id uuid not null,
  sleutel bytea not null,
  verloopt_op timestamp with time zone not null,
  constraint bewaarsleutel_pkey PRIMARY KEY (medewerker_id, apparaat_id),
  constraint bewaarsleutel_sleutel_check CHECK ((octet_length(sleutel) = 32)),
  constraint bewaarsleutel_medewerker_id_fkey FOREIGN KEY (medewerker_id) REFERENCES medewerker(id)
);
grant delete, insert, select, update on bewaarsleutel to meedoen_app;

create table bijzonder_feit (
  gemeente_id uuid not null,
  dossier_id uuid not null,
  id uuid not null,
  vraag text not null,
  waarde jsonb not null,
  geldig_op date not null,
  vastgelegd_op timestamp with time zone not null,
  medewerker_id uuid,
  vervangt uuid,
  afkomstig_uit uuid,
  constraint bijzonder_feit_pkey PRIMARY KEY (gemeente_id, dossier_id, id),
  constraint bijzonder_feit_gemeente_id_dossier_id_fkey FOREIGN KEY (gemeente_id, dossier_id) REFERENCES dossier(gemeente_id, id),
  constraint bijzonder_feit_medewerker_id_fkey FOREIGN KEY (medewerker_id) REFERENCES medewerker(id)
);
CREATE UNIQUE INDEX bijzonder_feit_vervangt ON public.bijzonder_feit USING btree (gemeente_id, dossier_id, vervangt) WHERE (vervangt IS NOT NULL);
alter table bijzonder_feit enable row level security;
create policy afgeschermd on bijzonder_feit as restrictive for all to meedoen_app
  using (((dossier_id IS NULL) OR (dossier_id <> ALL (( SELECT meedoen_afgeschermd() AS meedoen_afgeschermd)::uuid[]))));
create policy bijzonder_recht on bijzonder_feit as permissive for all to meedoen_app
  using ((gemeente_id = ANY (( SELECT meedoen_bijzonder() AS meedoen_bijzonder)::uuid[])));
grant insert, select on bijzonder_feit to meedoen_app;

create table brievenset (
  gemeente_id uuid not null,
  dossier_id uuid not null,
  pip_id uuid not null,
  versie integer not null,
  talen text[] default '{}'::text[] not null,
  staat text not null,
  klaar integer default 0 not null,
  totaal integer default 0 not null,
  fout text,
  bron jsonb,
  gemaakt_op timestamp with time zone not null,
  bijgewerkt_op timestamp with time zone not null,
  constraint brievenset_pkey PRIMARY KEY (gemeente_id, dossier_id, pip_id),
  constraint brievenset_staat_check CHECK ((staat = ANY (ARRAY['bezig'::text, 'klaar'::text, 'mislukt'::text]))),
  constraint brievenset_gemeente_id_dossier_id_pip_id_fkey FOREIGN KEY (gemeente_id, dossier_id, pip_id) REFERENCES pip(gemeente_id, dossier_id, id) ON UPDATE CASCADE
);
alter table brievenset enable row level security;
create policy afgeschermd on brievenset as restrictive for all to meedoen_app
  using (((dossier_id IS NULL) OR (dossier_id <> ALL (( SELECT meedoen_afgeschermd() AS meedoen_afgeschermd)::uuid[]))));
create policy eigen_gemeenten on brievenset as permissive for all to meedoen_app
  using ((gemeente_id = ANY (( SELECT meedoen_gemeenten() AS meedoen_gemeenten)::uuid[])));
grant insert, select, update on brievenset to meedoen_app;

create table brp_stand (
  gemeente_id uuid not null,
  dossier_id uuid not null,
  bevraagd_op timestamp with time zone not null,
  antwoord text not null,
  verbintenissen jsonb,
  constraint brp_stand_pkey PRIMARY KEY (gemeente_id, dossier_id),
  constraint brp_stand_antwoord_check CHECK ((antwoord = ANY (ARRAY['ok'::text, 'onbekend'::text, 'niet-bevoegd'::text, 'fout'::text]))),
  constraint brp_stand_gemeente_id_dossier_id_fkey FOREIGN KEY (gemeente_id, dossier_id) REFERENCES dossier(gemeente_id, id)
);
CREATE INDEX brp_stand_bevraagd ON public.brp_stand USING btree (gemeente_id, bevraagd_op);
alter table brp_stand enable row level security;
create policy afgeschermd on brp_stand as restrictive for all to meedoen_app
  using (((dossier_id IS NULL) OR (dossier_id <> ALL (( SELECT meedoen_afgeschermd() AS meedoen_afgeschermd)::uuid[]))));
create policy eigen_gemeenten on brp_stand as permissive for all to meedoen_app
  using ((gemeente_id = ANY (( SELECT meedoen_gemeenten() AS meedoen_gemeenten)::uuid[])));
grant insert, select, update on brp_stand to meedoen_app;

create table coa_overdracht (
  gemeente_id uuid not null,
  id uuid not null,
  vorm text not null,
  sha256 character(64) not null,
  opgenomen_op timestamp with time zone not null,
  medewerker_id uuid not null,
  rijen jsonb not null,
  constraint coa_overdracht_pkey PRIMARY KEY (gemeente_id, id),
  constraint coa_overdracht_vorm_check CHECK ((vorm = ANY (ARRAY['json'::text, 'xlsx'::text]))),
  constraint coa_overdracht_gemeente_id_fkey FOREIGN KEY (gemeente_id) REFERENCES gemeente(id),
  constraint coa_overdracht_medewerker_id_fkey FOREIGN KEY (medewerker_id) REFERENCES medewerker(id)
);
CREATE INDEX coa_overdracht_op ON public.coa_overdracht USING btree (gemeente_id, opgenomen_op DESC);
CREATE INDEX coa_overdracht_sha ON public.coa_overdracht USING btree (gemeente_id, sha256);
alter table coa_overdracht enable row level security;
create policy eigen_gemeenten on coa_overdracht as permissive for all to meedoen_app
  using ((gemeente_id = ANY (( SELECT meedoen_gemeenten() AS meedoen_gemeenten)::uuid[])));
grant insert, select on coa_overdracht to meedoen_app;

create table coa_taakstelling (
  gemeente_id uuid not null,
  id uuid not null,
  jaar smallint not null,
  helft smallint not null,
  aantal integer not null,
  vastgelegd_op timestamp with time zone not null,
  medewerker_id uuid not null,
  constraint coa_taakstelling_pkey PRIMARY KEY (gemeente_id, id),
  constraint coa_taakstelling_aantal_check CHECK (((aantal >= 0) AND (aantal <= 100000))),
  constraint coa_taakstelling_helft_check CHECK ((helft = ANY (ARRAY[1, 2]))),
  constraint coa_taakstelling_jaar_check CHECK (((jaar >= 2000) AND (jaar <= 2100))),
  constraint coa_taakstelling_gemeente_id_fkey FOREIGN KEY (gemeente_id) REFERENCES gemeente(id),
  constraint coa_taakstelling_medewerker_id_fkey FOREIGN KEY (medewerker_id) REFERENCES medewerker(id)
);
CREATE INDEX coa_taakstelling_halfjaar ON public.coa_taakstelling USING btree (gemeente_id, jaar, helft, vastgelegd_op DESC);
alter table coa_taakstelling enable row level security;
create policy eigen_gemeenten on coa_taakstelling as permissive for all to meedoen_app
  using ((gemeente_id = ANY (( SELECT meedoen_gemeenten() AS meedoen_gemeenten)::uuid[])));
grant insert, select on coa_taakstelling to meedoen_app;

create table document (
  gemeente_id uuid not null,
  dossier_id uuid not null,
  id uuid not null,
  soort text not null,
  titel text not null,
  media_type text default 'application/pdf'::text not null,
  sha256 character(64) not null,
  bestand bytea not null,
  gemaakt_op timestamp with time zone not null,
  medewerker_id uuid,
  herkomst jsonb default '{}'::jsonb not null,
  afkomstig_uit uuid,
  set_id uuid,
  versie integer,
  taal text default 'nl'::text not null,
  constraint document_pkey PRIMARY KEY (gemeente_id, dossier_id, id),
  constraint document_soort_check CHECK ((soort = ANY (ARRAY['pip-beschikking'::text, 'pip-eenvoudig'::text, 'pip-beeld'::text, 'pip-vertaling'::text, 'afweging'::text, 'plan'::text, 'oproep'::text, 'uitnodiging'::text, 'pw-besluit'::text, 'bezwaar'::text, 'verslag'::text, 'overig'::text]))),
  constraint document_gemeente_id_dossier_id_fkey FOREIGN KEY (gemeente_id, dossier_id) REFERENCES dossier(gemeente_id, id),
  constraint document_medewerker_id_fkey FOREIGN KEY (medewerker_id) REFERENCES medewerker(id)
);
CREATE INDEX document_set ON public.document USING btree (gemeente_id, set_id) WHERE (set_id IS NOT NULL);
CREATE UNIQUE INDEX document_set_uniek ON public.document USING btree (gemeente_id, set_id, soort, taal) WHERE (soort = ANY (ARRAY['pip-eenvoudig'::text, 'pip-beeld'::text, 'pip-vertaling'::text]));
alter table document enable row level security;
create policy afgeschermd on document as restrictive for all to meedoen_app
  using (((dossier_id IS NULL) OR (dossier_id <> ALL (( SELECT meedoen_afgeschermd() AS meedoen_afgeschermd)::uuid[]))));
create policy eigen_gemeenten on document as permissive for all to meedoen_app
  using ((gemeente_id = ANY (( SELECT meedoen_gemeenten() AS meedoen_gemeenten)::uuid[])));
grant insert, select on document to meedoen_app;

create table dossier (
  gemeente_id uuid not null,
  id uuid not null,
  bsn character(9),
  v_nummer character(10),
  geopend_op timestamp with time zone not null,
  samengevoegd_met uuid,
  samengevoegd_op timestamp with time zone,
  samengevoegd_door uuid,
  klantmanager_id uuid,
  uitgesteld_tot date,
  uitgesteld_voorstel text,
  uitgesteld_reden text,
  revisie integer default 1 not null,
  constraint dossier_pkey PRIMARY KEY (gemeente_id, id),
  constraint dossier_id_key UNIQUE (id),
  constraint dossier_bsn_check CHECK ((bsn ~ '^\d{9}$'::text)),
  constraint dossier_v_nummer_check CHECK ((v_nummer ~ '^\d{10}$'::text)),
  constraint dossier_gemeente_id_fkey FOREIGN KEY (gemeente_id) REFERENCES gemeente(id),
  constraint dossier_klantmanager_id_fkey FOREIGN KEY (klantmanager_id) REFERENCES medewerker(id),
  constraint dossier_samengevoegd_door_fkey FOREIGN KEY (samengevoegd_door) REFERENCES medewerker(id)
);
CREATE UNIQUE INDEX dossier_bsn ON public.dossier USING btree (gemeente_id, bsn) WHERE (samengevoegd_met IS NULL);
CREATE INDEX dossier_opgegaan ON public.dossier USING btree (gemeente_id, samengevoegd_met) WHERE (samengevoegd_met IS NOT NULL);
CREATE UNIQUE INDEX dossier_v_nummer ON public.dossier USING btree (gemeente_id, v_nummer) WHERE (samengevoegd_met IS NULL);
alter table dossier enable row level security;
create policy afgeschermd on dossier as restrictive for all to meedoen_app
  using (((id IS NULL) OR (id <> ALL (( SELECT meedoen_afgeschermd() AS meedoen_afgeschermd)::uuid[]))));
create policy eigen_gemeenten on dossier as permissive for all to meedoen_app
  using ((gemeente_id = ANY (( SELECT meedoen_gemeenten() AS meedoen_gemeenten)::uuid[])));
CREATE TRIGGER duo_opname_verhuist AFTER UPDATE OF samengevoegd_met ON public.dossier FOR EACH ROW WHEN (((new.samengevoegd_met IS NOT NULL) AND (old.samengevoegd_met IS NULL))) EXECUTE FUNCTION duo_opname_verhuist();
CREATE TRIGGER meting_verhuist AFTER UPDATE OF samengevoegd_met ON public.dossier FOR EACH ROW WHEN (((new.samengevoegd_met IS NOT NULL) AND (old.samengevoegd_met IS NULL))) EXECUTE FUNCTION meting_verhuist();
CREATE TRIGGER partnerlink_verhuist AFTER UPDATE OF samengevoegd_met ON public.dossier FOR EACH ROW WHEN (((new.samengevoegd_met IS NOT NULL) AND (old.samengevoegd_met IS NULL))) EXECUTE FUNCTION partnerlink_verhuist();
CREATE TRIGGER persoonsbericht_verhuist AFTER UPDATE OF samengevoegd_met ON public.dossier FOR EACH ROW WHEN (((new.samengevoegd_met IS NOT NULL) AND (old.samengevoegd_met IS NULL))) EXECUTE FUNCTION persoonsbericht_verhuist();
CREATE TRIGGER tolkinzet_verhuist AFTER UPDATE OF samengevoegd_met ON public.dossier FOR EACH ROW WHEN (((new.samengevoegd_met IS NOT NULL) AND (old.samengevoegd_met IS NULL))) EXECUTE FUNCTION tolkinzet_verhuist();
grant insert, select, update on dossier to meedoen_app;

create table dossier_stand (
  gemeente_id uuid not null,
  dossier_id uuid not null,
  peildatum date not null,
  volgende_wijziging date,
  naam text not null,
  sorteernaam text collate "C" not null,
  geboortedatum text,
  doelgroep text not null,
  leerroute text,
  schakel smallint not null,
  toestand text not null,
  voorstel text not null,
  voorstel_titel text not null,
  voorstel_reden text not null,
  laatste_dag date,
  signalen text[] default '{}'::text[] not null,
  klantmanager_id uuid,
  uitgesteld_tot date,
  stand jsonb not null,
  constraint dossier_stand_pkey PRIMARY KEY (gemeente_id, dossier_id),
  constraint dossier_stand_gemeente_id_dossier_id_fkey FOREIGN KEY (gemeente_id, dossier_id) REFERENCES dossier(gemeente_id, id),
  constraint dossier_stand_klantmanager_id_fkey FOREIGN KEY (klantmanager_id) REFERENCES medewerker(id)
);
CREATE INDEX dossier_stand_klantmanager ON public.dossier_stand USING btree (gemeente_id, klantmanager_id, laatste_dag, dossier_id) INCLUDE (uitgesteld_tot, voorstel, doelgroep, leerroute, schakel, toestand);
CREATE INDEX dossier_stand_laatste_dag ON public.dossier_stand USING btree (gemeente_id, laatste_dag, dossier_id) INCLUDE (klantmanager_id, uitgesteld_tot, voorstel, doelgroep, leerroute, schakel, toestand);
CREATE INDEX dossier_stand_naam ON public.dossier_stand USING btree (gemeente_id, sorteernaam, dossier_id) INCLUDE (klantmanager_id, uitgesteld_tot, voorstel, doelgroep, leerroute, schakel, toestand);
CREATE INDEX dossier_stand_volgende ON public.dossier_stand USING btree (gemeente_id, volgende_wijziging) WHERE (volgende_wijziging IS NOT NULL);
alter table dossier_stand enable row level security;
create policy afgeschermd on dossier_stand as restrictive for all to meedoen_app
  using (((dossier_id IS NULL) OR (dossier_id <> ALL (( SELECT meedoen_afgeschermd() AS meedoen_afgeschermd)::uuid[]))));
create policy eigen_gemeenten on dossier_stand as permissive for all to meedoen_app
  using ((gemeente_id = ANY (( SELECT meedoen_gemeenten() AS meedoen_gemeenten)::uuid[])));
grant insert, select, update on dossier_stand to meedoen_app;

create table duo_contactpersoon (
  gemeente_id uuid not null,
  medewerker_id uuid not null,
  id uuid not null,
  duo_id integer,
  naam text not null,
  email text not null,
  telefoonnummer text not null,
  staat text not null,
  foutteksten text[] default '{}'::text[] not null,
  gewijzigd_op timestamp with time zone not null,
  overgenomen jsonb default '{}'::jsonb not null,
  bij_duo jsonb,
  bericht_id uuid,
  laatste_fout text,
  verstuurd_op timestamp with time zone,
  constraint duo_contactpersoon_pkey PRIMARY KEY (gemeente_id, id),
  constraint duo_contactpersoon_gemeente_id_medewerker_id_key UNIQUE (gemeente_id, medewerker_id),
  constraint duo_contactpersoon_staat_check CHECK ((staat = ANY (ARRAY['nieuw'::text, 'bezig'::text, 'bekend'::text, 'onzeker'::text, 'geweigerd'::text]))),
  constraint duo_contactpersoon_gemeente_id_fkey FOREIGN KEY (gemeente_id) REFERENCES gemeente(id),
  constraint duo_contactpersoon_medewerker_id_fkey FOREIGN KEY (medewerker_id) REFERENCES medewerker(id)
);
alter table duo_contactpersoon enable row level security;
create policy eigen_gemeenten on duo_contactpersoon as permissive for all to meedoen_app
  using ((gemeente_id = ANY (( SELECT meedoen_gemeenten() AS meedoen_gemeenten)::uuid[])));
grant insert, select, update on duo_contactpersoon to meedoen_app;

create table duo_opname (
  gemeente_id uuid not null,
  dossier_id uuid not null,
  id uuid not null,
  onderwerp text not null,
  inhoud jsonb,
  inhoud_hash character(64) not null,
  api_versie text,
  bericht_id uuid not null,
  opgehaald_op timestamp with time zone not null,
  laatst_gezien_op timestamp with time zone not null,
  bijzonder boolean default false not null,
  constraint duo_opname_pkey PRIMARY KEY (gemeente_id, id),
  constraint duo_opname_gemeente_id_dossier_id_fkey FOREIGN KEY (gemeente_id, dossier_id) REFERENCES dossier(gemeente_id, id)
);
CREATE INDEX duo_opname_dossier ON public.duo_opname USING btree (gemeente_id, dossier_id, onderwerp, opgehaald_op);
alter table duo_opname enable row level security;
create policy afgeschermd on duo_opname as restrictive for all to meedoen_app
  using (((dossier_id IS NULL) OR (dossier_id <> ALL (( SELECT meedoen_afgeschermd() AS meedoen_afgeschermd)::uuid[]))));
create policy eigen_gemeenten on duo_opname as permissive for all to meedoen_app
  using (((gemeente_id = ANY (( SELECT meedoen_gemeenten() AS meedoen_gemeenten)::uuid[])) AND ((NOT bijzonder) OR (gemeente_id = ANY (( SELECT meedoen_bijzonder() AS meedoen_bijzonder)::uuid[])))));
grant insert, select, update on duo_opname to meedoen_app;

create table duo_opvraging (
  gemeente_id uuid not null,
  dossier_id uuid not null,
  gevraagd_op timestamp with time zone not null,
  gevraagd_door uuid,
  staat text not null,
  gedaan smallint default 0 not null,
  totaal smallint not null,
  zonder_antwoord text[] default '{}'::text[] not null,
  afgerond_op timestamp with time zone,
  constraint duo_opvraging_pkey PRIMARY KEY (gemeente_id, dossier_id),
  constraint duo_opvraging_staat_check CHECK ((staat = ANY (ARRAY['bezig'::text, 'klaar'::text, 'deels'::text]))),
  constraint duo_opvraging_gemeente_id_dossier_id_fkey FOREIGN KEY (gemeente_id, dossier_id) REFERENCES dossier(gemeente_id, id),
  constraint duo_opvraging_gevraagd_door_fkey FOREIGN KEY (gevraagd_door) REFERENCES medewerker(id)
);
alter table duo_opvraging enable row level security;
create policy afgeschermd on duo_opvraging as restrictive for all to meedoen_app
  using (((dossier_id IS NULL) OR (dossier_id <> ALL (( SELECT meedoen_afgeschermd() AS meedoen_afgeschermd)::uuid[]))));
create policy eigen_gemeenten on duo_opvraging as permissive for all to meedoen_app
  using ((gemeente_id = ANY (( SELECT meedoen_gemeenten() AS meedoen_gemeenten)::uuid[])));
grant insert, select, update on duo_opvraging to meedoen_app;

create table duo_stop (
  gemeente_id uuid not null,
  sinds timestamp with time zone not null,
  reden text not null,
  probeer_op timestamp with time zone not null,
  constraint duo_stop_pkey PRIMARY KEY (gemeente_id),
  constraint duo_stop_gemeente_id_fkey FOREIGN KEY (gemeente_id) REFERENCES gemeente(id)
);
alter table duo_stop enable row level security;
create policy eigen_gemeenten on duo_stop as permissive for all to meedoen_app
  using ((gemeente_id = ANY (( SELECT meedoen_gemeenten() AS meedoen_gemeenten)::uuid[])));
grant delete, insert, select, update on duo_stop to meedoen_app;

create table feit (
  gemeente_id uuid not null,
  dossier_id uuid not null,
  id uuid not null,
  soort text not null,
  inhoud jsonb not null,
  geldig_op date not null,
  vastgelegd_op timestamp with time zone not null,
  bron text not null,
  verwijzing text,
  medewerker_id uuid,
  vervangt uuid,
  afkomstig_uit uuid,
  constraint feit_pkey PRIMARY KEY (gemeente_id, dossier_id, id),
  constraint feit_bron_check CHECK ((bron = ANY (ARRAY['duo'::text, 'coa'::text, 'brp'::text, 'medewerker'::text, 'aanbieder'::text, 'inburgeraar'::text]))),
  constraint feit_gemeente_id_dossier_id_fkey FOREIGN KEY (gemeente_id, dossier_id) REFERENCES dossier(gemeente_id, id),
  constraint feit_medewerker_id_fkey FOREIGN KEY (medewerker_id) REFERENCES medewerker(id)
);
CREATE INDEX feit_afspraak_datum ON public.feit USING btree (gemeente_id, ((inhoud ->> 'datum'::text))) WHERE (soort = 'afspraak'::text);
CREATE INDEX feit_bezwaar ON public.feit USING btree (gemeente_id, ((inhoud ->> 'besluitId'::text)), id) WHERE (soort = 'bezwaar'::text);
CREATE INDEX feit_gezin ON public.feit USING btree (gemeente_id, ((inhoud ->> 'anderDossierId'::text))) WHERE (soort = 'gezin'::text);
CREATE INDEX feit_kinderopvang ON public.feit USING btree (gemeente_id, dossier_id) WHERE (soort = 'kinderopvang'::text);
CREATE INDEX feit_pw_besluit ON public.feit USING btree (gemeente_id, geldig_op DESC, id) WHERE (soort = 'pw-besluit'::text);
CREATE UNIQUE INDEX feit_vervangt ON public.feit USING btree (gemeente_id, dossier_id, vervangt) WHERE (vervangt IS NOT NULL);
CREATE INDEX feit_zitting ON public.feit USING btree (((inhoud ->> 'zittingId'::text))) WHERE ((soort = 'afspraak'::text) AND (inhoud ? 'zittingId'::text));
alter table feit enable row level security;
create policy afgeschermd on feit as restrictive for all to meedoen_app
  using (((dossier_id IS NULL) OR (dossier_id <> ALL (( SELECT meedoen_afgeschermd() AS meedoen_afgeschermd)::uuid[]))));
create policy eigen_gemeenten on feit as permissive for all to meedoen_app
  using ((gemeente_id = ANY (( SELECT meedoen_gemeenten() AS meedoen_gemeenten)::uuid[])));
grant insert, select on feit to meedoen_app;

create table gemeente (
  id uuid not null,
  code character(4) not null,
  naam text not null,
  oin character(20) not null,
  stijl jsonb default '{}'::jsonb not null,
  constraint gemeente_pkey PRIMARY KEY (id),
  constraint gemeente_code_key UNIQUE (code),
  constraint gemeente_oin_key UNIQUE (oin),
  constraint gemeente_code_check CHECK ((code ~ '^\d{4}$'::text)),
  constraint gemeente_oin_check CHECK ((oin ~ '^[0-9A-Z]{20}$'::text))
);
grant insert, select, update on gemeente to meedoen_app;

create table huisstijl (
  gemeente_id uuid not null,
  id uuid not null,
  stijl jsonb not null,
  logo text,
  vastgelegd_op timestamp with time zone not null,
  vastgelegd_door uuid not null,
  constraint huisstijl_pkey PRIMARY KEY (gemeente_id, id),
  constraint huisstijl_logo_check CHECK ((length(logo) <= 400000)),
  constraint huisstijl_gemeente_id_fkey FOREIGN KEY (gemeente_id) REFERENCES gemeente(id),
  constraint huisstijl_vastgelegd_door_fkey FOREIGN KEY (vastgelegd_door) REFERENCES medewerker(id)
);
CREATE INDEX huisstijl_op ON public.huisstijl USING btree (gemeente_id, vastgelegd_op DESC);
alter table huisstijl enable row level security;
create policy eigen_gemeenten on huisstijl as permissive for all to meedoen_app
  using ((gemeente_id = ANY (( SELECT meedoen_gemeenten() AS meedoen_gemeenten)::uuid[])));
grant insert, select on huisstijl to meedoen_app;

create table idempotentie (
  medewerker_id uuid not null,
  sleutel text not null,
  verzoek_hash character(64) not null,
  status integer not null,
  antwoord jsonb,
  gemaakt_op timestamp with time zone not null,
  constraint idempotentie_pkey PRIMARY KEY (medewerker_id, sleutel),
  constraint idempotentie_medewerker_id_fkey FOREIGN KEY (medewerker_id) REFERENCES medewerker(id) ON DELETE CASCADE
);
grant delete, insert, select, update on idempotentie to meedoen_app;

create table instelling (
  instellingsnummer character(10) not null,
  naam text not null,
  postcode text,
  huisnummer integer,
  huisnummertoevoeging text,
  plaats text not null,
  bow text,
  brin text,
  bow_keurmerk boolean,
  tst_keurmerk boolean,
  gezien_op timestamp with time zone not null,
  verdwenen_op timestamp with time zone,
  keurmerk_verloren_op timestamp with time zone,
  constraint instelling_pkey PRIMARY KEY (instellingsnummer)
);
grant insert, select, update on instelling to meedoen_app;

create table koppeling_staat (
  systeem text not null,
  laatst_gelukt_op timestamp with time zone,
  laatst_mislukt_op timestamp with time zone,
  mislukt_sinds timestamp with time zone,
  reden text,
  constraint koppeling_staat_pkey PRIMARY KEY (systeem)
);
grant delete, insert, select, update on koppeling_staat to meedoen_app;

create table koppeling_uur (
  systeem text not null,
  uur timestamp with time zone not null,
  gelukt integer default 0 not null,
  mislukt integer default 0 not null,
  duur_ms bigint default 0 not null,
  constraint koppeling_uur_pkey PRIMARY KEY (systeem, uur)
);
grant delete, insert, select, update on koppeling_uur to meedoen_app;

create table mandaat (
  gemeente_id uuid not null,
  id uuid not null,
  soort text not null,
  medewerker_id uuid not null,
  geldig_vanaf date not null,
  geldig_tot date,
  tekst text default ''::text not null,
  besluit text not null,
  vastgelegd_op timestamp with time zone not null,
  vastgelegd_door uuid not null,
  ingetrokken_op timestamp with time zone,
  ingetrokken_door uuid,
  constraint mandaat_pkey PRIMARY KEY (gemeente_id, id),
  constraint mandaat_besluit_check CHECK ((besluit <> ''::text)),
  constraint mandaat_check CHECK (((geldig_tot IS NULL) OR (geldig_tot > geldig_vanaf))),
  constraint mandaat_check1 CHECK (((ingetrokken_op IS NULL) = (ingetrokken_door IS NULL))),
  constraint mandaat_soort_check CHECK ((soort = ANY (ARRAY['pip'::text, 'oproep'::text, 'pw-besluit'::text, 'bezwaar'::text]))),
  constraint mandaat_gemeente_id_fkey FOREIGN KEY (gemeente_id) REFERENCES gemeente(id),
  constraint mandaat_ingetrokken_door_fkey FOREIGN KEY (ingetrokken_door) REFERENCES medewerker(id),
  constraint mandaat_medewerker_id_fkey FOREIGN KEY (medewerker_id) REFERENCES medewerker(id),
  constraint mandaat_vastgelegd_door_fkey FOREIGN KEY (vastgelegd_door) REFERENCES medewerker(id)
);
CREATE INDEX mandaat_soort ON public.mandaat USING btree (gemeente_id, soort, geldig_vanaf) WHERE (ingetrokken_op IS NULL);
alter table mandaat enable row level security;
create policy eigen_gemeenten on mandaat as permissive for all to meedoen_app
  using ((gemeente_id = ANY (( SELECT meedoen_gemeenten() AS meedoen_gemeenten)::uuid[])));
grant insert, select on mandaat to meedoen_app;
grant update (geldig_tot, ingetrokken_op, ingetrokken_door) on mandaat to meedoen_app;

create table medewerker (
  id uuid not null,
  organisatie_id uuid not null,
  naam text not null,
  functie text default ''::text not null,
  email text not null,
  telefoon text default ''::text not null,
  oidc_sub text,
  actief boolean default true not null,
  constraint medewerker_pkey PRIMARY KEY (id),
  constraint medewerker_email_key UNIQUE (email),
  constraint medewerker_oidc_sub_key UNIQUE (oidc_sub),
  constraint medewerker_organisatie_id_fkey FOREIGN KEY (organisatie_id) REFERENCES organisatie(id)
);
CREATE INDEX medewerker_organisatie ON public.medewerker USING btree (organisatie_id);
grant insert, select, update on medewerker to meedoen_app;

create table medewerker_rol (
  medewerker_id uuid not null,
  taak text not null,
  rol text not null,
  constraint medewerker_rol_pkey PRIMARY KEY (medewerker_id, taak, rol),
  constraint medewerker_rol_rol_check CHECK ((rol = ANY (ARRAY['klantmanager'::text, 'regisseur'::text, 'beleid'::text, 'beheer'::text, 'lezer'::text]))),
  constraint medewerker_rol_medewerker_id_fkey FOREIGN KEY (medewerker_id) REFERENCES medewerker(id) ON DELETE CASCADE
);
grant delete, insert, select on medewerker_rol to meedoen_app;

create table meting (
  gemeente_id uuid not null,
  dossier_id uuid not null,
  id uuid not null,
  moment text not null,
  taal text not null,
  hulp text,
  gemeten_op date not null,
  antwoorden jsonb not null,
  vastgelegd_op timestamp with time zone not null,
  medewerker_id uuid,
  vervangt uuid,
  afkomstig_uit uuid,
  constraint meting_pkey PRIMARY KEY (gemeente_id, dossier_id, id),
  constraint meting_hulp_check CHECK ((hulp = ANY (ARRAY['tolk'::text, 'klantmanager'::text, 'naaste'::text]))),
  constraint meting_moment_check CHECK ((moment = ANY (ARRAY['begin'::text, 'voortgang'::text, 'eind'::text]))),
  constraint meting_gemeente_id_dossier_id_fkey FOREIGN KEY (gemeente_id, dossier_id) REFERENCES dossier(gemeente_id, id),
  constraint meting_medewerker_id_fkey FOREIGN KEY (medewerker_id) REFERENCES medewerker(id)
);
CREATE UNIQUE INDEX meting_vervangt ON public.meting USING btree (gemeente_id, dossier_id, vervangt) WHERE (vervangt IS NOT NULL);
alter table meting enable row level security;
create policy afgeschermd on meting as restrictive for all to meedoen_app
  using (((dossier_id IS NULL) OR (dossier_id <> ALL (( SELECT meedoen_afgeschermd() AS meedoen_afgeschermd)::uuid[]))));
create policy bijzonder_recht on meting as permissive for all to meedoen_app
  using ((gemeente_id = ANY (( SELECT meedoen_bijzonder() AS meedoen_bijzonder)::uuid[])));
grant insert, select on meting to meedoen_app;

create table migratie (
  bestand text not null,
  sha256 text not null,
  toegepast_op timestamp with time zone default now() not null,
  constraint migratie_pkey PRIMARY KEY (bestand)
);

create table naslag_stand (
  lijst text not null,
  geprobeerd_op timestamp with time zone not null,
  gelukt_op timestamp with time zone,
  aantal integer,
  misschien_afgekapt boolean default false not null,
  fout text,
  constraint naslag_stand_pkey PRIMARY KEY (lijst),
  constraint naslag_stand_lijst_check CHECK ((lijst = ANY (ARRAY['instellingen'::text, 'verlengingsgronden'::text])))
);
grant insert, select, update on naslag_stand to meedoen_app;

create table opgeslagen_lijst (
  id uuid not null,
  medewerker_id uuid not null,
  naam text not null,
  instelling jsonb not null,
  gedeeld boolean default false not null,
  gemaakt_op timestamp with time zone not null,
  constraint opgeslagen_lijst_pkey PRIMARY KEY (id),
  constraint opgeslagen_lijst_medewerker_id_fkey FOREIGN KEY (medewerker_id) REFERENCES medewerker(id) ON DELETE CASCADE
);
CREATE INDEX opgeslagen_lijst_medewerker ON public.opgeslagen_lijst USING btree (medewerker_id);
grant delete, insert, select, update on opgeslagen_lijst to meedoen_app;

create table organisatie (
  id uuid not null,
  naam text not null,
  soort text not null,
  constraint organisatie_pkey PRIMARY KEY (id),
  constraint organisatie_naam_key UNIQUE (naam),
  constraint organisatie_soort_check CHECK ((soort = ANY (ARRAY['gemeente'::text, 'rit'::text, 'uitvoerder'::text, 'taalschool'::text, 'partner'::text])))
);
grant insert, select, update on organisatie to meedoen_app;

create table overdracht (
  gemeente_id uuid not null,
  id uuid not null,
  dossier_id uuid,
  verzoek_id uuid not null,
  naar_code character(4) not null,
  naar_gemeente_id uuid,
  uitkomst text not null,
  pakket jsonb,
  sha256 character(64),
  reden text,
  gemaakt_op timestamp with time zone not null,
  medewerker_id uuid not null,
  bevestigd_door text,
  bevestigd_op timestamp with time zone,
  constraint overdracht_pkey PRIMARY KEY (gemeente_id, id),
  constraint overdracht_uitkomst_check CHECK ((uitkomst = ANY (ARRAY['pakket'::text, 'geweigerd'::text]))),
  constraint overdracht_gemeente_id_dossier_id_fkey FOREIGN KEY (gemeente_id, dossier_id) REFERENCES dossier(gemeente_id, id) ON DELETE CASCADE,
  constraint overdracht_medewerker_id_fkey FOREIGN KEY (medewerker_id) REFERENCES medewerker(id),
  constraint overdracht_naar_gemeente_id_fkey FOREIGN KEY (naar_gemeente_id) REFERENCES gemeente(id)
);
CREATE INDEX overdracht_naar ON public.overdracht USING btree (naar_gemeente_id) WHERE (naar_gemeente_id IS NOT NULL);
CREATE INDEX overdracht_verzoek ON public.overdracht USING btree (gemeente_id, verzoek_id);
alter table overdracht enable row level security;
create policy afgeschermd on overdracht as restrictive for all to meedoen_app
  using (((dossier_id IS NULL) OR (dossier_id <> ALL (( SELECT meedoen_afgeschermd() AS meedoen_afgeschermd)::uuid[]))));
create policy eigen_gemeenten on overdracht as permissive for all to meedoen_app
  using ((gemeente_id = ANY (( SELECT meedoen_gemeenten() AS meedoen_gemeenten)::uuid[])));
create policy gericht_aan on overdracht as permissive for select to meedoen_app
  using ((naar_gemeente_id = ANY (( SELECT meedoen_gemeenten() AS meedoen_gemeenten)::uuid[])));
grant insert, select, update on overdracht to meedoen_app;

create table overdracht_ontvangst (
  gemeente_id uuid not null,
  id uuid not null,
  overdracht_id uuid not null,
  van_code character(4) not null,
  van_gemeente_id uuid,
  dossier_id uuid,
  pakket jsonb,
  sha256 character(64) not null,
  staat text not null,
  ontvangen_op timestamp with time zone not null,
  medewerker_id uuid not null,
  naam text not null,
  besloten_op timestamp with time zone,
  reden text,
  feiten integer default 0 not null,
  constraint overdracht_ontvangst_pkey PRIMARY KEY (gemeente_id, id),
  constraint overdracht_ontvangst_staat_check CHECK ((staat = ANY (ARRAY['ontvangen'::text, 'aanvaard'::text, 'afgewezen'::text]))),
  constraint overdracht_ontvangst_gemeente_id_dossier_id_fkey FOREIGN KEY (gemeente_id, dossier_id) REFERENCES dossier(gemeente_id, id) ON DELETE CASCADE,
  constraint overdracht_ontvangst_gemeente_id_fkey FOREIGN KEY (gemeente_id) REFERENCES gemeente(id),
  constraint overdracht_ontvangst_medewerker_id_fkey FOREIGN KEY (medewerker_id) REFERENCES medewerker(id),
  constraint overdracht_ontvangst_van_gemeente_id_fkey FOREIGN KEY (van_gemeente_id) REFERENCES gemeente(id)
);
CREATE UNIQUE INDEX overdracht_ontvangst_uniek ON public.overdracht_ontvangst USING btree (gemeente_id, overdracht_id);
CREATE INDEX overdracht_ontvangst_van ON public.overdracht_ontvangst USING btree (van_gemeente_id) WHERE (van_gemeente_id IS NOT NULL);
alter table overdracht_ontvangst enable row level security;
create policy afgeschermd on overdracht_ontvangst as restrictive for all to meedoen_app
  using (((dossier_id IS NULL) OR (dossier_id <> ALL (( SELECT meedoen_afgeschermd() AS meedoen_afgeschermd)::uuid[]))));
create policy afzender on overdracht_ontvangst as permissive for select to meedoen_app
  using ((van_gemeente_id = ANY (( SELECT meedoen_gemeenten() AS meedoen_gemeenten)::uuid[])));
create policy eigen_gemeenten on overdracht_ontvangst as permissive for all to meedoen_app
  using ((gemeente_id = ANY (( SELECT meedoen_gemeenten() AS meedoen_gemeenten)::uuid[])));
grant insert, select, update on overdracht_ontvangst to meedoen_app;

create table partnerlink (
  gemeente_id uuid not null,
  id uuid not null,
  dossier_id uuid not null,
  netwerk_id uuid not null,
  plan_id uuid,
  token_hash bytea not null,
  code_hash bytea not null,
  pogingen smallint default 0 not null,
  geblokkeerd_op timestamp with time zone,
  gemaakt_op timestamp with time zone not null,
  gemaakt_door uuid not null,
  verloopt_op date not null,
  ingetrokken_op timestamp with time zone,
  ingetrokken_door uuid,
  sessie_hash bytea,
  sessie_tot timestamp with time zone,
  laatst_gebruikt timestamp with time zone,
  constraint partnerlink_pkey PRIMARY KEY (gemeente_id, id),
  constraint partnerlink_check CHECK (((sessie_hash IS NULL) = (sessie_tot IS NULL))),
  constraint partnerlink_code_hash_check CHECK ((length(code_hash) = 32)),
  constraint partnerlink_token_hash_check CHECK ((length(token_hash) = 32)),
  constraint partnerlink_gemaakt_door_fkey FOREIGN KEY (gemaakt_door) REFERENCES medewerker(id),
  constraint partnerlink_gemeente_id_dossier_id_fkey FOREIGN KEY (gemeente_id, dossier_id) REFERENCES dossier(gemeente_id, id) ON DELETE CASCADE,
  constraint partnerlink_ingetrokken_door_fkey FOREIGN KEY (ingetrokken_door) REFERENCES medewerker(id)
);
CREATE INDEX partnerlink_dossier ON public.partnerlink USING btree (gemeente_id, dossier_id);
CREATE UNIQUE INDEX partnerlink_sessie ON public.partnerlink USING btree (sessie_hash) WHERE (sessie_hash IS NOT NULL);
CREATE UNIQUE INDEX partnerlink_token ON public.partnerlink USING btree (token_hash);
alter table partnerlink enable row level security;
create policy afgeschermd on partnerlink as restrictive for all to meedoen_app
  using (((dossier_id IS NULL) OR (dossier_id <> ALL (( SELECT meedoen_afgeschermd() AS meedoen_afgeschermd)::uuid[]))));
create policy eigen_gemeenten on partnerlink as permissive for all to meedoen_app
  using ((gemeente_id = ANY (( SELECT meedoen_gemeenten() AS meedoen_gemeenten)::uuid[])));
grant insert, select, update on partnerlink to meedoen_app;

create table persoonsbericht (
  gemeente_id uuid not null,
  dossier_id uuid not null,
  id uuid not null,
  afspraak_id uuid not null,
  afspraak_feit uuid not null,
  wat text not null,
  kanaal text not null,
  taal text default 'nl'::text not null,
  staat text not null,
  reden text,
  niet_voor timestamp with time zone not null,
  dagen_ervoor smallint default 0 not null,
  pogingen integer default 0 not null,
  verzending_begonnen_op timestamp with time zone,
  notify_id uuid,
  tekst text,
  document_id uuid,
  medewerker_id uuid,
  gemaakt_op timestamp with time zone not null,
  verstuurd_op timestamp with time zone,
  afgerond_op timestamp with time zone,
  constraint persoonsbericht_pkey PRIMARY KEY (gemeente_id, id),
  constraint persoonsbericht_kanaal_check CHECK ((kanaal = ANY (ARRAY['brief'::text, 'e-mail'::text, 'sms'::text]))),
  constraint persoonsbericht_staat_check CHECK ((staat = ANY (ARRAY['wacht'::text, 'bezig'::text, 'verstuurd'::text, 'bezorgd'::text, 'mislukt'::text, 'vervallen'::text, 'zelf'::text]))),
  constraint persoonsbericht_wat_check CHECK ((wat = ANY (ARRAY['uitnodiging'::text, 'herinnering'::text, 'verzet'::text, 'afgezegd'::text]))),
  constraint persoonsbericht_gemeente_id_dossier_id_fkey FOREIGN KEY (gemeente_id, dossier_id) REFERENCES dossier(gemeente_id, id),
  constraint persoonsbericht_medewerker_id_fkey FOREIGN KEY (medewerker_id) REFERENCES medewerker(id)
);
CREATE INDEX persoonsbericht_dossier ON public.persoonsbericht USING btree (gemeente_id, dossier_id, afspraak_id);
CREATE UNIQUE INDEX persoonsbericht_eenmaal ON public.persoonsbericht USING btree (gemeente_id, afspraak_feit, wat, kanaal, dagen_ervoor);
CREATE INDEX persoonsbericht_onderweg ON public.persoonsbericht USING btree (gemeente_id, verstuurd_op) WHERE (staat = 'verstuurd'::text);
CREATE INDEX persoonsbericht_rij ON public.persoonsbericht USING btree (gemeente_id, niet_voor) WHERE (staat = ANY (ARRAY['wacht'::text, 'bezig'::text]));
alter table persoonsbericht enable row level security;
create policy afgeschermd on persoonsbericht as restrictive for all to meedoen_app
  using (((dossier_id IS NULL) OR (dossier_id <> ALL (( SELECT meedoen_afgeschermd() AS meedoen_afgeschermd)::uuid[]))));
create policy eigen_gemeenten on persoonsbericht as permissive for all to meedoen_app
  using ((gemeente_id = ANY (( SELECT meedoen_gemeenten() AS meedoen_gemeenten)::uuid[])));
grant insert, select, update on persoonsbericht to meedoen_app;

create table pip (
  gemeente_id uuid not null,
  dossier_id uuid not null,
  id uuid not null,
  versie integer not null,
  staat text not null,
  inhoud jsonb not null,
  opgesteld_door uuid,
  vastgesteld_door uuid,
  dagtekening date,
  document_id uuid,
  revisie integer default 1 not null,
  gewijzigd_op timestamp with time zone not null,
  afkomstig_uit uuid,
  constraint pip_pkey PRIMARY KEY (gemeente_id, dossier_id, id),
  constraint pip_gemeente_id_dossier_id_versie_key UNIQUE (gemeente_id, dossier_id, versie),
  constraint pip_staat_check CHECK ((staat = ANY (ARRAY['concept'::text, 'ter-vaststelling'::text, 'vastgesteld'::text, 'ingetrokken'::text]))),
  constraint pip_gemeente_id_dossier_id_fkey FOREIGN KEY (gemeente_id, dossier_id) REFERENCES dossier(gemeente_id, id),
  constraint pip_opgesteld_door_fkey FOREIGN KEY (opgesteld_door) REFERENCES medewerker(id),
  constraint pip_vastgesteld_door_fkey FOREIGN KEY (vastgesteld_door) REFERENCES medewerker(id)
);
CREATE INDEX pip_besluit ON public.pip USING btree (gemeente_id, dagtekening DESC, id) WHERE (staat = ANY (ARRAY['vastgesteld'::text, 'ingetrokken'::text]));
CREATE UNIQUE INDEX pip_een_concept ON public.pip USING btree (gemeente_id, dossier_id) WHERE (staat = ANY (ARRAY['concept'::text, 'ter-vaststelling'::text]));
alter table pip enable row level security;
create policy afgeschermd on pip as restrictive for all to meedoen_app
  using (((dossier_id IS NULL) OR (dossier_id <> ALL (( SELECT meedoen_afgeschermd() AS meedoen_afgeschermd)::uuid[]))));
create policy eigen_gemeenten on pip as permissive for all to meedoen_app
  using ((gemeente_id = ANY (( SELECT meedoen_gemeenten() AS meedoen_gemeenten)::uuid[])));
grant insert, select, update on pip to meedoen_app;

create table pip_wijziging (
  gemeente_id uuid not null,
  dossier_id uuid not null,
  pip_id uuid not null,
  revisie integer not null,
  medewerker_id uuid not null,
  velden text[] not null,
  gewijzigd_op timestamp with time zone not null,
  constraint pip_wijziging_pkey PRIMARY KEY (gemeente_id, dossier_id, pip_id, revisie),
  constraint pip_wijziging_gemeente_id_dossier_id_pip_id_fkey FOREIGN KEY (gemeente_id, dossier_id, pip_id) REFERENCES pip(gemeente_id, dossier_id, id) ON UPDATE CASCADE,
  constraint pip_wijziging_medewerker_id_fkey FOREIGN KEY (medewerker_id) REFERENCES medewerker(id)
);
alter table pip_wijziging enable row level security;
create policy afgeschermd on pip_wijziging as restrictive for all to meedoen_app
  using (((dossier_id IS NULL) OR (dossier_id <> ALL (( SELECT meedoen_afgeschermd() AS meedoen_afgeschermd)::uuid[]))));
create policy eigen_gemeenten on pip_wijziging as permissive for all to meedoen_app
  using ((gemeente_id = ANY (( SELECT meedoen_gemeenten() AS meedoen_gemeenten)::uuid[])));
grant insert, select on pip_wijziging to meedoen_app;

create table portaalkaart (
  gemeente_id uuid not null,
  dossier_id uuid not null,
  id uuid not null,
  soort text not null,
  staat text not null,
  velden jsonb not null,
  bericht_id uuid,
  gemaakt_op timestamp with time zone not null,
  gemaakt_door uuid,
  uiterlijk date,
  ingevoerd_op date,
  afgerond_door uuid,
  afgerond_op timestamp with time zone,
  reden text,
  revisie integer default 1 not null,
  gewijzigd_op timestamp with time zone not null,
  gewijzigd_door uuid,
  constraint portaalkaart_pkey PRIMARY KEY (gemeente_id, id),
  constraint portaalkaart_soort_check CHECK ((soort = ANY (ARRAY['boete'::text, 'bio-advies'::text, 'verklaring'::text]))),
  constraint portaalkaart_staat_check CHECK ((staat = ANY (ARRAY['open'::text, 'ingevoerd'::text, 'vervallen'::text]))),
  constraint portaalkaart_afgerond_door_fkey FOREIGN KEY (afgerond_door) REFERENCES medewerker(id),
  constraint portaalkaart_gemaakt_door_fkey FOREIGN KEY (gemaakt_door) REFERENCES medewerker(id),
  constraint portaalkaart_gemeente_id_dossier_id_fkey FOREIGN KEY (gemeente_id, dossier_id) REFERENCES dossier(gemeente_id, id),
  constraint portaalkaart_gewijzigd_door_fkey FOREIGN KEY (gewijzigd_door) REFERENCES medewerker(id)
);
CREATE UNIQUE INDEX portaalkaart_bericht ON public.portaalkaart USING btree (gemeente_id, bericht_id) WHERE (bericht_id IS NOT NULL);
CREATE INDEX portaalkaart_dossier ON public.portaalkaart USING btree (gemeente_id, dossier_id);
CREATE INDEX portaalkaart_open ON public.portaalkaart USING btree (gemeente_id, staat, gemaakt_op);
alter table portaalkaart enable row level security;
create policy afgeschermd on portaalkaart as restrictive for all to meedoen_app
  using (((dossier_id IS NULL) OR (dossier_id <> ALL (( SELECT meedoen_afgeschermd() AS meedoen_afgeschermd)::uuid[]))));
create policy eigen_gemeenten on portaalkaart as permissive for all to meedoen_app
  using ((gemeente_id = ANY (( SELECT meedoen_gemeenten() AS meedoen_gemeenten)::uuid[])));
grant insert, select, update on portaalkaart to meedoen_app;

create table quarantaine (
  gemeente_id uuid not null,
  id uuid not null,
  dossier_id uuid not null,
  dossier_ids uuid[] not null,
  staat text not null,
  reden text not null,
  toelichting text not null,
  gebeurtenis_id text,
  afgeschermd_op timestamp with time zone not null,
  afgeschermd_door uuid not null,
  besluit text,
  besloten_op timestamp with time zone,
  besloten_door uuid,
  tellingen jsonb,
  verklaring_hash character(64),
  constraint quarantaine_pkey PRIMARY KEY (gemeente_id, id),
  constraint quarantaine_check CHECK (((staat = 'open'::text) = (besloten_op IS NULL))),
  constraint quarantaine_check1 CHECK (((staat = 'gewist'::text) = ((tellingen IS NOT NULL) AND (verklaring_hash IS NOT NULL)))),
  constraint quarantaine_reden_check CHECK ((reden = ANY (ARRAY['niet-onze-gemeente'::text, 'verkeerde-persoon'::text, 'niet-plichtig'::text, 'anders'::text]))),
  constraint quarantaine_staat_check CHECK ((staat = ANY (ARRAY['open'::text, 'vrijgegeven'::text, 'gewist'::text]))),
  constraint quarantaine_afgeschermd_door_fkey FOREIGN KEY (afgeschermd_door) REFERENCES medewerker(id),
  constraint quarantaine_besloten_door_fkey FOREIGN KEY (besloten_door) REFERENCES medewerker(id),
  constraint quarantaine_gemeente_id_fkey FOREIGN KEY (gemeente_id) REFERENCES gemeente(id)
);
CREATE UNIQUE INDEX quarantaine_open ON public.quarantaine USING btree (gemeente_id, dossier_id) WHERE (staat = 'open'::text);
alter table quarantaine enable row level security;
create policy eigen_gemeenten on quarantaine as permissive for all to meedoen_app
  using ((gemeente_id = ANY (( SELECT meedoen_gemeenten() AS meedoen_gemeenten)::uuid[])));
grant insert, select, update on quarantaine to meedoen_app;

create table sessie (
  sleutel_hash bytea not null,
  medewerker_id uuid not null,
  begonnen_op timestamp with time zone not null,
  laatst_gezien timestamp with time zone not null,
  ingetrokken_op timestamp with time zone,
  id_token text,
  constraint sessie_pkey PRIMARY KEY (sleutel_hash),
  constraint sessie_medewerker_id_fkey FOREIGN KEY (medewerker_id) REFERENCES medewerker(id) ON DELETE CASCADE
);
CREATE INDEX sessie_medewerker ON public.sessie USING btree (medewerker_id);
grant delete, insert, select, update on sessie to meedoen_app;

create table sjabloonversie (
  gemeente_id uuid not null,
  id uuid not null,
  soort text not null,
  geldig_vanaf date not null,
  blokken jsonb not null,
  reden text not null,
  vastgelegd_op timestamp with time zone not null,
  vastgelegd_door uuid not null,
  ingetrokken_op timestamp with time zone,
  ingetrokken_door uuid,
  constraint sjabloonversie_pkey PRIMARY KEY (gemeente_id, id),
  constraint sjabloonversie_check CHECK (((ingetrokken_op IS NULL) = (ingetrokken_door IS NULL))),
  constraint sjabloonversie_reden_check CHECK ((reden <> ''::text)),
  constraint sjabloonversie_soort_check CHECK ((soort = ANY (ARRAY['pip-beschikking'::text, 'pip-eenvoudig'::text, 'oproep'::text, 'uitnodiging'::text]))),
  constraint sjabloonversie_gemeente_id_fkey FOREIGN KEY (gemeente_id) REFERENCES gemeente(id),
  constraint sjabloonversie_ingetrokken_door_fkey FOREIGN KEY (ingetrokken_door) REFERENCES medewerker(id),
  constraint sjabloonversie_vastgelegd_door_fkey FOREIGN KEY (vastgelegd_door) REFERENCES medewerker(id)
);
CREATE UNIQUE INDEX sjabloonversie_geldend ON public.sjabloonversie USING btree (gemeente_id, soort, geldig_vanaf) WHERE (ingetrokken_op IS NULL);
alter table sjabloonversie enable row level security;
create policy eigen_gemeenten on sjabloonversie as permissive for all to meedoen_app
  using ((gemeente_id = ANY (( SELECT meedoen_gemeenten() AS meedoen_gemeenten)::uuid[])));
grant insert, select on sjabloonversie to meedoen_app;
grant update (ingetrokken_op, ingetrokken_door) on sjabloonversie to meedoen_app;

create table systeem (
  sleutel text not null,
  waarde jsonb not null,
  constraint systeem_pkey PRIMARY KEY (sleutel)
);
grant insert, select, update on systeem to meedoen_app;

create table taakverdeling (
  id uuid not null,
  gemeente_id uuid not null,
  taak text not null,
  schaal text not null,
  organisatie_id uuid not null,
  geldig_vanaf date not null,
  geldig_tot date,
  constraint taakverdeling_pkey PRIMARY KEY (id),
  constraint taakverdeling_check CHECK (((geldig_tot IS NULL) OR (geldig_tot > geldig_vanaf))),
  constraint taakverdeling_schaal_check CHECK ((schaal = ANY (ARRAY['lokaal'::text, 'subregionaal'::text, 'regionaal'::text]))),
  constraint taakverdeling_gemeente_id_fkey FOREIGN KEY (gemeente_id) REFERENCES gemeente(id),
  constraint taakverdeling_organisatie_id_fkey FOREIGN KEY (organisatie_id) REFERENCES organisatie(id)
);
CREATE INDEX taakverdeling_gemeente ON public.taakverdeling USING btree (gemeente_id, taak, geldig_vanaf);
CREATE INDEX taakverdeling_organisatie ON public.taakverdeling USING btree (organisatie_id, geldig_vanaf);
grant delete, insert, select, update on taakverdeling to meedoen_app;

create table tekst_goedkeuring (
  gemeente_id uuid not null,
  id uuid not null,
  collectie text not null,
  sleutel text not null,
  taal text not null,
  eigen_tekst text,
  vastgesteld boolean not null,
  nederlands_sha character(64) not null,
  tekst_sha character(64) not null,
  medewerker_id uuid not null,
  naam text not null,
  gemaakt_op timestamp with time zone not null,
  constraint tekst_goedkeuring_pkey PRIMARY KEY (gemeente_id, id),
  constraint tekst_goedkeuring_eigen_tekst_check CHECK (((length(eigen_tekst) >= 1) AND (length(eigen_tekst) <= 2000))),
  constraint tekst_goedkeuring_gemeente_id_fkey FOREIGN KEY (gemeente_id) REFERENCES gemeente(id),
  constraint tekst_goedkeuring_medewerker_id_fkey FOREIGN KEY (medewerker_id) REFERENCES medewerker(id)
);
CREATE INDEX tekst_goedkeuring_laatste ON public.tekst_goedkeuring USING btree (gemeente_id, collectie, sleutel, taal, id DESC);
alter table tekst_goedkeuring enable row level security;
create policy eigen_gemeenten on tekst_goedkeuring as permissive for all to meedoen_app
  using ((gemeente_id = ANY (( SELECT meedoen_gemeenten() AS meedoen_gemeenten)::uuid[])));
grant insert, select on tekst_goedkeuring to meedoen_app;

create table toetsbegeleider (
  gemeente_id uuid not null,
  id uuid not null,
  naam text not null,
  organisatie text default ''::text not null,
  getraind_op date,
  geregistreerd_op date,
  geregistreerd_tot date,
  revisie integer default 1 not null,
  gewijzigd_op timestamp with time zone not null,
  gewijzigd_door uuid not null,
  constraint toetsbegeleider_pkey PRIMARY KEY (gemeente_id, id),
  constraint toetsbegeleider_check CHECK (((geregistreerd_tot IS NULL) OR (geregistreerd_tot > geregistreerd_op))),
  constraint toetsbegeleider_gemeente_id_fkey FOREIGN KEY (gemeente_id) REFERENCES gemeente(id),
  constraint toetsbegeleider_gewijzigd_door_fkey FOREIGN KEY (gewijzigd_door) REFERENCES medewerker(id)
);
alter table toetsbegeleider enable row level security;
create policy eigen_gemeenten on toetsbegeleider as permissive for all to meedoen_app
  using ((gemeente_id = ANY (( SELECT meedoen_gemeenten() AS meedoen_gemeenten)::uuid[])));
grant insert, select, update on toetsbegeleider to meedoen_app;

create table toetszitting (
  gemeente_id uuid not null,
  id uuid not null,
  gemeenten uuid[] not null,
  datum date not null,
  tijd character(5) not null,
  duur_minuten smallint not null,
  plaats text not null,
  adres text not null,
  laptops smallint not null,
  vorm text not null,
  begeleiders jsonb not null,
  opmerking text default ''::text not null,
  staat text not null,
  reden text,
  revisie integer default 1 not null,
  gemaakt_op timestamp with time zone not null,
  gewijzigd_op timestamp with time zone not null,
  gewijzigd_door uuid not null,
  constraint toetszitting_pkey PRIMARY KEY (gemeente_id, id),
  constraint toetszitting_id_key UNIQUE (id),
  constraint toetszitting_check CHECK ((gemeente_id = ANY (gemeenten))),
  constraint toetszitting_check1 CHECK (((vorm = 'groep'::text) OR (laptops = 1))),
  constraint toetszitting_check2 CHECK (((staat = 'afgelast'::text) = (reden IS NOT NULL))),
  constraint toetszitting_duur_minuten_check CHECK (((duur_minuten >= 15) AND (duur_minuten <= 480))),
  constraint toetszitting_laptops_check CHECK (((laptops >= 1) AND (laptops <= 60))),
  constraint toetszitting_staat_check CHECK ((staat = ANY (ARRAY['gepland'::text, 'gehouden'::text, 'afgelast'::text]))),
  constraint toetszitting_vorm_check CHECK ((vorm = ANY (ARRAY['groep'::text, 'individueel'::text]))),
  constraint toetszitting_gemeente_id_fkey FOREIGN KEY (gemeente_id) REFERENCES gemeente(id),
  constraint toetszitting_gewijzigd_door_fkey FOREIGN KEY (gewijzigd_door) REFERENCES medewerker(id)
);
CREATE INDEX toetszitting_datum ON public.toetszitting USING btree (gemeente_id, datum);
CREATE INDEX toetszitting_gemeenten ON public.toetszitting USING gin (gemeenten);
alter table toetszitting enable row level security;
create policy doet_mee on toetszitting as permissive for select to meedoen_app
  using ((gemeenten && ( SELECT meedoen_gemeenten() AS meedoen_gemeenten)));
create policy eigen_gemeenten on toetszitting as permissive for all to meedoen_app
  using ((gemeente_id = ANY (( SELECT meedoen_gemeenten() AS meedoen_gemeenten)::uuid[])));
create policy eigen_kring on toetszitting as restrictive for insert to meedoen_app
  with check ((gemeenten <@ ( SELECT meedoen_gemeenten() AS meedoen_gemeenten)));
grant insert, select, update on toetszitting to meedoen_app;

create table tolk (
  gemeente_id uuid not null,
  id uuid not null,
  gemeenten uuid[] not null,
  naam text not null,
  talen jsonb not null,
  rbtv text default ''::text not null,
  geslacht text not null,
  telefoon text default ''::text not null,
  email text default ''::text not null,
  vormen text[] not null,
  rooster jsonb not null,
  uitzonderingen jsonb not null,
  reis_minuten smallint not null,
  uurtarief_cent integer not null,
  reiskosten_cent integer not null,
  minimum_minuten smallint not null,
  annuleren_uren smallint not null,
  annuleren_procent smallint not null,
  gestopt_op date,
  revisie integer default 1 not null,
  gewijzigd_op timestamp with time zone not null,
  gewijzigd_door uuid not null,
  constraint tolk_pkey PRIMARY KEY (gemeente_id, id),
  constraint tolk_id_key UNIQUE (id),
  constraint tolk_annuleren_procent_check CHECK (((annuleren_procent >= 0) AND (annuleren_procent <= 100))),
  constraint tolk_annuleren_uren_check CHECK (((annuleren_uren >= 0) AND (annuleren_uren <= 336))),
  constraint tolk_check CHECK ((gemeente_id = ANY (gemeenten))),
  constraint tolk_geslacht_check CHECK ((geslacht = ANY (ARRAY['vrouw'::text, 'man'::text, 'onbekend'::text]))),
  constraint tolk_minimum_minuten_check CHECK (((minimum_minuten >= 0) AND (minimum_minuten <= 480))),
  constraint tolk_reis_minuten_check CHECK (((reis_minuten >= 0) AND (reis_minuten <= 480))),
  constraint tolk_reiskosten_cent_check CHECK (((reiskosten_cent >= 0) AND (reiskosten_cent <= 1000000))),
  constraint tolk_uurtarief_cent_check CHECK (((uurtarief_cent >= 0) AND (uurtarief_cent <= 1000000))),
  constraint tolk_vormen_check CHECK (((cardinality(vormen) > 0) AND (vormen <@ ARRAY['aanwezig'::text, 'telefoon'::text, 'video'::text]))),
  constraint tolk_gemeente_id_fkey FOREIGN KEY (gemeente_id) REFERENCES gemeente(id),
  constraint tolk_gewijzigd_door_fkey FOREIGN KEY (gewijzigd_door) REFERENCES medewerker(id)
);
CREATE INDEX tolk_gemeenten ON public.tolk USING gin (gemeenten);
alter table tolk enable row level security;
create policy doet_mee on tolk as permissive for select to meedoen_app
  using ((gemeenten && ( SELECT meedoen_gemeenten() AS meedoen_gemeenten)));
create policy eigen_gemeenten on tolk as permissive for all to meedoen_app
  using ((gemeente_id = ANY (( SELECT meedoen_gemeenten() AS meedoen_gemeenten)::uuid[])));
create policy eigen_kring on tolk as restrictive for insert to meedoen_app
  with check ((gemeenten <@ ( SELECT meedoen_gemeenten() AS meedoen_gemeenten)));
grant insert, select, update on tolk to meedoen_app;

create table tolkbericht (
  gemeente_id uuid not null,
  id uuid not null,
  inzet_id uuid not null,
  wat text not null,
  kanaal text,
  staat text not null,
  reden text,
  onderwerp text not null,
  tekst text not null,
  pogingen integer default 0 not null,
  verzending_begonnen_op timestamp with time zone,
  notify_id uuid,
  medewerker_id uuid not null,
  gemaakt_op timestamp with time zone not null,
  verstuurd_op timestamp with time zone,
  afgerond_op timestamp with time zone,
  van_op timestamp with time zone not null,
  zonder_plek boolean default false not null,
  constraint tolkbericht_pkey PRIMARY KEY (gemeente_id, id),
  constraint tolkbericht_check CHECK (((kanaal IS NOT NULL) OR (staat = ANY (ARRAY['zelf'::text, 'vervallen'::text])))),
  constraint tolkbericht_kanaal_check CHECK ((kanaal = ANY (ARRAY['e-mail'::text, 'sms'::text]))),
  constraint tolkbericht_staat_check CHECK ((staat = ANY (ARRAY['wacht'::text, 'bezig'::text, 'verstuurd'::text, 'bezorgd'::text, 'mislukt'::text, 'vervallen'::text, 'zelf'::text]))),
  constraint tolkbericht_wat_check CHECK ((wat = ANY (ARRAY['geboekt'::text, 'verplaatst'::text, 'afgezegd'::text]))),
  constraint tolkbericht_gemeente_id_inzet_id_fkey FOREIGN KEY (gemeente_id, inzet_id) REFERENCES tolkinzet(gemeente_id, id) ON DELETE CASCADE,
  constraint tolkbericht_medewerker_id_fkey FOREIGN KEY (medewerker_id) REFERENCES medewerker(id)
);
CREATE INDEX tolkbericht_inzet ON public.tolkbericht USING btree (gemeente_id, inzet_id, id);
alter table tolkbericht enable row level security;
create policy eigen_gemeenten on tolkbericht as permissive for all to meedoen_app
  using ((gemeente_id = ANY (( SELECT meedoen_gemeenten() AS meedoen_gemeenten)::uuid[])));
grant insert, select, update on tolkbericht to meedoen_app;

create table tolkinzet (
  gemeente_id uuid not null,
  dossier_id uuid not null,
  id uuid not null,
  tolk_id uuid not null,
  afspraak_id uuid not null,
  groep_id uuid,
  taal text not null,
  vorm text not null,
  datum date not null,
  tijd character(5) not null,
  minuten smallint not null,
  plaats text not null,
  van_op timestamp with time zone not null,
  tot_op timestamp with time zone not null,
  reis_minuten smallint not null,
  tarief jsonb not null,
  staat text not null,
  minuten_echt smallint,
  kosten_cent integer not null,
  reden text,
  revisie integer default 1 not null,
  geboekt_op timestamp with time zone not null,
  geboekt_door uuid not null,
  gewijzigd_op timestamp with time zone not null,
  gewijzigd_door uuid not null,
  constraint tolkinzet_pkey PRIMARY KEY (gemeente_id, id),
  constraint tolkinzet_check CHECK ((tot_op > van_op)),
  constraint tolkinzet_check1 CHECK (((staat = 'gedaan'::text) = (minuten_echt IS NOT NULL))),
  constraint tolkinzet_kosten_cent_check CHECK ((kosten_cent >= 0)),
  constraint tolkinzet_minuten_check CHECK (((minuten >= 1) AND (minuten <= 720))),
  constraint tolkinzet_minuten_echt_check CHECK (((minuten_echt >= 0) AND (minuten_echt <= 720))),
  constraint tolkinzet_staat_check CHECK ((staat = ANY (ARRAY['geboekt'::text, 'gedaan'::text, 'afgezegd'::text]))),
  constraint tolkinzet_vorm_check CHECK ((vorm = ANY (ARRAY['aanwezig'::text, 'telefoon'::text, 'video'::text]))),
  constraint tolkinzet_geboekt_door_fkey FOREIGN KEY (geboekt_door) REFERENCES medewerker(id),
  constraint tolkinzet_gemeente_id_dossier_id_fkey FOREIGN KEY (gemeente_id, dossier_id) REFERENCES dossier(gemeente_id, id),
  constraint tolkinzet_gewijzigd_door_fkey FOREIGN KEY (gewijzigd_door) REFERENCES medewerker(id),
  constraint tolkinzet_tolk_id_fkey FOREIGN KEY (tolk_id) REFERENCES tolk(id)
);
CREATE UNIQUE INDEX tolkinzet_afspraak ON public.tolkinzet USING btree (gemeente_id, dossier_id, afspraak_id) WHERE (staat <> 'afgezegd'::text);
CREATE INDEX tolkinzet_datum ON public.tolkinzet USING btree (gemeente_id, datum);
CREATE INDEX tolkinzet_tolk ON public.tolkinzet USING btree (tolk_id, van_op) WHERE (staat <> 'afgezegd'::text);
alter table tolkinzet enable row level security;
create policy afgeschermd on tolkinzet as restrictive for all to meedoen_app
  using (((dossier_id IS NULL) OR (dossier_id <> ALL (( SELECT meedoen_afgeschermd() AS meedoen_afgeschermd)::uuid[]))));
create policy eigen_gemeenten on tolkinzet as permissive for all to meedoen_app
  using ((gemeente_id = ANY (( SELECT meedoen_gemeenten() AS meedoen_gemeenten)::uuid[])));
create policy eigen_kring on tolkinzet as restrictive for insert to meedoen_app
  with check ((EXISTS ( SELECT
   FROM tolk t
  WHERE ((t.id = tolkinzet.tolk_id) AND (tolkinzet.gemeente_id = ANY (t.gemeenten))))));
grant insert, select, update on tolkinzet to meedoen_app;

create table verhuisverzoek (
  gemeente_id uuid not null,
  id uuid not null,
  dossier_id uuid not null,
  richting text not null,
  andere_code character(4) not null,
  andere_gemeente_id uuid,
  persoon jsonb default '{}'::jsonb not null,
  toelichting text not null,
  vrager text not null,
  langs text not null,
  gevraagd_op timestamp with time zone not null,
  medewerker_id uuid not null,
  herinnerd_op timestamp with time zone,
  ingetrokken_op timestamp with time zone,
  constraint verhuisverzoek_pkey PRIMARY KEY (gemeente_id, id),
  constraint verhuisverzoek_langs_check CHECK ((langs = ANY (ARRAY['meedoen'::text, 'brief'::text, 'mail'::text, 'telefoon'::text]))),
  constraint verhuisverzoek_richting_check CHECK ((richting = ANY (ARRAY['in'::text, 'uit'::text]))),
  constraint verhuisverzoek_andere_gemeente_id_fkey FOREIGN KEY (andere_gemeente_id) REFERENCES gemeente(id),
  constraint verhuisverzoek_gemeente_id_dossier_id_fkey FOREIGN KEY (gemeente_id, dossier_id) REFERENCES dossier(gemeente_id, id) ON DELETE CASCADE,
  constraint verhuisverzoek_medewerker_id_fkey FOREIGN KEY (medewerker_id) REFERENCES medewerker(id)
);
CREATE INDEX verhuisverzoek_andere ON public.verhuisverzoek USING btree (andere_gemeente_id) WHERE (andere_gemeente_id IS NOT NULL);
CREATE INDEX verhuisverzoek_dossier ON public.verhuisverzoek USING btree (gemeente_id, dossier_id);
alter table verhuisverzoek enable row level security;
create policy afgeschermd on verhuisverzoek as restrictive for all to meedoen_app
  using (((dossier_id IS NULL) OR (dossier_id <> ALL (( SELECT meedoen_afgeschermd() AS meedoen_afgeschermd)::uuid[]))));
create policy eigen_gemeenten on verhuisverzoek as permissive for all to meedoen_app
  using ((gemeente_id = ANY (( SELECT meedoen_gemeenten() AS meedoen_gemeenten)::uuid[])));
create policy gericht_aan on verhuisverzoek as permissive for select to meedoen_app
  using (((richting = 'in'::text) AND (langs = 'meedoen'::text) AND (andere_gemeente_id = ANY (( SELECT meedoen_gemeenten() AS meedoen_gemeenten)::uuid[]))));
grant insert, select, update on verhuisverzoek to meedoen_app;

create table verlengingsgrond (
  code text not null,
  omschrijving text not null,
  gezien_op timestamp with time zone not null,
  constraint verlengingsgrond_pkey PRIMARY KEY (code)
);
grant insert, select, update on verlengingsgrond to meedoen_app;

create table vervanging (
  id uuid not null,
  medewerker_id uuid not null,
  vervanger_id uuid not null,
  van date not null,
  tot date not null,
  constraint vervanging_pkey PRIMARY KEY (id),
  constraint vervanging_check CHECK ((tot > van)),
  constraint vervanging_check1 CHECK ((vervanger_id <> medewerker_id)),
  constraint vervanging_medewerker_id_fkey FOREIGN KEY (medewerker_id) REFERENCES medewerker(id),
  constraint vervanging_vervanger_id_fkey FOREIGN KEY (vervanger_id) REFERENCES medewerker(id)
);
CREATE INDEX vervanging_vervanger ON public.vervanging USING btree (vervanger_id, van, tot);
grant delete, insert, select, update on vervanging to meedoen_app;

create table vraagversie (
  gemeente_id uuid not null,
  id uuid not null,
  vraag_id text not null,
  geldig_vanaf date not null,
  inhoud jsonb not null,
  reden text not null,
  vastgelegd_op timestamp with time zone not null,
  vastgelegd_door uuid not null,
  ingetrokken_op timestamp with time zone,
  ingetrokken_door uuid,
  constraint vraagversie_pkey PRIMARY KEY (gemeente_id, id),
  constraint vraagversie_check CHECK (((ingetrokken_op IS NULL) = (ingetrokken_door IS NULL))),
  constraint vraagversie_reden_check CHECK ((reden <> ''::text)),
  constraint vraagversie_vraag_id_check CHECK ((vraag_id ~ '^[a-z0-9-]{1,60}$'::text)),
  constraint vraagversie_gemeente_id_fkey FOREIGN KEY (gemeente_id) REFERENCES gemeente(id),
  constraint vraagversie_ingetrokken_door_fkey FOREIGN KEY (ingetrokken_door) REFERENCES medewerker(id),
  constraint vraagversie_vastgelegd_door_fkey FOREIGN KEY (vastgelegd_door) REFERENCES medewerker(id)
);
CREATE UNIQUE INDEX vraagversie_geldend ON public.vraagversie USING btree (gemeente_id, vraag_id, geldig_vanaf) WHERE (ingetrokken_op IS NULL);
alter table vraagversie enable row level security;
create policy eigen_gemeenten on vraagversie as permissive for all to meedoen_app
  using ((gemeente_id = ANY (( SELECT meedoen_gemeenten() AS meedoen_gemeenten)::uuid[])));
grant insert, select on vraagversie to meedoen_app;
grant update (ingetrokken_op, ingetrokken_door) on vraagversie to meedoen_app;

create table zoeksleutel (
  gemeente_id uuid not null,
  sleutel text collate "C" not null,
  dossier_id uuid not null,
  constraint zoeksleutel_pkey PRIMARY KEY (gemeente_id, sleutel, dossier_id),
  constraint zoeksleutel_gemeente_id_dossier_id_fkey FOREIGN KEY (gemeente_id, dossier_id) REFERENCES dossier(gemeente_id, id)
);
alter table zoeksleutel enable row level security;
create policy afgeschermd on zoeksleutel as restrictive for all to meedoen_app
  using (((dossier_id IS NULL) OR (dossier_id <> ALL (( SELECT meedoen_afgeschermd() AS meedoen_afgeschermd)::uuid[]))));
create policy eigen_gemeenten on zoeksleutel as permissive for all to meedoen_app
  using ((gemeente_id = ANY (( SELECT meedoen_gemeenten() AS meedoen_gemeenten)::uuid[])));
grant delete, insert, select on zoeksleutel to meedoen_app;

CREATE OR REPLACE FUNCTION public.audit_alleen_toevoegen()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'het logboek kan alleen worden aangevuld';
end $function$;
grant execute on function audit_alleen_toevoegen() to public;

CREATE OR REPLACE FUNCTION public.duo_opname_verhuist()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  update duo_opname set dossier_id = new.samengevoegd_met
    where gemeente_id = new.gemeente_id and dossier_id = new.id;
  return null;
end $function$;
grant execute on function duo_opname_verhuist() to public;

CREATE OR REPLACE FUNCTION public.meedoen_afgeschermd()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select case when current_setting('meedoen.quarantaine', true) = 'aan' then '{}'::uuid[]
    else coalesce((select array_agg(d) from quarantaine, unnest(dossier_ids) d where staat = 'open'), '{}') end
$function$;
grant execute on function meedoen_afgeschermd() to meedoen_app;

CREATE OR REPLACE FUNCTION public.meedoen_bijzonder()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE
AS $function$ select current_setting('meedoen.bijzonder')::uuid[] $function$;
grant execute on function meedoen_bijzonder() to public;

CREATE OR REPLACE FUNCTION public.meedoen_gemeenten()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE
AS $function$ select current_setting('meedoen.gemeenten')::uuid[] $function$;
grant execute on function meedoen_gemeenten() to public;

CREATE OR REPLACE FUNCTION public.meedoen_houd_vast(gemeente uuid, bericht uuid, bsn_in text, v_in text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
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
end $function$;
grant execute on function meedoen_houd_vast(uuid,uuid,text,text) to meedoen_app;

CREATE OR REPLACE FUNCTION public.meedoen_is_afgeschermd(gemeente uuid, bsn_in text, v_in text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select gemeente = any (meedoen_gemeenten()) and exists (
    select from quarantaine q join dossier d on d.gemeente_id = q.gemeente_id and d.id = any (q.dossier_ids)
    where q.gemeente_id = gemeente and q.staat = 'open' and (d.bsn = bsn_in or d.v_nummer = v_in))
$function$;
grant execute on function meedoen_is_afgeschermd(uuid,text,text) to meedoen_app;

CREATE OR REPLACE FUNCTION public.meedoen_partnerlink_gemeente(hash bytea)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select gemeente_id from partnerlink where token_hash = hash or sessie_hash = hash
$function$;
grant execute on function meedoen_partnerlink_gemeente(bytea) to meedoen_app;

CREATE OR REPLACE FUNCTION public.meedoen_plan_werk(taak text, inhoud jsonb, wachtrij text DEFAULT NULL::text, sleutel text DEFAULT NULL::text, vanaf timestamp with time zone DEFAULT NULL::timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select graphile_worker.add_job(taak, inhoud::json, queue_name => wachtrij, job_key => sleutel, run_at => vanaf, max_attempts => 25)
$function$;
grant execute on function meedoen_plan_werk(text,jsonb,text,text,timestamp with time zone) to meedoen_app;

CREATE OR REPLACE FUNCTION public.meedoen_plan_werken(werken jsonb)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select graphile_worker.add_jobs(array(
    select row(w->>'taak', (w->'inhoud')::json, w->>'wachtrij', (w->>'vanaf')::timestamptz, 25::smallint,
      w->>'sleutel', null::smallint, null::text[])::graphile_worker.job_spec
    from jsonb_array_elements(werken) w))
$function$;
grant execute on function meedoen_plan_werken(jsonb) to meedoen_app;

CREATE OR REPLACE FUNCTION public.meedoen_scherm_af()
 RETURNS void
 LANGUAGE plpgsql
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION public.meedoen_toets_bezet(zitting uuid)
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
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
$function$;
grant execute on function meedoen_toets_bezet(uuid) to meedoen_app;

CREATE OR REPLACE FUNCTION public.meedoen_tolk_bezet(tolken uuid[], van timestamp with time zone, tot timestamp with time zone)
 RETURNS TABLE(tolk_id uuid, van_op timestamp with time zone, tot_op timestamp with time zone, vorm text, reis_minuten smallint, plaats text, groep_id uuid, inzet_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select i.tolk_id, i.van_op, i.tot_op, i.vorm, i.reis_minuten,
      case when i.gemeente_id = any (meedoen_gemeenten()) then i.plaats end,
      i.groep_id,
      case when i.gemeente_id = any (meedoen_gemeenten()) then i.id end
    from tolkinzet i join tolk t on t.id = i.tolk_id
    where i.tolk_id = any (tolken) and t.gemeenten && meedoen_gemeenten() and i.staat <> 'afgezegd'
      and i.van_op < tot + interval '8 hours' and i.tot_op > van - interval '8 hours'
    order by i.van_op
$function$;
grant execute on function meedoen_tolk_bezet(uuid[],timestamp with time zone,timestamp with time zone) to meedoen_app;

CREATE OR REPLACE FUNCTION public.meedoen_tolk_deel(tolk uuid, groep uuid, inzet uuid)
 RETURNS TABLE(delers integer, rang integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select count(*)::integer, (count(*) filter (where i.id < inzet))::integer
    from tolkinzet i join tolk t on t.id = i.tolk_id
    where i.tolk_id = tolk and i.groep_id = groep and i.staat <> 'afgezegd' and t.gemeenten && meedoen_gemeenten()
$function$;
grant execute on function meedoen_tolk_deel(uuid,uuid,uuid) to meedoen_app;

CREATE OR REPLACE FUNCTION public.meedoen_voeg_samen(gemeente uuid, van uuid, naar uuid, moment timestamp with time zone, door uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
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
end $function$;
grant execute on function meedoen_voeg_samen(uuid,uuid,uuid,timestamp with time zone,uuid) to meedoen_app;

CREATE OR REPLACE FUNCTION public.meedoen_wis_quarantaine(gemeente uuid, quarantaine_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
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
end $function$;
grant execute on function meedoen_wis_quarantaine(uuid,uuid) to meedoen_app;

CREATE OR REPLACE FUNCTION public.meting_verhuist()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  update meting set dossier_id = new.samengevoegd_met, afkomstig_uit = coalesce(afkomstig_uit, new.id)
    where gemeente_id = new.gemeente_id and dossier_id = new.id;
  update beginsituatie set dossier_id = new.samengevoegd_met, afkomstig_uit = coalesce(afkomstig_uit, new.id)
    where gemeente_id = new.gemeente_id and dossier_id = new.id;
  return null;
end $function$;
grant execute on function meting_verhuist() to public;

CREATE OR REPLACE FUNCTION public.partnerlink_verhuist()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  update partnerlink set dossier_id = new.samengevoegd_met
    where gemeente_id = new.gemeente_id and dossier_id = new.id;
  return null;
end $function$;
grant execute on function partnerlink_verhuist() to public;

CREATE OR REPLACE FUNCTION public.persoonsbericht_verhuist()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  update persoonsbericht set dossier_id = new.samengevoegd_met
    where gemeente_id = new.gemeente_id and dossier_id = new.id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.tolkinzet_verhuist()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  update tolkinzet set dossier_id = new.samengevoegd_met
    where gemeente_id = new.gemeente_id and dossier_id = new.id;
  return null;
end $function$;
grant execute on function tolkinzet_verhuist() to public;
