import type { Berekening, Uitleg } from '../shared/antwoord.ts';
import { type Datum, dagenTussen, laatste, plusDagen, plusJaren } from '../shared/datum.ts';
import { aangehaald, aangehaaldeDatum, type Gegeven } from '../shared/gegeven.ts';
import { grondslag } from '../shared/grondslag.ts';
import { inWoorden } from '../shared/tekst.ts';

const DUUR_IN_JAREN = 3;

/** `eind` is de eerste dag na de termijn; op scherm staat `laatsteDag`. */
export type Inburgeringstermijn = {
  begin: Datum;
  laatsteDag: Datum;
  eind: Datum;
  /** Wie de dagen bepaalde: wij (verwachting) of DUO (vastgesteld). */
  van: 'prognose' | 'duo';
};

export type InburgeringstermijnFeiten = {
  /** Dagtekening van het allereerste PIP, in welke gemeente ook. */
  eerstePip?: Gegeven<Datum>;
  /** Termijn zoals DUO die vaststelde; `eind` exclusief. */
  duo?: Gegeven<{ start: Datum; eind: Datum; verlengingsgrond?: string }>;
};

/**
 * `inburgeringstermijn`: begin en einde van de drie jaar.
 *
 * Wi2021 art. 11 (https://wetten.overheid.nl/BWBR0044770/2025-10-21): drie jaar (lid 1), vanaf de dag
 * na de dagtekening van het PIP (lid 2); een later PIP verandert het begin niet (lid 3). Besluit
 * inburgering 2021 art. 9.3: DUO registreert begin en einde, dus wat DUO meldt gaat altijd voor.
 * Maandeinden zijn niet geregeld ('ontwerp'): de laatste dag is de laatste van 'dagtekening + 3 jaar'
 * en 'dag vóór begin + 3 jaar'. De Algemene termijnenwet geldt niet (jaren).
 */
export function inburgeringstermijn(f: InburgeringstermijnFeiten): Berekening<Inburgeringstermijn> {
  if (f.duo) return volgensDuo(f.duo);
  if (!f.eerstePip) {
    return {
      uitkomst: 'niet-van-toepassing',
      uitleg: () => ({
        titel: 'Inburgeringstermijn',
        uitkomst: 'nog niet begonnen',
        grondslag: grondslag('inburgeringstermijn', 'wet', 'art. 11 lid 2'),
        zouWijzigenAls: ['het PIP wordt vastgesteld: de termijn begint de dag na de dagtekening'],
      }),
    };
  }
  return prognose(f.eerstePip);
}

function volgensDuo(duo: NonNullable<InburgeringstermijnFeiten['duo']>) {
  const { start, eind, verlengingsgrond } = duo.waarde;
  const laatsteDag = plusDagen(eind, -1);
  const uitleg = (): Uitleg => ({
    titel: 'Laatste dag van de inburgeringstermijn',
    uitkomst: inWoorden(laatsteDag),
    grondslag: grondslag('inburgeringstermijn', 'besluit', 'art. 9.3'),
    feiten: [
      aangehaald('Begin volgens DUO', duo, inWoorden(start)),
      aangehaald('Einde volgens DUO (die dag telt niet mee)', duo, inWoorden(eind)),
      ...(verlengingsgrond ? [aangehaald('Verlengd wegens', duo, verlengingsgrond)] : []),
    ],
    stappen: [{ titel: 'DUO stelt de termijn vast', uitkomst: 'gaat voor onze eigen berekening' }],
    zouWijzigenAls: ['DUO de termijn verlengt of verbetert'],
  });
  return {
    uitkomst: 'bepaald' as const,
    waarde: { begin: start, laatsteDag, eind, van: 'duo' as const },
    uitleg,
  };
}

function prognose(eerstePip: Gegeven<Datum>) {
  const dagtekening = eerstePip.waarde;
  const begin = plusDagen(dagtekening, 1);
  const vanafDagtekening = plusJaren(dagtekening, DUUR_IN_JAREN);
  const vanafBegin = plusDagen(plusJaren(begin, DUUR_IN_JAREN), -1);
  const laatsteDag = laatste(vanafDagtekening, vanafBegin);
  const maandeinde = vanafDagtekening !== vanafBegin;
  const uitleg = (): Uitleg => ({
    titel: 'Laatste dag van de inburgeringstermijn (verwacht)',
    uitkomst: inWoorden(laatsteDag),
    grondslag: grondslag('inburgeringstermijn', 'wet', 'art. 11', {
      zekerheid: maandeinde ? 'ontwerp' : 'afgeleid',
      toelichting: maandeinde
        ? 'Hoe met 29 februari wordt gerekend is niet geregeld; DUO beslist.'
        : 'Verwachting; DUO stelt de termijn vast.',
    }),
    feiten: [aangehaaldeDatum('Dagtekening van het eerste PIP', eerstePip)],
    stappen: [
      { titel: 'Begin: de dag na de dagtekening', uitkomst: inWoorden(begin) },
      { titel: 'Drie jaar', uitkomst: `tot en met ${inWoorden(laatsteDag)}` },
    ],
    zouWijzigenAls: ['DUO een andere termijn vaststelt (SS102) of haar verlengt'],
  });
  return {
    uitkomst: 'bepaald' as const,
    waarde: { begin, laatsteDag, eind: plusDagen(laatsteDag, 1), van: 'prognose' as const },
    uitleg,
  };
}

export type TermijnStand =
  | { staat: 'nog-niet-begonnen'; dagen: number }
  | { staat: 'loopt'; dag: number; dagen: number; dagenOver: number }
  | { staat: 'verstreken'; dagen: number; dagenTeLaat: number };

/**
 * Waar iemand in een termijn staat op `vandaag`: dag n van N. Geldt voor elke termijn met een begin en
 * een laatste dag, beide meegeteld. Op de laatste dag is `dagenOver` 0.
 */
export function dagVanTermijn(
  termijn: { begin: Datum; laatsteDag: Datum },
  vandaag: Datum,
): TermijnStand {
  const dagen = dagenTussen(termijn.begin, termijn.laatsteDag) + 1;
  if (vandaag < termijn.begin) return { staat: 'nog-niet-begonnen', dagen };
  if (vandaag > termijn.laatsteDag) {
    return { staat: 'verstreken', dagen, dagenTeLaat: dagenTussen(termijn.laatsteDag, vandaag) };
  }
  return {
    staat: 'loopt',
    dag: dagenTussen(termijn.begin, vandaag) + 1,
    dagen,
    dagenOver: dagenTussen(vandaag, termijn.laatsteDag),
  };
}
