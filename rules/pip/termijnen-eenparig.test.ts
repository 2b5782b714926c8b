import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bezwaartermijn } from '../bezwaar/bezwaartermijn.ts';
import { inburgeringstermijn } from '../inburgeringstermijn/inburgeringstermijn.ts';
import { type Datum, dagenTussen, datum, plusDagen } from '../shared/datum.ts';
import type { Gegeven } from '../shared/gegeven.ts';
import { pipTermijn } from './pip-termijn.ts';
import type { PipTermijnFeiten } from './pip-termijn-feiten.ts';

/** Rond de overgang van 2022 naar 2023 en ver daarna, met schrikkeldagen en feestdagen. */
const dag = fc.integer({ min: 0, max: 2500 }).map((n) => plusDagen(datum('2022-01-01'), n));
const uitstel = fc.integer({ min: 0, max: 400 });
const op = (waarde: Datum): Gegeven<Datum> => ({ waarde, bron: 'proef' });

const feiten = fc.record(
  {
    kennisgeving: dag.map(op),
    inschrijving: dag.map(op),
    doelgroep: fc.constantFrom('asielstatushouder' as const, 'gezins-en-overige-migrant' as const),
    gezinslid: fc.boolean(),
    verhuisd: fc.constantFrom('zonder-pip' as const, 'met-pip' as const),
  },
  { requiredKeys: ['kennisgeving', 'inschrijving', 'doelgroep'] },
);

function slot(f: PipTermijnFeiten): Datum {
  const t = pipTermijn(f);
  if (t.uitkomst !== 'bepaald') throw new Error('verwachtte een termijn');
  return t.waarde.laatsteDag;
}

/**
 * De ene sprong die er is: gold op de dag van de kennisgeving de tekst van 2022, dan telt een inschrijving
 * in 2023; gold de nieuwe, dan voor wie niet uit een azc komt de kennisgeving.
 */
const overgang = (f: PipTermijnFeiten) =>
  (f.kennisgeving?.waarde ?? '') < '2023-01-01' && (f.inschrijving?.waarde ?? '') >= '2023-01-01';

describe('een later feit geeft nooit een vroegere laatste dag', () => {
  it('kennisgeving', () => {
    fc.assert(
      fc.property(feiten, uitstel, (f, n) => {
        fc.pre(!overgang(f));
        const later = { ...f, kennisgeving: op(plusDagen(f.kennisgeving.waarde, n)) };
        expect(slot(later) >= slot(f)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('inschrijving', () => {
    fc.assert(
      fc.property(feiten, uitstel, (f, n) => {
        const later = { ...f, inschrijving: op(plusDagen(f.inschrijving.waarde, n)) };
        expect(slot(later) >= slot(f)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('inlichtingen van een derde: ontvangen verlengt of doet niets, en later is nooit vroeger', () => {
    fc.assert(
      fc.property(feiten, dag, dag, uitstel, (f, gevraagd, ontvangenOp, n) => {
        const met = (dagOntvangen: Datum) =>
          slot({
            ...f,
            derden: [
              { van: 'x', onmisbaar: true, gevraagdOp: op(gevraagd), ontvangenOp: dagOntvangen },
            ],
          });
        expect(met(ontvangenOp) >= slot(f)).toBe(true);
        expect(met(plusDagen(ontvangenOp, n)) >= met(ontvangenOp)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('een extra vrije dag', () => {
    fc.assert(
      fc.property(feiten, fc.array(dag, { maxLength: 40 }), (f, extraVrijeDagen) => {
        expect(slot({ ...f, extraVrijeDagen }) >= slot(f)).toBe(true);
      }),
    );
  });

  it('dagtekening en inburgeringstermijn, bekendmaking en bezwaar', () => {
    fc.assert(
      fc.property(dag, uitstel, (d, n) => {
        const termijn = (eerste: Datum) => inburgeringstermijn({ eerstePip: op(eerste) });
        const [a, b] = [termijn(d), termijn(plusDagen(d, n))];
        if (a.uitkomst !== 'bepaald' || b.uitkomst !== 'bepaald') throw new Error('geen termijn');
        expect(b.waarde.laatsteDag >= a.waarde.laatsteDag).toBe(true);
        const bezwaar = (x: Datum) => bezwaartermijn(op(x)).laatsteDag;
        expect(bezwaar(plusDagen(d, n)) >= bezwaar(d)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

it('de tien weken zijn 70 dagen na kennisgeving of inschrijving, en ten hoogste vijf dagen verschoven', () => {
  fc.assert(
    fc.property(feiten, (f) => {
      const t = pipTermijn(f);
      if (t.uitkomst !== 'bepaald') throw new Error('verwachtte een termijn');
      const { na, laatsteDag, laatsteDagZonderVerschuiving } = t.waarde;
      expect([f.kennisgeving.waarde, f.inschrijving.waarde]).toContain(na);
      expect(dagenTussen(na, laatsteDagZonderVerschuiving)).toBe(70);
      const verschoven = dagenTussen(laatsteDagZonderVerschuiving, laatsteDag);
      expect(verschoven >= 0 && verschoven <= 5).toBe(true);
    }),
    { numRuns: 500 },
  );
});
