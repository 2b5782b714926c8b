import { EigenBlokken, Setbron } from './set/set.schema.ts';
import { documenttitel, gegevensVan, type Stuk, sjabloonVan } from './set/stukken.ts';
import type { Vinder } from './set/zetten.ts';
import { nl } from './teksten/nl.ts';

const STUK: Stuk = { soort: 'pip-eenvoudig', taal: 'nl' };
const vind: Vinder = (sleutel, taal) => ({ tekst: nl[sleutel], taal, staat: 'bron' });

/** Samira Voorbeeld: een mens die niet bestaat. */
const SAMIRA = {
  versie: 1,
  dagtekening: '2027-01-11',
  kenmerk: 'PIP-2027-VOOR-BEELD',
  naam: 'Samira Voorbeeld',
  klantmanager: {
    naam: 'Kim de Klerk',
    telefoon: '0123 45 67 89',
    email: 'kim@gemeente.example',
  },
  doelgroep: 'asielstatushouder',
  leerroute: 'B',
  niveau: 'B1',
  les: { uren: 600, perWeek: 12 },
  alfabetisering: 'NVT',
  opleidingAfmaken: false,
  pvt: { uren: 12, invulling: 'U volgt drie bijeenkomsten.' },
  moduleMap: { uren: 40, invulling: 'U loopt stage in een keuken.' },
  begeleiding: 'Elke maand een gesprek.',
  gesprekken: { aantal: 6, ritme: 'Elk half jaar.' },
  eerst: { soort: 'aanbod' },
  termijn: { begin: '2027-01-12', laatsteDag: '2030-01-11', van: 'prognose' },
  bezwaarTotEnMet: '2027-02-22',
  afspraken: [],
  doelen: [],
};

/**
 * De brief in gewone taal aan iemand die niet bestaat, zoals de echte wordt gemaakt.
 * @param gemeente het briefhoofd.
 * @param blokken wat de gemeente zelf schrijft, ingevuld.
 */
export function proefGewoneTaal(gemeente: object, blokken: Readonly<Record<string, string>>) {
  const bron = Setbron.parse({ ...SAMIRA, gemeente, blokken: EigenBlokken.parse(blokken) });
  return {
    sjabloon: sjabloonVan(STUK),
    titel: documenttitel(STUK, bron.versie),
    gegevens: gegevensVan(bron, STUK, vind) as unknown,
  };
}
