import type { Grondslag } from '../shared/antwoord.ts';
import { datum, plusDagen } from '../shared/datum.ts';
import { grondslag } from '../shared/grondslag.ts';
import { type Versie, versieOp } from '../shared/versies.ts';
import { duurInWoorden, leerplichtDuur } from './leerplicht-duur.ts';
import type { DIPLOMAS, VrijstellingFeiten, VrijstellingVeld } from './velden.ts';

const ID = 'vrijstelling';

/** Wi2021 art. 4 lid 1 onder a. */
const JAREN_LEERPLICHT = 8;
/** Besluit inburgering 2021 art. 2.3 onder a en b. */
const JAREN_INGEZETENE = 10;
const JAREN_WERK = 5;
/** Regeling art. 2.1: sinds 2023 elke leerweg van het vmbo; welke daarvóór, is niet nagelezen. */
const ELK_VMBO: readonly Versie<boolean>[] = [{ vanaf: datum('2023-01-01'), waarde: true }];

export const ONDERWIJS = grondslag(ID, 'wet', 'art. 4 lid 1 onder a');
export const BRP = grondslag(ID, 'besluit', 'art. 2.6', {
  zekerheid: 'ontwerp',
  toelichting:
    'Onderbroken tijd wordt aaneengeschoven: eerst de hele maanden, dan de dagen. De tekst zegt niet hoe er wordt geteld.',
});
export const DIPLOMA = grondslag(ID, 'regeling', 'art. 2.1');
export const VMBO = grondslag(ID, 'regeling', 'art. 2.1', { geldigVanaf: datum('2023-01-01') });
export const NU_PLICHTIG = grondslag(ID, 'wet', 'art. 4 lid 1 onder c');
export const OPLEIDING = grondslag(ID, 'regeling', 'art. 2.2');
export const INGEBURGERD = grondslag(ID, 'besluit', 'art. 2.3');
export const OUDE_WET = grondslag(ID, 'wet', 'art. 54 lid 3', {
  geldigVanaf: datum('2023-01-01'),
  zekerheid: 'afgeleid',
  toelichting:
    'De tekst noemt onderdeel d van art. 4, maar bedoelt naar de inhoud onderdeel e: aantoonbaar voldoende ingeburgerd. Daarom geldt zij hier als volledig.',
});

export const GRONDEN = [
  'acht jaar onderwijs',
  'diploma',
  'aantoonbaar ingeburgerd',
  'vrijstelling onder de oude wet',
  'leer- of kwalificatieplichtig',
  'volgt een vrijstellende opleiding',
] as const;
export type Grond = (typeof GRONDEN)[number];

/** Of een grond er is, of welke feiten ontbreken; `zin` zegt waarom. */
export type Bevonden = {
  grond: Grond;
  tijdelijk: boolean;
  grondslag: Grondslag;
} & ({ is: boolean; zin: string } | { is: undefined; ontbreekt: VrijstellingVeld[] });

type Uitkomst = { is: boolean; zin: string } | { is: undefined; ontbreekt: VrijstellingVeld[] };

const ja = (zin: string): Uitkomst => ({ is: true, zin });
const nee = (zin: string): Uitkomst => ({ is: false, zin });
const mist = (...ontbreekt: VrijstellingVeld[]): Uitkomst => ({ is: undefined, ontbreekt });

/** Alle gronden van Wi2021 art. 4 lid 1 en art. 54 lid 3, elk op zichzelf beoordeeld. */
export function beoordeelGronden(f: VrijstellingFeiten): Bevonden[] {
  const vast = { tijdelijk: false };
  const tijdelijk = { tijdelijk: true };
  return [
    { grond: 'acht jaar onderwijs', ...vast, grondslag: ONDERWIJS, ...onderwijs(f) },
    { grond: 'diploma', ...vast, grondslag: DIPLOMA, ...diploma(f) },
    { grond: 'aantoonbaar ingeburgerd', ...vast, grondslag: INGEBURGERD, ...ingeburgerd(f) },
    {
      grond: 'vrijstelling onder de oude wet',
      ...vast,
      grondslag: OUDE_WET,
      ...jaOfNee(f, 'oudeVrijstellingIngeburgerd'),
    },
    {
      grond: 'leer- of kwalificatieplichtig',
      ...tijdelijk,
      grondslag: NU_PLICHTIG,
      ...jaOfNee(f, 'leerOfKwalificatieplichtig'),
    },
    {
      grond: 'volgt een vrijstellende opleiding',
      ...tijdelijk,
      grondslag: OPLEIDING,
      ...jaOfNee(f, 'volgtVrijstellendeOpleiding'),
    },
  ];
}

function jaOfNee(
  f: VrijstellingFeiten,
  naam:
    | 'oudeVrijstellingIngeburgerd'
    | 'leerOfKwalificatieplichtig'
    | 'volgtVrijstellendeOpleiding',
): Uitkomst {
  const waarde = f[naam];
  if (waarde === undefined) return mist(naam);
  return waarde ? ja('ja') : nee('nee');
}

function onderwijs({ periodenLeerplicht: rijen }: VrijstellingFeiten): Uitkomst {
  if (!rijen) return mist('periodenLeerplicht');
  const perioden = rijen.flatMap(({ begin, laatsteDag }) =>
    begin && laatsteDag ? [{ begin, eind: plusDagen(laatsteDag, 1) }] : [],
  );
  const duur = leerplichtDuur(perioden);
  const zin = duurInWoorden(duur);
  if (duur.jaren >= JAREN_LEERPLICHT) return ja(zin);
  return perioden.length < rijen.length ? mist('periodenLeerplicht') : nee(zin);
}

type Diploma = (typeof DIPLOMAS)[number];

/** Wat elk diploma nog vraagt; `nooit` staat niet in de lijst van de regeling. */
const EISEN: Record<Diploma, readonly VrijstellingVeld[] | 'nooit'> = {
  inburgeringsdiploma: [],
  'inburgeringsdiploma oude wet met alle taalonderdelen op B1': [],
  'inburgeringsdiploma oude wet lager dan B1': 'nooit',
  'wo of hbo': ['nederlandstaligeOpleiding'],
  'vwo of havo': ['nederlandstaligeOpleiding'],
  vmbo: ['nederlandstaligeOpleiding'],
  'mbo niveau 2, 3 of 4': ['nederlandstaligeOpleiding'],
  'mbo niveau 1 (entree)': 'nooit',
  'Aruba, Curaçao, Sint Maarten, Suriname of België': [
    'nederlandstaligeOpleiding',
    'voldoendeNederlands',
  ],
  'Bonaire, Sint Eustatius of Saba': [],
  'internationale of Europese school met Nederlands op B1': ['voldoendeNederlands'],
  'ander diploma': 'nooit',
  'geen diploma': 'nooit',
};

function diploma(f: VrijstellingFeiten): Uitkomst {
  if (!f.diploma) return mist('diploma');
  const eisen = EISEN[f.diploma];
  if (eisen === 'nooit') return nee(`${f.diploma} staat niet in de lijst`);
  const nietVervuld = eisen.filter((naam) => f[naam] === false);
  if (nietVervuld.length > 0) return nee(`${f.diploma}: ${nietVervuld.map(gebrek).join(' en ')}`);
  const onbekend = eisen.filter((naam) => f[naam] === undefined);
  if (f.diploma === 'vmbo' && !vmboTelt(f)) onbekend.push('datumAanvraag');
  return onbekend.length > 0 ? mist(...onbekend) : ja(f.diploma);
}

const gebrek = (naam: VrijstellingVeld): string =>
  naam === 'voldoendeNederlands' ? 'het vak Nederlands was niet voldoende' : 'niet Nederlandstalig';

const vmboTelt = ({ datumAanvraag }: VrijstellingFeiten): boolean =>
  datumAanvraag !== undefined && versieOp(ELK_VMBO, datumAanvraag)?.waarde === true;

function ingeburgerd(f: VrijstellingFeiten): Uitkomst {
  if (f.beroepOpIngeburgerdZijn === false) return nee('de aanvraag gaat daar niet over');
  const tekort: string[] = [];
  if ((f.jarenIngezetene ?? JAREN_INGEZETENE) < JAREN_INGEZETENE) {
    tekort.push(`${f.jarenIngezetene} van de ${JAREN_INGEZETENE} jaar ingezetene`);
  }
  if ((f.jarenWerk ?? JAREN_WERK) < JAREN_WERK) {
    tekort.push(`${f.jarenWerk} van de ${JAREN_WERK} jaar werk`);
  }
  if (f.gesprekOpB1 === false) tekort.push('in het gesprek geen B1');
  if (tekort.length > 0) return nee(tekort.join('; '));
  const nodig = ['beroepOpIngeburgerdZijn', 'jarenIngezetene', 'jarenWerk', 'gesprekOpB1'] as const;
  const onbekend = nodig.filter((naam) => f[naam] === undefined);
  if (onbekend.length > 0) return mist(...onbekend);
  return ja(`${f.jarenIngezetene} jaar ingezetene, ${f.jarenWerk} jaar werk en een gesprek op B1`);
}
