import { mobielNummer } from '../../../../server/bericht/kanaal.ts';
import { planTolkbericht } from '../../../../server/bericht/tolkbericht.ts';
import type { Tx } from '../../../../server/db/db.ts';
import { leesGemeente } from '../../../../server/dossier/brief.ts';
import { huidigePersoon } from '../../../../server/dossier/stand.ts';
import { nieuwId } from '../../../../server/id.ts';
import type { Toepassing } from '../../../../server/toepassing.ts';
import { leesTolk } from '../../tolken.store.ts';
import { type InzetRij, zoekInzetten } from '../inzet.store.ts';
import type { Plek } from '../plek.routes.ts';
import { berichtenOver, groepOp, voegTolkberichtToe, wijzigTolkbericht } from './bericht.store.ts';
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

const GROEP_HOOGSTENS = 500;
/** De tolk kreeg het, of kan het hebben gekregen; bij `zelf` belt een mens. */
const GEHOORD = new Set(['bezig', 'verstuurd', 'bezorgd', 'zelf']);

type Boeking = {
  plek: Plek;
  inzet: InzetRij;
  /** De boeking vóór de wijziging. */
  was?: InzetRij;
  nu: string;
  medewerkerId: string;
};
/** Wat de tolk moet horen, over welk moment, en van welk moment hij nu nog uitgaat. */
type Bericht = { wat: TolkberichtWat; vanOp: string; eerst?: string };

/** Langs welke weg de tolk te bereiken is; zonder weg belt een mens. */
function wegNaar(t: Toepassing, tolk: { email: string; telefoon: string } | undefined) {
  if (!t.berichten) return { kanaal: null, reden: GEEN_DIENST };
  if (tolk?.email) return { kanaal: 'e-mail', reden: null } as const;
  if (mobielNummer(tolk?.telefoon)) return { kanaal: 'sms', reden: null } as const;
  return { kanaal: null, reden: BEL };
}

type Gehoord = readonly { wat: TolkberichtWat; vanOp: string }[];

/** Of een ander uit de groep op het oude moment blijft, en dus niet mee gaat naar het nieuwe. */
async function blijftErEen(tx: Tx, was: InzetRij, { vanOp, datum, tijd }: InzetRij) {
  const { groepId, tolkId } = was;
  if (!groepId || was.vanOp === vanOp) return false;
  const daar = await groepOp(tx, was);
  if (daar.length === 0) return false;
  const groep = await zoekInzetten(tx, { groepId, tolkId }, GROEP_HOOGSTENS);
  const gaanMee = groep.filter(({ afspraakNu: a }) => {
    return a && a.uitkomst !== 'afgezegd' && a.datum === datum && a.tijd === tijd;
  });
  return !daar.every((id) => gaanMee.some((i) => i.inzetId === id));
}

/**
 * Laat vervallen wat nog niet weg is over het moment dat niet meer geldt.
 * @returns wat er verviel en wat de tolk wel hoorde, oudste eerst.
 */
async function ruimOp(tx: Tx, was: InzetRij, nu: string) {
  const alle = await berichtenOver(tx, was);
  const geldt = ({ vanOp }: { vanOp: string }) => was.groepId === null || vanOp === was.vanOp;
  const vervallen = alle.filter((b) => b.staat === 'wacht' && geldt(b));
  const weg = { staat: 'vervallen', reden: 'De boeking is gewijzigd.', afgerond_op: nu } as const;
  for (const b of vervallen) await wijzigTolkbericht(tx, b, weg);
  const gehoord = alle.filter((b) => GEHOORD.has(b.staat) && b.wat !== 'afgezegd');
  return { vervallen, gehoord };
}

/** De laatste van de groep gaat naar waar een ander al is: dat hoort de tolk, tenzij het hem al is gezegd. */
function meeNaar(vanOp: string, eerst: string, gehoord: Gehoord): Bericht | undefined {
  const wistEerst = gehoord.some((b) => b.vanOp === eerst);
  const weetNu = gehoord.some((b) => b.vanOp === vanOp && b.wat === 'verplaatst');
  return wistEerst && !weetNu ? { wat: 'verplaatst', vanOp, eerst } : undefined;
}

/** Wat de tolk nu moet horen; niets als hij het van een ander uit de groep al weet of er nog niets was gezegd. */
async function watTeZeggen(
  tx: Tx,
  wat: TolkberichtWat,
  { inzet, was = inzet, nu }: Boeking,
): Promise<Bericht | undefined> {
  const { vanOp } = inzet;
  const hier = (await groepOp(tx, inzet)).length > 0;
  const geboekt = hier ? undefined : ({ wat: 'geboekt', vanOp } as const);
  if (wat === 'geboekt') return geboekt;
  if (wat === 'afgezegd' && hier) return undefined;
  if (await blijftErEen(tx, was, inzet)) return geboekt;
  const { vervallen, gehoord } = await ruimOp(tx, was, nu);
  if (hier) return meeNaar(vanOp, was.vanOp, gehoord);
  if (vervallen.length > 0 && gehoord.length === 0) {
    return wat === 'afgezegd' ? undefined : geboekt;
  }
  const eerst = (inzet.groepId ? undefined : gehoord.at(-1)?.vanOp) ?? was.vanOp;
  return wat === 'afgezegd' ? { wat, vanOp: eerst } : { wat, vanOp, eerst };
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
  const zeg = await watTeZeggen(tx, gevraagd, b);
  if (!zeg) return;
  const { inzet, plek, nu, medewerkerId } = b;
  const { gemeenteId, inzetId } = inzet;
  const gemeente = await leesGemeente(tx, gemeenteId);
  const afspraak = plek.g
    .perSleutel('afspraak', (a) => a.afspraakId)
    .find((a) => a.inhoud.afspraakId === inzet.afspraakId)?.inhoud;
  const opdracht = {
    ...inzet,
    ...zeg,
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
    wat: zeg.wat,
    onderwerp: mail.onderwerp,
    tekst: weg.kanaal === 'sms' ? tolkSms(opdracht) : mail.tekst,
    vanOp: zeg.vanOp,
    zonderPlek: zonderPlek(opdracht),
    nu,
    medewerkerId,
  });
  if (weg.kanaal) await planTolkbericht(tx, { gemeenteId, id });
}
