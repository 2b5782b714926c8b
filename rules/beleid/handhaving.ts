import { getalVeld, jaNeeVeld, keuzeVeld } from '../shared/velden.ts';
import { grens, hoogstens, minstens, parametersVan, samenVeld, tekstVeld } from './parameter.ts';

/**
 * Wet inburgering 2021 art. 22: ten hoogste twee maanden. In dagen telt de kortste twee maanden (1 januari
 * tot en met 28 februari), in weken wat daar altijd binnen past.
 */
const NIEUWE_TERMIJN = { maanden: 2, weken: 8, dagen: 59 } as const;
/** Algemene wet bestuursrecht art. 5:51: besluit binnen dertien weken na het rapport. */
const DAGEN_BESLUIT = 13 * 7;

const parameter = parametersVan('handhaving');

/** Wat een gemeente kiest bij waarschuwen, beboeten en verrekenen (N15–N20). */
export const HANDHAVING = {
  nieuweTermijnBoete: parameter({
    id: 'N15',
    naam: 'Nieuwe termijn bij een boete voor de intake',
    uitleg: 'Binnen deze tijd komt iemand alsnog, nadat een boete is gegeven.',
    veld: samenVeld('Nieuwe termijn', {
      aantal: getalVeld('Aantal', { max: 999 }),
      eenheid: keuzeVeld('Eenheid', ['dagen', 'weken', 'maanden']),
    }),
    standaard: { aantal: 1, eenheid: 'maanden' },
    grens: grens('Ten hoogste twee maanden.', 'wet', 'art. 22'),
    keur: ({ aantal, eenheid }) => [
      ...minstens(aantal, 1, 'Geef minstens één dag.'),
      ...hoogstens(
        aantal,
        NIEUWE_TERMIJN[eenheid],
        'De nieuwe termijn is ten hoogste twee maanden, in welke maand zij ook begint.',
      ),
    ],
  }),
  sanctieVolgorde: parameter({
    id: 'N16',
    naam: 'Boete of maatregel op de bijstand',
    uitleg: 'Wat de gemeente het eerst overweegt als iemand met bijstand niet meewerkt.',
    veld: keuzeVeld('Volgorde', ['maatregel-eerst', 'boete-eerst', 'per-geval']),
    standaard: 'maatregel-eerst',
    grens: grens('Nooit beide voor hetzelfde gedrag.', 'wet', 'art. 27'),
  }),
  boeteAsielstatushouders: parameter({
    id: 'N17',
    naam: 'Boetes aan asielstatushouders',
    uitleg: 'Of de gemeente hen een boete geeft, en wie er dan nog meekijkt.',
    veld: samenVeld('Boetes', {
      mogelijk: jaNeeVeld('Een boete is mogelijk'),
      tweedeBeoordelaar: jaNeeVeld('Een tweede persoon keurt elke boete goed'),
      inningGestopt: jaNeeVeld('Het innen ligt stil'),
    }),
    standaard: { mogelijk: true, tweedeBeoordelaar: true, inningGestopt: false },
    grens: grens(
      'Alleen bij bewezen en blijvende onwil, en alleen met een tweede beoordelaar.',
      'wet',
      'art. 22 en 23',
      {
        zekerheid: 'ontwerp',
        toelichting:
          'Het Hof van Justitie (4 februari 2025, C-158/23) verbiedt stelselmatig beboeten van vluchtelingen. Hoe dat voor deze wet uitpakt staat niet vast; de tweede beoordelaar is onze lezing.',
      },
    ),
    keur: ({ mogelijk, tweedeBeoordelaar }) =>
      mogelijk && !tweedeBeoordelaar
        ? ['Een boete aan een asielstatushouder kan alleen met een tweede beoordelaar.']
        : [],
  }),
  zienswijzeDagen: parameter({
    id: 'N18',
    naam: 'Tijd voor een zienswijze',
    uitleg: 'Zoveel dagen heeft iemand om te reageren voordat de gemeente over een boete beslist.',
    veld: getalVeld('Dagen', { eenheid: 'dagen', max: 999 }),
    standaard: 14,
    grens: grens(
      'Het besluit valt binnen dertien weken na het rapport.',
      'awb',
      'art. 5:50 en 5:51',
    ),
    keur: (dagen) => [
      ...minstens(dagen, 1, 'Iemand moet kunnen reageren.'),
      ...hoogstens(
        dagen,
        DAGEN_BESLUIT - 1,
        'Dan is er binnen dertien weken geen tijd meer om te beslissen.',
      ),
    ],
  }),
  verwijtbaarheidRichtlijn: parameter({
    id: 'N18',
    naam: 'Wegen of iemand iets te verwijten valt',
    uitleg: 'Waar de klantmanager op let en wat hij standaard vraagt.',
    veld: tekstVeld('Richtlijn en vragen'),
    standaard: '',
    grens: grens('Geen boete als iemand niets te verwijten valt.', 'awb', 'art. 5:41 en 5:46'),
  }),
  verrekenenBijstand: parameter({
    id: 'N19',
    naam: 'Een boete met de bijstand verrekenen',
    uitleg: 'Of de gemeente een openstaande boete van de bijstand aftrekt.',
    veld: samenVeld('Verrekenen', {
      verrekenen: jaNeeVeld('Verrekenen'),
      verordening: tekstVeld('Verordening', 'Naam en vindplaats van de verordening.'),
    }),
    standaard: { verrekenen: false, verordening: '' },
    grens: grens('Alleen als een verordening van de raad het regelt.', 'awb', 'art. 4:93'),
    keur: ({ verrekenen, verordening }) =>
      verrekenen && verordening.trim() === ''
        ? ['Zonder verordening mag een boete niet met de bijstand worden verrekend.']
        : [],
  }),
  mandaatBoete: parameter({
    id: 'N20',
    naam: 'Wie over een boete beslist',
    uitleg: 'De functies die namens het college een boete opleggen.',
    veld: samenVeld('Mandaat', {
      functies: tekstVeld('Functies'),
      rapporteurBeslist: jaNeeVeld('Wie het rapport schrijft mag ook beslissen'),
    }),
    standaard: { functies: '', rapporteurBeslist: false },
    grens: grens(
      'Wie het rapport schrijft, legt een boete die boven € 340 kan uitkomen niet zelf op.',
      'awb',
      'art. 10:3 lid 4',
    ),
    keur: ({ rapporteurBeslist }) =>
      rapporteurBeslist ? ['Rapporteren en beslissen door dezelfde persoon mag niet.'] : [],
  }),
};
