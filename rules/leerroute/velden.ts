import { jaNeeVeld, keuzeVeld } from '../shared/velden.ts';

/** De leerroutes zoals DUO ze schrijft. */
export const LEERROUTES = ['B', 'O', 'Z'] as const;

export const DOELGROEPEN = ['Asielstatushouder', 'Gezinsmigrant en overige migrant'] as const;

/** De vier taalonderdelen en KNM (Besluit inburgering 2021 art. 3.3 en 3.4). */
export const EXAMENONDERDELEN = ['lezen', 'luisteren', 'schrijven', 'spreken', 'KNM'] as const;

export const NIVEAUS = ['A2', 'B1'] as const;

export const leerrouteVeld = (naam: string) =>
  keuzeVeld(naam, LEERROUTES, { hulp: 'B: B1-route, O: onderwijsroute, Z: Z-route.' });

export const doelgroepVeld = () =>
  keuzeVeld('Doelgroep volgens DUO', DOELGROEPEN, {
    hulp: 'Ook een gezinslid met een reguliere vergunning bij een asielstatushouder hoort bij de eerste groep.',
  });

export const eerderePipVeld = () =>
  jaNeeVeld('Er is al eerder een PIP vastgesteld', 'Ook door een andere gemeente.');

/** Naam van een leerroute in een zin. */
export const ROUTENAAM = { B: 'B1-route', O: 'onderwijsroute', Z: 'Z-route' } as const;
