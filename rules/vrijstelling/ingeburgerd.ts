import type { OntbrekendFeit, Oordeel, Reden, Uitleg } from '../shared/antwoord.ts';
import { type Datum, plusJaren } from '../shared/datum.ts';
import { grondslag } from '../shared/grondslag.ts';
import { oordeel } from '../shared/oordeel.ts';
import { aangehaaldeFeiten, type Herkomst, maakRegel, ontbrekendFeit } from '../shared/regel.ts';
import { inEuro, inWoorden } from '../shared/tekst.ts';
import { datumVeld, type Invoer, jaNeeVeld, lijstVeld } from '../shared/velden.ts';
import { bekendePerioden, gebrekIn, jarenVol, PERIODE_VELDEN, somUitleg } from './jaren.ts';

/** Besluit inburgering 2021 art. 2.3: zoveel jaar onafgebroken ingezetene, en zoveel jaar gewerkt. */
const JAREN_INGEZETENE = 10;
const JAREN_WERK = 5;
/** Regeling inburgering 2021 art. 2.3: kosten van de aanvraag, in eurocenten. */
const KOSTEN = 90_00;

const velden = {
  datumAanvraag: datumVeld('Dag van de aanvraag'),
  ingezeteneSinds: datumVeld('Onafgebroken ingeschreven in de BRP sinds'),
  werkperioden: lijstVeld(
    'Perioden met betaald werk of vrijwilligerswerk',
    PERIODE_VELDEN,
    'Geen enkele: een lege lijst.',
  ),
  gesprekOpB1: jaNeeVeld('Spreken en luisteren in het gesprek op B1 of hoger'),
};

export type IngeburgerdFeiten = Invoer<typeof velden>;
type Naam = keyof IngeburgerdFeiten & string;

const TITEL = 'Aantoonbaar voldoende ingeburgerd';
const WET = grondslag('aantoonbaar-ingeburgerd', 'wet', 'art. 4 lid 1 onder e');
const EISEN = grondslag('aantoonbaar-ingeburgerd', 'besluit', 'art. 2.3');
const GELD = grondslag('aantoonbaar-ingeburgerd', 'regeling', 'art. 2.3');
const SOM = grondslag('aantoonbaar-ingeburgerd', 'besluit', 'art. 2.3', {
  zekerheid: 'afgeleid',
  toelichting: 'Perioden met een gat ertussen tellen wij in dagen op, tot de dag van de aanvraag.',
});

/**
 * `aantoonbaar-ingeburgerd`: of iemand aan de eisen voldoet om als voldoende ingeburgerd te worden
 * vrijgesteld.
 *
 * Wi2021 art. 4 lid 1 onder e (https://wetten.overheid.nl/BWBR0044770/2025-10-21), Besluit inburgering 2021
 * art. 2.3 (https://wetten.overheid.nl/BWBR0045555/2026-04-02) en Regeling inburgering 2021 art. 2.3
 * (https://wetten.overheid.nl/BWBR0045574/2026-04-18): tien jaar onafgebroken ingezetene, vijf jaar werk en
 * een gesprek op B1. Gerekend tot de dag van de aanvraag ('afgeleid'). DUO beslist.
 */
export function aantoonbaarIngeburgerd(f: IngeburgerdFeiten, herkomst: Herkomst = {}): Oordeel {
  const werk = werkVan(f);
  return oordeel({
    titel: TITEL,
    grondslag: WET,
    redenen: redenen(f, werk),
    ontbreekt: watOntbreekt(f, werk),
    goed: 'aan de eisen is voldaan',
    feiten: () => aangehaaldeFeiten(velden, f, undefined, herkomst),
    stappen: () => stappen(f, werk),
    zouWijzigenAls: ['de aanvraag later wordt gedaan', 'er nog een werkperiode bij komt'],
  });
}

type Werk = ReturnType<typeof werkVan>;

function werkVan(f: IngeburgerdFeiten) {
  const { perioden, gebrekkig } = bekendePerioden(f.werkperioden ?? [], f.datumAanvraag);
  return { perioden, gebrekkig, som: jarenVol(perioden, JAREN_WERK) };
}

const tienJaar = (sinds: Datum): Datum => plusJaren(sinds, JAREN_INGEZETENE);

/** Of het werk zeker te kort is: elke periode is bekend en er is een dag tot waar. */
const werkBekend = (f: IngeburgerdFeiten, werk: Werk): boolean =>
  f.werkperioden !== undefined && f.datumAanvraag !== undefined && !werk.gebrekkig;

function redenen(f: IngeburgerdFeiten, werk: Werk): Reden[] {
  const uit: Reden[] = [];
  const zeg = (code: string, veld: Naam, tekst: string) =>
    uit.push({ code: `ingeburgerd-${code}`, tekst, veld, grondslag: EISEN });
  const { datumAanvraag: dag, ingezeteneSinds: sinds } = f;
  if (dag && sinds && dag < tienJaar(sinds)) {
    const tekst = `Nog geen tien jaar onafgebroken ingezetene; dat is zo op ${inWoorden(tienJaar(sinds))}.`;
    zeg('ingezetene', 'ingezeteneSinds', tekst);
  }
  if (werkBekend(f, werk) && !werk.som.genoeg) {
    zeg('werk', 'werkperioden', `Minder dan vijf jaar gewerkt: ${werk.som.dagen} dagen.`);
  }
  if (f.gesprekOpB1 === false) {
    zeg('gesprek', 'gesprekOpB1', 'Het gesprek was niet op niveau B1.');
  }
  return uit;
}

function watOntbreekt(f: IngeburgerdFeiten, werk: Werk): OntbrekendFeit[] {
  const namen: Naam[] = ['datumAanvraag', 'ingezeteneSinds', 'werkperioden', 'gesprekOpB1'];
  const mist = namen.filter((n) => f[n] === undefined).map((n) => ontbrekendFeit(velden, n));
  const onzeker = f.werkperioden && f.datumAanvraag && werk.gebrekkig && !werk.som.genoeg;
  return onzeker ? [...mist, gebrekIn('werkperioden', velden.werkperioden.naam)] : mist;
}

function stappen(f: IngeburgerdFeiten, werk: Werk): Uitleg[] {
  const sinds = f.ingezeteneSinds;
  return [
    ...(sinds
      ? [
          {
            titel: 'Tien jaar onafgebroken ingezetene',
            uitkomst: inWoorden(tienJaar(sinds)),
            grondslag: EISEN,
          },
        ]
      : []),
    ...somUitleg(werk.perioden, werk.som, 'vijf jaar werk').map((s) => ({ ...s, grondslag: SOM })),
    { titel: 'Kosten van de aanvraag', uitkomst: inEuro(KOSTEN), grondslag: GELD },
  ];
}

export const aantoonbaarIngeburgerdRegel = maakRegel({
  id: 'aantoonbaar-ingeburgerd',
  titel: 'Vrijgesteld omdat iemand al is ingeburgerd',
  vraag: 'Voldoet deze persoon aan de eisen om als ingeburgerd te worden vrijgesteld?',
  beschrijving:
    'Wie al lang meedoet kan DUO om vrijstelling vragen. Drie dingen zijn nodig: ten minste tien jaar onafgebroken als ingezetene in de BRP, ten minste vijf jaar betaald werk of vrijwilligerswerk, en een gesprek waarin spreken en luisteren op niveau B1 zijn.\n\nDe aanvraag kost € 90. DUO beslist binnen acht weken.',
  rijen: ['J4', 'A9'],
  artikelen: [WET, EISEN, SOM, GELD],
  versieVolgt: 'De dag van de aanvraag; de eisen zijn sinds 2022 gelijk gebleven.',
  velden,
  voorbeelden: [
    {
      naam: 'Aan alles voldaan',
      invoer: {
        datumAanvraag: '2026-05-01',
        ingezeteneSinds: '2016-05-01',
        werkperioden: [{ begin: '2019-01-01', eind: '2024-01-01' }],
        gesprekOpB1: true,
      },
    },
    {
      naam: 'Een dag te vroeg gevraagd, en te kort gewerkt',
      invoer: {
        datumAanvraag: '2026-04-30',
        ingezeteneSinds: '2016-05-01',
        werkperioden: [{ begin: '2022-01-01' }],
        gesprekOpB1: true,
      },
    },
    { naam: 'Het gesprek is nog niet geweest', invoer: { datumAanvraag: '2026-05-01' } },
  ],
  vindplaats: {
    bestand: 'rules/vrijstelling/ingeburgerd.ts',
    test: 'rules/vrijstelling/ingeburgerd.test.ts',
  },
  bepaal: aantoonbaarIngeburgerd,
});
