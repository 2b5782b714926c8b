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
  toets?: Feit<'leerbaarheidstoets'>;
  ontheffing?: Feit<'leerbaarheidstoets-ontheffing'>;
  gezondheidBesproken: boolean;
  privegesprekAangeboden: boolean;
  kindVoorVve: boolean;
  afgerond?: Feit<'intake-afgerond'>;
};

/** Leest de feiten van de brede intake. */
export function leesIntake(g: Geldend, klok: Klok): IntakeLezing {
  const gesprekken = afspraken(g, 'intakegesprek');
  const antwoorden = g.perSleutel('intake-antwoord', (i) => `${i.onderdeel}/${i.vraag}`);
  return {
    oproepen: g
      .perSleutel('oproep', (o) => o.oproepId)
      .filter((o) => o.inhoud.voor === 'brede-intake')
      .map((feit) => ({ feit, uitkomst: oproepUitkomst(feit, gesprekken, klok) })),
    gesprekken,
    toetsAfspraken: afspraken(g, 'leerbaarheidstoets'),
    beantwoord: new Set(
      antwoorden.filter((a) => isIngevuld(a.inhoud.waarde)).map((a) => a.inhoud.onderdeel),
    ),
    toets: g.laatste('leerbaarheidstoets'),
    ontheffing: g.laatste('leerbaarheidstoets-ontheffing'),
    gezondheidBesproken: g.laatste('gezondheid-besproken')?.inhoud.besproken === true,
    privegesprekAangeboden: g.laatste('privegesprek')?.inhoud.aangeboden === true,
    kindVoorVve: kindVoorVve(g, antwoorden),
    afgerond: g.laatste('intake-afgerond'),
  };
}

function isIngevuld(waarde: Feit<'intake-antwoord'>['inhoud']['waarde']): boolean {
  if (typeof waarde === 'string') return waarde.trim() !== '';
  return Array.isArray(waarde) ? waarde.length > 0 : true;
}

function afspraken(g: Geldend, soort: Feit<'afspraak'>['inhoud']['soort']): GelezenAfspraak[] {
  const uitkomsten = new Map(
    g.alle('afspraak-uitkomst').map((u) => [u.inhoud.afspraakId, u.inhoud.uitkomst]),
  );
  return g
    .perSleutel('afspraak', (a) => a.afspraakId)
    .filter((a) => a.inhoud.soort === soort)
    .map((feit) => {
      const uitkomst = uitkomsten.get(feit.inhoud.afspraakId);
      return { feit, datum: feit.inhoud.datum, ...(uitkomst ? { uitkomst } : {}) };
    })
    .sort((a, b) => a.datum.localeCompare(b.datum));
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
