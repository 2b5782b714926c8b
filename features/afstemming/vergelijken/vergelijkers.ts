import { type Datum, plusDagen } from '../../../rules/shared/datum.ts';
import { inEuro, inWoorden } from '../../../rules/shared/tekst.ts';
import type { FeitInhoud } from '../../../rules/stand/feiten.ts';
import { totVandaag, type Vergelijker } from './kern.ts';

const vanaf = (d?: Datum) => (d ? ` vanaf ${inWoorden(d)}` : '');
const totEnMet = (eind?: Datum) => (eind ? ` tot en met ${inWoorden(plusDagen(eind, -1))}` : '');
const op = (d?: Datum) => (d ? ` op ${inWoorden(d)}` : '');
const achter = (rest?: string) => (rest ? `: ${rest}` : '');
const komma = (rest?: string) => (rest ? `, ${rest}` : '');
const score = (n: number) => (n / 100).toFixed(2).replace('.', ',');

export const PLICHT: Vergelijker<'inburgeringsplicht'> = {
  onderwerp: 'plicht',
  soort: 'inburgeringsplicht',
  kenmerk: () => '',
  kern: (i) => ({
    plichtig: i.plichtig,
    begin: i.begin,
    eind: i.eind ?? null,
    kennisgeving: i.kennisgeving,
    reden: i.redenGeenPlicht,
  }),
  zin: (i) =>
    i.plichtig
      ? `Inburgeringsplichtig${vanaf(i.begin)}${totEnMet(i.eind)}${i.kennisgeving ? `; kennisgeving van ${inWoorden(i.kennisgeving)}` : ''}`
      : `Niet inburgeringsplichtig${achter(i.redenGeenPlicht)}${vanaf(i.begin)}${totEnMet(i.eind)}`,
  dag: (i, vandaag) => totVandaag(i.plichtig ? i.begin : undefined, vandaag),
  volgtOp: (hier, duo) => hier.plichtig !== duo.plichtig,
};

export const DOELGROEP: Vergelijker<'doelgroep'> = {
  onderwerp: 'doelgroep',
  soort: 'doelgroep',
  kenmerk: () => '',
  kern: (i) => ({ indeling: i.indeling, gedetailleerd: i.gedetailleerd, begin: i.begin }),
  zin: (i) =>
    `${i.indeling}${i.gedetailleerd && i.gedetailleerd !== i.indeling ? ` (${i.gedetailleerd})` : ''}${vanaf(i.begin)}`,
  dag: (i, vandaag) => totVandaag(i.begin, vandaag),
  volgtOp: (hier, duo) => hier.begin !== duo.begin,
};

export const TERMIJN: Vergelijker<'inburgeringstermijn'> = {
  onderwerp: 'termijn',
  soort: 'inburgeringstermijn',
  kenmerk: () => '',
  kern: (i) => ({ start: i.start, eind: i.eind, grond: i.verlengingsgrond }),
  zin: (i) =>
    `${inWoorden(i.start)}${totEnMet(i.eind)}${i.verlengingsgrond ? `, verlengd wegens ${i.verlengingsgrond}` : ''}`,
  dag: (_i, vandaag) => vandaag,
  volgtOp: (hier, duo) => hier.start === duo.start,
};

export const TOETS: Vergelijker<'leerbaarheidstoets'> = {
  onderwerp: 'leerbaarheidstoets',
  soort: 'leerbaarheidstoets',
  kenmerk: (i) => i.geregistreerdOp,
  kern: (i) => ({ resultaat: i.resultaat, behaald: i.behaald, benodigd: i.benodigd }),
  zin: (i) =>
    `${i.resultaat}, ${score(i.behaald)} van ${score(i.benodigd)}${op(i.geregistreerdOp)}`,
  dag: (i, vandaag) => totVandaag(i.geregistreerdOp, vandaag),
};

export const TOETSNUMMER: Vergelijker<'leerbaarheidstoets-nummer'> = {
  onderwerp: 'lbt-nummer',
  soort: 'leerbaarheidstoets-nummer',
  kenmerk: () => '',
  kern: (i) => ({ nummer: i.examennummer ?? null }),
  zin: (i) => `Aangemeld voor de leerbaarheidstoets, nummer ${i.examennummer}`,
  dag: (_i, vandaag) => vandaag,
  volgtOp: () => true,
};

const EXAMENONDERDEEL: Record<string, string> = {
  KNM: 'Kennis van de Nederlandse maatschappij',
  LE: 'Lezen',
  LU: 'Luisteren',
  SC: 'Schrijven',
  SP: 'Spreken',
};
const onderdeelVan = (o: string) => EXAMENONDERDEEL[o] ?? o;

export const EXAMEN: Vergelijker<'examen'> = {
  onderwerp: 'examen',
  soort: 'examen',
  kenmerk: (i) => `${i.onderdeel} ${i.op}`,
  kern: (i) => ({ resultaat: i.resultaat, niveau: i.niveau, reden: i.redenGeenResultaat }),
  zin: (i) =>
    `${onderdeelVan(i.onderdeel)}${i.niveau ? ` ${i.niveau}` : ''}${op(i.op)}: ${i.resultaat.toLowerCase()}${komma(i.redenGeenResultaat?.toLowerCase())}`,
  dag: (i, vandaag) => totVandaag(i.op, vandaag),
};

export const POGINGEN: Vergelijker<'gratis-pogingen'> = {
  onderwerp: 'gratis-pogingen',
  soort: 'gratis-pogingen',
  kenmerk: (i) => i.onderdeel,
  kern: (i) => ({ tegoed: i.tegoed }),
  zin: (i) => `${onderdeelVan(i.onderdeel)}: nog ${i.tegoed} gratis`,
  dag: (_i, vandaag) => vandaag,
  volgtOp: () => true,
};

const WELKE = { geheel: 'Geheel', tijdelijk: 'Tijdelijk', gedeeltelijk: 'Gedeeltelijk' } as const;
const oordeel = (o: string) =>
  o === 'Toekenning' ? 'toegekend' : o === 'Afwijzing' ? 'afgewezen' : o.toLowerCase();

export const VRIJSTELLING: Vergelijker<'vrijstelling'> = {
  onderwerp: 'vrijstelling',
  soort: 'vrijstelling',
  kenmerk: (i) => [i.soort, i.reden, i.onderdeel, i.op ?? i.begin].filter(Boolean).join(' '),
  kern: (i) => ({ oordeel: i.oordeel, begin: i.begin, eind: i.eind ?? null, niveau: i.niveau }),
  zin: (i) =>
    `${WELKE[i.soort]} ${oordeel(i.oordeel)}${i.onderdeel ? ` voor ${onderdeelVan(i.onderdeel).toLowerCase()}${i.niveau ? ` ${i.niveau}` : ''}` : ''}${op(i.op)}${vanaf(i.begin)}${totEnMet(i.eind)}`,
  dag: (i, vandaag) => totVandaag(i.begin ?? i.op, vandaag),
};

/** Zonder de grond: die kan over gezondheid gaan en staat apart. */
export const ONTHEFFING: Vergelijker<'ontheffing'> = {
  onderwerp: 'ontheffing',
  soort: 'ontheffing',
  kenmerk: (i) => [i.soort, i.onderdeel, i.op].filter(Boolean).join(' '),
  kern: (i) => ({ oordeel: i.oordeel, uren: i.urenBelastbaarheid }),
  zin: (i) =>
    `${WELKE[i.soort]} ${oordeel(i.oordeel)}${i.onderdeel ? ` voor ${onderdeelVan(i.onderdeel).toLowerCase()}` : ''}${op(i.op)}${i.urenBelastbaarheid === undefined ? '' : `, hoogstens ${i.urenBelastbaarheid} uur participatie`}`,
  dag: (i, vandaag) => totVandaag(i.op, vandaag),
};

const BEOORDELING: Record<string, string> = {
  Toegekend: 'toegekend',
  Afgewezen: 'afgewezen',
  InBehandeling: 'in behandeling',
};

export const VERLENGING: Vergelijker<'verlenging'> = {
  onderwerp: 'verlenging',
  soort: 'verlenging',
  kenmerk: (i) => i.ontvangen ?? i.beoordeeld ?? '',
  kern: (i) => ({ beoordeling: i.beoordeling, beoordeeld: i.beoordeeld }),
  zin: (i) =>
    `Verzoek${i.ontvangen ? ` van ${inWoorden(i.ontvangen)}` : ''} ${BEOORDELING[i.beoordeling] ?? i.beoordeling}${op(i.beoordeeld)}`,
  dag: (i, vandaag) => totVandaag(i.beoordeeld ?? i.ontvangen, vandaag),
  volgtOp: () => true,
};

export const BOETE: Vergelijker<'duo-boete'> = {
  onderwerp: 'boete',
  soort: 'duo-boete',
  kenmerk: (i) => `${i.op} ${i.bedragCent}`,
  kern: () => ({}),
  zin: (i) => `Boete van DUO van ${inEuro(i.bedragCent)}${op(i.op)}`,
  dag: (i, vandaag) => totVandaag(i.op, vandaag),
};

export const PVT: Vergelijker<'pvt-ondertekend'> = {
  onderwerp: 'pvt',
  soort: 'pvt-ondertekend',
  kenmerk: () => '',
  kern: (i) => ({ op: i.op }),
  zin: (i) => `Participatieverklaring ondertekend${op(i.op)}`,
  dag: (i, vandaag) => totVandaag(i.op, vandaag),
  wijMelden: true,
};

export const MAP: Vergelijker<'map-eindgesprek'> = {
  onderwerp: 'map',
  soort: 'map-eindgesprek',
  kenmerk: () => '',
  kern: (i) => ({ op: i.op }),
  zin: (i) => `Eindgesprek van de MAP${op(i.op)}`,
  dag: (i, vandaag) => totVandaag(i.op, vandaag),
  wijMelden: true,
};

/** De vier totalen die DUO bijhoudt; uren PVT en MAP-praktijk gaan er niet heen. */
export function urenKenmerk(i: FeitInhoud['uren']): string | undefined {
  if (i.soort === 'participatie') return 'participatie';
  if (i.soort !== 'taal-en-knm') return undefined;
  if (i.inBredeIntake) return 'brede-intake';
  return i.instellingsnummer ? `instelling ${i.instellingsnummer}` : 'alle-instellingen';
}

const URENZIN: Record<string, string> = {
  participatie: 'participatie',
  'brede-intake': 'taal en KNM in de brede intake',
  'alle-instellingen': 'taal en KNM bij alle instellingen samen',
};

export const UREN: Vergelijker<'uren'> = {
  onderwerp: 'uren',
  soort: 'uren',
  kenmerk: (i) => urenKenmerk(i) ?? '',
  // Tot wanneer een totaal bekend is meldt de gemeente alleen bij een instelling; anders kiest DUO de dag zelf.
  kern: (i) => ({
    totaal: i.totaal,
    ...(i.instellingsnummer
      ? {
          bekendTot: i.bekendTot,
          geoorloofd: i.geoorloofdVerzuim,
          ongeoorloofd: i.ongeoorloofdVerzuim,
        }
      : {}),
  }),
  zin: (i) => {
    const waar = i.instellingsnummer
      ? `taal en KNM bij instelling ${i.instellingsnummer}`
      : (URENZIN[urenKenmerk(i) ?? ''] ?? '');
    const verzuim =
      i.geoorloofdVerzuim === undefined && i.ongeoorloofdVerzuim === undefined
        ? ''
        : `; verzuim ${i.geoorloofdVerzuim ?? 0} geoorloofd, ${i.ongeoorloofdVerzuim ?? 0} ongeoorloofd`;
    return `${i.totaal} uur ${waar}${totEnMet(i.bekendTot)}${verzuim}`;
  },
  dag: (i, vandaag) => totVandaag(i.bekendTot, vandaag),
  volgtOp: (hier, duo) => duo.bekendTot > hier.bekendTot,
  wijMelden: true,
};
