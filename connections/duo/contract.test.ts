import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DuoAntwoord, duoClient } from './client.ts';
import type { Contract, Vorm } from './contractLezer.ts';
import { leesContract, toets, voorbeeldVan } from './contractLezer.ts';
import { MELDINGEN } from './proeven/meldingen.ts';
import { startTegenpartij } from './proeven/tegenpartij.ts';
import { RAADPLEGINGEN } from './proeven/voorbeelden.ts';
import {
  BSN,
  DUO,
  GEMEENTE_A,
  PERSOON,
  startOntvanger,
  startSimulator,
} from './simulator/proef.ts';
import type { DuoRuwAntwoord, DuoVerzoek } from './transport.ts';
import { basisUrlsOnder, httpDuoTransport } from './transport.ts';
import { DUO_APIS, VERWACHTE_VERSIE } from './versies.ts';

// De specificaties van DUO staan niet in deze repository. Met DUO_SPEC_DIR=<map> worden de voorbeelden,
// de client en de simulator ertegen gehouden.
const MAP = process.env.DUO_SPEC_DIR;

const lees = (naam: string): Contract =>
  leesContract(readFileSync(join(String(MAP), `${naam}.openapi.yml`), 'utf8'));

const bewerking = (contract: Contract, method: string, pad: string) =>
  contract.paden[pad]?.[method.toLowerCase()];

/** Twee vormen van antwoord: precies de vorm, of zonder vorm geen inhoud. */
function keurAntwoord(contract: Contract, vorm: Vorm | undefined, body: unknown): string[] {
  if (vorm) return toets(contract, vorm, body);
  return body === undefined ? [] : ['$: inhoud waar DUO er geen geeft'];
}

describe.runIf(MAP)('de voorbeelden en de client tegen de specificaties van DUO', () => {
  test("de veertien API's die Meedoen belt, op deze versies, en de ene die DUO belt", () => {
    const bestanden = readdirSync(String(MAP)).filter((b) => b.endsWith('.openapi.yml'));
    const namen = bestanden.map((b) => b.replace('.openapi.yml', ''));
    expect(namen.toSorted()).toEqual([...DUO_APIS, 'notificatie'].toSorted());
    for (const api of DUO_APIS) expect(lees(api).versie, api).toBe(VERWACHTE_VERSIE[api]);
  });

  test('elke bewerking van DUO heeft een vraag, en andersom', () => {
    const bijDuo = DUO_APIS.flatMap((api) =>
      Object.entries(lees(api).paden).flatMap(([pad, b]) =>
        Object.keys(b).map((m) => `${api} ${m.toUpperCase()} ${pad}`),
      ),
    );
    const vanMeedoen = [
      ...RAADPLEGINGEN.map((r) => `${r.api} GET ${r.pad}`),
      ...MELDINGEN.map((m) => `${m.api} ${m.method} ${m.pad}`),
    ];
    expect(vanMeedoen.toSorted()).toEqual(bijDuo.toSorted());
  });

  test.each(RAADPLEGINGEN.map((r) => [r.vraag, r] as const))('het antwoord op %s past', (_n, r) => {
    const contract = lees(r.api);
    const vorm = bewerking(contract, 'GET', r.pad)?.antwoorden['200'];
    expect(toets(contract, vorm as Vorm, r.ruw)).toEqual([]);
  });

  test.each(MELDINGEN.map((m) => [m.vraag, m] as const))('de melding %s past', (_naam, m) => {
    const contract = lees(m.api);
    const b = bewerking(contract, m.method, m.pad);
    expect(b?.vraag !== undefined).toBe(m.body !== undefined);
    if (b?.vraag) expect(toets(contract, b.vraag, m.body)).toEqual([]);
    expect(Object.keys(b?.antwoorden ?? {})).toContain(String(m.status));
    expect(keurAntwoord(contract, b?.antwoorden[m.status], m.antwoord)).toEqual([]);
  });

  test('elke waarde van elke lijst van DUO is bekend, en elk veld wordt gelezen', async () => {
    const kant = await startTegenpartij();
    for (const r of RAADPLEGINGEN) {
      const contract = lees(r.api);
      const vorm = bewerking(contract, 'GET', r.pad)?.antwoorden['200'] as Vorm;
      for (let keuze = 0; keuze < 8; keuze += 1) {
        const body = voorbeeldVan(contract, vorm, keuze);
        expect(toets(contract, vorm, body), r.vraag).toEqual([]);
        kant.antwoordMet({ status: 200, body });
        const antwoord = await r.stel(kant.duo);
        expect(antwoord, r.vraag).toMatchObject({ soort: 'ok' });
        expect(JSON.stringify(antwoord.soort === 'ok' && antwoord.waarde)).not.toContain(
          '"bekend":false',
        );
      }
    }
    await kant.sluit();
  });
});

const alle = [...RAADPLEGINGEN, ...MELDINGEN];

const VOL = {
  ...PERSOON,
  doelgroep: { ...PERSOON.doelgroep, gedetailleerdeDoelgroep: 'Asielstatushouder' },
  ...Object.fromEntries(
    [
      ['doelgroephistorie', 'doelgroepHistorie'],
      ['plichthistorie', 'inburgeringsplichtHistorie'],
      ['termijn', 'inburgeringstermijn'],
      ['termijnhistorie', 'inburgeringstermijnHistorie'],
      ['verlengingen', 'verlengingen'],
      ['vrijstellingen', 'vrijstellingen'],
      ['ontheffingen', 'ontheffingen'],
      ['gratisPogingen', 'gratisPogingen'],
      ['examens', 'examenresultaten'],
      ['boetes', 'boetes'],
      ['gebeurtenissen', 'gebeurtenissen'],
      ['uren', 'uren'],
    ].map(([naam, vraag]) => [naam, RAADPLEGINGEN.find((r) => r.vraag === vraag)?.ruw]),
  ),
  kennisgeving: '2026-01-12',
  lbt: {
    examennummer: '12345',
    resultaten: [
      {
        resultaat: 'B1-route haalbaar',
        behaaldeScore: '62,50',
        benodigdeScore: '50,00',
        datumAfname: '2026-11-20',
      },
    ],
  },
  pip: { gemeentecode: '0101', pip: { dagtekeningPip: '2026-02-15', leerroute: 'B' } },
  map: { datumEindgesprekMap: '2026-10-01' },
  pvt: { datumOndertekeningPvt: '2026-09-01' },
};

describe('de client en de nabootsing', () => {
  let sim: Awaited<ReturnType<typeof startSimulator>>;
  let meedoen: Awaited<ReturnType<typeof startOntvanger>>;
  /** Stelt elke vraag over deze persoon, en geeft wat er over de lijn ging. */
  async function allesOver(bsn: string) {
    const wisselingen: { verzoek: DuoVerzoek; antwoord: DuoRuwAntwoord }[] = [];
    const basisUrls = basisUrlsOnder(`${sim.adres}/duo`);
    const transport = httpDuoTransport({ basisUrls, doel: DUO, timeoutMs: 5000 });
    const duo = duoClient({
      ...transport,
      async request(verzoek) {
        const antwoord = await transport.request({
          ...verzoek,
          path: verzoek.path.replace(BSN, bsn),
        });
        wisselingen.push({ verzoek, antwoord });
        return antwoord;
      },
    }).voor(GEMEENTE_A);
    const gelezen: DuoAntwoord<unknown>[] = [];
    for (const v of alle) gelezen.push(await ('stel' in v ? v.stel(duo) : v.doe(duo)));
    await transport.sluit();
    return alle.map((v, i) => ({ v, gelezen: gelezen[i]!, ...wisselingen[i]! }));
  }
  beforeAll(async () => {
    meedoen = await startOntvanger();
    sim = await startSimulator({ meedoenUrl: meedoen.url });
    expect((await sim.bedien('POST', '/personen', [VOL])).status).toBeLessThan(300);
  });
  afterAll(async () => {
    await sim.app.close();
    await meedoen.sluit();
  });

  test.runIf(MAP).each([
    ['van iemand over wie DUO alles weet', BSN],
    ['van iemand die DUO niet kent', '999000031'],
  ])('elk antwoord past bij de specificatie: %s', async (_wat, bsn) => {
    for (const { v, verzoek, antwoord } of await allesOver(bsn)) {
      const contract = lees(v.api);
      const antwoorden = bewerking(contract, verzoek.method, v.pad)?.antwoorden ?? {};
      const bij = `${v.vraag} ${antwoord.status}`;
      expect(Object.keys(antwoorden), bij).toContain(String(antwoord.status));
      expect(antwoord.apiVersion, bij).toBe(contract.versie);
      // Een 403 mag ook leeg zijn: dan is de gemeente niet bevoegd.
      const isLeeg = antwoord.status === 403 && antwoord.body === undefined;
      const vorm = isLeeg ? undefined : antwoorden[antwoord.status];
      expect(keurAntwoord(contract, vorm, antwoord.body), bij).toEqual([]);
    }
  });

  test('de client begrijpt elk antwoord van de nabootsing', async () => {
    await sim.bedien('POST', '/personen', [VOL]);
    for (const { v, verzoek, gelezen } of await allesOver(BSN)) {
      const mag = verzoek.method === 'GET' ? ['ok'] : ['ok', 'geweigerd', 'niets'];
      expect(mag, `${v.vraag}: ${JSON.stringify(gelezen)}`).toContain(gelezen.soort);
    }
  });

  test.runIf(MAP)('een notificatie past bij de specificatie', async () => {
    await sim.bedien('POST', '/gebeurtenissen', { bsn: BSN, gebeurtenisId: 'SS131' });
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
        aantal: &telling
          type: integer
          maximum: 9
        over: *telling
        op:
          type: string
          format: date
        naam:
          type: string
          pattern: '^\p{L}+$'
          maxLength: 3
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

  test('houdt de grenzen aan, ook van wat met een naam wordt herhaald', () => {
    const goed = { kleur: 'rood', nummer: '12', aantal: 9, over: 0, op: '2026-01-01', naam: 'één' };
    const fout = { kleur: 'rood', nummer: '12', aantal: 10, over: 1.5, op: 'nu', naam: 'vier' };
    expect(toets(contract, bewerking?.vraag as Vorm, goed)).toEqual([]);
    expect(toets(contract, bewerking?.vraag as Vorm, fout)).toEqual([
      '$.aantal: buiten de grenzen',
      '$.over: buiten de grenzen',
      '$.op: buiten de grenzen',
      '$.naam: buiten de grenzen',
    ]);
  });

  test('maakt een voorbeeld dat past, met elke waarde van een lijst', () => {
    const vorm = bewerking?.vraag as Vorm;
    const voorbeelden = [0, 1, 2].map((keuze) => voorbeeldVan(contract, vorm, keuze));
    expect(voorbeelden).toMatchObject([{ kleur: 'rood' }, { kleur: 'blauw' }, { kleur: 'rood' }]);
  });
});
