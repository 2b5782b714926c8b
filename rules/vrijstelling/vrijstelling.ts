import type { Berekening, OntbrekendFeit, Uitleg } from '../shared/antwoord.ts';
import type { Datum } from '../shared/datum.ts';
import { grondslag } from '../shared/grondslag.ts';
import {
  aangehaaldeFeiten,
  type Herkomst,
  maakRegel,
  onbekend,
  ontbrekendFeit,
} from '../shared/regel.ts';
import { inEuro, inWoorden, opsomming } from '../shared/tekst.ts';
import { bedragVeld, datumVeld, keuzeVeld, lijstVeld } from '../shared/velden.ts';
import { beslisUiterlijk } from './beslistermijn.ts';
import {
  type Bevonden,
  BRP,
  beoordeelGronden,
  DIPLOMA,
  GRONDEN,
  type Grond,
  INGEBURGERD,
  NU_PLICHTIG,
  ONDERWIJS,
  OPLEIDING,
  OUDE_WET,
  VMBO,
} from './gronden.ts';
import { type VrijstellingFeiten, vrijstellingVelden as velden } from './velden.ts';
import { VRIJSTELLING_VOORBEELDEN } from './voorbeelden.ts';

/** Regeling inburgering 2021 art. 2.3 lid 3, in eurocenten. */
const LEGES = 90_00;

const SOORTEN = ['volledig', 'tijdelijk', 'geen'] as const;

export type Vrijstelling = {
  soort: (typeof SOORTEN)[number];
  /** Elke grond die er zeker is. */
  gronden: { grond: Grond }[];
  /** Eurocenten, alleen bij een beroep op aantoonbaar ingeburgerd zijn. */
  leges?: number;
  /** Laatste dag, tot en met, waarop DUO op de aanvraag beslist. */
  laatsteDagBeslissing?: Datum;
};

const TITEL = 'Vrijstelling van de inburgeringsplicht';
const W4 = grondslag('vrijstelling', 'wet', 'art. 4 lid 1');
const BESLISSEN = grondslag('vrijstelling', 'regeling', 'art. 2.3 lid 2');
const KOSTEN = grondslag('vrijstelling', 'regeling', 'art. 2.3 lid 3');

/**
 * `vrijstelling`: of iemand volledig, tijdelijk of niet is vrijgesteld van de inburgeringsplicht.
 *
 * Wi2021 art. 4 lid 1 en 54 lid 3 (https://wetten.overheid.nl/BWBR0044770/2025-10-21), Besluit inburgering
 * 2021 art. 2.3 en 2.6 (https://wetten.overheid.nl/BWBR0045555/2026-04-02) en Regeling art. 2.1–2.3
 * (https://wetten.overheid.nl/BWBR0045574/2026-04-18). Eén grond is genoeg. Een zekere tijdelijke
 * vrijstelling geldt ook als nog niet vaststaat of er een volledige is. DUO beslist.
 */
export function vrijstelling(
  f: VrijstellingFeiten,
  herkomst: Herkomst = {},
): Berekening<Vrijstelling> {
  const bevonden = beoordeelGronden(f);
  const vast = bevonden.filter((b) => b.is);
  const ontbreekt = watOntbreekt(bevonden, f);
  if (vast.length === 0 && ontbreekt.length > 0) return onbekend(TITEL, ontbreekt, W4);
  const gronden = vast.map(({ grond }) => ({ grond }));
  const soort = soortVan(vast);
  const leges = f.beroepOpIngeburgerdZijn ? LEGES : undefined;
  const beslis = f.datumAanvraag && beslisUiterlijk(f.datumAanvraag, BESLISSEN);
  return {
    uitkomst: 'bepaald',
    waarde: {
      soort,
      gronden,
      ...(leges ? { leges } : {}),
      ...(beslis ? { laatsteDagBeslissing: beslis.laatsteDag } : {}),
    },
    uitleg: () => ({
      titel: TITEL,
      uitkomst: inZin(soort, gronden, beslis?.laatsteDag),
      grondslag: W4,
      feiten: aangehaaldeFeiten(velden, f, undefined, herkomst),
      stappen: [
        ...bevonden.map(stap),
        ...(leges
          ? [{ titel: 'Kosten van de aanvraag', uitkomst: inEuro(leges), grondslag: KOSTEN }]
          : []),
        ...(beslis?.stappen ?? []),
      ],
      zouWijzigenAls: [
        'iemand een diploma uit de lijst haalt',
        'de leerplicht of de opleiding eindigt',
      ],
    }),
  };
}

function soortVan(vast: Bevonden[]): Vrijstelling['soort'] {
  if (vast.some((b) => !b.tijdelijk)) return 'volledig';
  return vast.length > 0 ? 'tijdelijk' : 'geen';
}

function watOntbreekt(bevonden: Bevonden[], f: VrijstellingFeiten): OntbrekendFeit[] {
  const namen = new Set(bevonden.flatMap((b) => (b.is === undefined ? b.ontbreekt : [])));
  return [...namen].map((naam) => {
    if (f[naam] === undefined) return ontbrekendFeit(velden, naam);
    return naam === 'datumAanvraag'
      ? { feit: naam, tekst: 'Welk vmbo vóór 2023 vrijstelde, is niet nagelezen: vraag het DUO.' }
      : { feit: naam, tekst: 'Nog niet bekend: eerste en laatste dag van elke periode.' };
  });
}

function inZin(soort: Vrijstelling['soort'], gronden: { grond: Grond }[], dag?: Datum): string {
  const waarom = gronden.length > 0 ? `: ${opsomming(gronden.map((g) => g.grond))}` : '';
  const wanneer = dag ? `; DUO beslist uiterlijk ${inWoorden(dag)}` : '';
  return `${soort === 'geen' ? 'geen vrijstelling' : `${soort} vrijgesteld`}${waarom}${wanneer}`;
}

function stap(b: Bevonden): Uitleg {
  const titel = `${b.grond}${b.tijdelijk ? ' (tijdelijk, zolang het duurt)' : ''}`;
  if (b.is === undefined) return { titel, uitkomst: 'nog niet bekend', grondslag: b.grondslag };
  const uitkomst = `${b.is ? 'telt' : 'telt niet'}: ${b.zin}`;
  const telling = b.grond === 'acht jaar onderwijs' ? [{ titel: 'Telling', grondslag: BRP }] : [];
  return { titel, uitkomst, grondslag: b.grondslag, ...(telling[0] ? { stappen: telling } : {}) };
}

export const vrijstellingRegel = maakRegel({
  id: 'vrijstelling',
  titel: 'Vrijstelling',
  vraag: 'Is deze persoon vrijgesteld van de inburgeringsplicht?',
  beschrijving:
    'Volledig vrijgesteld is wie ten minste acht jaar in Nederland leer- of kwalificatieplichtig was, een diploma uit de lijst heeft, of laat zien al voldoende te zijn ingeburgerd: tien jaar onafgebroken ingezetene, vijf jaar werk of vrijwilligerswerk, en een gesprek op B1. Die laatste aanvraag kost € 90. Wie onder de oude wet zo was vrijgesteld, blijft dat.\n\nTijdelijk vrijgesteld is wie nu leer- of kwalificatieplichtig is of een opleiding volgt die tot zo’n diploma leidt, zolang dat duurt.\n\nDUO beslist, op een aanvraag binnen acht weken.',
  rijen: ['A9', 'A17', 'J1', 'J2', 'J3', 'J4'],
  artikelen: [
    W4,
    ONDERWIJS,
    BRP,
    DIPLOMA,
    VMBO,
    NU_PLICHTIG,
    OPLEIDING,
    INGEBURGERD,
    OUDE_WET,
    BESLISSEN,
    KOSTEN,
  ],
  versieVolgt: 'De dag van de aanvraag; alleen bij een vmbo-diploma maakt het verschil.',
  velden,
  waarde: {
    soort: keuzeVeld('Vrijstelling', SOORTEN),
    gronden: lijstVeld('Gronden', { grond: keuzeVeld('Grond', GRONDEN) }),
    leges: bedragVeld('Kosten van de aanvraag'),
    laatsteDagBeslissing: datumVeld('DUO beslist uiterlijk'),
  },
  voorbeelden: VRIJSTELLING_VOORBEELDEN,
  vindplaats: {
    bestand: 'rules/vrijstelling/vrijstelling.ts',
    test: 'rules/vrijstelling/vrijstelling.test.ts',
  },
  bepaal: vrijstelling,
});
