import type { Leefgebied, OnderdeelId } from '../../rules/brede-intake/onderdelen.ts';
import type { Feit, FeitSoort } from '../../rules/stand/feiten.ts';
import { DELEN, type Deel } from './delen.ts';

/** Onderwerpen waarop de tijdlijn te filteren is. */
export const ONDERWERPEN = {
  keten: 'Plicht en DUO',
  persoon: 'Persoon en gezin',
  gesprekken: 'Gesprekken en oproepen',
  intake: 'Brede intake',
  pip: 'PIP',
  plan: 'Plan en netwerk',
  voortgang: 'Lessen en voortgang',
  brieven: 'Brieven en berichten',
  notities: 'Notities',
} as const;

export type Onderwerp = keyof typeof ONDERWERPEN;

const ONDERWERP_VAN_DEEL: Record<Deel, Onderwerp> = {
  persoon: 'persoon',
  contact: 'persoon',
  gezin: 'persoon',
  afspraken: 'gesprekken',
  oproepen: 'gesprekken',
  keten: 'keten',
  bestaan: 'keten',
  intake: 'intake',
  pip: 'pip',
  plan: 'plan',
  les: 'voortgang',
  voortgang: 'voortgang',
  notities: 'notities',
};

/** Het onderwerp waaronder een feit in de tijdlijn staat. */
export function onderwerpVan(soort: FeitSoort): Onderwerp {
  const deel = (Object.keys(DELEN) as Deel[]).find((d) =>
    (DELEN[d] as readonly FeitSoort[]).includes(soort),
  );
  return deel ? ONDERWERP_VAN_DEEL[deel] : 'notities';
}

/** De leefgebieden waarop de tijdlijn te filteren is; gelijk aan die van de brede intake. */
export const GEBIEDEN: Readonly<Record<Leefgebied, string>> = {
  'leren-en-taal': 'Leren en taal',
  werk: 'Werk',
  'gezin-en-wonen': 'Gezin en wonen',
  gezondheid: 'Gezondheid',
  zelfredzaamheid: 'Zelfredzaamheid en geld',
  meedoen: 'Meedoen en netwerk',
};

const GEBIED_VAN_ONDERDEEL: Readonly<Record<OnderdeelId, Leefgebied>> = {
  privegesprek: 'gezin-en-wonen',
  opleiding: 'leren-en-taal',
  taalniveau: 'leren-en-taal',
  leerbaarheidstoets: 'leren-en-taal',
  motivatie: 'leren-en-taal',
  werkervaring: 'werk',
  arbeidsparticipatie: 'werk',
  werknemersvaardigheden: 'werk',
  'praktische-competenties': 'werk',
  'persoonlijke-omstandigheden': 'gezin-en-wonen',
  vve: 'gezin-en-wonen',
  gezondheid: 'gezondheid',
  zelfredzaamheid: 'zelfredzaamheid',
  'digitale-vaardigheden': 'zelfredzaamheid',
  'sociaal-netwerk': 'meedoen',
  verslag: 'meedoen',
};

const GEBIED_VAN_SOORT: Partial<Record<FeitSoort, Leefgebied>> = {
  taal: 'leren-en-taal',
  leerbaarheidstoets: 'leren-en-taal',
  'leerbaarheidstoets-ontheffing': 'leren-en-taal',
  'leerbaarheidstoets-nummer': 'leren-en-taal',
  'route-standpunt': 'leren-en-taal',
  aanbod: 'leren-en-taal',
  'aanbod-ingetrokken': 'leren-en-taal',
  'instelling-gewijzigd': 'leren-en-taal',
  uren: 'leren-en-taal',
  examen: 'leren-en-taal',
  'gratis-pogingen': 'leren-en-taal',
  weekindeling: 'leren-en-taal',
  'map-eindgesprek': 'werk',
  'pw-besluit': 'werk',
  adres: 'gezin-en-wonen',
  privegesprek: 'gezin-en-wonen',
  gezin: 'gezin-en-wonen',
  gezinslid: 'gezin-en-wonen',
  kinderopvang: 'gezin-en-wonen',
  'gezondheid-besproken': 'gezondheid',
  bijstand: 'zelfredzaamheid',
  netwerk: 'meedoen',
  deling: 'meedoen',
  'pvt-ondertekend': 'meedoen',
  'zroute-eindgesprek': 'meedoen',
};

/** Het leefgebied waar een feit over gaat; leeg als het over het geheel gaat, zoals een besluit. */
export function leefgebiedVan(feit: Feit): Leefgebied | undefined {
  switch (feit.soort) {
    case 'doel':
    case 'plan-afspraak':
      return feit.inhoud.leefgebied as Leefgebied;
    case 'intake-antwoord':
      return GEBIED_VAN_ONDERDEEL[feit.inhoud.onderdeel as OnderdeelId];
    default:
      return GEBIED_VAN_SOORT[feit.soort];
  }
}

const RELATIE = {
  partner: 'partner',
  kind: 'kind',
  ouder: 'ouder',
  'broer-of-zus': 'broer of zus',
} as const;

/** De relatie zoals zij in een zin staat: 'broer of zus'. */
export const relatieNaam = (relatie: keyof typeof RELATIE): string => RELATIE[relatie];
