import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Raadpleging } from './raadpleging.ts';
import { BSN, DUO_OIN, GEMEENTE_OIN, startTegenpartij } from './tegenpartij.ts';
import { RAADPLEGINGEN } from './voorbeelden.ts';

let kant: Awaited<ReturnType<typeof startTegenpartij>>;
beforeAll(async () => {
  kant = await startTegenpartij();
});
afterAll(() => kant.sluit());

const zoek = (naam: string) => RAADPLEGINGEN.find((r) => r.vraag === naam) as Raadpleging;
/** Bij elk object een veld dat DUO later toevoegt, en een leeg veld als null. */
function aangevuld(ruw: unknown): unknown {
  if (Array.isArray(ruw)) return ruw.map(aangevuld);
  if (typeof ruw !== 'object' || ruw === null) return ruw;
  const velden = Object.entries(ruw).map(([naam, w]) => [naam, aangevuld(w)]);
  return { ...Object.fromEntries(velden), laterToegevoegd: { x: 1 } };
}

describe.each(RAADPLEGINGEN.map((r) => [r.vraag, r] as const))('%s', (_naam, r) => {
  beforeEach(() => kant.antwoordMet({ status: 200, body: r.ruw }));

  test('vraagt precies het pad van DUO, met de drie koppen, en leest het antwoord', async () => {
    const antwoord = await r.stel(kant.duo);
    expect(antwoord).toMatchObject({ soort: 'ok', ruw: r.ruw });
    expect(antwoord.soort === 'ok' && antwoord.waarde).toEqual(r.waarde);
    expect(antwoord).not.toHaveProperty('meldingen');
    expect(antwoord).not.toHaveProperty('versieMelding');
    expect(kant.ontvangen).toMatchObject([
      {
        method: 'GET',
        pad: `/${r.api}/v1${r.pad.replace('{bsn}', BSN)}`,
        koppen: { bron: GEMEENTE_OIN, doel: DUO_OIN, berichtid: antwoord.berichtId },
        body: undefined,
      },
    ]);
  });

  test('een veld dat Meedoen niet kent verandert niets', async () => {
    kant.antwoordMet({ status: 200, body: aangevuld(r.ruw) });
    const antwoord = await r.stel(kant.duo);
    expect(antwoord.soort === 'ok' && antwoord.waarde).toEqual(r.waarde);
  });

  test('niets, niet bevoegd en een storing zijn drie antwoorden', async () => {
    kant.antwoordMet({ status: 404 });
    expect(await r.stel(kant.duo)).toMatchObject({ soort: 'niets' });
    kant.antwoordMet({ status: 403 });
    expect(await r.stel(kant.duo)).toMatchObject({ soort: 'niet-bevoegd' });
    kant.antwoordMet({ status: 401 });
    expect(await r.stel(kant.duo)).toMatchObject({ soort: 'niet-bevoegd' });
    kant.antwoordMet({ status: 500 });
    expect(await r.stel(kant.duo)).toMatchObject({ soort: 'storing', misschienVerwerkt: false });
  });

  test('een antwoord dat iets heel anders is, is een storing', async () => {
    for (const body of ['tekst', 12, [null], [{}, 'x']]) {
      kant.antwoordMet({ status: 200, body });
      expect(await r.stel(kant.duo)).toMatchObject({
        soort: 'storing',
        reden: expect.stringMatching(/past niet bij de afspraken/),
        misschienVerwerkt: false,
      });
    }
  });
});

test.each([
  ['doelgroep', { indeling: 'Kennismigrant' }, { indeling: { bekend: false } }],
  [
    'inburgeringsplicht',
    { indicatorInburgeringsplicht: true, redenGeenInburgeringsplicht: 'X' },
    { redenGeenInburgeringsplicht: { bekend: false, waarde: 'X' } },
  ],
  [
    'verlengingen',
    [{ beoordelingAanvraag: 'Ingetrokken', ontvangstdatum: null }],
    [{ beoordelingAanvraag: { bekend: false, waarde: 'Ingetrokken' } }],
  ],
  [
    'gratisPogingen',
    [{ onderdeel: 'ONA', gratisPogingenTegoed: 2 }],
    [{ onderdeel: { bekend: false, waarde: 'ONA' } }],
  ],
  [
    'examenresultaten',
    [{ examendatum: '2027-01-01', resultaat: 'Uitgesteld', onderdeel: 'LE', niveau: 'C1' }],
    [{ resultaat: { bekend: false }, niveau: { bekend: false, waarde: 'C1' } }],
  ],
  [
    'ontheffingen',
    [{ GeheleOntheffing: { oordeel: 'Herzien', datumOordeel: '2026-01-01', grond: 'NWE' } }],
    [{ oordeel: { bekend: false }, grond: { bekend: false, waarde: 'NWE' } }],
  ],
  [
    'vrijstellingen',
    [{ GeheleVrijstelling: { oordeel: 'Toekenning', reden: 'XYZ' } }],
    [{ reden: { bekend: false, waarde: 'XYZ' } }],
  ],
  [
    'pip',
    { gemeentecode: '0101', pip: { dagtekeningPip: '2026-01-01', leerroute: 'Q' } },
    { pip: { leerroute: { bekend: false, waarde: 'Q' } } },
  ],
] as const)(
  '%s: een waarde buiten de lijst blijft als tekst bewaard',
  async (naam, body, waarde) => {
    kant.antwoordMet({ status: 200, body });
    expect(await zoek(naam).stel(kant.duo)).toMatchObject({ soort: 'ok', waarde });
  },
);

test.each([
  ['doelgroepHistorie', [{ einddatum: '2026-02-30' }], '0.einddatum'],
  ['inburgeringsplicht', {}, 'indicatorInburgeringsplicht'],
  ['inburgeringstermijn', { startdatum: '2026-02-01' }, 'einddatum'],
  [
    'leerbaarheidstoetsResultaten',
    [
      {
        resultaat: 'Onbekend',
        behaaldeScore: '62.50',
        benodigdeScore: '50,00',
        datumAfname: '2026-01-01',
      },
    ],
    '0.behaaldeScore',
  ],
  ['boetes', [{ bedrag: '340', datum: '2029-06-01' }], '0.bedrag'],
  [
    'uren',
    [{ gemeentecode: '0101', bekendTot: '2026-01-01', ParticipatieAlsTaalles: { uren: -1 } }],
    '0.ParticipatieAlsTaalles.uren',
  ],
  ['map', {}, 'datumEindgesprekMap'],
  ['verlengingsgronden', [{ code: '1' }], '0.omschrijving'],
] as const)('%s: een waarde die niet kan wordt bij naam genoemd', async (naam, body, veld) => {
  kant.antwoordMet({ status: 200, body });
  expect(await zoek(naam).stel(kant.duo)).toMatchObject({
    soort: 'storing',
    reden: `het antwoord past niet bij de afspraken (${veld})`,
  });
});

describe('wat een beheerder moet weten', () => {
  const instelling = { instellingsnummer: '1000000101', naam: 'Taalhuis' };
  test.each([
    [199, undefined],
    [200, ['DUO gaf precies 200 instellingen; er kunnen er meer zijn']],
    [201, undefined],
  ])('%i instellingen', async (aantal, meldingen) => {
    kant.antwoordMet({ status: 200, body: Array.from({ length: aantal }, () => instelling) });
    const antwoord = await kant.duo.instellingen();
    expect(antwoord.soort === 'ok' && antwoord.meldingen).toEqual(meldingen);
  });

  test('een soort vrijstelling of ontheffing die Meedoen niet kent verdwijnt niet stil', async () => {
    const nieuw = { NieuweSoort: { oordeel: 'Toekenning' } };
    kant.antwoordMet({ status: 200, body: [nieuw] });
    expect(await kant.duo.vrijstellingen(BSN)).toMatchObject({
      waarde: [],
      meldingen: ['DUO gaf een soort die Meedoen niet kent: NieuweSoort'],
    });
    expect(await kant.duo.ontheffingen(BSN)).toMatchObject({
      waarde: [],
      meldingen: ['DUO gaf een soort die Meedoen niet kent: NieuweSoort'],
    });
  });

  test('31 december 9999 betekent bij elk inclusief einde dat er geen einde is', async () => {
    kant.antwoordMet({
      status: 200,
      body: [{ indeling: 'Asielstatushouder', einddatum: '9999-12-31' }],
    });
    const antwoord = await kant.duo.doelgroepHistorie(BSN);
    expect(antwoord.soort === 'ok' && antwoord.waarde[0]?.einddatumExclusief).toBeUndefined();
  });
});
