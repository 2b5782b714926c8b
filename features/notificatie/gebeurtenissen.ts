import { type Datum, plusDagen } from '../../rules/shared/datum.ts';

/** Wat na een melding wordt opgehaald: bij DUO, of (`brp`) bij de BRP. */
export const OPHALEN = [
  'doelgroep',
  'doelgroep-historie',
  'plicht',
  'plicht-historie',
  'lbt-nummer',
  'lbt',
  'termijn',
  'termijn-historie',
  'verlengingen',
  'vrijstellingen',
  'ontheffingen',
  'gratis-pogingen',
  'examens',
  'boetes',
  'gebeurtenissen',
  'pip',
  'map',
  'pvt',
  'uren',
  'brp',
] as const;
export type Ophalen = (typeof OPHALEN)[number];

export type Gebeurtenis = {
  omschrijving: string;
  ophalen: readonly Ophalen[];
  /** Wat de melding zelf aankondigt; heeft DUO dat nog niet, dan is er iets niet af. */
  kern?: Ophalen;
  /** Waar als de melding een dossier opent wanneer er nog geen is. */
  opent: boolean;
  /** Wat zij over de plicht zegt: die loopt (weer), of rust of is voorbij. Een latere melding gaat voor. */
  plicht?: 'loopt' | 'stopt';
  /** Handeling voor een mens. Ontbreekt als de Stand zelf het volgende werk voorstelt. */
  voorstel?: string;
  /** Werknorm in dagen na de registratie bij DUO; geen termijn uit de wet. */
  binnenDagen?: number;
  /** Waarvoor DUO geen koppeling heeft: dan ligt er een kaart voor het portaal. */
  portaal?: 'bio-advies';
};

const PLICHT = ['plicht', 'plicht-historie'] as const;
const DOELGROEP = ['doelgroep', 'doelgroep-historie'] as const;
const TERMIJN = ['termijn', 'termijn-historie'] as const;
const EXAMEN = ['examens', 'gratis-pogingen'] as const;
const OVERGENOMEN = ['pip', 'uren', 'map', 'pvt'] as const;
const WIE = [...DOELGROEP, ...PLICHT, ...EXAMEN, 'brp'] as const;
const WEEK = 7;
const SPOED = 2;

type Rest = Partial<Omit<Gebeurtenis, 'omschrijving' | 'ophalen'>>;

const maak = (omschrijving: string, ophalen: readonly Ophalen[], rest: Rest = {}): Gebeurtenis => ({
  omschrijving,
  ophalen,
  opent: false,
  ...rest,
});
/** Alleen bijwerken: een mens hoeft niets, mits DUO heeft wat zij aankondigt. */
const info = (omschrijving: string, ophalen: readonly Ophalen[]): Gebeurtenis =>
  maak(omschrijving, ophalen, { kern: ophalen[0] });
const opent = (omschrijving: string, ophalen: readonly Ophalen[], voorstel?: string) =>
  maak(omschrijving, ophalen, {
    opent: true,
    plicht: 'loopt',
    kern: 'plicht',
    ...(voorstel ? { voorstel, binnenDagen: WEEK } : {}),
  });
const vraagt = (
  omschrijving: string,
  voorstel: string,
  ophalen: readonly Ophalen[] = [],
  binnenDagen = 2 * WEEK,
) => maak(omschrijving, ophalen, { voorstel, binnenDagen });
/** De plicht rust of is voorbij. */
const stopt = (
  omschrijving: string,
  voorstel: string,
  ophalen: readonly Ophalen[] = PLICHT,
  binnenDagen = WEEK,
) => maak(omschrijving, ophalen, { voorstel, binnenDagen, plicht: 'stopt' });

/**
 * De gebeurtenissen die DUO meldt, met wat Meedoen ermee doet. DUO's lijst is open: een id dat hier
 * niet staat wordt bewaard, getoond en aan een mens voorgelegd.
 */
export const GEBEURTENISSEN: Readonly<Record<string, Gebeurtenis>> = {
  SS101: opent('Inburgeringsplichtig geworden', WIE),
  SS128: opent(
    'Inburgeringsplichtig geworden, AOW-leeftijd binnen zes maanden',
    WIE,
    'Beslis hoe licht het traject wordt: de plicht eindigt bij de AOW-leeftijd. Leg dat vast in een notitie.',
  ),
  SS139: opent('Inburgeringsplichtig; de tien weken voor de leerroute lopen', WIE),
  SS129: opent('Tijdelijke vrijstelling ingetrokken, nog geen leerroute', [
    ...WIE,
    'vrijstellingen',
  ]),
  SS120: opent('Hier komen wonen, zonder PIP', WIE),
  SS121: opent(
    'Hier komen wonen, met een PIP van de vorige gemeente',
    [...WIE, ...TERMIJN, ...OVERGENOMEN],
    'Vraag het dossier op bij de vorige gemeente en stel een nieuw PIP vast met dezelfde leerroute.',
  ),
  SS124: vraagt(
    'Doelgroep gewijzigd: van asielstatushouder naar gezins- en overige migrant',
    'Bekijk wat dit verandert: aanbod, maatschappelijke begeleiding en ontzorgen. Bespreek het met de inburgeraar.',
    [...DOELGROEP, ...PLICHT],
  ),
  SS125: vraagt(
    'Doelgroep gewijzigd: van gezins- en overige migrant naar asielstatushouder',
    'Bekijk wat dit verandert: de gemeente moet nu een aanbod doen. Bespreek het met de inburgeraar.',
    [...DOELGROEP, ...PLICHT],
  ),
  SS109: stopt(
    'Tijdelijke vrijstelling toegekend',
    'Werk de uren en resultaten bij, stop de lopende afspraken en lessen en kijk tot wanneer de vrijstelling duurt.',
    [...PLICHT, 'vrijstellingen'],
  ),
  SS110: stopt(
    'Inburgeringsplicht ingetrokken',
    'Zeg lopende afspraken af, werk het dossier bij en rond het af.',
  ),
  SS111: stopt(
    'Overleden',
    'Stop alle brieven en afspraken en rond het dossier af.',
    PLICHT,
    SPOED,
  ),
  SS106: stopt('Diploma behaald', 'Feliciteer de inburgeraar en rond het dossier af.', [
    ...PLICHT,
    ...EXAMEN,
  ]),
  SS141: stopt(
    'Inburgeringscertificaat staat klaar in het portaal van DUO',
    'Vertel de inburgeraar dat het certificaat klaarstaat en rond het dossier af.',
  ),
  SS107: stopt('Gehele vrijstelling toegekend', 'Rond het dossier af.', [
    ...PLICHT,
    'vrijstellingen',
  ]),
  SS108: stopt('Gehele ontheffing toegekend', 'Rond het dossier af.', [...PLICHT, 'ontheffingen']),
  SS130: maak(
    'Tijdelijke vrijstelling ingetrokken, PIP bekend',
    [...PLICHT, ...TERMIJN, 'pip', ...EXAMEN, 'vrijstellingen'],
    {
      voorstel: 'Pak het traject weer op: bekijk of het PIP nog past en maak een afspraak.',
      binnenDagen: WEEK,
      plicht: 'loopt',
    },
  ),
  SS137: info('Aangemeld voor de leerbaarheidstoets', ['lbt-nummer', 'lbt']),
  SS131: info('Uitslag van de leerbaarheidstoets bekend', ['lbt', 'lbt-nummer']),
  SS102: info('Inburgeringstermijn begonnen', TERMIJN),
  SS103: info('Inburgeringstermijn ambtshalve verlengd', TERMIJN),
  SS104: info('Inburgeringstermijn op verzoek verlengd', [...TERMIJN, 'verlengingen']),
  SS112: info('Verzoek om verlenging van de termijn ingediend', ['verlengingen']),
  SS113: info('Verzoek om verlenging van de termijn afgewezen', ['verlengingen']),
  SS199: vraagt(
    'Uitslag van een examen bekend',
    'Bespreek de uitslag in het volgende voortgangsgesprek.',
    EXAMEN,
  ),
  SS198: vraagt(
    'Boete opgelegd door DUO na overschrijding van de termijn',
    'Voer een gesprek over wat er nodig is om alsnog te voldoen. Dit is geen boete van de gemeente.',
    ['boetes', ...TERMIJN],
  ),
  SS114: info('Gehele vrijstelling afgewezen', ['vrijstellingen']),
  SS115: info('Tijdelijke vrijstelling afgewezen', ['vrijstellingen']),
  SS116: info('Gedeeltelijke vrijstelling afgewezen', ['vrijstellingen']),
  SS117: vraagt(
    'Gedeeltelijke vrijstelling toegekend',
    'Bekijk of het PIP nog past: er zijn minder examenonderdelen nodig.',
    ['vrijstellingen', ...EXAMEN],
  ),
  SS118: info('Ontheffing afgewezen', ['ontheffingen']),
  SS119: vraagt(
    'Gedeeltelijke ontheffing toegekend',
    'Bekijk of het PIP nog past bij wat de inburgeraar nog moet doen.',
    ['ontheffingen', ...EXAMEN],
  ),
  SS122: vraagt(
    'Vertrokken naar een andere gemeente',
    'Meld de laatste uren en resultaten aan DUO en draag het dossier over.',
    [...PLICHT, 'pip'],
    WEEK,
  ),
  SS123: vraagt('Vertrokken uit Nederland', 'Bekijk of het dossier kan worden afgerond.', PLICHT),
  SS126: vraagt(
    'Tien weken voorbij zonder leerroute',
    'Stel het PIP vast, of bekijk waarom DUO het nog niet heeft.',
    ['pip'],
    SPOED,
  ),
  SS127: vraagt(
    'Nog geen inburgeringsaanbod bij DUO bekend',
    'Doe een aanbod en meld het.',
    [],
    WEEK,
  ),
  SS132: vraagt('Opleidingscontract past niet bij het PIP', 'Bekijk het contract en het PIP.', [
    'pip',
  ]),
  SS133: vraagt('Opleidingscontract past niet bij het aanbod', 'Bekijk contract en aanbod.'),
  SS135: vraagt('Opleidingscontract: attentiesignaal van DUO', 'Bekijk het contract.'),
  SS136: vraagt('Opleidingscontract: attentiesignaal van DUO', 'Bekijk het contract.'),
  SS140: {
    ...vraagt(
      'DUO vraagt advies over een ontheffing wegens bijzondere omstandigheden',
      'Schrijf het advies van het college; de kaart ligt klaar bij Zelf invoeren.',
    ),
    portaal: 'bio-advies',
  },
  SS142: vraagt(
    'Vrijstellende opleiding beëindigd',
    'Bekijk of de inburgeraar weer plichtig is en maak een afspraak.',
    [...PLICHT, 'vrijstellingen'],
  ),
};

/** De omschrijving van een gebeurtenis, ook van een die nog niet bekend is. */
export function omschrijvingVan(gebeurtenisId: string): string {
  return GEBEURTENISSEN[gebeurtenisId]?.omschrijving ?? 'Onbekende gebeurtenis';
}

/** Dag waarop wat een melding vraagt naar onze norm klaar is; leeg als zij niets vraagt. */
export function streefdagVan(melding: {
  gebeurtenisId: string;
  geregistreerdOp: string;
  voorstel: string | null;
}): Datum | null {
  if (!melding.voorstel) return null;
  const dagen = GEBEURTENISSEN[melding.gebeurtenisId]?.binnenDagen ?? WEEK;
  return plusDagen(melding.geregistreerdOp.slice(0, 10) as Datum, dagen);
}

export type BerichtStaat = 'nieuw' | 'verwerkt' | 'postvak' | 'afgehandeld';
export type Handelwijze = 'koppelen' | 'opnieuw' | 'parkeren' | 'afgehandeld';

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
  // DUO antwoordt met hoe het nu is: nog eens vragen kan altijd en verdubbelt niets.
  { van: 'verwerkt', handeling: 'opnieuw', naar: 'nieuw' },
  { van: 'nieuw', handeling: 'opnieuw', naar: 'nieuw' },
  // Weggelegd tot een dag: zij blijft in het postvak, maar niet bij wat nu openstaat.
  { van: 'postvak', handeling: 'parkeren', naar: 'postvak' },
  { van: 'postvak', handeling: 'afgehandeld', naar: 'afgehandeld' },
  { van: 'nieuw', handeling: 'afgehandeld', naar: 'afgehandeld' },
];

/** De staat na een handeling, of `undefined` als die handeling nu niet kan. */
export function naHandeling(van: BerichtStaat, handeling: Handelwijze): BerichtStaat | undefined {
  return OVERGANGEN.find((o) => o.van === van && o.handeling === handeling)?.naar;
}
