/** Wat na een melding wordt opgehaald: bij DUO, of (`brp`) bij de BRP. */
export type Ophalen = 'doelgroep' | 'plicht' | 'lbt' | 'termijn' | 'pip' | 'brp';

export type Gebeurtenis = {
  omschrijving: string;
  ophalen: readonly Ophalen[];
  /** Waar als de melding een dossier opent wanneer er nog geen is. */
  opent: boolean;
  /** Handeling voor een mens. Ontbreekt als de Stand zelf het volgende werk voorstelt. */
  voorstel?: string;
};

const WIE_EN_PLICHT = ['doelgroep', 'plicht', 'brp'] as const;
const NIETS = [] as const;

const info = (omschrijving: string, ophalen: readonly Ophalen[] = NIETS): Gebeurtenis => ({
  omschrijving,
  ophalen,
  opent: false,
});
const opent = (
  omschrijving: string,
  ophalen: readonly Ophalen[],
  voorstel?: string,
): Gebeurtenis => ({ omschrijving, ophalen, opent: true, ...(voorstel ? { voorstel } : {}) });
const vraagt = (
  omschrijving: string,
  voorstel: string,
  ophalen: readonly Ophalen[] = NIETS,
): Gebeurtenis => ({ omschrijving, ophalen, opent: false, voorstel });

/**
 * De gebeurtenissen die DUO meldt, met wat Meedoen ermee doet. DUO's lijst is open: een id dat hier
 * niet staat wordt bewaard, getoond en aan een mens voorgelegd.
 */
export const GEBEURTENISSEN: Readonly<Record<string, Gebeurtenis>> = {
  SS101: opent('Inburgeringsplichtig geworden', WIE_EN_PLICHT),
  SS128: opent(
    'Inburgeringsplichtig geworden, AOW-leeftijd binnen zes maanden',
    WIE_EN_PLICHT,
    'Beslis hoe licht het traject wordt: de plicht eindigt bij de AOW-leeftijd. Leg dat vast in een notitie.',
  ),
  SS139: opent('Inburgeringsplichtig; de tien weken voor de leerroute lopen', WIE_EN_PLICHT),
  SS129: opent('Tijdelijke vrijstelling ingetrokken, nog geen leerroute', WIE_EN_PLICHT),
  SS120: opent('Hier komen wonen, zonder PIP', WIE_EN_PLICHT),
  SS121: opent(
    'Hier komen wonen, met een PIP van de vorige gemeente',
    [...WIE_EN_PLICHT, 'termijn', 'pip'],
    'Vraag het dossier op bij de vorige gemeente en stel een nieuw PIP vast met dezelfde leerroute.',
  ),
  SS131: info('Uitslag van de leerbaarheidstoets bekend', ['lbt']),
  SS137: info('Aangemeld voor de leerbaarheidstoets'),
  SS102: info('Inburgeringstermijn begonnen', ['termijn']),
  SS103: info('Inburgeringstermijn ambtshalve verlengd', ['termijn']),
  SS104: info('Inburgeringstermijn op verzoek verlengd', ['termijn']),
  SS124: vraagt(
    'Doelgroep gewijzigd: van asielstatushouder naar gezins- en overige migrant',
    'Bekijk wat dit verandert: aanbod, maatschappelijke begeleiding en ontzorgen. Bespreek het met de inburgeraar.',
    ['doelgroep', 'plicht'],
  ),
  SS125: vraagt(
    'Doelgroep gewijzigd: van gezins- en overige migrant naar asielstatushouder',
    'Bekijk wat dit verandert: de gemeente moet nu een aanbod doen. Bespreek het met de inburgeraar.',
    ['doelgroep', 'plicht'],
  ),
  SS109: vraagt(
    'Tijdelijke vrijstelling toegekend',
    'Stop de lopende afspraken en lessen en leg vast tot wanneer de vrijstelling duurt.',
    ['plicht'],
  ),
  SS130: vraagt(
    'Tijdelijke vrijstelling ingetrokken, PIP bekend',
    'Pak het traject weer op: bekijk of het PIP nog past en maak een afspraak.',
    ['plicht', 'termijn'],
  ),
  SS110: vraagt(
    'Inburgeringsplicht ingetrokken',
    'Zeg lopende afspraken af, werk het dossier bij en rond het af.',
    ['plicht'],
  ),
  SS111: vraagt('Overleden', 'Stop alle brieven en afspraken en rond het dossier af.', ['plicht']),
  SS106: vraagt('Diploma behaald', 'Feliciteer de inburgeraar en rond het dossier af.', ['plicht']),
  SS141: vraagt(
    'Inburgeringscertificaat staat klaar in het portaal van DUO',
    'Vertel de inburgeraar dat het certificaat klaarstaat en rond het dossier af.',
    ['plicht'],
  ),
  SS107: vraagt('Gehele vrijstelling toegekend', 'Rond het dossier af.', ['plicht']),
  SS108: vraagt('Gehele ontheffing toegekend', 'Rond het dossier af.', ['plicht']),
  SS199: vraagt(
    'Uitslag van een examen bekend',
    'Bekijk de uitslag bij DUO en bespreek haar in het volgende voortgangsgesprek.',
  ),
  SS198: vraagt(
    'Boete opgelegd door DUO na overschrijding van de termijn',
    'Voer een gesprek over wat er nodig is om alsnog te voldoen. Dit is geen boete van de gemeente.',
  ),
  SS112: info('Verzoek om verlenging van de termijn ingediend'),
  SS113: info('Verzoek om verlenging van de termijn afgewezen'),
  SS114: info('Gehele vrijstelling afgewezen'),
  SS115: info('Tijdelijke vrijstelling afgewezen'),
  SS116: info('Gedeeltelijke vrijstelling afgewezen'),
  SS117: vraagt(
    'Gedeeltelijke vrijstelling toegekend',
    'Bekijk of het PIP nog past: er zijn minder examenonderdelen nodig.',
  ),
  SS118: info('Ontheffing afgewezen'),
  SS119: vraagt(
    'Gedeeltelijke ontheffing toegekend',
    'Bekijk of het PIP nog past bij wat de inburgeraar nog moet doen.',
  ),
  SS122: vraagt('Vertrokken naar een andere gemeente', 'Draag het dossier over.', ['plicht']),
  SS123: vraagt('Vertrokken uit Nederland', 'Bekijk of het dossier kan worden afgerond.', [
    'plicht',
  ]),
  SS126: vraagt(
    'Tien weken voorbij zonder leerroute',
    'Stel het PIP vast, of bekijk waarom DUO het nog niet heeft.',
  ),
  SS127: vraagt('Nog geen inburgeringsaanbod bij DUO bekend', 'Doe een aanbod en meld het.'),
  SS132: vraagt('Opleidingscontract past niet bij het PIP', 'Bekijk het contract en het PIP.'),
  SS133: vraagt('Opleidingscontract past niet bij het aanbod', 'Bekijk contract en aanbod.'),
  SS135: vraagt('Opleidingscontract: attentiesignaal van DUO', 'Bekijk het contract.'),
  SS136: vraagt('Opleidingscontract: attentiesignaal van DUO', 'Bekijk het contract.'),
  SS140: vraagt(
    'DUO vraagt advies over een ontheffing wegens bijzondere omstandigheden',
    'Schrijf het advies van het college aan DUO.',
  ),
  SS142: vraagt(
    'Vrijstellende opleiding beëindigd',
    'Bekijk bij DUO of de inburgeraar weer plichtig is en maak een afspraak.',
  ),
};

/** De omschrijving van een gebeurtenis, ook van een die nog niet bekend is. */
export function omschrijvingVan(gebeurtenisId: string): string {
  return GEBEURTENISSEN[gebeurtenisId]?.omschrijving ?? 'Onbekende gebeurtenis';
}

export type BerichtStaat = 'nieuw' | 'verwerkt' | 'postvak' | 'afgehandeld';
export type Handelwijze = 'koppelen' | 'opnieuw' | 'afgehandeld';

/** De staten van een melding: van, handeling, naar. Wat hier niet staat, kan niet. */
const OVERGANGEN: readonly {
  van: BerichtStaat;
  handeling: Handelwijze | 'verwerken' | 'voorleggen';
  naar: BerichtStaat;
}[] = [
  { van: 'nieuw', handeling: 'verwerken', naar: 'verwerkt' },
  { van: 'nieuw', handeling: 'voorleggen', naar: 'postvak' },
  // DUO gebruikt een berichtId opnieuw voor iets anders, of de BRP blijkt de persoon niet te kennen.
  { van: 'verwerkt', handeling: 'voorleggen', naar: 'postvak' },
  { van: 'afgehandeld', handeling: 'voorleggen', naar: 'postvak' },
  { van: 'postvak', handeling: 'koppelen', naar: 'nieuw' },
  { van: 'nieuw', handeling: 'koppelen', naar: 'nieuw' },
  { van: 'postvak', handeling: 'opnieuw', naar: 'nieuw' },
  { van: 'nieuw', handeling: 'opnieuw', naar: 'nieuw' },
  { van: 'postvak', handeling: 'afgehandeld', naar: 'afgehandeld' },
  { van: 'nieuw', handeling: 'afgehandeld', naar: 'afgehandeld' },
];

/** De staat na een handeling, of `undefined` als die handeling nu niet kan. */
export function naHandeling(van: BerichtStaat, handeling: Handelwijze): BerichtStaat | undefined {
  return OVERGANGEN.find((o) => o.van === van && o.handeling === handeling)?.naar;
}
