import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { datum } from '../../rules/shared/datum.ts';
import type { DuoVragen } from './client.ts';
import { duoClient } from './client.ts';
import { BSN, DUO, GEMEENTE_A, GEMEENTE_B, PERSOON, startSimulator } from './simulator/proef.ts';
import { basisUrlsOnder, httpDuoTransport } from './transport.ts';

let sim: Awaited<ReturnType<typeof startSimulator>>;
let duo: DuoVragen;
const opruimen: (() => unknown)[] = [];

function clientNaar(adres: string, timeoutMs = 5000) {
  const basisUrls = basisUrlsOnder(`${adres}/duo`);
  const client = duoClient(httpDuoTransport({ basisUrls, doel: DUO, timeoutMs }));
  opruimen.push(() => client.sluit());
  return client;
}

beforeEach(async () => {
  sim = await startSimulator();
  opruimen.push(() => sim.app.close());
  await sim.bedien('POST', '/personen', [PERSOON]);
  duo = clientNaar(sim.adres).voor(GEMEENTE_A);
});
afterEach(async () => {
  for (const ruimOp of opruimen.splice(0).reverse()) await ruimOp();
});

const gedrag = (inhoud: object) => sim.bedien('PUT', '/gedrag', inhoud);
const zet = (inhoud: object) => sim.bedien('POST', '/personen', [{ bsn: BSN, ...inhoud }]);
const PIP = { dagtekeningPip: datum('2026-03-01'), leerroute: 'B' } as const;

describe('raadplegen', () => {
  test('de doelgroep, met de inhoud zoals ontvangen', async () => {
    expect(await duo.doelgroep(BSN)).toEqual({
      soort: 'ok',
      apiVersion: '1.2.2',
      berichtId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      ruw: { indeling: 'Asielstatushouder', begindatum: '2026-01-05' },
      waarde: {
        indeling: { bekend: true, waarde: 'Asielstatushouder' },
        begindatum: '2026-01-05',
      },
    });
  });

  test('een waarde buiten de lijst blijft als tekst bewaard', async () => {
    await zet({ doelgroep: { indeling: 'Kennismigrant' } });
    expect(await duo.doelgroep(BSN)).toMatchObject({
      soort: 'ok',
      waarde: { indeling: { bekend: false, waarde: 'Kennismigrant' } },
    });
  });

  test('de einddatum van de plicht telt bij DUO mee, hier is het de dag erna', async () => {
    await zet({
      plicht: {
        indicatorInburgeringsplicht: false,
        begindatum: '2026-01-05',
        einddatum: '2026-12-31',
        redenGeenInburgeringsplicht: 'Verblijfsdoel gewijzigd',
      },
      kennisgeving: '2026-01-12',
    });
    const antwoord = await duo.inburgeringsplicht(BSN);
    expect(antwoord.soort === 'ok' && antwoord.waarde).toEqual({
      indicatorInburgeringsplicht: false,
      begindatum: '2026-01-05',
      einddatumExclusief: '2027-01-01',
      datumKennisgevingInburgeringsplicht: '2026-01-12',
      redenGeenInburgeringsplicht: { bekend: true, waarde: 'Verblijfsdoel gewijzigd' },
    });
  });

  test('31 december 9999 betekent dat er geen einddatum is', async () => {
    await zet({
      plicht: {
        indicatorInburgeringsplicht: true,
        begindatum: '2026-01-05',
        einddatum: '9999-12-31',
      },
    });
    const antwoord = await duo.inburgeringsplicht(BSN);
    expect(antwoord.soort === 'ok' && antwoord.waarde).toEqual({
      indicatorInburgeringsplicht: true,
      begindatum: '2026-01-05',
    });
  });

  test('de einddatum van de termijn telt bij DUO al niet mee', async () => {
    await zet({ termijn: { startdatum: '2024-03-16', einddatum: '2027-03-16' } });
    expect(await duo.inburgeringstermijn(BSN)).toMatchObject({
      waarde: { startdatum: '2024-03-16', einddatumExclusief: '2027-03-16' },
    });
  });

  test('scores worden hele honderdsten', async () => {
    const toets = { resultaat: 'Onbekend', datumAfname: '2026-05-01' };
    const scores = { behaaldeScore: '8,05', benodigdeScore: '100,00' };
    await zet({ lbt: { resultaten: [{ ...toets, ...scores }] } });
    expect(await duo.leerbaarheidstoetsResultaten(BSN)).toMatchObject({
      waarde: [
        {
          behaaldeScore: { honderdsten: 805, tekst: '8,05' },
          benodigdeScore: { honderdsten: 10_000, tekst: '100,00' },
          resultaat: { bekend: true, waarde: 'Onbekend' },
        },
      ],
    });
  });

  test('niets geregistreerd, niet bevoegd en een onmogelijk bsn zijn drie antwoorden', async () => {
    expect(await duo.pip(BSN)).toMatchObject({ soort: 'niets' });
    const ander = clientNaar(sim.adres).voor(GEMEENTE_B);
    expect(await ander.pip(BSN)).toMatchObject({ soort: 'niet-bevoegd' });
    expect(await duo.pip('../../x')).toMatchObject({ soort: 'fout-verzoek', velden: ['bsn'] });
    const zonderOin = clientNaar(sim.adres).voor('kort');
    expect(await zonderOin.pip(BSN)).toMatchObject({ soort: 'fout-verzoek', velden: ['bron'] });
  });
});

describe('een PIP melden', () => {
  test('aangenomen, met het meegegeven berichtId, en daarna te raadplegen', async () => {
    const berichtId = crypto.randomUUID();
    expect(await duo.meldPip(BSN, PIP, berichtId)).toMatchObject({ soort: 'ok', berichtId });
    const { body } = await sim.bedien('GET', '/ontvangen');
    expect(body).toMatchObject({ meldingen: [{ berichtId, body: PIP, bron: GEMEENTE_A }] });
    expect(await duo.pip(BSN)).toMatchObject({
      waarde: {
        gemeentecode: '0101',
        pip: { leerroute: { bekend: true, waarde: 'B' }, niveau: { bekend: true, waarde: 'B1' } },
      },
    });
  });

  test('inhoudelijk geweigerd geeft de teksten van DUO', async () => {
    expect(await duo.meldPip(BSN, { ...PIP, niveau: 'A2' })).toMatchObject({
      soort: 'geweigerd',
      foutteksten: [expect.stringMatching(/eerste PIP/)],
    });
    await gedrag({ weigerMet: 'Vandaag niet.' });
    expect(await duo.meldPip(BSN, PIP)).toMatchObject({ foutteksten: ['Vandaag niet.'] });
  });

  test('wat niet klopt wordt niet verzonden', async () => {
    const fout = { ...PIP, geschatteIntensiteitB1Route: 0, opmerking: 'x' };
    expect(await duo.meldPip(BSN, fout)).toMatchObject({
      soort: 'fout-verzoek',
      velden: ['geschatteIntensiteitB1Route', 'opmerking'],
    });
    expect((await sim.bedien('GET', '/ontvangen')).body).toMatchObject({ meldingen: [] });
  });

  test('valt de verbinding weg na verwerking, dan is herhalen pas veilig na raadplegen', async () => {
    await gedrag({ antwoordVerliezen: 1 });
    expect(await duo.meldPip(BSN, PIP)).toMatchObject({
      soort: 'storing',
      misschienVerwerkt: true,
    });
    expect(await duo.pip(BSN)).toMatchObject({ soort: 'ok' });
    const { body } = await sim.bedien('GET', '/ontvangen');
    expect(body).toMatchObject({ perPersoon: [{ ontvangen: 1 }] });
  });
});

describe('storingen zijn een antwoord, zonder bsn', () => {
  test('te traag', async () => {
    await gedrag({ traag: 60_000 });
    const haastig = clientNaar(sim.adres, 30).voor(GEMEENTE_A);
    const antwoord = await haastig.meldPip(BSN, PIP);
    expect(antwoord).toMatchObject({ soort: 'storing', misschienVerwerkt: true });
    expect(JSON.stringify(antwoord)).not.toContain(BSN);
  });

  test('verbroken, 500 en onbereikbaar', async () => {
    await gedrag({ plat: true });
    expect(await duo.doelgroep(BSN)).toMatchObject({ soort: 'storing', misschienVerwerkt: false });
    await gedrag({ plat: false, status500: 1 });
    expect(await duo.meldPip(BSN, PIP)).toMatchObject({
      soort: 'storing',
      reden: 'antwoord 500',
      misschienVerwerkt: true,
    });
    expect(await duo.meldPip(BSN, PIP)).toMatchObject({ soort: 'ok' });
    await sim.app.close();
    // Een nieuwe client: op een oude, weggevallen verbinding is niet te zien of er iets aankwam.
    const antwoord = await clientNaar(sim.adres).voor(GEMEENTE_A).meldPip(BSN, PIP);
    expect(antwoord).toMatchObject({
      soort: 'storing',
      reden: 'de verbinding mislukte (ECONNREFUSED)',
      misschienVerwerkt: false,
    });
    expect(JSON.stringify(antwoord)).not.toContain(BSN);
  });

  test('afgebroken JSON', async () => {
    await gedrag({ misvormd: true });
    expect(await duo.doelgroep(BSN)).toMatchObject({ reden: 'het antwoord is geen JSON' });
  });

  test('een andere minor is een melding, een andere major een storing', async () => {
    await gedrag({ apiVersie: '1.9.0' });
    expect(await duo.doelgroep(BSN)).toMatchObject({
      soort: 'ok',
      versieMelding: 'DUO gebruikt versie 1.9.0 van inburgeringsplicht, verwacht was 1.2.2',
    });
    await gedrag({ apiVersie: '2.0.0' });
    expect(await duo.doelgroep(BSN)).toMatchObject({
      soort: 'storing',
      reden: expect.stringMatching(/2\.0\.0/),
    });
    await gedrag({ apiVersie: 'nieuw' });
    expect(await duo.doelgroep(BSN)).toMatchObject({
      soort: 'ok',
      versieMelding: expect.stringMatching(/onleesbare/),
    });
  });
});
