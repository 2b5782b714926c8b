import type { OntbrekendFeit, Uitleg } from '../shared/antwoord.ts';
import { type Datum, datum, plusMaanden } from '../shared/datum.ts';
import { grondslag } from '../shared/grondslag.ts';
import { inEuro } from '../shared/tekst.ts';
import { bedragVeld, datumVeld, type Invoer, jaNeeVeld, keuzeVeld } from '../shared/velden.ts';
import { type Versie, versieOp } from '../shared/versies.ts';

/** De termijn die loopt, zoals het besluit haar voor de grens aan het totaal onderscheidt. */
export const TERMIJNEN = [
  'eerste of verlengde termijn',
  'nieuwe termijn van zes maanden',
  'nieuwe termijn van een jaar',
  'nieuwe termijn van anderhalf jaar',
  'nieuwe termijn van twee jaar',
] as const;

export type SoortTermijn = (typeof TERMIJNEN)[number];

/** Wat art. 22 en 23 samen ten hoogste kosten, in eurocenten (Besluit inburgering 2021 art. 7.1 lid 5). */
const PLAFOND: readonly Versie<Readonly<Record<SoortTermijn, number>>>[] = [
  {
    vanaf: datum('2022-01-01'),
    waarde: {
      'eerste of verlengde termijn': 240_000,
      'nieuwe termijn van zes maanden': 40_000,
      'nieuwe termijn van een jaar': 80_000,
      'nieuwe termijn van anderhalf jaar': 120_000,
      'nieuwe termijn van twee jaar': 160_000,
    },
  },
];

/** Besluit inburgering 2021 art. 7.1 lid 3: twaalf maanden voorafgaand aan de dag van constatering. */
const HERHALING_MAANDEN = 12;

export const eerdereBoeteVelden = {
  artikel: keuzeVeld('Artikel', ['22', '23'], { hulp: '22: brede intake, 23: tijdens de route.' }),
  dagtekeningBoetebeschikking: datumVeld('Dagtekening van de boetebeschikking'),
  bedrag: bedragVeld('Opgelegd bedrag', 'Na bezwaar of beroep het bedrag dat bleef staan.'),
  datumConstatering: datumVeld('Dag waarop die overtreding is geconstateerd'),
  onherroepelijk: jaNeeVeld(
    'Onherroepelijk op de dag waarop de nieuwe overtreding is geconstateerd',
    'De uitkomst van de regel boete-onherroepelijk.',
  ),
};

export type EerdereBoete = Invoer<typeof eerdereBoeteVelden>;
type Naam = keyof EerdereBoete;

const mist = (naam: Naam): OntbrekendFeit => ({
  feit: `eerdereBoetes.${naam}`,
  tekst: `Van een eerdere boete nog niet bekend: ${eerdereBoeteVelden[naam].naam}.`,
});

/**
 * Wat er van de eerdere boetes nog bekend moet worden. Een feit dat de uitkomst niet meer kan
 * veranderen, zoals de onherroepelijkheid van een boete van lang geleden, wordt niet gevraagd.
 */
export function mistVanBoetes(
  boetes: readonly EerdereBoete[],
  dag: Datum | undefined,
  begin: Datum | undefined,
): OntbrekendFeit[] {
  const namen = new Set<Naam>();
  for (const boete of boetes) {
    for (const naam of mistVanBoete(boete, dag, begin)) namen.add(naam);
  }
  return [...namen].sort().map(mist);
}

function mistVanBoete(b: EerdereBoete, dag: Datum | undefined, begin: Datum | undefined): Naam[] {
  const namen: Naam[] = [];
  if (!b.artikel) namen.push('artikel');
  if (begin && !b.dagtekeningBoetebeschikking) namen.push('dagtekeningBoetebeschikking');
  if (b.bedrag === undefined && inTermijn(b, begin) !== false) namen.push('bedrag');
  if (!dag || b.artikel === '22') return namen;
  if (!b.datumConstatering && b.onherroepelijk !== false) namen.push('datumConstatering');
  const kanTellen = !b.datumConstatering || inTwaalfMaanden(b.datumConstatering, dag);
  if (kanTellen && b.onherroepelijk === undefined) namen.push('onherroepelijk');
  return namen;
}

/** Of een boete in de lopende termijn viel; zonder begin van een nieuwe termijn telt elke boete. */
function inTermijn(b: EerdereBoete, begin: Datum | undefined): boolean | undefined {
  if (!begin) return true;
  return b.dagtekeningBoetebeschikking && b.dagtekeningBoetebeschikking >= begin;
}

function inTwaalfMaanden(constatering: Datum, dag: Datum): boolean {
  return constatering >= plusMaanden(dag, -HERHALING_MAANDEN) && constatering < dag;
}

/**
 * Hoeveel eerdere overtredingen van art. 23 de boete verhogen: geconstateerd in de twaalf maanden vóór
 * `dag`, met een boete die onherroepelijk is.
 */
export function aantalHerhalingen(boetes: readonly EerdereBoete[], dag: Datum): number {
  return boetes.filter(
    (b) =>
      b.artikel === '23' &&
      b.onherroepelijk === true &&
      b.datumConstatering !== undefined &&
      inTwaalfMaanden(b.datumConstatering, dag),
  ).length;
}

export type Ruimte = { plafond: number; opgelegd: number; ruimte: number };

/** Wat er binnen de grens aan het totaal nog over is, in eurocenten; nooit minder dan nul. */
export function ruimteOver(
  boetes: readonly EerdereBoete[],
  soort: SoortTermijn,
  begin: Datum | undefined,
  dag: Datum,
): Ruimte {
  const plafond = versieOp(PLAFOND, dag)?.waarde[soort] ?? 0;
  const opgelegd = boetes
    .filter((b) => inTermijn(b, begin))
    .reduce((som, b) => som + (b.bedrag ?? 0), 0);
  return { plafond, opgelegd, ruimte: Math.max(0, plafond - opgelegd) };
}

/** De grens aan het totaal als stap in een uitleg. */
export function ruimteUitleg(regel: string, { plafond, opgelegd, ruimte }: Ruimte): Uitleg {
  return {
    titel: `Grens aan het totaal: ${inEuro(plafond)}, waarvan ${inEuro(opgelegd)} al is opgelegd`,
    uitkomst: `nog ${inEuro(ruimte)}`,
    grondslag: plafondGrond(regel),
  };
}

export const plafondGrond = (regel: string) =>
  grondslag(regel, 'besluit', 'art. 7.1 lid 5', {
    zekerheid: 'afgeleid',
    toelichting:
      'Het besluit telt boetes voor de intake en voor de route samen. Boetes voor de intake vallen meestal vóór de termijn; wij tellen ze bij de eerste termijn.',
  });
