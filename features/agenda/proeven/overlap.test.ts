import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { datum } from '../../../rules/shared/datum.ts';
import {
  maakZitting,
  mensen,
  ZITTINGDAG,
  zittingInvoer,
} from '../../../test/begeleiding/toetszitting.ts';
import { maakWereld, type TestMedewerker, type Wereld } from '../../../test/world.ts';

let w: Wereld;
beforeAll(async () => {
  w = await maakWereld();
});
beforeEach(() => w.klok.zetOp(datum('2026-11-20')));
afterAll(() => w.sluit());

/** De zitting is van 09:30 tot 11:30 op maandag 30 november. */
const GESPREK = {
  soort: 'intakegesprek',
  datum: ZITTINGDAG,
  tijd: '10:00',
  plaats: 'het stadhuis',
  duurMinuten: 60,
};
type Antwoord = { status: number; body: { redenen?: { code: string; tekst: string }[] } };

const inAgenda = (m: TestMedewerker, dossierId: string, extra: object = {}) =>
  m.vraag('POST', '/v1/agenda/afspraken', { dossierId, ...GESPREK, ...extra });
const inIntake = (m: TestMedewerker, dossierId: string, extra: object = {}) =>
  m.vraag('POST', `/v1/dossiers/${dossierId}/afspraken`, { ...GESPREK, ...extra });
const nodig = (m: TestMedewerker, pad: string, dossierIds: string[], extra: object = {}) =>
  m.vraag('POST', `${pad}/deelnemers`, { dossierIds, bijOproep: false, ...extra });

function verwachtOverlap({ status, body }: Antwoord, ...zinnen: string[]) {
  expect([status, body.redenen?.map((r) => r.code)]).toEqual([
    409,
    zinnen.map(() => 'andere-afspraak'),
  ]);
  expect(body.redenen?.map((r) => r.tekst)).toEqual(zinnen);
}
const AL_INTAKE = 'op maandag 30 november 2026 om 10:00 al een intakegesprek (60 minuten).';

describe.each([
  ['de agenda', inAgenda],
  ['de intake', inIntake],
])('plannen vanuit %s', (_waar, plan) => {
  async function opzet() {
    const { g, m, pad } = await maakZitting(w);
    const [id] = (await mensen(w, g, 'Almaz')) as [string];
    expect((await plan(m, id)).status).toBe(201);
    return { g, m, pad, id };
  }

  it('noemt dag, tijd en soort van wat de persoon dan al heeft; daarna kan het wel', async () => {
    const { m, id } = await opzet();
    const later = { tijd: '10:59', soort: 'overig' };
    verwachtOverlap(await plan(m, id, later), `Deze persoon heeft ${AL_INTAKE}`);
    expect((await plan(m, id, { ...later, tochPlannen: true })).status).toBe(201);
  });

  it.each([
    ['wat eindigt als het andere begint', { tijd: '09:30', duurMinuten: 30 }, 201],
    ['wat een minuut te lang duurt', { tijd: '09:30', duurMinuten: 31 }, 409],
    ['wat begint als het andere eindigt', { tijd: '11:00' }, 201],
    ['dezelfde tijd op een andere dag', { datum: '2026-12-01' }, 201],
  ])('%s', async (_wat, extra, status) => {
    const { m, id } = await opzet();
    expect((await plan(m, id, extra)).status).toBe(status);
  });

  it('een afgezegde afspraak en die van een ander tellen niet', async () => {
    const { g, m, id } = await opzet();
    const [ander] = (await mensen(w, g, 'Biniam')) as [string];
    expect((await plan(m, ander)).status).toBe(201);
    const { afspraken } = (await m.vraag('GET', `/v1/dossiers/${id}/intake`)).body;
    const weg = `/v1/dossiers/${id}/afspraken/${afspraken[0].afspraakId}/uitkomst`;
    await m.vraag('POST', weg, { uitkomst: 'afgezegd', vervangt: null });
    expect((await plan(m, id)).status).toBe(201);
  });
});

describe('verzetten', () => {
  it('mag binnen de eigen tijd, niet over een andere afspraak, tenzij bevestigd', async () => {
    const { g, m } = await maakZitting(w);
    const [id] = (await mensen(w, g, 'Almaz')) as [string];
    await inAgenda(m, id);
    const { afspraakId, feitId } = (await inAgenda(m, id, { tijd: '14:00', soort: 'overig' })).body;
    const { soort: _, ...moment } = GESPREK;
    const pad = `/v1/agenda/afspraken/${id}/${afspraakId}`;
    const schuif = await m.vraag('PUT', pad, { ...moment, tijd: '14:30', gezien: feitId });
    expect(schuif.status).toBe(200);
    const naar = { ...moment, gezien: schuif.body.feitId };
    verwachtOverlap(await m.vraag('PUT', pad, naar), `Deze persoon heeft ${AL_INTAKE}`);
    expect((await m.vraag('PUT', pad, { ...naar, tochPlannen: true })).status).toBe(200);
  });

  it('ook vanuit de intake', async () => {
    const { g, m } = await maakZitting(w);
    const [id] = (await mensen(w, g, 'Almaz')) as [string];
    await inIntake(m, id);
    const { afspraakId } = (await inIntake(m, id, { tijd: '14:00', soort: 'overig' })).body;
    const { afspraken } = (await m.vraag('GET', `/v1/dossiers/${id}/intake`)).body;
    const vervangt = afspraken.find((a: { afspraakId: string }) => a.afspraakId === afspraakId)
      .feitId as string;
    const { soort: _, ...moment } = GESPREK;
    const pad = `/v1/dossiers/${id}/afspraken/${afspraakId}`;
    const naar = { ...moment, vervangt };
    verwachtOverlap(await m.vraag('PUT', pad, naar), `Deze persoon heeft ${AL_INTAKE}`);
    expect((await m.vraag('PUT', pad, { ...naar, tochPlannen: true })).status).toBe(200);
  });
});

describe('uitnodigen voor een zitting', () => {
  it('noemt wie dan al een afspraak heeft, en nodigt niemand uit tot het is bevestigd', async () => {
    const { g, m, pad } = await maakZitting(w);
    const [almaz, biniam] = (await mensen(w, g, 'Almaz', 'Biniam')) as [string, string];
    await inAgenda(m, almaz);
    verwachtOverlap(await nodig(m, pad, [almaz, biniam]), `Almaz Haile heeft ${AL_INTAKE}`);
    expect((await m.vraag('GET', pad)).body.bezet).toBe(0);
    const toch = await nodig(m, pad, [almaz, biniam], { tochPlannen: true });
    expect(toch.body).toEqual({ toegevoegd: 2, geweigerd: [] });
  });

  it('wie om een andere reden niet kan, krijgt die reden', async () => {
    const { g, m, pad } = await maakZitting(w);
    const [almaz] = (await mensen(w, g, 'Almaz')) as [string];
    await nodig(m, pad, [almaz]);
    const { status, body } = await nodig(m, pad, [almaz]);
    expect([status, body.redenen[0].code]).toEqual([409, 'al-ingepland']);
  });

  it('wie in een zitting zit, krijgt dan niet zomaar een gesprek', async () => {
    const { g, m, pad } = await maakZitting(w);
    const [almaz] = (await mensen(w, g, 'Almaz')) as [string];
    await nodig(m, pad, [almaz]);
    verwachtOverlap(
      await inAgenda(m, almaz),
      'Deze persoon heeft op maandag 30 november 2026 om 09:30 al een leerbaarheidstoets (120 minuten).',
    );
  });

  it('ook bij een tweede datum na afzeggen', async () => {
    const { g, m, begeleiderId, pad } = await maakZitting(w);
    const [almaz] = (await mensen(w, g, 'Almaz')) as [string];
    await nodig(m, pad, [almaz]);
    const later = zittingInvoer([g.id], begeleiderId, { datum: '2026-12-04' });
    const { zittingId } = (await m.vraag('POST', '/v1/toetszittingen', later)).body;
    await inAgenda(m, almaz, { datum: '2026-12-04' });
    const weg = `${pad}/deelnemers/${almaz}/_uitkomst`;
    const inhoud = { uitkomst: 'afgezegd', reden: 'Een andere dag.', vervangt: null };
    const vraag = { ...inhoud, nieuweZittingId: zittingId };
    verwachtOverlap(
      await m.vraag('POST', weg, vraag),
      'Deze persoon heeft op vrijdag 4 december 2026 om 10:00 al een intakegesprek (60 minuten).',
    );
    expect((await m.vraag('POST', weg, { ...vraag, tochPlannen: true })).status).toBe(200);
  });
});

describe('oproepen', () => {
  it('niet op de tijd van een andere afspraak', async () => {
    const { g, m } = await maakZitting(w);
    const [id] = (await mensen(w, g, 'Almaz')) as [string];
    await inAgenda(m, id);
    const { soort: _, ...moment } = GESPREK;
    const oproep = { ...moment, adres: 'Marktplein 4' };
    const pad = `/v1/dossiers/${id}/oproepen`;
    verwachtOverlap(await m.vraag('POST', pad, oproep), `Deze persoon heeft ${AL_INTAKE}`);
  });
});
