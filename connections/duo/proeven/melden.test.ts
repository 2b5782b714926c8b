import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { DuoVragen } from '../client.ts';
import { MELDINGEN } from './meldingen.ts';
import { BSN, DUO_OIN, GEMEENTE_OIN, INSTELLING, startTegenpartij } from './tegenpartij.ts';
import { RAADPLEGINGEN } from './voorbeelden.ts';

let kant: Awaited<ReturnType<typeof startTegenpartij>>;
beforeAll(async () => {
  kant = await startTegenpartij();
});
afterAll(() => kant.sluit());

const BERICHT = '0190b5a0-0000-7000-8000-000000000001';

test('elke vraag van de client heeft een voorbeeld', () => {
  const met = [...RAADPLEGINGEN, ...MELDINGEN].map((v) => v.vraag);
  expect(met.toSorted()).toEqual(Object.keys(kant.duo).toSorted());
});

describe.each(MELDINGEN.map((m) => [m.vraag, m] as const))('%s', (_naam, m) => {
  beforeEach(() => kant.antwoordMet({ status: m.status, body: m.antwoord }));

  test('gaat naar precies het pad van DUO met alleen de velden van DUO', async () => {
    const antwoord = await m.doe(kant.duo, BERICHT);
    expect(antwoord).toMatchObject({ soort: 'ok', berichtId: BERICHT });
    expect(antwoord.soort === 'ok' && antwoord.waarde).toEqual(m.waarde);
    const pad = m.pad
      .replace('{bsn}', BSN)
      .replace('{id}', '7')
      .replace('{instellingsnummer}', INSTELLING);
    expect(kant.ontvangen).toEqual([
      {
        method: m.method,
        pad: `/${m.api}/v1${pad}`,
        koppen: expect.objectContaining({ bron: GEMEENTE_OIN, doel: DUO_OIN, berichtid: BERICHT }),
        body: m.body,
      },
    ]);
  });

  test('met teksten is het geweigerd, zonder niet bevoegd', async () => {
    const body = [{ fouttekst: 'Eerste reden.' }, { fouttekst: 'Tweede reden.' }];
    kant.antwoordMet({ status: 403, body });
    expect(await m.doe(kant.duo)).toMatchObject({
      soort: 'geweigerd',
      foutteksten: ['Eerste reden.', 'Tweede reden.'],
    });
    kant.antwoordMet({ status: 403, body: [{}] });
    expect(await m.doe(kant.duo)).toMatchObject({
      soort: 'geweigerd',
      foutteksten: ['DUO weigert de melding en zegt niet waarom.'],
    });
    kant.antwoordMet({ status: 403 });
    const leeg = await m.doe(kant.duo);
    expect(leeg).toEqual({ soort: 'niet-bevoegd', berichtId: leeg.berichtId });
    kant.antwoordMet({ status: 401 });
    expect(await m.doe(kant.duo)).toMatchObject({ soort: 'niet-bevoegd', aanmelding: true });
  });

  test('onbekend, onleesbaar en misschien verwerkt zijn te onderscheiden', async () => {
    kant.antwoordMet({ status: 404 });
    expect(await m.doe(kant.duo)).toMatchObject({ soort: 'niets' });
    kant.antwoordMet({ status: 400 });
    expect(await m.doe(kant.duo)).toMatchObject({ soort: 'fout-verzoek', velden: [] });
    kant.antwoordMet({ status: 500 });
    expect(await m.doe(kant.duo)).toMatchObject({ soort: 'storing', misschienVerwerkt: true });
    kant.antwoordMet({ status: 503 });
    expect(await m.doe(kant.duo)).toMatchObject({ soort: 'storing', misschienVerwerkt: false });
  });

  test.each([200, 201, 204])('succes met %i telt ook', async (status) => {
    kant.antwoordMet({ status, body: status === 204 ? undefined : m.antwoord });
    const isZonderNummer = status === 204 && m.antwoord !== undefined;
    expect(await m.doe(kant.duo)).toMatchObject(
      isZonderNummer ? { soort: 'storing', misschienVerwerkt: true } : { soort: 'ok' },
    );
  });
});

test('een contactpersoon zonder nummer kan er al zijn', async () => {
  kant.antwoordMet({ status: 201, body: { contactpersoongegevens: {} } });
  const wie = { naam: 'Team', email: 'a@b.example', telefoonnummer: '0881234567' };
  expect(await kant.duo.maakContactpersoon(wie)).toMatchObject({
    soort: 'storing',
    reden: 'het antwoord past niet bij de afspraken (id)',
    misschienVerwerkt: true,
  });
});

const WIE = { naam: 'Team', email: 'a@b.example', telefoonnummer: '0881234567' };
const AANBOD = { indicatorAlfabetiseringsonderwijs: 'NVT' } as const;
const PIP = { dagtekeningPip: '2026-03-01', leerroute: 'B' } as const;
// Wat de typen al tegenhouden kan toch komen: de inhoud staat als JSON in de uitbox.
type Los = Record<string, unknown>;
const los = (duo: DuoVragen) => ({
  pip: (inhoud: Los) => duo.meldPip(BSN, inhoud as never),
  wie: (inhoud: Los) => duo.maakContactpersoon(inhoud as never),
  aanbod: (inhoud: Los) => duo.meldAanbod(BSN, INSTELLING, inhoud as never),
  map: (inhoud: Los) => duo.meldMap(BSN, inhoud as never),
  pvt: (inhoud: Los) => duo.meldPvt(BSN, inhoud as never),
  zroute: (inhoud: Los) => duo.meldZroute(BSN, inhoud as never),
  intake: (inhoud: Los) => duo.meldUrenBredeIntake(BSN, inhoud as never),
  uren: (inhoud: Los) => duo.meldUrenInstelling(BSN, INSTELLING, inhoud as never),
});

test.each([
  ['pip', { leerroute: 'B' }, ['dagtekeningPip']],
  ['pip', { ...PIP, dagtekeningPip: '2026-02-30' }, ['dagtekeningPip']],
  ['pip', { ...PIP, leerroute: 'Q' }, ['leerroute']],
  ['pip', { ...PIP, geschatteIntensiteitB1Route: 10_000 }, ['geschatteIntensiteitB1Route']],
  ['pip', { ...PIP, niveau: null }, ['niveau']],
  ['pip', { ...PIP, bsn: BSN }, ['bsn']],
  ['wie', { ...WIE, naam: 'Team 3' }, ['naam']],
  ['wie', { ...WIE, naam: 'Werk & Inburgering' }, ['naam']],
  ['wie', { ...WIE, naam: '' }, ['naam']],
  ['wie', { ...WIE, naam: 'a'.repeat(101) }, ['naam']],
  ['wie', { ...WIE, email: 'a@b' }, ['email']],
  ['wie', { ...WIE, email: 'a'.repeat(242) }, ['email']],
  ['wie', { ...WIE, telefoonnummer: '12' }, ['telefoonnummer']],
  ['wie', { ...WIE, telefoonnummer: 'vraag naar Jan' }, ['telefoonnummer']],
  ['wie', { naam: 'Team' }, ['email', 'telefoonnummer']],
  ['aanbod', {}, ['indicatorAlfabetiseringsonderwijs']],
  [
    'aanbod',
    { ...AANBOD, verwachteEinddatumOpleiding: '31-12-2026' },
    ['verwachteEinddatumOpleiding'],
  ],
  ['aanbod', { ...AANBOD, instelling: 'Taalhuis' }, ['instelling']],
  ['map', { verwijtbaar: true }, ['verwijtbaar']],
  ['pvt', { datumEindgesprekMap: '2026-01-01' }, ['datumEindgesprekMap']],
  ['zroute', { datumAfrondingZroute: '' }, ['datumAfrondingZroute']],
  ['intake', {}, ['uren']],
  ['intake', { uren: -1 }, ['uren']],
  ['intake', { uren: 10_000 }, ['uren']],
  ['intake', { uren: 1.5 }, ['uren']],
  ['uren', { uren: 1 }, ['bekendTot']],
  ['uren', { bekendTot: '2026-11-01', urenGeoorloofdVerzuim: 10_000 }, ['urenGeoorloofdVerzuim']],
] as const)('%s %o gaat niet op reis', async (wat, inhoud, velden) => {
  kant.antwoordMet({ status: 200 });
  expect(await los(kant.duo)[wat](inhoud)).toMatchObject({ soort: 'fout-verzoek', velden });
  expect(kant.ontvangen).toEqual([]);
});

test.each([
  ['bsn', (duo: DuoVragen) => duo.verwijderPip('99900003')],
  ['bsn', (duo: DuoVragen) => duo.koppelContactpersoon(7, '../../../x')],
  ['instellingsnummer', (duo: DuoVragen) => duo.trekAanbodIn(BSN, '100000010')],
  ['id', (duo: DuoVragen) => duo.verwijderContactpersoon(0)],
  ['id', (duo: DuoVragen) => duo.verwijderContactpersoon(100_000)],
  ['id', (duo: DuoVragen) => duo.ontkoppelContactpersoon(1.5, BSN)],
  ['berichtId', (duo: DuoVragen) => duo.verwijderPip(BSN, 'geen-uuid')],
])('een pad met een %s die niet kan gaat niet op reis', async (veld, doe) => {
  kant.antwoordMet({ status: 200 });
  expect(await doe(kant.duo)).toMatchObject({ soort: 'fout-verzoek', velden: [veld] });
  expect(kant.ontvangen).toEqual([]);
});

test.each([
  ['naam', { ...WIE, naam: 'a'.repeat(100) }],
  ['naam', { ...WIE, naam: 'Ceciel van ’s-Gravenmoer'.replace('’', '‘') }],
  ['email', { ...WIE, email: 'a'.repeat(241) }],
  ['telefoonnummer', { ...WIE, telefoonnummer: '088-1234567,12' }],
])('op de grens van DUO gaat %s wel mee', async (_veld, wie) => {
  kant.antwoordMet({ status: 201, body: { id: 1, contactpersoongegevens: wie } });
  expect(await kant.duo.maakContactpersoon(wie)).toMatchObject({ waarde: { id: 1 } });
  expect(kant.ontvangen[0]?.body).toEqual(wie);
});
