import type { Berekening } from '../shared/antwoord.ts';
import type { Datum } from '../shared/datum.ts';
import { grondslag } from '../shared/grondslag.ts';
import { aangehaaldeFeiten, type Herkomst, maakRegel, onbekend, vereis } from '../shared/regel.ts';
import { inWoorden } from '../shared/tekst.ts';
import { doorrolUitleg, eindeVanTermijn } from '../shared/termijnenwet.ts';
import { datumVeld, type Invoer } from '../shared/velden.ts';

/** Wi2021 art. 22 lid 2: ten hoogste twee maanden na het bekendmaken. */
const LENGTE = { aantal: 2, eenheid: 'maand' } as const;

const velden = {
  datumBekendmaking: datumVeld(
    'Dag waarop de boetebeschikking is bekendgemaakt',
    'De dag van toezenden of uitreiken.',
  ),
};

export type BoeteIntakeTermijnFeiten = Invoer<typeof velden>;

/** `kaleLaatsteDag` is de laatste dag zonder verschuiving door de Algemene termijnenwet. */
export type BoeteIntakeTermijn = { laatsteDag: Datum; kaleLaatsteDag: Datum };

const TITEL = 'Nieuwe termijn om alsnog voor de intake te verschijnen';
const KEUZE = {
  zekerheid: 'afgeleid',
  toelichting:
    'Bestaat de dag in de tweede maand niet, dan geldt de laatste dag van die maand. Een laatste dag in het weekend of op een feestdag schuift door; wie zeker wil zijn, kiest een werkdag binnen de twee maanden.',
} as const;
const grond = (op?: Datum) =>
  grondslag('boete-intake-termijn', 'wet', 'art. 22 lid 2', { op, ...KEUZE });

/**
 * `boete-intake-termijn`: de uiterste dag van de nieuwe termijn in een boetebeschikking voor de intake.
 *
 * Wi2021 art. 22 lid 2 (https://wetten.overheid.nl/BWBR0044770/2023-01-01): ten hoogste twee maanden na het
 * bekendmaken. Een termijn van twee maanden valt onder de Algemene termijnenwet (art. 1 en 4).
 */
export function boeteIntakeTermijn(
  f: BoeteIntakeTermijnFeiten,
  herkomst: Herkomst = {},
): Berekening<BoeteIntakeTermijn> {
  const nodig = vereis(velden, f, ['datumBekendmaking']);
  if ('ontbreekt' in nodig) return onbekend(TITEL, nodig.ontbreekt, grond());
  const { datumBekendmaking } = nodig.f;
  const einde = eindeVanTermijn(datumBekendmaking, LENGTE);
  return {
    uitkomst: 'bepaald',
    waarde: { laatsteDag: einde.laatsteDag, kaleLaatsteDag: einde.kaal },
    uitleg: () => ({
      titel: TITEL,
      uitkomst: `uiterlijk tot en met ${inWoorden(einde.laatsteDag)}`,
      grondslag: grond(datumBekendmaking),
      feiten: aangehaaldeFeiten(velden, f, undefined, herkomst),
      stappen: [
        { titel: 'Twee maanden na het bekendmaken', uitkomst: inWoorden(einde.kaal) },
        ...doorrolUitleg(einde),
        { titel: 'De gemeente mag een kortere termijn geven' },
      ],
      zouWijzigenAls: ['de boetebeschikking op een andere dag wordt bekendgemaakt'],
    }),
  };
}

export const boeteIntakeTermijnRegel = maakRegel({
  id: 'boete-intake-termijn',
  titel: 'Nieuwe termijn bij een boete voor de intake',
  vraag: 'Tot wanneer mag de nieuwe termijn in de boetebeschikking ten hoogste lopen?',
  beschrijving:
    'In de boetebeschikking voor de brede intake staat een nieuwe termijn waarin de persoon alsnog komt of meewerkt. Die is ten hoogste twee maanden, vanaf de dag na het bekendmaken. Een beschikking van 31 december loopt tot en met de laatste dag van februari.\n\nValt de laatste dag in een weekend of op een feestdag, dan is het de eerstvolgende gewone dag. De gemeente mag korter kiezen.',
  rijen: ['I2'],
  artikelen: [grond()],
  versieVolgt: 'De dag waarop de boetebeschikking is bekendgemaakt.',
  velden,
  waarde: {
    laatsteDag: datumVeld('Uiterste laatste dag, tot en met'),
    kaleLaatsteDag: datumVeld('Laatste dag zonder verschuiving'),
  },
  voorbeelden: [
    { naam: 'Bekendgemaakt op oudejaarsdag', invoer: { datumBekendmaking: '2024-12-31' } },
    {
      naam: 'De laatste dag valt op een zondag',
      invoer: { datumBekendmaking: '2024-11-09' },
    },
    { naam: 'Nog niet bekendgemaakt', invoer: {} },
  ],
  vindplaats: {
    bestand: 'rules/boete/boete-intake-termijn.ts',
    test: 'rules/boete/boete-intake.test.ts',
  },
  bepaal: boeteIntakeTermijn,
});
