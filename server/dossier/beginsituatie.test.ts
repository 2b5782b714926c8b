import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Datum, datum, plusDagen } from '../../rules/shared/datum.ts';
import type { Feit } from '../../rules/stand/feiten.ts';
import { maakWereld, type Wereld } from '../../test/world.ts';
import { nieuwId } from '../id.ts';
import { beginsituatieOp, legBeginsituatieVast } from './beginsituatie.ts';
import { leesFeiten, legVast, type NieuwFeit } from './feiten.ts';

let w: Wereld;
beforeAll(async () => {
  w = await maakWereld();
});
afterAll(() => w.sluit());

const PIP_DAG = datum('2026-11-21');
const antwoord = (onderdeel: string, vraag: string, waarde: string, op: string): NieuwFeit => ({
  soort: 'intake-antwoord',
  inhoud: { onderdeel, vraag, waarde },
  geldigOp: datum(op),
  bron: 'medewerker',
});
const OPLEIDING = antwoord('opleiding', 'opleiding-hoogste', 'basisonderwijs', '2026-11-01');

async function opzet(feiten: NieuwFeit[] = [OPLEIDING]) {
  const g = await w.gemeente();
  const m = await w.medewerker(g.organisatieId);
  const dossierId = await w.dossier(g.id, feiten);
  const sleutel = { gemeenteId: g.id, dossierId };
  const pipId = nieuwId();
  const leg = () =>
    w.db.forGemeenten({ gemeenten: [g.id] }, async (tx) =>
      legBeginsituatieVast(tx, sleutel, {
        pipId,
        dagtekening: PIP_DAG,
        feiten: await leesFeiten(tx, sleutel),
        nu: w.klok.nu(),
      }),
    );
  const inhoud = () =>
    w.db.forGemeenten({ gemeenten: [g.id] }, (tx) =>
      tx
        .selectFrom('beginsituatie')
        .select(['inhoud', 'dagtekening'])
        .where('pip_id', '=', pipId)
        .executeTakeFirst(),
    );
  const later = (feit: NieuwFeit) =>
    w.db.forGemeenten({ gemeenten: [g.id] }, (tx) =>
      legVast(tx, sleutel, [feit], { nu: w.klok.nu(), vandaag: w.klok.vandaag() }),
    );
  const beeld = async () => (await m.vraag('GET', `/v1/dossiers/${dossierId}/beginsituatie`)).body;
  return { g, m, sleutel, pipId, leg, inhoud, later, beeld };
}

describe('de beginsituatie', () => {
  it('neemt op wat er op de dagtekening gold, de dag erna niet', async () => {
    const feiten = (op: string) => [antwoord('opleiding', 'opleiding-jaren', '6', op)];
    for (const [dag, aantal] of [
      ['2026-11-20', 1],
      ['2026-11-21', 1],
      ['2026-11-22', 0],
    ] as const) {
      const { leg, inhoud } = await opzet(feiten(dag));
      await leg();
      expect((await inhoud())?.inhoud.antwoorden, dag).toHaveLength(aantal);
    }
  });

  it('bevat opleiding, diploma, werk, taal, digitaal en gezin, en van de meting alleen het id', async () => {
    const metingId = nieuwId();
    const { leg, inhoud } = await opzet([
      OPLEIDING,
      antwoord('opleiding', 'diplomawaardering', 'aangevraagd', '2026-11-01'),
      antwoord('werkervaring', 'werk-herkomst', 'kok', '2026-11-01'),
      antwoord('taalniveau', 'taal-nederlands', 'A1', '2026-11-01'),
      antwoord('digitale-vaardigheden', 'digitaal-post', 'op papier', '2026-11-01'),
      antwoord('persoonlijke-omstandigheden', 'gezin-samen', 'met partner', '2026-11-01'),
      antwoord('motivatie', 'motivatie-doel', 'kok worden', '2026-11-01'),
      antwoord('opleiding', 'opleiding-richting', '', '2026-11-01'),
      {
        soort: 'gezinslid',
        inhoud: {
          gezinslidId: nieuwId(),
          naam: 'Rahwa',
          relatie: 'kind',
          geboortejaar: 2024,
          vanaf: datum('2026-10-01'),
        },
        geldigOp: datum('2026-10-01'),
        bron: 'medewerker',
      },
      {
        soort: 'meting',
        inhoud: { metingId, moment: 'begin', taal: 'ti' },
        geldigOp: datum('2026-11-02'),
        bron: 'inburgeraar',
      },
    ]);
    await leg();
    const vast = (await inhoud())?.inhoud;
    expect(vast?.antwoorden.map((a) => a.onderwerp)).toEqual([
      'opleiding',
      'diplomawaardering',
      'werk',
      'taal',
      'digitaal',
      'gezin',
    ]);
    expect(vast?.gezinsleden).toMatchObject([{ relatie: 'kind', geboortejaar: 2024 }]);
    expect(vast?.metingId).toBe(metingId);
    expect(JSON.stringify(vast)).not.toContain('Rahwa');
  });

  it('verandert niet door wat later komt; een verbetering staat ernaast', async () => {
    const { leg, inhoud, later, sleutel, g, beeld } = await opzet();
    await leg();
    const eerst = await inhoud();
    const [oud] = await w.db.forGemeenten({ gemeenten: [g.id] }, (tx) => leesFeiten(tx, sleutel));
    await later({
      ...antwoord('opleiding', 'opleiding-hoogste', 'voortgezet onderwijs', '2026-11-23'),
      vervangt: oud?.id,
    } as NieuwFeit);
    await later(antwoord('taalniveau', 'taal-nederlands', 'A2', '2026-11-23'));
    w.klok.zetOp(datum('2026-11-23'));
    expect(await leg()).toBe(false);
    expect(await inhoud()).toEqual(eerst);
    const rijen = new Map<string, Record<string, unknown>>(
      (await beeld()).items[0].rijen.map((r: { naam: string }) => [r.naam, r]),
    );
    expect(rijen.get('Hoogste opleiding')).toMatchObject({
      toen: 'basisonderwijs',
      nu: 'voortgezet onderwijs',
      verschil: 'verbeterd',
      nuOp: '2026-11-23',
    });
    expect(rijen.get('Nederlands spreken en begrijpen')).toMatchObject({
      toen: null,
      nu: 'A2',
      verschil: 'nieuw',
    });
    w.klok.zetOp(datum('2026-11-21'));
  });

  it('kan door de toepassing niet worden gewijzigd of gewist', async () => {
    const { g, leg, pipId } = await opzet();
    await leg();
    const probeer = (doe: 'wijzig' | 'wis') =>
      w.db.forGemeenten({ gemeenten: [g.id] }, async (tx) => {
        if (doe === 'wijzig') {
          const wijzig = tx.updateTable('beginsituatie').set({ inhoud: '{}' });
          await wijzig.where('pip_id', '=', pipId).execute();
        } else await tx.deleteFrom('beginsituatie').where('pip_id', '=', pipId).execute();
      });
    await expect(probeer('wijzig')).rejects.toThrow(/permission denied/);
    await expect(probeer('wis')).rejects.toThrow(/permission denied/);
  });

  it('toont voor het eerste PIP wat er vastgelegd zou worden', async () => {
    const { beeld } = await opzet();
    const { items, voorlopig } = await beeld();
    expect(items).toEqual([]);
    expect(voorlopig).toMatchObject({ pipId: null, dagtekening: '2026-11-21' });
    expect(voorlopig.rijen).toMatchObject([{ naam: 'Hoogste opleiding', verschil: 'gelijk' }]);
  });

  it('is van de eigen gemeente, en alleen voor wie de intake mag lezen', async () => {
    const { g, leg, sleutel } = await opzet();
    await leg();
    const pad = `/v1/dossiers/${sleutel.dossierId}/beginsituatie`;
    const ander = await opzet();
    expect((await ander.m.vraag('GET', pad)).status).toBe(404);
    const monitor = await w.medewerker(g.organisatieId, ['monitoring:klantmanager']);
    expect((await monitor.vraag('GET', pad)).status).toBe(403);
    expect(
      (await monitor.vraag('GET', pad.replace('beginsituatie', 'digitaal-advies'))).status,
    ).toBe(403);
  });

  it('hangt nooit af van feiten die na de dagtekening gelden', () => {
    const dagen = fc.array(fc.integer({ min: -400, max: 400 }), { maxLength: 12 });
    fc.assert(
      fc.property(dagen, (lijst) => {
        const feiten = lijst.map(
          (n, i): Feit => ({
            id: `f${i}`,
            soort: 'intake-antwoord',
            inhoud: { onderdeel: 'opleiding', vraag: `v${i % 3}`, waarde: String(i) },
            geldigOp: plusDagen(PIP_DAG, n) as Datum,
            vastgelegdOp: `2026-01-01T00:00:${String(i).padStart(2, '0')}Z`,
            bron: 'medewerker',
          }),
        );
        const toen = feiten.filter((f) => f.geldigOp <= PIP_DAG);
        expect(beginsituatieOp(feiten, PIP_DAG)).toEqual(beginsituatieOp(toen, PIP_DAG));
      }),
    );
  });
});
