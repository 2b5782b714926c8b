import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { datum } from '../../rules/shared/datum.ts';
import { nieuwId } from '../../server/id.ts';
import { maakWereld, type Wereld } from '../../test/world.ts';
import { ingebouwdeVragen } from '../intake/antwoord.read.ts';
import type { Intake } from '../intake/intake.schema.ts';
import type { Anders, Eigen } from './samenstellen.ts';
import { vragenVoor } from './vragen.read.ts';

const VANDAAG = datum('2026-11-21');

let w: Wereld;
beforeAll(async () => {
  w = await maakWereld({ vandaag: VANDAAG });
});
afterAll(() => w.sluit());

const oppas: Eigen = {
  soort: 'eigen',
  onderdeel: 'persoonlijke-omstandigheden',
  type: 'keuze',
  opties: ['oma', 'buren'],
  vraag: 'Wie past er op als u les hebt?',
  doel: 'intensiteit',
  waarom: 'Dan weten we op welke dagen de les kan.',
  verborgen: false,
  verplicht: false,
  na: 'gezin-samen',
};
const rijbewijs: Anders = {
  soort: 'ingebouwd',
  vraag: 'Mag u hier autorijden?',
  verborgen: false,
  verplicht: true,
};

async function opzet() {
  const g = await w.gemeente();
  const m = await w.medewerker(g.organisatieId);
  return { g, m };
}

const besluit = (gemeenteId: string, m: string, vraagId: string, inhoud: object, vanaf = VANDAAG) =>
  w.db.forGemeenten({ gemeenten: [gemeenteId] }, (tx) =>
    tx
      .insertInto('vraagversie')
      .values({
        gemeente_id: gemeenteId,
        id: nieuwId(),
        vraag_id: vraagId,
        geldig_vanaf: vanaf,
        inhoud: JSON.stringify(inhoud),
        reden: 'test',
        vastgelegd_op: '2026-11-01T10:00:00.000Z',
        vastgelegd_door: m,
      })
      .execute(),
  );
const lees = (gemeenteId: string, dag = VANDAAG) =>
  w.db.forGemeenten({ gemeenten: [gemeenteId] }, (tx) => vragenVoor(tx, gemeenteId, dag));

describe('de vragen van een gemeente', () => {
  it('zijn zonder besluit die van Meedoen', async () => {
    const { g } = await opzet();
    expect((await lees(g.id)).alle).toEqual(ingebouwdeVragen());
  });

  it('gelden vanaf hun dag, niet eerder en alleen voor die gemeente', async () => {
    const { g, m } = await opzet();
    const ander = await opzet();
    await besluit(g.id, m.id, 'eigen-oppas', oppas, datum('2026-12-01'));
    const op = async (dag: string) => (await lees(g.id, datum(dag))).vind('eigen-oppas')?.vraag;
    expect(await op('2026-11-30')).toBeUndefined();
    expect(await op('2026-12-01')).toBe(oppas.vraag);
    expect(await op('2026-12-02')).toBe(oppas.vraag);
    expect((await lees(ander.g.id, datum('2026-12-01'))).vind('eigen-oppas')).toBeUndefined();
  });

  it('staan in de intake: op hun plek, te beantwoorden en in de woorden van toen bewaard', async () => {
    const { g, m } = await opzet();
    await besluit(g.id, m.id, 'eigen-oppas', oppas);
    const dossierId = await w.dossier(g.id, []);
    const url = `/v1/dossiers/${dossierId}/intake`;
    const na = await m.vraag('PUT', `${url}/antwoorden/eigen-oppas`, {
      waarde: 'oma',
      vervangt: null,
    });
    expect(na.status).toBe(200);
    const { vragen } = na.body as Intake;
    const ids = vragen.map((v) => v.id);
    expect(ids.indexOf('eigen-oppas')).toBe(ids.indexOf('gezin-samen') + 1);

    // Een latere bewoording verandert niet wat er toen is gevraagd.
    await besluit(
      g.id,
      m.id,
      'eigen-oppas',
      { ...oppas, vraag: 'Wie is er dan bij uw kind?' },
      datum('2026-11-20'),
    );
    await besluit(g.id, m.id, 'eigen-oppas', { ...oppas, verborgen: true }, datum('2026-11-10'));
    const nu = (await m.vraag('GET', url)).body as Intake;
    expect(nu.vragen.find((v) => v.id === 'eigen-oppas')).toMatchObject({
      vraag: oppas.vraag,
      eigen: true,
      antwoord: { waarde: 'oma' },
    });
    const tijdlijn = await m.vraag('GET', `/v1/dossiers/${dossierId}/tijdlijn`);
    expect(JSON.stringify(tijdlijn.body)).toContain('Wie past er op als u les hebt: oma');
  });

  it('tonen bij een antwoord hoe de vraag toen luidde, ook als zij nu anders luidt', async () => {
    const { g, m } = await opzet();
    const dossierId = await w.dossier(g.id, [
      {
        soort: 'intake-antwoord',
        inhoud: { onderdeel: 'praktische-competenties', vraag: 'rijbewijs', waarde: 'nee' },
        geldigOp: datum('2026-11-01'),
        bron: 'medewerker',
      },
    ]);
    const url = `/v1/dossiers/${dossierId}/intake`;
    const lees1 = async () =>
      ((await m.vraag('GET', url)).body as Intake).vragen.find((v) => v.id === 'rijbewijs');
    expect((await lees1())?.antwoord).not.toHaveProperty('gesteldAls');
    await besluit(g.id, m.id, 'rijbewijs', rijbewijs);
    expect(await lees1()).toMatchObject({
      vraag: 'Mag u hier autorijden?',
      antwoord: { waarde: 'nee', gesteldAls: 'Hebt u een rijbewijs?' },
    });
  });

  it('zijn verplicht als de gemeente dat wil, behalve als de persoon wegblijft', async () => {
    const { g, m } = await opzet();
    await besluit(g.id, m.id, 'rijbewijs', rijbewijs);
    const dossierId = await w.dossier(g.id, []);
    const url = `/v1/dossiers/${dossierId}/intake/_afronden`;
    const met = await m.vraag('POST', url, {});
    expect(met.status).toBe(409);
    expect(met.body.redenen).toContainEqual({
      code: 'vraag-verplicht',
      tekst: 'Nog geen antwoord op ‘Mag u hier autorijden?’. Uw gemeente vraagt dit altijd.',
      veld: 'praktische-competenties',
      actie: `/inburgeraars/${dossierId}/intake?gebied=werk&vraag=praktische-competenties`,
    });
    const zonder = await m.vraag('POST', url, { zonderPersoon: true });
    expect(zonder.status).toBe(409);
    expect(JSON.stringify(zonder.body)).not.toContain('vraag-verplicht');
  });

  it('zijn niet te beantwoorden als zij verborgen zijn', async () => {
    const { g, m } = await opzet();
    await besluit(g.id, m.id, 'rijbewijs', { ...rijbewijs, verborgen: true });
    const dossierId = await w.dossier(g.id, []);
    const uit = await m.vraag('PUT', `/v1/dossiers/${dossierId}/intake/antwoorden/rijbewijs`, {
      waarde: 'nee',
      vervangt: null,
    });
    expect(uit.status).toBe(404);
  });
});
