import { describe, expect, it } from 'vitest';
import { datum } from '../shared/datum.ts';
import { type AanbodInvoer, aanbodRegel, aanbodVoor } from './aanbod-regel.ts';
import { type DoelgroepFeiten, doelgroep } from './doelgroep-regels.ts';

describe('doelgroep als vraag', () => {
  const GEZIN = 'Gezinsmigrant en overige migrant';
  it.each([
    [{ doelgroep: 'Asielstatushouder' }, 'Asielstatushouder', false],
    [{ gedetailleerdeDoelgroep: 'Asielstatushouder' }, 'Asielstatushouder', false],
    [
      { doelgroep: GEZIN, gedetailleerdeDoelgroep: 'Gezinshereniger met Asielstatushouder' },
      'Asielstatushouder',
      true,
    ],
    [{ gedetailleerdeDoelgroep: 'Gezinsvormer met Asielstatushouder' }, 'Asielstatushouder', true],
    [{ doelgroep: GEZIN, gedetailleerdeDoelgroep: 'Geestelijk bedienaar' }, GEZIN, false],
    [{ doelgroep: GEZIN }, GEZIN, false],
  ] as [DoelgroepFeiten, string, boolean][])('%j: %s, gezinslid %s', (f, naam, gezinslid) => {
    expect(doelgroep(f)).toMatchObject({
      uitkomst: 'bepaald',
      waarde: { doelgroep: naam, gezinslidVanAsielstatushouder: gezinslid },
    });
  });

  it.each([{}, { gedetailleerdeDoelgroep: 'Overig' }] as DoelgroepFeiten[])(
    '%j is onbekend',
    (f) => {
      expect(doelgroep(f)).toMatchObject({ ontbreekt: [{ feit: 'doelgroep' }] });
    },
  );

  it('legt uit met het artikel, de bron en wat bij asiel blijft', () => {
    const gezinslid = doelgroep(
      {
        doelgroep: 'Asielstatushouder',
        gedetailleerdeDoelgroep: 'Gezinsvormer met Asielstatushouder',
      },
      { doelgroep: { bron: 'DUO SS101' } },
    ).uitleg();
    expect(gezinslid.grondslag?.artikel).toBe('Wet inburgering 2021 art. 13 lid 1 onder b');
    expect(gezinslid.feiten).toMatchObject([
      {
        waarde: 'Asielstatushouder (Gezinsvormer met Asielstatushouder)',
        bron: 'DUO SS101',
      },
    ]);
    expect(gezinslid.stappen).toMatchObject([
      {
        titel: expect.stringContaining('asielgrond'),
        uitkomst: 'afstand doen kan, via de gemeente',
        grondslag: { zekerheid: 'afgeleid', toelichting: expect.stringContaining('DUO') },
      },
    ]);
    const gezin = doelgroep({ doelgroep: GEZIN }).uitleg();
    expect(gezin.grondslag?.artikel).toBe('Wet inburgering 2021 art. 13, 15 en 16');
    expect(gezin.feiten).toMatchObject([{ bron: 'ingevoerd' }]);
    expect(gezin.stappen).toBeUndefined();
  });
});

const ECHTGENOTE: AanbodInvoer = {
  doelgroep: 'Asielstatushouder',
  gezinslidVanAsielstatushouder: true,
  asielvergunningBepaaldeTijd: false,
  leerroute: 'B',
};
const ASIEL: AanbodInvoer = {
  ...ECHTGENOTE,
  gezinslidVanAsielstatushouder: false,
  asielvergunningBepaaldeTijd: true,
};
const GEZIN: AanbodInvoer = {
  doelgroep: 'Gezinsmigrant en overige migrant',
  leerroute: 'B',
  begeleidingGezinsmigranten: false,
};

const rechten = (f: AanbodInvoer) => {
  const antwoord = aanbodVoor(f);
  if (antwoord.uitkomst === 'onbekend') return antwoord.ontbreekt.map((o) => o.feit);
  if (antwoord.uitkomst !== 'bepaald') return antwoord.uitkomst;
  return Object.fromEntries(antwoord.waarde.aanbod.map((o) => [o.onderdeel, o.recht]));
};

describe('aanbod als vraag', () => {
  it('vector 15: gezinslid met een reguliere vergunning krijgt alles, behalve ontzorgen', () => {
    const verwacht = {
      'Leerroute met KNM': 'ja',
      'Maatschappelijke begeleiding': 'ja',
      'Financieel ontzorgen': 'nee',
    };
    expect(rechten(ECHTGENOTE)).toMatchObject(verwacht);
    const { asielvergunningBepaaldeTijd: _, ...zonder } = ECHTGENOTE;
    expect(rechten(zonder)).toMatchObject(verwacht);
  });

  it.each([
    ['2025-08-31', undefined, 'ja'],
    ['2025-09-01', undefined, 'ja'],
    ['2026-02-28', undefined, 'ja'],
    ['2026-03-01', undefined, 'nee'],
    ['2025-10-01', '2025-10-01', 'nee'],
    ['2025-09-30', '2025-10-01', 'ja'],
  ])('bijstand vanaf 1 september 2025, op %s tot %s: ontzorgen %s', (dag, tot, recht) => {
    const f: AanbodInvoer = {
      ...ASIEL,
      begindatumBijstand: datum('2025-09-01'),
      peildatum: datum(dag),
      ...(tot ? { einddatumBijstand: datum(tot) } : {}),
    };
    const ontzorgen = (rechten(f) as Record<string, string>)['Financieel ontzorgen'];
    expect(ontzorgen).toBe(recht);
  });

  it.each([
    [GEZIN, 'Maatschappelijke begeleiding', 'lokale-keuze'],
    [{ ...GEZIN, begeleidingGezinsmigranten: true }, 'Maatschappelijke begeleiding', 'ja'],
    [GEZIN, 'Leerroute met KNM', 'alleen-advies'],
    [GEZIN, 'Onderdelen voor participatie in het PIP', 'bij-bijstand'],
    [GEZIN, 'Module Arbeidsmarkt en Participatie (MAP)', 'ja'],
    [{ ...GEZIN, leerroute: 'O' }, 'Module Arbeidsmarkt en Participatie (MAP)', 'nee'],
    [ASIEL, 'Financieel ontzorgen', 'bij-bijstand'],
    [{ ...ASIEL, asielvergunningBepaaldeTijd: false }, 'Financieel ontzorgen', 'nee'],
  ] as [AanbodInvoer, string, string][])('%j: %s is %s', (f, naam, recht) => {
    expect(rechten(f)).toMatchObject({ [naam]: recht });
  });

  it.each([
    ['2025-08-31', undefined, 'bij-bijstand'],
    ['2025-09-01', undefined, 'ja'],
    ['2025-09-30', '2025-10-01', 'ja'],
    ['2025-10-01', '2025-10-01', 'bij-bijstand'],
  ])('gezinsmigrant met bijstand, op %s tot %s: participatie %s', (dag, tot, recht) => {
    const f: AanbodInvoer = {
      ...GEZIN,
      begindatumBijstand: datum('2025-09-01'),
      peildatum: datum(dag),
      ...(tot ? { einddatumBijstand: datum(tot) } : {}),
    };
    expect(rechten(f)).toMatchObject({ 'Onderdelen voor participatie in het PIP': recht });
  });

  it('vraagt alleen wat voor deze doelgroep telt', () => {
    expect(rechten({})).toEqual(['doelgroep', 'leerroute']);
    expect(rechten({ doelgroep: 'Asielstatushouder' })).toEqual([
      'leerroute',
      'gezinslidVanAsielstatushouder',
    ]);
    expect(
      rechten({
        doelgroep: 'Asielstatushouder',
        leerroute: 'B',
        gezinslidVanAsielstatushouder: false,
      }),
    ).toEqual(['asielvergunningBepaaldeTijd']);
    expect(
      rechten({
        doelgroep: 'Gezinsmigrant en overige migrant',
        leerroute: 'B',
        begindatumBijstand: datum('2025-09-01'),
      }),
    ).toEqual(['begeleidingGezinsmigranten', 'peildatum']);
  });

  it('legt elk onderdeel uit, met feiten en wat er verandert', () => {
    const f = { ...ASIEL, begindatumBijstand: datum('2025-09-01'), peildatum: datum('2025-10-01') };
    const herkomst = {
      asielvergunningBepaaldeTijd: { bron: 'IND' },
      begindatumBijstand: { bron: 'Noor' },
    };
    const uitleg = aanbodVoor(f, herkomst).uitleg();
    expect(uitleg.stappen).toHaveLength(8);
    expect(uitleg.stappen?.[7]).toMatchObject({
      uitkomst: '1 september 2025 tot en met 28 februari 2026',
      feiten: [{ bron: 'uitgangspunt' }, { bron: 'IND' }, { bron: 'Noor' }],
    });
    expect(uitleg.uitkomst).toContain('Brede intake, ');
    expect(uitleg.uitkomst).toMatch(/en Financieel ontzorgen$/);
    expect(aanbodVoor(GEZIN).uitleg().uitkomst).not.toContain('Leerroute met KNM');
    expect(uitleg.grondslag?.artikel).toBe('Wet inburgering 2021 art. 6, 13, 14, 15 en 16');
    expect(uitleg.feiten).toHaveLength(6);
    expect(uitleg.zouWijzigenAls).toHaveLength(2);
  });

  it('geeft elk voorbeeld een geldige waarde', () => {
    for (const { invoer } of aanbodRegel.voorbeelden) {
      expect(aanbodRegel.beantwoord(invoer)).toHaveProperty('antwoord.uitkomst');
    }
  });
});
