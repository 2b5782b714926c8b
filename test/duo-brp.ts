import { randomUUID } from 'node:crypto';
import { brpClient } from '../connections/brp/client.ts';
import { buildBrpSimulator } from '../connections/brp/simulator/app.ts';
import { buildDuoSimulator } from '../connections/duo/simulator/app.ts';
import {
  basisUrlsOnder,
  type DuoTransport,
  httpDuoTransport,
} from '../connections/duo/transport.ts';
import { leesConfig } from '../server/config.ts';
import { isBsn } from '../server/dossier/nummers.ts';
import { maakWereld, type TestGemeente, type Wereld } from './world.ts';

const VANDAAG = '2026-11-21';
const DUO_OIN = leesConfig({}).DUO_OIN;
let volgende = 999_100_000;

/** Een nieuw verzonnen BSN dat aan de elfproef voldoet. */
export function nieuwBsn(): string {
  do volgende += 1;
  while (!isBsn(String(volgende)));
  return String(volgende);
}

export type Mens = { bsn: string; vNummer: string };

export type Keten = Awaited<ReturnType<typeof maakKeten>>;

/** De nagespeelde DUO en BRP op eigen poorten. */
export async function startNabootsers() {
  const duo = buildDuoSimulator({
    meedoenUrl: 'http://127.0.0.1:9',
    oinDuo: DUO_OIN,
    klok: () => VANDAAG,
  });
  const brp = buildBrpSimulator();
  const [duoUrl, brpUrl] = await Promise.all([
    duo.listen({ host: '127.0.0.1', port: 0 }),
    brp.listen({ host: '127.0.0.1', port: 0 }),
  ]);
  return {
    nabootsingen: { duoUrl, brpUrl },
    sluit: () => Promise.all([duo.close(), brp.close()]),
  };
}

/**
 * Een wereld met de nagespeelde DUO en BRP op eigen poorten, zoals in de oefenomgeving.
 * @param om legt iets om de lijn naar DUO, bijvoorbeeld om een deel te laten uitvallen.
 */
export async function maakKeten(om: (lijn: DuoTransport) => DuoTransport = (lijn) => lijn) {
  const nabootsers = await startNabootsers();
  const { duoUrl, brpUrl } = nabootsers.nabootsingen;
  const basisUrls = basisUrlsOnder(`${duoUrl}/duo`);
  const w = await maakWereld({
    vandaag: VANDAAG,
    duo: om(httpDuoTransport({ basisUrls, doel: DUO_OIN, timeoutMs: 5000 })),
    brp: brpClient({ basisUrl: `${brpUrl}/haalcentraal/api/brp`, timeoutMs: 5000 }),
    nabootsingen: nabootsers.nabootsingen,
  });
  return {
    w,
    duo: bediening(`${duoUrl}/simulator`),
    brp: bediening(`${brpUrl}/simulator`),
    async gemeente() {
      const g = await w.gemeente();
      await bediening(`${duoUrl}/simulator`)('POST', '/gemeenten', [
        { oin: g.oin, gemeentecode: g.code },
      ]);
      return g;
    },
    async sluit() {
      await w.sluit();
      await w.t.duo.sluit();
      await w.t.brp.sluit();
      await nabootsers.sluit();
    },
  };
}

function bediening(basis: string) {
  return async (method: string, pad: string, inhoud?: unknown) => {
    const antwoord = await fetch(`${basis}${pad}`, {
      method,
      ...(inhoud === undefined
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(inhoud) }),
    });
    if (!antwoord.ok)
      throw new Error(`simulator ${pad}: ${antwoord.status} ${await antwoord.text()}`);
    return antwoord.json();
  };
}

/** Zet iemand bij DUO en in de BRP, ingeschreven in de gemeente. */
export async function maakMens(
  k: Keten,
  g: TestGemeente,
  extra: { duo?: object; brp?: object | null } = {},
): Promise<Mens> {
  const bsn = nieuwBsn();
  const vNummer = bsn.padStart(10, '0');
  await k.duo('POST', '/personen', [
    {
      bsn,
      vNummer,
      gemeentecode: g.code,
      vestigingsdatum: '2026-10-01',
      doelgroep: { indeling: 'Asielstatushouder', begindatum: '2026-09-01' },
      plicht: { indicatorInburgeringsplicht: true, begindatum: '2026-09-01' },
      ...extra.duo,
    },
  ]);
  if (extra.brp !== null) await k.brp('POST', '/personen', [brpPersoon(bsn, g.code, extra.brp)]);
  return { bsn, vNummer };
}

/** Iemand van wie DUO alles weet wat zij weten kan, met de namen van de berichten; voor `extra.duo`. */
export function allesBijDuo(code: string) {
  const periode = { begindatum: '2024-01-01', einddatum: '2024-06-30' };
  const instellingsnummer = '0000000011';
  return {
    doelgroephistorie: [{ indeling: 'Asielstatushouder', ...periode }],
    plichthistorie: [{ indicatorInburgeringsplicht: true, ...periode }],
    kennisgeving: '2024-01-10',
    vestigingsdatum: '2024-01-05',
    lbt: {
      examennummer: 'LBT1',
      resultaten: [
        {
          resultaat: 'B1-route haalbaar',
          behaaldeScore: '62,50',
          benodigdeScore: '50,00',
          datumAfname: '2024-02-01',
        },
      ],
    },
    pip: {
      gemeentecode: code,
      pip: { dagtekeningPip: '2024-03-01', leerroute: 'B', niveau: 'B1' },
      ontvangenOp: '2024-03-02',
    },
    termijn: { startdatum: '2024-03-02', einddatum: '2027-03-02' },
    termijnhistorie: [{ einddatum: '2026-09-02', wijzigingsdatum: '2026-05-01' }],
    verlengingen: [{ beoordelingAanvraag: 'Toegekend', ontvangstdatum: '2026-04-01' }],
    vrijstellingen: [
      { GedeeltelijkeVrijstelling: { oordeel: 'Toekenning', reden: 'GED', examenonderdeel: 'LE' } },
    ],
    ontheffingen: [
      { GeheleOntheffing: { oordeel: 'Afwijzing', datumOordeel: '2026-03-01', grond: 'BIO' } },
    ],
    gratisPogingen: [{ onderdeel: 'LU', gratisPogingenTegoed: 2 }],
    examens: [{ examendatum: '2026-06-01', resultaat: 'Geslaagd', onderdeel: 'KNM' }],
    boetes: [{ bedrag: 340, datum: '2026-10-01' }],
    map: { datumEindgesprekMap: '2026-07-01', gemeentecode: code },
    pvt: { datumOndertekeningPvt: '2024-05-01', gemeentecode: code },
    aanbod: [
      {
        instellingsnummer,
        gemeentecode: code,
        datumInburgeringsaanbod: '2024-03-10',
        verwachteEinddatumOpleiding: '2026-12-01',
        sinds: '2024-03-10',
        indicatorAlfabetiseringsonderwijs: 'NVT',
      },
    ],
    uren: [
      { gemeentecode: code, bekendTot: '2024-03-01', TaallesEnKnmBredeIntake: { uren: 12 } },
      {
        gemeentecode: code,
        bekendTot: '2026-11-01',
        TaallesEnKnmInstelling: { instellingsnummer, uren: 612, urenOngeoorloofdVerzuim: 8 },
      },
    ],
    gebeurtenissen: [
      { id: 'SS101', omschrijving: 'Persoon is inburgeringsplichtig', datum: '2024-01-10' },
      { id: 'SS102', omschrijving: 'Inburgeringstermijn is gestart', datum: '2024-03-03' },
    ],
  };
}

export const brpDag = (datum: string) => ({ type: 'Datum', datum, langFormaat: datum });

function brpPersoon(bsn: string, code: string, extra: object = {}) {
  return {
    burgerservicenummer: bsn,
    naam: { voornamen: 'Selam', geslachtsnaam: 'Tesfay', volledigeNaam: 'Selam Tesfay' },
    geboorte: { datum: { type: 'JaarDatum', jaar: 1994, langFormaat: '1994' } },
    geslacht: { code: 'V', omschrijving: 'vrouw' },
    adressering: { adresregel1: 'Kade 12 A', adresregel2: '1234 AA  DORP' },
    gemeenteVanInschrijving: { code, omschrijving: 'Dorp' },
    datumInschrijvingInGemeente: brpDag('2026-10-01'),
    ...extra,
  };
}

let moment = Date.parse('2026-11-20T08:00:00Z');

/** Stuurt een melding zoals DUO dat doet; elke melding heeft een eigen moment. */
export async function meld(
  { app, t }: Pick<Wereld, 'app' | 't'>,
  g: TestGemeente,
  gebeurtenisId: string,
  wie: { bsn?: string; vNummer?: string },
): Promise<void> {
  moment += 1000;
  const antwoord = await app.inject({
    method: 'POST',
    url: '/duo/v1/notificaties',
    headers: { bron: t.config.DUO_OIN, doel: g.oin, berichtId: randomUUID() },
    payload: {
      registratieDatumTijd: new Date(moment).toISOString(),
      gebeurtenisId,
      ...(wie.bsn ? { bsn: wie.bsn } : {}),
      ...(wie.vNummer ? { vNummer: Number(wie.vNummer) } : {}),
    },
  });
  if (antwoord.statusCode !== 201) throw new Error(`melding geweigerd: ${antwoord.statusCode}`);
}
