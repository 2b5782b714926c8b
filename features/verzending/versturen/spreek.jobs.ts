import type { DuoAntwoord, DuoVragen } from '../../../connections/duo/client.ts';
import type { DuoPip } from '../../../connections/duo/schemas.ts';
import { datum } from '../../../rules/shared/datum.ts';
import type { Toepassing } from '../../../server/toepassing.ts';
import {
  AanbodInhoud,
  AanbodIntrekInhoud,
  ContactpersoonInhoud,
  DuoPipInhoud,
  ResultaatInhoud,
  UrenInhoud,
  ZrouteInhoud,
} from '../verzending.schema.ts';
import { koppelBijDuo } from './koppelen.jobs.ts';
import type { Opdracht, Uitkomst } from './opdracht.jobs.ts';
import { aangenomen, type Geen, mislukt, nietAangekomen } from './uitkomst.jobs.ts';

/**
 * Meldt één bericht. Wat DUO overschrijft mag worden herhaald; bij de rest wordt na een onbekende uitkomst eerst
 * geraadpleegd wat DUO heeft.
 */
export async function spreekDuo(t: Toepassing, o: Opdracht): Promise<Uitkomst> {
  const duo = t.duo.voor(o.oin);
  const nu = t.klok.nu();
  switch (o.soort) {
    case 'pip':
      return meldPip(duo, o, nu);
    case 'pip-verwijderen':
      return verwijderPip(duo, o, nu);
    case 'contactpersoon':
      return koppelBijDuo(t, duo, o, ContactpersoonInhoud.parse(o.inhoud).contactpersoonId);
    case 'aanbod-intrekken':
    case 'lbt-intrekken':
      return weghalen(o, nu, await trekIn(duo, o));
    default:
      return overschrijven(o, nu, await meld(duo, o));
  }
}

const zekerNiet = (o: Opdracht, antwoord: Geen) =>
  !o.misschienVerstuurd && nietAangekomen(antwoord);

function overschrijven(o: Opdracht, nu: string, antwoord: DuoAntwoord<unknown>): Uitkomst {
  if (antwoord.soort === 'ok') return aangenomen(o, nu, antwoord.apiVersion, 'melding');
  return mislukt(antwoord, zekerNiet(o, antwoord));
}

/** Staat er niets meer, dan is bereikt wat de bedoeling was. */
function weghalen(o: Opdracht, nu: string, antwoord: DuoAntwoord<unknown>): Uitkomst {
  if (antwoord.soort === 'niets') return aangenomen(o, nu, undefined, 'stond-er-niet');
  return overschrijven(o, nu, antwoord);
}

function trekIn(duo: DuoVragen, o: Opdracht) {
  if (o.soort === 'lbt-intrekken') return duo.trekLeerbaarheidstoetsNummerIn(o.bsn, o.berichtId);
  const { instellingsnummer } = AanbodIntrekInhoud.parse(o.inhoud);
  return duo.trekAanbodIn(o.bsn, instellingsnummer, o.berichtId);
}

function meld(duo: DuoVragen, o: Opdracht): Promise<DuoAntwoord<unknown>> {
  const { bsn, berichtId, inhoud } = o;
  switch (o.soort) {
    case 'aanbod': {
      const { instellingsnummer, ...aanbod } = AanbodInhoud.parse(inhoud);
      return duo.meldAanbod(bsn, instellingsnummer, aanbod, berichtId);
    }
    case 'uren':
      return meldUren(duo, o, UrenInhoud.parse(inhoud));
    case 'map': {
      const { datumEindgesprekMap, verwijtbaar } = ResultaatInhoud.parse(inhoud);
      return duo.meldMap(bsn, gevuld({ datumEindgesprekMap, verwijtbaar }), berichtId);
    }
    case 'pvt': {
      const { datumOndertekeningPvt, verwijtbaar } = ResultaatInhoud.parse(inhoud);
      return duo.meldPvt(bsn, gevuld({ datumOndertekeningPvt, verwijtbaar }), berichtId);
    }
    default:
      return duo.meldZroute(bsn, ZrouteInhoud.parse(inhoud), berichtId);
  }
}

function meldUren(duo: DuoVragen, { bsn, berichtId }: Opdracht, i: UrenInhoud) {
  switch (i.soort) {
    case 'brede-intake':
      return duo.meldUrenBredeIntake(bsn, { uren: i.uren }, berichtId);
    case 'participatieactiviteiten':
      return duo.meldUrenParticipatieactiviteiten(bsn, { uren: i.uren }, berichtId);
    case 'participatie-taalles':
      return duo.meldUrenParticipatieTaalles(bsn, { uren: i.uren }, berichtId);
    case 'instelling': {
      const { instellingsnummer = '', bekendTot = '', soort: _, ...totalen } = i;
      return duo.meldUrenInstelling(bsn, instellingsnummer, { bekendTot, ...totalen }, berichtId);
    }
  }
}

/** Zonder lege velden: bij DUO betekent een veld dat er is iets anders dan een veld dat er niet is. */
const gevuld = <T extends Record<string, unknown>>(velden: T) =>
  Object.fromEntries(Object.entries(velden).filter(([, w]) => w !== undefined)) as T;

async function meldPip(duo: DuoVragen, o: Opdracht, nu: string): Promise<Uitkomst> {
  const inhoud = DuoPipInhoud.parse(o.inhoud);
  if (o.misschienVerstuurd) {
    const stand = await duo.pip(o.bsn);
    if (stand.soort === 'ok' && zelfdePip(stand.waarde, inhoud, o.gemeentecode)) {
      return aangenomen(o, nu, stand.apiVersion, 'raadpleging');
    }
    if (stand.soort !== 'ok' && stand.soort !== 'niets') return mislukt(stand, false);
  }
  const { dagtekeningPip, ...rest } = inhoud;
  const melding = { dagtekeningPip: datum(dagtekeningPip), ...rest };
  const antwoord = await duo.meldPip(o.bsn, melding, o.berichtId);
  if (antwoord.soort === 'ok') return aangenomen(o, nu, antwoord.apiVersion, 'melding');
  return mislukt(antwoord, nietAangekomen(antwoord));
}

const ANDER_PIP: Uitkomst = {
  soort: 'geweigerd',
  foutteksten: [],
  eigenRedenen: [
    {
      tekst:
        'Bij DUO staat nu een ander PIP dan dit. Er is niets verwijderd. Kijk in het tabblad DUO welk PIP er staat.',
    },
  ],
};

/**
 * DUO verwijdert wat het actuele PIP is. Blind herhalen zou ook het PIP daarvóór weghalen; daarom altijd eerst kijken
 * of het nog dit PIP is.
 */
async function verwijderPip(duo: DuoVragen, o: Opdracht, nu: string): Promise<Uitkomst> {
  const stand = await duo.pip(o.bsn);
  if (stand.soort === 'niets') return aangenomen(o, nu, undefined, 'raadpleging');
  if (stand.soort !== 'ok') return mislukt(stand, !o.misschienVerstuurd);
  const dit = DuoPipInhoud.safeParse(o.aangenomenPip).data;
  if (!dit || !zelfdePip(stand.waarde, dit, o.gemeentecode)) {
    return o.misschienVerstuurd ? aangenomen(o, nu, stand.apiVersion, 'raadpleging') : ANDER_PIP;
  }
  const antwoord = await duo.verwijderPip(o.bsn, o.berichtId);
  if (antwoord.soort === 'niets') return aangenomen(o, nu, undefined, 'stond-er-niet');
  if (antwoord.soort === 'ok') return aangenomen(o, nu, antwoord.apiVersion, 'melding');
  return mislukt(antwoord, nietAangekomen(antwoord));
}

/** Een veld dat DUO weglaat betekent hetzelfde als de gewone waarde; zonder niveau kiest DUO B1 bij B en O. */
function zelfdePip(
  { gemeentecode, pip }: DuoPip,
  verstuurd: DuoPipInhoud,
  eigenCode: string,
): boolean {
  const gewoonNiveau = verstuurd.leerroute === 'Z' ? undefined : 'B1';
  return (
    gemeentecode === eigenCode &&
    pip.dagtekeningPip === verstuurd.dagtekeningPip &&
    pip.leerroute.waarde === verstuurd.leerroute &&
    (pip.niveau?.waarde ?? gewoonNiveau) === (verstuurd.niveau ?? gewoonNiveau) &&
    pip.geschatteIntensiteitB1Route === verstuurd.geschatteIntensiteitB1Route &&
    (pip.indicatorMagOpleidingAfmaken ?? false) ===
      (verstuurd.indicatorMagOpleidingAfmaken ?? false) &&
    (pip.indicatorAlfabetiseringsonderwijs?.waarde ?? 'NVT') ===
      (verstuurd.indicatorAlfabetiseringsonderwijs ?? 'NVT')
  );
}
