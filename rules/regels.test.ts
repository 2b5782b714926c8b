import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WETSRIJEN } from './overzicht/wetsrijen.ts';
import { REGELS } from './regels.ts';
import { vanEpochDag } from './shared/datum.ts';
import { jsonSchema, leesInvoer } from './shared/invoer.ts';
import { type GetoondAntwoord, type Regel, toon } from './shared/regel.ts';
import { inEuro, inWoorden } from './shared/tekst.ts';
import type { Veld, Velden } from './shared/velden.ts';

const PUBLICATIE = path.resolve(import.meta.dirname, '../docs/regels');
/** Van 2015 tot 2040: vóór de wet, haar versies, en wat nog komt. */
const DAGEN = { min: 16_436, max: 25_567 };

function waardeVan(veld: Veld): fc.Arbitrary<unknown> {
  switch (veld.soort) {
    case 'datum':
      return fc.integer(DAGEN).map(vanEpochDag);
    case 'ja-nee':
      return fc.boolean();
    case 'keuze':
      return fc.constantFrom(...veld.keuzes);
    case 'bedrag':
      return fc.integer({ min: 0, max: 1_000_000 });
    case 'getal':
      return fc.integer({ min: Math.ceil(veld.min), max: Math.min(veld.max, 2100) });
    case 'lijst':
      return fc.array(zaakVan(veld.van), { maxLength: 4 });
    case 'groep':
      return zaakVan(veld.van);
  }
}

const zaakVan = (velden: Velden): fc.Arbitrary<Record<string, unknown>> =>
  fc.record(
    Object.fromEntries(Object.entries(velden).map(([naam, veld]) => [naam, waardeVan(veld)])),
    { requiredKeys: [] },
  );

function antwoordOp(regel: Regel, zaak: unknown): GetoondAntwoord {
  const uit = regel.beantwoord(zaak);
  if ('fouten' in uit) throw new Error(JSON.stringify(uit.fouten));
  return toon(uit.antwoord);
}

const omgekeerd = (waarde: unknown): unknown => {
  if (Array.isArray(waarde)) return waarde.map(omgekeerd).reverse();
  if (typeof waarde !== 'object' || waarde === null) return waarde;
  return Object.fromEntries(
    Object.entries(waarde)
      .map(([naam, w]) => [naam, omgekeerd(w)])
      .reverse(),
  );
};

const zonderUitleg = ({ uitleg: _, ...rest }: GetoondAntwoord) => rest;

/** De datums en bedragen in een waarde, zoals een uitleg ze schrijft. */
function inTekst(velden: Velden, waarde: unknown): string[] {
  const inhoud = waarde as Record<string, unknown>;
  return Object.entries(velden).flatMap(([naam, veld]) => {
    const w = inhoud[naam];
    if (w === undefined) return [];
    if (veld.soort === 'datum') return [inWoorden(w as never)];
    return veld.soort === 'bedrag' ? [inEuro(w as number)] : [];
  });
}

describe('alle regels', () => {
  it('hebben elk een eigen, blijvende naam', () => {
    const ids = REGELS.map((r) => r.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  it('voeren elk onderwerp van de wet uit, of er staat waarom niet', () => {
    const uitgevoerd = new Set(REGELS.flatMap((r) => r.rijen));
    const bekend = new Set(WETSRIJEN.map((w) => w.id));
    expect([...uitgevoerd].filter((rij) => !bekend.has(rij))).toEqual([]);
    const zonderReden = WETSRIJEN.filter((w) => uitgevoerd.has(w.id) === Boolean(w.zonderRegel));
    expect(zonderReden.map((w) => w.id)).toEqual([]);
  });
});

describe.each(REGELS.map((r) => [r.id, r] as const))('%s', (id, regel) => {
  it('geeft op haar gepubliceerde voorbeelden precies het gepubliceerde antwoord', () => {
    const { voorbeelden } = JSON.parse(readFileSync(path.join(PUBLICATIE, `${id}.json`), 'utf8'));
    expect(voorbeelden.length).toBeGreaterThan(1);
    for (const { invoer, antwoord } of voorbeelden) {
      expect(JSON.parse(JSON.stringify(antwoordOp(regel, invoer)))).toEqual(antwoord);
    }
  });

  it('noemt haar artikelen met eigen id, en geeft een schema voor elk veld', () => {
    expect(regel.artikelen.length).toBeGreaterThan(0);
    expect(Object.keys(jsonSchema(regel.velden).properties as object)).toEqual(
      Object.keys(regel.velden),
    );
  });

  it('antwoordt op elke zaak, steeds hetzelfde, en nooit met een gok', () => {
    fc.assert(
      fc.property(zaakVan(regel.velden), (zaak) => {
        const antwoord = antwoordOp(regel, zaak);
        expect(antwoordOp(regel, zaak)).toEqual(antwoord);
        expect(antwoord.ontbreekt !== undefined).toBe(antwoord.uitkomst === 'onbekend');
        expect(antwoord.redenen !== undefined).toBe(antwoord.uitkomst === 'voldoet-niet');
        expect(antwoord.waarde !== undefined).toBe(antwoord.uitkomst === 'bepaald');
        for (const lijst of [antwoord.ontbreekt, antwoord.redenen])
          expect(lijst?.length).not.toBe(0);
        expect(antwoord.uitleg?.titel).toBeTruthy();
        expect(antwoord.uitleg?.uitkomst).toBeTruthy();
      }),
    );
  });

  it('kijkt niet naar de volgorde van feiten', () => {
    fc.assert(
      fc.property(zaakVan(regel.velden), (zaak) => {
        const anders = antwoordOp(regel, omgekeerd(zaak));
        expect(zonderUitleg(anders)).toEqual(zonderUitleg(antwoordOp(regel, zaak)));
      }),
    );
  });

  it('legt de waarde uit die zij geeft', () => {
    const { waarde: velden } = regel;
    if (!velden) return;
    fc.assert(
      fc.property(zaakVan(regel.velden), (zaak) => {
        const antwoord = antwoordOp(regel, zaak);
        if (antwoord.uitkomst !== 'bepaald') return;
        const uit = inTekst(velden, antwoord.waarde);
        const tekst = JSON.stringify(antwoord.uitleg);
        if (uit.length > 0)
          expect(
            uit.some((t) => tekst.includes(t)),
            tekst,
          ).toBe(true);
        expect(leesInvoer(velden, antwoord.waarde)).toHaveProperty('invoer');
      }),
    );
  });

  it('weigert een veld dat zij niet kent, ook als het een naam van JavaScript is', () => {
    for (const naam of ['onzin', 'toString', '__proto__']) {
      const zaak = JSON.parse(`{"${naam}": 1}`);
      expect(regel.beantwoord(zaak)).toMatchObject({ fouten: [{ veld: naam }] });
    }
  });
});
