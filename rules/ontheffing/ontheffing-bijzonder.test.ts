import { describe, expect, it } from 'vitest';
import { type BijzonderFeiten, ontheffingBijzonder } from './ontheffing-bijzonder.ts';

const GOED: BijzonderFeiten = {
  gevraagd: 'volledig',
  wijze: 'aanvraag',
  adviesCollege: true,
  bijzondereOmstandigheden: true,
};

const bekijk = (f: BijzonderFeiten) => {
  const antwoord = ontheffingBijzonder(f);
  if (antwoord.uitkomst === 'onbekend') return antwoord.ontbreekt.map((o) => o.feit);
  return antwoord.uitkomst === 'voldoet' ? 'voldoet' : antwoord.redenen.map((r) => r.veld);
};

describe('ontheffing-bijzonder', () => {
  it.each(['aanvraag', 'ambtshalve'] as const)('kan bij %s', (wijze) => {
    expect(bekijk({ ...GOED, wijze })).toBe('voldoet');
  });

  it.each([
    ['adviesCollege', { adviesCollege: false }],
    ['bijzondereOmstandigheden', { bijzondereOmstandigheden: false }],
    ['gevraagd', { gevraagd: 'gedeeltelijk' }],
  ] as const)('kan niet door %s', (veld, f) => {
    expect(bekijk({ ...GOED, ...f })).toEqual([veld]);
    expect(bekijk(f)).toEqual([veld]);
  });

  it('noemt alle redenen', () => {
    const f: BijzonderFeiten = {
      gevraagd: 'gedeeltelijk',
      adviesCollege: false,
      bijzondereOmstandigheden: false,
    };
    const antwoord = ontheffingBijzonder(f);
    expect(antwoord).toMatchObject({
      redenen: [
        {
          code: 'ontheffing-adviesCollege',
          tekst: expect.stringContaining('advies'),
          grondslag: { artikel: 'Besluit inburgering 2021 art. 2.8' },
        },
        {
          code: 'ontheffing-bijzondereOmstandigheden',
          tekst: expect.stringContaining('bijzonder'),
        },
        {
          code: 'ontheffing-gevraagd',
          tekst: 'Deze ontheffing bestaat alleen voor de hele plicht.',
          grondslag: { artikel: 'Besluit inburgering 2021 art. 2.8' },
        },
      ],
    });
    expect(antwoord.uitleg().zouWijzigenAls).toHaveLength(2);
  });

  it.each(Object.keys(GOED) as (keyof BijzonderFeiten)[])('vraagt %s', (veld) => {
    const { [veld]: _, ...rest } = GOED;
    expect(bekijk(rest)).toEqual([veld]);
  });

  it('laat het oordeel aan een mens, en zegt wat die weegt', () => {
    const { bijzondereOmstandigheden: _, ...rest } = GOED;
    expect(ontheffingBijzonder(rest)).toMatchObject({ ontbreekt: [{ wegen: { length: 4 } }] });
  });

  it.each([
    ['aanvraag', 'de persoon vraagt het aan het college en stuurt het mee'],
    ['ambtshalve', 'DUO vraagt het aan het college'],
  ] as const)('legt bij %s uit wie voor het advies zorgt', (wijze, uitkomst) => {
    const uitleg = ontheffingBijzonder({ ...GOED, wijze }).uitleg();
    expect(uitleg).toMatchObject({
      uitkomst: 'aan de voorwaarden is voldaan',
      grondslag: { artikel: 'Wet inburgering 2021 art. 5' },
      stappen: [
        {
          titel: 'Wie voor het advies zorgt',
          uitkomst,
          grondslag: { artikel: 'Besluit inburgering 2021 art. 2.8' },
        },
      ],
    });
    expect(uitleg.feiten).toHaveLength(4);
  });
});
