import { Client } from 'pg';
import { datum } from '../../rules/shared/datum.ts';
import type { NieuwFeit } from '../../server/dossier/feiten.ts';
import type { TestGemeente, TestMedewerker, Wereld } from '../world.ts';

const STIJL = {
  adres: 'Marktplein 4',
  postcode: '7411 AB',
  plaats: 'Veldrijk',
  telefoon: '0570 12 34 56',
  email: 'inburgering@veldrijk.example',
  website: 'www.veldrijk.example',
};

/** A gemeente that can write letters. */
export async function gemeenteMetBriefhoofd(w: Wereld): Promise<TestGemeente> {
  const g = await w.gemeente();
  await w.db.zonderDossiers((tx) =>
    tx
      .updateTable('gemeente')
      .set({ stijl: JSON.stringify(STIJL) })
      .where('id', '=', g.id)
      .execute(),
  );
  return g;
}

const BEGIN = datum('2026-09-01');
const VESTIGING = datum('2026-09-15');

/** Facts of somebody whose intake is done: only the PIP is left. */
export function klaarVoorPip(
  g: TestGemeente,
  indeling: 'Asielstatushouder' | 'Gezinsmigrant en overige migrant' = 'Asielstatushouder',
): NieuwFeit[] {
  return [
    {
      soort: 'persoon',
      inhoud: {
        voornamen: 'Selam',
        geslachtsnaam: 'Tesfay',
        geboorte: { soort: 'jaar', jaar: 1999 },
        geslacht: 'vrouw',
      },
      geldigOp: BEGIN,
      bron: 'brp',
    },
    {
      soort: 'adres',
      inhoud: { straat: 'Lindelaan', huisnummer: '12', postcode: '7412 CD', plaats: 'Veldrijk' },
      geldigOp: VESTIGING,
      bron: 'brp',
    },
    {
      soort: 'inburgeringsplicht',
      inhoud: { plichtig: true, begin: BEGIN, kennisgeving: datum('2026-09-20') },
      geldigOp: BEGIN,
      bron: 'duo',
    },
    { soort: 'doelgroep', inhoud: { indeling }, geldigOp: BEGIN, bron: 'duo' },
    {
      soort: 'inschrijving',
      inhoud: { gemeentecode: g.code, op: VESTIGING },
      geldigOp: VESTIGING,
      bron: 'brp',
    },
    {
      soort: 'intake-afgerond',
      inhoud: { zonderPersoon: false },
      geldigOp: datum('2026-11-01'),
      bron: 'medewerker',
    },
  ];
}

const onderzocht = (route: string) => ({
  onderzocht: true,
  voor: `Er is iets voor de ${route}.`,
  tegen: `Er is iets tegen de ${route}.`,
});

/** Everything the law and the letter ask, for one route. */
export function volledigPip(leerroute: 'B' | 'O' | 'Z') {
  return {
    leerroute,
    afweging: {
      B: onderzocht('B1-route'),
      O: onderzocht('onderwijsroute'),
      Z: onderzocht('Z-route'),
    },
    motivering: 'Deze route past het best bij wat zij kan en wil.',
    intensiteitUren: 720,
    intensiteitUrenPerWeek: 12,
    alfabetisering: 'AA',
    magOpleidingAfmaken: false,
    pvt: { uren: 12, invulling: 'Vier ochtenden in het stadhuis.' },
    moduleMap: { uren: 40, invulling: 'Meelopen in een bakkerij.' },
    begeleiding: 'Elke maand een gesprek met de klantmanager.',
    voortgangsgesprekken: { aantal: 8, ritme: 'Elke drie maanden.' },
    participatie: 'Vrijwilligerswerk in het buurthuis.',
  };
}

/** What `maakConcept` leaves behind: made once, filled in once. */
export const CONCEPT_REVISIE = 2;

/** A concept with everything filled in. */
export async function maakConcept(
  m: TestMedewerker,
  dossierId: string,
  inhoud: object = volledigPip('B'),
): Promise<{ pipId: string; pad: string; versie: number }> {
  const pips = `/v1/dossiers/${dossierId}/pips`;
  const { body } = await m.vraag('POST', pips);
  const pad = `${pips}/${body.pipId}`;
  const antwoord = await m.vraag('PATCH', pad, { revisie: 1, inhoud });
  if (antwoord.status !== 200) throw new Error(JSON.stringify(antwoord.body));
  return { pipId: body.pipId, versie: body.versie, pad };
}

/** Sends an act upon the PIP as it stands now, as somebody does who just read it. */
async function opWatErStaat(m: TestMedewerker, url: string, vraag: object, koppen = {}) {
  const { revisie } = (await m.vraag('GET', url.slice(0, url.lastIndexOf('/')))).body;
  return m.vraag('POST', url, { revisie, ...vraag }, koppen);
}

export const stelPipVast = (m: TestMedewerker, pad: string, vraag: object, koppen = {}) =>
  opWatErStaat(m, `${pad}/_vaststellen`, vraag, koppen);

export const legPipVoor = (m: TestMedewerker, pad: string) =>
  opWatErStaat(m, `${pad}/_voorleggen`, {});

type Gepland = { payload: unknown; queue: string; overSeconden: number };

/** The jobs to DUO that wait for a dossier, with how long from now they may start. */
export async function geplandWerk(w: Wereld, dossierId: string): Promise<Gepland[]> {
  const client = new Client({ connectionString: w.ownerUrl });
  await client.connect();
  const { rows } = await client.query(
    `select j.payload, q.queue_name as queue,
       extract(epoch from j.run_at - now())::float as "overSeconden"
     from graphile_worker._private_jobs j
     join graphile_worker._private_job_queues q on q.id = j.job_queue_id
     where j.payload->>'dossierId' = $1 and q.queue_name like 'duo%' order by j.run_at`,
    [dossierId],
  );
  await client.end();
  return rows;
}
