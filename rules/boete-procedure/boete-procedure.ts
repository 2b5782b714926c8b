import { verwijtbaarVeld } from '../boete/poort.ts';
import type { Grondslag, OntbrekendFeit, Oordeel, Reden } from '../shared/antwoord.ts';
import { grondslag } from '../shared/grondslag.ts';
import { oordeel } from '../shared/oordeel.ts';
import { aangehaaldeFeiten, type Herkomst, maakRegel, ontbrekendFeit } from '../shared/regel.ts';
import { inWoorden } from '../shared/tekst.ts';
import { datumVeld, type Invoer, jaNeeVeld } from '../shared/velden.ts';
import { artikelVeld, laatsteDagBevoegd, zwareWeg } from './boete-termijnen.ts';

const ID = 'boete-procedure';

const velden = {
  artikel: artikelVeld(),
  datumOvertreding: datumVeld('Dag van de overtreding'),
  datumBesluit: datumVeld('Dag waarop over de boete wordt beslist'),
  verwijtbaar: verwijtbaarVeld(),
  omstandighedenGewogen: jaNeeVeld(
    'De ernst, het verwijt en de omstandigheden van de persoon zijn gewogen',
    'En zij staan in het besluit.',
  ),
  rapportOpgemaakt: jaNeeVeld('Er is een rapport van de overtreding'),
  zienswijzeGevraagd: jaNeeVeld(
    'De persoon kon zijn kant van het verhaal vertellen',
    'Met het rapport erbij, in een taal die hij begrijpt. Hij hoeft niet te antwoorden.',
  ),
  beslistDoorAnder: jaNeeVeld('Een ander dan de schrijver van het rapport beslist'),
};

export type BoeteProcedureFeiten = Invoer<typeof velden>;
type Naam = keyof BoeteProcedureFeiten & string;
type Eis = { naam: Naam; artikel: string; tekst: string };

const awb = (artikel: string): Grondslag =>
  grondslag(ID, 'awb', artikel, {
    zekerheid: 'onbevestigd',
    toelichting: 'De tekst van de Awb is hiervoor niet nagelezen.',
  });

/** Geldt voor elke boete. */
const ALTIJD: readonly Eis[] = [
  { naam: 'verwijtbaar', artikel: 'art. 5:41', tekst: 'De persoon valt niets te verwijten.' },
  {
    naam: 'omstandighedenGewogen',
    artikel: 'art. 5:46',
    tekst: 'De ernst, het verwijt en de omstandigheden zijn nog niet gewogen.',
  },
];

/** Geldt als een boete boven € 340 mogelijk is (art. 5:53). */
const ZWAAR: readonly Eis[] = [
  {
    naam: 'rapportOpgemaakt',
    artikel: 'art. 5:48 en 5:53',
    tekst: 'Er is geen rapport van de overtreding.',
  },
  {
    naam: 'zienswijzeGevraagd',
    artikel: 'art. 5:50 en 5:53',
    tekst: 'De persoon kreeg nog niet de kans om te reageren.',
  },
  {
    naam: 'beslistDoorAnder',
    artikel: 'art. 10:3 lid 4',
    tekst: 'Wie het rapport schreef, mag deze boete niet zelf opleggen.',
  },
];

const TITEL = 'Gang van zaken bij een boete';
const GROND = awb('titel 5.4');

/**
 * `boete-procedure`: of de stappen zijn gezet om over een boete te beslissen.
 *
 * Algemene wet bestuursrecht art. 5:41, 5:45, 5:46, 5:48, 5:50, 5:53 en 10:3 lid 4
 * (https://wetten.overheid.nl/BWBR0005537/2022-01-01), niet nagelezen. Rapport, zienswijze en een andere
 * beslisser zijn verplicht als de wet meer dan € 340 toelaat: bij art. 23 en 25. De dag van de overtreding
 * bepaalt de versie.
 */
export function boeteProcedure(f: BoeteProcedureFeiten, herkomst: Herkomst = {}): Oordeel {
  const zwaar = f.artikel && f.datumOvertreding && zwareWeg(f.artikel, f.datumOvertreding);
  const eisen = zwaar ? [...ALTIJD, ...ZWAAR] : ALTIJD;
  const redenen = eisen.filter((e) => f[e.naam] === false).map(reden);
  return oordeel({
    titel: TITEL,
    grondslag: GROND,
    redenen: [...redenen, ...teLaat(f)],
    ontbreekt: ontbreekt(f, eisen),
    goed: 'er kan over de boete worden beslist',
    feiten: () => aangehaaldeFeiten(velden, f, undefined, herkomst),
    stappen: () =>
      zwaar
        ? [{ titel: 'De wet laat meer dan € 340 toe: rapport, zienswijze en een andere beslisser' }]
        : [],
    zouWijzigenAls: ['een stap alsnog wordt gezet', 'er te veel tijd voorbijgaat'],
  });
}

const reden = ({ naam, artikel, tekst }: Eis): Reden => ({
  code: `boete-procedure-${naam}`,
  tekst,
  veld: naam,
  grondslag: awb(artikel),
});

function teLaat({ artikel, datumOvertreding, datumBesluit }: BoeteProcedureFeiten): Reden[] {
  if (!artikel || !datumOvertreding) return [];
  const zwaar = zwareWeg(artikel, datumOvertreding);
  const grond = awb('art. 5:45');
  if (zwaar === undefined) {
    const tekst = `Op ${inWoorden(datumOvertreding)} gold deze wet nog niet.`;
    const code = 'boete-procedure-voor-de-wet';
    return [{ code, tekst, veld: 'datumOvertreding', grondslag: grond }];
  }
  const laatste = laatsteDagBevoegd(datumOvertreding, zwaar);
  if (!datumBesluit || datumBesluit <= laatste) return [];
  const tekst = `Een boete kon tot en met ${inWoorden(laatste)}.`;
  return [{ code: 'boete-procedure-te-laat', tekst, veld: 'datumBesluit', grondslag: grond }];
}

function ontbreekt(f: BoeteProcedureFeiten, eisen: readonly Eis[]): OntbrekendFeit[] {
  const namen: Naam[] = [
    'artikel',
    'datumOvertreding',
    'datumBesluit',
    ...eisen.map((e) => e.naam),
  ];
  return namen.filter((n) => f[n] === undefined).map((n) => ontbrekendFeit(velden, n));
}

const GOED = {
  artikel: '23',
  datumOvertreding: '2025-03-10',
  datumBesluit: '2025-05-12',
  verwijtbaar: true,
  omstandighedenGewogen: true,
  rapportOpgemaakt: true,
  zienswijzeGevraagd: true,
  beslistDoorAnder: true,
};

export const boeteProcedureRegel = maakRegel({
  id: ID,
  titel: 'Stappen voordat over een boete wordt beslist',
  vraag: 'Zijn alle stappen gezet om over deze boete te beslissen?',
  beschrijving:
    'Geen boete zonder verwijt. Wie beslist, weegt hoe ernstig het was, wat de persoon te verwijten valt en wat zijn omstandigheden zijn.\n\nKan de boete volgens de wet hoger zijn dan € 340 (tijdens de route en voor de leerroute), dan is er een rapport, krijgt de persoon de kans om te reageren, en beslist een ander dan wie het rapport schreef. Ook mag de overtreding niet te lang geleden zijn: drie jaar, of vijf jaar als de boete hoger dan € 340 kan zijn.\n\nDe tekst van de Algemene wet bestuursrecht is hiervoor nog niet nagelezen.',
  rijen: ['I16', 'I17'],
  artikelen: [GROND, ...[...ALTIJD, ...ZWAAR].map((e) => awb(e.artikel)), awb('art. 5:45')],
  versieVolgt: 'De dag van de overtreding.',
  velden,
  voorbeelden: [
    { naam: 'Alle stappen gezet', invoer: GOED },
    {
      naam: 'De rapporteur wil zelf beslissen, zonder zienswijze',
      invoer: { ...GOED, zienswijzeGevraagd: false, beslistDoorAnder: false },
    },
    {
      naam: 'Boete voor de intake: geen rapport nodig',
      invoer: {
        artikel: '22',
        datumOvertreding: '2025-03-10',
        datumBesluit: '2025-05-12',
        verwijtbaar: true,
        omstandighedenGewogen: true,
      },
    },
    { naam: 'Nog niet beoordeeld', invoer: { artikel: '23', datumOvertreding: '2025-03-10' } },
  ],
  vindplaats: {
    bestand: 'rules/boete-procedure/boete-procedure.ts',
    test: 'rules/boete-procedure/boete-procedure.test.ts',
  },
  bepaal: boeteProcedure,
});
