import { describe, expect, it } from 'vitest';
import { datum } from '../shared/datum.ts';
import { type VrijstellingFeiten, vrijstelling } from './vrijstelling.ts';

const NIETS: VrijstellingFeiten = {
  onderwijsperioden: [],
  diplomas: [],
  aantoonbaarIngeburgerd: false,
  vrijstellingOudeWet: false,
  leerOfKwalificatieplichtig: false,
  volgtVrijstellendOnderwijs: false,
};
const ACHT_JAAR = { begin: datum('2012-08-01'), eind: datum('2020-08-01') };

const bekijk = (f: VrijstellingFeiten) => {
  const antwoord = vrijstelling(f);
  if (antwoord.uitkomst === 'onbekend') return antwoord.ontbreekt.map((o) => o.feit);
  if (antwoord.uitkomst !== 'bepaald') return antwoord.uitkomst;
  return [antwoord.waarde.soort, ...antwoord.waarde.gronden.map((g) => g.grond)].join(': ');
};

describe('vrijstelling', () => {
  it.each([
    [
      'vector 11: acht jaar onderwijs',
      { onderwijsperioden: [ACHT_JAAR] },
      'volledig: acht jaar onderwijs',
    ],
    [
      'vector 11: zeven jaar en elf maanden',
      { onderwijsperioden: [{ begin: datum('2012-08-01'), eind: datum('2020-07-01') }] },
      'geen',
    ],
    ['een diploma', { diplomas: [{ soort: 'inburgeringsdiploma' }] }, 'volledig: diploma'],
    ['ingeburgerd', { aantoonbaarIngeburgerd: true }, 'volledig: aantoonbaar ingeburgerd'],
    ['oude wet', { vrijstellingOudeWet: true }, 'volledig: vrijstelling onder de oude wet'],
    [
      'vector 2: leerplichtig',
      { leerOfKwalificatieplichtig: true },
      'tijdelijk: leer- of kwalificatieplicht',
    ],
    [
      'opleiding',
      { volgtVrijstellendOnderwijs: true },
      'tijdelijk: opleiding die tot een diploma leidt',
    ],
    ['niets', {}, 'geen'],
    [
      'volledig gaat voor tijdelijk',
      { diplomas: [{ soort: 'inburgeringsdiploma' }], leerOfKwalificatieplichtig: true },
      'volledig: diploma',
    ],
  ] as [string, VrijstellingFeiten, string][])('%s', (_naam, f, verwacht) => {
    expect(bekijk({ ...NIETS, ...f })).toBe(verwacht);
  });

  it('noemt elke grond die geldt', () => {
    expect(bekijk({ ...NIETS, onderwijsperioden: [ACHT_JAAR], vrijstellingOudeWet: true })).toBe(
      'volledig: acht jaar onderwijs: vrijstelling onder de oude wet',
    );
    expect(
      bekijk({ ...NIETS, leerOfKwalificatieplichtig: true, volgtVrijstellendOnderwijs: true }),
    ).toBe('tijdelijk: leer- of kwalificatieplicht: opleiding die tot een diploma leidt');
  });

  it.each(Object.keys(NIETS) as (keyof VrijstellingFeiten)[])(
    'zonder %s is het onbekend',
    (veld) => {
      const { [veld]: _, ...rest } = NIETS;
      expect(bekijk(rest)).toEqual([veld]);
    },
  );

  it('een zekere volledige grond is genoeg; een tijdelijke pas als de volledige bekend zijn', () => {
    expect(bekijk({ vrijstellingOudeWet: true })).toBe('volledig: vrijstelling onder de oude wet');
    expect(bekijk({ leerOfKwalificatieplichtig: true })).toEqual([
      'onderwijsperioden',
      'diplomas',
      'aantoonbaarIngeburgerd',
      'vrijstellingOudeWet',
    ]);
    const { volgtVrijstellendOnderwijs: _, ...rest } = NIETS;
    expect(bekijk({ ...rest, leerOfKwalificatieplichtig: true })).toBe(
      'tijdelijk: leer- of kwalificatieplicht',
    );
  });

  it('noemt een ontbrekende dag één keer', () => {
    const f: VrijstellingFeiten = {
      ...NIETS,
      onderwijsperioden: [{ begin: datum('2020-08-01') }],
      diplomas: [{ soort: 'vmbo', inNederlands: true }],
    };
    expect(bekijk(f)).toEqual(['peildatum']);
  });

  it('legt uit met de gronden en hun artikelen', () => {
    const oud = vrijstelling({
      ...NIETS,
      onderwijsperioden: [ACHT_JAAR],
      vrijstellingOudeWet: true,
    });
    expect(oud.uitleg()).toMatchObject({
      titel: 'Vrijstelling van de inburgeringsplicht',
      uitkomst: 'geheel vrijgesteld (acht jaar onderwijs en vrijstelling onder de oude wet)',
      grondslag: { artikel: 'Wet inburgering 2021 art. 4 lid 1' },
      stappen: [
        { grondslag: { artikel: 'Wet inburgering 2021 art. 4 lid 1 onder a' } },
        {
          uitkomst: 'ja',
          grondslag: {
            artikel: 'Wet inburgering 2021 art. 54 lid 3',
            toelichting: expect.stringContaining('487'),
          },
        },
      ],
    });
    expect(oud.uitleg().feiten).toHaveLength(6);
    expect(oud.uitleg().zouWijzigenAls).toHaveLength(2);
    expect(vrijstelling(NIETS).uitleg().uitkomst).toBe('niet vrijgesteld');
    expect(vrijstelling({ ...NIETS, leerOfKwalificatieplichtig: true }).uitleg()).toMatchObject({
      uitkomst: 'tijdelijk vrijgesteld: de plicht rust (leer- of kwalificatieplicht)',
      stappen: [{ grondslag: { artikel: 'Wet inburgering 2021 art. 4 lid 1 onder c' } }],
    });
  });
});
