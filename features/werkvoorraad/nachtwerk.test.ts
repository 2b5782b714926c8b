import { afterAll, beforeAll, expect, test } from 'vitest';
import { datum, plusDagen } from '../../rules/shared/datum.ts';
import { openInburgeraar } from '../../test/inburgeraar.ts';
import { maakWereld, type TestGemeente, type Wereld } from '../../test/world.ts';
import { werkvoorraadWerk } from './werkvoorraad.jobs.ts';

const VANDAAG = datum('2026-11-21');
let w: Wereld;
let g: TestGemeente;

beforeAll(async () => {
  w = await maakWereld({ vandaag: VANDAAG });
  g = await w.gemeente();
});
afterAll(() => w.sluit());

const standen = () =>
  w.db.forGemeenten({ gemeenten: [g.id] }, (tx) =>
    tx
      .selectFrom('dossier_stand')
      .select(['dossier_id', 'peildatum', 'volgende_wijziging', 'signalen'])
      .orderBy('dossier_id')
      .execute(),
  );
const nacht = () => werkvoorraadWerk.standen_herberekenen?.({}, w.t);
const sporen = () =>
  w.db.forGemeenten({ gemeenten: [g.id] }, (tx) =>
    tx.selectFrom('audit').select('dossier_ids').where('systeem', '=', 'nachtwerk').execute(),
  );

test('alleen wie aan de beurt is, precies één keer, ook na gemiste nachten', async () => {
  // De laatste dag voor het PIP valt voor de een morgen en voor de ander over 60 dagen.
  const snel = await openInburgeraar(w, g, {
    naam: ['Selam', 'Tesfay'],
    sinds: plusDagen(VANDAAG, -69),
  });
  const traag = await openInburgeraar(w, g, {
    naam: ['Olena', 'Koval'],
    sinds: plusDagen(VANDAAG, -1),
  });
  const begin = await standen();
  const beurt = Object.fromEntries(begin.map((r) => [r.dossier_id, r.volgende_wijziging]));
  expect(beurt[snel]! < beurt[traag]!).toBe(true);

  await nacht();
  expect(await standen()).toEqual(begin);

  // Drie nachten zonder nachtwerk.
  const later = plusDagen(VANDAAG, 4);
  expect(beurt[snel]! <= later && later < beurt[traag]!).toBe(true);
  w.klok.zetOp(later);
  await nacht();
  const na = Object.fromEntries((await standen()).map((r) => [r.dossier_id, r]));
  expect(na[snel]).toMatchObject({ peildatum: later });
  expect(na[snel]!.signalen).toContain('pip-te-laat');
  expect(na[snel]!.volgende_wijziging === null || na[snel]!.volgende_wijziging > later).toBe(true);
  expect(na[traag]).toMatchObject({ peildatum: VANDAAG });
  expect(await sporen()).toEqual([{ dossier_ids: [snel] }]);

  await nacht();
  expect(await sporen()).toHaveLength(1);
});

test('meer dan één portie: iedereen komt aan de beurt', async () => {
  for (let i = 0; i < 55; i += 1) {
    await openInburgeraar(w, g, { naam: ['Naam', `Nummer${i}`], sinds: plusDagen(VANDAAG, -66) });
  }
  w.klok.zetOp(plusDagen(VANDAAG, 8));
  await nacht();
  const over = (await standen()).filter(
    (r) => r.volgende_wijziging !== null && r.volgende_wijziging <= w.klok.vandaag(),
  );
  expect(over).toEqual([]);
});
