import type { BrpAntwoord } from '../../../connections/brp/client.ts';
import type { BrpPersoon } from '../../../connections/brp/persoon.ts';
import type { DuoAntwoord } from '../../../connections/duo/client.ts';
import type {
  DuoDoelgroep,
  DuoInburgeringsplicht,
  DuoInburgeringstermijn,
  DuoLeerbaarheidstoetsResultaat,
  DuoPip,
} from '../../../connections/duo/schemas.ts';
import type { Toepassing } from '../../../server/toepassing.ts';
import type { Gebeurtenis, Ophalen } from '../gebeurtenissen.ts';
import type { Opgehaald } from '../notificatie.schema.ts';

/** Wat er is opgehaald; wat DUO of de BRP niet had ontbreekt. */
export type Opbrengst = {
  doelgroep?: DuoDoelgroep;
  plicht?: DuoInburgeringsplicht;
  lbt?: DuoLeerbaarheidstoetsResultaat[];
  termijn?: DuoInburgeringstermijn;
  pip?: DuoPip;
  persoon?: BrpPersoon;
  logboek: Opgehaald[];
};

/** Iets wat een mens moet weten, met wat hij kan doen. */
export type Aandacht = { reden: string; voorstel: string };

/** De andere kant antwoordde niet. De tekst bevat geen persoonsgegevens. */
export class Storing extends Error {}

type Vraag = { oin: string; bsn: string; wat: readonly Ophalen[] };

/** Haalt op wat de gebeurtenis vraagt, buiten elke transactie. @throws Storing als DUO niet antwoordt. */
export async function haalOp(t: Toepassing, { oin, bsn, wat }: Vraag): Promise<Opbrengst> {
  const duo = t.duo.voor(oin);
  const opbrengst: Opbrengst = { logboek: [] };
  const als = <T>(soort: Ophalen, haal: () => Promise<T>) =>
    wat.includes(soort) ? haal() : Promise.resolve(undefined);
  const [doelgroep, plicht, lbt, termijn, pip, brp] = await Promise.all([
    als('doelgroep', () => duo.doelgroep(bsn)),
    als('plicht', () => duo.inburgeringsplicht(bsn)),
    als('lbt', () => duo.leerbaarheidstoetsResultaten(bsn)),
    als('termijn', () => duo.inburgeringstermijn(bsn)),
    als('pip', () => duo.pip(bsn)),
    als('brp', () => t.brp.raadpleeg([bsn], 'dossier')),
  ]);
  const op = t.klok.nu();
  opbrengst.doelgroep = lees('doelgroep', doelgroep, opbrengst, op);
  opbrengst.plicht = lees('plicht', plicht, opbrengst, op);
  opbrengst.lbt = lees('lbt', lbt, opbrengst, op);
  opbrengst.termijn = lees('termijn', termijn, opbrengst, op);
  opbrengst.pip = lees('pip', pip, opbrengst, op);
  opbrengst.persoon = leesPersoon(brp, bsn, opbrengst, op);
  return opbrengst;
}

function lees<T>(
  wat: Ophalen,
  antwoord: DuoAntwoord<T> | undefined,
  opbrengst: Opbrengst,
  op: string,
): T | undefined {
  if (!antwoord) return undefined;
  if (antwoord.soort === 'storing') throw new Storing(`DUO (${wat}): ${antwoord.reden}`);
  const regel: Opgehaald = { wat, antwoord: antwoord.soort, op, berichtId: antwoord.berichtId };
  if (antwoord.soort === 'ok') {
    if (antwoord.apiVersion) regel.apiVersion = antwoord.apiVersion;
    if (antwoord.versieMelding) regel.melding = antwoord.versieMelding;
  }
  if (antwoord.soort === 'geweigerd') regel.melding = antwoord.foutteksten.join(' ');
  opbrengst.logboek.push(regel);
  return antwoord.soort === 'ok' ? antwoord.waarde : undefined;
}

function leesPersoon(
  antwoord: BrpAntwoord | undefined,
  bsn: string,
  opbrengst: Opbrengst,
  op: string,
): BrpPersoon | undefined {
  if (!antwoord) return undefined;
  const persoon =
    antwoord.soort === 'ok'
      ? antwoord.waarde.find((p) => p.burgerservicenummer === bsn)
      : undefined;
  const soort = antwoord.soort === 'ok' && !persoon ? 'niets' : antwoord.soort;
  const melding = 'reden' in antwoord ? { melding: antwoord.reden } : {};
  opbrengst.logboek.push({ wat: 'brp', antwoord: soort, op, ...melding });
  return persoon;
}

const opnieuw = 'Verwerk de melding daarna opnieuw.';

/** Waarom de opbrengst niet genoeg is om verder te gaan zonder mens. */
export function mist(gebeurtenis: Gebeurtenis, { logboek }: Opbrengst): Aandacht | undefined {
  const duo = logboek.filter((r) => r.wat !== 'brp');
  const geweigerd = duo.find((r) => r.antwoord === 'niet-bevoegd' || r.antwoord === 'geweigerd');
  if (geweigerd) {
    const woorden = geweigerd.melding ? ` DUO schrijft: ${geweigerd.melding}` : '';
    return {
      reden: `DUO geeft deze gemeente geen gegevens over deze persoon.${woorden}`,
      voorstel: `Controleer of de persoon hier woont of door COA aan de gemeente is gekoppeld. ${opnieuw}`,
    };
  }
  if (duo.some((r) => r.antwoord === 'fout-verzoek')) {
    return {
      reden: 'DUO kan de vraag van Meedoen niet lezen.',
      voorstel: `Geef dit door aan de beheerder. ${opnieuw}`,
    };
  }
  // Wat de melding zelf aankondigt, hoort er bij DUO te zijn.
  const nodig = gebeurtenis.opent
    ? 'plicht'
    : gebeurtenis.voorstel
      ? undefined
      : gebeurtenis.ophalen[0];
  if (nodig && duo.some((r) => r.wat === nodig && r.antwoord === 'niets')) {
    return {
      reden: 'DUO meldt dit, maar heeft er nog niets over vastgelegd of kent de persoon niet.',
      voorstel: 'Verwerk de melding later opnieuw; vraag het DUO als er dan nog niets is.',
    };
  }
  return mistBijBrp(logboek);
}

/** Waarom een mens moet kijken naar wat de BRP antwoordde. Een storing hoort daar niet bij. */
export function mistBijBrp(logboek: readonly Opgehaald[]): Aandacht | undefined {
  const brp = logboek.find((r) => r.wat === 'brp')?.antwoord;
  if (brp === 'niets') {
    return {
      reden: 'De BRP kent geen persoon met dit BSN.',
      voorstel: `Controleer het nummer bij DUO. Is de persoon al bekend op V-nummer, koppel de melding dan aan dat dossier.`,
    };
  }
  if (brp === 'niet-bevoegd' || brp === 'fout-verzoek') {
    return {
      reden: 'De BRP laat deze vraag van Meedoen niet toe.',
      voorstel: `Geef dit door aan de beheerder. ${opnieuw}`,
    };
  }
  return undefined;
}

/** Waar als de BRP niet antwoordde; wat DUO gaf kan dan al wel worden vastgelegd. */
export const brpViel = ({ logboek }: Opbrengst): boolean =>
  logboek.some((r) => r.wat === 'brp' && r.antwoord === 'storing');
