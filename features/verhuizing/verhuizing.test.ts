import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { datum } from '../../rules/shared/datum.ts';
import { leesFeiten, type NieuwFeit } from '../../server/dossier/feiten.ts';
import { volledigPip } from '../../test/begeleiding/pip-dossier.ts';
import { nieuwBsn } from '../../test/duo-brp.ts';
import {
  maakWereld,
  type TestGemeente,
  type TestMedewerker,
  type Wereld,
} from '../../test/world.ts';
import { Pakket } from './overdracht/pakket.schema.ts';
import { mogelijk, na } from './staten.ts';
import type { Verhuizing } from './verhuizing.schema.ts';

let w: Wereld;
let oud: TestGemeente;
let nieuw: TestGemeente;
let afzender: TestMedewerker;
let ontvanger: TestMedewerker;
let bsn: string;
let daar: string;
let hier: string;

beforeAll(async () => {
  w = await maakWereld({ vandaag: '2026-11-21' });
});
afterAll(() => w.sluit());

const d = datum;
const feit = (soort: string, inhoud: object, geldigOp = '2026-03-01', bron = 'medewerker') =>
  ({ soort, inhoud, geldigOp: d(geldigOp), bron }) as NieuwFeit;

const persoon = feit(
  'persoon',
  { voornamen: 'Selam', geslachtsnaam: 'Tesfay', geboorte: { soort: 'jaar', jaar: 1994 } },
  '2025-01-01',
  'brp',
);

const opGemeente = (g: TestGemeente): NieuwFeit[] => [
  persoon,
  feit(
    'inburgeringsplicht',
    { plichtig: true, begin: d('2025-01-01'), kennisgeving: d('2025-01-05') },
    '2025-01-01',
    'duo',
  ),
  feit(
    'pip-vastgesteld',
    {
      pipId: '0195f3a0-0000-7000-8000-000000000001',
      versie: 1,
      dagtekening: d('2025-03-10'),
      bekendgemaaktOp: d('2025-03-10'),
      gemeentecode: g.code,
      inhoud: volledigPip('B'),
      vastgesteldDoor: 'Iemand',
    },
    '2025-03-10',
  ),
  feit(
    'uren',
    {
      soort: 'taal-en-knm',
      totaal: 320,
      bekendTot: d('2026-10-01'),
      instellingsnummer: '1234567890',
      geoorloofdVerzuim: 10,
      ongeoorloofdVerzuim: 4,
    },
    '2026-09-30',
  ),
  feit('pvt-ondertekend', { op: d('2026-02-02') }, '2026-02-02'),
  feit('voortgangsgesprek', { op: d('2026-05-04'), onderwerp: 'Hoe het gaat' }, '2026-05-04'),
  feit('notitie', { tekst: 'Belt liever dan dat zij mailt.' }),
  feit('contact', { telefoon: '0612345678' }),
  feit('intake-antwoord', { onderdeel: 'werk', vraag: 'rijbewijs', waarde: 'nee' }),
];

const hierheen = (g: TestGemeente): NieuwFeit[] => [
  persoon,
  feit(
    'inburgeringsplicht',
    { plichtig: true, begin: d('2025-01-01'), kennisgeving: d('2025-01-05') },
    '2025-01-01',
    'duo',
  ),
  feit('duo-gebeurtenis', { gebeurtenisId: 'SS121' }, '2026-11-02', 'duo'),
  feit('inschrijving', { gemeentecode: g.code, op: d('2026-11-01') }, '2026-11-01', 'brp'),
  feit(
    'pip-vorige-gemeente',
    { gemeentecode: oud.code, dagtekening: d('2025-03-10'), leerroute: 'B', niveau: 'B1' },
    '2025-03-10',
    'duo',
  ),
  feit(
    'inburgeringstermijn',
    { start: d('2025-03-11'), eind: d('2028-03-11') },
    '2025-03-11',
    'duo',
  ),
];

beforeEach(async () => {
  [oud, nieuw] = [await w.gemeente(), await w.gemeente()];
  afzender = await w.medewerker(oud.organisatieId);
  ontvanger = await w.medewerker(nieuw.organisatieId);
  bsn = nieuwBsn();
  daar = await w.dossier(oud.id, opGemeente(oud), { bsn });
  hier = await w.dossier(nieuw.id, hierheen(nieuw), { bsn });
});

const TOELICHTING = 'Wij stellen een PIP vast en hebben het vorige nodig.';

async function vraag(langs = 'meedoen'): Promise<string> {
  const url = `/v1/dossiers/${hier}/verhuizing/verzoeken`;
  const { status, body } = await ontvanger.vraag('POST', url, {
    andereCode: oud.code,
    langs,
    toelichting: TOELICHTING,
  });
  expect([status, body.redenen]).toEqual([201, undefined]);
  return body.verzoekId;
}

const draagOver = (verzoekId: string, delen: object[] = [{ deel: 'pip' }, { deel: 'voortgang' }]) =>
  afzender.vraag('POST', `/v1/dossiers/${daar}/verhuizing/overdrachten`, { verzoekId, delen });

const regels = async (m: TestMedewerker, alles = true): Promise<Verhuizing[]> =>
  (await m.vraag('POST', '/v1/verhuizingen/_zoek', { alles })).body.items;

const op = (overdrachtId: string, wat: string) =>
  `/v1/verhuizingen/overdrachten/${overdrachtId}${wat}`;

const feitenVan = (g: TestGemeente, dossierId: string) =>
  w.db.forGemeenten({ gemeenten: [g.id] }, (tx) => leesFeiten(tx, { gemeenteId: g.id, dossierId }));

describe('wie hierheen verhuisde', () => {
  it('krijgt de eigen tien weken, dezelfde leerroute en dezelfde termijn, met wat er mist', async () => {
    const { body } = await ontvanger.vraag('GET', `/v1/dossiers/${hier}/verhuizing`);
    expect(body.hierheen).toMatchObject({
      metPip: true,
      inschrijving: '2026-11-01',
      pipUiterlijk: '2027-01-11',
      leerroute: 'B',
      termijnBegin: '2025-03-11',
      termijnLaatsteDag: '2028-03-10',
      bel: { code: oud.code, gemeente: oud.naam },
    });
    const mist = body.hierheen.lijst.filter((p: { staat: string }) => p.staat === 'mist');
    expect(mist.map((p: { wat: string }) => p.wat)).toEqual([
      'Gevolgde uren',
      'PVT en MAP',
      'Brede intake',
      'Leerbaarheidstoets',
    ]);
    expect(await regels(ontvanger)).toEqual([
      expect.objectContaining({
        richting: 'in',
        staat: 'te-vragen',
        dossierId: hier,
        mogelijk: ['vragen'],
      }),
    ]);
  });

  it('heeft zonder PIP de eigen tien weken en niets om over te nemen', async () => {
    const zonder = await w.dossier(
      nieuw.id,
      [
        persoon,
        feit(
          'inburgeringsplicht',
          { plichtig: true, begin: d('2026-09-01'), kennisgeving: d('2026-09-05') },
          '2026-09-01',
          'duo',
        ),
        feit('duo-gebeurtenis', { gebeurtenisId: 'SS120' }, '2026-11-02', 'duo'),
        feit(
          'inschrijving',
          { gemeentecode: nieuw.code, op: d('2026-11-01') },
          '2026-11-01',
          'brp',
        ),
      ],
      { bsn: nieuwBsn() },
    );
    const { body } = await ontvanger.vraag('GET', `/v1/dossiers/${zonder}/verhuizing`);
    expect(body.hierheen).toMatchObject({
      metPip: false,
      pipUiterlijk: '2027-01-11',
      leerroute: null,
    });
  });
});

describe('langs Meedoen', () => {
  it('gaat het pakket van verzoek tot aanvaarding, en komen feiten met hun bron in het dossier', async () => {
    const verzoekId = await vraag();
    const [gevraagd] = await regels(afzender);
    expect(gevraagd).toMatchObject({
      richting: 'uit',
      staat: 'verzocht',
      dossierId: daar,
      toelichting: TOELICHTING,
    });
    const gemaakt = await draagOver(verzoekId, [
      { deel: 'personalia' },
      { deel: 'pip' },
      { deel: 'voortgang' },
    ]);
    expect([gemaakt.status, gemaakt.body.overgeslagen]).toEqual([201, 0]);
    const { overdrachtId } = gemaakt.body;
    const beeld = await ontvanger.vraag('GET', op(overdrachtId, ''));
    expect(beeld.body).toMatchObject({
      staat: 'ontvangen',
      dossier: { dossierId: hier },
      van: oud.naam,
    });
    const zinnen = JSON.stringify(beeld.body.delen);
    expect(zinnen).toContain('320 uur taal en KNM bij instelling 1234567890');
    expect(zinnen).not.toMatch(/verzuim|0612345678|Belt liever/);
    const uit = await ontvanger.vraag('POST', op(overdrachtId, '/_aanvaard'), { dossierId: hier });
    expect([uit.status, uit.body.feiten]).toEqual([200, 3]);
    const nieuweFeiten = (await feitenVan(nieuw, hier)).filter((f) =>
      f.verwijzing?.startsWith('andere'),
    );
    expect(nieuweFeiten.map((f) => f.soort).sort()).toEqual([
      'pvt-ondertekend',
      'uren',
      'voortgangsgesprek',
    ]);
    for (const f of nieuweFeiten)
      expect(f.verwijzing).toBe(`andere gemeente ${oud.naam} (${oud.code}), nog niet bevestigd`);
    // Het PIP van de vorige gemeente wordt nooit een eigen besluit.
    expect((await feitenVan(nieuw, hier)).some((f) => f.soort === 'pip-vastgesteld')).toBe(false);
    expect((await regels(afzender))[0]).toMatchObject({ staat: 'aanvaard', door: ontvanger.naam });
    expect((await regels(ontvanger))[0]).toMatchObject({ staat: 'aanvaard' });
    expect(await regels(ontvanger, false)).toEqual([]);
  });

  it('beslissen er twee tegelijk, dan krijgt de tweede te horen wie er was', async () => {
    const { overdrachtId } = (await draagOver(await vraag())).body;
    const tegelijk = await Promise.all([
      ontvanger.vraag('POST', op(overdrachtId, '/_aanvaard'), { dossierId: hier }),
      ontvanger.vraag('POST', op(overdrachtId, '/_wijs-af'), { reden: 'Al bekend.' }),
    ]);
    expect(tegelijk.map((a) => a.status).sort()).toEqual([200, 409]);
    const later = await ontvanger.vraag('POST', op(overdrachtId, '/_aanvaard'), {
      dossierId: hier,
    });
    expect([later.status, later.body.conflict?.wie]).toEqual([409, ontvanger.naam]);
  });

  it('kan de vorige gemeente met een reden weigeren, en de nieuwe opnieuw vragen', async () => {
    const verzoekId = await vraag();
    const url = `/v1/verhuizingen/verzoeken/${verzoekId}/_weiger`;
    expect(
      (await afzender.vraag('POST', url, { reden: 'Wij kennen deze persoon niet.' })).status,
    ).toBe(200);
    expect((await regels(ontvanger))[0]).toMatchObject({
      staat: 'geweigerd',
      reden: 'Wij kennen deze persoon niet.',
    });
    expect((await afzender.vraag('POST', url, { reden: 'Nog eens.' })).status).toBe(409);
    expect(await vraag()).not.toBe(verzoekId);
  });

  it('wordt aan een oud verzoek herinnerd, en is een verzoek in te trekken', async () => {
    const verzoekId = await vraag();
    expect((await regels(ontvanger))[0]?.teHerinneren).toBe(false);
    w.klok.zetOp(d('2026-12-05'));
    expect((await regels(ontvanger))[0]?.teHerinneren).toBe(true);
    await ontvanger.vraag('POST', `/v1/verhuizingen/verzoeken/${verzoekId}/_herinner`, {});
    expect((await regels(ontvanger))[0]?.teHerinneren).toBe(false);
    expect((await regels(afzender))[0]?.herinnerdOp).toMatch(/^2026-12-05/);
    w.klok.zetOp(d('2026-11-21'));
    await ontvanger.vraag('POST', `/v1/verhuizingen/verzoeken/${verzoekId}/_trek-in`, {});
    expect((await draagOver(verzoekId)).status).toBe(409);
  });
});

describe('wat er meegaat', () => {
  it('is alleen wat is gekozen; buiten de wet met een reden, en zonder verzoek niets', async () => {
    const verzoekId = await vraag();
    const zonder = await draagOver(verzoekId, [
      { deel: 'pip' },
      { deel: 'notities' },
      { deel: 'intake' },
    ]);
    expect(zonder.status).toBe(409);
    expect(zonder.body.redenen.map((r: { veld: string }) => r.veld)).toEqual([
      'delen.1.reden',
      'delen.2.reden',
    ]);
    const reden = 'De ontvanger vroeg ernaar en de inburgeraar weet ervan.';
    const met = await draagOver(verzoekId, [
      { deel: 'voortgang' },
      { deel: 'verzuim' },
      { deel: 'notities', reden },
    ]);
    const bestand = await afzender.vraag('GET', op(met.body.overdrachtId, '/bestand'));
    const pakket = Pakket.parse(bestand.body);
    expect(pakket.delen.map((x) => [x.deel, x.reden])).toEqual([
      ['voortgang', undefined],
      ['verzuim', undefined],
      ['notities', reden],
    ]);
    expect(JSON.stringify(pakket)).toContain('"ongeoorloofdVerzuim":4');
    expect(JSON.stringify(pakket)).not.toContain('0612345678');
    const verzonnen = await draagOver('0195f3a0-0000-7000-8000-00000000ffff');
    expect(verzonnen.status).toBe(404);
  });

  it('laat een antwoord op een eigen vraag alleen lezen; hier wordt het geen antwoord', async () => {
    bsn = nieuwBsn();
    const eigen = { onderdeel: 'sociaal-netwerk', vraag: 'eigen-0001', waarde: 'soms' };
    const gesteld = 'Komt u weleens in het buurthuis?';
    daar = await w.dossier(
      oud.id,
      [...opGemeente(oud), feit('intake-antwoord', { ...eigen, gesteld })],
      { bsn },
    );
    hier = await w.dossier(nieuw.id, hierheen(nieuw), { bsn });
    const zin = 'Komt u weleens in het buurthuis: soms';
    const reden = 'De inburgeraar vroeg het zelf.';
    const { overdrachtId } = (await draagOver(await vraag(), [{ deel: 'intake', reden }])).body;
    const beeld = await ontvanger.vraag('GET', op(overdrachtId, ''));
    expect(JSON.stringify(beeld.body.delen)).toContain(zin);
    const uit = await ontvanger.vraag('POST', op(overdrachtId, '/_aanvaard'), { dossierId: hier });
    expect([uit.status, uit.body.feiten]).toEqual([200, 1]);
    expect(uit.body.niet).toEqual([
      { zin, waarom: 'Deze vraag kent de intake hier niet, of het antwoord past er niet bij.' },
    ]);
    const antwoorden = (await feitenVan(nieuw, hier)).filter((f) => f.soort === 'intake-antwoord');
    expect(antwoorden.map((f) => f.inhoud)).toMatchObject([{ vraag: 'rijbewijs' }]);
  });

  it('is ook als leesbare PDF te krijgen, zonder nummer in de naam van het bestand', async () => {
    const { overdrachtId } = (await draagOver(await vraag())).body;
    const { status, headers } = await afzender.vraag('GET', op(overdrachtId, '/pdf'));
    expect([status, headers['content-type']]).toEqual([200, 'application/pdf']);
    expect(headers['content-disposition']).not.toContain(bsn);
  });
});

describe('als bestand', () => {
  async function pakketVan(): Promise<Pakket> {
    const url = `/v1/dossiers/${daar}/verhuizing/ontvangen-verzoeken`;
    const { body } = await afzender.vraag('POST', url, {
      andereCode: nieuw.code,
      vrager: 'J. de Boer',
      langs: 'brief',
      op: '2026-11-10',
      toelichting: TOELICHTING,
    });
    const { overdrachtId } = (await draagOver(body.verzoekId)).body;
    // Een verzoek op papier geeft de ander geen inzage hier: het bestand is de enige weg.
    expect((await ontvanger.vraag('GET', op(overdrachtId, ''))).status).toBe(404);
    return Pakket.parse((await afzender.vraag('GET', op(overdrachtId, '/bestand'))).body);
  }
  const lees = (inhoud: unknown) =>
    ontvanger.vraag('POST', '/v1/verhuizingen/_lees', {
      gemeenteId: nieuw.id,
      inhoud: typeof inhoud === 'string' ? inhoud : JSON.stringify(inhoud),
    });

  it('is het pakket in te lezen, te aanvaarden, en door de afzender te bevestigen met een naam', async () => {
    const pakket = await pakketVan();
    expect((await lees(pakket)).status).toBe(201);
    expect((await lees(pakket)).body.redenen[0].code).toBe('al-ontvangen');
    const uit = await ontvanger.vraag('POST', op(pakket.overdrachtId, '/_aanvaard'), {
      dossierId: hier,
    });
    expect([uit.status, uit.body.feiten]).toEqual([200, 3]);
    expect((await regels(afzender))[0]).toMatchObject({ staat: 'overgedragen' });
    await afzender.vraag('POST', op(pakket.overdrachtId, '/_bevestig'), { door: 'J. de Boer' });
    expect((await regels(afzender))[0]).toMatchObject({ staat: 'aanvaard', door: 'J. de Boer' });
  });

  it('wordt geweigerd wat niet klopt, met de plek en zonder wat er stond', async () => {
    const pakket = await pakketVan();
    const geheim = 'Zzgeheim';
    const gevallen: [unknown, string][] = [
      ['{"', 'geen-json'],
      ['[]', 'ander-formaat'],
      ['null', 'ander-formaat'],
      [{ ...pakket, formaat: 'iets' }, 'ander-formaat'],
      [{ ...pakket, versie: '2.0' }, 'andere-versie'],
      [{ ...pakket, extra: geheim }, 'vorm'],
      [{ ...pakket, persoon: {} }, 'vorm'],
      [{ ...pakket, persoon: { bsn: geheim } }, 'vorm'],
      [{ ...pakket, delen: [...pakket.delen, ...pakket.delen] }, 'vorm'],
      [{ ...pakket, delen: [{ ...pakket.delen[0], gegevens: [{ soort: geheim }] }] }, 'vorm'],
      [{ ...pakket, naar: { ...pakket.naar, gemeentecode: '9999' } }, 'andere-gemeente'],
    ];
    for (const [inhoud, code] of gevallen) {
      const { status, body } = await lees(inhoud);
      const hoort = code === 'andere-gemeente' ? 409 : 400;
      expect([code, status, body.redenen?.[0].code]).toEqual([code, hoort, code]);
      expect(JSON.stringify(body)).not.toContain(geheim);
    }
    expect(await regels(ontvanger)).toEqual([expect.objectContaining({ staat: 'te-vragen' })]);
  });

  it('komt een dag in de toekomst, een eigen PIP of wat al bekend is niet in het dossier', async () => {
    const pakket = await pakketVan();
    const [pip, rest] = pakket.delen;
    const later = { soort: 'pvt-ondertekend', op: '2030-01-01', bron: 'medewerker', inhoud: {} };
    await lees({ ...pakket, delen: [pip, { ...rest, gegevens: [later] }] });
    const uit = await ontvanger.vraag('POST', op(pakket.overdrachtId, '/_aanvaard'), {
      dossierId: hier,
    });
    expect(uit.body.feiten).toBe(0);
    expect(uit.body.niet.map((n: { waarom: string }) => n.waarom)).toEqual([
      'Dit staat al in het dossier.',
      'De dag ligt in de toekomst.',
    ]);
  });

  it('past het alleen bij het dossier van dezelfde persoon', async () => {
    const pakket = await pakketVan();
    const ander = await w.dossier(nieuw.id, [persoon], { bsn: nieuwBsn() });
    const naamloos = await w.dossier(nieuw.id, [persoon]);
    await lees(pakket);
    for (const dossierId of [ander, naamloos]) {
      const uit = await ontvanger.vraag('POST', op(pakket.overdrachtId, '/_aanvaard'), {
        dossierId,
      });
      expect([uit.status, uit.body.redenen[0].code]).toEqual([409, 'andere-persoon']);
      expect(await feitenVan(nieuw, dossierId)).toHaveLength(1);
    }
  });
});

describe('wie er niets mee te maken heeft', () => {
  it('ziet geen verzoek, geen pakket en geen bewijs, en kan niets beslissen', async () => {
    const verzoekId = await vraag();
    const { overdrachtId } = (await draagOver(verzoekId)).body;
    const derde = await w.gemeente();
    const buiten = await w.medewerker(derde.organisatieId);
    expect(await regels(buiten)).toEqual([]);
    for (const pad of ['', '/bestand', '/pdf'])
      expect((await buiten.vraag('GET', op(overdrachtId, pad))).status).toBe(404);
    for (const [pad, body] of [
      ['/_aanvaard', { dossierId: hier }],
      ['/_wijs-af', { reden: 'Nee hoor.' }],
      ['/_bevestig', { door: 'Iemand' }],
    ] as const)
      expect((await buiten.vraag('POST', op(overdrachtId, pad), body)).status).toBe(404);
    const weiger = `/v1/verhuizingen/verzoeken/${verzoekId}/_weiger`;
    expect((await buiten.vraag('POST', weiger, { reden: 'Nee hoor.' })).status).toBe(404);
    expect((await afzender.vraag('GET', `/v1/dossiers/${hier}/verhuizing`)).status).toBe(404);
  });

  it('schrijft de rijbeveiliging ook niet in de rijen van een ander', async () => {
    const verzoekId = await vraag();
    await expect(
      w.db.forGemeenten({ gemeenten: [oud.id] }, (tx) =>
        tx
          .updateTable('verhuisverzoek')
          .set({ toelichting: 'gewijzigd' })
          .where('id', '=', verzoekId)
          .returning('id')
          .execute(),
      ),
    ).resolves.toEqual([]);
    const gezien = await w.db.forGemeenten({ gemeenten: [oud.id] }, (tx) =>
      tx.selectFrom('verhuisverzoek').select('toelichting').where('id', '=', verzoekId).execute(),
    );
    expect(gezien).toEqual([{ toelichting: TOELICHTING }]);
  });
});

describe('het formaat en de staten', () => {
  it('is gepubliceerd zoals het wordt gelezen', () => {
    const gepubliceerd = JSON.parse(readFileSync('docs/overdracht.schema.json', 'utf8'));
    expect(gepubliceerd).toEqual(
      JSON.parse(JSON.stringify(z.toJSONSchema(Pakket, { io: 'input' }))),
    );
  });

  it('laat niets toe wat niet in de tabel staat', () => {
    expect(na('in', 'aanvaard', 'aanvaarden')).toBeUndefined();
    expect(na('uit', 'ontvangen', 'aanvaarden')).toBeUndefined();
    expect(mogelijk('in', 'aanvaard')).toEqual([]);
    expect(mogelijk('uit', 'verzocht')).toEqual(['overdragen', 'weigeren']);
  });
});
