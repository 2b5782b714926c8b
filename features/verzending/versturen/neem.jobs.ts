import { randomUUID } from 'node:crypto';
import { klokOp } from '../../../rules/shared/klok.ts';
import { kiesGeldend } from '../../../rules/stand/geldend.ts';
import { lees } from '../../../rules/stand/lezing.ts';
import { schrijfAudit } from '../../../server/audit/audit.ts';
import type { Tx } from '../../../server/db/db.ts';
import { leesBeleid } from '../../../server/dossier/beleid.ts';
import { type DossierSleutel, leesFeiten } from '../../../server/dossier/feiten.ts';
import { vindDossier } from '../../../server/dossier/vind.ts';
import { echteKlok } from '../../../server/klok.ts';
import type { Toepassing } from '../../../server/toepassing.ts';
import { berichtSleutel, planVerzending } from '../../../server/uitbox.ts';
import { lijstIsBekend, vindInstelling } from '../../instellingen/instellingen.read.ts';
import {
  AanbodInhoud,
  ContactpersoonInhoud,
  DuoPipInhoud,
  ResultaatInhoud,
  UrenInhoud,
  ZrouteInhoud,
} from '../verzending.schema.ts';
import { leesContactpersoon } from './contactpersoon.store.ts';
import { bezwarenTegen, type Keurbaar } from './keuring.ts';
import { belemmeringVan } from './koppelen.jobs.ts';
import type { Opdracht } from './opdracht.jobs.ts';
import {
  afzender,
  berichtenInRij,
  markeerBezig,
  noteerUitstel,
  noteerWachtOp,
  type RijBericht,
} from './rij.store.ts';
import { magVersturen } from './stop.store.ts';
import { LANGSTE_HERKANSING_S, overSeconden, sluitAf } from './verwerk.jobs.ts';
import { type InRij, kiesVolgende } from './volgorde.ts';

const GEEN_BSN = 'van deze persoon is nog geen BSN bekend';
const PROEF_S = 60;

/** Wat de beurt opleverde: een opdracht, een bericht dat wij zelf tegenhielden, of niets. */
export type Beurt = { opdracht: Opdracht } | 'tegengehouden' | undefined;

/**
 * Pakt het bericht dat aan de beurt is en legt vast dat het versturen begint, vóórdat DUO iets krijgt. Zou DUO het
 * weigeren, dan gaat het niet op weg.
 */
export async function neem(
  tx: Tx,
  t: Toepassing,
  sleutel: DossierSleutel,
  overgeslagen: ReadonlySet<string>,
): Promise<Beurt> {
  const { gemeenteId } = sleutel;
  const rijen = await berichtenInRij(tx, sleutel);
  const { volgende, wachtOp } = kiesVolgende(await inRij(tx, gemeenteId, rijen), overgeslagen);
  for (const { id, wacht_op } of rijen) {
    const reden = wachtOp.get(id) ?? null;
    if (wacht_op !== reden) await noteerWachtOp(tx, gemeenteId, id, reden);
  }
  const bericht = rijen.find((r) => r.id === volgende?.id);
  if (!bericht) return undefined;
  const dossier = await vindDossier(tx, sleutel.dossierId);
  if (!dossier.bsn) {
    await noteerUitstel(tx, gemeenteId, bericht.id, GEEN_BSN, bericht.staat === 'wacht');
    await planVerzending(tx, sleutel, overSeconden(LANGSTE_HERKANSING_S));
    return undefined;
  }
  const { mag } = await magVersturen(tx, gemeenteId, echteKlok.nu(), overSeconden(PROEF_S));
  if (!mag) return undefined;
  if (bericht.staat === 'wacht' && (await houdtTegen(tx, t, sleutel, bericht, rijen))) {
    return 'tegengehouden';
  }
  return { opdracht: await begin(tx, t, dossier as DossierMetBsn, bericht, rijen) };
}

type DossierMetBsn = DossierSleutel & { bsn: string };

async function begin(
  tx: Tx,
  t: Toepassing,
  { gemeenteId, dossierId, bsn }: DossierMetBsn,
  bericht: RijBericht,
  rijen: readonly RijBericht[],
): Promise<Opdracht> {
  const gemeente = await afzender(tx, gemeenteId);
  const berichtId = bericht.bericht_id ?? randomUUID();
  await markeerBezig(tx, gemeenteId, { id: bericht.id, berichtId }, t.klok.nu());
  await schrijfAudit(tx, {
    tijdstip: echteKlok.nu(),
    systeem: 'duo-verzenden',
    gemeenteId,
    taak: 'pip',
    handeling: 'verzenden',
    objectSoort: bericht.soort,
    objectId: bericht.onderwerp_id,
    dossierId,
    traceId: berichtId.replaceAll('-', ''),
  });
  return {
    id: bericht.id,
    gemeenteId,
    soort: bericht.soort,
    onderwerpId: bericht.onderwerp_id,
    inhoud: bericht.inhoud,
    berichtId,
    misschienVerstuurd: bericht.staat === 'bezig',
    pogingen: bericht.pogingen + 1,
    bsn,
    oin: gemeente.oin,
    gemeentecode: gemeente.code,
    aangenomenPip: aangenomen(rijen, 'pip').findLast((r) => r.onderwerp_id === bericht.onderwerp_id)
      ?.inhoud,
  };
}

const aangenomen = (rijen: readonly RijBericht[], soort: RijBericht['soort']) =>
  rijen.filter((r) => r.soort === soort && r.staat === 'geaccepteerd');

function inRij(tx: Tx, gemeenteId: string, rijen: readonly RijBericht[]): Promise<InRij[]> {
  return Promise.all(
    rijen.map(async (r): Promise<InRij> => {
      const open = r.staat === 'wacht' || r.staat === 'bezig';
      return {
        id: r.id,
        volgnummer: r.volgnummer,
        soort: r.soort,
        sleutel: berichtSleutel(r.soort, r.inhoud),
        staat: r.staat,
        vervangen: r.vervangen_door !== null,
        belemmering:
          open && r.soort === 'contactpersoon' ? await belemmering(tx, gemeenteId, r) : undefined,
      };
    }),
  );
}

async function belemmering(tx: Tx, gemeenteId: string, { inhoud }: RijBericht) {
  const { contactpersoonId } = ContactpersoonInhoud.parse(inhoud);
  return belemmeringVan(await leesContactpersoon(tx, gemeenteId, contactpersoonId));
}

/** De laatste keuring, met de feiten van nu: sinds het invoeren kan er iets zijn veranderd. */
async function houdtTegen(
  tx: Tx,
  t: Toepassing,
  sleutel: DossierSleutel,
  bericht: RijBericht,
  rijen: readonly RijBericht[],
): Promise<boolean> {
  const keurbaar = leesKeurbaar(bericht);
  if (!keurbaar) return false;
  const vandaag = t.klok.vandaag();
  const klok = klokOp(vandaag);
  const feiten = await leesFeiten(tx, sleutel);
  const beleid = await leesBeleid(tx, sleutel.gemeenteId, vandaag);
  const bezwaren = bezwarenTegen(
    {
      l: lees(kiesGeldend(feiten, klok), klok, beleid),
      vandaag,
      pipId: bericht.onderwerp_id,
      instelling: await instellingVan(tx, keurbaar),
      vorigeBekendTot: vorigeBekendTot(bericht, rijen),
      zrouteBijDuo: ZrouteInhoud.safeParse(aangenomen(rijen, 'zroute').at(-1)?.inhoud).data
        ?.datumAfrondingZroute,
    },
    keurbaar,
  );
  if (bezwaren.length === 0) return false;
  const { id, soort, onderwerp_id: onderwerpId } = bericht;
  await sluitAf(
    tx,
    t,
    sleutel,
    { id, soort, onderwerpId },
    { soort: 'geweigerd', foutteksten: [], eigenRedenen: bezwaren },
  );
  return true;
}

function leesKeurbaar({ soort, inhoud }: RijBericht): Keurbaar | undefined {
  switch (soort) {
    case 'pip':
      return { soort, inhoud: DuoPipInhoud.parse(inhoud) };
    case 'aanbod':
      return { soort, inhoud: AanbodInhoud.parse(inhoud) };
    case 'uren':
      return { soort, inhoud: UrenInhoud.parse(inhoud) };
    case 'map':
    case 'pvt':
      return { soort, inhoud: ResultaatInhoud.parse(inhoud) };
    case 'zroute':
      return { soort, inhoud: ZrouteInhoud.parse(inhoud) };
    default:
      return undefined;
  }
}

/** Is de lijst van DUO nooit of misschien niet heel opgehaald, dan zegt een ontbrekende instelling niets. */
async function instellingVan(tx: Tx, bericht: Keurbaar) {
  const nummer = 'instellingsnummer' in bericht.inhoud ? bericht.inhoud.instellingsnummer : '';
  if (!nummer) return undefined;
  const gevonden = await vindInstelling(tx, nummer);
  if (gevonden) return gevonden;
  return (await lijstIsBekend(tx)) ? null : undefined;
}

function vorigeBekendTot(bericht: RijBericht, rijen: readonly RijBericht[]): string | undefined {
  if (bericht.soort !== 'uren') return undefined;
  const sleutel = berichtSleutel(bericht.soort, bericht.inhoud);
  const vorige = aangenomen(rijen, 'uren').findLast(
    (r) => berichtSleutel(r.soort, r.inhoud) === sleutel,
  );
  return UrenInhoud.safeParse(vorige?.inhoud).data?.bekendTot;
}
