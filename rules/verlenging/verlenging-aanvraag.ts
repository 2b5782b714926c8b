import type { Berekening, Oordeel, Uitleg } from '../shared/antwoord.ts';
import { type Datum, plusMaanden } from '../shared/datum.ts';
import { grondslag } from '../shared/grondslag.ts';
import { aangehaaldeFeiten, type Herkomst, maakRegel, onbekend, vereis } from '../shared/regel.ts';
import { inWoorden } from '../shared/tekst.ts';
import { doorrolUitleg, eindeVanTermijn } from '../shared/termijnenwet.ts';
import { datumVeld, type Invoer, keuzeVeld, lijstVeld } from '../shared/velden.ts';

/** Besluit inburgering 2021 art. 4.5 lid 1 en 2: niet eerder dan zoveel maanden voor het einde. */
const AANVRAAG_MAANDEN = 6;
/** Besluit inburgering 2021 art. 4.5 lid 1: zo snel beslist DUO. */
const BESLISTERMIJN = { aantal: 8, eenheid: 'week' } as const;

const WIJZEN = ['aanvraag', 'ambtshalve voor één persoon', 'ambtshalve voor een groep'] as const;

const velden = {
  laatsteDag: datumVeld(
    'Laatste dag van de termijn, tot en met',
    'De termijn die nu geldt: de eerste, een verlengde of een nieuwe.',
  ),
  wijze: keuzeVeld('Hoe de verlenging begint', WIJZEN),
  datum: datumVeld('Dag van de aanvraag, of van het besluit uit zichzelf'),
};

export type VerlengingAanvraagFeiten = Invoer<typeof velden>;

const TITEL = 'Verlenging op deze dag';
const GROND = grondslag('verlenging-aanvraag', 'besluit', 'art. 4.5');
const NIET_GEREGELD = grondslag('verlenging-aanvraag', 'besluit', 'art. 4.5', {
  zekerheid: 'ontwerp',
  toelichting:
    'Over een aanvraag na het einde van de termijn zegt het Besluit niets. DUO beslist of zij nog kan.',
});

/** De eerste dag waarop verlenging van een termijn met deze laatste dag kan worden gevraagd. */
export function eersteAanvraagdag(laatsteDag: Datum): Datum {
  return plusMaanden(laatsteDag, -AANVRAAG_MAANDEN);
}

/**
 * `verlenging-aanvraag`: of op deze dag verlenging kan worden gevraagd, of uit zichzelf gegeven.
 *
 * Besluit inburgering 2021 art. 4.5 (https://wetten.overheid.nl/BWBR0045555/2026-04-02): een aanvraag niet
 * eerder dan zes maanden voor het einde van de termijn (lid 1), een besluit uit zichzelf voor één persoon
 * ook niet (lid 2); voor een groep geldt die grens niet (lid 3).
 */
export function verlengingAanvraag(f: VerlengingAanvraagFeiten, herkomst: Herkomst = {}): Oordeel {
  const feiten = () => aangehaaldeFeiten(velden, f, undefined, herkomst);
  if (f.wijze === 'ambtshalve voor een groep') {
    return {
      uitkomst: 'voldoet',
      uitleg: () => ({
        titel: TITEL,
        uitkomst: 'kan: voor een groep is er geen vroegste dag',
        grondslag: GROND,
        feiten: feiten(),
      }),
    };
  }
  const nodig = vereis(velden, f, ['laatsteDag', 'wijze', 'datum']);
  if ('ontbreekt' in nodig) return onbekend(TITEL, nodig.ontbreekt, GROND);
  const { laatsteDag, datum: dag } = nodig.f;
  const vroegst = eersteAanvraagdag(laatsteDag);
  const uitleg = (uitkomst: string): (() => Uitleg) => {
    return () => ({
      titel: TITEL,
      uitkomst,
      grondslag: dag > laatsteDag ? NIET_GEREGELD : GROND,
      feiten: feiten(),
      stappen: [
        {
          titel: 'Zes maanden voor het einde van de termijn',
          uitkomst: `${inWoorden(laatsteDag)} - 6 maanden = ${inWoorden(vroegst)}`,
        },
        ...(dag > laatsteDag
          ? [{ titel: 'De termijn is al voorbij', uitkomst: 'DUO beslist of verlengen nog kan' }]
          : []),
      ],
      zouWijzigenAls: ['DUO een andere laatste dag vaststelt'],
    });
  };
  if (dag >= vroegst) return { uitkomst: 'voldoet', uitleg: uitleg('kan') };
  const tekst = `Te vroeg: verlengen kan vanaf ${inWoorden(vroegst)}.`;
  return {
    uitkomst: 'voldoet-niet',
    redenen: [{ code: 'verlenging-te-vroeg', tekst, veld: 'datum', grondslag: GROND }],
    uitleg: uitleg(`te vroeg, kan vanaf ${inWoorden(vroegst)}`),
  };
}

export const verlengingAanvraagRegel = maakRegel({
  id: 'verlenging-aanvraag',
  titel: 'Verlenging vragen: vanaf wanneer',
  vraag: 'Kan iemand nu verlenging van de inburgeringstermijn vragen?',
  beschrijving:
    'Verlenging vraagt de inburgeraar bij DUO, op zijn vroegst zes maanden voor de laatste dag van de termijn. Bij de eerste termijn is dat na tweeënhalf jaar. DUO kan ook uit zichzelf verlengen: voor één persoon vanaf dezelfde dag, voor een hele groep altijd.',
  rijen: ['B9', 'B21'],
  artikelen: [GROND, NIET_GEREGELD],
  versieVolgt: 'De regeling is sinds 2022 gelijk gebleven.',
  velden,
  voorbeelden: [
    {
      naam: 'Zeven maanden voor het einde: te vroeg',
      invoer: { laatsteDag: '2027-03-15', wijze: 'aanvraag', datum: '2026-08-15' },
    },
    {
      naam: 'Op de eerste dag die kan',
      invoer: { laatsteDag: '2027-03-15', wijze: 'aanvraag', datum: '2026-09-15' },
    },
    { naam: 'Voor een hele groep', invoer: { wijze: 'ambtshalve voor een groep' } },
    { naam: 'De laatste dag is niet bekend', invoer: { wijze: 'aanvraag', datum: '2026-08-15' } },
  ],
  vindplaats: {
    bestand: 'rules/verlenging/verlenging-aanvraag.ts',
    test: 'rules/verlenging/verlenging-aanvraag.test.ts',
  },
  bepaal: verlengingAanvraag,
});

const beslisVelden = {
  datumAanvraag: datumVeld('Dag waarop DUO de aanvraag ontving'),
  extraVrijeDagen: lijstVeld(
    'Dagen die de regering met een feestdag gelijkstelt',
    { datum: datumVeld('Dag') },
    'Leeg of niet ingevuld: geen.',
  ),
};

export type VerlengingBeslisFeiten = Invoer<typeof beslisVelden>;

const BESLIS_TITEL = 'Laatste dag waarop DUO over de verlenging beslist';
const BESLIS_GROND = grondslag('verlenging-beslistermijn', 'besluit', 'art. 4.5 lid 1');

/**
 * `verlenging-beslistermijn`: wanneer DUO uiterlijk op een aanvraag om verlenging beslist.
 *
 * Besluit inburgering 2021 art. 4.5 lid 1 (https://wetten.overheid.nl/BWBR0045555/2026-04-02): binnen acht
 * weken na ontvangst; met de Algemene termijnenwet.
 */
export function verlengingBeslistermijn(
  f: VerlengingBeslisFeiten,
  herkomst: Herkomst = {},
): Berekening<{ laatsteDag: Datum }> {
  const nodig = vereis(beslisVelden, f, ['datumAanvraag']);
  if ('ontbreekt' in nodig) return onbekend(BESLIS_TITEL, nodig.ontbreekt, BESLIS_GROND);
  const extra = (f.extraVrijeDagen ?? []).flatMap((d) => (d.datum ? [d.datum] : []));
  const na = nodig.f.datumAanvraag;
  const rol = eindeVanTermijn(na, BESLISTERMIJN, extra);
  return {
    uitkomst: 'bepaald',
    waarde: { laatsteDag: rol.laatsteDag },
    uitleg: () => ({
      titel: BESLIS_TITEL,
      uitkomst: inWoorden(rol.laatsteDag),
      grondslag: BESLIS_GROND,
      feiten: aangehaaldeFeiten(beslisVelden, f, undefined, herkomst),
      stappen: [
        {
          titel: 'Acht weken na ontvangst',
          uitkomst: `${inWoorden(na)} + 56 dagen = ${inWoorden(rol.kaal)}`,
        },
        ...doorrolUitleg(rol),
      ],
      zouWijzigenAls: ['DUO de aanvraag op een andere dag ontving'],
    }),
  };
}

export const verlengingBeslistermijnRegel = maakRegel({
  id: 'verlenging-beslistermijn',
  titel: 'Beslissing van DUO over verlenging',
  vraag: 'Wanneer moet DUO uiterlijk op een aanvraag om verlenging beslissen?',
  beschrijving:
    'DUO beslist binnen acht weken nadat de aanvraag binnen is. Valt de laatste dag in een weekend of op een feestdag, dan is het de eerste werkdag erna.',
  rijen: ['B9'],
  artikelen: [BESLIS_GROND],
  versieVolgt: 'De regeling is sinds 2022 gelijk gebleven.',
  velden: beslisVelden,
  waarde: { laatsteDag: datumVeld('Laatste dag, tot en met') },
  voorbeelden: [
    { naam: 'Aanvraag op 15 september 2026', invoer: { datumAanvraag: '2026-09-15' } },
    { naam: 'Acht weken later is Koningsdag', invoer: { datumAanvraag: '2026-03-02' } },
    { naam: 'Nog geen aanvraag', invoer: {} },
  ],
  vindplaats: {
    bestand: 'rules/verlenging/verlenging-aanvraag.ts',
    test: 'rules/verlenging/verlenging-aanvraag.test.ts',
  },
  bepaal: verlengingBeslistermijn,
});
