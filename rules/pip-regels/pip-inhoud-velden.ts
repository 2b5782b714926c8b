import { doelgroepVeld, LEERROUTES, leerrouteVeld, NIVEAUS } from '../leerroute/velden.ts';
import {
  getalVeld,
  groepVeld,
  type Invoer,
  jaNeeVeld,
  keuzeVeld,
  lijstVeld,
} from '../shared/velden.ts';

const uren = (naam: string) => getalVeld(naam, { eenheid: 'uur' });

/** Wat er per leerroute is afgewogen. */
const afwegingVelden = {
  onderzocht: jaNeeVeld('Deze leerroute is onderzocht'),
  voor: jaNeeVeld('Er staat op schrift wat ervoor pleit'),
  tegen: jaNeeVeld('Er staat op schrift wat ertegen pleit'),
};

const onderdeelVelden = {
  uren: uren('Uren'),
  beschreven: jaNeeVeld('De invulling is beschreven'),
};

export const pipInhoudVelden = {
  doelgroep: doelgroepVeld(),
  leerroute: leerrouteVeld('Leerroute in het PIP'),
  niveau: keuzeVeld('Niveau', NIVEAUS, { hulp: 'Leeg mag: dan geldt B1.' }),
  motivering: jaNeeVeld('De keuze van de leerroute is gemotiveerd'),
  afwegingB1Route: groepVeld('Afweging van de B1-route', afwegingVelden),
  afwegingOnderwijsroute: groepVeld('Afweging van de onderwijsroute', afwegingVelden),
  afwegingZroute: groepVeld('Afweging van de Z-route', afwegingVelden),
  intensiteitLeerroute: uren('Intensiteit van de leerroute'),
  alfabetisering: keuzeVeld('Alfabetisering', ['A', 'AA', 'NVT']),
  pvt: groepVeld('Participatieverklaringstraject (PVT)', onderdeelVelden),
  moduleMap: groepVeld(
    'Module arbeidsmarkt en participatie (MAP)',
    onderdeelVelden,
    'Niet in de onderwijsroute.',
  ),
  begeleiding: jaNeeVeld('De ondersteuning en begeleiding zijn beschreven'),
  aantalVoortgangsgesprekken: getalVeld('Aantal voortgangsgesprekken'),
  kindVoorVve: jaNeeVeld('Er is een kind voor wie VVE aan de orde is'),
  vveAfspraken: jaNeeVeld('De afspraken over VVE staan in het PIP'),
  meegeteldeInspanningen: lijstVeld(
    'Eerdere inspanningen die het PIP meetelt',
    { omschreven: jaNeeVeld('Het staat er uitdrukkelijk'), uren: uren('Uren') },
    'Niet ingevuld: er telt niets mee.',
  ),
  schriftelijkeBeschikking: jaNeeVeld('Het PIP is een schriftelijk besluit met dagtekening'),
  bezwaarclausule: jaNeeVeld('Er staat in hoe iemand bezwaar kan maken'),
  leerrouteVorigeGemeente: keuzeVeld('Leerroute in het PIP van de vorige gemeente', LEERROUTES, {
    hulp: 'Alleen bij het eerste PIP na een verhuizing.',
  }),
  leerrouteVorigPip: keuzeVeld('Leerroute in het vorige PIP', LEERROUTES, {
    hulp: 'Leeg bij het allereerste PIP.',
  }),
  niveauVorigPip: keuzeVeld('Niveau in het vorige PIP', NIVEAUS),
  gevolgdeUrenTaalEnKnm: uren('Gevolgde uren taal en KNM'),
};

export type PipInhoudFeiten = Invoer<typeof pipInhoudVelden>;
