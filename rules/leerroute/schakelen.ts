import type { Grondslag, OntbrekendFeit, Oordeel, Reden, Uitleg } from '../shared/antwoord.ts';
import { type Datum, datum, laatste, plusDagen, plusMaanden } from '../shared/datum.ts';
import { grondslag } from '../shared/grondslag.ts';
import { oordeel } from '../shared/oordeel.ts';
import { aangehaaldeFeiten, type Herkomst, maakRegel, ontbrekendFeit } from '../shared/regel.ts';
import { inWoorden } from '../shared/tekst.ts';
import { datumVeld, type Invoer, jaNeeVeld, keuzeVeld, oordeelVeld } from '../shared/velden.ts';
import { type Versie, versieOp } from '../shared/versies.ts';
import { leerrouteVeld, ROUTENAAM } from './velden.ts';

/** Besluit inburgering 2021 art. 5.4 lid 1: anderhalf jaar vanaf de aanvang van de termijn. */
const MAANDEN = 18;

/** De uitzondering na een opleiding die niet vrijstelt (art. 5.4 lid 2) staat sinds 2023 in de tekst. */
const NA_OPLEIDING: readonly Versie<boolean>[] = [
  { vanaf: datum('2022-01-01'), waarde: false },
  { vanaf: datum('2023-01-01'), waarde: true },
];

const velden = {
  vanLeerroute: leerrouteVeld('Leerroute nu'),
  naarLeerroute: leerrouteVeld('Nieuwe leerroute'),
  voortgang: keuzeVeld(
    'Voortgang vergeleken met het PIP',
    ['minder dan verwacht', 'meer dan verwacht', 'zoals verwacht'],
    {
      wegen: [
        'aanwezigheid, inzet en uitslagen volgens de school',
        'wat in de voortgangsgesprekken is besproken',
        'omstandigheden die de voortgang verklaren',
      ],
    },
  ),
  begindatumInburgeringstermijn: datumVeld(
    'Eerste dag van de inburgeringstermijn',
    'De dag na de dagtekening van het eerste PIP; DUO stelt haar vast.',
  ),
  datumWijziging: datumVeld('Dagtekening van het gewijzigde PIP'),
  nietVrijstellendeOpleiding: jaNeeVeld(
    'De persoon volgde een opleiding die niet vrijstelt',
    'Praktijkonderwijs, voortgezet speciaal onderwijs of de entreeopleiding.',
  ),
  datumEindeNietVrijstellendeOpleiding: datumVeld(
    'Dag waarop die opleiding is afgerond of gestopt',
  ),
  bijzonderGeval: oordeelVeld('Het is een bijzonder geval dat deze persoon betreft', [
    'wat deze situatie anders maakt dan die van andere inburgeraars',
    'waarom de wissel niet binnen anderhalf jaar kon',
    'wat er gebeurt als de leerroute blijft zoals zij is',
  ]),
};

export type SchakelFeiten = Invoer<typeof velden>;

const TITEL = 'Wisselen van leerroute';
const AFGELEID = {
  zekerheid: 'afgeleid',
  toelichting:
    'De eerste dag telt mee, zodat de laatste dag de dag vóór de achttiende maandverjaardag is; aan het einde van een maand gaat de gunstigste telling voor, zoals bij de inburgeringstermijn.',
} as const;
const LID1 = grondslag('schakelen', 'besluit', 'art. 5.4 lid 1', AFGELEID);
const LID1_SLOT = grondslag('schakelen', 'besluit', 'art. 5.4 lid 1');
const LID2 = grondslag('schakelen', 'besluit', 'art. 5.4 lid 2', {
  geldigVanaf: datum('2023-01-01'),
});
const LID3 = grondslag('schakelen', 'besluit', 'art. 5.4 lid 3');
const W17 = grondslag('schakelen', 'wet', 'art. 17 lid 2');
const WIJZIGING = grondslag('schakelen', 'besluit', 'art. 5.3 lid 6');

/** Laatste dag waarop zonder uitzondering van leerroute kan worden gewisseld, tot en met. */
export function laatsteDagSchakelen(begin: Datum): Datum {
  const vanafDagtekening = plusMaanden(plusDagen(begin, -1), MAANDEN);
  return laatste(vanafDagtekening, plusDagen(plusMaanden(begin, MAANDEN), -1));
}

/** Hoe de termijn uitpakt: waardoor de wissel nog mag, of wat ontbreekt, of dat het te laat is. */
type Termijn =
  | { mag: true; waardoor: Uitleg }
  | { mag: false; laatsteDag: Datum }
  | { mag: undefined; ontbreekt: (keyof SchakelFeiten & string)[] };

/**
 * `schakelen`: of het college de leerroute op deze dag nog mag wijzigen.
 *
 * Wi2021 art. 17 lid 2 en Besluit inburgering 2021 art. 5.4 lid 1–3
 * (https://wetten.overheid.nl/BWBR0045555/2026-04-02): bij meer of minder voortgang dan verwacht, tot
 * anderhalf jaar na de aanvang van de termijn. Van de onderwijsroute naar de B1-route altijd; later ook na
 * een opleiding die niet vrijstelt en na die anderhalf jaar eindigde (sinds 2023), en in een bijzonder
 * geval. De dag van de wijziging bepaalt de versie.
 */
export function schakelen(f: SchakelFeiten, herkomst: Herkomst = {}): Oordeel {
  const redenen = redenenTegen(f);
  const termijn = zelfdeRoute(f) ? undefined : beoordeelTermijn(f);
  if (termijn?.mag === false) redenen.push(teLaat(termijn.laatsteDag));
  const ontbreekt = (['vanLeerroute', 'naarLeerroute', 'voortgang'] as const)
    .filter((naam) => f[naam] === undefined)
    .map((naam): OntbrekendFeit => ontbrekendFeit(velden, naam));
  if (termijn?.mag === undefined && termijn) {
    ontbreekt.push(...termijn.ontbreekt.map((naam) => ontbrekendFeit(velden, naam)));
  }
  return oordeel({
    titel: TITEL,
    grondslag: LID1,
    redenen,
    ontbreekt,
    goed: `wisselen ${vanNaar(f)} mag`,
    feiten: () => aangehaaldeFeiten(velden, f, undefined, herkomst),
    stappen: () => [
      ...(termijn?.mag ? [termijn.waardoor] : []),
      { titel: 'Altijd met een wijziging van het PIP', grondslag: WIJZIGING },
    ],
    zouWijzigenAls: [
      'het PIP op een andere dag wordt gewijzigd',
      'de inburgeringstermijn op een andere dag begon',
      'het college een bijzonder geval aanneemt',
    ],
  });
}

const zelfdeRoute = (f: SchakelFeiten): boolean =>
  f.vanLeerroute !== undefined && f.vanLeerroute === f.naarLeerroute;

function vanNaar({ vanLeerroute: van, naarLeerroute: naar }: SchakelFeiten): string {
  return van && naar ? `van de ${ROUTENAAM[van]} naar de ${ROUTENAAM[naar]}` : '';
}

function redenenTegen(f: SchakelFeiten): Reden[] {
  const redenen: Reden[] = [];
  if (zelfdeRoute(f)) {
    const tekst = 'De leerroute blijft gelijk: er is niets te wisselen.';
    redenen.push(reden('zelfde-route', 'naarLeerroute', tekst, W17));
  }
  if (f.voortgang === 'zoals verwacht') {
    const tekst = 'De voortgang is zoals verwacht; dan is er geen grond om te wisselen.';
    redenen.push(reden('voortgang', 'voortgang', tekst, W17));
  }
  return redenen;
}

function teLaat(laatsteDag: Datum): Reden {
  const tekst = `Wisselen kon tot en met ${inWoorden(laatsteDag)} en er is geen uitzondering.`;
  return reden('te-laat', 'datumWijziging', tekst, LID1);
}

function reden(code: string, veld: keyof SchakelFeiten, tekst: string, g: Grondslag): Reden {
  return { code: `schakelen-${code}`, tekst, veld, grondslag: g };
}

function beoordeelTermijn(f: SchakelFeiten): Termijn {
  if (f.vanLeerroute === 'O' && f.naarLeerroute === 'B') {
    return mag('Van de onderwijsroute naar de B1-route', 'kan altijd', LID1_SLOT);
  }
  if (f.bijzonderGeval) {
    return mag('Bijzonder geval', 'het college mag afwijken van anderhalf jaar', LID3);
  }
  const { begindatumInburgeringstermijn: begin, datumWijziging: dag } = f;
  if (!begin || !dag) {
    const namen = ['begindatumInburgeringstermijn', 'datumWijziging'] as const;
    return { mag: undefined, ontbreekt: namen.filter((n) => f[n] === undefined) };
  }
  const laatsteDag = laatsteDagSchakelen(begin);
  if (dag <= laatsteDag) {
    return mag('Anderhalf jaar vanaf de aanvang', `tot en met ${inWoorden(laatsteDag)}`, LID1);
  }
  return naDeTermijn(f, dag, laatsteDag);
}

function naDeTermijn(f: SchakelFeiten, dag: Datum, laatsteDag: Datum): Termijn {
  const geldt = versieOp(NA_OPLEIDING, dag)?.waarde === true;
  const { nietVrijstellendeOpleiding: gevolgd, datumEindeNietVrijstellendeOpleiding: einde } = f;
  const telt = geldt && gevolgd !== false;
  if (telt && gevolgd && einde && einde > laatsteDag && einde <= dag) {
    return mag(
      'Na een opleiding die niet vrijstelt',
      `geëindigd op ${inWoorden(einde)}, na de anderhalf jaar tot en met ${inWoorden(laatsteDag)}`,
      LID2,
    );
  }
  const ontbreekt: (keyof SchakelFeiten & string)[] = [];
  if (telt && gevolgd === undefined) ontbreekt.push('nietVrijstellendeOpleiding');
  if (telt && !einde) ontbreekt.push('datumEindeNietVrijstellendeOpleiding');
  if (f.bijzonderGeval === undefined) ontbreekt.push('bijzonderGeval');
  return ontbreekt.length > 0 ? { mag: undefined, ontbreekt } : { mag: false, laatsteDag };
}

const mag = (titel: string, uitkomst: string, g: Grondslag): Termijn => ({
  mag: true,
  waardoor: { titel, uitkomst, grondslag: g },
});

export const schakelenRegel = maakRegel({
  id: 'schakelen',
  titel: 'Wisselen van leerroute',
  vraag: 'Mag het college de leerroute nog wijzigen?',
  beschrijving:
    'Gaat het leren sneller of langzamer dan het PIP verwachtte, dan kan het college een andere leerroute vaststellen. Dat kan tot anderhalf jaar na het begin van de inburgeringstermijn.\n\nDrie uitzonderingen: van de onderwijsroute naar de B1-route kan altijd; na een opleiding die niet vrijstelt en die pas na die anderhalf jaar is geëindigd (sinds 2023); en in een bijzonder geval, naar het oordeel van het college. Een wissel is altijd een wijziging van het PIP en verschuift het begin van de termijn niet.',
  rijen: ['E13'],
  artikelen: [W17, LID1, LID2, LID3, WIJZIGING],
  versieVolgt: 'De dag waarop het PIP wordt gewijzigd.',
  velden,
  voorbeelden: [
    {
      naam: 'Op de laatste dag naar de Z-route',
      invoer: {
        vanLeerroute: 'B',
        naarLeerroute: 'Z',
        voortgang: 'minder dan verwacht',
        begindatumInburgeringstermijn: '2024-03-16',
        datumWijziging: '2025-09-15',
      },
    },
    {
      naam: 'Een dag te laat',
      invoer: {
        vanLeerroute: 'B',
        naarLeerroute: 'Z',
        voortgang: 'minder dan verwacht',
        begindatumInburgeringstermijn: '2024-03-16',
        datumWijziging: '2025-09-16',
        nietVrijstellendeOpleiding: false,
        bijzonderGeval: false,
      },
    },
    {
      naam: 'Van de onderwijsroute naar de B1-route na tweeënhalf jaar',
      invoer: {
        vanLeerroute: 'O',
        naarLeerroute: 'B',
        voortgang: 'minder dan verwacht',
        begindatumInburgeringstermijn: '2024-03-16',
        datumWijziging: '2026-09-16',
      },
    },
    {
      naam: 'Te laat, en het oordeel over een bijzonder geval ontbreekt',
      invoer: {
        vanLeerroute: 'Z',
        naarLeerroute: 'B',
        voortgang: 'meer dan verwacht',
        begindatumInburgeringstermijn: '2024-03-16',
        datumWijziging: '2026-01-10',
        nietVrijstellendeOpleiding: false,
      },
    },
  ],
  vindplaats: {
    bestand: 'rules/leerroute/schakelen.ts',
    test: 'rules/leerroute/schakelen.test.ts',
    api: ['GET /v1/dossiers/{dossierId}/wissel'],
    schermen: ['features/wissel/scherm/WisselScreen.tsx'],
  },
  bepaal: schakelen,
});
