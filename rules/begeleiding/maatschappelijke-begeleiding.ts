import { doelgroepVeld } from '../leerroute/velden.ts';
import type { Berekening, Uitleg } from '../shared/antwoord.ts';
import { type Datum, plusDagen } from '../shared/datum.ts';
import { grondslag } from '../shared/grondslag.ts';
import { aangehaaldeFeiten, type Herkomst, maakRegel, onbekend, vereis } from '../shared/regel.ts';
import { inWoorden } from '../shared/tekst.ts';
import { datumVeld, getalVeld, type Invoer, jaNeeVeld } from '../shared/velden.ts';
import { eindNaMaanden } from './maanden.ts';

const velden = {
  doelgroep: doelgroepVeld(),
  datumInschrijving: datumVeld(
    'Inschrijving in de BRP van deze gemeente',
    'Bij een asielstatushouder: de gemeente waar de persoon is gehuisvest, niet een azc.',
  ),
  ookGezinsmigranten: jaNeeVeld(
    'Beleid: ook begeleiding voor gezins- en overige migranten',
    'De wet laat dit aan de gemeente.',
  ),
  duurInMaanden: getalVeld('Beleid: hoe lang de begeleiding duurt', {
    eenheid: 'maanden',
    min: 1,
    max: 120,
    hulp: 'De wet noemt geen duur. Zonder beleid is er geen laatste dag.',
  }),
};

export type BegeleidingFeiten = Invoer<typeof velden>;

/** Zonder beleid over de duur is er alleen een begin. `eind` is de eerste dag erna. */
export type Begeleiding = { begin: Datum; laatsteDag?: Datum; eind?: Datum };

const TITEL = 'Maatschappelijke begeleiding';
const GROND = grondslag('maatschappelijke-begeleiding', 'wet', 'art. 13');
const INHOUD = grondslag('maatschappelijke-begeleiding', 'besluit', 'art. 5.1');
const BELEID = grondslag('maatschappelijke-begeleiding', 'wet', 'art. 13', {
  zekerheid: 'ontwerp',
  toelichting: 'De wet noemt geen duur en geen verplichte ruimere groep; de gemeente kiest.',
});

/**
 * `maatschappelijke-begeleiding`: wie haar krijgt, vanaf welke dag en hoe lang.
 *
 * Wi2021 art. 13 (https://wetten.overheid.nl/BWBR0044770/2025-10-21): een recht van asielstatushouders en hun
 * gezinsleden, vanaf de inschrijving in de gemeente. Besluit inburgering 2021 art. 5.1: praktische hulp en
 * voorlichting. De duur en een ruimere groep zijn beleid van de gemeente.
 */
export function maatschappelijkeBegeleiding(
  f: BegeleidingFeiten,
  herkomst: Herkomst = {},
): Berekening<Begeleiding> {
  const verklaar = (uitkomst: string, stappen: Uitleg[], bron = GROND) => ({
    titel: TITEL,
    uitkomst,
    grondslag: bron,
    feiten: aangehaaldeFeiten(velden, f, undefined, herkomst),
    stappen,
    zouWijzigenAls: ['de doelgroep verandert', 'de gemeente haar beleid verandert'],
  });
  const gezin = f.doelgroep === 'Gezinsmigrant en overige migrant';
  if (gezin && f.ookGezinsmigranten === false) {
    const zin = 'een recht van asielstatushouders; deze gemeente biedt haar verder niet aan';
    return { uitkomst: 'niet-van-toepassing', uitleg: () => verklaar(zin, [], BELEID) };
  }
  const nodig = vereis(velden, f, [
    'doelgroep',
    ...(gezin ? (['ookGezinsmigranten'] as const) : []),
    'datumInschrijving',
  ]);
  if ('ontbreekt' in nodig) return onbekend(TITEL, nodig.ontbreekt, GROND);
  const waarde = periode(nodig.f.datumInschrijving, f.duurInMaanden);
  return {
    uitkomst: 'bepaald',
    waarde,
    uitleg: () => verklaar(inZin(waarde), stappen(waarde, gezin, f), gezin ? BELEID : GROND),
  };
}

function periode(begin: Datum, maanden: number | undefined): Begeleiding {
  if (maanden === undefined) return { begin };
  const eind = eindNaMaanden(begin, maanden);
  return { begin, laatsteDag: plusDagen(eind, -1), eind };
}

const inZin = ({ begin, laatsteDag }: Begeleiding): string =>
  laatsteDag
    ? `${inWoorden(begin)} tot en met ${inWoorden(laatsteDag)}`
    : `vanaf ${inWoorden(begin)}; de wet noemt geen einde`;

function stappen(waarde: Begeleiding, gezin: boolean, f: BegeleidingFeiten): Uitleg[] {
  return [
    gezin
      ? { titel: 'Groep', uitkomst: 'door beleid van de gemeente', grondslag: BELEID }
      : { titel: 'Groep', uitkomst: 'asielstatushouder of gezinslid daarvan', grondslag: GROND },
    { titel: 'Begint op de dag van inschrijving', uitkomst: inWoorden(waarde.begin) },
    ...(waarde.laatsteDag
      ? [
          {
            titel: `Duur volgens beleid: ${f.duurInMaanden} maanden`,
            uitkomst: `tot en met ${inWoorden(waarde.laatsteDag)}`,
            grondslag: BELEID,
          },
        ]
      : []),
    { titel: 'Ten minste praktische hulp en voorlichting', grondslag: INHOUD },
  ];
}

export const maatschappelijkeBegeleidingRegel = maakRegel({
  id: 'maatschappelijke-begeleiding',
  titel: 'Maatschappelijke begeleiding',
  vraag: 'Wie krijgt maatschappelijke begeleiding, en vanaf wanneer?',
  beschrijving:
    'Asielstatushouders krijgen maatschappelijke begeleiding vanaf de dag waarop zij in de gemeente zijn ingeschreven. Een gezinslid met een reguliere vergunning bij een asielstatushouder hoort daarbij.\n\nDe begeleiding is ten minste praktische hulp bij wonen, zorg, werk, inkomen, verzekeringen en onderwijs, en voorlichting daarover, op weg naar zelf kunnen regelen. Hoe lang zij duurt en of ook anderen haar krijgen, kiest de gemeente. DUO stelt het recht vast en meldt het.',
  rijen: ['G1', 'G2', 'G3', 'G11'],
  artikelen: [GROND, INHOUD],
  versieVolgt: 'De dag van inschrijving; er is één versie.',
  velden,
  waarde: {
    begin: datumVeld('Eerste dag'),
    laatsteDag: datumVeld('Laatste dag, tot en met'),
    eind: datumVeld('Eerste dag erna'),
  },
  voorbeelden: [
    {
      naam: 'Asielstatushouder, een jaar begeleiding',
      invoer: {
        doelgroep: 'Asielstatushouder',
        datumInschrijving: '2026-03-02',
        duurInMaanden: 12,
      },
    },
    {
      naam: 'Asielstatushouder, geen beleid over de duur',
      invoer: { doelgroep: 'Asielstatushouder', datumInschrijving: '2026-03-02' },
    },
    {
      naam: 'Gezinsmigrant in een gemeente zonder ruimer beleid',
      invoer: { doelgroep: 'Gezinsmigrant en overige migrant', ookGezinsmigranten: false },
    },
    { naam: 'Nog niets bekend', invoer: {} },
  ],
  vindplaats: {
    bestand: 'rules/begeleiding/maatschappelijke-begeleiding.ts',
    test: 'rules/begeleiding/maatschappelijke-begeleiding.test.ts',
  },
  bepaal: maatschappelijkeBegeleiding,
});
