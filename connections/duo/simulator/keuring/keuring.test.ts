import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GEMEENTE_B, startSimulator } from '../proef.ts';

let sim: Awaited<ReturnType<typeof startSimulator>>;
beforeAll(async () => {
  sim = await startSimulator();
});
afterAll(() => sim.app.close());

/** Vandaag is 21 november 2026. */
const PIP = { gemeentecode: '0101', pip: { dagtekeningPip: '2026-02-15', leerroute: 'Z' } };
const TERMIJN = { startdatum: '2026-02-16', einddatum: '2029-02-16' };
const BOW = '0000000011';
const TST = '0000000013';
const KAAL = '0000000016';
const AANBOD = {
  instellingsnummer: BOW,
  datumInburgeringsaanbod: '2026-03-02',
  verwachteStartdatumOpleiding: '2026-03-09',
  indicatorAlfabetiseringsonderwijs: 'NVT' as const,
};
const BASIS = {
  gemeentecode: '0101',
  vestigingsdatum: '2026-02-01',
  doelgroep: { indeling: 'Asielstatushouder', begindatum: '2026-01-05' },
  plicht: { indicatorInburgeringsplicht: true, begindatum: '2026-01-05' },
};
const MET_PIP = { ...BASIS, pip: PIP, termijn: TERMIJN };
const GEZIN = { doelgroep: { indeling: 'Gezinsmigrant en overige migrant' } };

let volgnummer = 999_000_040;
function bsn(): string {
  const som = (n: string) => [...n].reduce((s, c, i) => s + Number(c) * (i === 8 ? -1 : 9 - i), 0);
  do volgnummer += 1;
  while (som(String(volgnummer)) % 11 !== 0);
  return String(volgnummer);
}

async function meld(persoon: object, methode: string, pad: string, body?: object, koppen = {}) {
  const nummer = bsn();
  await sim.bedien('POST', '/personen', [{ ...persoon, bsn: nummer }]);
  return sim.duo(methode, pad.replace('{bsn}', nummer), body, koppen);
}

const PIP_PAD = '/pip/v1/personen/{bsn}/PIP';
const aanbodPad = (nummer: string) =>
  `/inburgeringsaanbod/v1/personen/{bsn}/Inburgeringsaanbod/${nummer}`;
const MAP_PAD = '/map-pvt-zroute/v1/personen/{bsn}/map';
const PVT_PAD = '/map-pvt-zroute/v1/personen/{bsn}/pvt';
const urenPad = (nummer: string) =>
  `/gevolgdeuren/v1/personen/{bsn}/uren/instellingen/${nummer}/taallesknm`;

type Geval = [regel: string, goed: [object, object], fout: [object, object], tekst: RegExp];

/** Eén geval slaagt, het andere stuit op precies de tekst van de regel. */
async function proef(geval: Geval, methode: string, pad: string, status: number) {
  const [, [goedMens, goed], [foutMens, fout], tekst] = geval;
  expect(await meld(goedMens, methode, pad, goed)).toMatchObject({ status });
  const geweigerd = await meld(foutMens, methode, pad, fout);
  expect(geweigerd.status).toBe(403);
  const teksten = (geweigerd.body as { fouttekst: string }[]).map((f) => f.fouttekst);
  expect(teksten).toEqual([expect.stringMatching(tekst)]);
}

const nieuw = (meer: object) => ({ dagtekeningPip: '2026-03-01', leerroute: 'B', ...meer });
const ZONDER_VESTIGING = { ...BASIS, vestigingsdatum: undefined };
const TWEE = { ...BASIS, pip: { ...PIP, pip: { ...PIP.pip, leerroute: 'B' } } };

describe('PIP', () => {
  test.each<Geval>([
    [
      'PIP-1 niet voor de start van de plicht',
      [ZONDER_VESTIGING, nieuw({ dagtekeningPip: '2026-01-05' })],
      [ZONDER_VESTIGING, nieuw({ dagtekeningPip: '2026-01-04' })],
      /start van de inburgeringsplicht/,
    ],
    [
      'PIP-2 niet voor het eerdere PIP',
      [TWEE, nieuw({ dagtekeningPip: '2026-02-15' })],
      [TWEE, nieuw({ dagtekeningPip: '2026-02-14' })],
      /initiële PIP/,
    ],
    [
      'PIP-3 niet voor de vestiging',
      [BASIS, nieuw({ dagtekeningPip: '2026-02-01' })],
      [BASIS, nieuw({ dagtekeningPip: '2026-01-31' })],
      /vestiging/,
    ],
    [
      'PIP-4 geen A2 bij de onderwijsroute',
      [BASIS, nieuw({ leerroute: 'O', niveau: 'B1' })],
      [BASIS, nieuw({ leerroute: 'O', niveau: 'A2' })],
      /onderwijsroute/,
    ],
    [
      'PIP-5 geen B1 bij de zelfredzaamheidsroute',
      [BASIS, nieuw({ leerroute: 'Z', niveau: 'A2' })],
      [BASIS, nieuw({ leerroute: 'Z', niveau: 'B1' })],
      /zelfredzaamheidsroute/,
    ],
    [
      'PIP-6 geen A2 bij de B1-route in het allereerste PIP',
      [TWEE, nieuw({ niveau: 'A2' })],
      [BASIS, nieuw({ niveau: 'A2' })],
      /eerste PIP/,
    ],
    [
      'PIP-8 intensiteit alleen bij B1 en asiel',
      [BASIS, nieuw({ geschatteIntensiteitB1Route: 600 })],
      [{ ...BASIS, ...GEZIN }, nieuw({ geschatteIntensiteitB1Route: 600 })],
      /intensiteit/,
    ],
  ])('%s', (...geval) => proef(geval, 'POST', PIP_PAD, 201));

  test('PIP-7 zonder niveau vult DUO B1 in, behalve bij de Z-route', async () => {
    const pipNa = async (leerroute: string) => {
      const nummer = bsn();
      await sim.bedien('POST', '/personen', [{ ...BASIS, bsn: nummer }]);
      const pad = PIP_PAD.replace('{bsn}', nummer);
      await sim.duo('POST', pad, nieuw({ leerroute }));
      return ((await sim.duo('GET', pad)).body as { pip: object }).pip;
    };
    expect(await pipNa('O')).toMatchObject({ niveau: 'B1' });
    expect(await pipNa('Z')).not.toHaveProperty('niveau');
  });

  test('PIP-9 verwijderen kan niet met een termijn of met cursusuren', async () => {
    const zonderTermijn = { ...BASIS, pip: PIP };
    expect((await meld(zonderTermijn, 'DELETE', PIP_PAD)).status).toBe(200);
    const metTermijn = await meld(MET_PIP, 'DELETE', PIP_PAD);
    expect(metTermijn.body).toEqual([{ fouttekst: expect.stringMatching(/termijn/) }]);
    const les = { gemeentecode: '0101', bekendTot: '2026-04-01' };
    const uren = [{ ...les, TaallesEnKnmInstelling: { instellingsnummer: BOW, uren: 3 } }];
    const gevolgd = { ...zonderTermijn, aanbod: [AANBOD], uren };
    expect((await meld(gevolgd, 'DELETE', PIP_PAD)).body).toEqual([
      { fouttekst: expect.stringMatching(/cursusuren/) },
    ]);
  });
});

const { instellingsnummer: _, ...INHOUD } = AANBOD;
const eindigt = (dag: string) => ({ ...INHOUD, verwachteEinddatumOpleiding: dag });

describe('Inburgeringsaanbod', () => {
  test.each<Geval>([
    ['AAN-1 alleen asiel', [MET_PIP, INHOUD], [{ ...MET_PIP, ...GEZIN }, INHOUD], /asielstatus/],
    ['AAN-2 er is een PIP', [MET_PIP, INHOUD], [BASIS, INHOUD], /geen PIP/],
    [
      'AAN-4 niet voor het actuele PIP',
      [MET_PIP, { ...INHOUD, datumInburgeringsaanbod: '2026-02-15' }],
      [MET_PIP, { ...INHOUD, datumInburgeringsaanbod: '2026-02-14' }],
      /dagtekening van het actuele PIP/,
    ],
    [
      'AAN-5 de opleiding begint niet voor het aanbod',
      [MET_PIP, { ...INHOUD, verwachteStartdatumOpleiding: '2026-03-02' }],
      [MET_PIP, { ...INHOUD, verwachteStartdatumOpleiding: '2026-03-01' }],
      /voor de datum van het inburgeringsaanbod/,
    ],
    [
      'AAN-6 binnen de termijn',
      [MET_PIP, eindigt('2029-02-16')],
      [MET_PIP, eindigt('2029-02-17')],
      /buiten de inburgeringstermijn/,
    ],
  ])('%s', (...geval) => proef(geval, 'POST', aanbodPad(BOW), 201));

  test('AAN-3 keurmerk: Blik op Werk, bij de onderwijsroute TST, en DUO kent de instelling', async () => {
    const onderwijs = { ...MET_PIP, pip: { ...PIP, pip: { ...PIP.pip, leerroute: 'O' } } };
    expect((await meld(onderwijs, 'POST', aanbodPad(TST), INHOUD)).status).toBe(201);
    expect((await meld(onderwijs, 'POST', aanbodPad(BOW), INHOUD)).body).toEqual([
      { fouttekst: expect.stringMatching(/TST/) },
    ]);
    expect((await meld(MET_PIP, 'POST', aanbodPad(KAAL), INHOUD)).body).toEqual([
      { fouttekst: expect.stringMatching(/Blik op Werk/) },
    ]);
    expect((await meld(MET_PIP, 'POST', aanbodPad('0000009999'), INHOUD)).body).toEqual([
      { fouttekst: expect.stringMatching(/niet bekend/) },
    ]);
  });

  test('AAN-7 per instelling is er één; opnieuw melden vervangt, intrekken geeft 204 en daarna 404', async () => {
    const nummer = bsn();
    await sim.bedien('POST', '/personen', [{ ...MET_PIP, bsn: nummer }]);
    const pad = aanbodPad(BOW).replace('{bsn}', nummer);
    await sim.duo('POST', pad, INHOUD);
    await sim.duo('POST', pad, { ...INHOUD, datumInburgeringsaanbod: '2026-03-05' });
    await sim.duo('POST', aanbodPad(TST).replace('{bsn}', nummer), INHOUD);
    const { body } = await sim.bedien('GET', '/stand');
    const { personen } = body as { personen: { bsn: string; aanbod?: object[] }[] };
    expect(personen.find((p) => p.bsn === nummer)?.aanbod).toMatchObject([
      { instellingsnummer: BOW, datumInburgeringsaanbod: '2026-03-05', sinds: '2026-03-02' },
      { instellingsnummer: TST },
    ]);
    expect(await sim.duo('DELETE', pad)).toEqual({ status: 204, versie: '1.2.0', body: undefined });
    expect((await sim.duo('DELETE', pad)).status).toBe(404);
  });
});

const map = (datumEindgesprekMap?: string, verwijtbaar?: string) => ({
  ...(datumEindgesprekMap ? { datumEindgesprekMap } : {}),
  ...(verwijtbaar ? { verwijtbaar } : {}),
});
const Z_AF = { ...MET_PIP, zroute: { datumAfrondingZroute: '2026-10-01' } };
const GEMELD = { ...MET_PIP, map: { datumEindgesprekMap: '2026-06-01', gemeentecode: '0101' } };
const VOLDAAN = {
  ...Z_AF,
  plicht: {
    indicatorInburgeringsplicht: false,
    redenGeenInburgeringsplicht: 'Inburgeringsplicht voldaan',
  },
};
/** Het einde telt niet mee: op die dag is de termijn voorbij. */
const tot = (einddatum: string) => ({ ...MET_PIP, termijn: { ...TERMIJN, einddatum } });

describe('MAP en PVT', () => {
  test.each<Geval>([
    [
      'RES-1 wijzigen alleen wat de eigen gemeente meldde',
      [GEMELD, map('2026-06-02')],
      [
        { ...MET_PIP, map: { datumEindgesprekMap: '2026-06-01', gemeentecode: '0202' } },
        map('2026-06-02'),
      ],
      /andere gemeente/,
    ],
    [
      'RES-2 het actuele PIP is van de eigen gemeente',
      [MET_PIP, map('2026-06-01')],
      [{ ...MET_PIP, pip: { ...PIP, gemeentecode: '0202' } }, map('2026-06-01')],
      /niet van uw gemeente/,
    ],
    [
      'RES-3 niet als al is voldaan met de Z-route',
      [Z_AF, map('2026-06-01')],
      [VOLDAAN, map('2026-06-01')],
      /al voldaan/,
    ],
    [
      'RES-4 niet voor de start van de termijn',
      [MET_PIP, map('2026-02-16')],
      [MET_PIP, map('2026-02-15')],
      /voor de start/,
    ],
    [
      'RES-5 niet na de afronding van de Z-route',
      [Z_AF, map('2026-10-01')],
      [Z_AF, map('2026-10-02')],
      /na de afronding/,
    ],
    [
      'RES-6 niet in de toekomst',
      [MET_PIP, map('2026-11-21')],
      [MET_PIP, map('2026-11-22')],
      /toekomst/,
    ],
    [
      'RES-7 leegmaken kan niet na de Z-route',
      [GEMELD, map()],
      [{ ...GEMELD, ...{ zroute: Z_AF.zroute } }, map()],
      /kan niet weg/,
    ],
    [
      'RES-8 zonder verwijtbaar is de termijn niet overschreden',
      [tot('2026-11-22'), map()],
      [tot('2026-11-21'), map()],
      /Geef aan/,
    ],
    [
      'RES-9 binnen de termijn geen verwijtbaar',
      [tot('2026-11-20'), map('2026-11-20', 'Nee')],
      [tot('2026-11-21'), map('2026-11-20', 'Nee')],
      /binnen de inburgeringstermijn/,
    ],
    [
      'RES-10 Nee pas in de laatste twee maanden',
      [tot('2027-01-21'), map(undefined, 'Nee')],
      [tot('2027-01-22'), map(undefined, 'Nee')],
      /twee maanden/,
    ],
    [
      'RES-11 Ja pas na de termijn',
      [tot('2026-11-21'), map(undefined, 'Ja')],
      [tot('2026-11-22'), map(undefined, 'Ja')],
      /alleen na overschrijding/,
    ],
  ])('%s', (...geval) => proef(geval, 'PUT', MAP_PAD, 200));

  test('het PVT heeft dezelfde regels en eigen velden', async () => {
    const goed = { datumOndertekeningPvt: '2026-05-01' };
    expect((await meld(MET_PIP, 'PUT', PVT_PAD, goed)).status).toBe(200);
    const laat = await meld(MET_PIP, 'PUT', PVT_PAD, { datumOndertekeningPvt: '2026-11-22' });
    expect(laat.body).toEqual([{ fouttekst: expect.stringMatching(/PVT ligt in de toekomst/) }]);
  });
});

const URENMENS = { ...MET_PIP, aanbod: [{ ...AANBOD, sinds: '2026-03-02' }] };
const uren = (bekendTot: string) => ({ bekendTot, uren: 40 });
const EERDER = {
  ...URENMENS,
  uren: [
    {
      gemeentecode: '0101',
      bekendTot: '2026-06-01',
      TaallesEnKnmInstelling: { instellingsnummer: BOW, uren: 20 },
    },
  ],
};

describe('uren bij een instelling', () => {
  test.each<Geval>([
    [
      'UUR-2 niet voor de start van de termijn',
      [{ ...URENMENS, aanbod: [{ ...AANBOD, sinds: '2026-02-10' }] }, uren('2026-02-16')],
      [{ ...URENMENS, aanbod: [{ ...AANBOD, sinds: '2026-02-10' }] }, uren('2026-02-15')],
      /start van de termijn/,
    ],
    [
      'UUR-3 niet in de toekomst',
      [URENMENS, uren('2026-11-21')],
      [URENMENS, uren('2026-11-22')],
      /toekomst/,
    ],
    [
      'UUR-4 niet voor het eerste aanbod daar',
      [URENMENS, uren('2026-03-02')],
      [URENMENS, uren('2026-03-01')],
      /eerste inburgeringsaanbod/,
    ],
    [
      'UUR-5 een aanbod met een startdatum',
      [URENMENS, uren('2026-06-01')],
      [MET_PIP, uren('2026-06-01')],
      /geen inburgeringsaanbod/,
    ],
    [
      'UUR-6 niet eerder dan wat al bekend is',
      [EERDER, uren('2026-06-01')],
      [EERDER, uren('2026-05-31')],
      /al uren bekend/,
    ],
  ])('%s', (...geval) => proef(geval, 'PUT', urenPad(BOW), 200));

  test('UUR-1 een bekende instelling met keurmerk', async () => {
    const kaal = { ...URENMENS, aanbod: [{ ...AANBOD, instellingsnummer: KAAL }] };
    expect((await meld(kaal, 'PUT', urenPad(KAAL), uren('2026-06-01'))).body).toEqual([
      { fouttekst: expect.stringMatching(/Blik op Werk/) },
    ]);
    expect((await meld(URENMENS, 'PUT', urenPad(BOW), uren('2026-06-01'))).status).toBe(200);
  });
});

test('een gemeente zonder deze persoon krijgt bij elke melding een lege 403', async () => {
  for (const [methode, pad, body] of [
    ['POST', aanbodPad(BOW), INHOUD],
    ['PUT', MAP_PAD, map('2026-06-01')],
    ['PUT', urenPad(BOW), uren('2026-06-01')],
  ] as const) {
    const antwoord = await meld(URENMENS, methode, pad, body, { bron: GEMEENTE_B });
    expect(antwoord).toMatchObject({ status: 403, body: undefined });
  }
});
