import { describe, expect, it } from 'vitest';
import { datum } from '../shared/datum.ts';
import { klokOp } from '../shared/klok.ts';
import { bepaalStand } from '../stand/bepaal-stand.ts';
import type { Feit, FeitInhoud } from '../stand/feiten.ts';
import { kiesGeldend } from '../stand/geldend.ts';
import { feit, plichtigeAsielstatushouder, vastgesteld } from '../stand/proefdossier.ts';
import { STANDAARD_BELEID } from '../stand/stand.ts';
import { meetmomenten } from './meetmomenten.ts';

const meting = (moment: FeitInhoud['meting']['moment'], op: string) =>
  feit('meting', { metingId: `${moment}-${op}`, moment, taal: 'nl' }, op);
const elders = (dagtekening: string) =>
  feit(
    'pip-vorige-gemeente',
    { gemeentecode: '0193', dagtekening: datum(dagtekening), leerroute: 'B' },
    dagtekening,
  );
/** Het PIP is gedagtekend op 21 november 2026; de termijn loopt tot 21 november 2029. */
const PIP = vastgesteld('2026-11-21', 'B');
const TERMIJN = feit(
  'inburgeringstermijn',
  { start: datum('2026-11-22'), eind: datum('2029-11-21') },
  '2026-11-22',
);

const op = (dag: string, feiten: Feit[]) => {
  const klok = klokOp(datum(dag));
  return meetmomenten(kiesGeldend(feiten, klok), klok);
};
const kort = (dag: string, feiten: Feit[]) =>
  op(dag, feiten).map((m) => [m.soort, m.maanden, m.op, m.staat].filter(Boolean).join(' '));

describe('de meetmomenten', () => {
  it('zijn zonder PIP alleen het begin', () => {
    expect(kort('2026-11-21', [])).toEqual(['begin nu']);
    expect(kort('2026-11-21', [meting('begin', '2026-11-01')])).toEqual([
      'begin 2026-11-01 gedaan',
    ]);
  });

  it('volgen uit de dagtekening van het eerste PIP, en het eind uit de termijn', () => {
    expect(kort('2026-11-22', [meting('begin', '2026-11-01'), PIP, TERMIJN])).toEqual([
      'begin 2026-11-01 gedaan',
      'voortgang 6 2027-05-21 straks',
      'voortgang 12 2027-11-21 straks',
      'voortgang 24 2028-11-21 straks',
      'eind 2029-09-21 straks',
    ]);
  });

  it('tellen bij een later PIP, ook na een verhuizing, vanaf het eerste', () => {
    const later = elders('2027-08-01');
    expect(kort('2027-08-02', [PIP, later])).toContain('voortgang 12 2027-11-21 straks');
  });

  it('vallen in een korte maand op haar laatste dag', () => {
    expect(kort('2026-09-01', [elders('2026-08-31')])).toContain('voortgang 6 2027-02-28 straks');
  });

  it.each([
    ['2027-02-20', 'nu'],
    ['2027-02-21', 'niet-gedaan'],
    ['2027-02-22', 'niet-gedaan'],
  ])('op %s is het begin van een PIP van 21 november zonder meting: %s', (dag, staat) => {
    expect(kort(dag, [PIP])[0]).toBe(`begin ${staat}`);
  });

  it.each([
    ['2027-05-20', 'straks'],
    ['2027-05-21', 'nu'],
    ['2027-05-22', 'nu'],
    ['2027-08-20', 'nu'],
    ['2027-08-21', 'niet-gedaan'],
    ['2027-08-22', 'niet-gedaan'],
  ])('op %s is de meting na een half jaar: %s', (dag, staat) => {
    expect(kort(dag, [PIP])).toContain(`voortgang 6 2027-05-21 ${staat}`);
  });

  it.each([
    ['2027-04-20', false],
    ['2027-04-21', true],
    ['2027-04-22', true],
    ['2027-08-20', true],
    ['2027-08-21', false],
    ['2027-08-22', false],
  ])('een meting op %s hoort bij het half jaar: %s', (dag, hoortErbij) => {
    const beeld = kort('2027-09-01', [PIP, meting('voortgang', dag)]);
    expect(beeld).toContain(
      hoortErbij ? `voortgang 6 ${dag} gedaan` : 'voortgang 6 2027-05-21 niet-gedaan',
    );
    expect(beeld.includes(`voortgang ${dag} gedaan`)).toBe(!hoortErbij);
  });

  it('blijven in de volgorde van de tijd, met een extra meting ertussen', () => {
    const soorten = op('2028-01-01', [
      PIP,
      meting('voortgang', '2027-05-30'),
      meting('voortgang', '2027-10-01'),
      meting('voortgang', '2027-12-01'),
    ]);
    expect(soorten.map((m) => m.maanden ?? m.op)).toEqual([undefined, 6, '2027-10-01', 12, 24]);
  });

  it.each([
    ['2029-09-20', 'straks'],
    ['2029-09-21', 'nu'],
    ['2029-09-22', 'nu'],
    ['2030-02-20', 'nu'],
    ['2030-02-21', 'niet-gedaan'],
  ])('op %s is de laatste meting: %s', (dag, staat) => {
    expect(kort(dag, [PIP, TERMIJN]).at(-1)).toBe(`eind 2029-09-21 ${staat}`);
    const klaar = [PIP, TERMIJN, meting('eind', '2029-09-10')];
    expect(kort(dag, klaar).at(-1)).toBe('eind 2029-09-10 gedaan');
  });

  it('zeggen waarom: de dagtekening, en dat de wet deze maanden niet noemt', () => {
    const half = op('2026-11-22', [PIP])[1];
    expect(half?.uitleg).toMatchObject({
      grondslag: { zekerheid: 'ontwerp' },
      feiten: [{ waarde: '21 november 2026' }],
    });
  });
});

describe('het signaal', () => {
  const stand = (dag: string, ...extra: Feit[]) =>
    bepaalStand([...plichtigeAsielstatushouder(), PIP, ...extra], STANDAARD_BELEID, datum(dag));
  const signaal = (dag: string, ...extra: Feit[]) =>
    stand(dag, ...extra).signalen.filter((s) => s.id === 'meting-aan-de-beurt');

  it.each([
    ['2027-05-20', 0],
    ['2027-05-21', 1],
    ['2027-05-22', 1],
    ['2027-08-20', 1],
    ['2027-08-21', 0],
  ])('is er op %s zo vaak: %i', (dag, aantal) => {
    expect(signaal(dag)).toHaveLength(aantal);
  });

  it('is ter informatie en noemt welke meting en rond wanneer', () => {
    expect(signaal('2027-11-21')).toEqual([
      {
        id: 'meting-aan-de-beurt',
        ernst: 'ter-info',
        tekst: 'Vraag weer hoe het gaat: een jaar na het PIP, rond 21 november 2027.',
      },
    ]);
    expect(signaal('2029-10-01', TERMIJN)[0]?.tekst).toBe(
      'Vraag een laatste keer hoe het gaat, rond 21 september 2029.',
    );
  });

  it('zwijgt als de meting is gedaan, en over het begin', () => {
    expect(signaal('2027-05-22', meting('voortgang', '2027-05-01'))).toEqual([]);
    expect(signaal('2026-11-25')).toEqual([]);
  });

  it('verandert de Stand in de nacht dat de meting aan de beurt komt', () => {
    const dagen: (string | undefined)[] = ['2027-05-01'];
    for (const dag of dagen)
      if (dag && dag < '2027-05-21') dagen.push(stand(dag).volgendeWijziging);
    expect(dagen).toContain('2027-05-21');
  });
});
