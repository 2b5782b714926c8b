import { type Datum, plusDagen } from '../../rules/shared/datum.ts';
import { inWoorden } from '../../rules/shared/tekst.ts';
import type { Feit, FeitInhoud } from '../../rules/stand/feiten.ts';

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
