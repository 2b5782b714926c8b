import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Datum, datum } from '../../../rules/shared/datum.ts';
import { nieuwId } from '../../../server/id.ts';
import { maakWereld, type Wereld } from '../../../test/world.ts';
import { nl as afspraak } from '../../agenda/teksten/nl.ts';
import { nl as plan } from '../../brieven/teksten/nl.ts';
import { blokkenVoor, ondertekenaarVoor } from '../sjabloon.read.ts';
import { SJABLONEN, sjabloonVan } from '../standaard.ts';

const VANDAAG = datum('2026-11-21');
const OP = '2026-11-01T10:00:00.000Z';

let w: Wereld;
beforeAll(async () => {
  w = await maakWereld({ vandaag: VANDAAG });
});
afterAll(() => w.sluit());

async function opzet() {
  const g = await w.gemeente();
  const m = await w.medewerker(g.organisatieId);
  const rij = { gemeente_id: g.id, vastgelegd_op: OP, vastgelegd_door: m.id };
  const in_ = <T>(werk: Parameters<typeof w.db.forGemeenten<T>>[1]) =>
    w.db.forGemeenten({ gemeenten: [g.id] }, werk);
  const versie = (blokken: object, vanaf: Datum) =>
    in_((tx) =>
      tx
        .insertInto('sjabloonversie')
        .values({
          ...rij,
          id: nieuwId(),
          soort: 'oproep',
          geldig_vanaf: vanaf,
          blokken: JSON.stringify(blokken),
          reden: 'test',
        })
        .execute(),
    );
  const mandaat = (medewerkerId: string, van: string, tot: string | null, tekst = '') =>
    in_((tx) =>
      tx
        .insertInto('mandaat')
        .values({
          ...rij,
          id: nieuwId(),
          soort: 'pip',
          medewerker_id: medewerkerId,
          geldig_vanaf: datum(van),
          geldig_tot: tot === null ? null : datum(tot),
          tekst,
          besluit: 'mandaatbesluit 2026',
        })
        .execute(),
    );
  const blokken = (dag: string) => in_((tx) => blokkenVoor(tx, g.id, 'oproep', datum(dag)));
  const wie = (dag: string, id = m.id) =>
    in_((tx) => ondertekenaarVoor(tx, g.id, 'pip', datum(dag), id));
  return { g, m, versie, mandaat, blokken, wie };
}

const WAARDEN = {
  naam: 'Selam Tesfay',
  gemeente: 'Veldrijk',
  klantmanager: 'Noor de Wit',
  telefoon: '0570 12 34 56',
  email: 'noor@example.nl',
  datum: '1 december 2026',
  tijd: '10.00',
  plaats: 'het gemeentehuis',
  'laatste-dag': '10 december 2026',
};

describe('tekstblokken', () => {
  it('zijn zonder versie die van Meedoen, ingevuld zonder accolades', async () => {
    const { blokken } = await opzet();
    const b = await blokken('2026-11-21');
    expect(b).toMatchObject({ versieId: null, eigen: new Set() });
    expect(b.tekst.inleiding).toBe(SJABLONEN.oproep.blokken[0].standaard);
    expect(b.vul(WAARDEN).verhinderd).toContain('naar Noor de Wit: 0570 12 34 56.');
    expect(Object.values(b.vul(WAARDEN)).join(' ')).not.toMatch(/[{}]/);
  });

  it('gelden vanaf hun dag en laten de andere blokken gelijk', async () => {
    const { versie, blokken } = await opzet();
    await versie({ contact: 'Bel ons, {naam}.' }, datum('2026-12-01'));
    expect((await blokken('2026-11-30')).eigen).toEqual(new Set());
    for (const dag of ['2026-12-01', '2026-12-02']) {
      const b = await blokken(dag);
      expect(b.eigen, dag).toEqual(new Set(['contact']));
      expect(b.vul(WAARDEN).contact).toBe('Bel ons, Selam Tesfay.');
    }
  });

  it('vullen een waarde met accolades niet nog eens in', async () => {
    const { versie, blokken } = await opzet();
    await versie({ contact: '{naam}' }, datum('2026-11-01'));
    const b = await blokken('2026-11-21');
    expect(b.vul({ ...WAARDEN, naam: '{telefoon}' }).contact).toBe('{telefoon}');
  });
});

describe('wie tekent', () => {
  it('is zonder register de medewerker zelf, namens het college', async () => {
    const { g, m, wie } = await opzet();
    expect(await wie('2026-11-21')).toEqual({
      ondertekenaar: {
        naam: m.naam,
        functie: 'klantmanager',
        namens: `Namens het college van burgemeester en wethouders van ${g.code}`,
        mandaatId: null,
      },
    });
  });

  it('is met een register alleen wie erin staat: vanaf de eerste tot de laatste dag', async () => {
    const { m, mandaat, wie } = await opzet();
    await mandaat(
      m.id,
      '2026-11-10',
      '2026-11-20',
      'Namens burgemeester en wethouders, bij mandaat',
    );
    const mag = async (dag: string) => 'ondertekenaar' in (await wie(dag));
    expect(await mag('2026-11-09')).toBe(false);
    expect(await mag('2026-11-10')).toBe(true);
    expect(await mag('2026-11-19')).toBe(true);
    expect(await mag('2026-11-20')).toBe(false);
    expect(await wie('2026-11-15')).toMatchObject({
      ondertekenaar: { namens: 'Namens burgemeester en wethouders, bij mandaat' },
    });
  });

  it('noemt bij een weigering wie wel mag', async () => {
    const { g, m, mandaat, wie } = await opzet();
    const chef = await w.medewerker(g.organisatieId);
    await mandaat(chef.id, '2026-01-01', null);
    expect(await wie('2026-11-21')).toEqual({
      redenen: [
        {
          code: 'geen-mandaat',
          tekst: `U staat voor dit soort besluit niet in het mandaatregister. Wel bevoegd op deze dag: ${chef.naam}.`,
        },
      ],
    });
    expect(await wie('2026-11-21', chef.id)).toHaveProperty('ondertekenaar.naam', chef.naam);
    expect(await wie('2025-12-31', m.id)).toMatchObject({
      redenen: [{ tekst: expect.stringContaining('niemand bevoegd') }],
    });
  });
});

it('de tekst van Meedoen in een blok is die van de brief zelf', () => {
  const standaard = (soort: 'pip-eenvoudig' | 'uitnodiging') =>
    Object.fromEntries(sjabloonVan(soort).blokken.map((b) => [b.id, b.standaard]));
  expect(standaard('pip-eenvoudig')).toEqual({
    inleiding: plan.inleiding,
    toelichting: plan['route.waarom'],
    vragen: `${plan['plicht.komen']} ${plan['plicht.bellen']}`,
    contact: '',
  });
  expect(standaard('uitnodiging')).toEqual({
    inleiding: '',
    voorbereiden: afspraak.meenemen,
    contact: '',
  });
});
