import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { datum } from '../../rules/shared/datum.ts';
import {
  maakBegeleider,
  maakZitting,
  mensen,
  ZITTINGDAG,
  zittingInvoer,
} from '../../test/begeleiding/toetszitting.ts';
import { werkSamen } from '../../test/begeleiding/tolken.ts';
import { doeWerk } from '../../test/werk.ts';
import { maakWereld, type TestMedewerker, type Wereld } from '../../test/world.ts';
import { mogelijk, na, OVERGANGEN } from './staten.ts';
import { toetszittingWerk } from './volgen.jobs.ts';

let w: Wereld;
beforeAll(async () => {
  w = await maakWereld();
});
beforeEach(() => w.klok.zetOp(datum('2026-11-20')));
afterAll(() => w.sluit());

const code = ({ status, body }: { status: number; body: { redenen?: { code: string }[] } }) => [
  status,
  body.redenen?.[0]?.code,
];
const lees = async (m: TestMedewerker, pad: string) => (await m.vraag('GET', pad)).body;
const nodig = (m: TestMedewerker, pad: string, dossierIds: string[]) =>
  m.vraag('POST', `${pad}/deelnemers`, { dossierIds, bijOproep: false });

/** Dezelfde zitting, met iets anders. */
const wijziging = (begeleiderId: string, extra: object) => {
  const { gemeenteId: _g, gemeenteIds: _i, vorm: _v, ...rest } = zittingInvoer(['x'], begeleiderId);
  return { ...rest, revisie: 1, ...extra };
};

describe('een zitting plannen', () => {
  it('lukt, en zij staat in de lijst met haar vrije laptops', async () => {
    const { g, m, zittingId } = await maakZitting(w);
    const { body } = await m.vraag('POST', '/v1/toetszittingen/_zoek', {});
    expect(body.items).toMatchObject([
      {
        zittingId,
        gemeenten: [g.naam],
        laptops: 3,
        bezet: 0,
        staat: 'gepland',
        begeleiders: [{ naam: 'Ria Prins' }],
        kan: ['wijzigen', 'uitnodigen', 'houden', 'afgelasten'],
      },
    ]);
  });

  it.each([
    ['gisteren', '2026-11-19', 409, 'dag-voorbij'],
    ['vandaag', '2026-11-20', 201, undefined],
    ['over een jaar en een dag', '2027-11-21', 201, undefined],
    ['nog een dag later', '2027-11-22', 409, 'dag-te-ver'],
  ])('%s', async (_wat, dag, status, reden) => {
    const { g, m, begeleiderId } = await maakZitting(w);
    const invoer = zittingInvoer([g.id], begeleiderId, { datum: dag });
    expect(code(await m.vraag('POST', '/v1/toetszittingen', invoer))).toEqual([status, reden]);
  });

  it.each([
    ['die nog niet is geregistreerd', { geregistreerdOp: '2026-12-01' }],
    ['die op die dag niet meer is geregistreerd', { geregistreerdTot: ZITTINGDAG }],
    ['van wie de registratie niet is ingevuld', { geregistreerdOp: null }],
    ['die niet is getraind', { getraindOp: null }],
  ])('weigert een begeleider %s', async (_wat, extra) => {
    const { g, m } = await maakZitting(w);
    const invoer = zittingInvoer([g.id], await maakBegeleider(m, g.id, extra));
    const antwoord = await m.vraag('POST', '/v1/toetszittingen', invoer);
    expect(code(antwoord)).toEqual([409, 'begeleider-niet-bevoegd']);
  });

  it.each([
    ['meer laptops voor één persoon', { vorm: 'individueel', laptops: 2 }, 'laptops'],
    ['geen laptop', { laptops: 0 }, 'laptops'],
    ['geen begeleider', { begeleiderIds: [] }, 'begeleiderIds'],
    ['een halve tijd', { tijd: '9:30' }, 'tijd'],
  ])('weigert %s', async (_wat, extra, veld) => {
    const { g, m, begeleiderId } = await maakZitting(w);
    const invoer = zittingInvoer([g.id], begeleiderId, extra);
    const { status, body } = await m.vraag('POST', '/v1/toetszittingen', invoer);
    expect([status, body.invalidParams?.[0].name]).toEqual([400, veld]);
  });

  it('kan niet met de begeleider of de gemeente van een ander', async () => {
    const een = await maakZitting(w);
    const twee = await maakZitting(w);
    const vreemd = zittingInvoer([een.g.id], twee.begeleiderId);
    expect(code(await een.m.vraag('POST', '/v1/toetszittingen', vreemd))).toEqual([
      409,
      'begeleider-onbekend',
    ]);
    const buiten = zittingInvoer([een.g.id, twee.g.id], een.begeleiderId);
    expect(code(await een.m.vraag('POST', '/v1/toetszittingen', buiten))).toEqual([
      409,
      'gemeente-niet-van-u',
    ]);
  });

  it('is te vinden op plaats, begeleider, dag (half open), staat en vrije laptop', async () => {
    const { m, pad, g } = await maakZitting(w, { laptops: 1, vorm: 'individueel' });
    const aantal = async (vraag: object) =>
      (await m.vraag('POST', '/v1/toetszittingen/_zoek', vraag)).body.totaal;
    expect(await aantal({ zoek: 'biblio' })).toBe(1);
    expect(await aantal({ zoek: 'prins' })).toBe(1);
    expect(await aantal({ zoek: '%' })).toBe(0);
    expect(await aantal({ van: ZITTINGDAG, tot: '2026-12-01' })).toBe(1);
    expect(await aantal({ van: '2026-11-01', tot: ZITTINGDAG })).toBe(0);
    expect(await aantal({ staat: 'gehouden' })).toBe(0);
    expect(await aantal({ vrij: true })).toBe(1);
    await nodig(m, pad, await mensen(w, g, 'Almaz'));
    expect(await aantal({ vrij: true })).toBe(0);
    const csv = await m.vraag('POST', '/v1/toetszittingen/_exporteer', {});
    expect(csv.body).toContain('2026-11-30;09:30;120;Bibliotheek');
  });
});

describe('een zitting verzetten', () => {
  it('neemt alle afspraken mee en zet berichten klaar', async () => {
    const { g, m, pad, begeleiderId } = await maakZitting(w);
    const [een] = await mensen(w, g, 'Almaz');
    await nodig(m, pad, [een as string]);
    const na = await m.vraag('PUT', pad, wijziging(begeleiderId, { datum: '2026-12-01' }));
    expect([na.status, na.body.datum, na.body.bezet]).toEqual([200, '2026-12-01', 1]);
    const { body } = await m.vraag('GET', `/v1/dossiers/${een}/intake`);
    expect(body.afspraken).toMatchObject([{ datum: '2026-12-01', tijd: '09:30' }]);
    expect(na.body.deelnemers[0].bericht).toMatchObject({ kanaal: 'brief' });
  });

  it('kan niet met minder laptops dan mensen, en niet als een ander eerder was', async () => {
    const { g, m, pad, begeleiderId } = await maakZitting(w);
    await nodig(m, pad, await mensen(w, g, 'Almaz', 'Biniam'));
    const minder = await m.vraag('PUT', pad, wijziging(begeleiderId, { laptops: 1 }));
    expect(code(minder)).toEqual([409, 'te-weinig-laptops']);
    expect((await m.vraag('PUT', pad, wijziging(begeleiderId, { laptops: 2 }))).status).toBe(200);
    const laat = await m.vraag('PUT', pad, wijziging(begeleiderId, { laptops: 4 }));
    expect([laat.status, laat.body.conflict.wie]).toEqual([409, m.naam]);
  });

  it('kan niet meer na de dag', async () => {
    const { m, pad, begeleiderId } = await maakZitting(w);
    w.klok.zetOp(datum('2026-12-01'));
    const laat = await m.vraag('PUT', pad, wijziging(begeleiderId, { datum: '2026-12-02' }));
    expect(code(laat)).toEqual([409, 'dag-voorbij']);
  });
});

describe('afgelasten en houden', () => {
  it('zegt iedereen af', async () => {
    const { g, m, pad } = await maakZitting(w);
    await nodig(m, pad, await mensen(w, g, 'Almaz', 'Biniam'));
    const weg = await m.vraag('POST', `${pad}/_afgelasten`, {
      reden: 'De begeleider is ziek.',
      revisie: 1,
    });
    expect(weg.body).toMatchObject({ staat: 'afgelast', bezet: 0, kan: [] });
    expect(weg.body.deelnemers).toMatchObject([{ uitkomst: 'afgezegd' }, { uitkomst: 'afgezegd' }]);
    const [nieuw] = await mensen(w, g, 'Dawit');
    expect(code(await nodig(m, pad, [nieuw as string]))).toEqual([409, 'staat']);
  });

  it.each([
    ['de dag ervoor', '2026-11-29', 409, 'nog-niet-geweest'],
    ['op de dag zelf', '2026-11-30', 200, undefined],
    ['de dag erna', '2026-12-01', 200, undefined],
  ])('houden kan %s: %s', async (_wat, dag, status, reden) => {
    const { m, pad } = await maakZitting(w);
    w.klok.zetOp(datum(dag));
    expect(code(await m.vraag('POST', `${pad}/_houden`, { revisie: 1 }))).toEqual([status, reden]);
  });

  it('houden kan pas als bekend is wie er was; daarna is het wachten op DUO', async () => {
    const { g, m, pad } = await maakZitting(w);
    const [een] = await mensen(w, g, 'Almaz');
    await nodig(m, pad, [een as string]);
    w.klok.zetOp(datum(ZITTINGDAG));
    expect(code(await m.vraag('POST', `${pad}/_houden`, { revisie: 1 }))).toEqual([
      409,
      'uitkomst-eerst',
    ]);
    const was = { uitkomst: 'verschenen', vervangt: null };
    await m.vraag('POST', `${pad}/deelnemers/${een}/_uitkomst`, was);
    const gehouden = await m.vraag('POST', `${pad}/_houden`, { revisie: 1 });
    expect(gehouden.body).toMatchObject({
      staat: 'gehouden',
      deelnemers: [{ toets: { staat: 'wacht-op-duo', examennummer: 'LBT000123456' } }],
    });
    const afgelasten = await m.vraag('POST', `${pad}/_afgelasten`, {
      reden: 'te laat',
      revisie: 2,
    });
    expect(code(afgelasten)).toEqual([409, 'staat']);
  });

  it('heeft voor elke staat precies de handelingen van de tabel', () => {
    expect(mogelijk('gehouden')).toEqual([]);
    expect(na('gepland', 'afgelasten')).toBe('afgelast');
    expect(na('afgelast', 'wijzigen')).toBeUndefined();
    expect(new Set(OVERGANGEN.map((o) => `${o.van} ${o.handeling}`)).size).toBe(OVERGANGEN.length);
  });
});

describe('een regionale zitting', () => {
  async function regio() {
    const een = await maakZitting(w);
    const buur = await w.gemeente();
    await werkSamen(w, een.g, buur);
    const samen = await w.medewerker(een.g.organisatieId);
    const van = await w.medewerker(buur.organisatieId);
    const invoer = zittingInvoer([een.g.id, buur.id], een.begeleiderId);
    const { body } = await samen.vraag('POST', '/v1/toetszittingen', invoer);
    const pad = `/v1/toetszittingen/${body.zittingId}`;
    return { ...een, buur, samen, van, pad, zittingId: body.zittingId as string };
  }

  it('toont een gemeente alleen haar eigen mensen, en hoeveel plekken er vrij zijn', async () => {
    const { g, buur, samen, van, pad } = await regio();
    const [onze] = await mensen(w, g, 'Almaz');
    const [hunne] = await mensen(w, buur, 'Biniam');
    await nodig(samen, pad, [onze as string]);
    expect((await nodig(van, pad, [hunne as string])).status).toBe(200);
    const gezien = await lees(van, pad);
    expect([gezien.bezet, gezien.laptops]).toEqual([2, 3]);
    expect(gezien.deelnemers.map((d: { dossierId: string }) => d.dossierId)).toEqual([hunne]);
    expect(JSON.stringify(gezien)).not.toContain(onze);
    expect(JSON.stringify(gezien)).not.toContain('Almaz');
    expect(gezien.kan).toEqual(['uitnodigen']);
    expect((await lees(samen, pad)).deelnemers).toHaveLength(2);
    expect((await nodig(van, pad, [onze as string])).status).toBe(404);
    const lijst = await van.vraag('GET', `${pad}/presentielijst`);
    expect(lijst.status).toBe(200);
  });

  it('is alleen te wijzigen door wie haar houdt, en onzichtbaar voor wie niet meedoet', async () => {
    const { van, pad, begeleiderId } = await regio();
    expect(code(await van.vraag('PUT', pad, wijziging(begeleiderId, {})))).toEqual([
      409,
      'zitting-van-ander',
    ]);
    const vreemd = await maakZitting(w);
    expect((await vreemd.m.vraag('GET', pad)).status).toBe(404);
    expect((await vreemd.m.vraag('GET', `${pad}/presentielijst`)).status).toBe(404);
    const { body } = await vreemd.m.vraag('POST', '/v1/toetszittingen/_zoek', {});
    expect(body.totaal).toBe(1);
  });

  it('neemt ook de mensen mee van een gemeente die de planner niet mag zien', async () => {
    const { g, buur, van, pad, begeleiderId } = await regio();
    const [hunne] = await mensen(w, buur, 'Biniam');
    await nodig(van, pad, [hunne as string]);
    await w.db.zonderDossiers((tx) =>
      tx
        .updateTable('taakverdeling')
        .set({ geldig_tot: datum('2026-11-20') })
        .where('gemeente_id', '=', buur.id)
        .where('organisatie_id', '=', g.organisatieId)
        .execute(),
    );
    const alleen = await w.medewerker(g.organisatieId);
    const na = await alleen.vraag('PUT', pad, wijziging(begeleiderId, { datum: '2026-12-02' }));
    expect([na.status, na.body.deelnemers]).toEqual([200, []]);
    const dag = async () =>
      (await van.vraag('GET', `/v1/dossiers/${hunne}/intake`)).body.afspraken[0].datum;
    expect(await dag()).toBe(ZITTINGDAG);
    expect(await doeWerk(w, toetszittingWerk)).toEqual({ mislukt: [] });
    expect(await dag()).toBe('2026-12-02');
    expect(await doeWerk(w, toetszittingWerk)).toEqual({ mislukt: [] });
    const afspraken = (await van.vraag('GET', `/v1/dossiers/${hunne}/intake`)).body.afspraken;
    expect(afspraken).toHaveLength(1);
  });
});

describe('toetsbegeleiders', () => {
  it('tonen of zij vandaag mogen, en waarom niet', async () => {
    const { g, m } = await maakZitting(w);
    await maakBegeleider(m, g.id, { naam: 'Theo', geregistreerdTot: '2026-11-21' });
    const lees = async () =>
      (await m.vraag('GET', '/v1/toetsbegeleiders')).body.items.map(
        (b: { naam: string; bevoegd: boolean }) => [b.naam, b.bevoegd],
      );
    expect(await lees()).toEqual([
      ['Ria Prins', true],
      ['Theo', true],
    ]);
    w.klok.zetOp(datum('2026-11-21'));
    expect(await lees()).toEqual([
      ['Ria Prins', true],
      ['Theo', false],
    ]);
  });

  it('botsen als een ander eerder was, en weigeren een registratie die achteruit loopt', async () => {
    const { m, begeleiderId } = await maakZitting(w);
    const pad = `/v1/toetsbegeleiders/${begeleiderId}`;
    const velden = {
      naam: 'Ria Prins-de Boer',
      organisatie: '',
      getraindOp: '2025-03-10',
      geregistreerdOp: '2025-03-20',
      geregistreerdTot: null,
      revisie: 1,
    };
    expect((await m.vraag('PUT', pad, velden)).body.naam).toBe('Ria Prins-de Boer');
    expect((await m.vraag('PUT', pad, velden)).body.conflict.wie).toBe(m.naam);
    const terug = { ...velden, revisie: 2, geregistreerdTot: '2025-03-20' };
    expect((await m.vraag('PUT', pad, terug)).body.invalidParams[0].name).toBe('geregistreerdTot');
    const vreemd = await maakZitting(w);
    expect((await vreemd.m.vraag('PUT', pad, velden)).status).toBe(404);
    const buiten = { ...velden, revisie: undefined, gemeenteId: vreemd.g.id };
    expect(code(await m.vraag('POST', '/v1/toetsbegeleiders', buiten))).toEqual([
      409,
      'gemeente-niet-van-u',
    ]);
  });
});
