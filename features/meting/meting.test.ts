import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { datum } from '../../rules/shared/datum.ts';
import type { NieuwFeit } from '../../server/dossier/feiten.ts';
import { voegSamen } from '../../server/dossier/openen.ts';
import { nieuwId } from '../../server/id.ts';
import { geefTaak, maakWereld, type TestMedewerker, type Wereld } from '../../test/world.ts';
import type { Metingen, Scores } from './meting.schema.ts';

let w: Wereld;
beforeAll(async () => {
  w = await maakWereld();
});
beforeEach(() => w.klok.zetOp(datum('2026-11-21')));
afterAll(() => w.sluit());

const TIGRINYA: NieuwFeit = {
  soort: 'taal',
  inhoud: { gesprekstaal: 'Tigrinya', tolkNodig: true },
  geldigOp: datum('2026-10-01'),
  bron: 'medewerker',
};

async function opzet(feiten: NieuwFeit[] = []) {
  const g = await w.gemeente();
  const met = await w.medewerker(g.organisatieId);
  const dossierId = await w.dossier(g.id, feiten);
  return { g, met, dossierId, url: `/v1/dossiers/${dossierId}/metingen` };
}

const ALLES = [
  { vraag: 'lichaam-voelt', cijfer: 4 },
  { vraag: 'lichaam-slaap', cijfer: 7 },
  { vraag: 'meedoen-mensen', cijfer: 3 },
];
const verzoek = (extra: object = {}) => ({
  moment: 'begin',
  taal: 'ti',
  hulp: 'tolk',
  antwoorden: ALLES,
  vervangt: null,
  ...extra,
});
const meet = (m: TestMedewerker, url: string, extra: object = {}, headers = {}) =>
  m.vraag('POST', url, verzoek(extra), headers);
const lees = async (m: TestMedewerker, url: string): Promise<Metingen> =>
  (await m.vraag('GET', url)).body;
const scores = async (m: TestMedewerker, url: string): Promise<Scores> =>
  (await m.vraag('GET', `${url}/scores`)).body;

const feitenVan = (g: { id: string }, dossierId: string) =>
  w.db.forGemeenten({ gemeenten: [g.id] }, (tx) =>
    tx
      .selectFrom('feit')
      .select(['soort', 'inhoud', 'bron'])
      .where('dossier_id', '=', dossierId)
      .execute(),
  );

describe('een meting', () => {
  it('bewaart de eigen cijfers apart; in het dossier staat alleen dát er is gemeten', async () => {
    const { g, met, dossierId, url } = await opzet();
    const { status, body } = await meet(met, url);
    expect(status).toBe(201);
    expect(await feitenVan(g, dossierId)).toEqual([
      {
        soort: 'meting',
        inhoud: { metingId: body.metingId, moment: 'begin', taal: 'ti' },
        bron: 'inburgeraar',
      },
    ]);
    const [een] = (await scores(met, url)).metingen;
    expect(een).toMatchObject({ metingId: body.metingId, op: '2026-11-21', hulp: 'tolk' });
    expect(een?.scores).toEqual([
      { dimensie: 'lichaam', score: 5.5, beantwoord: 2 },
      { dimensie: 'mentaal', score: null, beantwoord: 0 },
      { dimensie: 'zingeving', score: null, beantwoord: 0 },
      { dimensie: 'kwaliteit', score: null, beantwoord: 0 },
      { dimensie: 'meedoen', score: 3, beantwoord: 1 },
      { dimensie: 'dagelijks', score: null, beantwoord: 0 },
    ]);
  });

  it('laat een tweede meting ernaast zien wat er veranderde, zonder oordeel', async () => {
    const { met, url } = await opzet();
    await meet(met, url);
    expect((await scores(met, url)).veranderingen).toEqual([]);
    w.klok.zetOp(datum('2027-05-21'));
    await meet(met, url, {
      moment: 'voortgang',
      antwoorden: [
        { vraag: 'lichaam-voelt', cijfer: 8 },
        { vraag: 'dag-energie', cijfer: 6 },
      ],
    });
    const zinnen = new Map((await scores(met, url)).veranderingen.map((v) => [v.dimensie, v.zin]));
    expect(zinnen.get('lichaam')).toBe('eerst een 5,5, nu een 8');
    expect(zinnen.get('meedoen')).toBe('eerst een 3, nu overgeslagen');
    expect(zinnen.get('dagelijks')).toBe('eerst overgeslagen, nu een 6');
    expect([...zinnen.values()].join(' ')).not.toMatch(/beter|slechter|goed|slecht/);
  });

  it('wordt met dezelfde sleutel één keer bewaard', async () => {
    const { met, url } = await opzet();
    const sleutel = { 'idempotency-key': nieuwId() };
    const een = await meet(met, url, {}, sleutel);
    const twee = await meet(met, url, {}, sleutel);
    expect(twee.body).toEqual(een.body);
    expect((await scores(met, url)).metingen).toHaveLength(1);
  });

  it('kan opnieuw, en houdt dan de dag van de meting die zij vervangt', async () => {
    const { met, url } = await opzet();
    const een = (await meet(met, url)).body.metingId;
    w.klok.zetOp(datum('2026-11-23'));
    const { status } = await meet(met, url, { vervangt: een, antwoorden: [ALLES[0]] });
    expect(status).toBe(201);
    const { metingen } = await scores(met, url);
    expect(metingen).toHaveLength(1);
    expect(metingen[0]).toMatchObject({ op: '2026-11-21', moment: 'begin' });
    expect(metingen[0]?.scores[0]).toMatchObject({ score: 4, beantwoord: 1 });
  });
});

describe('de volgende meting', () => {
  const PIP: NieuwFeit = {
    soort: 'pip-vorige-gemeente',
    inhoud: { gemeentecode: '0193', dagtekening: datum('2026-05-21'), leerroute: 'B' },
    geldigOp: datum('2026-05-21'),
    bron: 'duo',
  };
  const half = async (m: TestMedewerker, url: string) =>
    (await lees(m, url)).momenten.find((x) => x.maanden === 6);

  it.each([
    ['2026-11-20', 'straks'],
    ['2026-11-21', 'nu'],
    ['2026-11-22', 'nu'],
  ])('een half jaar na het PIP is op %s: %s', async (dag, staat) => {
    const { met, url } = await opzet([PIP]);
    w.klok.zetOp(datum(dag));
    const moment = await half(met, url);
    expect(moment).toMatchObject({ soort: 'voortgang', op: '2026-11-21', staat, metingId: null });
    expect(moment?.uitleg?.grondslag?.zekerheid).toBe('ontwerp');
  });

  it('is na de meting gedaan, en dan is het jaar de volgende', async () => {
    const { met, url } = await opzet([PIP]);
    const { metingId } = (await meet(met, url, { moment: 'voortgang' })).body;
    expect(await half(met, url)).toMatchObject({ staat: 'gedaan', metingId, uitleg: null });
    const straks = (await lees(met, url)).momenten.filter((x) => x.staat === 'straks');
    expect(straks.map((x) => [x.maanden, x.op])).toEqual([
      [12, '2027-05-21'],
      [24, '2028-05-21'],
    ]);
  });
});

describe('een meting wordt geweigerd', () => {
  it('als alles is overgeslagen', async () => {
    const { met, url } = await opzet();
    const { status, body } = await meet(met, url, { antwoorden: [] });
    expect([status, body.redenen[0].code]).toEqual([409, 'niets-beantwoord']);
    expect((await lees(met, url)).metingen).toEqual([]);
  });

  it('als er bij het begin al is gemeten', async () => {
    const { met, url } = await opzet();
    await meet(met, url);
    const { status, body } = await meet(met, url);
    expect([status, body.redenen[0].code]).toEqual([409, 'begin-bestaat']);
    expect((await meet(met, url, { moment: 'voortgang' })).status).toBe(201);
  });

  it('als een ander haar al opnieuw deed, met wie en wanneer', async () => {
    const { g, met, url } = await opzet();
    const ander = await w.medewerker(g.organisatieId);
    const een = (await meet(met, url)).body.metingId;
    await meet(ander, url, { vervangt: een });
    const { status, body } = await meet(met, url, { vervangt: een });
    expect([status, body.conflict.wie]).toEqual([409, ander.naam]);
  });

  it('als zij een meting vervangt die er niet is', async () => {
    const { met, url } = await opzet();
    expect((await meet(met, url, { vervangt: nieuwId() })).status).toBe(404);
  });

  it.each([
    { antwoorden: [{ vraag: 'lichaam-voelt', cijfer: 11 }] },
    { antwoorden: [{ vraag: 'lichaam-voelt', cijfer: -1 }] },
    { antwoorden: [{ vraag: 'lichaam-voelt', cijfer: 5.5 }] },
    { antwoorden: [{ vraag: 'gewicht', cijfer: 5 }] },
    { antwoorden: [ALLES[0], ALLES[0]] },
    { taal: 'xx' },
    { moment: 'tussendoor' },
    { toelichting: 'iets' },
  ])('bij een onmogelijke vorm %#', async (extra) => {
    const { met, url } = await opzet();
    expect((await meet(met, url, extra)).status).toBe(400);
  });
});

describe('zonder recht op gezondheid', () => {
  const ZONDER = ['*:klantmanager', 'mandaat-pip:klantmanager'];

  it('is te zien dat en wanneer er is gemeten, niet wat', async () => {
    const { g, met, url } = await opzet();
    const { metingId } = (await meet(met, url)).body;
    const zonder = await w.medewerker(g.organisatieId, ZONDER);
    const beeld = await lees(zonder, url);
    expect(beeld.metingen).toMatchObject([{ metingId, moment: 'begin', op: '2026-11-21' }]);
    expect(beeld.mag.meten).toBe(false);
    expect(JSON.stringify(beeld)).not.toMatch(/score|cijfer|antwoord/);
    expect((await zonder.vraag('GET', `${url}/scores`)).status).toBe(403);
    expect((await meet(zonder, url)).status).toBe(403);
    expect((await zonder.vraag('GET', `${url}/vragen?taal=ti`)).status).toBe(403);
  });

  it('geeft ook de database de cijfers niet', async () => {
    const { g, met, url } = await opzet();
    await meet(met, url);
    const rijen = (bijzonder: string[]) =>
      w.db.forGemeenten({ gemeenten: [g.id], bijzonder }, (tx) =>
        tx.selectFrom('meting').select('id').execute(),
      );
    expect(await rijen([])).toEqual([]);
    expect(await rijen([g.id])).toHaveLength(1);
  });

  it('mag wie alleen monitort en het recht heeft wel meten', async () => {
    const { g, url } = await opzet();
    const monitor = await w.medewerker(g.organisatieId, [
      'monitoring:klantmanager',
      'gezondheid:klantmanager',
    ]);
    expect((await meet(monitor, url)).status).toBe(201);
    expect((await scores(monitor, url)).metingen).toHaveLength(1);
    expect(
      (await monitor.vraag('GET', url.replace('/metingen', '/intake/gezondheid'))).status,
    ).toBe(403);
  });

  it('ziet een school of PVT-docent niets', async () => {
    const { g, met, url } = await opzet();
    await meet(met, url);
    const school = await w.gemeente();
    await w.db.zonderDossiers((tx) =>
      geefTaak(tx, g.id, 'leerroute-b1', school.organisatieId, datum('2020-01-01')),
    );
    const docent = await w.medewerker(school.organisatieId, ['leerroute-b1:klantmanager']);
    expect((await docent.vraag('GET', url)).status).toBe(403);
  });

  it('bestaat de meting van een andere gemeente niet', async () => {
    const { met, url } = await opzet();
    await meet(met, url);
    const ander = await opzet();
    expect((await ander.met.vraag('GET', url)).status).toBe(404);
    expect((await ander.met.vraag('GET', `${url}/scores`)).status).toBe(404);
    expect((await meet(ander.met, url, { moment: 'eind' })).status).toBe(404);
  });
});

describe('het logboek', () => {
  it('noemt lezen en schrijven, zonder cijfers', async () => {
    const { g, met, dossierId, url } = await opzet();
    await meet(met, url);
    await scores(met, url);
    const rijen = await w.db.forGemeenten({ gemeenten: [g.id] }, (tx) =>
      tx
        .selectFrom('audit')
        .select(['handeling', 'object_soort'])
        .where('dossier_id', '=', dossierId)
        .orderBy('volgnummer')
        .execute(),
    );
    expect(rijen.map((r) => `${r.handeling} ${r.object_soort}`)).toEqual([
      'wijzigen meting',
      'lezen meting',
    ]);
  });
});

describe('de vragen', () => {
  it('komen in de eigen taal met leesrichting en stem; een vertaling heet nooit vanzelf vastgesteld', async () => {
    const { met, url } = await opzet([TIGRINYA]);
    expect(await lees(met, url)).toMatchObject({ gesprekstaal: 'Tigrinya', taal: 'ti' });
    const { body } = await met.vraag('GET', `${url}/vragen?taal=ar`);
    expect(body).toMatchObject({ taal: 'ar', richting: 'rtl', spraak: 'ar', staat: 'machine' });
    expect(body.teksten['lichaam-slaap']).toMatch(/\p{Script=Arabic}/u);
    expect(body.nederlands['lichaam-slaap']).toBe('Hoe slaapt u?');
    const ti = (await met.vraag('GET', `${url}/vragen?taal=ti`)).body;
    expect(ti.teksten['lichaam-slaap']).toMatch(/\p{Script=Ethiopic}/u);
    expect((await met.vraag('GET', `${url}/vragen?taal=nl`)).body.staat).toBe('bron');
  });
});

describe('na een samenvoeging', () => {
  it('gaan de metingen mee naar het dossier dat blijft', async () => {
    const { g, met, dossierId, url } = await opzet();
    await meet(met, url);
    const blijft = await w.dossier(g.id, []);
    await w.db.forGemeenten({ gemeenten: [g.id] }, (tx) =>
      voegSamen(tx, g.id, dossierId, blijft, {
        nu: w.klok.nu(),
        vandaag: w.klok.vandaag(),
      }),
    );
    const na = await scores(met, `/v1/dossiers/${blijft}/metingen`);
    expect(na.metingen).toHaveLength(1);
    expect((await lees(met, url)).metingen).toHaveLength(1);
  });
});
