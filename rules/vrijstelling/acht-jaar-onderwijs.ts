import type { OntbrekendFeit, Oordeel } from '../shared/antwoord.ts';
import { plusDagen } from '../shared/datum.ts';
import { grondslag } from '../shared/grondslag.ts';
import { oordeel } from '../shared/oordeel.ts';
import { aangehaaldeFeiten, type Herkomst, maakRegel, ontbrekendFeit } from '../shared/regel.ts';
import { datumVeld, type Invoer, lijstVeld } from '../shared/velden.ts';
import { bekendePerioden, gebrekIn, jarenVol, PERIODE_VELDEN, somUitleg } from './jaren.ts';

/** Wi2021 art. 4 lid 1 onder a: zoveel jaar leer- of kwalificatieplichtig in Nederland. */
const JAREN = 8;

export const onderwijsVelden = {
  onderwijsperioden: lijstVeld(
    'Perioden leer- of kwalificatieplichtig én ingezetene',
    PERIODE_VELDEN,
    'Zoals het blijkt uit de BRP. Geen enkele: een lege lijst.',
  ),
  peildatum: datumVeld(
    'Dag waarop wordt gekeken',
    'Die dag telt mee in een periode die nog duurt.',
  ),
};

export type OnderwijsFeiten = Invoer<typeof onderwijsVelden>;

const TITEL = 'Acht jaar onderwijs in Nederland';
const WET = grondslag('acht-jaar-onderwijs', 'wet', 'art. 4 lid 1 onder a');
const SOM = grondslag('acht-jaar-onderwijs', 'besluit', 'art. 2.6', {
  zekerheid: 'afgeleid',
  toelichting: 'Hoe perioden met een gat ertussen optellen staat er niet; wij tellen hun dagen op.',
});

/**
 * `acht-jaar-onderwijs`: of iemand ten minste acht jaar leer- of kwalificatieplichtig was in Nederland.
 *
 * Wi2021 art. 4 lid 1 onder a (https://wetten.overheid.nl/BWBR0044770/2025-10-21) en Besluit inburgering
 * 2021 art. 2.6 (https://wetten.overheid.nl/BWBR0045555/2026-04-02). Perioden die elkaar overlappen tellen
 * één keer.
 */
export function achtJaarOnderwijs(f: OnderwijsFeiten, herkomst: Herkomst = {}): Oordeel {
  const tot = f.peildatum && plusDagen(f.peildatum, 1);
  const { perioden, gebrekkig } = bekendePerioden(f.onderwijsperioden ?? [], tot);
  const som = jarenVol(perioden, JAREN);
  const ontbreekt = som.genoeg ? [] : watOntbreekt(f, gebrekkig);
  const tekst = `Minder dan acht jaar: ${som.dagen} dagen.`;
  return oordeel({
    titel: TITEL,
    grondslag: WET,
    redenen:
      som.genoeg || ontbreekt.length > 0
        ? []
        : [{ code: 'acht-jaar-te-kort', tekst, veld: 'onderwijsperioden', grondslag: WET }],
    ontbreekt,
    goed: 'ten minste acht jaar leer- of kwalificatieplichtig',
    feiten: () => aangehaaldeFeiten(onderwijsVelden, f, undefined, herkomst),
    stappen: () =>
      somUitleg(perioden, som, 'acht jaar').map((stap) => ({ ...stap, grondslag: SOM })),
    zouWijzigenAls: ['er nog een periode bij komt'],
  });
}

function watOntbreekt(f: OnderwijsFeiten, gebrekkig: boolean): OntbrekendFeit[] {
  if (!f.onderwijsperioden) return [ontbrekendFeit(onderwijsVelden, 'onderwijsperioden')];
  if (!gebrekkig) return [];
  if (!f.peildatum && f.onderwijsperioden.some((p) => p.begin && !p.eind)) {
    return [ontbrekendFeit(onderwijsVelden, 'peildatum')];
  }
  return [gebrekIn('onderwijsperioden', onderwijsVelden.onderwijsperioden.naam)];
}

export const achtJaarOnderwijsRegel = maakRegel({
  id: 'acht-jaar-onderwijs',
  titel: 'Vrijgesteld door acht jaar onderwijs',
  vraag: 'Was deze persoon acht jaar leer- of kwalificatieplichtig in Nederland?',
  beschrijving:
    'Wie ten minste acht jaar in Nederland leerplichtig of kwalificatieplichtig is geweest, is vrijgesteld. Het blijkt uit de tijd waarin iemand als ingezetene in de BRP stond.\n\nPerioden worden samengeteld; wat elkaar overlapt telt één keer.',
  rijen: ['J1', 'A9'],
  artikelen: [WET, SOM],
  versieVolgt: 'De regeling is sinds 2022 gelijk gebleven.',
  velden: onderwijsVelden,
  voorbeelden: [
    {
      naam: 'Precies acht jaar',
      invoer: { onderwijsperioden: [{ begin: '2012-08-01', eind: '2020-08-01' }] },
    },
    {
      naam: 'Zeven jaar en elf maanden',
      invoer: { onderwijsperioden: [{ begin: '2012-08-01', eind: '2020-07-01' }] },
    },
    {
      naam: 'Het duurt nog, en de dag van kijken ontbreekt',
      invoer: { onderwijsperioden: [{ begin: '2018-08-01' }] },
    },
  ],
  vindplaats: {
    bestand: 'rules/vrijstelling/acht-jaar-onderwijs.ts',
    test: 'rules/vrijstelling/acht-jaar-onderwijs.test.ts',
  },
  bepaal: achtJaarOnderwijs,
});
