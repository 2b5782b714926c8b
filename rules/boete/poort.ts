import { doelgroepVeld } from '../leerroute/velden.ts';
import type { OntbrekendFeit, Uitleg } from '../shared/antwoord.ts';
import { type Datum, datum } from '../shared/datum.ts';
import { grondslag } from '../shared/grondslag.ts';
import { ontbrekendFeit } from '../shared/regel.ts';
import { inWoorden } from '../shared/tekst.ts';
import { type Invoer, jaNeeVeld, oordeelVeld } from '../shared/velden.ts';

/** Wi2021: vóór deze dag kan geen overtreding van deze wet bestaan. */
const WET_GELDT = datum('2022-01-01');

/** Wat voor elke boete van deze wet eerst moet zijn nagegaan. */
export const poortVelden = {
  doelgroep: doelgroepVeld(),
  vluchtelingtoetsVoldoet: oordeelVeld(
    'De toets voor een boete aan een asielstatushouder is gedaan en voldoet',
    [
      'of blijvende onwil is bewezen, en waaruit dat blijkt',
      'of de boete gelet op het inkomen geen onredelijke last is',
      'of een tweede persoon met naam meekeek',
    ],
    'De uitkomst van de regel boete-vluchteling.',
  ),
  bijstandVerlaagd: jaNeeVeld(
    'De bijstand is voor dezelfde gedraging verlaagd',
    'Op grond van art. 18 of 18b van de Participatiewet.',
  ),
};

export type PoortFeiten = Invoer<typeof poortVelden>;

/** Zonder verwijt geen boete; een mens oordeelt. */
export const verwijtbaarVeld = () =>
  oordeelVeld('Het valt de persoon te verwijten', [
    'wat de persoon zelf als reden gaf, en of dat is nagevraagd',
    'ziekte, zorg, trauma, huisvesting of werk in die tijd',
    'of de persoon begreep wat werd gevraagd, en in een taal die hij leest',
    'of gemeente, school of DUO zelf tekortschoot',
  ]);

/** Een reden waarom er geen boete kan zijn, als stap in de uitleg. */
export function hindernis(
  titel: string,
  regel: string,
  wet: 'wet' | 'awb',
  artikel: string,
  keuze: Parameters<typeof grondslag>[3] = {},
): Uitleg {
  return { titel, uitkomst: 'geen boete', grondslag: grondslag(regel, wet, artikel, keuze) };
}

/** Algemene wet bestuursrecht art. 5:41: geen boete als de persoon niets te verwijten valt. */
export const nietVerwijtbaar = (regel: string): Uitleg =>
  hindernis('De persoon valt niets te verwijten', regel, 'awb', 'art. 5:41');

/** Een overtreding van vóór 2022 valt onder de oude wet. */
export const voorDeWet = (regel: string, dag: Datum | undefined): Uitleg[] =>
  dag && dag < WET_GELDT
    ? [hindernis(`Op ${inWoorden(dag)} gold deze wet nog niet`, regel, 'wet', 'art. 54')]
    : [];

/**
 * Kijkt wat voor elke boete eerst moet: de toets bij een asielstatushouder (een boete volgt nooit
 * vanzelf) en geen boete naast een verlaging van de bijstand.
 *
 * Wi2021 art. 27 (https://wetten.overheid.nl/BWBR0044770/2023-01-01). De toets is onze keuze na het arrest
 * van het Hof van Justitie van 4 februari 2025, C-158/23.
 */
export function poort(
  regel: string,
  f: PoortFeiten,
): { hindernissen: Uitleg[]; ontbreekt: OntbrekendFeit[] } {
  const hindernissen: Uitleg[] = [];
  const asiel = f.doelgroep === 'Asielstatushouder';
  if (asiel && f.vluchtelingtoetsVoldoet === false) {
    const titel = 'De toets voor een boete aan een asielstatushouder voldoet niet';
    hindernissen.push(
      hindernis(titel, regel, 'wet', 'art. 22 tot en met 25', {
        zekerheid: 'ontwerp',
        toelichting:
          'Het Hof van Justitie (4 februari 2025, C-158/23) laat een boete aan vluchtelingen alleen toe bij bewezen en blijvende onwil. Hoe dat voor deze wet uitpakt, staat niet vast; wij eisen de toets bij elke boete.',
      }),
    );
  }
  if (f.bijstandVerlaagd) {
    const titel = 'De bijstand is al verlaagd voor dezelfde gedraging';
    hindernissen.push(hindernis(titel, regel, 'wet', 'art. 27'));
  }
  const ontbreekt: OntbrekendFeit[] = [];
  if (!f.doelgroep) ontbreekt.push(ontbrekendFeit(poortVelden, 'doelgroep'));
  if (asiel && f.vluchtelingtoetsVoldoet === undefined) {
    ontbreekt.push(ontbrekendFeit(poortVelden, 'vluchtelingtoetsVoldoet'));
  }
  if (f.bijstandVerlaagd === undefined) {
    ontbreekt.push(ontbrekendFeit(poortVelden, 'bijstandVerlaagd'));
  }
  return { hindernissen, ontbreekt };
}
