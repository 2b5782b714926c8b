import { describe, expect, it } from 'vitest';
import { keurBeleid } from './keur.ts';
import { PARAMETERS, parameterVan, SLEUTELS } from './parameters.ts';

const uitkomst = (sleutel: string, waarde: unknown) => keurBeleid(sleutel, waarde).uitkomst;
const redenen = (sleutel: string, waarde: unknown) => {
  const oordeel = keurBeleid(sleutel, waarde);
  return oordeel.uitkomst === 'voldoet-niet' ? oordeel.redenen : [];
};

describe('alle parameters', () => {
  it('dekken N1 tot en met N30', () => {
    const ids = new Set(SLEUTELS.map((s) => PARAMETERS[s].id));
    const hoort = Array.from({ length: 30 }, (_, i) => `N${i + 1}`);
    expect([...ids].sort()).toEqual(hoort.filter((id) => ids.has(id as 'N1')).sort());
    expect(hoort.filter((id) => !ids.has(id as 'N1'))).toEqual([]);
  });

  it.each(SLEUTELS)('%s: de standaard mag, en de grens noemt een artikel met link', (sleutel) => {
    const { standaard, grens } = parameterVan(sleutel);
    expect(keurBeleid(sleutel, standaard)).toMatchObject({ uitkomst: 'voldoet' });
    expect(uitkomst(sleutel, null)).toBe('voldoet');
    expect(grens.grondslag.artikel).toMatch(/ art\. \d/);
    expect(grens.grondslag.link).toMatch(/^https:\/\/wetten\.overheid\.nl\/BWBR\d{7}\//);
    expect(grens.tekst).toMatch(/\.$/);
  });

  it.each(SLEUTELS)('%s weigert wat geen waarde is, met het artikel', (sleutel) => {
    for (const onzin of [undefined, { onzin: 1 }, [null], () => 0]) {
      const [reden] = redenen(sleutel, onzin);
      expect(reden).toMatchObject({
        code: 'vorm',
        grondslag: parameterVan(sleutel).grens.grondslag,
      });
      expect(reden?.tekst.startsWith(parameterVan(sleutel).naam)).toBe(true);
    }
  });

  it.each(['', 'N8', 'pvturen', 'constructor', 'gemeentecode'])(
    'weigert de sleutel %j',
    (sleutel) => {
      expect(redenen(sleutel, 1)).toMatchObject([{ code: 'onbekende-sleutel' }]);
      expect(keurBeleid(sleutel, 1).uitleg()).toMatchObject({ titel: 'Lokaal beleid' });
    },
  );
});

const boete = (mogelijk: boolean, tweedeBeoordelaar: boolean) => ({
  mogelijk,
  tweedeBeoordelaar,
  inningGestopt: false,
});
const termijn = (aantal: number, eenheid: string) => ({ aantal, eenheid });
const ontzorgen = (maanden: number, grondLanger: string) => ({ maanden, grondLanger });
const elip = (elipLaatsteJaar: number, elipAltijd: number) => ({
  ondertussengroep: true,
  elip: true,
  elipLaatsteJaar,
  elipAltijd,
});
const LASTEN = ['huur', 'gas', 'water', 'stroom', 'zorgverzekering'];

/** Sleutel, artikel, wat mag en wat niet: vlak binnen en vlak buiten de grens. */
const GRENZEN: [string, string, unknown[], unknown[]][] = [
  ['gesprekkenJaar1Maanden', 'art. 17 lid 1', [1, 11, 12], [0, 13]],
  ['gesprekkenDaarnaMaanden', 'art. 17 lid 1', [1, 12], [0, 13]],
  ['waarschuwWekenPip', 'art. 5.3 lid 1', [[], [1], [9, 10]], [[0], [11], [4, 11], [0, 4]]],
  ['intakeStreefweek', 'art. 5.3 lid 1', [1, 9, 10], [0, 11]],
  ['pipConceptStreefweek', 'art. 5.3 lid 1', [1, 10], [0, 11]],
  ['lesurenZroute', 'art. 3.14 lid 1', [800, 801], [799]],
  [
    'onderwijsrouteRichtleeftijd',
    'art. 8',
    [{ leeftijd: 28, afwijkenKan: true }],
    [{ leeftijd: 28, afwijkenKan: false }],
  ],
  ['pvtUren', 'art. 3.1', [12, 13], [11]],
  ['pvtActiviteiten', 'art. 3.1', [1, 2], [0]],
  ['pvtOndertekeningenPerJaar', 'art. 3.1', [1, 2], [0]],
  ['mapUren', 'art. 3.2', [40, 41], [39]],
  ['zrouteActiviteiten', 'art. 3.14 lid 1', [['taalstage']], [[]]],
  ['begeleidingMaanden', 'art. 13', [1, 12], [0]],
  [
    'ontzorgenDuur',
    'art. 56a en 57',
    [ontzorgen(6, 'niet-langer'), ontzorgen(7, 'vrijwillig'), ontzorgen(7, 'participatiewet-57')],
    [ontzorgen(5, 'niet-langer'), ontzorgen(5, 'vrijwillig'), ontzorgen(7, 'niet-langer')],
  ],
  ['ontzorgenLasten', 'art. 56a', [LASTEN], [LASTEN.slice(1), LASTEN.slice(0, 4), []]],
  ['oproepDagen', 'art. 14 lid 1', [1, 69, 70], [0, 71]],
  [
    'nieuweTermijnBoete',
    'art. 22',
    [1, 2].map((n) => termijn(n, 'maanden')).concat(termijn(8, 'weken'), termijn(59, 'dagen')),
    [termijn(3, 'maanden'), termijn(9, 'weken'), termijn(60, 'dagen'), termijn(0, 'dagen')],
  ],
  [
    'boeteAsielstatushouders',
    'art. 22 en 23',
    [boete(true, true), boete(false, true), boete(false, false)],
    [boete(true, false)],
  ],
  ['zienswijzeDagen', 'art. 5:50', [1, 89, 90], [0, 91]],
  [
    'verrekenenBijstand',
    'art. 4:93',
    [
      { verrekenen: true, verordening: 'Verordening verrekening 2026' },
      { verrekenen: false, verordening: '' },
    ],
    [
      { verrekenen: true, verordening: '' },
      { verrekenen: true, verordening: '  ' },
    ],
  ],
  [
    'mandaatBoete',
    'art. 10:3',
    [{ functies: 'teamleider', rapporteurBeslist: false }],
    [{ functies: 'teamleider', rapporteurBeslist: true }],
  ],
  [
    'samenwerking',
    'art. 18',
    [{ vorm: 'openbaar-lichaam', verantwoordingOvergedragen: false }],
    [{ vorm: 'openbaar-lichaam', verantwoordingOvergedragen: true }],
  ],
  [
    'aanbieders',
    'art. 8.1',
    [{ overzicht: '', allenMetKeurmerk: true }],
    [{ overzicht: '', allenMetKeurmerk: false }],
  ],
  [
    'dienstenWi2013',
    'art. 12.1a lid 4',
    [elip(75, 95), elip(76, 96)],
    [elip(74, 95), elip(75, 94)],
  ],
  ['bewaarJaren', 'art. 9.9', [4, 5], [6]],
  ['bewaarKernJaren', 'art. 9.9', [49, 50], [51]],
  [
    'sisaStreefdatum',
    'art. 40',
    [
      { dag: 14, maand: 7 },
      { dag: 15, maand: 7 },
      { dag: 30, maand: 6 },
    ],
    [
      { dag: 16, maand: 7 },
      { dag: 1, maand: 8 },
    ],
  ],
  ['extraVrijeDagen', 'art. 3', [['2027-05-07'], []], [['2027-05-08'], ['2027-05-09']]],
];

/** Keuzes waar de wet zelf niets anders toelaat: de vorm weigert al, met het artikel. */
const KEUZES: [string, string, unknown, unknown][] = [
  ['eindgesprekDoor', 'art. 3.14', 'openbaar-lichaam', 'taalschool'],
  ['sanctieVolgorde', 'art. 27', 'per-geval', 'beide'],
  ['dossierOpvragen', 'art. 35 lid 4', 'vanzelf', 'vorige-gemeente-stuurt'],
  ['intakeStart', 'art. 5.3 lid 1', 'deels-in-azc', 'nooit'],
];

describe('de grens van de wet', () => {
  it.each(GRENZEN)('%s (%s)', (sleutel, artikel, mag, magNiet) => {
    for (const waarde of mag)
      expect([waarde, uitkomst(sleutel, waarde)]).toEqual([waarde, 'voldoet']);
    for (const waarde of magNiet) {
      const [reden] = redenen(sleutel, waarde);
      expect([waarde, reden?.code]).toEqual([waarde, 'buiten-grens']);
      expect(reden?.grondslag?.artikel).toContain(artikel);
      expect(reden?.tekst).toMatch(/^[A-Z0-9].+\.$/);
      expect(reden?.veld).toBe('waarde');
    }
  });

  it.each(KEUZES)('%s kent alleen wat mag (%s)', (sleutel, artikel, mag, magNiet) => {
    expect(uitkomst(sleutel, mag)).toBe('voldoet');
    expect(redenen(sleutel, magNiet)[0]?.grondslag?.artikel).toContain(artikel);
  });

  it('noemt alle redenen', () => {
    expect(redenen('waarschuwWekenPip', [0, 11])).toHaveLength(2);
    expect(redenen('ontzorgenLasten', ['gas'])).toHaveLength(4);
    expect(redenen('dienstenWi2013', elip(74, 94))).toHaveLength(2);
  });

  it('legt uit welke ruimte de wet laat', () => {
    expect(keurBeleid('pvtUren', 11).uitleg()).toMatchObject({
      titel: 'Uren van het participatieverklaringstraject',
      uitkomst: 'buiten de grens',
      grondslag: { artikel: 'Besluit inburgering 2021 art. 3.1' },
      stappen: [{ titel: 'Ten minste 12 uur.' }, { titel: 'Het traject duurt ten minste 12 uur.' }],
    });
    expect(keurBeleid('pvtUren', 12).uitleg()).toMatchObject({
      uitkomst: 'binnen de grens',
      stappen: [{ titel: 'Ten minste 12 uur.' }],
    });
  });
});

describe('de vorm', () => {
  it.each<[string, unknown, string]>([
    ['pvtUren', 12.5, 'waarde'],
    ['pvtUren', '12', 'waarde'],
    ['vierOgenPip', 'ja', 'waarde'],
    ['intakeAfspraken', 'x'.repeat(2001), 'waarde'],
    ['waarschuwWekenPip', 4, 'waarde'],
    ['waarschuwWekenPip', [4, 4], 'waarde'],
    ['waarschuwWekenPip', [4, 'x'], 'waarde.1'],
    ['waarschuwWekenPip', Array.from({ length: 11 }, (_, i) => i), 'waarde'],
    ['extraVrijeDagen', ['2027-02-30'], 'waarde.0'],
    ['nieuweTermijnBoete', { aantal: 1 }, 'waarde.eenheid'],
    ['nieuweTermijnBoete', { aantal: 1, eenheid: 'jaren' }, 'waarde.eenheid'],
    ['nieuweTermijnBoete', { ...termijn(1, 'dagen'), extra: 1 }, 'waarde'],
    ['nieuweTermijnBoete', [], 'waarde'],
  ])('%s weigert %j bij %s', (sleutel, waarde, veld) => {
    expect(redenen(sleutel, waarde)).toMatchObject([{ code: 'vorm', veld }]);
  });

  it('neemt tekst van precies de langste lengte', () => {
    expect(uitkomst('intakeAfspraken', 'x'.repeat(2000))).toBe('voldoet');
  });
});

describe('wat er aan de vorm mankeert', () => {
  const tien = Array.from({ length: 10 }, (_, i) => i + 1);

  it.each<[string, unknown, [string, RegExp][]]>([
    ['reces', 3, [['waarde', /tekst van hoogstens 2000 tekens/]]],
    ['reces', 'x'.repeat(2001), [['waarde', /tekst van hoogstens 2000 tekens/]]],
    ['reces', 'x'.repeat(2000), []],
    ['pvtUren', undefined, [['waarde', /mag niet leeg zijn/]]],
    ['pvtUren', 12.5, [['waarde', /heel getal/]]],
    ['waarschuwWekenPip', 4, [['waarde', /een lijst/]]],
    ['waarschuwWekenPip', tien, []],
    ['waarschuwWekenPip', [...tien, 0], [['waarde', /meer dan 10/]]],
    ['waarschuwWekenPip', [4, 4], [['waarde', /twee keer/]]],
    [
      'waarschuwWekenPip',
      [4, undefined, 'x'],
      [
        ['waarde.1', /mag niet leeg zijn/],
        ['waarde.2', /heel getal/],
      ],
    ],
    ['ontzorgenDuur', 'x', [['waarde', /benoemde waarden/]]],
    ['ontzorgenDuur', [6], [['waarde', /benoemde waarden/]]],
    [
      'ontzorgenDuur',
      { maanden: 6 },
      [['waarde.grondLanger', /Langer dan zes maanden op grond van mag niet leeg zijn/]],
    ],
    ['ontzorgenDuur', { ...ontzorgen(6, 'niet-langer'), x: 1 }, [['waarde', /onbekend veld/]]],
  ])('%s %j', (sleutel, waarde, verwacht) => {
    const lijst = redenen(sleutel, waarde);
    expect(lijst.map((r) => [r.code, r.veld])).toEqual(verwacht.map(([veld]) => ['vorm', veld]));
    for (const [i, [, tekst]] of verwacht.entries()) expect(lijst[i]?.tekst).toMatch(tekst);
  });

  it('een onbekende sleutel heet zo, in de reden en in de uitleg', () => {
    const tekst = expect.stringContaining('geen parameter');
    expect(redenen('bestaat-niet', 1)).toMatchObject([{ code: 'onbekende-sleutel', tekst }]);
    expect(keurBeleid('bestaat-niet', 1).uitleg().uitkomst).toEqual(tekst);
  });
});
