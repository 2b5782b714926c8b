import { describe, expect, it } from 'vitest';
import { datum } from '../shared/datum.ts';
import { aantoonbaarIngeburgerd, type IngeburgerdFeiten } from './ingeburgerd.ts';

const GOED: IngeburgerdFeiten = {
  datumAanvraag: datum('2026-05-01'),
  ingezeteneSinds: datum('2016-05-01'),
  werkperioden: [{ begin: datum('2019-01-01'), eind: datum('2024-01-01') }],
  gesprekOpB1: true,
};

const bekijk = (f: IngeburgerdFeiten) => {
  const antwoord = aantoonbaarIngeburgerd(f);
  if (antwoord.uitkomst === 'onbekend') return antwoord.ontbreekt.map((o) => o.feit);
  return antwoord.uitkomst === 'voldoet' ? 'voldoet' : antwoord.redenen.map((r) => r.code);
};
const zonder = (veld: keyof IngeburgerdFeiten): IngeburgerdFeiten => {
  const { [veld]: _, ...rest } = GOED;
  return rest;
};

describe('aantoonbaar-ingeburgerd', () => {
  it.each([
    ['2026-04-30', ['ingeburgerd-ingezetene']],
    ['2026-05-01', 'voldoet'],
    ['2026-05-02', 'voldoet'],
  ])('tien jaar ingezetene, aanvraag op %s: %j', (dag, verwacht) => {
    expect(bekijk({ ...GOED, datumAanvraag: datum(dag) })).toEqual(verwacht);
  });

  it.each([
    ['2023-12-31', ['ingeburgerd-werk']],
    ['2024-01-01', 'voldoet'],
    ['2024-01-02', 'voldoet'],
  ])('vijf jaar werk, tot %s: %j', (eind, verwacht) => {
    const werkperioden = [{ begin: datum('2019-01-01'), eind: datum(eind) }];
    expect(bekijk({ ...GOED, werkperioden })).toEqual(verwacht);
  });

  it.each([
    ['2021-05-01', 'voldoet'],
    ['2021-05-02', ['ingeburgerd-werk']],
  ])('werk dat op %s begon en nog duurt telt tot de aanvraag: %j', (begin, verwacht) => {
    expect(bekijk({ ...GOED, werkperioden: [{ begin: datum(begin) }] })).toEqual(verwacht);
    const later = [{ begin: datum(begin), eind: datum('2030-01-01') }];
    expect(bekijk({ ...GOED, werkperioden: later })).toEqual(verwacht);
  });

  it('noemt alle redenen', () => {
    expect(
      bekijk({
        ...GOED,
        ingezeteneSinds: datum('2020-01-01'),
        werkperioden: [],
        gesprekOpB1: false,
      }),
    ).toEqual(['ingeburgerd-ingezetene', 'ingeburgerd-werk', 'ingeburgerd-gesprek']);
    expect(bekijk({ gesprekOpB1: false })).toEqual(['ingeburgerd-gesprek']);
  });

  it.each(['datumAanvraag', 'ingezeteneSinds', 'werkperioden', 'gesprekOpB1'] as const)(
    'zonder %s is er nog geen antwoord',
    (veld) => {
      expect(bekijk(zonder(veld))).toEqual([veld]);
    },
  );

  it('een werkperiode waarvan iets ontbreekt doet er alleen toe als zij nodig is', () => {
    const los = { eind: datum('2018-01-01') };
    expect(bekijk({ ...GOED, werkperioden: [los] })).toEqual(['werkperioden']);
    expect(bekijk({ ...GOED, werkperioden: [los, ...(GOED.werkperioden ?? [])] })).toBe('voldoet');
    expect(bekijk({ ...zonder('datumAanvraag'), werkperioden: [los] })).toEqual(['datumAanvraag']);
  });

  it('legt de som en de kosten uit', () => {
    const uitleg = aantoonbaarIngeburgerd(GOED).uitleg();
    expect(uitleg).toMatchObject({
      uitkomst: 'aan de eisen is voldaan',
      grondslag: { artikel: 'Wet inburgering 2021 art. 4 lid 1 onder e' },
      stappen: [
        { titel: 'Tien jaar onafgebroken ingezetene', uitkomst: '1 mei 2026' },
        {
          titel: '1 januari 2019 tot en met 31 december 2023',
          uitkomst: '1826 dagen',
          grondslag: { zekerheid: 'afgeleid', toelichting: expect.stringContaining('aanvraag') },
        },
        { titel: 'Samen, tegen vijf jaar werk', uitkomst: '1826 van 1826 dagen' },
        {
          titel: 'Kosten van de aanvraag',
          uitkomst: '€ 90',
          grondslag: { artikel: 'Regeling inburgering 2021 art. 2.3' },
        },
      ],
    });
    expect(uitleg.feiten).toHaveLength(4);
    expect(uitleg.zouWijzigenAls).toHaveLength(2);
  });

  it('zegt in de redenen wanneer het wel kan, en hoeveel er is', () => {
    const antwoord = aantoonbaarIngeburgerd({
      ...GOED,
      datumAanvraag: datum('2026-04-30'),
      werkperioden: [{ begin: datum('2024-01-01'), eind: datum('2025-01-01') }],
      gesprekOpB1: false,
    });
    expect(antwoord).toMatchObject({
      redenen: [
        {
          tekst: 'Nog geen tien jaar onafgebroken ingezetene; dat is zo op 1 mei 2026.',
          veld: 'ingezeteneSinds',
          grondslag: { artikel: 'Besluit inburgering 2021 art. 2.3' },
        },
        { tekst: 'Minder dan vijf jaar gewerkt: 366 dagen.', veld: 'werkperioden' },
        { tekst: 'Het gesprek was niet op niveau B1.', veld: 'gesprekOpB1' },
      ],
    });
    expect(aantoonbaarIngeburgerd({ gesprekOpB1: false }).uitleg().stappen?.[0]?.titel).toBe(
      'Samen, tegen vijf jaar werk',
    );
  });
});
