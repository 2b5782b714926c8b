import { parseArgs } from 'node:util';
import pg from 'pg';
import { oefenBsn } from '../features/demo/toeval.ts';
import { type Datum, datum } from '../rules/shared/datum.ts';
import { TAAKLIJST } from '../rules/taakverdeling/taken.ts';
import { echteKlok } from '../server/klok.ts';
import { migrate } from '../server/postgres/migrate.ts';
import { type Model, maakModellen, maakNamen, PLEK } from './fill-archetypes.ts';

const HELP = `Vult een lege database snel met veel verzonnen dossiers, om aan te meten.

  node scripts/fill.ts [--dossiers 100000] [--gemeenten 40] [--url postgres://…] [--seed 1]
                       [--peildatum jjjj-mm-dd]

  --dossiers   aantal dossiers, gelijk verdeeld (standaard 100000)
  --gemeenten  aantal gemeenten; per vier is er één team (standaard 40, ten hoogste 999)
  --url        verbinding van de eigenaar; anders DATABASE_URL_EIGENAAR of DATABASE_URL
  --seed       ander zaad, andere modellen
  --peildatum  dag waarop de Stand wordt bepaald; anders vandaag

Weigert een database waarin al een gemeente is.`;

const MEDEWERKERS = 200;
const GEMEENTEN_PER_TEAM = 4;
const REEKSEN = 8;
const TEGELIJK = 2;
/** Zoveel burgerservicenummers zijn er in de verzonnen reeks te maken. */
const MAX_PER_GEMEENTE = 40_000;

type Opdracht = { dossiers: number; gemeenten: number; seed: number; peildatum: Datum };
type Vraag = (sql: string, waarden?: unknown[]) => Promise<unknown>;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      help: { type: 'boolean' },
      dossiers: { type: 'string', default: '100000' },
      gemeenten: { type: 'string', default: '40' },
      seed: { type: 'string', default: '1' },
      url: { type: 'string' },
      peildatum: { type: 'string' },
    },
  });
  if (values.help) return console.log(HELP);
  const url = values.url ?? process.env.DATABASE_URL_EIGENAAR ?? process.env.DATABASE_URL;
  if (!url) throw new Error('Geef --url, of zet DATABASE_URL_EIGENAAR of DATABASE_URL.');
  await vul(url, {
    dossiers: geheel('dossiers', values.dossiers, 1, 10_000_000),
    gemeenten: geheel('gemeenten', values.gemeenten, 1, 999),
    seed: geheel('seed', values.seed, 0, 2 ** 31),
    peildatum: values.peildatum ? datum(values.peildatum) : echteKlok.vandaag(),
  });
}

function geheel(naam: string, tekst: string, van: number, totEnMet: number): number {
  const n = Number(tekst);
  if (Number.isInteger(n) && n >= van && n <= totEnMet) return n;
  throw new Error(`--${naam} moet een geheel getal van ${van} tot en met ${totEnMet} zijn.`);
}

async function vul(url: string, o: Opdracht): Promise<void> {
  if (Math.ceil(o.dossiers / o.gemeenten) > MAX_PER_GEMEENTE) {
    throw new Error(`Kies meer gemeenten: ten hoogste ${MAX_PER_GEMEENTE} dossiers per gemeente.`);
  }
  await migrate(url);
  const pool = new pg.Pool({ connectionString: url, max: TEGELIJK });
  const vraag: Vraag = (sql, waarden) => pool.query(sql, waarden);
  try {
    await keurLeeg(pool);
    await stap('modellen en namen', () => bereidVoor(vraag, o));
    await stap('gemeenten en medewerkers', () => schrijfInrichting(vraag, o));
    await stap(`${o.dossiers} dossiers`, () => schrijfDossiers(pool, o));
    await stap('opruimen en statistiek', async () => {
      await vraag('drop schema vulling cascade');
      await vraag('vacuum (analyze)');
    });
  } finally {
    await pool.end();
  }
}

async function stap(naam: string, werk: () => Promise<void>): Promise<void> {
  const begin = performance.now();
  await werk();
  console.log(`${naam}: ${((performance.now() - begin) / 1000).toFixed(1)} s`);
}

async function keurLeeg(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ naam: string }>('select naam from gemeente limit 1');
  if (rows.length === 0) return;
  throw new Error('In deze database zijn al gemeenten. Meten gebeurt in een lege database.');
}

/** Zet modellen, namen en nummers in een eigen schema; de rest is werk voor de database zelf. */
async function bereidVoor(vraag: Vraag, o: Opdracht): Promise<void> {
  await vraag('drop schema if exists vulling cascade');
  await vraag('create schema vulling');
  const modellen = maakModellen(o.seed, o.peildatum, REEKSEN);
  await laad(vraag, 'model', modellen.map(modelRij), MODEL_KOLOMMEN);
  await laad(vraag, 'feit', onderdeel(modellen, 'feiten'), FEIT_KOLOMMEN);
  await laad(vraag, 'pip', onderdeel(modellen, 'pips'), PIP_KOLOMMEN);
  await laad(vraag, 'uit', onderdeel(modellen, 'uit'), UIT_KOLOMMEN);
  await laad(vraag, 'melding', onderdeel(modellen, 'in'), IN_KOLOMMEN);
  const namen = maakNamen().map((n, nr) => ({ nr, ...n }));
  await laad(
    vraag,
    'naam',
    namen,
    'nr int, voornamen text, geslachtsnaam text, sorteernaam text, sleutels text[]',
  );
  const aantal = Math.ceil(o.dossiers / o.gemeenten);
  const bsns = Array.from({ length: aantal }, (_, j) => ({ j, bsn: oefenBsn(j) }));
  await laad(vraag, 'bsn', bsns, 'j int, bsn text');
  for (const tabel of ['feit', 'pip', 'uit', 'melding'])
    await vraag(`create index on vulling.${tabel} (model)`);
  await vraag('create index on vulling.bsn (j)');
  await vraag('create index on vulling.naam (nr)');
  await vraag('analyze');
}

const MODEL_KOLOMMEN = `nr int, met_bsn boolean, toegewezen boolean, geopend_op timestamptz, stand text,
  peildatum date, volgende_wijziging date, geboortedatum text, doelgroep text, leerroute text,
  schakel smallint, toestand text, voorstel text, voorstel_titel text, voorstel_reden text,
  laatste_dag date, signalen text[]`;
const FEIT_KOLOMMEN = `model int, id text, soort text, inhoud text, geldig_op date,
  vastgelegd_op timestamptz, bron text, verwijzing text`;
const PIP_KOLOMMEN = `model int, id text, versie int, staat text, inhoud jsonb, dagtekening date,
  gewijzigd_op timestamptz`;
const UIT_KOLOMMEN = `model int, id text, bericht_id text, onderwerp_id text, inhoud jsonb, staat text,
  foutteksten text[], gemaakt_op timestamptz, afgerond_op timestamptz`;
const IN_KOLOMMEN = 'model int, id text, bericht_id text, gebeurtenis_id text, op timestamptz';

function modelRij({ nr, metBsn, toegewezen, geopend_op, stand, rij }: Model) {
  return { nr, met_bsn: metBsn, toegewezen, geopend_op, stand, ...rij };
}

function onderdeel(modellen: readonly Model[], welk: 'feiten' | 'pips' | 'uit' | 'in') {
  return modellen.flatMap((m) =>
    m[welk].map((rij) => ({
      model: m.nr,
      ...rij,
      ...(welk === 'pips' || welk === 'uit' ? { inhoud: JSON.parse(String(rij.inhoud)) } : {}),
    })),
  );
}

async function laad(vraag: Vraag, tabel: string, rijen: unknown[], kolommen: string) {
  await vraag(`create unlogged table vulling.${tabel} (${kolommen})`);
  for (let i = 0; i < rijen.length; i += 5000) {
    await vraag(
      `insert into vulling.${tabel} select * from jsonb_to_recordset($1::jsonb) as r(${kolommen})`,
      [JSON.stringify(rijen.slice(i, i + 5000))],
    );
  }
}

/** Gemeenten heten 'Meetgemeente 001'; per vier doet één team al het werk. */
async function schrijfInrichting(vraag: Vraag, o: Opdracht): Promise<void> {
  const teams = Math.ceil(o.gemeenten / GEMEENTEN_PER_TEAM);
  const id = (groep: number, nummer: string) =>
    `('0192ffff-ffff-7${String(groep).padStart(3, '0')}-8000-' || lpad(to_hex(${nummer}), 12, '0'))::uuid`;
  await vraag(`insert into gemeente (id, code, naam, oin)
    select ${id(1, 'g')}, (8000 + g)::text, 'Meetgemeente ' || lpad(g::text, 3, '0'),
      '00000099' || (8000 + g) || '00000000' from generate_series(1, ${o.gemeenten}) g`);
  await vraag(`insert into organisatie (id, naam, soort)
    select ${id(2, 't')}, 'Meetteam ' || lpad(t::text, 3, '0'), 'rit' from generate_series(1, ${teams}) t`);
  await vraag(`insert into medewerker (id, organisatie_id, naam, functie, email, oidc_sub)
    select ${id(3, 'm')}, ${id(2, `(m - 1) % ${teams} + 1`)}, 'Meetmedewerker ' || lpad(m::text, 3, '0'),
      'klantmanager', 'meet' || m || '@example.nl', ${id(3, 'm')}::text from generate_series(1, ${MEDEWERKERS}) m`);
  await vraag(`insert into medewerker_rol (medewerker_id, taak, rol)
    select ${id(3, 'm')}, taak, 'klantmanager' from generate_series(1, ${MEDEWERKERS}) m,
      unnest(array['*', 'gezondheid', 'mandaat-pip']) taak`);
  await vraag(
    `insert into taakverdeling (id, gemeente_id, taak, schaal, organisatie_id, geldig_vanaf)
    select ${id(4, 'g * 100 + nr::int')}, ${id(1, 'g')}, taak, 'regionaal',
      ${id(2, `(g - 1) / ${GEMEENTEN_PER_TEAM} + 1`)}, '2022-01-01'
    from generate_series(1, ${o.gemeenten}) g, unnest($1::text[]) with ordinality as t (taak, nr)`,
    [TAAKLIJST],
  );
}

/** Eén transactie per gemeente, twee tegelijk. */
async function schrijfDossiers(pool: pg.Pool, o: Opdracht): Promise<void> {
  const rij = Array.from({ length: o.gemeenten }, (_, i) => i + 1);
  let klaar = 0;
  const werker = async () => {
    for (let g = rij.shift(); g !== undefined; g = rij.shift()) {
      const client = await pool.connect();
      try {
        await client.query('begin; set local synchronous_commit = off');
        await client.query(ZONDER_CONTROLE);
        for (const sql of VULLING) await client.query(invullen(sql, g, o));
        await client.query('commit');
      } finally {
        client.release();
      }
      klaar += 1;
      if (process.stdout.isTTY) process.stdout.write(`\r${klaar} van ${o.gemeenten} gemeenten `);
    }
  };
  await Promise.all(Array.from({ length: TEGELIJK }, werker));
  if (process.stdout.isTTY) process.stdout.write('\r');
}

function invullen(sql: string, g: number, o: Opdracht): string {
  const teams = Math.ceil(o.gemeenten / GEMEENTEN_PER_TEAM);
  const waarden: Record<string, string> = {
    G: String(g),
    GEMEENTEN: String(o.gemeenten),
    AANTAL: String(Math.floor((o.dossiers - g) / o.gemeenten)),
    GEMEENTE: `'0192ffff-ffff-7001-8000-${g.toString(16).padStart(12, '0')}'::uuid`,
    TEAM: String(Math.ceil(g / GEMEENTEN_PER_TEAM)),
    TEAMS: String(teams),
    PER_TEAM: String(Math.max(1, Math.floor(MEDEWERKERS / teams))),
    PLEK: `'${PLEK}'`,
  };
  return sql.replace(/:([A-Z_]+)/g, (_, naam: string) => waarden[naam] as string);
}

// Verwijzingen kloppen hier door de opzet; per rij nakijken kost de helft van de tijd. Wie dit niet mag
// uitzetten, laat het nakijken.
const ZONDER_CONTROLE = `do $$ begin
  perform set_config('session_replication_role', 'replica', true);
exception when insufficient_privilege then null; end $$`;

// Een dossier krijgt een eigen begin van 24 tekens; dat komt in elke uuid van zijn model.
const VULLING = [
  `create temp table vul on commit drop as
   select j, begin, (begin || '000000000000')::uuid as id, m.*, n.voornamen, n.geslachtsnaam, n.sorteernaam, n.sleutels,
     case when m.toegewezen then ('0192ffff-ffff-7003-8000-' ||
       lpad(to_hex(:TEAM + :TEAMS * (j % :PER_TEAM)), 12, '0'))::uuid end as klantmanager_id
   from (select j, j * :GEMEENTEN + :G as volg,
           '0193' || substr(h, 1, 4) || '-' || substr(h, 5, 4) || '-7' || lpad(to_hex(:G), 3, '0') || '-8000-' as begin
         from generate_series(0, :AANTAL) j, lateral (select lpad(to_hex(j * :GEMEENTEN + :G), 8, '0') as h) x) d
   join vulling.model m on m.nr = (hashint4(d.volg) & 2147483647) % (select count(*) from vulling.model)
   join vulling.naam n on n.nr = (hashint4(-d.volg) & 2147483647) % (select count(*) from vulling.naam)`,
  `insert into dossier (gemeente_id, id, bsn, v_nummer, geopend_op, klantmanager_id)
   select :GEMEENTE, v.id, case when v.met_bsn then b.bsn end, '08' || lpad((v.j * 7)::text, 8, '0'),
     v.geopend_op, v.klantmanager_id from vul v join vulling.bsn b using (j)`,
  `insert into feit (gemeente_id, dossier_id, id, soort, inhoud, geldig_op, vastgelegd_op, bron, verwijzing, medewerker_id)
   select :GEMEENTE, v.id, replace(f.id, :PLEK, v.begin)::uuid, f.soort,
     case when f.soort = 'persoon'
       then f.inhoud::jsonb || jsonb_build_object('voornamen', v.voornamen, 'geslachtsnaam', v.geslachtsnaam)
       else replace(f.inhoud, :PLEK, v.begin)::jsonb end,
     f.geldig_op, f.vastgelegd_op, f.bron, f.verwijzing,
     case when f.bron = 'medewerker' then v.klantmanager_id end
   from vul v join vulling.feit f on f.model = v.nr order by v.j, f.id`,
  `insert into pip (gemeente_id, dossier_id, id, versie, staat, inhoud, dagtekening, gewijzigd_op)
   select :GEMEENTE, v.id, replace(p.id, :PLEK, v.begin)::uuid, p.versie, p.staat, p.inhoud, p.dagtekening, p.gewijzigd_op
   from vul v join vulling.pip p on p.model = v.nr`,
  `insert into bericht_uit (gemeente_id, dossier_id, id, soort, onderwerp_id, inhoud, staat, bericht_id, foutteksten, gemaakt_op, afgerond_op)
   select :GEMEENTE, v.id, replace(u.id, :PLEK, v.begin)::uuid, 'pip', replace(u.onderwerp_id, :PLEK, v.begin)::uuid,
     u.inhoud, u.staat, replace(u.bericht_id, :PLEK, v.begin)::uuid, u.foutteksten, u.gemaakt_op, u.afgerond_op
   from vul v join vulling.uit u on u.model = v.nr`,
  `insert into bericht_in (gemeente_id, id, bericht_id, inhoud_hash, ruw, gebeurtenis_id, geregistreerd_op, ontvangen_op, staat, dossier_id)
   select :GEMEENTE, i.id, i.bericht_id, md5(i.id::text) || md5(i.bericht_id::text),
     jsonb_build_object('bron', '', 'doel', '', 'tekst', '', 'inhoud', jsonb_build_object('registratieDatumTijd', i.op, 'gebeurtenisId', i.gebeurtenis_id)),
     i.gebeurtenis_id, i.op, i.op, 'verwerkt', i.dossier_id
   from (select v.id as dossier_id, replace(m.id, :PLEK, v.begin)::uuid as id,
           replace(m.bericht_id, :PLEK, v.begin)::uuid as bericht_id, m.gebeurtenis_id, m.op
         from vul v join vulling.melding m on m.model = v.nr) i`,
  `insert into dossier_stand (gemeente_id, dossier_id, peildatum, volgende_wijziging, naam, sorteernaam, geboortedatum, doelgroep,
     leerroute, schakel, toestand, voorstel, voorstel_titel, voorstel_reden, laatste_dag, signalen, klantmanager_id, stand)
   select :GEMEENTE, v.id, peildatum, volgende_wijziging, voornamen || ' ' || geslachtsnaam, sorteernaam, geboortedatum, doelgroep,
     leerroute, schakel, toestand, voorstel, voorstel_titel, voorstel_reden, laatste_dag, signalen, klantmanager_id,
     replace(v.stand, :PLEK, v.begin)::jsonb from vul v order by v.j`,
  `insert into zoeksleutel (gemeente_id, sleutel, dossier_id)
   select :GEMEENTE, sleutel, v.id from vul v, unnest(v.sleutels) sleutel`,
];

main().catch((fout: Error) => {
  console.error(fout.message);
  process.exitCode = 1;
});
