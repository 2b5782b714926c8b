import type { FeitSoort } from '../../rules/stand/feiten.ts';
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

const RELATIE = {
  partner: 'partner',
  kind: 'kind',
  ouder: 'ouder',
  'broer-of-zus': 'broer of zus',
} as const;

/** De relatie zoals zij in een zin staat: 'broer of zus'. */
export const relatieNaam = (relatie: keyof typeof RELATIE): string => RELATIE[relatie];
