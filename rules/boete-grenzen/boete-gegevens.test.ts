import { describe, expect, it } from 'vitest';
import { type BoeteGegevensFeiten, boeteGegevens, boeteGegevensRegel } from './boete-gegevens.ts';

const kern = (f: BoeteGegevensFeiten) => {
  const a = boeteGegevens(f);
  if (a.uitkomst === 'voldoet-niet') return a.redenen.map((r) => r.tekst);
  if (a.uitkomst === 'onbekend') return a.ontbreekt.map((o) => o.feit);
  return a.uitleg().uitkomst;
};

/** Zoveel zinnen, geen ervan leeg. */
const zinnen = (n: number) => Array.from({ length: n }, () => expect.stringMatching(/^\S.+\S$/));

describe('boete-gegevens', () => {
  it.each<[BoeteGegevensFeiten, unknown]>([
    [
      { richting: 'college aan DUO', verzoekOntvangen: true },
      'het college geeft de gegevens over boetes aan DUO',
    ],
    [
      { richting: 'college aan DUO', verzoekOntvangen: false },
      ['Deze gegevens gaan alleen op verzoek: DUO heeft er niet om gevraagd.'],
    ],
    [{ richting: 'college aan DUO' }, ['verzoekOntvangen']],
    [
      { richting: 'DUO aan college' },
      'DUO geeft de gegevens over boetes uit zichzelf aan het college',
    ],
    [
      { richting: 'DUO aan college', verzoekOntvangen: false },
      'DUO geeft de gegevens over boetes uit zichzelf aan het college',
    ],
    [
      { richting: 'vorig college aan nieuw college', verzoekOntvangen: true },
      'het vorige college geeft de gegevens over boetes aan het nieuwe',
    ],
    [
      { richting: 'vorig college aan nieuw college', verzoekOntvangen: false },
      ['Deze gegevens gaan alleen op verzoek: het nieuwe college heeft er niet om gevraagd.'],
    ],
    [{ richting: 'vorig college aan nieuw college' }, ['verzoekOntvangen']],
    [{}, ['richting', 'verzoekOntvangen']],
    [{ verzoekOntvangen: true }, ['richting']],
    [{ verzoekOntvangen: false }, ['richting']],
  ])('geval %#', (f, verwacht) => expect(kern(f)).toEqual(verwacht));

  it.each([
    ['college aan DUO', 'Besluit inburgering 2021 art. 9.6 lid 4'],
    ['DUO aan college', 'Besluit inburgering 2021 art. 9.6 lid 5'],
    ['vorig college aan nieuw college', 'Wet inburgering 2021 art. 35 lid 4'],
  ] as const)('%s rust op %s', (richting, artikel) => {
    const uitleg = boeteGegevens({ richting, verzoekOntvangen: true }).uitleg();
    expect(uitleg).toMatchObject({
      titel: 'Gegevens over boetes doorgeven',
      grondslag: { artikel, regel: 'boete-gegevens' },
      feiten: { length: 2 },
      stappen: [],
      zouWijzigenAls: zinnen(1),
    });
  });

  it('zegt in de reden welk feit het is', () => {
    expect(boeteGegevens({ richting: 'college aan DUO', verzoekOntvangen: false })).toMatchObject({
      redenen: [
        {
          code: 'boete-gegevens-geen-verzoek',
          veld: 'verzoekOntvangen',
          grondslag: { artikel: 'Besluit inburgering 2021 art. 9.6 lid 4' },
        },
      ],
    });
  });

  it('kent haar voorbeelden', () => {
    const uitkomsten = boeteGegevensRegel.voorbeelden.map(({ invoer }) => {
      const uit = boeteGegevensRegel.beantwoord(invoer);
      return 'antwoord' in uit ? uit.antwoord.uitkomst : uit.fouten;
    });
    expect(uitkomsten).toEqual(['voldoet', 'voldoet', 'voldoet-niet', 'onbekend']);
  });
});
