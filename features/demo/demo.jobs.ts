import { type Datum, dagVanDeWeek, plusDagen } from '../../rules/shared/datum.ts';
import type { Tx } from '../../server/db/db.ts';
import { legBeginsituatieVast } from '../../server/dossier/beginsituatie.ts';
import { geldendBeleid, standMetBeleid } from '../../server/dossier/beleid.ts';
import type { DossierSleutel } from '../../server/dossier/feiten.ts';
import { schrijfStand } from '../../server/dossier/stand.ts';
import { echteKlok } from '../../server/klok.ts';
import type { Toepassing } from '../../server/toepassing.ts';
import { planVerzending } from '../../server/uitbox.ts';
import { planWerken, type Werkstuk } from '../../server/werk.ts';
import { taalVan } from '../shared/talen.schema.ts';
import type { OefenDossier } from './bouw.ts';
import { isLeeg, schrijfDossiers, schrijfInrichting, schrijfMeldingen } from './demo.store.ts';
import { genereerRegio, type OefenRegio, ZAAD } from './genereer.ts';
import { brpPersonen, duoPersonen } from './nabootsing.ts';
import { GEMEENTEN } from './regio.ts';
import { schrijfToetsEnTolken } from './toets.store.ts';

/** De taakverdeling en het beleid gelden sinds de wet er is. */
const SINDS = '2022-01-01';
/** Zo lang ziet men een bericht dat op DUO wacht. */
const WACHT_MINUTEN = 10;

/**
 * Vult een lege oefenomgeving met de verzonnen regio, rond de dag van `t.klok`. Doet niets als er al een
 * gemeente is. De dossiers verschijnen in één keer of helemaal niet.
 * @throws Error als een nabootsing de vulling weigert of de database niet antwoordt.
 */
export async function vulOefenregio(
  t: Toepassing,
  nabootsingen: { duoUrl: string; brpUrl: string },
): Promise<void> {
  const gemeenten = GEMEENTEN.map((g) => g.id);
  await t.db.forGemeenten({ gemeenten, bijzonder: gemeenten }, async (tx) => {
    if (!(await isLeeg(tx))) return;
    const vandaag = t.klok.vandaag();
    const regio = genereerRegio(ZAAD, vandaag);
    await Promise.all([
      vulNabootsingen(regio, vandaag, nabootsingen),
      schrijfRegio(tx, regio, vandaag),
    ]);
  });
}

async function schrijfRegio(tx: Tx, regio: OefenRegio, vandaag: Datum): Promise<void> {
  const { dossiers, postvak } = regio;
  await schrijfInrichting(tx, SINDS, ZAAD);
  await schrijfDossiers(tx, dossiers);
  await schrijfToetsEnTolken(tx, vandaag, woensdagErna(vandaag));
  await schrijfMeldingen(tx, [...dossiers.flatMap((d) => d.in), ...postvak]);
  for (const { id } of GEMEENTEN) {
    await schrijfStanden(
      tx,
      dossiers.filter((d) => d.gemeente.id === id),
      vandaag,
    );
  }
  const straks = new Date(Date.parse(echteKlok.nu()) + WACHT_MINUTEN * 60_000).toISOString();
  for (const d of dossiers.filter((x) => x.uit.some((b) => b.staat === 'wacht'))) {
    await planVerzending(tx, { gemeenteId: d.gemeente.id, dossierId: d.id }, straks);
  }
  await planWerken(tx, brievensets(dossiers));
}

/** Zoveel mensen per taal krijgen bij de start hun brieven; genoeg om elke taal te zien. */
const BRIEVEN_PER_TAAL = 3;

/** Brieven bij het PIP dat nu geldt: per taal waarin er teksten zijn, voor wie het kortst geleden een PIP kreeg. */
function brievensets(dossiers: readonly OefenDossier[]): Werkstuk[] {
  const metPip = dossiers.flatMap((d) => {
    const pip = d.pips.at(-1);
    return pip?.dagtekening && pip.staat === 'vastgesteld' && taalVan(d.mens.taal)
      ? [{ d, pipId: pip.id, sinds: pip.dagtekening }]
      : [];
  });
  const perTaal = Map.groupBy(metPip, ({ d }) => d.mens.taal);
  const gekozen = [...perTaal.values()].flatMap((van) =>
    van.toSorted((a, b) => b.sinds.localeCompare(a.sinds)).slice(0, BRIEVEN_PER_TAAL),
  );
  return gekozen.map(({ d, pipId }) => ({
    taak: 'brievenset',
    inhoud: { gemeenteId: d.gemeente.id, dossierId: d.id, pipId },
    wachtrij: `brieven:${d.id}`,
  }));
}

/** De woensdag van volgende week. */
const woensdagErna = (dag: Datum) => plusDagen(dag, 10 - dagVanDeWeek(dag));

async function schrijfStanden(tx: Tx, dossiers: OefenDossier[], vandaag: Datum): Promise<void> {
  const gemeenteId = dossiers[0]?.gemeente.id;
  if (!gemeenteId) return;
  const beleid = await geldendBeleid(tx, gemeenteId, vandaag);
  for (const { id, feiten } of dossiers) {
    const stand = standMetBeleid(feiten, beleid, vandaag);
    await schrijfStand(tx, { gemeenteId, dossierId: id }, feiten, stand);
    await schrijfBeginsituaties(tx, { gemeenteId, dossierId: id }, feiten);
  }
}

/** Bij elk vastgesteld PIP hoort hoe de persoon er toen voor stond. */
async function schrijfBeginsituaties(
  tx: Tx,
  sleutel: DossierSleutel,
  feiten: OefenDossier['feiten'],
): Promise<void> {
  for (const f of feiten) {
    if (f.soort !== 'pip-vastgesteld') continue;
    const { pipId, dagtekening } = f.inhoud;
    await legBeginsituatieVast(tx, sleutel, { pipId, dagtekening, feiten, nu: f.vastgelegdOp });
  }
}

async function vulNabootsingen(
  { dossiers }: OefenRegio,
  vandaag: Datum,
  { duoUrl, brpUrl }: { duoUrl: string; brpUrl: string },
): Promise<void> {
  const gemeenten = GEMEENTEN.map(({ oin, code }) => ({ oin, gemeentecode: code }));
  await stuur(`${duoUrl}/simulator/gemeenten`, gemeenten);
  await stuur(`${duoUrl}/simulator/personen`, duoPersonen(dossiers, vandaag));
  await stuur(`${brpUrl}/simulator/personen`, brpPersonen(dossiers, vandaag));
}

async function stuur(url: string, inhoud: unknown): Promise<void> {
  const antwoord = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(inhoud),
  });
  if (antwoord.ok) return;
  throw new Error(
    `de nabootsing weigert de vulling (${antwoord.status}): ${await antwoord.text()}`,
  );
}
