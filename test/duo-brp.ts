import { randomUUID } from 'node:crypto';
import { brpClient } from '../connections/brp/client.ts';
import { buildBrpSimulator } from '../connections/brp/simulator/app.ts';
import { buildDuoSimulator } from '../connections/duo/simulator/app.ts';
import { basisUrlsOnder, httpDuoTransport } from '../connections/duo/transport.ts';
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

/** Een wereld met de nagespeelde DUO en BRP op eigen poorten, zoals in de oefenomgeving. */
export async function maakKeten() {
  const duo = buildDuoSimulator({
    meedoenUrl: 'http://127.0.0.1:9',
    oinDuo: DUO_OIN,
    klok: () => VANDAAG,
  });
  const brp = buildBrpSimulator();
  const [duoUrl, brpUrl] = await Promise.all(
    [duo, brp].map((s) => s.listen({ host: '127.0.0.1', port: 0 })),
  );
  const basisUrls = basisUrlsOnder(`${duoUrl}/duo`);
  const w = await maakWereld({
    vandaag: VANDAAG,
    duo: httpDuoTransport({ basisUrls, doel: DUO_OIN, timeoutMs: 5000 }),
    brp: brpClient({ basisUrl: `${brpUrl}/haalcentraal/api/brp`, timeoutMs: 5000 }),
    nabootsingen: { duoUrl: String(duoUrl), brpUrl: String(brpUrl) },
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
      await Promise.all([duo.close(), brp.close()]);
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
