import type { OntbrekendFeit, Oordeel, Reden } from '../shared/antwoord.ts';
import { datum, plusJaren } from '../shared/datum.ts';
import { grondslag } from '../shared/grondslag.ts';
import { oordeel } from '../shared/oordeel.ts';
import { aangehaaldeFeiten, type Herkomst, maakRegel, ontbrekendFeit } from '../shared/regel.ts';
import { inWoorden } from '../shared/tekst.ts';
import { datumVeld, getalVeld, type Invoer, jaNeeVeld } from '../shared/velden.ts';

/** Zoveel procent van de lening moet op zijn: in het laatste jaar van de termijn, en op elk moment. */
const IN_HET_LAATSTE_JAAR = 75;
const ALTIJD = 95;

const velden = {
  inburgeringsplichtigOudeWet: jaNeeVeld('Inburgeringsplichtig onder de Wet inburgering van 2013'),
  percentageGeleend: getalVeld('Deel van de lening dat is gebruikt', {
    max: 100,
    eenheid: 'procent',
    gebroken: true,
  }),
  einddatumTermijn: datumVeld('Eerste dag na de inburgeringstermijn'),
  peildatum: datumVeld('Dag waarop wordt gekeken'),
};

export type ElipFeiten = Invoer<typeof velden>;

const TITEL = 'Begeleiding bij een bijna opgebruikte lening';
const GROND = grondslag('elip', 'besluit', 'art. 12.1a lid 4', {
  geldigVanaf: datum('2022-09-26'),
  zekerheid: 'afgeleid',
  toelichting: 'Dat dit de groep is die gemeenten ELIP noemen, is onze lezing.',
});

/**
 * `elip`: of het college iemand onder de oude wet begeleiding mag aanbieden omdat de lening bijna op is.
 *
 * Besluit inburgering 2021 art. 12.1a lid 4 (https://wetten.overheid.nl/BWBR0045555/2026-04-02): minstens
 * 95 procent gebruikt, of minstens 75 procent in het jaar vóór het einde van de termijn. Aanbieden mag; het
 * hoeft niet (beleid N24).
 */
export function elip(f: ElipFeiten, herkomst: Herkomst = {}): Oordeel {
  return oordeel({
    titel: TITEL,
    grondslag: GROND,
    redenen: redenen(f),
    ontbreekt: ontbreekt(f),
    goed: 'het college mag begeleiding aanbieden',
    feiten: () => aangehaaldeFeiten(velden, f, undefined, herkomst),
    stappen: () =>
      f.einddatumTermijn
        ? [
            {
              titel: 'Het laatste jaar begint op',
              uitkomst: inWoorden(laatsteJaar(f.einddatumTermijn)),
            },
          ]
        : [],
    zouWijzigenAls: ['meer van de lening wordt gebruikt', 'het laatste jaar van de termijn begint'],
  });
}

const laatsteJaar = (eind: NonNullable<ElipFeiten['einddatumTermijn']>) => plusJaren(eind, -1);

function inLaatsteJaar({
  einddatumTermijn: eind,
  peildatum: dag,
}: ElipFeiten): boolean | undefined {
  if (!eind || !dag) return undefined;
  return dag >= laatsteJaar(eind) && dag < eind;
}

function redenen(f: ElipFeiten): Reden[] {
  const uit: Reden[] = [];
  const zeg = (code: string, veld: string, tekst: string) =>
    uit.push({ code: `elip-${code}`, tekst, veld, grondslag: GROND });
  if (f.inburgeringsplichtigOudeWet === false) {
    zeg('wet', 'inburgeringsplichtigOudeWet', 'Dit geldt alleen voor wie onder de oude wet valt.');
  }
  const { percentageGeleend: deel } = f;
  if (deel === undefined || deel >= ALTIJD) return uit;
  if (deel < IN_HET_LAATSTE_JAAR) {
    const tekst = `Er is ${deel} procent gebruikt; het moet minstens ${IN_HET_LAATSTE_JAAR} procent zijn.`;
    zeg('lening', 'percentageGeleend', tekst);
  } else if (inLaatsteJaar(f) === false) {
    const tekst = `Minder dan ${ALTIJD} procent telt alleen in het laatste jaar van de termijn.`;
    zeg('jaar', 'peildatum', tekst);
  }
  return uit;
}

function ontbreekt(f: ElipFeiten): OntbrekendFeit[] {
  const nodig: (keyof ElipFeiten & string)[] = ['inburgeringsplichtigOudeWet', 'percentageGeleend'];
  const deel = f.percentageGeleend;
  if (deel !== undefined && deel >= IN_HET_LAATSTE_JAAR && deel < ALTIJD) {
    nodig.push('einddatumTermijn', 'peildatum');
  }
  return nodig.filter((n) => f[n] === undefined).map((n) => ontbrekendFeit(velden, n));
}

export const elipRegel = maakRegel({
  id: 'elip',
  titel: 'Begeleiding bij een bijna opgebruikte lening',
  vraag: 'Mag de gemeente iemand onder de oude wet nog begeleiden omdat de lening bijna op is?',
  beschrijving:
    'Voor wie onder de wet van 2013 valt, regelt DUO de inburgering. Is de lening bijna op, dan mag de gemeente toch begeleiding aanbieden: als minstens 95 procent is gebruikt, of minstens 75 procent in het laatste jaar van de termijn. Het is een keuze van de gemeente.',
  rijen: ['A19'],
  artikelen: [GROND],
  versieVolgt: 'De dag waarop wordt gekeken; de bepaling geldt sinds 26 september 2022.',
  velden,
  voorbeelden: [
    {
      naam: 'Bijna alles gebruikt',
      invoer: { inburgeringsplichtigOudeWet: true, percentageGeleend: 95 },
    },
    {
      naam: 'Driekwart, in het laatste jaar',
      invoer: {
        inburgeringsplichtigOudeWet: true,
        percentageGeleend: 75,
        einddatumTermijn: '2027-03-16',
        peildatum: '2026-03-16',
      },
    },
    {
      naam: 'Driekwart, een dag te vroeg',
      invoer: {
        inburgeringsplichtigOudeWet: true,
        percentageGeleend: 75,
        einddatumTermijn: '2027-03-16',
        peildatum: '2026-03-15',
      },
    },
    {
      naam: 'De dag is niet bekend',
      invoer: { inburgeringsplichtigOudeWet: true, percentageGeleend: 80 },
    },
  ],
  vindplaats: { bestand: 'rules/wi2013/elip.ts', test: 'rules/wi2013/wi2013.test.ts' },
  bepaal: elip,
});
