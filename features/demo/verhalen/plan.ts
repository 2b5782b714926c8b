import type { Schrijver } from '../bouw.ts';

const WERK = {
  eigenWoorden: 'ኣብ ክሽነ ክሰርሕ ይደሊ። ንደቀይ ኣርኣያ ክኸውን ይደሊ።',
  taal: 'ti',
  nederlands: 'Ik wil in een keuken werken. Ik wil een voorbeeld zijn voor mijn kinderen.',
} as const;

type Ids = Record<'werk' | 'praten' | 'digitaal' | 'maatje' | 'linde' | 'yonas', string>;

function doelen(s: Schrijver, n: number, ids: Ids): void {
  const doel = { leefgebied: 'werk', aandachtspunt: 'Werk vinden', staat: 'actief' } as const;
  s.feit(n, 'medewerker', 'doel', { ...doel, ...WERK, doelId: ids.werk });
  s.feit(n, 'medewerker', 'doel', {
    doelId: ids.praten,
    leefgebied: 'leren-en-taal',
    aandachtspunt: 'Nederlands praten',
    eigenWoorden: 'ምስ ጎረባብተይ ብቋንቋ ሆላንድ ክዛረብ ይደሊ።',
    taal: 'ti',
    nederlands: 'Ik wil met mijn buren Nederlands kunnen praten.',
    staat: 'actief',
  });
  const digitaal = {
    doelId: ids.digitaal,
    leefgebied: 'zelfredzaamheid',
    aandachtspunt: 'Computer en telefoon',
    eigenWoorden: 'ብተሌፎን ቆጸራ ባዕለይ ክሕዝ ይደሊ።',
    taal: 'ti',
    nederlands: 'Ik wil zelf afspraken maken met mijn telefoon.',
  };
  s.feit(n, 'medewerker', 'doel', { ...digitaal, staat: 'actief' });
  s.feit(-6, 'medewerker', 'doel', { ...digitaal, staat: 'bereikt' });
}

function netwerk(s: Schrijver, n: number, ids: Ids): void {
  const vanaf = s.dag(n);
  s.feit(n, 'medewerker', 'netwerk', {
    netwerkId: ids.maatje,
    naam: 'Marijke de Boer',
    rol: 'taalmaatje',
    organisatie: 'Bibliotheek',
    email: 'marijke@bibliotheek.example',
    waarom: 'Oefent elke week Nederlands met u.',
    vanaf,
  });
  s.feit(n, 'medewerker', 'netwerk', {
    netwerkId: ids.linde,
    naam: 'Buurthuis De Linde',
    rol: 'vrijwilliger',
    telefoon: '0591 00 00 00',
    waarom: 'Daar kunt u elke vrijdag meekoken.',
    vanaf,
  });
  s.feit(n, 'medewerker', 'netwerk', {
    netwerkId: ids.yonas,
    naam: 'Yonas Haile',
    rol: 'ervaringsdeskundige: verkenner',
    waarom: 'Spreekt Tigrinya, kent de weg en gaat de eerste keren mee.',
    vanaf,
  });
  s.feit(n, 'medewerker', 'deling', {
    delingId: s.id(n),
    netwerkId: ids.linde,
    wat: ['voornaam', 'afspraken met deze partner'],
    grondslag: 'toestemming',
    toelichting: 'U zei ja in het gesprek, met een tolk.',
    vanaf,
  });
}

function afspraken(s: Schrijver, n: number, ids: Ids): void {
  const linde = { soort: 'partner', naam: 'Buurthuis De Linde', netwerkId: ids.linde } as const;
  const zelf = { soort: 'inburgeraar', naam: s.mens.voornamen } as const;
  const oefenen = {
    planId: s.id(n),
    doelId: ids.praten,
    leefgebied: 'leren-en-taal',
    wat: 'Elke woensdag oefenen met Marijke',
    wie: zelf,
    grondslag: 'vrijwillig',
  } as const;
  s.feit(n, 'medewerker', 'plan-afspraak', { ...oefenen, staat: 'open' });
  s.feit(-5, 'medewerker', 'plan-afspraak', {
    planId: s.id(-5),
    doelId: ids.werk,
    leefgebied: 'werk',
    wat: 'Een vaste vrijdag in de keuken regelen',
    wie: linde,
    uiterlijk: s.dag(10),
    grondslag: 'vrijwillig',
    staat: 'open',
  });
  s.feit(-5, 'medewerker', 'plan-afspraak', {
    planId: s.id(-5),
    doelId: ids.werk,
    leefgebied: 'werk',
    wat: 'Kennismaken met de jobcoach',
    wie: { soort: 'gemeente', naam: s.door.naam },
    uiterlijk: s.dag(21),
    grondslag: 'participatiewet',
    staat: 'open',
  });
}

/** Iemand met doelen in eigen woorden, drie mensen om haar heen en een afspraak die bij een partner ligt. */
export function levendPlan(s: Schrijver, n: number): void {
  const ids: Ids = {
    werk: s.id(n),
    praten: s.id(n),
    digitaal: s.id(n),
    maatje: s.id(n),
    linde: s.id(n),
    yonas: s.id(n),
  };
  const organisatie = `Gemeente ${s.gemeente.naam}`;
  s.feit(n, 'medewerker', 'aanspreekpunt', {
    fase: 'intake-en-pip',
    naam: s.door.naam,
    organisatie,
    medewerkerId: s.door.id,
    vanaf: s.dag(n),
  });
  doelen(s, n, ids);
  netwerk(s, n + 1, ids);
  afspraken(s, n + 1, ids);
  s.feit(n + 60, 'medewerker', 'aanspreekpunt', {
    fase: 'leren',
    naam: 'Sanne Vos',
    organisatie: 'VluchtelingenWerk',
    vanaf: s.dag(n + 60),
    overdracht: { op: s.dag(n + 60), vorm: 'driegesprek', met: `${s.door.naam} en Sanne Vos` },
  });
}
