import { describe, expect, it } from 'vitest';
import { datum } from '../shared/datum.ts';
import { bepaalStand } from '../stand/bepaal-stand.ts';
import type { Feit } from '../stand/feiten.ts';
import { STANDAARD_BELEID, type Stand } from '../stand/stand.ts';
import { verschilInStand } from './effect.ts';

const DAG = datum('2026-11-21');
const stand: Stand = bepaalStand([] as Feit[], STANDAARD_BELEID, DAG);
const uitleg = () => ({ titel: 'x' });
const termijn = (laatsteDag: string | undefined, staat = 'loopt') =>
  ({
    id: 'pip-termijn',
    naam: 'PIP vaststellen',
    staat,
    uitleg,
    ...(laatsteDag ? { laatsteDag: datum(laatsteDag) } : {}),
  }) as Stand['termijnen'][number];
const met = (deel: Partial<Stand>): Stand => ({
  ...stand,
  termijnen: [],
  signalen: [],
  voorstellen: [],
  verplichtingen: [],
  aanbod: [],
  ...deel,
});
const signaal = { id: 'pip-bijna', ernst: 'let-op' as const, tekst: 'Nog 1 week.' };
const voorstel = (titel: string, laatsteDag?: string) => ({
  soort: 'pip-opstellen' as const,
  titel,
  reden: 'r',
  ...(laatsteDag ? { laatsteDag: datum(laatsteDag) } : {}),
});
const gesprekken = (moet: number) => ({
  id: 'gesprekken',
  naam: 'Voortgangsgesprekken',
  staat: 'open' as const,
  ontbreekt: [],
  voortgang: { is: 1, moet, eenheid: 'gesprekken' as const },
  uitleg,
});
const hulp = (recht: 'ja' | 'lokale-keuze') => ({ id: 'mb', naam: 'Begeleiding', recht, uitleg });

describe('verschil tussen twee Standen', () => {
  it('is er niet als alleen de uitleg of de peildatum anders is', () => {
    const ander = { ...stand, peildatum: datum('2026-11-22') };
    expect(verschilInStand(stand, ander)).toEqual([]);
    const a = met({ termijnen: [termijn('2026-12-01')] });
    const b = met({ termijnen: [{ ...termijn('2026-12-01'), uitleg: () => ({ titel: 'y' }) }] });
    expect(verschilInStand(a, b)).toEqual([]);
  });

  it.each<[string, Partial<Stand>, Partial<Stand>, object[]]>([
    [
      'termijn',
      { termijnen: [termijn('2026-12-01')] },
      { termijnen: [termijn('2026-12-02', 'te-laat-gehaald')] },
      [
        {
          soort: 'termijnen',
          tekst:
            'PIP vaststellen: tot en met 1 december 2026 wordt tot en met 2 december 2026 (te laat gehaald)',
        },
      ],
    ],
    [
      'termijn erbij',
      {},
      { termijnen: [termijn(undefined, 'onbekend')] },
      [
        {
          soort: 'termijnen',
          tekst: 'PIP vaststellen erbij: geen laatste dag (nog niet te bepalen)',
        },
      ],
    ],
    [
      'signaal erbij',
      {},
      { signalen: [signaal] },
      [{ soort: 'signalen', tekst: 'Signaal erbij: Nog 1 week.' }],
    ],
    [
      'signaal weg',
      { signalen: [signaal] },
      {},
      [{ soort: 'signalen', tekst: 'Signaal vervalt: Nog 1 week.' }],
    ],
    [
      'signaal met andere woorden of ernst',
      { signalen: [signaal, { ...signaal, id: 'x' }] },
      {
        signalen: [
          { ...signaal, id: 'x' },
          { ...signaal, ernst: 'te-laat', tekst: 'Te laat.' },
        ],
      },
      [{ soort: 'signalen', tekst: 'Signaal: Nog 1 week. wordt Te laat.' }],
    ],
    [
      'voorstel op een andere dag',
      { voorstellen: [voorstel('PIP opstellen', '2026-12-01')] },
      { voorstellen: [voorstel('PIP opstellen', '2026-12-02')] },
      [
        {
          soort: 'voorstellen',
          tekst:
            'Nu te doen: PIP opstellen, uiterlijk 1 december 2026 wordt PIP opstellen, uiterlijk 2 december 2026',
        },
      ],
    ],
    [
      'voorstellen in een andere volgorde',
      { voorstellen: [voorstel('A'), voorstel('B')] },
      { voorstellen: [voorstel('B'), voorstel('A')] },
      [
        { soort: 'voorstellen', tekst: 'Nu te doen: A wordt B' },
        { soort: 'voorstellen', tekst: 'Daarna te doen: B wordt A' },
      ],
    ],
    [
      'verplichting',
      { verplichtingen: [gesprekken(2)] },
      { verplichtingen: [gesprekken(4)] },
      [
        {
          soort: 'verplichtingen',
          tekst: 'Voortgangsgesprekken: nog open (1 van 2) wordt nog open (1 van 4)',
        },
      ],
    ],
    [
      'aanbod',
      { aanbod: [hulp('lokale-keuze')] },
      { aanbod: [hulp('ja')] },
      [{ soort: 'aanbod', tekst: 'Begeleiding: lokale keuze wordt ja' }],
    ],
    [
      'plaats in de keten',
      { schakel: 2 },
      { schakel: 3 },
      [{ soort: 'kenmerken', tekst: 'Plaats in de keten: schakel 2 wordt schakel 3' }],
    ],
    [
      'een tweede signaal met hetzelfde id',
      { signalen: [signaal] },
      { signalen: [signaal, { ...signaal, tekst: 'Ook dit.' }] },
      [{ soort: 'signalen', tekst: 'Signaal erbij: Ook dit.' }],
    ],
  ])('noemt: %s', (_wat, oud, nieuw, verwacht) => {
    expect(verschilInStand(met(oud), met(nieuw))).toEqual(verwacht);
  });
});
