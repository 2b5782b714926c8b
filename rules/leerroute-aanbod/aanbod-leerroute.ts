import { doelgroepVeld, leerrouteVeld } from '../leerroute/velden.ts';
import type { OntbrekendFeit, Oordeel, Reden, Uitleg } from '../shared/antwoord.ts';
import { type Datum, plusMaanden } from '../shared/datum.ts';
import { grondslag } from '../shared/grondslag.ts';
import { oordeel } from '../shared/oordeel.ts';
import { aangehaaldeFeiten, type Herkomst, maakRegel, ontbrekendFeit } from '../shared/regel.ts';
import { inWoorden } from '../shared/tekst.ts';
import { eindeVanTermijn } from '../shared/termijnenwet.ts';
import { datumVeld, type Invoer, jaNeeVeld, lijstVeld, oordeelVeld } from '../shared/velden.ts';

/** Regeling inburgering 2021 art. 4.1 lid 1 onder g: drie maanden voor het aanbod, zes voor de start. */
const AANBOD = { aantal: 3, eenheid: 'maand' } as const;
const START_MAANDEN = 6;

const velden = {
  doelgroep: doelgroepVeld(),
  leerroute: leerrouteVeld('Leerroute in het PIP'),
  dagtekeningPip: datumVeld('Dagtekening van het PIP'),
  datumAanbod: datumVeld('Dag waarop het college het aanbod deed'),
  peildatum: datumVeld('Dag waarop u het wilt weten', 'Nodig als er nog geen aanbod is.'),
  keurmerk: jaNeeVeld(
    'De cursusinstelling heeft het keurmerk of een certificaat',
    'Voor de B1-route en de Z-route.',
  ),
  diplomaErkenning: jaNeeVeld(
    'De instelling heeft diploma-erkenning voor het taalschakeltraject',
    'Voor de onderwijsroute.',
  ),
  datumAanvangTaalschakeltraject: datumVeld(
    'Eerste dag waarop het taalschakeltraject kan beginnen',
    'Voor de onderwijsroute.',
  ),
  prijsEnKwaliteit: oordeelVeld('Prijs en kwaliteit van het aanbod zijn in verhouding', [
    'de prijs per uur en per leerroute naast die van andere aanbieders',
    'slagen, uitval en tevredenheid bij deze aanbieder',
    'of het aanbod de hele leerroute door blijft bestaan',
  ]),
  extraVrijeDagen: lijstVeld(
    'Door de regering gelijkgestelde dagen',
    { datum: datumVeld('Dag') },
    'Alleen als er een besluit over brugdagen is.',
  ),
};

export type AanbodLeerrouteFeiten = Invoer<typeof velden>;
type Naam = keyof AanbodLeerrouteFeiten & string;

const TITEL = 'Aanbod van de leerroute';
const W16 = grondslag('aanbod-leerroute', 'wet', 'art. 16 lid 1');
const LID2 = grondslag('aanbod-leerroute', 'wet', 'art. 16 lid 2');
const LID3 = grondslag('aanbod-leerroute', 'wet', 'art. 16 lid 3');
const W8 = grondslag('aanbod-leerroute', 'wet', 'art. 8 lid 2');
const TIJDIG = grondslag('aanbod-leerroute', 'regeling', 'art. 4.1 lid 1 onder g', {
  zekerheid: 'afgeleid',
  toelichting:
    'De wet zegt alleen "tijdig". Na drie maanden zonder aanbod is er grond voor verlenging; dat nemen we als grens.',
});

/**
 * `aanbod-leerroute`: of het college zijn plicht nakomt om een leerroute aan te bieden.
 *
 * Wi2021 art. 16 (https://wetten.overheid.nl/BWBR0044770/2025-10-21): tijdig, aan asielstatushouders en hun
 * gezinsleden, bij een instelling met keurmerk of (onderwijsroute) diploma-erkenning, met een goede
 * verhouding van prijs en kwaliteit. Regeling inburgering 2021 art. 4.1 lid 1 onder g: na drie maanden
 * zonder aanbod, of zes maanden zonder start van het taalschakeltraject, kan de termijn worden verlengd.
 */
export function aanbodLeerroute(f: AanbodLeerrouteFeiten, herkomst: Herkomst = {}): Oordeel {
  const buiten = f.doelgroep === 'Gezinsmigrant en overige migrant';
  const uiterlijk = uiterlijkVoor(f);
  return oordeel({
    titel: TITEL,
    grondslag: W16,
    redenen: buiten ? [] : redenenTegen(f, uiterlijk),
    ontbreekt: buiten ? [] : watOntbreekt(f),
    goed: buiten
      ? 'het college hoeft geen aanbod te doen: de persoon koopt de cursus zelf, zo nodig met een lening'
      : 'het aanbod is tijdig en de aanbieder mag het geven',
    feiten: () => aangehaaldeFeiten(velden, f, undefined, herkomst),
    stappen: () => (buiten || !uiterlijk ? [] : stappen(f, uiterlijk)),
    zouWijzigenAls: ['het aanbod op een andere dag is gedaan', 'een andere aanbieder het geeft'],
  });
}

type Uiterlijk = { aanbod: Datum; start: Datum };

function uiterlijkVoor({ dagtekeningPip: pip, extraVrijeDagen = [] }: AanbodLeerrouteFeiten) {
  if (!pip) return undefined;
  const extra = extraVrijeDagen.flatMap((d) => (d.datum ? [d.datum] : []));
  return {
    aanbod: eindeVanTermijn(pip, AANBOD, extra).laatsteDag,
    start: plusMaanden(pip, START_MAANDEN),
  };
}

function redenenTegen(f: AanbodLeerrouteFeiten, uiterlijk: Uiterlijk | undefined): Reden[] {
  const redenen: Reden[] = [];
  const voeg = (veld: Naam, tekst: string, g: typeof W16) =>
    redenen.push({ code: `aanbod-${veld}`, tekst, veld, grondslag: g });
  if (uiterlijk) teLaat(f, uiterlijk, voeg);
  if (f.leerroute && f.leerroute !== 'O' && f.keurmerk === false) {
    voeg('keurmerk', 'De cursusinstelling heeft geen keurmerk of certificaat.', LID3);
  }
  if (f.leerroute === 'O' && f.diplomaErkenning === false) {
    voeg('diplomaErkenning', 'De instelling heeft geen diploma-erkenning.', W8);
  }
  if (f.prijsEnKwaliteit === false) {
    voeg(
      'prijsEnKwaliteit',
      'Prijs en kwaliteit zijn volgens het college niet in verhouding.',
      LID2,
    );
  }
  return redenen;
}

function teLaat(
  f: AanbodLeerrouteFeiten,
  { aanbod, start }: Uiterlijk,
  voeg: (veld: Naam, tekst: string, g: typeof W16) => void,
): void {
  const gevolg = 'Geef de persoon een verklaring: dit is een grond voor verlenging.';
  const dag = f.datumAanbod ?? f.peildatum;
  if (dag && dag > aanbod) {
    const wat = f.datumAanbod ? 'Het aanbod kwam na' : 'Er is nog geen aanbod; het kon tot en met';
    voeg('datumAanbod', `${wat} ${inWoorden(aanbod)}. ${gevolg}`, TIJDIG);
  }
  const begin = f.datumAanvangTaalschakeltraject;
  if (f.leerroute === 'O' && begin && begin > start) {
    const tekst = `Het taalschakeltraject kan niet binnen zes maanden beginnen (${inWoorden(start)}). ${gevolg}`;
    voeg('datumAanvangTaalschakeltraject', tekst, TIJDIG);
  }
}

function watOntbreekt(f: AanbodLeerrouteFeiten): OntbrekendFeit[] {
  const route: Naam[] =
    f.leerroute === 'O' ? ['diplomaErkenning', 'datumAanvangTaalschakeltraject'] : ['keurmerk'];
  const nodig: Naam[] = [
    'doelgroep',
    'leerroute',
    'dagtekeningPip',
    'datumAanbod',
    ...(f.leerroute ? route : []),
    'prijsEnKwaliteit',
  ];
  return nodig.filter((n) => f[n] === undefined).map((n) => ontbrekendFeit(velden, n));
}

function stappen(f: AanbodLeerrouteFeiten, { aanbod, start }: Uiterlijk): Uitleg[] {
  return [
    {
      titel: 'Drie maanden na het PIP',
      uitkomst: `aanbod uiterlijk ${inWoorden(aanbod)}`,
      grondslag: TIJDIG,
    },
    ...(f.leerroute === 'O'
      ? [{ titel: 'Zes maanden na het PIP', uitkomst: `start uiterlijk ${inWoorden(start)}` }]
      : []),
  ];
}

export const aanbodLeerrouteRegel = maakRegel({
  id: 'aanbod-leerroute',
  titel: 'Tijdig een leerroute aanbieden',
  vraag: 'Is het aanbod van de leerroute op tijd en bij de juiste aanbieder?',
  beschrijving:
    'Het college biedt asielstatushouders en hun gezinsleden tijdig een cursus of opleiding aan. De wet noemt geen dag; na drie maanden zonder aanbod kan de persoon verlenging vragen, en in de onderwijsroute ook als het taalschakeltraject niet binnen zes maanden kan beginnen. Het college geeft dan een verklaring.\n\nVoor de B1-route en de Z-route heeft de instelling een keurmerk of certificaat, voor de onderwijsroute diploma-erkenning. Prijs en kwaliteit zijn in verhouding en het aanbod blijft bestaan. Een gezins- of overige migrant koopt de cursus zelf.',
  rijen: ['E20', 'B16'],
  artikelen: [W16, LID2, LID3, W8, TIJDIG],
  versieVolgt: 'De bepalingen zijn sinds 2022 gelijk gebleven.',
  velden,
  voorbeelden: [
    {
      naam: 'Aanbod op tijd, B1-route',
      invoer: {
        doelgroep: 'Asielstatushouder',
        leerroute: 'B',
        dagtekeningPip: '2025-03-10',
        datumAanbod: '2025-05-20',
        keurmerk: true,
        prijsEnKwaliteit: true,
      },
    },
    {
      naam: 'Nog geen aanbod na drie maanden',
      invoer: {
        doelgroep: 'Asielstatushouder',
        leerroute: 'Z',
        dagtekeningPip: '2025-03-10',
        peildatum: '2025-06-12',
        keurmerk: false,
      },
    },
    {
      naam: 'Gezinsmigrant koopt zelf',
      invoer: { doelgroep: 'Gezinsmigrant en overige migrant' },
    },
    {
      naam: 'De aanbieder is nog niet beoordeeld',
      invoer: { doelgroep: 'Asielstatushouder', leerroute: 'O', dagtekeningPip: '2025-03-10' },
    },
  ],
  vindplaats: {
    bestand: 'rules/leerroute-aanbod/aanbod-leerroute.ts',
    test: 'rules/leerroute-aanbod/aanbod-leerroute.test.ts',
  },
  bepaal: aanbodLeerroute,
});
