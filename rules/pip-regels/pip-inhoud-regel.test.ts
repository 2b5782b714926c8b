import { describe, expect, it } from 'vitest';
import { pipInhoudVraag } from './pip-inhoud-regel.ts';
import type { PipInhoudFeiten } from './pip-inhoud-velden.ts';

const AFGEWOGEN = { onderzocht: true, voor: true, tegen: true };
const VOLLEDIG: PipInhoudFeiten = {
  doelgroep: 'Asielstatushouder',
  leerroute: 'B',
  motivering: true,
  afwegingB1Route: AFGEWOGEN,
  afwegingOnderwijsroute: AFGEWOGEN,
  afwegingZroute: AFGEWOGEN,
  intensiteitLeerroute: 600,
  alfabetisering: 'NVT',
  pvt: { uren: 12, beschreven: true },
  moduleMap: { uren: 40, beschreven: true },
  begeleiding: true,
  aantalVoortgangsgesprekken: 8,
  kindVoorVve: false,
  schriftelijkeBeschikking: true,
  bezwaarclausule: true,
};
const { moduleMap: _map, ...ZONDER_MAP } = VOLLEDIG;
const ONDERWIJS: PipInhoudFeiten = { ...ZONDER_MAP, leerroute: 'O' };

function kort(f: PipInhoudFeiten) {
  const antwoord = pipInhoudVraag(f);
  if (antwoord.uitkomst === 'voldoet-niet') return antwoord.redenen.map((r) => r.veld);
  if (antwoord.uitkomst === 'onbekend') return antwoord.ontbreekt.map((o) => `? ${o.feit}`);
  return antwoord.uitkomst;
}

describe('pip-inhoud met gewone feiten (Wi2021 art. 15, Besluit art. 5.3)', () => {
  it.each([
    ['B1-route', VOLLEDIG],
    ['Z-route', { ...VOLLEDIG, leerroute: 'Z' }],
    ['onderwijsroute', ONDERWIJS],
  ] as [string, PipInhoudFeiten][])('een volledig PIP voor de %s voldoet', (_, f) => {
    expect(kort(f)).toBe('voldoet');
    expect(pipInhoudVraag(f).uitleg().uitkomst).toBe('volledig');
  });

  it.each([
    ['motivering', { motivering: false }],
    ['begeleiding', { begeleiding: false }],
    ['intensiteitLeerroute', { intensiteitLeerroute: 0 }],
    ['aantalVoortgangsgesprekken', { aantalVoortgangsgesprekken: 0 }],
    ['vveAfspraken', { kindVoorVve: true, vveAfspraken: false }],
    ['pvt', { pvt: { uren: 11, beschreven: true } }],
    ['pvt', { pvt: { uren: 12, beschreven: false } }],
    ['moduleMap', { moduleMap: { uren: 39, beschreven: true } }],
    ['moduleMap', { moduleMap: { uren: 40, beschreven: false } }],
    ['afwegingB1Route', { afwegingB1Route: { onderzocht: false } }],
    ['afwegingB1Route', { afwegingB1Route: { onderzocht: true, voor: false } }],
    ['afwegingOnderwijsroute', { afwegingOnderwijsroute: { onderzocht: true, tegen: false } }],
    ['afwegingZroute', { afwegingZroute: { onderzocht: true, tegen: false } }],
    ['schriftelijkeBeschikking', { schriftelijkeBeschikking: false }],
    ['bezwaarclausule', { bezwaarclausule: false }],
    ['leerroute', { leerrouteVorigeGemeente: 'Z' }],
    ['meegeteldeInspanningen', { meegeteldeInspanningen: [{ omschreven: false, uren: 10 }] }],
    ['meegeteldeInspanningen', { meegeteldeInspanningen: [{ omschreven: true, uren: 0 }] }],
  ] as [string, PipInhoudFeiten][])('een gebrek in %s: %j', (veld, anders) => {
    expect(kort({ ...VOLLEDIG, ...anders })).toEqual([veld]);
  });

  it('vector 64: geen MAP in de onderwijsroute, PVT wel', () => {
    expect(kort({ ...ONDERWIJS, moduleMap: { uren: 40, beschreven: true } })).toEqual([
      'moduleMap',
    ]);
    expect(kort({ ...ONDERWIJS, moduleMap: { uren: 0, beschreven: false } })).toBe('voldoet');
    expect(kort({ ...ONDERWIJS, pvt: { uren: 11, beschreven: true } })).toEqual(['pvt']);
  });

  it('intensiteit alleen voor asielstatushouders', () => {
    const f = { ...VOLLEDIG, intensiteitLeerroute: undefined };
    expect(kort(f)).toEqual(['? intensiteitLeerroute']);
    const gezins = { ...f, doelgroep: 'Gezinsmigrant en overige migrant' } as const;
    expect(kort(gezins)).toBe('voldoet');
    expect(kort({ ...gezins, intensiteitLeerroute: 0 })).toBe('voldoet');
    expect(kort({ ...VOLLEDIG, doelgroep: undefined, intensiteitLeerroute: 0 })).toEqual([
      '? doelgroep',
    ]);
  });

  it('de afweging telt alleen de kant die erbij hoort', () => {
    const f = {
      ...VOLLEDIG,
      afwegingB1Route: { onderzocht: true, voor: true },
      afwegingOnderwijsroute: { onderzocht: true, tegen: true },
      afwegingZroute: { onderzocht: true, tegen: true },
    };
    expect(kort(f)).toBe('voldoet');
    expect(kort({ ...f, leerroute: 'Z' })).toEqual(['? afwegingB1Route', '? afwegingZroute']);
    expect(kort({ ...f, afwegingB1Route: { voor: true } })).toEqual(['? afwegingB1Route']);
    expect(kort({ ...f, leerroute: undefined })).toEqual(['? leerroute']);
  });

  it('noemt alles wat ontbreekt', () => {
    expect(kort({})).toEqual([
      '? doelgroep',
      '? leerroute',
      '? motivering',
      '? alfabetisering',
      '? begeleiding',
      '? aantalVoortgangsgesprekken',
      '? kindVoorVve',
      '? schriftelijkeBeschikking',
      '? bezwaarclausule',
      '? afwegingB1Route',
      '? afwegingOnderwijsroute',
      '? afwegingZroute',
      '? pvt',
      '? moduleMap',
    ]);
    expect(kort({ ...VOLLEDIG, kindVoorVve: true })).toEqual(['? vveAfspraken']);
    expect(kort({ ...VOLLEDIG, pvt: { uren: 12 } })).toEqual(['? pvt']);
    expect(kort({ ...VOLLEDIG, pvt: { beschreven: true } })).toEqual(['? pvt']);
    expect(kort({ ...ZONDER_MAP })).toEqual(['? moduleMap']);
    const open = (rij: object) => kort({ ...VOLLEDIG, meegeteldeInspanningen: [rij] });
    expect(open({ uren: 10 })).toEqual(['? meegeteldeInspanningen']);
    expect(open({ omschreven: true })).toEqual(['? meegeteldeInspanningen']);
    expect(open({ omschreven: true, uren: 1 })).toBe('voldoet');
  });

  it('een zeker gebrek gaat voor, en leeg is geen gebrek', () => {
    expect(kort({ motivering: false })).toEqual(['motivering']);
    expect(kort({ bezwaarclausule: false, schriftelijkeBeschikking: false })).toEqual([
      'schriftelijkeBeschikking',
      'bezwaarclausule',
    ]);
    expect(kort({ leerrouteVorigeGemeente: 'Z', leerroute: 'B' })).toEqual(['leerroute']);
  });
});

it('een ander gebrek blijft zeker als de uren van een inspanning ontbreken', () => {
  const open = { ...VOLLEDIG, meegeteldeInspanningen: [{ omschreven: true }] };
  expect(kort({ ...open, motivering: false })).toEqual(['motivering']);
});

it('zonder jong kind zijn afspraken over VVE niet nodig', () => {
  expect(kort({ ...VOLLEDIG, kindVoorVve: false, vveAfspraken: false })).toBe('voldoet');
});

describe('pip-inhoud: afschalen (Besluit art. 5.5)', () => {
  const a2: PipInhoudFeiten = { ...VOLLEDIG, niveau: 'A2', leerrouteVorigPip: 'B' };

  it.each([
    [599, ['niveau']],
    [600, 'voldoet'],
    [undefined, ['? gevolgdeUrenTaalEnKnm']],
  ])('vector 52: %s uur: %j', (gevolgdeUrenTaalEnKnm, verwacht) => {
    const uren = gevolgdeUrenTaalEnKnm === undefined ? {} : { gevolgdeUrenTaalEnKnm };
    expect(kort({ ...a2, ...uren })).toEqual(verwacht);
  });

  it('alleen van B1 naar A2 in de B1-route', () => {
    expect(kort({ ...a2, niveauVorigPip: 'A2' })).toBe('voldoet');
    expect(kort({ ...a2, niveauVorigPip: 'A2', gevolgdeUrenTaalEnKnm: 10 })).toBe('voldoet');
    expect(kort({ ...a2, niveauVorigPip: 'B1', gevolgdeUrenTaalEnKnm: 10 })).toEqual(['niveau']);
    expect(kort({ ...a2, niveau: 'B1' })).toBe('voldoet');
    expect(kort({ ...a2, leerroute: 'Z' })).toBe('voldoet');
    expect(kort({ ...a2, leerrouteVorigPip: undefined })).toBe('voldoet');
    expect(kort({ ...a2, leerrouteVorigPip: 'Z', niveauVorigPip: 'A2' })).toEqual([
      '? gevolgdeUrenTaalEnKnm',
    ]);
  });

  it('uren die het PIP meetelt kunnen het verschil maken; ontbreken ze, dan is het onbekend', () => {
    const met = (uren?: number) =>
      kort({
        ...a2,
        gevolgdeUrenTaalEnKnm: 550,
        meegeteldeInspanningen: [{ omschreven: true, ...(uren ? { uren } : {}) }],
      });
    expect(met(49)).toEqual(['niveau']);
    expect(met(50)).toBe('voldoet');
    expect(met()).toEqual(['? meegeteldeInspanningen']);
  });
});

it('legt uit wat er bij het PIP hoort, en welk artikel een gebrek raakt', () => {
  const uitleg = pipInhoudVraag(VOLLEDIG).uitleg();
  expect(uitleg.grondslag?.artikel).toBe('Wet inburgering 2021 art. 15 lid 1');
  expect(uitleg.stappen).toMatchObject([
    {
      titel: expect.stringContaining('Participatiewet'),
      grondslag: { artikel: 'Wet inburgering 2021 art. 15 lid 3' },
    },
  ]);
  const fout = pipInhoudVraag({
    ...VOLLEDIG,
    bezwaarclausule: false,
    schriftelijkeBeschikking: false,
  });
  expect(fout).toMatchObject({
    redenen: [
      { code: 'pip-schriftelijkeBeschikking', tekst: expect.stringContaining('dagtekening') },
      {
        code: 'pip-bezwaarclausule',
        tekst: 'Zet in het PIP hoe en tot wanneer iemand bezwaar kan maken.',
        grondslag: { zekerheid: 'onbevestigd' },
      },
    ],
  });
  const rij = pipInhoudVraag({
    ...VOLLEDIG,
    meegeteldeInspanningen: [
      { omschreven: true, uren: 1 },
      { omschreven: false, uren: 1 },
    ],
  });
  expect(rij).toMatchObject({ redenen: [{ code: 'pip-meegeteldeInspanningen' }] });
  expect(JSON.stringify(fout)).not.toContain('actie');
});
