import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { datum, plusDagen } from '../../../rules/shared/datum.ts';
import type { NieuwFeit } from '../../../server/dossier/feiten.ts';
import { alsEigenaar } from '../../../test/api/rijk.ts';
import {
  maakWereld,
  type TestGemeente,
  type TestMedewerker,
  type Wereld,
} from '../../../test/world.ts';
import { maakFeed, titelVan } from './feed.routes.ts';

const VANDAAG = datum('2026-03-20');
let w: Wereld;
let g: TestGemeente;
let noor: TestMedewerker;

beforeAll(async () => {
  w = await maakWereld({ vandaag: VANDAAG });
  g = await w.gemeente();
  noor = await w.medewerker(g.organisatieId);
});
afterAll(() => w.sluit());

const afspraak = {
  afspraakId: '0199a1b2-c3d4-7e5f-8a9b-00112233aabb',
  soort: 'intakegesprek',
  datum: datum('2026-03-28'),
  tijd: '09:00',
  plaats: 'het gemeentehuis van Veldrijk, Marktplein 4',
  duurMinuten: 60,
} as const;
const een = (extra: object = {}) => ({
  inhoud: { ...afspraak, ...extra },
  uitkomst: null,
  volgorde: 0,
  gewijzigdOp: '2026-03-01T10:00:00.000Z',
});

describe('de titel zegt niets over wie', () => {
  it.each<[object, string]>([
    [{}, 'Intakegesprek 60 min, gemeentehuis'],
    [{ plaats: 'Lindelaan 12, bij familie Haile' }, 'Intakegesprek 60 min, elders'],
    [{ vorm: 'thuis', plaats: 'Lindelaan 12' }, 'Intakegesprek 60 min, op huisbezoek'],
    [{ vorm: 'kantoor' }, 'Intakegesprek 60 min, gemeentehuis'],
    [{ soort: 'overig', vorm: 'telefoon', duurMinuten: 15 }, 'Andere afspraak 15 min, telefoon'],
  ])('%o', (extra, titel) => {
    expect(titelVan(een(extra))).toBe(titel);
  });
});

describe('de tijd klopt rond de zomertijd', () => {
  it.each([
    ['2026-03-28', '20260328T080000Z'],
    ['2026-03-29', '20260329T070000Z'],
    ['2026-03-30', '20260330T070000Z'],
    ['2026-10-24', '20261024T070000Z'],
    ['2026-10-25', '20261025T080000Z'],
  ])('%s om negen uur', (dag, utc) => {
    expect(maakFeed([een({ datum: datum(dag) })])).toContain(`DTSTART:${utc}`);
  });
  it('een uur dat niet bestaat schuift op, en duurt toch een uur', () => {
    const tekst = maakFeed([een({ datum: datum('2026-03-29'), tijd: '02:30' })]);
    expect(tekst).toContain('DTSTART:20260329T013000Z');
    expect(tekst).toContain('DTEND:20260329T023000Z');
  });
});

async function abonneer(wie = noor): Promise<string> {
  const { status, body } = await wie.vraag('POST', '/v1/agenda/abonnement');
  expect(status).toBe(201);
  return body.adres;
}
const haal = (adres: string) => w.app.inject({ method: 'GET', url: adres });
const PERSOON: NieuwFeit = {
  soort: 'persoon',
  inhoud: { voornamen: 'Dawit', geslachtsnaam: 'Haile', geboorte: { soort: 'jaar', jaar: 1990 } },
  geldigOp: datum('2026-01-01'),
  bron: 'medewerker',
};
const MOMENT = { tijd: '09:30', plaats: 'Lindelaan 12, Haile', duurMinuten: 45 };

async function plan(wie = noor) {
  const dossierId = await w.dossier(g.id, [PERSOON], { klantmanagerId: wie.id });
  const { body } = await wie.vraag('POST', '/v1/agenda/afspraken', {
    dossierId,
    soort: 'driegesprek',
    datum: plusDagen(VANDAAG, 3),
    ...MOMENT,
  });
  return { dossierId, ...(body as { afspraakId: string; feitId: string }) };
}

describe('het abonnement', () => {
  it('toont de eigen afspraken zonder naam, adres of nummer', async () => {
    const p = await plan();
    const { statusCode, headers, body } = await haal(await abonneer());
    expect([statusCode, headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
    expect(body).toContain(`UID:${p.afspraakId}@meedoen`);
    expect(body).toContain('SUMMARY:Driegesprek 45 min');
    expect(body).not.toMatch(/Haile|Dawit|Lindelaan/);
    expect(body).not.toContain(p.dossierId);
  });

  it('verzetten houdt het UID en verhoogt SEQUENCE; afzeggen zegt CANCELLED', async () => {
    const p = await plan();
    const adres = await abonneer();
    const van = async () => {
      const { body } = await haal(adres);
      const deel = body.split('BEGIN:VEVENT').find((d) => d.includes(p.afspraakId)) ?? '';
      const veld = (naam: string) => new RegExp(`^${naam}:(.*)$`, 'm').exec(deel)?.[1]?.trim();
      return [veld('SEQUENCE'), veld('DTSTART'), veld('STATUS')];
    };
    expect(await van()).toEqual(['0', '20260323T083000Z', 'CONFIRMED']);
    const basis = `/v1/agenda/afspraken/${p.dossierId}/${p.afspraakId}`;
    await noor.vraag('PUT', basis, { ...MOMENT, datum: '2026-03-30', gezien: p.feitId });
    expect(await van()).toEqual(['1', '20260330T073000Z', 'CONFIRMED']);
    await noor.vraag('POST', `${basis}/uitkomst`, { uitkomst: 'afgezegd', gezien: null });
    expect(await van()).toEqual(['2', '20260330T073000Z', 'CANCELLED']);
  });

  it('een ander ziet zijn eigen agenda, niet deze', async () => {
    const p = await plan();
    const bram = await w.medewerker(g.organisatieId);
    expect((await haal(await abonneer(bram))).body).not.toContain(p.afspraakId);
  });

  it('een nieuw adres of intrekken maakt het oude waardeloos', async () => {
    const oud = await abonneer();
    const nieuw = await abonneer();
    expect((await haal(oud)).statusCode).toBe(404);
    expect((await haal(nieuw)).statusCode).toBe(200);
    const { body } = await noor.vraag('GET', '/v1/agenda/abonnement');
    expect(body).toMatchObject({
      gemaaktOp: expect.any(String),
      laatstGebruiktOp: expect.any(String),
    });
    expect((await noor.vraag('DELETE', '/v1/agenda/abonnement')).status).toBe(204);
    expect((await haal(nieuw)).statusCode).toBe(404);
    expect((await noor.vraag('GET', '/v1/agenda/abonnement')).body.gemaaktOp).toBeNull();
  });

  it('een geraden of kapot adres is er niet', async () => {
    expect((await haal(`/agenda/${'a'.repeat(43)}.ics`)).statusCode).toBe(404);
    expect((await haal('/agenda/kort.ics')).statusCode).toBe(400);
  });

  it('wie zijn rol kwijt is of niet meer werkt, ziet niets meer', async () => {
    const bram = await w.medewerker(g.organisatieId);
    const adres = await abonneer(bram);
    expect((await haal(adres)).statusCode).toBe(200);
    await w.db.zonderDossiers((tx) =>
      tx.deleteFrom('medewerker_rol').where('medewerker_id', '=', bram.id).execute(),
    );
    expect((await haal(adres)).statusCode).toBe(404);
    const roos = await w.medewerker(g.organisatieId);
    const vanRoos = await abonneer(roos);
    await w.db.zonderDossiers((tx) =>
      tx.updateTable('medewerker').set({ actief: false }).where('id', '=', roos.id).execute(),
    );
    expect((await haal(vanRoos)).statusCode).toBe(404);
  });

  it('de sleutel zelf staat nergens in de database', async () => {
    const sleutel = /agenda\/(.+)\.ics/.exec(await abonneer())?.[1] ?? '';
    const { rows } = await alsEigenaar(w, (c) =>
      c.query('select sleutel_hash::text || id::text as rij from agenda_abonnement'),
    );
    expect(rows.some((r: { rij: string }) => r.rij.includes(sleutel))).toBe(false);
    expect(sleutel).toHaveLength(43);
  });
});
