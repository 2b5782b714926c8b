import { describe, expect, it } from 'vitest';
import { datum } from '../shared/datum.ts';
import { klokOp } from '../shared/klok.ts';
import type { Feit, FeitInhoud } from '../stand/feiten.ts';
import { kiesGeldend } from '../stand/geldend.ts';
import { feit } from '../stand/proefdossier.ts';
import { AANWIJZINGEN, aandachtInCijfers, aandachtInIntake } from './aandachtspunten.ts';

type Waarde = FeitInhoud['intake-antwoord']['waarde'];
const antwoord = (vraag: string, waarde: Waarde, dag = '2026-11-01', onderdeel = 'x') =>
  feit('intake-antwoord', { onderdeel, vraag, waarde }, dag);
const uit = (...feiten: Feit[]) =>
  aandachtInIntake(kiesGeldend(feiten, klokOp(datum('2026-11-21'))));
const onderwerpen = (vraag: string, waarde: Waarde) =>
  uit(antwoord(vraag, waarde)).map((a) => a.onderwerp);

describe('aandachtspunten uit de intake', () => {
  it.each<[string, Waarde, string[]]>([
    ['taal-nederlands', 'een paar woorden', ['nederlands-praten']],
    ['taal-nederlands', 'A1', []],
    ['netwerk-nederlands', 'nog niet', ['nederlands-praten']],
    ['taal-schrift', 'ja, alleen in een ander schrift', ['brieven-lezen']],
    ['taal-schrift', 'ja, in ons schrift', []],
    ['opleiding-hoogste', 'hbo of universiteit, niet afgemaakt', ['opleiding']],
    ['opleiding-hoogste', 'hbo of universiteit', []],
    ['diplomawaardering', 'aangevraagd', ['diploma']],
    ['diplomawaardering', 'ja', []],
    ['werk-nederland', ['nog niets'], ['werk']],
    ['werk-nederland', ['betaald werk'], []],
    ['werk-jaren', 0, ['vak']],
    ['werk-jaren', 1, []],
    ['werk-lastig', ['de taal', 'vervoer'], ['nederlands-praten', 'reizen']],
    ['werk-lastig', ['opvang voor de kinderen', 'diploma niet erkend'], ['diploma', 'opvang']],
    ['werk-lastig', ['niets'], []],
    ['kinderopvang', 'nog regelen', ['opvang']],
    ['kinderopvang', 'niet nodig', []],
    ['vve-gebruik', 'Het kind gaat nog niet, de ouder wil dat wel.', ['school']],
    ['wonen', 'tijdelijk', ['buurt']],
    ['wonen', 'eigen huurwoning', []],
    ['geld-schulden', true, ['geld']],
    ['geld-schulden', false, []],
    ['geld-rondkomen', 'nee', ['geld']],
    ['geld-rondkomen', 'ja', []],
    ['zelf-regelen', ['het huishouden', 'reizen met bus en trein'], ['post']],
    ['zelf-regelen', ['nog niets'], ['post', 'reizen']],
    ['zelf-regelen', ['post lezen en beantwoorden', 'reizen met bus en trein'], []],
    ['digitaal-kunnen', 'met hulp', ['digitaal']],
    ['digitaal-kunnen', 'zelfstandig', []],
    ['vervoer', 'nog niet geregeld', ['reizen']],
    ['netwerk-mensen', 'nog niemand', ['mensen']],
    ['maatje', true, ['mensen']],
    ['maatje', false, []],
    ['vrijwilligerswerk-wens', 'ja', ['vrijwilliger']],
    ['vrijwilligerswerk-wens', 'misschien later', []],
    ['een-eigen-vraag', 'ja', []],
  ])('%s %j: %j', (vraag, waarde, verwacht) => {
    expect(onderwerpen(vraag, waarde).toSorted()).toEqual(verwacht.toSorted());
  });

  it.each(AANWIJZINGEN.map((a) => a.vraag))(
    'een leeggemaakt antwoord op %s zegt niets',
    (vraag) => {
      expect(onderwerpen(vraag, '')).toEqual([]);
      expect(onderwerpen(vraag, [])).toEqual([]);
    },
  );

  it('alleen het laatste antwoord telt', () => {
    expect(
      uit(
        antwoord('geld-schulden', true, '2026-10-01'),
        antwoord('geld-schulden', false, '2026-11-01'),
      ),
    ).toEqual([]);
  });

  it('zeggen waarom, als bijzin na omdat', () => {
    expect(uit(antwoord('geld-schulden', true))).toEqual([
      { onderwerp: 'geld', omdat: 'er schulden of onbetaalde rekeningen zijn' },
    ]);
    for (const { omdat } of AANWIJZINGEN) expect(omdat).toMatch(/^[a-z][^.]+$/u);
  });

  it('leest niets van gezondheid: een ontheffing of een besproken belasting zegt hier niets', () => {
    const besproken = feit(
      'gezondheid-besproken',
      { besproken: true, gevolg: 'max. 3 dagdelen in de week' },
      '2026-11-01',
    );
    expect(uit(besproken)).toEqual([]);
  });
});

describe('aandachtspunten uit de eigen cijfers', () => {
  it.each([
    [5.4, 1],
    [5.5, 0],
    [5.6, 0],
    [0, 1],
    [10, 0],
    [null, 0],
  ])('een %s voor dagelijks functioneren geeft er %i', (score, aantal) => {
    expect(aandachtInCijfers([{ dimensie: 'dagelijks', score }])).toHaveLength(aantal);
  });

  it('noemen het cijfer dat de persoon zelf gaf', () => {
    expect(aandachtInCijfers([{ dimensie: 'meedoen', score: 3.5 }])).toEqual([
      { onderwerp: 'mensen', omdat: 'de persoon zelf een 3,5 gaf voor meedoen' },
      { onderwerp: 'club', omdat: 'de persoon zelf een 3,5 gaf voor meedoen' },
    ]);
  });

  it('een dimensie die er niet is zegt niets', () => {
    expect(aandachtInCijfers([{ dimensie: 'anders', score: 1 }])).toEqual([]);
  });
});
