import { type Datum, plusDagen } from '../../../rules/shared/datum.ts';
import { inEuro, inWoorden } from '../../../rules/shared/tekst.ts';
import type { Feit, FeitInhoud } from '../../../rules/stand/feiten.ts';

const score = (honderdsten: number) => (honderdsten / 100).toFixed(2).replace('.', ',');
const vanaf = (d: Datum | undefined) => (d ? ` vanaf ${inWoorden(d)}` : '');

/** Binnen is een einde de eerste dag die niet meetelt; op het scherm staat de laatste dag. */
const totEnMet = (eind: Datum) => `tot en met ${inWoorden(plusDagen(eind, -1))}`;

function plicht(i: FeitInhoud['inburgeringsplicht']): string {
  if (!i.plichtig)
    return `geen inburgeringsplicht${i.redenGeenPlicht ? `: ${i.redenGeenPlicht}` : ''}`;
  const kennisgeving = i.kennisgeving ? `, kennisgeving ${inWoorden(i.kennisgeving)}` : '';
  const eind = i.eind ? ` ${totEnMet(i.eind)}` : '';
  return `inburgeringsplichtig${vanaf(i.begin)}${eind}${kennisgeving}`;
}

const ONDERDEEL: Record<string, string> = {
  KNM: 'KNM',
  LE: 'lezen',
  LU: 'luisteren',
  SC: 'schrijven',
  SP: 'spreken',
};
const onderdeel = (code: string) => ONDERDEEL[code] ?? code;
const OORDEEL: Record<string, string> = { Toekenning: 'toegekend', Afwijzing: 'afgewezen' };
const UREN: Record<string, string> = { 'taal-en-knm': 'taal en KNM', participatie: 'participatie' };
const VERLENGING: Record<string, string> = {
  Toegekend: 'toegekend',
  Afgewezen: 'afgewezen',
  InBehandeling: 'in behandeling',
};

const vrijstelling = (i: FeitInhoud['vrijstelling']) =>
  `${i.soort === 'geheel' ? 'gehele' : i.soort === 'tijdelijk' ? 'tijdelijke' : 'gedeeltelijke'} vrijstelling ${OORDEEL[i.oordeel] ?? i.oordeel}${i.onderdeel ? ` voor ${onderdeel(i.onderdeel)}` : ''}${vanaf(i.begin)}${i.eind ? ` ${totEnMet(i.eind)}` : ''}`;

function uren(i: FeitInhoud['uren']): string {
  const waar = i.inBredeIntake ? ' in de brede intake' : '';
  const bij = i.instellingsnummer ? ' bij een instelling' : waar;
  return `${i.totaal} uur ${UREN[i.soort] ?? i.soort}${bij}, ${totEnMet(i.bekendTot)}`;
}

type Zinnen = { [S in Feit['soort']]?: (i: FeitInhoud[S]) => string };

const ZINNEN: Zinnen = {
  inburgeringsplicht: plicht,
  doelgroep: (i) =>
    `doelgroep ${i.indeling}${i.gedetailleerd && i.gedetailleerd !== i.indeling ? ` (${i.gedetailleerd})` : ''}${vanaf(i.begin)}`,
  leerbaarheidstoets: (i) =>
    `leerbaarheidstoets: ${i.resultaat}, ${score(i.behaald)} van ${score(i.benodigd)}`,
  inburgeringstermijn: (i) =>
    `inburgeringstermijn van ${inWoorden(i.start)} ${totEnMet(i.eind)}${i.verlengingsgrond ? ` (${i.verlengingsgrond})` : ''}`,
  'pip-vorige-gemeente': (i) =>
    `PIP van gemeente ${i.gemeentecode}, leerroute ${i.leerroute}, dagtekening ${inWoorden(i.dagtekening)}`,
  'leerbaarheidstoets-nummer': (i) =>
    i.examennummer
      ? `nummer ${i.examennummer} voor de leerbaarheidstoets`
      : 'geen nummer meer voor de leerbaarheidstoets',
  examen: (i) =>
    `examen ${onderdeel(i.onderdeel)}${i.niveau ? ` ${i.niveau}` : ''} van ${inWoorden(i.op)}: ${i.resultaat === 'Geen' ? 'geen uitslag' : i.resultaat.toLowerCase()}`,
  'gratis-pogingen': (i) => `nog ${i.tegoed} keer gratis examen ${onderdeel(i.onderdeel)}`,
  vrijstelling,
  ontheffing: (i) =>
    `${i.soort === 'geheel' ? 'gehele' : 'gedeeltelijke'} ontheffing ${OORDEEL[i.oordeel] ?? i.oordeel}${i.onderdeel ? ` voor ${onderdeel(i.onderdeel)}` : ''}`,
  verlenging: (i) => `verzoek om verlenging: ${VERLENGING[i.beoordeling] ?? i.beoordeling}`,
  'duo-boete': (i) => `boete van DUO: ${inEuro(i.bedragCent)}, ${inWoorden(i.op)}`,
  uren,
  'map-eindgesprek': (i) => `eindgesprek van de MAP op ${inWoorden(i.op)}`,
  'pvt-ondertekend': (i) => `participatieverklaring ondertekend op ${inWoorden(i.op)}`,
  persoon: (i) => `naam ${[i.voornamen, i.voorvoegsel, i.geslachtsnaam].filter(Boolean).join(' ')}`,
  adres: (i) =>
    `adres ${[`${i.straat} ${i.huisnummer}`.trim(), i.postcode, i.plaats].filter(Boolean).join(', ')}`,
  inschrijving: (i) => `ingeschreven in gemeente ${i.gemeentecode} sinds ${inWoorden(i.op)}`,
  overlijden: (i) => `overleden op ${inWoorden(i.op)}`,
};

/** Een feit dat uit een melding volgde, in een halve zin. */
export function beschrijf(feit: Pick<Feit, 'soort' | 'inhoud'>): string {
  const zin = ZINNEN[feit.soort] as ((i: unknown) => string) | undefined;
  return zin ? zin(feit.inhoud) : feit.soort;
}
