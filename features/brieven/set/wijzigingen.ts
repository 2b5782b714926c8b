import type { PipInhoud } from '../../../rules/stand/feiten.ts';
import type { Wijziging } from './set.schema.ts';
import type { Sleutel } from './zetten.ts';

type Kort = string | number | undefined;

/** Lezen en schrijven leren, of alleen ons schrift: twee soorten alfabetisering in het PIP (Besluit inburgering 3.14). */
const ALFABETISERING: Record<PipInhoud['alfabetisering'], Sleutel> = {
  A: 'lessen.alfa',
  AA: 'lessen.letters',
  NVT: 'anders.geen',
};

/** Onderdelen met een waarde die kort te noemen is: eerst en nu. */
const KORT: readonly [wat: Sleutel, sleutels: boolean, kies: (i: PipInhoud) => Kort][] = [
  ['wat.leerroute', true, (i) => `route.naam.${i.leerroute}`],
  ['wat.niveau', false, (i) => i.niveau],
  ['wat.uren', false, (i) => i.intensiteitUren],
  ['wat.urenPerWeek', false, (i) => i.intensiteitUrenPerWeek],
  ['wat.alfabetisering', true, (i) => ALFABETISERING[i.alfabetisering]],
  ['wat.opleiding', true, (i) => jaNee(i.magOpleidingAfmaken)],
  ['beeld.pvt', false, (i) => i.pvt.uren],
  ['beeld.map', false, (i) => i.moduleMap?.uren],
  ['beeld.gesprek', false, (i) => i.voortgangsgesprekken.aantal],
];

/** Onderdelen in vrije tekst: dat zij anders zijn, staat er; wat er nu staat, leest men in het besluit. */
const VRIJ: readonly [wat: Sleutel, kies: (i: PipInhoud) => unknown][] = [
  ['beeld.pvt', (i) => i.pvt.invulling],
  ['beeld.map', (i) => i.moduleMap?.invulling],
  ['beeld.meedoen', (i) => i.participatie],
  ['wat.begeleiding', (i) => i.begeleiding],
  ['beeld.gesprek', (i) => i.voortgangsgesprekken.ritme],
  ['kind.kop', (i) => i.vve],
  ['wat.telt', (i) => i.meegeteldeInspanningen],
  ['wat.motivering', (i) => [i.motivering, i.afweging]],
];

const jaNee = (waar: boolean): Sleutel => (waar ? 'anders.wel' : 'anders.geen');
const gelijk = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** Wat er anders is dan in de vorige versie, in de volgorde van de brief; elk onderwerp één keer. */
export function wijzigingenTussen(oud: PipInhoud, nieuw: PipInhoud): Wijziging[] {
  const kort = KORT.filter(([, , kies]) => !gelijk(kies(oud), kies(nieuw))).map(
    ([wat, sleutels, kies]): Wijziging => {
      const [van, naar] = [kies(oud), kies(nieuw)];
      return {
        wat,
        sleutels,
        ...(van === undefined ? {} : { oud: van }),
        ...(naar === undefined ? {} : { nieuw: naar }),
      };
    },
  );
  const genoemd = new Set(kort.map((w) => w.wat));
  const vrij = VRIJ.filter(([wat, kies]) => !genoemd.has(wat) && !gelijk(kies(oud), kies(nieuw)));
  return [...kort, ...vrij.map(([wat]) => ({ wat, sleutels: false }))];
}
