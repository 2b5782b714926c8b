import type { BrpAntwoord } from '../../../connections/brp/client.ts';
import type { BrpPersoon } from '../../../connections/brp/persoon.ts';
import type { DuoAntwoord, DuoVragen } from '../../../connections/duo/client.ts';
import type { DuoOnderwerp, Opname } from '../../../server/dossier/opname.ts';
import type { Toepassing } from '../../../server/toepassing.ts';
import type { Gebeurtenis, Ophalen } from '../gebeurtenissen.ts';
import type { Opgehaald } from '../notificatie.schema.ts';

const VRAGEN = {
  doelgroep: (duo: DuoVragen, bsn: string) => duo.doelgroep(bsn),
  'doelgroep-historie': (duo: DuoVragen, bsn: string) => duo.doelgroepHistorie(bsn),
  plicht: (duo: DuoVragen, bsn: string) => duo.inburgeringsplicht(bsn),
  'plicht-historie': (duo: DuoVragen, bsn: string) => duo.inburgeringsplichtHistorie(bsn),
  'lbt-nummer': (duo: DuoVragen, bsn: string) => duo.leerbaarheidstoetsNummer(bsn),
  lbt: (duo: DuoVragen, bsn: string) => duo.leerbaarheidstoetsResultaten(bsn),
  termijn: (duo: DuoVragen, bsn: string) => duo.inburgeringstermijn(bsn),
  'termijn-historie': (duo: DuoVragen, bsn: string) => duo.inburgeringstermijnHistorie(bsn),
  verlengingen: (duo: DuoVragen, bsn: string) => duo.verlengingen(bsn),
  vrijstellingen: (duo: DuoVragen, bsn: string) => duo.vrijstellingen(bsn),
  ontheffingen: (duo: DuoVragen, bsn: string) => duo.ontheffingen(bsn),
  'gratis-pogingen': (duo: DuoVragen, bsn: string) => duo.gratisPogingen(bsn),
  examens: (duo: DuoVragen, bsn: string) => duo.examenresultaten(bsn),
  boetes: (duo: DuoVragen, bsn: string) => duo.boetes(bsn),
  gebeurtenissen: (duo: DuoVragen, bsn: string) => duo.gebeurtenissen(bsn),
  pip: (duo: DuoVragen, bsn: string) => duo.pip(bsn),
  map: (duo: DuoVragen, bsn: string) => duo.map(bsn),
  pvt: (duo: DuoVragen, bsn: string) => duo.pvt(bsn),
  uren: (duo: DuoVragen, bsn: string) => duo.uren(bsn),
} satisfies Record<DuoOnderwerp, (duo: DuoVragen, bsn: string) => Promise<DuoAntwoord<unknown>>>;

type Ok<A> = A extends { soort: 'ok'; waarde: infer T } ? T : never;

/** Wat DUO per onderwerp gaf; wat DUO niet had ontbreekt. */
export type VanDuo = { [K in DuoOnderwerp]?: Ok<Awaited<ReturnType<(typeof VRAGEN)[K]>>> };

export type Opbrengst = {
  duo: VanDuo;
  persoon?: BrpPersoon;
  /** Letterlijk wat DUO antwoordde, ook dat er niets was. */
  opnames: Opname[];
  logboek: Opgehaald[];
};

/** Iets wat een mens moet weten, met wat hij kan doen. */
export type Aandacht = { reden: string; voorstel: string };

/** De andere kant antwoordde niet. De tekst bevat geen persoonsgegevens. */
export class Storing extends Error {}

type Vraag = { oin: string; bsn: string; wat: readonly Ophalen[] };

/**
 * Haalt op wat wordt gevraagd, alles tegelijk en buiten elke transactie. Valt één antwoord weg, dan blijft de rest
 * staan; het logboek zegt wat er ontbreekt.
 */
export async function haalOp(t: Toepassing, { oin, bsn, wat }: Vraag): Promise<Opbrengst> {
  const duo = t.duo.voor(oin);
  const opbrengst: Opbrengst = { duo: {}, opnames: [], logboek: [] };
  // Het moment van de vraag: een antwoord zegt hoe het toen was.
  const op = t.klok.nu();
  const onderwerpen = [...new Set(wat)].filter((w): w is DuoOnderwerp => w !== 'brp');
  const [antwoorden, brp] = await Promise.all([
    Promise.all(onderwerpen.map((onderwerp) => VRAGEN[onderwerp](duo, bsn))),
    wat.includes('brp') ? t.brp.raadpleeg([bsn], 'dossier') : undefined,
  ]);
  onderwerpen.forEach((onderwerp, i) => {
    lees(onderwerp, antwoorden[i] as DuoAntwoord<unknown>, opbrengst, op);
  });
  opbrengst.persoon = leesPersoon(brp, bsn, opbrengst, op);
  return opbrengst;
}

function lees(wat: DuoOnderwerp, antwoord: DuoAntwoord<unknown>, o: Opbrengst, op: string): void {
  const { soort, berichtId } = antwoord;
  const regel: Opgehaald = { wat, antwoord: soort, op, berichtId };
  o.logboek.push(regel);
  if (soort === 'storing') regel.melding = antwoord.reden;
  if (soort === 'geweigerd') regel.melding = antwoord.foutteksten.join(' ');
  if (soort === 'niets') o.opnames.push({ onderwerp: wat, inhoud: undefined, berichtId, op });
  if (soort !== 'ok') return;
  const { apiVersion, versieMelding, meldingen = [] } = antwoord;
  if (apiVersion) regel.apiVersion = apiVersion;
  const bijzonder = [...(versieMelding ? [versieMelding] : []), ...meldingen];
  if (bijzonder.length > 0) regel.melding = bijzonder.join('. ');
  (o.duo as Record<string, unknown>)[wat] = antwoord.waarde;
  const versie = apiVersion ? { apiVersie: apiVersion } : {};
  o.opnames.push({ onderwerp: wat, inhoud: antwoord.ruw, berichtId, op, ...versie });
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

/** Waarop DUO niet antwoordde: dat volgt later, de rest kan al worden vastgelegd. */
export const zonderAntwoord = (logboek: readonly Opgehaald[]): Opgehaald[] =>
  logboek.filter((r) => r.wat !== 'brp' && r.antwoord === 'storing');

/** Een logboek waarin de nieuwste regel per onderwerp staat. */
export function nieuwsteRegels(
  oud: readonly Opgehaald[],
  nieuw: readonly Opgehaald[],
): Opgehaald[] {
  const over = oud.filter((r) => !nieuw.some((n) => n.wat === r.wat));
  return [...over, ...nieuw];
}

const opnieuw = 'Verwerk de melding daarna opnieuw.';
const isWeigering = (r: Opgehaald) => r.antwoord === 'niet-bevoegd' || r.antwoord === 'geweigerd';

/** Waarom de opbrengst niet genoeg is om verder te gaan zonder mens. */
export function mist({ kern }: Gebeurtenis, logboek: readonly Opgehaald[]): Aandacht | undefined {
  const duo = logboek.filter((r) => r.wat !== 'brp');
  const geweigerd = duo.find(isWeigering);
  // Eén API die deze gemeente (nog) niet mag gebruiken houdt de rest niet tegen.
  if (geweigerd && (duo.every(isWeigering) || duo.some((r) => r.wat === kern && isWeigering(r)))) {
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
  if (duo.some((r) => r.wat === kern && r.antwoord === 'niets')) {
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
