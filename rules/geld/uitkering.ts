import type { OntbrekendFeit, Uitleg } from '../shared/antwoord.ts';
import { ontbrekendFeit } from '../shared/regel.ts';
import { inEuro } from '../shared/tekst.ts';
import { bedragVeld, getalVeld, type Invoer } from '../shared/velden.ts';
import { type Bedragen, jaarVeld, metToevoeging, rondDeling } from './bedragen.ts';

/** Aantallen personen; `hulp` zegt welke. */
const aantal = (naam: string, hulp?: string) =>
  getalVeld(naam, { max: 999_999, ...(hulp ? { hulp } : {}) });

/** De feiten van de formule; de namen van de aantallen verschillen tussen voorlopig en definitief. */
export const uitkeringVelden = (namen: { gezin: string; t: string; t1: string; t2: string }) => ({
  jaar: jaarVeld(),
  gezinsmigranten: aantal(namen.gezin),
  aantalT: aantal(namen.t),
  aantalT1: aantal(namen.t1),
  aantalT2: aantal(namen.t2),
  afgerondT2: aantal(
    'Asielstatushouders die in jaar t−2 klaar waren (AIA)',
    'Met diploma of certificaat. In het eerste jaar met een gewicht, 2026, telt iedereen sinds 2022 tot en met jaar t−2.',
  ),
  landelijkeGrondslag: bedragVeld('Som van de grondslagen van alle gemeenten (SOM GG)'),
  landelijkBudget: bedragVeld('Landelijk budget voor asielstatushouders (TBA)'),
  onderwijsroute: aantal('Personen in de onderwijsroute voor de toevoeging (ABO)'),
  bedragOnderwijsroute: bedragVeld(
    'Toevoeging per persoon in de onderwijsroute',
    'Dit bedrag is niet openbaar gevonden; vul het in zoals het ministerie het meldt.',
  ),
});

export type UitkeringVelden = ReturnType<typeof uitkeringVelden>;
export type UitkeringFeiten = Invoer<UitkeringVelden>;

/** Eurocenten; `bedrag` is precies de som van de delen. */
export type Uitkering = {
  bedrag: number;
  gezinsmigranten: number;
  asielstatushouders: number;
  onderwijsroute: number;
};

type Naam = string & keyof UitkeringVelden;
type Uitkomst = { waarde: Uitkering; stappen: () => Uitleg[] } | { ontbreekt: OntbrekendFeit[] };

/** Delen van een eurocent waarin de grondslag exact is: procenten van eurocenten. */
const FIJN = 100;

/** Een hoger bedrag per persoon is een tikfout; daaronder blijft de som exact. Eurocenten. */
const HOOGSTE_PER_PERSOON = 100_000_00;

/**
 * Voert de formule uit. Alleen de verdeling (BA) wordt afgerond: op eurocenten, een halve naar boven.
 * @param procent deel van de aantallen van jaar t en t−1 dat telt (70 bij de taakstelling, anders 100)
 * @param jaar begrotingsjaar van `bedragen`
 */
export function berekenUitkering(
  velden: UitkeringVelden,
  f: UitkeringFeiten,
  bedragen: Bedragen,
  { jaar, procent }: { jaar: number; procent: number },
): Uitkomst {
  const nodig: Naam[] = ['gezinsmigranten', 'aantalT', 'aantalT1', 'aantalT2'];
  if (bedragen.gewicht.d > 0) nodig.push('afgerondT2');
  if (metToevoeging(jaar)) nodig.push('onderwijsroute');
  const tel = (naam: Naam): number => f[naam] ?? 0;
  const fijn = grondslagFijn(tel, bedragen, procent);
  const wachtOpAantal = nodig.some((naam) => f[naam] === undefined);
  if (fijn > 0 || wachtOpAantal) nodig.push('landelijkeGrondslag', 'landelijkBudget');
  if (metToevoeging(jaar) && f.onderwijsroute !== 0) nodig.push('bedragOnderwijsroute');
  const ontbreekt = nodig.filter((naam) => f[naam] === undefined);
  if (ontbreekt.length > 0) return { ontbreekt: ontbreekt.map((n) => ontbrekendFeit(velden, n)) };
  if (fijn > tel('landelijkeGrondslag') * FIJN) return { ontbreekt: [teLageSom(fijn)] };
  if (tel('bedragOnderwijsroute') > HOOGSTE_PER_PERSOON) return { ontbreekt: [teHoog] };
  const gezin = tel('gezinsmigranten') * bedragen.gezinsmigrant;
  const asiel = verdeel(fijn, tel('landelijkeGrondslag'), tel('landelijkBudget'));
  const route = metToevoeging(jaar) ? tel('onderwijsroute') * tel('bedragOnderwijsroute') : 0;
  const bedrag = gezin + asiel + route;
  const waarde = {
    bedrag,
    gezinsmigranten: gezin,
    asielstatushouders: asiel,
    onderwijsroute: route,
  };
  const stappen = () => uitgelegd(f, waarde, { bedragen, fijn, toevoeging: metToevoeging(jaar) });
  return { waarde, stappen };
}

function grondslagFijn(
  tel: (naam: Naam) => number,
  { gewicht }: Bedragen,
  procent: number,
): number {
  const deel = tel('aantalT') * gewicht.a + tel('aantalT1') * gewicht.b;
  return deel * procent + (tel('aantalT2') * gewicht.c + tel('afgerondT2') * gewicht.d) * FIJN;
}

function verdeel(fijn: number, som: number, budget: number): number {
  if (fijn === 0) return 0;
  return rondDeling(BigInt(fijn) * BigInt(budget), BigInt(som) * BigInt(FIJN));
}

const grof = (fijn: number): string => inEuro(rondDeling(BigInt(fijn), BigInt(FIJN)));

const teLageSom = (fijn: number): OntbrekendFeit => ({
  feit: 'landelijkeGrondslag',
  tekst: `De som van alle gemeenten kan niet lager zijn dan de grondslag van deze gemeente (${grof(fijn)}).`,
});

const teHoog: OntbrekendFeit = {
  feit: 'bedragOnderwijsroute',
  tekst: `De toevoeging per persoon is hoger dan ${inEuro(HOOGSTE_PER_PERSOON)}; dat klopt niet.`,
};

type Som = { bedragen: Bedragen; fijn: number; toevoeging: boolean };

function uitgelegd(f: UitkeringFeiten, w: Uitkering, som: Som): Uitleg[] {
  const { bedragen, fijn, toevoeging } = som;
  const gezin = `${f.gezinsmigranten} × ${inEuro(bedragen.gezinsmigrant)}`;
  const deel = `${grof(fijn)} van ${inEuro(f.landelijkeGrondslag ?? 0)}`;
  const asiel = fijn === 0 ? 'geen grondslag' : `${deel}, maal ${inEuro(f.landelijkBudget ?? 0)}`;
  return [
    { titel: `Gezins- en overige migranten: ${gezin}`, uitkomst: inEuro(w.gezinsmigranten) },
    { titel: 'Grondslag van de gemeente', uitkomst: grof(fijn) },
    {
      titel: `Asielstatushouders: ${asiel}`,
      uitkomst: `${inEuro(w.asielstatushouders)}, afgerond op eurocenten`,
    },
    ...(toevoeging
      ? [{ titel: 'Toevoeging onderwijsroute', uitkomst: inEuro(w.onderwijsroute) }]
      : []),
  ];
}
