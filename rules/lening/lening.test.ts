import { describe, expect, it } from 'vitest';
import { datum } from '../shared/datum.ts';
import { type LeningFeiten, lening, leningRegel } from './lening.ts';

const GOED: LeningFeiten = {
  inburgeringsplichtig: true,
  doelgroep: 'Gezinsmigrant en overige migrant',
  doel: 'cursus voor de leerroute',
  keurmerk: true,
  oudeLeningOpen: false,
  datumAanvraag: datum('2025-06-02'),
  begindatumInburgeringstermijn: datum('2024-03-16'),
  laatsteDagInburgeringstermijn: datum('2027-03-15'),
};
const NIEUW = {
  begindatumNieuweTermijn: datum('2027-06-01'),
  laatsteDagNieuweTermijn: datum('2028-05-31'),
};

/** 'voldoet', de codes van de redenen, of de feiten die ontbreken. */
function kort(f: LeningFeiten): string | string[] {
  const antwoord = lening(f);
  if (antwoord.uitkomst === 'voldoet-niet') return antwoord.redenen.map((r) => r.code);
  if (antwoord.uitkomst === 'onbekend') return antwoord.ontbreekt.map((o) => o.feit);
  return antwoord.uitkomst;
}

const op = (dag: string, extra: LeningFeiten = {}) =>
  kort({ ...GOED, ...extra, datumAanvraag: datum(dag) });

describe('lening', () => {
  it.each<[LeningFeiten, string | string[]]>([
    [{}, 'voldoet'],
    [{ doelgroep: 'Asielstatushouder' }, ['lening-doelgroep']],
    [{ inburgeringsplichtig: false }, ['lening-plicht']],
    [{ oudeLeningOpen: true }, ['lening-oude-lening']],
    [{ keurmerk: false }, ['lening-keurmerk']],
    [{ doel: 'examen', keurmerk: false }, 'voldoet'],
    [{ doel: 'alfabetisering', alfabetiseringInPip: true }, 'voldoet'],
    [
      { doel: 'alfabetisering', alfabetiseringInPip: false, keurmerk: false },
      ['lening-alfabetiseringInPip', 'lening-keurmerk'],
    ],
    [{ doel: 'taalschakeltraject', leerroute: 'O', erkendTaalschakeltraject: true }, 'voldoet'],
    [
      { doel: 'taalschakeltraject', leerroute: 'O', erkendTaalschakeltraject: false },
      ['lening-erkendTaalschakeltraject'],
    ],
    [
      { doel: 'taalschakeltraject', leerroute: 'B', erkendTaalschakeltraject: true },
      ['lening-leerroute'],
    ],
    [{ doel: 'cursus voor de leerroute', leerroute: 'Z' }, 'voldoet'],
  ])('met %j: %j', (f, verwacht) => {
    expect(kort({ ...GOED, ...f })).toEqual(verwacht);
  });

  it('geeft alle redenen, ook als er feiten ontbreken', () => {
    expect(
      kort({
        inburgeringsplichtig: false,
        doelgroep: 'Asielstatushouder',
        oudeLeningOpen: true,
        doel: 'taalschakeltraject',
        leerroute: 'Z',
        erkendTaalschakeltraject: false,
        datumAanvraag: datum('2024-03-15'),
        begindatumInburgeringstermijn: datum('2024-03-16'),
        laatsteDagInburgeringstermijn: datum('2027-03-15'),
      }),
    ).toEqual([
      'lening-plicht',
      'lening-doelgroep',
      'lening-oude-lening',
      'lening-erkendTaalschakeltraject',
      'lening-leerroute',
      'lening-te-vroeg',
    ]);
    expect(kort({ doelgroep: 'Asielstatushouder' })).toEqual(['lening-doelgroep']);
  });

  it.each([
    ['2024-03-15', ['lening-te-vroeg']],
    ['2024-03-16', 'voldoet'],
    ['2027-03-14', 'voldoet'],
    ['2027-03-15', 'voldoet'],
    ['2027-03-16', ['begindatumNieuweTermijn', 'laatsteDagNieuweTermijn']],
    ['2033-03-15', ['begindatumNieuweTermijn', 'laatsteDagNieuweTermijn']],
    ['2033-03-16', ['lening-te-laat']],
  ])('aanvraag op %s: %j', (dag, verwacht) => {
    expect(op(dag)).toEqual(verwacht);
  });

  it.each([
    ['2027-05-31', ['lening-te-laat']],
    ['2027-06-01', 'voldoet'],
    ['2028-05-31', 'voldoet'],
    ['2028-06-01', ['lening-te-laat']],
  ])('met een nieuwe termijn, aanvraag op %s: %j', (dag, verwacht) => {
    expect(op(dag, NIEUW)).toEqual(verwacht);
  });

  it('weet ook met één dag van de nieuwe termijn soms genoeg', () => {
    const { begindatumNieuweTermijn, laatsteDagNieuweTermijn } = NIEUW;
    expect(op('2027-05-31', { begindatumNieuweTermijn })).toEqual(['lening-te-laat']);
    expect(op('2027-06-01', { begindatumNieuweTermijn })).toEqual(['laatsteDagNieuweTermijn']);
    expect(op('2028-06-01', { laatsteDagNieuweTermijn })).toEqual(['lening-te-laat']);
    expect(op('2028-05-31', { laatsteDagNieuweTermijn })).toEqual(['begindatumNieuweTermijn']);
    const jaren = { ...NIEUW, laatsteDagNieuweTermijn: datum('2040-01-01') };
    expect(op('2033-03-15', jaren)).toBe('voldoet');
    expect(op('2033-03-16', jaren)).toEqual(['lening-te-laat']);
  });

  it.each(Object.keys(GOED) as (keyof LeningFeiten)[])('zonder %s is het onbekend', (naam) => {
    const { [naam]: _, ...rest } = GOED;
    expect(kort(rest)).toEqual([naam]);
  });

  it.each<[LeningFeiten, string[]]>([
    [{ doel: 'taalschakeltraject' }, ['erkendTaalschakeltraject', 'leerroute']],
    [{ doel: 'alfabetisering' }, ['alfabetiseringInPip', 'keurmerk']],
    [{ doel: 'examen' }, []],
  ])('met %j vraagt zij ook %j', (f, feiten) => {
    expect(kort(f)).toEqual([
      'inburgeringsplichtig',
      'doelgroep',
      'oudeLeningOpen',
      ...feiten,
      'datumAanvraag',
      'begindatumInburgeringstermijn',
      'laatsteDagInburgeringstermijn',
    ]);
  });

  it('legt uit hoe hoog de lening ten hoogste is', () => {
    expect(lening(GOED).uitleg()).toMatchObject({
      titel: 'Lening voor de inburgering',
      uitkomst: 'een lening van ten hoogste € 10.000 kan',
      grondslag: { artikel: 'Wet inburgering 2021 art. 20' },
      stappen: [
        {
          uitkomst: 'ten hoogste € 10.000',
          grondslag: { artikel: 'Besluit inburgering 2021 art. 6.2' },
        },
      ],
    });
    expect(lening(GOED).uitleg().feiten).toHaveLength(8);
    expect(lening(GOED).uitleg().zouWijzigenAls).toHaveLength(2);
  });

  it.each<[LeningFeiten, string, string, string]>([
    [
      { inburgeringsplichtig: false },
      'inburgeringsplichtig',
      'inburgeringsplichtig is',
      'Wet inburgering 2021 art. 20',
    ],
    [{ doelgroep: 'Asielstatushouder' }, 'doelgroep', 'leent niet', 'Wet inburgering 2021 art. 19'],
    [{ oudeLeningOpen: true }, 'oudeLeningOpen', 'oude wet', 'Besluit inburgering 2021 art. 6.2'],
    [{ keurmerk: false }, 'keurmerk', 'geen keurmerk', 'Besluit inburgering 2021 art. 6.2'],
    [
      { datumAanvraag: datum('2024-01-01') },
      'datumAanvraag',
      'vanaf 16 maart 2024',
      'Besluit inburgering 2021 art. 6.3',
    ],
    [
      { datumAanvraag: datum('2034-01-01') },
      'datumAanvraag',
      'tot en met 15 maart 2033',
      'Wet inburgering 2021 art. 20',
    ],
    [
      { ...NIEUW, datumAanvraag: datum('2027-04-01') },
      'datumAanvraag',
      'Op 1 april 2027 liep er geen',
      'Besluit inburgering 2021 art. 6.3',
    ],
  ])('zegt bij %j om welk veld en artikel het gaat', (f, veld, tekst, artikel) => {
    const antwoord = lening({ ...GOED, ...f });
    const [reden] = antwoord.uitkomst === 'voldoet-niet' ? antwoord.redenen : [];
    expect(reden).toMatchObject({ veld, grondslag: { artikel } });
    expect(reden?.tekst).toContain(tekst);
  });

  it('zegt bij elk doel wat eraan schort', () => {
    const antwoord = lening({
      ...GOED,
      doel: 'taalschakeltraject',
      leerroute: 'B',
      erkendTaalschakeltraject: false,
    });
    expect(antwoord.uitkomst === 'voldoet-niet' && antwoord.redenen.map((r) => r.tekst)).toEqual([
      'Het taalschakeltraject is niet erkend.',
      'Een taalschakeltraject hoort bij de onderwijsroute, en die staat niet in het PIP.',
    ]);
    expect(
      lening({ ...GOED, doel: 'alfabetisering', alfabetiseringInPip: false, keurmerk: false }),
    ).toMatchObject({
      redenen: [
        { tekst: 'De alfabetisering staat niet als verplichting in het PIP.' },
        { tekst: 'De instelling heeft geen keurmerk.' },
      ],
    });
  });

  it('beantwoordt haar eigen voorbeelden', () => {
    const uitkomsten = leningRegel.voorbeelden.map(({ invoer }) => {
      const uit = leningRegel.beantwoord(invoer);
      return 'antwoord' in uit && uit.antwoord.uitkomst;
    });
    expect(uitkomsten).toEqual(['voldoet', 'voldoet-niet', 'onbekend']);
  });
});
