import { doelgroepVeld } from '../leerroute/velden.ts';
import type { OntbrekendFeit, Oordeel, Reden } from '../shared/antwoord.ts';
import { grondslag } from '../shared/grondslag.ts';
import { oordeel } from '../shared/oordeel.ts';
import { aangehaaldeFeiten, type Herkomst, maakRegel, ontbrekendFeit } from '../shared/regel.ts';
import { type Invoer, jaNeeVeld, oordeelVeld } from '../shared/velden.ts';

const velden = {
  doelgroep: doelgroepVeld(),
  boetesMogelijk: jaNeeVeld(
    'Het beleid van de gemeente laat een boete aan asielstatushouders toe',
    'De schakelaar in het beleid.',
  ),
  bewezenBlijvendeOnwil: oordeelVeld(
    'De onwil om in te burgeren is bewezen en blijvend',
    [
      'welke inspanning de persoon wel leverde: lessen, examens, opkomst',
      'of de onwil lang duurt en bleef na hulp en waarschuwing',
      'welke bewijsstukken er zijn, en wat de persoon erop zei',
      'leeftijd, opleiding, gezondheid en gezin',
    ],
    'Zakken of te laat zijn is geen onwil.',
  ),
  onredelijkeLast: oordeelVeld('De boete is een onredelijke last voor de persoon', [
    'inkomen, vermogen en schulden',
    'andere kosten van de inburgering die de persoon draagt',
    'wat de boete voor het gezin betekent',
  ]),
  tweedeBeoordelaar: jaNeeVeld('Een tweede persoon met naam keek mee en stemt in'),
};

export type BoeteVluchtelingFeiten = Invoer<typeof velden>;
type Naam = keyof BoeteVluchtelingFeiten & string;

const TITEL = 'Boete aan een asielstatushouder';
const GROND = grondslag('boete-vluchteling', 'wet', 'art. 22 tot en met 25', {
  zekerheid: 'ontwerp',
  toelichting:
    'Het Hof van Justitie (4 februari 2025, C-158/23) verbiedt vluchtelingen stelselmatig te beboeten omdat zij niet op tijd slagen. De Raad van State paste dat op 9 juli 2025 en 18 februari 2026 toe op de oude wet. Wat het voor deze wet betekent, is niet beslist. De schakelaar, de toets en de tweede beoordelaar zijn onze keuze.',
});

/** Per feit: de waarde die een boete in de weg staat, en de reden. */
const EISEN: readonly { naam: Naam; dicht: boolean; tekst: string }[] = [
  {
    naam: 'boetesMogelijk',
    dicht: false,
    tekst: 'Het beleid van de gemeente laat geen boete aan asielstatushouders toe.',
  },
  {
    naam: 'bewezenBlijvendeOnwil',
    dicht: false,
    tekst: 'Blijvende onwil om in te burgeren is niet bewezen.',
  },
  {
    naam: 'onredelijkeLast',
    dicht: true,
    tekst: 'De boete is een onredelijke last voor de persoon.',
  },
  {
    naam: 'tweedeBeoordelaar',
    dicht: false,
    tekst: 'Er heeft nog geen tweede persoon met naam meegekeken en ingestemd.',
  },
];

/**
 * `boete-vluchteling`: de toets vóór elke boete aan een asielstatushouder. Zij volgt nooit vanzelf: elk
 * deel is een feit of een oordeel van een mens.
 *
 * Wi2021 art. 22–25 (https://wetten.overheid.nl/BWBR0044770/2023-01-01), gelezen met Hof van Justitie
 * 4 februari 2025, C-158/23. De doelgroep van DUO is ruimer dan alleen vluchtelingen; wij toetsen de hele
 * groep.
 */
export function boeteVluchteling(f: BoeteVluchtelingFeiten, herkomst: Herkomst = {}): Oordeel {
  const buiten = f.doelgroep === 'Gezinsmigrant en overige migrant';
  const binnen = f.doelgroep === 'Asielstatushouder';
  return oordeel({
    titel: TITEL,
    grondslag: GROND,
    redenen: binnen ? redenenTegen(f) : [],
    ontbreekt: buiten ? [] : ontbreekt(f),
    goed: buiten ? 'de toets geldt niet voor deze doelgroep' : 'de toets staat niet in de weg',
    feiten: () => aangehaaldeFeiten(velden, f, undefined, herkomst),
    stappen: () => (buiten ? [] : [{ titel: 'Een mens beslist over de boete, nooit het systeem' }]),
    zouWijzigenAls: [
      'er bewijs komt van inspanning, of van blijvende onwil',
      'het beleid van de gemeente verandert',
      'de rechter zich over deze wet uitspreekt',
    ],
  });
}

function redenenTegen(f: BoeteVluchtelingFeiten): Reden[] {
  return EISEN.filter((e) => f[e.naam] === e.dicht).map(({ naam, tekst }) => ({
    code: `boete-vluchteling-${naam}`,
    tekst,
    veld: naam,
    grondslag: GROND,
  }));
}

function ontbreekt(f: BoeteVluchtelingFeiten): OntbrekendFeit[] {
  const namen: Naam[] = ['doelgroep', ...EISEN.map((e) => e.naam)];
  return namen.filter((n) => f[n] === undefined).map((n) => ontbrekendFeit(velden, n));
}

const TOETS = {
  doelgroep: 'Asielstatushouder',
  boetesMogelijk: true,
  bewezenBlijvendeOnwil: true,
  onredelijkeLast: false,
  tweedeBeoordelaar: true,
};

export const boeteVluchtelingRegel = maakRegel({
  id: 'boete-vluchteling',
  titel: 'Toets voor een boete aan een asielstatushouder',
  vraag: 'Mag een boete aan deze asielstatushouder worden overwogen?',
  beschrijving:
    'Het Europese Hof van Justitie vindt dat een vluchteling niet stelselmatig een boete mag krijgen omdat hij niet op tijd slaagt. Een boete kan alleen bij bewezen en blijvende onwil, en mag geen onredelijke last zijn. De Raad van State paste dat toe op de oude wet. Voor de Wet inburgering 2021 is het nog niet beslist.\n\nDaarom toetst Meedoen vóór elke boete aan een asielstatushouder: laat het beleid het toe, is blijvende onwil bewezen, is de boete draaglijk, en keek een tweede persoon mee? Niets gaat vanzelf. Wie zich inspande en toch niet slaagt, krijgt geen boete. Gezinsleden met een reguliere vergunning horen bij DUO bij dezelfde doelgroep; ook voor hen geldt de toets.',
  rijen: ['I19', 'I20'],
  artikelen: [GROND],
  versieVolgt: 'De dag waarop over de boete wordt beslist.',
  velden,
  voorbeelden: [
    {
      naam: 'Termijn niet gehaald, wel inspanning geleverd',
      invoer: { ...TOETS, bewezenBlijvendeOnwil: false },
    },
    { naam: 'Alles nagegaan en bewezen', invoer: TOETS },
    { naam: 'Nog geen oordeel', invoer: { doelgroep: 'Asielstatushouder', boetesMogelijk: true } },
    { naam: 'Gezinsmigrant', invoer: { doelgroep: 'Gezinsmigrant en overige migrant' } },
  ],
  vindplaats: {
    bestand: 'rules/boete-grenzen/boete-vluchteling.ts',
    test: 'rules/boete-grenzen/boete-vluchteling.test.ts',
  },
  bepaal: boeteVluchteling,
});
