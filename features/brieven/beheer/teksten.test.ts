import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  maakWereld,
  type TestGemeente,
  type TestMedewerker,
  type Wereld,
} from '../../../test/world.ts';
import { nl } from '../teksten/nl.ts';
import { uk } from '../teksten/uk.ts';
import { COLLECTIES, vastgesteldeTeksten } from '../teksten.read.ts';
import type { TekstBesluit, TekstenAntwoord, TekstenZoek, TekstRegel } from './teksten.schema.ts';

let w: Wereld;
let g: TestGemeente;
let beheer: TestMedewerker;

beforeAll(async () => {
  w = await maakWereld();
});
afterAll(() => w.sluit());

const nieuw = async () => {
  g = await w.gemeente();
  beheer = await w.medewerker(g.organisatieId, ['beheer:beheer']);
};
const pad = (deel = '') => `/v1/gemeenten/${g.id}/teksten${deel}`;
const zoek = async (vraag: TekstenZoek, door = beheer): Promise<TekstenAntwoord> =>
  (await door.vraag('POST', pad('/_zoek'), vraag)).body;
const SLEUTEL = 'bezwaar.bellen';
const regel = async (taal: 'nl' | 'uk' = 'uk'): Promise<TekstRegel> => {
  const gevonden = await zoek({ taal, collectie: 'brieven', zoek: 'Bel eerst uw', pageSize: 100 });
  const een = gevonden.items.find((r) => r.sleutel === SLEUTEL);
  if (!een) throw new Error('de tekst staat niet in de lijst');
  return een;
};
const besluit = (b: Partial<TekstBesluit>, door = beheer) =>
  door.vraag('PUT', pad(), {
    collectie: 'brieven',
    sleutel: SLEUTEL,
    taal: 'uk',
    eigenTekst: null,
    vastgesteld: true,
    gezien: null,
    ...b,
  });
const codes = (body: { redenen?: { code: string }[] }) => (body.redenen ?? []).map((r) => r.code);
const gebruikt = (gemeenteId = g.id) =>
  w.db.forGemeenten({ gemeenten: [gemeenteId] }, async (tx) =>
    (await vastgesteldeTeksten(tx, gemeenteId)).vind('brieven', SLEUTEL, 'uk'),
  );

describe('een tekst nakijken', () => {
  it('heet pas vastgesteld na een handeling van een mens, met naam en moment, in die ene gemeente', async () => {
    await nieuw();
    const elders = await w.gemeente();
    expect(await regel()).toMatchObject({ staat: 'machine', tekst: uk[SLEUTEL], laatste: null });
    const { status, body } = await besluit({});
    expect([status, body.staat]).toEqual([200, 'vastgesteld']);
    expect((await regel()).laatste).toMatchObject({ naam: beheer.naam, vastgesteld: true });
    expect(await gebruikt()).toMatchObject({ staat: 'vastgesteld', eigen: false });
    expect(await gebruikt(elders.id)).toMatchObject({ staat: 'machine' });
  });

  it('geldt niet meer als het Nederlands verandert, en weer wel na opnieuw nakijken', async () => {
    await nieuw();
    const eerste = (await besluit({})).body as TekstRegel;
    const gewijzigd = 'Bel eerst uw contactpersoon.';
    await besluit({ taal: 'nl', eigenTekst: gewijzigd, vastgesteld: false });
    expect(await regel('nl')).toMatchObject({ tekst: gewijzigd, vanMeedoen: nl[SLEUTEL] });
    expect(await gebruikt()).toMatchObject({ staat: 'machine', tekst: uk[SLEUTEL] });
    await besluit({ gezien: eerste.laatste?.id ?? null });
    expect(await gebruikt()).toMatchObject({ staat: 'vastgesteld' });
  });

  it('geldt niet meer als de vertaling verandert; eigen woorden gaan voor en zijn terug te draaien', async () => {
    await nieuw();
    const eerste = (await besluit({})).body as TekstRegel;
    const eigen = 'Спочатку зателефонуйте нам.';
    const tweede = (
      await besluit({ eigenTekst: eigen, vastgesteld: false, gezien: eerste.laatste?.id ?? null })
    ).body as TekstRegel;
    expect(tweede).toMatchObject({ staat: 'machine', tekst: eigen, vanMeedoen: uk[SLEUTEL] });
    const derde = (await besluit({ eigenTekst: uk[SLEUTEL], gezien: tweede.laatste?.id ?? null }))
      .body as TekstRegel;
    expect(derde).toMatchObject({ staat: 'vastgesteld', tekst: uk[SLEUTEL], vanMeedoen: null });
  });

  it('zegt wie er eerder was als twee mensen dezelfde tekst wijzigen', async () => {
    await nieuw();
    await besluit({});
    const ander = await w.medewerker(g.organisatieId, ['beheer:beheer']);
    const { status, body } = await besluit({ eigenTekst: 'Інше.' }, ander);
    expect(status).toBe(409);
    expect(body.conflict).toMatchObject({ wie: beheer.naam, wat: 'deze tekst' });
  });

  it.each([
    ['een plek mist', { sleutel: 'bezwaar.tot', eigenTekst: 'До якого дня?' }, 'plek-ontbreekt'],
    ['een plek onbekend is', { eigenTekst: 'Телефон {nummer}.' }, 'plek-onbekend'],
    ['het elf maanden zijn', { sleutel: 'maanden', eigenTekst: 'січень, лютий' }, 'twaalf-maanden'],
    ['het Nederlands wordt vastgesteld', { taal: 'nl' as const }, 'nederlands'],
  ])('weigert als %s', async (_, b, code) => {
    await nieuw();
    const antwoord = await besluit(b);
    expect([antwoord.status, codes(antwoord.body)]).toEqual([409, [code]]);
  });

  it('weigert een tekst die er niet is, wie het niet mag, en een andere gemeente', async () => {
    await nieuw();
    expect((await besluit({ sleutel: 'bestaat-niet' })).status).toBe(404);
    const lezer = await w.medewerker(g.organisatieId, ['pip:lezer']);
    expect((await besluit({}, lezer)).status).toBe(403);
    expect((await zoek({ taal: 'ar' }, lezer)).magVaststellen).toBe(false);
    const elders = await w.gemeente();
    const vreemd = await beheer.vraag('POST', `/v1/gemeenten/${elders.id}/teksten/_zoek`, {
      taal: 'ar',
    });
    expect(vreemd.status).toBe(404);
  });
});

describe('de lijst', () => {
  it('zoekt in beide talen, filtert op staat en bladert', async () => {
    await nieuw();
    await besluit({});
    const vast = await zoek({ taal: 'uk', staat: 'vastgesteld' });
    expect(vast.items.map((r) => r.sleutel)).toEqual([SLEUTEL]);
    expect(vast.talen.find((t) => t.taal === 'uk')).toMatchObject({ vastgesteld: 1 });
    const opOekraiens = await zoek({ taal: 'uk', zoek: 'КУРАТОРУ' });
    expect(opOekraiens.items.length).toBeGreaterThan(0);
    expect(opOekraiens.items.every((r) => r.tekst?.toLowerCase().includes('куратору'))).toBe(true);
    const [een, twee] = [
      await zoek({ taal: 'uk', pageSize: 10 }),
      await zoek({ taal: 'uk', page: 2, pageSize: 10 }),
    ];
    expect(
      new Set([...een.items, ...twee.items].map((r) => `${r.collectie} ${r.sleutel}`)).size,
    ).toBe(20);
  });

  it('geeft hetzelfde als rekenblad, met de staat in woorden', async () => {
    await nieuw();
    const { body, headers } = await beheer.vraag('POST', pad('/_uitvoer'), {
      taal: 'uk',
      zoek: nl[SLEUTEL],
    });
    expect(headers['content-disposition']).toContain('teksten-uk.csv');
    expect(body).toContain(
      `;${nl[SLEUTEL]};${uk[SLEUTEL]};vertaald door een machine, niet nagekeken;`,
    );
  });

  it('heeft elke collectie één keer, en elke vertaling heeft de plekken van het Nederlands', async () => {
    expect(new Set(COLLECTIES.map((c) => c.id)).size).toBe(COLLECTIES.length);
    const vreemd = COLLECTIES.flatMap(({ id, teksten }) =>
      Object.entries(teksten).flatMap(([taal, vertaald]) =>
        Object.entries(vertaald ?? {})
          .filter(([s, t]) => plekkenVan(t) !== plekkenVan(teksten.nl[s] ?? ''))
          .map(([s]) => `${id} ${taal} ${s}`),
      ),
    );
    expect(vreemd).toEqual([]);
  });
});

const plekkenVan = (tekst: string) => [...new Set(tekst.match(/\{\w+\}/gu))].sort().join();
