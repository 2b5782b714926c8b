import { type Datum, plusDagen, plusMaanden } from '../shared/datum.ts';
import { GRONDEN, MINSTENS_MAANDEN, OMSTANDIGHEDEN, type Omstandigheid } from './gronden.ts';
import { inDagen } from './omstandigheid.ts';
import { eersteDagen, type Periode, telDagen, vanaf, voegSamen } from './perioden.ts';

/** Wat één grond bijdraagt, vóór samenloop met andere gronden. */
export type Bijdrage = {
  grond: string;
  naam: string;
  dagen: number;
  /** Zonder het hoogste aantal maanden. */
  ongekort: number;
  hoogstensMaanden?: number | undefined;
};

export type Som = {
  dagen: number;
  laatsteDag: Datum;
  bijdragen: Bijdrage[];
  /** Dagen die onder meer dan één grond vallen en één keer tellen. */
  dubbel: number;
  /** Omstandigheden korter dan drie maanden, die ook samen met andere niet tellen. */
  tekort: Omstandigheid[];
};

export type Omstandigheidperiode = { omstandigheid: Omstandigheid; periode: Periode };

const ZONDER_MINIMUM: readonly Omstandigheid[] = ['overlijden', 'bevalling', 'geen tijdig aanbod'];

/** Of een periode ten minste drie aaneengesloten maanden duurt. */
function isLang(p: Periode): boolean {
  return p.eind >= plusMaanden(p.begin, MINSTENS_MAANDEN);
}

/**
 * Telt de gronden op (Regeling inburgering 2021 art. 4.1 lid 2). Per grond samengevoegd en ten hoogste het
 * aantal maanden van die grond; een korte omstandigheid telt onder j als zij met een andere aaneensluit tot
 * drie maanden. Een dag die onder twee gronden valt telt één keer.
 */
export function telOp(
  perioden: readonly Omstandigheidperiode[],
  termijn: { startdatum: Datum; laatsteDag: Datum },
): Som {
  const stukken = OMSTANDIGHEDEN.flatMap((omstandigheid) =>
    voegSamen(perioden.filter((p) => p.omstandigheid === omstandigheid).map((p) => p.periode)).map(
      (periode) => ({ omstandigheid, periode }),
    ),
  );
  const zelfstandig = stukken.filter(
    (s) => ZONDER_MINIMUM.includes(s.omstandigheid) || isLang(s.periode),
  );
  const kort = stukken.filter((s) => !zelfstandig.includes(s));
  const blokken = voegSamen(stukken.map((s) => s.periode)).filter(isLang);
  const samen = kort.filter((s) => blokken.some((b) => ligtIn(s.periode, b)));
  const delen = [
    ...OMSTANDIGHEDEN.map((o) => eigenDeel(o, zelfstandig, termijn)),
    deelVanSamenloop(samen, termijn.startdatum),
  ].filter((d) => d.bijdrage.dagen > 0);
  const dagen = telDagen(delen.flatMap((d) => d.perioden));
  return {
    dagen,
    laatsteDag: plusDagen(termijn.laatsteDag, dagen),
    bijdragen: delen.map((d) => d.bijdrage),
    dubbel: delen.reduce((n, d) => n + d.bijdrage.dagen, 0) - dagen,
    tekort: kort.filter((s) => !samen.includes(s)).map((s) => s.omstandigheid),
  };
}

type Deel = { bijdrage: Bijdrage; perioden: Periode[] };

function eigenDeel(
  omstandigheid: Omstandigheid,
  stukken: readonly Omstandigheidperiode[],
  termijn: { startdatum: Datum; laatsteDag: Datum },
): Deel {
  const { letter, naam, hoogstensMaanden } = GRONDEN[omstandigheid];
  const eigen = stukken.filter((s) => s.omstandigheid === omstandigheid).map((s) => s.periode);
  const binnen = vanaf(termijn.startdatum, eigen);
  const ongekort = telDagen(binnen);
  const perioden =
    hoogstensMaanden === undefined
      ? binnen
      : eersteDagen(inDagen(termijn.laatsteDag, hoogstensMaanden), binnen);
  return {
    bijdrage: { grond: letter, naam, dagen: telDagen(perioden), ongekort, hoogstensMaanden },
    perioden,
  };
}

function deelVanSamenloop(samen: readonly Omstandigheidperiode[], startdatum: Datum): Deel {
  const perioden = vanaf(
    startdatum,
    samen.map((s) => s.periode),
  );
  const dagen = telDagen(perioden);
  return {
    bijdrage: { grond: 'j', naam: 'Omstandigheden samen', dagen, ongekort: dagen },
    perioden,
  };
}

function ligtIn(p: Periode, blok: Periode): boolean {
  return p.begin >= blok.begin && p.eind <= blok.eind;
}
