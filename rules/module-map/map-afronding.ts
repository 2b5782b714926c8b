import { leerrouteVeld } from '../leerroute/velden.ts';
import { tekort, telUren, urenStap, urenVelden } from '../pvt/getelde-uren.ts';
import type { OntbrekendFeit, Oordeel, Reden, Uitleg, Verklaring } from '../shared/antwoord.ts';
import { grondslag } from '../shared/grondslag.ts';
import { oordeel } from '../shared/oordeel.ts';
import { aangehaaldeFeiten, type Herkomst, maakRegel, ontbrekendFeit } from '../shared/regel.ts';
import { opsomming } from '../shared/tekst.ts';
import { getalVeld, type Invoer, jaNeeVeld, keuzeVeld, lijstVeld } from '../shared/velden.ts';

/** Regeling inburgering 2021 art. 3.1: veertig uur praktijk. */
export const MAP_UREN = 40;

/** Besluit inburgering 2021 art. 3.2 lid 1. */
export const THEMAS = [
  'beroepenoriëntatie',
  'werknemerscompetenties',
  'realistisch beroepsbeeld',
  'beroepskansen',
  'beroepscompetenties',
  'netwerk',
  'werk vinden',
  'werkcultuur',
] as const;

const velden = {
  leerroute: leerrouteVeld('Leerroute die wordt gevolgd of is afgerond'),
  ...urenVelden('praktijk MAP'),
  themas: lijstVeld('Thema’s die aan bod kwamen', { thema: keuzeVeld('Thema', THEMAS) }),
  eindgesprekMetCollege: jaNeeVeld('Het eindgesprek met het college is gevoerd'),
  urenWerkPerWeek: getalVeld('Uren betaald werk per week', {
    eenheid: 'uur',
    max: 168,
    gebroken: true,
    hulp: 'Maakt geen verschil: werk geeft geen vrijstelling. Werk kan wel als praktijkuren tellen.',
  }),
};

export type MapFeiten = Invoer<typeof velden>;

/** `niet-van-toepassing` in de onderwijsroute. */
export type MapAntwoord = Oordeel | { uitkomst: 'niet-van-toepassing'; uitleg: Verklaring };

const TITEL = 'Module Arbeidsmarkt en Participatie afgerond';
const GROND = grondslag('map-afronding', 'besluit', 'art. 3.2');
const NORM = grondslag('map-afronding', 'regeling', 'art. 3.1');
const ONDERWIJSROUTE = grondslag('map-afronding', 'wet', 'art. 8');
const ANDERS = ['er uren of thema’s bij komen', 'het eindgesprek wordt gevoerd'];

/**
 * `map-afronding`: of de module Arbeidsmarkt en Participatie af is.
 *
 * Besluit inburgering 2021 art. 3.2 (https://wetten.overheid.nl/BWBR0045555/2026-04-02) en Regeling art. 3.1:
 * veertig uur praktijk, acht thema's, een eindgesprek met het college. Wi2021 art. 8: niet in de onderwijsroute.
 * Uren werk per week veranderen de uitkomst nooit; de vrijstelling voor werkenden hoorde bij de oude wet.
 * @returns alle redenen waarom de module nog niet af is
 */
export function mapAfronding(f: MapFeiten, herkomst: Herkomst = {}): MapAntwoord {
  const feiten = () => aangehaaldeFeiten(velden, f, undefined, herkomst);
  if (f.leerroute === 'O') {
    return {
      uitkomst: 'niet-van-toepassing',
      uitleg: () => ({
        titel: TITEL,
        uitkomst: 'de MAP geldt niet in de onderwijsroute; het PVT wel',
        grondslag: ONDERWIJSROUTE,
        feiten: feiten(),
        zouWijzigenAls: ['de leerroute verandert'],
      }),
    };
  }
  const { zeker, hoogst, ontbreekt } = telUren(velden, f);
  const themas = telThemas(f);
  const open: OntbrekendFeit[] = [];
  const redenen: Reden[] = [...uren(hoogst), ...themas.redenen];
  if (zeker < MAP_UREN && MAP_UREN <= hoogst) open.push(...ontbreekt);
  open.push(...themas.ontbreekt);
  if (f.eindgesprekMetCollege === undefined) {
    open.push(ontbrekendFeit(velden, 'eindgesprekMetCollege'));
  }
  if (f.eindgesprekMetCollege === false) {
    redenen.push(
      reden('eindgesprek', 'Het eindgesprek is nog niet gevoerd.', 'eindgesprekMetCollege'),
    );
  }
  // Zonder leerroute kan de MAP ook buiten toepassing zijn; een weigering zou dan een gok zijn.
  const weet = f.leerroute !== undefined;
  return oordeel({
    titel: TITEL,
    grondslag: GROND,
    redenen: weet ? redenen : [],
    ontbreekt: weet ? open : [ontbrekendFeit(velden, 'leerroute'), ...open],
    goed: 'ja, de MAP is af',
    feiten,
    stappen: () => stappen(zeker, themas.gedaan, f.urenWerkPerWeek),
    zouWijzigenAls: ANDERS,
  });
}

function reden(code: string, tekst: string, veld: string, grond = GROND): Reden {
  return { code: `map-${code}`, tekst, veld, grondslag: grond };
}

function uren(hoogst: number): Reden[] {
  if (hoogst >= MAP_UREN) return [];
  return [reden('uren', `${tekort(MAP_UREN, hoogst)} praktijk te doen.`, 'uren', NORM)];
}

function telThemas(f: MapFeiten) {
  const gedaan = THEMAS.filter((t) => f.themas?.some((rij) => rij.thema === t));
  const mist = THEMAS.filter((t) => !gedaan.includes(t));
  const onzeker = f.themas === undefined || f.themas.some((rij) => rij.thema === undefined);
  if (mist.length === 0) return { gedaan: gedaan.length, redenen: [], ontbreekt: [] };
  if (onzeker) {
    const ontbreekt = [ontbrekendFeit(velden, 'themas')];
    return { gedaan: gedaan.length, redenen: [], ontbreekt };
  }
  const tekst = `Nog niet aan bod gekomen: ${opsomming(mist)}.`;
  return { gedaan: gedaan.length, redenen: [reden('themas', tekst, 'themas')], ontbreekt: [] };
}

function stappen(zeker: number, themas: number, werk: number | undefined): Uitleg[] {
  return [
    { ...urenStap('Praktijkuren die tellen', zeker, MAP_UREN), grondslag: NORM },
    { titel: 'Thema’s die aan bod kwamen', uitkomst: `${themas} van ${THEMAS.length}` },
    ...(werk ? [{ titel: 'Betaald werk', uitkomst: 'geeft geen vrijstelling van de MAP' }] : []),
  ];
}

const AF = {
  leerroute: 'B',
  uren: 40,
  urenInIntake: 0,
  themas: THEMAS.map((thema) => ({ thema })),
  eindgesprekMetCollege: true,
};

export const mapAfrondingRegel = maakRegel({
  id: 'map-afronding',
  titel: 'Module Arbeidsmarkt en Participatie (MAP)',
  vraag: 'Is de MAP af?',
  beschrijving:
    'De MAP telt ten minste veertig uur praktijk, behandelt acht thema’s over werk en eindigt met een gesprek met het college. De gemeente biedt haar gratis aan, behalve in de onderwijsroute: daar geldt zij niet.\n\nEen baan geeft geen vrijstelling, hoeveel uur iemand ook werkt. Het werk kan wel als praktijkuren in het PIP staan. Uren uit de brede intake tellen alleen als het PIP dat zegt.',
  rijen: ['F1', 'F4', 'F5', 'F8'],
  artikelen: [GROND, NORM, ONDERWIJSROUTE],
  versieVolgt: 'Er is één versie; de norm is sinds 2022 niet veranderd.',
  velden,
  voorbeelden: [
    { naam: 'Alles gedaan', invoer: AF },
    {
      naam: 'Werkt 32 uur per week en deed nog niets',
      invoer: { ...AF, uren: 0, themas: [], eindgesprekMetCollege: false, urenWerkPerWeek: 32 },
    },
    { naam: 'Onderwijsroute', invoer: { leerroute: 'O' } },
    { naam: 'Nog niets bekend', invoer: {} },
  ],
  vindplaats: {
    bestand: 'rules/module-map/map-afronding.ts',
    test: 'rules/module-map/map-afronding.test.ts',
  },
  bepaal: mapAfronding,
});
