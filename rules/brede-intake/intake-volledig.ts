import type { Oordeel, Reden, Uitleg } from '../shared/antwoord.ts';
import { grondslag } from '../shared/grondslag.ts';
import { INTAKE_ONDERDELEN, type IntakeOnderdeel, type OnderdeelId } from './onderdelen.ts';

/** Wat van de brede intake is vastgelegd. */
export type IntakeFeiten = {
  /** Ids van onderdelen met ten minste één antwoord dat niet leeg is. */
  beantwoord: ReadonlySet<string>;
  leerbaarheidstoetsAfgenomen: boolean;
  /** Ontheffing van alleen de toets (Wi2021 art. 14 lid 6). */
  leerbaarheidstoetsOntheffing: boolean;
  /** Dát gezondheid is besproken; de inhoud staat apart. */
  gezondheidBesproken: boolean;
  privegesprekAangeboden: boolean;
  /** Waar als er een kind is voor wie VVE aan de orde kan zijn. */
  kindVoorVve: boolean;
  /** Na drie oproepen rondt het college de intake af zonder de persoon. */
  zonderPersoon: boolean;
  /** Lokaal beleid: de onderwerpen van de gemeenten zijn ook verplicht. */
  onderwerpenVerplicht?: boolean;
};

function isVervuld(o: IntakeOnderdeel, f: IntakeFeiten): boolean {
  switch (o.vorm) {
    case 'leerbaarheidstoets':
      return f.leerbaarheidstoetsAfgenomen || f.leerbaarheidstoetsOntheffing;
    case 'gezondheid':
      return f.gezondheidBesproken;
    case 'privegesprek':
      return f.privegesprekAangeboden;
    default:
      return f.beantwoord.has(o.id);
  }
}

const ZINNEN: Partial<Record<OnderdeelId, string>> = {
  leerbaarheidstoets: 'Er is nog geen uitslag van de leerbaarheidstoets en geen ontheffing.',
  privegesprek: 'Leg vast of een gesprek zonder partner of familie is aangeboden.',
  gezondheid: 'Leg vast dat gezondheid is besproken; de inhoud blijft apart.',
  vve: 'Er is een jong kind: bespreek de voor- en vroegschoolse educatie.',
  verslag: 'De uitkomst van de intake is nog niet op schrift gezet.',
};

/** De onderdelen die voor deze persoon nodig zijn om de intake af te ronden. */
export function nodigeOnderdelen(f: IntakeFeiten): IntakeOnderdeel[] {
  return INTAKE_ONDERDELEN.filter((o) => {
    if (o.eis === 'onderwerp') return Boolean(f.onderwerpenVerplicht) && !f.zonderPersoon;
    if (o.id === 'vve') return f.kindVoorVve;
    return true;
  });
}

/** De onderdelen die vastgelegd moeten zijn; zonder de persoon alleen het verslag. */
export function teVervullen(f: IntakeFeiten): IntakeOnderdeel[] {
  const nodig = nodigeOnderdelen(f);
  return f.zonderPersoon ? nodig.filter((o) => o.id === 'verslag') : nodig;
}

/**
 * `intake-volledig`: of de brede intake kan worden afgerond, met alles wat nog ontbreekt.
 *
 * Wi2021 art. 14 lid 3 en 6 (https://wetten.overheid.nl/BWBR0044770/2025-10-21), Besluit inburgering
 * 2021 art. 5.2. VVE alleen bij een jong kind. Na drie oproepen rondt het college de intake af zonder
 * de persoon; dan blijft alleen het schriftelijke verslag nodig ('afgeleid').
 */
export function intakeVolledig(f: IntakeFeiten): Oordeel {
  const nodig = teVervullen(f);
  const redenen: Reden[] = nodig
    .filter((o) => !isVervuld(o, f))
    .map((o) => ({
      code: `intake-${o.id}`,
      tekst: ZINNEN[o.id] ?? `${o.naam}: nog niet besproken.`,
      veld: o.id,
      actie: 'intake',
      grondslag: o.grondslag,
    }));
  const uitleg = (): Uitleg => ({
    titel: 'Brede intake',
    uitkomst: `${nodig.length - redenen.length} van ${nodig.length} onderdelen vastgelegd`,
    grondslag: grondslag(
      'intake-volledig',
      'wet',
      'art. 14 lid 3',
      f.zonderPersoon ? { zekerheid: 'afgeleid' } : {},
    ),
    stappen: nodig.map((o) => ({
      titel: o.naam,
      uitkomst: isVervuld(o, f) ? 'vastgelegd' : 'ontbreekt',
    })),
  });
  return redenen.length === 0
    ? { uitkomst: 'voldoet', uitleg }
    : { uitkomst: 'voldoet-niet', redenen, uitleg };
}
