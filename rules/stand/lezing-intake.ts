import type { OproepUitkomst } from '../brede-intake/oproep-ladder.ts';
import { type Datum, plusDagen } from '../shared/datum.ts';
import type { Klok } from '../shared/klok.ts';
import type { Feit } from './feiten.ts';
import type { Geldend } from './geldend.ts';

type Uitkomst = Feit<'afspraak-uitkomst'>['inhoud']['uitkomst'];

export type GelezenAfspraak = {
  feit: Feit<'afspraak'>;
  datum: Datum;
  uitkomst?: Uitkomst;
};

/** Wat van de brede intake bekend is. */
export type IntakeLezing = {
  /** Oproepen voor de intake met hun afloop, oudste eerst. */
  oproepen: { feit: Feit<'oproep'>; uitkomst: OproepUitkomst }[];
  /** Afspraken voor een intakegesprek, op datum. */
  gesprekken: GelezenAfspraak[];
  toetsAfspraken: GelezenAfspraak[];
  beantwoord: ReadonlySet<string>;
  /** Een medewerker stelde al een vraag: wat COA of de persoon zelf aanleverde is nog geen gesprek. */
  begonnen: boolean;
  toets?: Feit<'leerbaarheidstoets'>;
  ontheffing?: Feit<'leerbaarheidstoets-ontheffing'>;
  gezondheidBesproken: boolean;
  privegesprekAangeboden: boolean;
  kindVoorVve: boolean;
  afgerond?: Feit<'intake-afgerond'>;
};

/** Leest de feiten van de brede intake, op de oproepen na. */
export function leesIntake(g: Geldend): Omit<IntakeLezing, 'oproepen'> {
  const antwoorden = g.perSleutel('intake-antwoord', (i) => `${i.onderdeel}/${i.vraag}`);
  const beantwoord = new Set<string>();
  for (const { inhoud } of antwoorden) {
    if (isIngevuld(inhoud.waarde)) beantwoord.add(inhoud.onderdeel);
  }
  const alleAfspraken = afspraken(g);
  return {
    gesprekken: alleAfspraken.filter((a) => a.feit.inhoud.soort === 'intakegesprek'),
    toetsAfspraken: alleAfspraken.filter((a) => a.feit.inhoud.soort === 'leerbaarheidstoets'),
    beantwoord,
    begonnen: antwoorden.some((f) => f.bron === 'medewerker' && isIngevuld(f.inhoud.waarde)),
    toets: g.laatste('leerbaarheidstoets'),
    ontheffing: g.laatste('leerbaarheidstoets-ontheffing'),
    gezondheidBesproken: g.laatste('gezondheid-besproken')?.inhoud.besproken === true,
    privegesprekAangeboden: g.laatste('privegesprek')?.inhoud.aangeboden === true,
    kindVoorVve: kindVoorVve(g, antwoorden),
    afgerond: g.laatste('intake-afgerond'),
  };
}

/**
 * De oproepen voor de intake met hun afloop; die hangt van de dag van kijken af. De leerbaarheidstoets hoort bij de
 * intake (Wi2021 art. 14 lid 3): een afspraak daarvoor telt mee als de persoon ervoor is opgeroepen, en anders niet.
 */
export function leesOproepen(
  g: Geldend,
  intake: Pick<IntakeLezing, 'gesprekken' | 'toetsAfspraken'>,
  klok: Klok,
): IntakeLezing['oproepen'] {
  const opgeroepen = intake.toetsAfspraken.filter((a) => a.feit.inhoud.oproepId);
  const gesprekken =
    opgeroepen.length === 0
      ? intake.gesprekken
      : [...intake.gesprekken, ...opgeroepen].sort((a, b) => (a.datum < b.datum ? -1 : 1));
  return g
    .perSleutel('oproep', (o) => o.oproepId)
    .filter((o) => o.inhoud.voor === 'brede-intake')
    .map((feit) => ({ feit, uitkomst: oproepUitkomst(feit, gesprekken, klok) }));
}

function isIngevuld(waarde: Feit<'intake-antwoord'>['inhoud']['waarde']): boolean {
  if (typeof waarde === 'string') return waarde.trim() !== '';
  return Array.isArray(waarde) ? waarde.length > 0 : true;
}

/** Alle afspraken met hun uitkomst, op datum. */
function afspraken(g: Geldend): GelezenAfspraak[] {
  const uitkomsten = g.alle('afspraak-uitkomst');
  return g
    .perSleutel('afspraak', (a) => a.afspraakId)
    .map((feit) => {
      const { afspraakId, datum } = feit.inhoud;
      const uitkomst = uitkomsten.findLast((u) => u.inhoud.afspraakId === afspraakId);
      return { feit, datum, uitkomst: uitkomst?.inhoud.uitkomst };
    })
    .sort((a, b) => (a.datum < b.datum ? -1 : a.datum > b.datum ? 1 : 0));
}

/**
 * Hoe een oproep afliep. Een gesprek zonder oproep-id hoort bij de oproep in wier termijn het valt.
 * Staat er een afspraak zonder uitkomst, dan wacht de oproep tot iemand die vastlegt. Zonder afspraak
 * geldt de oproep als gemist zodra haar termijn voorbij is, tenzij de persoon later toch verscheen.
 */
function oproepUitkomst(
  oproep: Feit<'oproep'>,
  gesprekken: GelezenAfspraak[],
  klok: Klok,
): OproepUitkomst {
  const { oproepId, uiterlijk } = oproep.inhoud;
  const eigen = gesprekken.filter((a) => {
    const hoortBij = a.feit.inhoud.oproepId;
    return hoortBij ? hoortBij === oproepId : a.datum >= oproep.geldigOp && a.datum <= uiterlijk;
  });
  if (eigen.some((a) => a.uitkomst === 'verschenen')) return 'verschenen';
  if (eigen.some((a) => !a.uitkomst)) return 'wacht';
  const laatste = eigen.at(-1)?.uitkomst;
  if (laatste) return laatste;
  const laterVerschenen = gesprekken.some(
    (a) => a.uitkomst === 'verschenen' && a.datum >= oproep.geldigOp,
  );
  if (laterVerschenen) return 'verschenen';
  return klok.bereikt(plusDagen(uiterlijk, 1)) ? 'niet-verschenen' : 'wacht';
}

/** Een kind in het gezin telt, tenzij in de intake is gezegd dat er geen jong kind is. */
function kindVoorVve(g: Geldend, antwoorden: Feit<'intake-antwoord'>[]): boolean {
  const gezegd = antwoorden.find((a) => a.inhoud.vraag === 'jong-kind')?.inhoud.waarde;
  if (typeof gezegd === 'boolean') return gezegd;
  return g.perSleutel('gezin', (i) => i.anderDossierId).some((f) => f.inhoud.relatie === 'kind');
}
