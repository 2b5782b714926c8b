import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { datum } from '../../rules/shared/datum.ts';
import { duoClient } from './client.ts';
import type { Contract, Vorm } from './contractLezer.ts';
import { leesContract, toets } from './contractLezer.ts';
import {
  BSN,
  DUO,
  GEMEENTE_A,
  PERSOON,
  startOntvanger,
  startSimulator,
} from './simulator/proef.ts';
import type { DuoVerzoek } from './transport.ts';
import { basisUrlsOnder, httpDuoTransport } from './transport.ts';
import { VERWACHTE_VERSIE } from './versies.ts';

// De specificaties van DUO staan niet in deze repository. Met MEEDOEN_DUO_CONTRACT=<map> worden
// client en simulator ertegen gehouden.
const MAP = process.env.MEEDOEN_DUO_CONTRACT;

const lees = (naam: string): Contract =>
  leesContract(readFileSync(join(String(MAP), `${naam}.openapi.yml`), 'utf8'));

const RESULTAAT = {
  resultaat: 'B1-route haalbaar',
  behaaldeScore: '62,50',
  benodigdeScore: '50,00',
  datumAfname: '2026-11-20',
};
const PERIODE = { begindatum: '2026-01-05', einddatum: '2026-02-04' };
const VOL = {
  ...PERSOON,
  doelgroep: { ...PERSOON.doelgroep, gedetailleerdeDoelgroep: 'Asielstatushouder' },
  doelgroephistorie: [{ indeling: 'Asielstatushouder', ...PERIODE }],
  plichthistorie: [{ indicatorInburgeringsplicht: true, ...PERIODE }],
  kennisgeving: '2026-01-12',
  lbt: { examennummer: '12345', resultaten: [RESULTAAT] },
  termijn: { startdatum: '2026-02-16', einddatum: '2029-02-16' },
  pip: { gemeentecode: '0101', pip: { dagtekeningPip: '2026-02-15', leerroute: 'B' } },
  termijnhistorie: [{ einddatum: '2029-03-02', wijzigingsdatum: '2026-03-02' }],
};

describe.runIf(MAP)('tegen de specificaties van DUO', () => {
  let sim: Awaited<ReturnType<typeof startSimulator>>;
  let meedoen: Awaited<ReturnType<typeof startOntvanger>>;
  beforeAll(async () => {
    meedoen = await startOntvanger();
    sim = await startSimulator({ meedoenUrl: meedoen.url });
    await sim.bedien('POST', '/personen', [VOL]);
    await sim.bedien('POST', '/gebeurtenissen', { bsn: BSN, gebeurtenisId: 'SS131' });
  });
  afterAll(async () => {
    await sim.app.close();
    await meedoen.sluit();
  });

  test('elke vraag van de client bestaat, met deze versie en een inhoud die past', async () => {
    const verzoeken: DuoVerzoek[] = [];
    const basisUrls = basisUrlsOnder(`${sim.adres}/duo`);
    const transport = httpDuoTransport({ basisUrls, doel: DUO, timeoutMs: 5000 });
    const duo = duoClient({
      ...transport,
      request: (verzoek) => {
        verzoeken.push(verzoek);
        return transport.request(verzoek);
      },
    }).voor(GEMEENTE_A);
    await duo.meldPip(BSN, {
      dagtekeningPip: datum('2026-03-01'),
      leerroute: 'B',
      niveau: 'B1',
      geschatteIntensiteitB1Route: 600,
      indicatorMagOpleidingAfmaken: false,
      indicatorAlfabetiseringsonderwijs: 'NVT',
    });
    await Promise.all([
      duo.doelgroep(BSN),
      duo.inburgeringsplicht(BSN),
      duo.leerbaarheidstoetsResultaten(BSN),
      duo.inburgeringstermijn(BSN),
      duo.pip(BSN),
    ]);
    await transport.sluit();
    expect(verzoeken).toHaveLength(6);
    for (const { api, method, path, body } of verzoeken) {
      const contract = lees(api);
      expect(contract.versie).toBe(VERWACHTE_VERSIE[api]);
      const bewerking = contract.paden[path.replace(BSN, '{bsn}')]?.[method.toLowerCase()];
      expect(bewerking, `${method} ${api}`).toBeDefined();
      expect(bewerking?.vraag !== undefined).toBe(body !== undefined);
      if (bewerking?.vraag) expect(toets(contract, bewerking.vraag, body)).toEqual([]);
    }
  });

  test.each([
    'inburgeringsplicht',
    'leerbaarheidstoets',
    'inburgeringstermijn',
    'pip',
    'gebeurtenis',
  ] as const)('de simulator antwoordt op %s volgens de specificatie', async (api) => {
    const contract = lees(api);
    const paden = Object.entries(contract.paden).filter(([pad]) => pad.includes('{bsn}'));
    expect(paden.length).toBeGreaterThan(0);
    for (const [pad, bewerkingen] of paden) {
      const goed = await sim.duo('GET', `/${api}/v1${pad.replace('{bsn}', BSN)}`);
      expect(goed, pad).toMatchObject({ status: 200, versie: contract.versie });
      expect(toets(contract, bewerkingen.get?.antwoorden['200'] as Vorm, goed.body)).toEqual([]);
      const leeg = await sim.duo('GET', `/${api}/v1${pad.replace('{bsn}', '999000031')}`);
      expect(leeg).toEqual({ status: 404, versie: contract.versie, body: undefined });
    }
  });

  test('een weigering en een notificatie passen ook', async () => {
    const pip = lees('pip');
    const inhoud = { dagtekeningPip: '2026-01-01', leerroute: 'Z', niveau: 'B1' };
    const geweigerd = await sim.duo('POST', `/pip/v1/personen/${BSN}/PIP`, inhoud);
    const vorm = pip.paden['/personen/{bsn}/PIP']?.post?.antwoorden[String(geweigerd.status)];
    expect(toets(pip, vorm as Vorm, geweigerd.body)).toEqual([]);
    const notificatie = lees('notificatie');
    const [bericht] = await meedoen.wachtOp(1);
    const vraag = notificatie.paden['/notificaties']?.post?.vraag as Vorm;
    expect(toets(notificatie, vraag, bericht?.inhoud)).toEqual([]);
  });
});

const VOORBEELD = String.raw`openapi: 3.0.0
info:
  title: Proef
  description: "Een tekst die: doorloopt\
    \ op de volgende regel"
  version: 2.1.0
paths:
  /dingen/{id}:
    post:
      tags:
      - Ding
      requestBody:
        content:
          application/json:
            schema:
              $ref: '#/components/schemas/Ding'
      responses:
        "201":
          description: Gelukt
          content:
            application/json:
              schema:
                type: array
                items:
                  $ref: '#/components/schemas/Ding'
components:
  schemas:
    Ding:
      required:
      - kleur
      - nummer
      type: object
      properties:
        kleur:
          type: string
          enum:
          - rood
          - blauw
        nummer:
          pattern: "\\d{2}"
          type: string
        aantal:
          type: integer
`;

describe('het lezen van een specificatie', () => {
  const contract = leesContract(VOORBEELD);
  const bewerking = contract.paden['/dingen/{id}']?.post;

  test('vindt versie, pad en beide inhouden', () => {
    expect(contract.versie).toBe('2.1.0');
    expect(toets(contract, bewerking?.vraag as Vorm, { kleur: 'rood', nummer: '12' })).toEqual([]);
    expect(toets(contract, bewerking?.antwoorden['201'] as Vorm, [])).toEqual([]);
  });

  test('ziet elke afwijking', () => {
    const inhoud = { kleur: 'geel', aantal: 'drie', nieuw: true };
    expect(toets(contract, bewerking?.vraag as Vorm, inhoud)).toEqual([
      '$.nummer: ontbreekt',
      '$.kleur: niet in de lijst',
      '$.aantal: geen integer',
      '$.nieuw: onbekend veld',
    ]);
    expect(
      toets(contract, bewerking?.antwoorden['201'] as Vorm, [{ kleur: 'rood', nummer: 'x' }]),
    ).toEqual(['$[0].nummer: niet volgens het patroon']);
    expect(toets(contract, bewerking?.antwoorden['201'] as Vorm, {})).toEqual(['$: geen lijst']);
  });
});
