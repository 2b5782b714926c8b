import { mobielNummer } from '../../../../server/bericht/kanaal.ts';
import type { Tx } from '../../../../server/db/db.ts';
import { leesGemeente } from '../../../../server/dossier/brief.ts';
import { huidigePersoon } from '../../../../server/dossier/stand.ts';
import { nieuwId } from '../../../../server/id.ts';
import type { Toepassing } from '../../../../server/toepassing.ts';
import { planWerk } from '../../../../server/werk.ts';
import { leesTolk } from '../../tolken.store.ts';
import type { InzetRij } from '../inzet.store.ts';
import type { Plek } from '../plek.routes.ts';
import { heeftGroepAl, laatVervallen, voegTolkberichtToe } from './bericht.store.ts';
import {
  plekVoorTolk,
  type TolkberichtWat,
  tolkEmail,
  tolkkenmerk,
  tolkSms,
  zonderPlek,
} from './tekst.ts';

const BEL = 'Er is geen e-mailadres of mobiel nummer van de tolk. Bel de tolk.';
const GEEN_DIENST = 'Er is geen berichtendienst ingericht. Bel of mail de tolk.';

type Boeking = { plek: Plek; inzet: InzetRij; nu: string; medewerkerId: string };

/** Langs welke weg de tolk te bereiken is; zonder weg belt een mens. */
function wegNaar(t: Toepassing, tolk: { email: string; telefoon: string } | undefined) {
  if (!t.berichten) return { kanaal: null, reden: GEEN_DIENST };
  if (tolk?.email) return { kanaal: 'e-mail', reden: null } as const;
  if (mobielNummer(tolk?.telefoon)) return { kanaal: 'sms', reden: null } as const;
  return { kanaal: null, reden: BEL };
}

/** Wat de tolk nu moet horen; niets als hij het van een ander uit de groep al weet of er nog niets was gezegd. */
async function watTeZeggen(tx: Tx, wat: TolkberichtWat, { inzet, nu }: Boeking) {
  const { groepId } = inzet;
  if (groepId && (await heeftGroepAl(tx, { ...inzet, groepId }))) return undefined;
  if (groepId) return wat;
  const { vervallen, gehoord } = await laatVervallen(tx, inzet, nu);
  const wistNiets = vervallen > 0 && !gehoord;
  if (!wistNiets) return wat;
  return wat === 'afgezegd' ? undefined : 'geboekt';
}

/**
 * Zet klaar dat de tolk hoort van zijn boeking, in dezelfde transactie. In het bericht staat niets over de persoon:
 * alleen dag, tijd, plaats, taal en wie te bellen.
 * @param inzet de boeking zoals zij nu is; bij afzeggen en verplaatsen na de wijziging.
 */
export async function zetTolkberichtKlaar(
  tx: Tx,
  t: Toepassing,
  gevraagd: TolkberichtWat,
  b: Boeking,
): Promise<void> {
  const wat = await watTeZeggen(tx, gevraagd, b);
  if (!wat) return;
  const { inzet, plek, nu, medewerkerId } = b;
  const { gemeenteId, inzetId } = inzet;
  const gemeente = await leesGemeente(tx, gemeenteId);
  const afspraak = plek.g
    .perSleutel('afspraak', (a) => a.afspraakId)
    .find((a) => a.inhoud.afspraakId === inzet.afspraakId)?.inhoud;
  const opdracht = {
    ...inzet,
    wat,
    gemeente: gemeente.naam.replace(/^gemeente /i, ''),
    telefoon: gemeente.stijl.telefoon ?? '',
    kenmerk: tolkkenmerk(inzetId),
    plaats: plekVoorTolk(
      { plaats: inzet.plaats, ...(afspraak?.vorm ? { vorm: afspraak.vorm } : {}) },
      plek.g.laatste('adres')?.inhoud,
      huidigePersoon(plek.feiten),
    ),
  };
  const weg = wegNaar(t, await leesTolk(tx, inzet.tolkId));
  const mail = tolkEmail(opdracht);
  const id = nieuwId();
  await voegTolkberichtToe(tx, {
    ...weg,
    gemeenteId,
    inzetId,
    id,
    wat,
    onderwerp: mail.onderwerp,
    tekst: weg.kanaal === 'sms' ? tolkSms(opdracht) : mail.tekst,
    vanOp: inzet.vanOp,
    zonderPlek: zonderPlek(opdracht),
    nu,
    medewerkerId,
  });
  if (weg.kanaal) {
    const werk = { gemeenteId, berichtId: id };
    await planWerk(tx, 'tolkbericht_versturen', werk, { sleutel: `tolkbericht:${id}` });
  }
}
