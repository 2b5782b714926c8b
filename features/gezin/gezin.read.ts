import type { Datum } from '../../rules/shared/datum.ts';
import type { Geldend } from '../../rules/stand/geldend.ts';
import { type Belemmering, bepaalBelemmering, bepaalKinderen, type Kind } from './kinderen.ts';

/** De kinderen zonder eigen dossier, met wat dat voor de voor- en vroegschool betekent (W 14, 15). */
export const kinderenVan = (g: Geldend, vandaag: Datum): Kind[] => bepaalKinderen(g, vandaag);

/** Of kinderopvang het plaatsen op een leerroute tegenhoudt. Nooit een besluit: een mens weegt. */
export const opvangBelemmering = (g: Geldend, vandaag: Datum): Belemmering =>
  bepaalBelemmering(g, vandaag);
