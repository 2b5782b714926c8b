/** Een gebeurtenis die DUO meldt, met wat de bediening erbij kan kiezen. */
export type Gebeurtenissoort = {
  id: string;
  omschrijving: string;
  groep: 'plicht' | 'termijn' | 'examen' | 'vrijstelling' | 'signaal';
  /** Wat er bij DUO verandert als het gevolg wordt meegenomen; leeg is: alleen het bericht. */
  gevolg?: string;
  /** Bij het gevolg hoort een dag; dit is de vraag ernaar. */
  datum?: string;
  /** Bij het gevolg hoort een keuze; de eerste is de gewone. */
  keuze?: { vraag: string; opties: readonly string[] };
};

const ONDERDELEN = ['Lezen', 'Luisteren', 'Schrijven', 'Spreken', 'KNM'] as const;
const onderdeel = { vraag: 'Onderdeel', opties: ONDERDELEN };

type Rest = Omit<Gebeurtenissoort, 'id' | 'omschrijving' | 'groep'>;

const maak =
  (groep: Gebeurtenissoort['groep']) =>
  (id: string, omschrijving: string, rest: Rest = {}): Gebeurtenissoort => ({
    id,
    omschrijving,
    groep,
    ...rest,
  });
const plicht = maak('plicht');
const termijn = maak('termijn');
const examen = maak('examen');
const vrijstelling = maak('vrijstelling');
const signaal = maak('signaal');

const KENNISGEVING = {
  gevolg: 'DUO heeft de kennisgeving van de plicht gestuurd.',
  datum: 'Dag van de kennisgeving',
};
const AFLOOP = 'Laatste dag van de plicht';

/** Alle gebeurtenissen die DUO beschrijft. */
export const GEBEURTENISSEN: readonly Gebeurtenissoort[] = [
  plicht('SS101', 'Persoon is inburgeringsplichtig geworden', KENNISGEVING),
  plicht(
    'SS128',
    'Persoon is inburgeringsplichtig en bereikt binnen zes maanden de AOW-leeftijd',
    KENNISGEVING,
  ),
  plicht('SS139', 'Inburgeringsplichtig; de termijn voor de leerroute is gestart', KENNISGEVING),
  plicht('SS120', 'Inburgeringsplichtige is gevestigd in de gemeente, zonder PIP', {
    gevolg: 'De persoon is naar de gekozen gemeente verhuisd.',
    datum: 'Dag van vestiging',
  }),
  plicht('SS121', 'Inburgeringsplichtige is gevestigd in de gemeente, met PIP', {
    gevolg: 'De persoon is naar de gekozen gemeente verhuisd; het PIP blijft van de vorige.',
    datum: 'Dag van vestiging',
  }),
  plicht('SS124', 'Doelgroep gewijzigd naar gezinsmigrant en overige migrant', {
    gevolg: 'De doelgroep is gewijzigd.',
    datum: 'Ingangsdatum',
  }),
  plicht('SS125', 'Doelgroep gewijzigd naar asielstatushouder', {
    gevolg: 'De doelgroep is gewijzigd.',
    datum: 'Ingangsdatum',
  }),
  plicht('SS110', 'Inburgeringsplicht is ingetrokken', {
    gevolg: 'De plicht eindigt om de gekozen reden.',
    datum: AFLOOP,
    keuze: {
      vraag: 'Reden',
      opties: ['Verblijfsdoel gewijzigd', 'Vertrek uit Nederland langer dan een jaar', 'Overig'],
    },
  }),
  plicht('SS111', 'Persoon is overleden', {
    gevolg: 'De plicht eindigt door overlijden.',
    datum: 'Dag van overlijden',
  }),
  plicht('SS106', 'Inburgeringsdiploma is behaald', {
    gevolg: 'Aan de plicht is voldaan.',
    datum: AFLOOP,
  }),
  plicht('SS141', 'Inburgeringscertificaat staat klaar (Z-route)', {
    gevolg: 'Aan de plicht is voldaan.',
    datum: AFLOOP,
  }),
  termijn('SS102', 'Inburgeringstermijn is gestart', {
    gevolg: 'DUO rekent de termijn vanaf het eerste PIP.',
  }),
  termijn('SS103', 'Inburgeringstermijn is ambtshalve verlengd', {
    gevolg: 'De termijn duurt een half jaar langer, of tot de gekozen dag.',
    datum: 'Nieuwe einddatum (telt niet mee)',
  }),
  termijn('SS104', 'Inburgeringstermijn is op verzoek verlengd', {
    gevolg:
      'De aanvraag is toegekend; de termijn duurt een half jaar langer, of tot de gekozen dag.',
    datum: 'Nieuwe einddatum (telt niet mee)',
  }),
  termijn('SS112', 'Verzoek om verlenging van de termijn is ingediend', {
    gevolg: 'De aanvraag is in behandeling.',
    datum: 'Ontvangen op',
  }),
  termijn('SS113', 'Verzoek om verlenging van de termijn is afgewezen', {
    gevolg: 'De aanvraag is afgewezen.',
    datum: 'Beoordeeld op',
  }),
  termijn('SS198', 'Boete opgelegd na overschrijding van de termijn', {
    gevolg: 'Er komt een boete bij.',
    datum: 'Datum van de beschikking',
    keuze: { vraag: 'Bedrag in euro', opties: ['340', '680', '1250'] },
  }),
  examen('SS137', 'Persoon is aangemeld voor de leerbaarheidstoets', {
    gevolg: 'Er is een examennummer voor de leerbaarheidstoets.',
  }),
  examen('SS131', 'Resultaat van de leerbaarheidstoets is bekend', {
    gevolg: 'Er komt een uitslag bij.',
    datum: 'Dag van de toets',
    keuze: {
      vraag: 'Uitslag',
      opties: ['B1-route haalbaar', 'B1-route niet haalbaar', 'Onbekend'],
    },
  }),
  examen('SS199', 'Uitslag van een examenonderdeel is bekend', {
    gevolg: 'Er komt een geslaagd onderdeel bij.',
    datum: 'Examendatum',
    keuze: onderdeel,
  }),
  vrijstelling('SS107', 'Gehele vrijstelling is toegekend', {
    gevolg: 'De vrijstelling staat vast en de plicht eindigt.',
    datum: 'Dag van het besluit',
  }),
  vrijstelling('SS108', 'Gehele ontheffing is toegekend', {
    gevolg: 'De ontheffing staat vast en de plicht eindigt.',
    datum: 'Dag van het besluit',
  }),
  vrijstelling('SS109', 'Tijdelijke vrijstelling is toegekend', {
    gevolg: 'De plicht rust een jaar.',
    datum: 'Begin van de vrijstelling',
  }),
  vrijstelling('SS129', 'Tijdelijke vrijstelling is ingetrokken, er is nog geen leerroute', {
    gevolg: 'De plicht loopt weer.',
    datum: 'Dag van intrekking',
  }),
  vrijstelling('SS130', 'Tijdelijke vrijstelling is ingetrokken, er is een PIP', {
    gevolg: 'De plicht loopt weer.',
    datum: 'Dag van intrekking',
  }),
  vrijstelling('SS114', 'Gehele vrijstelling is afgewezen', besluit()),
  vrijstelling('SS115', 'Tijdelijke vrijstelling is afgewezen', besluit()),
  vrijstelling('SS116', 'Gedeeltelijke vrijstelling is afgewezen', besluit()),
  vrijstelling('SS117', 'Gedeeltelijke vrijstelling is toegekend', {
    ...besluit(),
    keuze: { vraag: 'Onderdeel', opties: ONDERDELEN.slice(0, 4) },
  }),
  vrijstelling('SS118', 'Ontheffing is afgewezen', besluit()),
  vrijstelling('SS119', 'Gedeeltelijke ontheffing is toegekend', {
    ...besluit(),
    keuze: onderdeel,
  }),
  signaal('SS122', 'Inburgeringsplichtige is vertrokken naar een andere gemeente'),
  signaal('SS123', 'Inburgeringsplichtige is vertrokken uit Nederland'),
  signaal('SS126', 'Na tien weken is er nog geen leerroute'),
  signaal('SS127', 'Er is nog geen inburgeringsaanbod voor een asielstatushouder'),
  signaal('SS132', 'Opleidingscontract past niet bij de leerroute'),
  signaal('SS133', 'Opleidingscontract past niet bij het inburgeringsaanbod'),
  signaal('SS135', 'Opleidingscontract is beëindigd'),
  signaal('SS136', 'Opleidingscontract zonder inburgeringsaanbod'),
  signaal('SS140', 'Advies gevraagd over bijzondere individuele omstandigheden'),
  signaal('SS142', 'Opleiding die niet vrijstelt is beëindigd'),
];

function besluit(): Rest {
  return { gevolg: 'Het besluit staat bij DUO.', datum: 'Dag van het besluit' };
}

const OP_ID = new Map(GEBEURTENISSEN.map((g) => [g.id, g]));

/** De omschrijving; een onbekend id mag ook. */
export function omschrijvingVan(id: string): string {
  return OP_ID.get(id)?.omschrijving ?? `Gebeurtenis ${id}`;
}
