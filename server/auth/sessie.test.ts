import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { datum } from '../../rules/shared/datum.ts';
import { geefTaak, maakWereld, type TestGemeente, type Wereld } from '../../test/world.ts';
import { nieuwId } from '../id.ts';
import {
  beginSessie,
  eindigAlleSessies,
  eindigSessie,
  gebruikerVanSessie,
  HOOGSTENS_UREN,
  INACTIEF_MINUTEN,
} from './sessie.ts';

const T0 = Date.parse('2026-11-21T08:00:00.000Z');
const VANDAAG = datum('2026-11-21');
const op = (seconden: number) => new Date(T0 + seconden * 1000).toISOString();
const MIN = 60;

let w: Wereld;
let g: TestGemeente;
let wie: string;

const begin = (nu = op(0), oud?: string) =>
  w.db.zonderDossiers((tx) => beginSessie(tx, wie, nu, oud));
const zie = (sleutel: string, seconden: number, vandaag = VANDAAG) =>
  w.db.zonderDossiers((tx) => gebruikerVanSessie(tx, sleutel, op(seconden), vandaag));

beforeAll(async () => {
  w = await maakWereld();
});
afterAll(() => w.sluit());
beforeEach(async () => {
  g = await w.gemeente();
  wie = (await w.medewerker(g.organisatieId, ['pip:klantmanager'])).id;
});

describe('duur van een sessie', () => {
  it('eindigt na precies vijftien minuten niets doen', async () => {
    expect([INACTIEF_MINUTEN, HOOGSTENS_UREN]).toEqual([15, 10]);
    expect((await zie(await begin(), 15 * MIN - 1))?.id).toBe(wie);
    expect(await zie(await begin(), 15 * MIN)).toBeUndefined();
    expect(await zie(await begin(), 15 * MIN + 1)).toBeUndefined();
  });

  it('begint bij elk gebruik opnieuw te tellen', async () => {
    const sleutel = await begin();
    for (let m = 14; m <= 14 * 10; m += 14) expect((await zie(sleutel, m * MIN))?.id).toBe(wie);
    expect(await zie(sleutel, 14 * 10 * MIN + 15 * MIN)).toBeUndefined();
  });

  it('leeft na een verlopen moment niet meer op', async () => {
    const sleutel = await begin();
    expect(await zie(sleutel, 15 * MIN)).toBeUndefined();
    expect(await zie(sleutel, 15 * MIN + 5)).toBeUndefined();
  });

  it('eindigt na tien uur, hoe druk iemand ook is', async () => {
    const sleutel = await begin();
    for (let m = 10; m < 600; m += 10) expect(await zie(sleutel, m * MIN)).toBeDefined();
    expect((await zie(sleutel, 10 * 3600 - 1))?.id).toBe(wie);
    expect(await zie(sleutel, 10 * 3600)).toBeUndefined();
  });
});

describe('einde van een sessie', () => {
  it('geeft bij aanmelden een nieuwe sleutel en laat de oude vervallen', async () => {
    const oud = await begin();
    const nieuw = await begin(op(5), oud);
    expect(nieuw).not.toBe(oud);
    expect(await zie(oud, 6)).toBeUndefined();
    expect((await zie(nieuw, 6))?.id).toBe(wie);
  });

  it('bewaart de sleutel zelf niet', async () => {
    const sleutel = await begin();
    const rijen = await w.db.zonderDossiers((tx) =>
      tx.selectFrom('sessie').selectAll().where('medewerker_id', '=', wie).execute(),
    );
    expect(JSON.stringify(rijen)).not.toContain(sleutel);
    expect(rijen.some((r) => r.sleutel_hash.toString('utf8').includes(sleutel))).toBe(false);
    expect(sleutel).toMatch(/^[\w-]{43}$/);
  });

  it('werkt na intrekken meteen niet meer, en maar één keer', async () => {
    const sleutel = await begin();
    const anders = await begin();
    const einde = () => w.db.zonderDossiers((tx) => eindigSessie(tx, sleutel, op(1)));
    expect(await einde()).toMatchObject({ idToken: null });
    expect(await einde()).toBeUndefined();
    expect(await zie(sleutel, 2)).toBeUndefined();
    expect(await zie(anders, 2)).toBeDefined();
  });

  it('trekt alle sessies van één medewerker in en die van een ander niet', async () => {
    const sleutels = [await begin(), await begin()];
    const ander = (await w.medewerker(g.organisatieId)).cookie.split('=')[1]!;
    await w.db.zonderDossiers((tx) => eindigAlleSessies(tx, wie, op(1)));
    for (const s of sleutels) expect(await zie(s, 2)).toBeUndefined();
    const nu = new Date().toISOString();
    expect(
      await w.db.zonderDossiers((tx) => gebruikerVanSessie(tx, ander, nu, VANDAAG)),
    ).toBeDefined();
  });

  it('laat een medewerker die niet meer actief is niet binnen', async () => {
    const sleutel = await begin();
    await w.db.zonderDossiers((tx) =>
      tx.updateTable('medewerker').set({ actief: false }).where('id', '=', wie).execute(),
    );
    expect(await zie(sleutel, 1)).toBeUndefined();
  });

  it.each(['', 'x', "' or true --", 'é\u0000'])('kent een vreemde sleutel niet: %j', async (s) => {
    expect(await zie(s, 1)).toBeUndefined();
  });
});

describe('wat een sessie mag', () => {
  const verdeel = (vanaf: string, tot: string | null, gemeenteId: string, organisatieId: string) =>
    w.db.zonderDossiers((tx) =>
      tx
        .insertInto('taakverdeling')
        .values({
          id: nieuwId(),
          gemeente_id: gemeenteId,
          taak: 'pip',
          schaal: 'regionaal',
          organisatie_id: organisatieId,
          geldig_vanaf: datum(vanaf),
          geldig_tot: tot === null ? null : datum(tot),
        })
        .execute(),
    );

  it.each([
    ['vanaf morgen nog niet', '2026-11-22', null, false],
    ['vanaf vandaag', '2026-11-21', null, true],
    ['tot en met vandaag', '2026-01-01', '2026-11-22', true],
    ['tot en met gisteren niet meer', '2026-01-01', '2026-11-21', false],
  ])('volgt de verdeling op de dag: %s', async (_wat, vanaf, tot, geldt) => {
    const buur = await w.gemeente();
    await verdeel(vanaf, tot, buur.id, g.organisatieId);
    const gebruiker = await zie(await begin(), 1);
    expect(gebruiker?.verdeling.some((v) => v.gemeenteId === buur.id)).toBe(geldt);
    expect(gebruiker?.gemeenten.some((x) => x.id === buur.id)).toBe(geldt);
  });

  it('geeft de verdeling van de eigen organisatie en niet die van een ander', async () => {
    const buur = await w.gemeente();
    await w.db.zonderDossiers((tx) =>
      geefTaak(tx, g.id, 'handhaving', buur.organisatieId, datum('2020-01-01')),
    );
    const gebruiker = await zie(await begin(), 1);
    expect(new Set(gebruiker?.verdeling.map((v) => v.gemeenteId))).toEqual(new Set([g.id]));
    expect(gebruiker).toMatchObject({
      id: wie,
      organisatie: { id: g.organisatieId, soort: 'gemeente' },
      rollen: [{ taak: 'pip', rol: 'klantmanager' }],
    });
  });

  it('leest een gewijzigde rol bij het volgende verzoek', async () => {
    const sleutel = await begin();
    await w.db.zonderDossiers((tx) =>
      tx.deleteFrom('medewerker_rol').where('medewerker_id', '=', wie).execute(),
    );
    expect((await zie(sleutel, 1))?.rollen).toEqual([]);
  });
});
