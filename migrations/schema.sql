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
  constraint bericht_in_pkey PRIMARY KEY (gemeente_id, id),
  constraint bericht_in_staat_check CHECK ((staat = ANY (ARRAY['nieuw'::text, 'verwerkt'::text, 'postvak'::text, 'afgehandeld'::text]))),
  constraint bericht_in_afgehandeld_door_fkey FOREIGN KEY (afgehandeld_door) REFERENCES medewerker(id),
  constraint bericht_in_gemeente_id_fkey FOREIGN KEY (gemeente_id) REFERENCES gemeente(id)
);
CREATE UNIQUE INDEX bericht_in_bericht_id ON public.bericht_in USING btree (gemeente_id, bericht_id);
CREATE INDEX bericht_in_dossier ON public.bericht_in USING btree (gemeente_id, dossier_id);
CREATE UNIQUE INDEX bericht_in_inhoud ON public.bericht_in USING btree (gemeente_id, inhoud_hash);
CREATE INDEX bericht_in_open ON public.bericht_in USING btree (gemeente_id, staat, ontvangen_op);
alter table bericht_in enable row level security;
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
  constraint bericht_uit_pkey PRIMARY KEY (gemeente_id, id),
  constraint bericht_uit_soort_check CHECK ((soort = ANY (ARRAY['pip'::text, 'pip-verwijderen'::text, 'contactpersoon'::text, 'aanbod'::text, 'aanbod-intrekken'::text, 'uren'::text, 'pvt'::text, 'map'::text, 'zroute'::text, 'lbt-intrekken'::text]))),
  constraint bericht_uit_staat_check CHECK ((staat = ANY (ARRAY['wacht'::text, 'bezig'::text, 'geaccepteerd'::text, 'geweigerd'::text, 'ingetrokken'::text]))),
  constraint bericht_uit_gemeente_id_dossier_id_fkey FOREIGN KEY (gemeente_id, dossier_id) REFERENCES dossier(gemeente_id, id)
);
CREATE INDEX bericht_uit_dossier ON public.bericht_uit USING btree (gemeente_id, dossier_id, volgnummer);
CREATE INDEX bericht_uit_staat ON public.bericht_uit USING btree (gemeente_id, staat, volgnummer);
alter table bericht_uit enable row level security;
create policy eigen_gemeenten on bericht_uit as permissive for all to meedoen_app
  using ((gemeente_id = ANY (( SELECT meedoen_gemeenten() AS meedoen_gemeenten)::uuid[])));
grant insert, select, update on bericht_uit to meedoen_app;

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
create policy bijzonder_recht on bijzonder_feit as permissive for all to meedoen_app
  using ((gemeente_id = ANY (( SELECT meedoen_bijzonder() AS meedoen_bijzonder)::uuid[])));
grant insert, select on bijzonder_feit to meedoen_app;

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
  constraint document_pkey PRIMARY KEY (gemeente_id, dossier_id, id),
  constraint document_soort_check CHECK ((soort = ANY (ARRAY['pip-beschikking'::text, 'oproep'::text, 'overig'::text]))),
  constraint document_gemeente_id_dossier_id_fkey FOREIGN KEY (gemeente_id, dossier_id) REFERENCES dossier(gemeente_id, id),
  constraint document_medewerker_id_fkey FOREIGN KEY (medewerker_id) REFERENCES medewerker(id)
);
alter table document enable row level security;
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
create policy eigen_gemeenten on dossier as permissive for all to meedoen_app
  using ((gemeente_id = ANY (( SELECT meedoen_gemeenten() AS meedoen_gemeenten)::uuid[])));
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
create policy eigen_gemeenten on duo_opname as permissive for all to meedoen_app
  using (((gemeente_id = ANY (( SELECT meedoen_gemeenten() AS meedoen_gemeenten)::uuid[])) AND ((NOT bijzonder) OR (gemeente_id = ANY (( SELECT meedoen_bijzonder() AS meedoen_bijzonder)::uuid[])))));
grant insert, select, update on duo_opname to meedoen_app;

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
CREATE UNIQUE INDEX feit_vervangt ON public.feit USING btree (gemeente_id, dossier_id, vervangt) WHERE (vervangt IS NOT NULL);
alter table feit enable row level security;
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
  postcode text not null,
  huisnummer integer not null,
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

create table migratie (
  bestand text not null,
  sha256 text not null,
  toegepast_op timestamp with time zone default now() not null,
  constraint migratie_pkey PRIMARY KEY (bestand)
);

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
CREATE UNIQUE INDEX pip_een_concept ON public.pip USING btree (gemeente_id, dossier_id) WHERE (staat = ANY (ARRAY['concept'::text, 'ter-vaststelling'::text]));
alter table pip enable row level security;
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
create policy eigen_gemeenten on pip_wijziging as permissive for all to meedoen_app
  using ((gemeente_id = ANY (( SELECT meedoen_gemeenten() AS meedoen_gemeenten)::uuid[])));
grant insert, select on pip_wijziging to meedoen_app;

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

create table zoeksleutel (
  gemeente_id uuid not null,
  sleutel text collate "C" not null,
  dossier_id uuid not null,
  constraint zoeksleutel_pkey PRIMARY KEY (gemeente_id, sleutel, dossier_id),
  constraint zoeksleutel_gemeente_id_dossier_id_fkey FOREIGN KEY (gemeente_id, dossier_id) REFERENCES dossier(gemeente_id, id)
);
alter table zoeksleutel enable row level security;
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

CREATE OR REPLACE FUNCTION public.meedoen_plan_werk(taak text, inhoud jsonb, wachtrij text DEFAULT NULL::text, sleutel text DEFAULT NULL::text, vanaf timestamp with time zone DEFAULT NULL::timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select graphile_worker.add_job(taak, inhoud::json, queue_name => wachtrij, job_key => sleutel, run_at => vanaf, max_attempts => 25)
$function$;
grant execute on function meedoen_plan_werk(text,jsonb,text,text,timestamp with time zone) to meedoen_app;

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
