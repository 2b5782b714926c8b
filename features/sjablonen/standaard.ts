/**
 * De brieven waarvan een gemeente een deel zelf schrijft. De rest staat vast: het besluit zelf, wat er gebeurt als
 * iemand niet meewerkt, en hoe bezwaar werkt (Awb 3:45 en 3:46).
 */

type Blok = {
  id: string;
  naam: string;
  /** Waar het in de brief staat. */
  plek: string;
  standaard: string;
  /** De gemeente mag dit leeg laten. */
  magLeeg?: boolean;
};

type Sjabloon = {
  naam: string;
  /** Voor wie de brief leest: eenvoudig (A2) of gewone taal (B1). */
  doel: 'A2' | 'B1';
  /** Wat de gemeente zelf schrijft, in de volgorde van de brief. */
  blokken: readonly Blok[];
  /** Wat vaststaat, in gewone woorden, met waarom. */
  vast: readonly { naam: string; waarom: string }[];
  tokens: readonly string[];
};

const ALTIJD = ['naam', 'gemeente', 'klantmanager', 'telefoon', 'email'] as const;

const BEZWAAR = {
  naam: 'Niet eens met dit besluit? De bezwaartermijn, het adres en wat u moet opschrijven.',
  waarom: 'Awb art. 3:45: elk besluit zegt hoe, waar en tot wanneer bezwaar kan.',
};
const GRONDSLAG = {
  naam: 'Op welke regels het besluit rust.',
  waarom: 'Awb art. 3:47: een besluit noemt het voorschrift.',
};

const NIET_VERTAALD = 'Uw eigen tekst staat er alleen in het Nederlands.';

export const SJABLONEN = {
  'pip-beschikking': {
    naam: 'Beschikking van het PIP',
    doel: 'B1',
    tokens: [...ALTIJD, 'leerroute', 'laatste-dag', 'bezwaar-tot'],
    blokken: [
      {
        id: 'inleiding',
        naam: 'Inleiding',
        plek: 'In het kader bovenaan, na de zin met het besluit.',
        standaard:
          'In deze brief leest u wat u gaat doen, welke hulp u krijgt en wanneer u klaar moet zijn. Dit is uw persoonlijk plan inburgering en participatie. Wij noemen het uw PIP.',
      },
      {
        id: 'toelichting',
        naam: 'Toelichting bij de leerroute',
        plek: 'Onder ‘Waarom deze leerroute?’, vóór de redenen per route.',
        standaard:
          'Er zijn drie leerroutes. Wij hebben ze alle drie bekeken. Wij gebruikten wat u ons vertelde in de brede intake. Maakte u de leerbaarheidstoets? Dan gebruikten wij ook de uitslag.',
      },
      {
        id: 'begeleiding',
        naam: 'Hulp en begeleiding',
        plek: 'Boven de tabel met uw hulp.',
        standaard: 'U staat er niet alleen voor. Dit is de hulp die u krijgt:',
      },
      {
        id: 'vragen',
        naam: 'Wat wij van u vragen',
        plek: 'Vóór de vaste zin over de boete.',
        standaard:
          'Houd u aan de afspraken in dit plan. Lukt iets niet? Bel dan meteen uw klantmanager. Samen zoeken wij een oplossing.',
      },
      {
        id: 'contact',
        naam: 'Contact',
        plek: 'Onder ‘Heeft u vragen?’, aan het eind.',
        standaard: 'Leg deze brief naast u als u belt.',
        magLeeg: true,
      },
    ],
    vast: [
      {
        naam: 'U volgt deze leerroute. Dat hebben wij besloten.',
        waarom: 'Wi2021 art. 15: het besluit zelf.',
      },
      {
        naam: 'Waarom wel en waarom niet, per leerroute.',
        waarom: 'Awb art. 3:46: de motivering.',
      },
      {
        naam: 'De lessen, het PVT, de MAP, de gesprekken en de termijn.',
        waarom: 'Wi2021 art. 15 en Besluit art. 5.3: wat in het PIP hoort.',
      },
      {
        naam: 'Doet u niet genoeg mee en is dat uw schuld? Dan kunnen wij u een boete geven.',
        waarom: 'Wi2021 art. 23: de waarschuwing mag niet ontbreken.',
      },
      BEZWAAR,
      GRONDSLAG,
    ],
  },
  'pip-eenvoudig': {
    naam: 'PIP in gewone taal',
    doel: 'A2',
    tokens: [...ALTIJD, 'leerroute', 'laatste-dag', 'bezwaar-tot'],
    blokken: [
      {
        id: 'inleiding',
        naam: 'Inleiding',
        plek: `In het kader bovenaan. ${NIET_VERTAALD}`,
        standaard: 'Dit is uw plan voor de inburgering. Het plan heet PIP.',
      },
      {
        id: 'toelichting',
        naam: 'Toelichting bij de route',
        plek: `Onder ‘Uw route’, na de uitleg van de route. ${NIET_VERTAALD}`,
        standaard: 'Waarom deze route? Dat staat in de lange brief.',
        magLeeg: true,
      },
      {
        id: 'vragen',
        naam: 'Wat wij van u vragen',
        plek: `Onder dit kopje, vóór de vaste zin over de boete. ${NIET_VERTAALD}`,
        standaard:
          'Kom naar de lessen en de afspraken. Lukt iets niet? Bel meteen. Wij zoeken samen een oplossing.',
      },
      {
        id: 'contact',
        naam: 'Contact',
        plek: `Onder ‘Wie helpt u?’, na de naam en het nummer. ${NIET_VERTAALD}`,
        standaard: '',
        magLeeg: true,
      },
    ],
    vast: [
      {
        naam: 'De gemeente heeft een besluit genomen. De lange brief gaat voor.',
        waarom: 'Awb art. 3:45: alleen de beschikking is het besluit.',
      },
      { naam: 'Uw route, uw uren en uw laatste dag.', waarom: 'Komen uit het besluit zelf.' },
      {
        naam: 'Wie u helpt, met naam, nummer en e-mail.',
        waarom: 'Staat zo ook in elke vertaling: iedereen weet wie hij kan bellen.',
      },
      {
        naam: 'Doet u niet mee en is dat uw schuld? Dan kunt u een boete krijgen.',
        waarom: 'Wi2021 art. 23: de waarschuwing mag niet ontbreken.',
      },
      {
        naam: 'Bent u het niet eens met het besluit? De laatste dag voor bezwaar.',
        waarom: 'Awb art. 3:45: staat ook in de eenvoudige versie, zodat niemand haar mist.',
      },
    ],
  },
  oproep: {
    naam: 'Oproep voor de brede intake',
    doel: 'B1',
    tokens: [...ALTIJD, 'datum', 'tijd', 'plaats', 'laatste-dag'],
    blokken: [
      {
        id: 'inleiding',
        naam: 'Inleiding',
        plek: 'In het kader bovenaan, na de dag en de plaats. Niet in een waarschuwing.',
        standaard:
          'U heeft dan een gesprek met uw klantmanager over uw inburgering. Dit gesprek heet de brede intake.',
      },
      {
        id: 'toelichting',
        naam: 'Wat gaan wij doen?',
        plek: 'Onder het kopje ‘Wat gaan wij doen?’.',
        standaard:
          'Wij willen u leren kennen. Wij praten over uw opleiding en werk, uw Nederlands, uw gezondheid en uw gezin. Wij vragen wat u wilt bereiken. Daarna maken wij samen met u een plan voor uw inburgering.',
      },
      {
        id: 'vragen',
        naam: 'Wat neemt u mee?',
        plek: 'Als lijst; elke regel is een punt.',
        standaard:
          'Deze brief.\nUw verblijfsdocument of paspoort.\nUw diploma’s en certificaten, als u die hebt.',
        magLeeg: true,
      },
      {
        id: 'verhinderd',
        naam: 'Kunt u niet komen?',
        plek: 'Vóór de vaste zin met de laatste dag.',
        standaard:
          'Bel dan zo snel mogelijk naar {klantmanager}: {telefoon}. Zeg waarom u niet kunt komen. Wij maken dan een nieuwe afspraak als u een goede reden heeft.',
      },
      {
        id: 'contact',
        naam: 'Contact',
        plek: 'Onder ‘Heeft u vragen?’, aan het eind.',
        standaard: 'Heeft u hulp nodig om bij ons te komen? Laat het ons weten.',
        magLeeg: true,
      },
    ],
    vast: [
      {
        naam: 'Kom op deze dag, om deze tijd, naar deze plaats.',
        waarom: 'Wi2021 art. 14: de oproep zelf.',
      },
      {
        naam: 'U mag alleen met ons praten.',
        waarom: 'Besluit art. 5.2: het recht op een gesprek alleen.',
      },
      {
        naam: 'Wat gebeurt er als u niet komt? De waarschuwing en de boete.',
        waarom: 'Wi2021 art. 22: zonder waarschuwing geen boete.',
      },
      GRONDSLAG,
    ],
  },
  uitnodiging: {
    naam: 'Uitnodiging voor een afspraak',
    doel: 'A2',
    tokens: [...ALTIJD, 'wat', 'datum', 'tijd', 'plaats'],
    blokken: [
      {
        id: 'inleiding',
        naam: 'Inleiding',
        plek: `Na de dag, de plaats en de duur; niet in een herinnering. ${NIET_VERTAALD}`,
        standaard: '',
        magLeeg: true,
      },
      {
        id: 'voorbereiden',
        naam: 'Wat neemt u mee?',
        plek: `Als iemand ergens heen komt. ${NIET_VERTAALD}`,
        standaard: 'Neem mee: deze brief en uw verblijfsdocument of paspoort.',
        magLeeg: true,
      },
      {
        id: 'contact',
        naam: 'Contact',
        plek: `Aan het eind. ${NIET_VERTAALD}`,
        standaard: '',
        magLeeg: true,
      },
    ],
    vast: [
      { naam: 'De dag, de tijd, de plaats en hoe lang.', waarom: 'Komen uit de afspraak zelf.' },
      { naam: 'Of er een tolk is.', waarom: 'Komt uit de afspraak zelf.' },
      {
        naam: 'Kunt u niet? Bel dan dit nummer.',
        waarom: 'Staat zo ook in elke vertaling: wie niet kan komen, weet wie hij belt.',
      },
    ],
  },
} as const satisfies Record<string, Sjabloon>;

export type Sjabloonsoort = keyof typeof SJABLONEN;
export type TokenVan<S extends Sjabloonsoort> = (typeof SJABLONEN)[S]['tokens'][number];
export type BlokVan<S extends Sjabloonsoort> = (typeof SJABLONEN)[S]['blokken'][number]['id'];
export const SJABLOONSOORTEN = Object.keys(SJABLONEN) as [Sjabloonsoort, ...Sjabloonsoort[]];

/** Een sjabloon als gewone lijst, voor wie met elke soort hetzelfde doet. */
export const sjabloonVan = (soort: Sjabloonsoort): Sjabloon => SJABLONEN[soort];
