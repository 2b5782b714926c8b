import type { Berekening, Uitleg } from '../shared/antwoord.ts';
import { type Datum, dagenTussen, eerste, laatste, plusDagen } from '../shared/datum.ts';
import { grondslag } from '../shared/grondslag.ts';
import { aangehaaldeFeiten, type Herkomst, maakRegel, onbekend, vereis } from '../shared/regel.ts';
import { inWoorden } from '../shared/tekst.ts';
import { doorrolUitleg, eindeVanTermijn, rolDoor } from '../shared/termijnenwet.ts';
import { datumVeld, type Invoer, jaNeeVeld } from '../shared/velden.ts';
import { isOpTijd } from './bezwaartermijn.ts';

const ID = 'bezwaar-procedure';
const TITEL = 'Een bezwaar behandelen';

/**
 * Awb 7:10 lid 1: zes weken, of twaalf als een adviescommissie hoort. Elk deel van de termijn is hoogstens twaalf
 * weken, dus de Algemene termijnenwet geldt (art. 4), ook als verdagen het geheel langer maakt.
 */
const BESLISSEN = { zonder: 6, met: 12 } as const;
/** Awb 7:10 lid 3: één keer, hoogstens zes weken. */
const VERDAGEN_WEKEN = 6;
/** Awb 6:7: ook voor beroep zes weken. */
const BEROEP = { aantal: 6, eenheid: 'week' } as const;

const NIET_GELEZEN = {
  zekerheid: 'onbevestigd',
  toelichting: 'De tekst van de Awb is hiervoor niet nagelezen.',
} as const;
const OP_TIJD = grondslag(ID, 'awb', 'art. 6:9', NIET_GELEZEN);
const TE_VROEG = grondslag(ID, 'awb', 'art. 6:10', NIET_GELEZEN);
const BESLISTERMIJN = grondslag(ID, 'awb', 'art. 7:10', NIET_GELEZEN);
const BEROEPSTERMIJN = grondslag(ID, 'awb', 'art. 6:7 en 6:8', NIET_GELEZEN);

const velden = {
  laatsteDagBezwaar: datumVeld('Laatste dag om bezwaar te maken'),
  bekendgemaaktOp: datumVeld('Dag waarop het besluit is bekendgemaakt'),
  ontvangenOp: datumVeld('Dag waarop het bezwaar binnenkwam'),
  gepostOp: datumVeld('Dag van het poststempel', 'Alleen als het met de post kwam.'),
  commissie: jaNeeVeld('Een adviescommissie hoort en adviseert'),
  verdaagd: jaNeeVeld('De beslissing is verdaagd'),
  aanvullenGevraagdOp: datumVeld('Dag waarop om aanvulling is gevraagd'),
  hersteltermijn: datumVeld('Laatste dag om aan te vullen', 'De termijn die daarvoor is gegeven.'),
  aangevuldOp: datumVeld('Dag waarop het is aangevuld', 'Leeg als dat niet is gebeurd.'),
  beslissingBekend: datumVeld('Dag waarop de beslissing op bezwaar is bekendgemaakt'),
};

export type BezwaarProcedureFeiten = Invoer<typeof velden>;

/** Elke dag is de laatste waarop het nog kan, tot en met. */
export type BezwaarProcedure = {
  opTijd: boolean;
  /** Ingediend vóór het begin van de termijn; het telt toch mee (Awb 6:10). */
  teVroeg: boolean;
  beslissenUiterlijk: Datum;
  beroepTotEnMet?: Datum;
};

/**
 * Dagen dat de beslistermijn stilstond.
 *
 * Algemene wet bestuursrecht art. 6:6 en 7:10 lid 2 (https://wetten.overheid.nl/BWBR0005537/2022-01-01), niet
 * nagelezen: vanaf de dag na de vraag om aan te vullen, tot de dag waarop het is aangevuld of de gegeven termijn
 * ongebruikt verstrijkt. Gekozen uitleg, die de gemeente nooit te laat doet beslissen: de laatste dag van die termijn
 * telt zelf niet mee; alleen wat in de beslistermijn valt telt; en een vraag zonder gegeven termijn schort alleen op
 * als er is aangevuld.
 * @param beslis eerste en laatste dag van de beslistermijn zonder opschorting.
 */
function opgeschortDagen(
  { aanvullenGevraagdOp, hersteltermijn, aangevuldOp }: BezwaarProcedureFeiten,
  beslis: { begin: Datum; laatsteDag: Datum },
): number {
  const tot =
    hersteltermijn && aangevuldOp
      ? eerste(hersteltermijn, aangevuldOp)
      : (aangevuldOp ?? hersteltermijn);
  if (!aanvullenGevraagdOp || !tot) return 0;
  const van = laatste(plusDagen(aanvullenGevraagdOp, 1), beslis.begin);
  return van > beslis.laatsteDag ? 0 : Math.max(0, dagenTussen(van, tot));
}

const erbij = (dagen: number): string =>
  dagen === 0
    ? ''
    : `, met ${dagen} ${dagen === 1 ? 'dag' : 'dagen'} erbij omdat het niet compleet was`;

/**
 * `bezwaar-procedure`: of een bezwaar op tijd is, wanneer erop moet zijn beslist en tot wanneer daarna beroep kan.
 *
 * Algemene wet bestuursrecht art. 6:7, 6:8, 6:9, 6:10 en 7:10 (https://wetten.overheid.nl/BWBR0005537/2022-01-01), niet
 * nagelezen. De beslistermijn begint de dag na de laatste dag om bezwaar te maken, ook als het bezwaar eerder kwam.
 * Vóór de bekendmaking ingediend is niet te vroeg: het besluit bestond al (art. 6:10 lid 1 onder a). Of het er toen was,
 * ziet wie het vastlegt aan de dagtekening.
 * Wie pas na de beslistermijn bezwaar maakt, verschuift die niet: de wet rekent vanaf het eind van de bezwaartermijn en
 * niet vanaf de ontvangst (art. 7:10 lid 1). De dag ligt dan vóór de ontvangst; de uitleg zegt dat in woorden.
 * Te laat is nog geen einde: wie er niets aan kon doen, wordt toch gehoord (art. 6:11); dat weegt een mens.
 */
export function bezwaarProcedure(
  f: BezwaarProcedureFeiten,
  extraVrijeDagen: readonly Datum[] = [],
  herkomst: Herkomst = {},
): Berekening<BezwaarProcedure> {
  const nodig = vereis(velden, f, ['laatsteDagBezwaar', 'ontvangenOp']);
  if ('ontbreekt' in nodig) return onbekend(TITEL, nodig.ontbreekt, BESLISTERMIJN);
  const { laatsteDagBezwaar, ontvangenOp } = nodig.f;
  const opTijd = isOpTijd(laatsteDagBezwaar, ontvangenOp, f.gepostOp);
  // De termijn begint de dag na de bekendmaking (art. 6:8), dus die dag zelf is er nog vóór.
  const teVroeg = f.bekendgemaaktOp !== undefined && ontvangenOp <= f.bekendgemaaktOp;
  const weken =
    (f.commissie ? BESLISSEN.met : BESLISSEN.zonder) + (f.verdaagd ? VERDAGEN_WEKEN : 0);
  const zonder = plusDagen(laatsteDagBezwaar, weken * 7);
  const opgeschort = opgeschortDagen(f, {
    begin: plusDagen(laatsteDagBezwaar, 1),
    laatsteDag: rolDoor(zonder, extraVrijeDagen).laatsteDag,
  });
  const kaal = plusDagen(zonder, opgeschort);
  const beslissen = rolDoor(kaal, extraVrijeDagen);
  const voorbij = beslissen.laatsteDag < ontvangenOp;
  const beroep = f.beslissingBekend && eindeVanTermijn(f.beslissingBekend, BEROEP, extraVrijeDagen);
  return {
    uitkomst: 'bepaald',
    waarde: {
      opTijd,
      teVroeg,
      beslissenUiterlijk: beslissen.laatsteDag,
      ...(beroep ? { beroepTotEnMet: beroep.laatsteDag } : {}),
    },
    uitleg: () => ({
      titel: TITEL,
      uitkomst: voorbij
        ? `de tijd om te beslissen was op ${inWoorden(beslissen.laatsteDag)} al voorbij, vóór het bezwaar binnenkwam`
        : `beslissen uiterlijk op ${inWoorden(beslissen.laatsteDag)}`,
      grondslag: BESLISTERMIJN,
      feiten: aangehaaldeFeiten(velden, f, undefined, herkomst),
      stappen: [
        teVroeg ? VROEG_UITLEG : tijdigUitleg(opTijd),
        {
          titel: `${weken} weken vanaf de dag na de laatste dag om bezwaar te maken${erbij(opgeschort)}`,
          uitkomst: inWoorden(kaal),
          grondslag: BESLISTERMIJN,
        },
        ...doorrolUitleg(beslissen),
        ...(voorbij ? [VOORBIJ_UITLEG] : []),
        ...(beroep
          ? [
              {
                titel: 'Beroep bij de rechtbank kan zes weken',
                uitkomst: `tot en met ${inWoorden(beroep.laatsteDag)}`,
                grondslag: BEROEPSTERMIJN,
              },
            ]
          : []),
      ],
      zouWijzigenAls: [
        'een adviescommissie hoort, of juist niet',
        'de beslissing wordt verdaagd (één keer, hoogstens zes weken)',
        'om aanvulling wordt gevraagd, of eerder is aangevuld',
      ],
    }),
  };
}

const VROEG_UITLEG: Uitleg = {
  titel: 'Het bezwaar kwam vóór het begin van de termijn; het telt mee, want het besluit was er al',
  uitkomst: 'op tijd',
  grondslag: TE_VROEG,
};

const VOORBIJ_UITLEG: Uitleg = {
  titel:
    'De beslistermijn telt vanaf het eind van de bezwaartermijn, ook als het bezwaar later kwam',
  uitkomst: 'al voorbij bij ontvangst: beslis zo snel als het kan',
  grondslag: BESLISTERMIJN,
};

const tijdigUitleg = (opTijd: boolean): Uitleg => ({
  titel: opTijd
    ? 'Het bezwaar is op tijd'
    : 'Het bezwaar is te laat: vraag eerst waarom, want soms telt het toch mee (art. 6:11)',
  uitkomst: opTijd ? 'op tijd' : 'te laat',
  grondslag: OP_TIJD,
});

export const bezwaarProcedureRegel = maakRegel({
  id: ID,
  titel: TITEL,
  vraag: 'Is dit bezwaar op tijd, en wanneer moet erop zijn beslist?',
  beschrijving:
    'Een bezwaar is op tijd als het binnen de zes weken binnenkomt, of als het op tijd is gepost en binnen een week daarna binnenkomt. Wie bezwaar maakt vóór het besluit bekend is gemaakt is niet te vroeg, als het besluit er al was. Wie te laat is maar daar niets aan kon doen, wordt toch gehoord; dat oordeel is van een mens.\n\nBeslissen moet binnen zes weken, of twaalf als een adviescommissie hoort, gerekend vanaf de dag na de laatste dag om bezwaar te maken. Het kan één keer hoogstens zes weken later. De termijn staat stil van de dag na de vraag om aan te vullen tot het is aangevuld, en nooit langer dan de termijn die daarvoor is gegeven; dagen vóór het begin van de beslistermijn tellen niet.\n\nEen vernietigd of ingetrokken PIP verandert het begin van de inburgeringstermijn niet.',
  rijen: ['D14'],
  artikelen: [OP_TIJD, TE_VROEG, BESLISTERMIJN, BEROEPSTERMIJN],
  versieVolgt: 'De regels zijn sinds 2022 gelijk gebleven.',
  velden,
  waarde: {
    opTijd: jaNeeVeld('Op tijd'),
    teVroeg: jaNeeVeld('Vóór het begin van de termijn'),
    beslissenUiterlijk: datumVeld('Laatste dag om te beslissen'),
    beroepTotEnMet: datumVeld('Laatste dag voor beroep'),
  },
  voorbeelden: [
    {
      naam: 'Op tijd, zonder commissie',
      invoer: { laatsteDagBezwaar: '2026-10-13', ontvangenOp: '2026-09-20' },
    },
    {
      naam: 'Vóór de bekendmaking',
      invoer: {
        laatsteDagBezwaar: '2026-10-13',
        bekendgemaaktOp: '2026-09-01',
        ontvangenOp: '2026-08-30',
      },
    },
    {
      naam: 'Een dag te laat binnen, wel op tijd gepost',
      invoer: {
        laatsteDagBezwaar: '2026-10-13',
        ontvangenOp: '2026-10-14',
        gepostOp: '2026-10-13',
      },
    },
    {
      naam: 'Met commissie, verdaagd en een tijd niet compleet',
      invoer: {
        laatsteDagBezwaar: '2026-10-13',
        ontvangenOp: '2026-10-01',
        commissie: true,
        verdaagd: true,
        aanvullenGevraagdOp: '2026-10-20',
        hersteltermijn: '2026-10-31',
      },
    },
    { naam: 'Nog niets bekend', invoer: {} },
  ],
  vindplaats: {
    bestand: 'rules/bezwaar/bezwaar-procedure.ts',
    test: 'rules/bezwaar/bezwaar-procedure.test.ts',
  },
  bepaal: (invoer) => bezwaarProcedure(invoer),
});
