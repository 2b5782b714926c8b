import type { Geldend } from '../stand/geldend.ts';

export type BriefKanaal = 'papier' | 'digitaal' | 'papier-en-digitaal';
export type Lesvorm = 'in-de-klas' | 'klas-met-oefenen-thuis' | 'ook-online';

type Advies<T> = { keuze: T; zin: string; waarom: string[] };

export type DigitaalAdvies = {
  brieven: Advies<BriefKanaal>;
  les: Advies<Lesvorm>;
  /** Een apparaat waarop een bericht (sms, e-mail) kan aankomen. */
  heeftTelefoon: boolean | undefined;
  /** Vragen van de intake die nog geen antwoord hebben; zolang die er zijn is het advies voorzichtig. */
  ontbreekt: string[];
  /** De feiten waarop het advies rust. */
  feitIds: string[];
};

const VRAGEN = ['digitaal-apparaat', 'digitaal-internet', 'digitaal-kunnen', 'digitaal-post'];

type Antwoorden = {
  apparaat?: string[];
  internet?: boolean;
  kunnen?: string;
  post?: string;
  leest: boolean | undefined;
};

function briefadvies({ apparaat, internet, kunnen, post, leest }: Antwoorden): Advies<BriefKanaal> {
  const papier = (...waarom: string[]): Advies<BriefKanaal> => ({
    keuze: 'papier',
    zin: 'Stuur brieven op papier.',
    waarom,
  });
  const hindernis = [
    ...(leest === false ? ['Lezen lukt nog niet: bespreek elke brief ook in een gesprek.'] : []),
    ...(apparaat?.includes('geen') ? ['Er is geen telefoon, tablet of computer.'] : []),
    ...(kunnen === 'nog niet' ? ['Werken met telefoon of computer lukt nog niet.'] : []),
    ...(internet === false && post === 'digitaal' ? ['Er is thuis geen internet.'] : []),
  ];
  if (hindernis.length > 0) return papier(...hindernis);
  if (!post) return papier('Nog niet gevraagd hoe de persoon brieven wil krijgen.');
  if (post === 'op papier') return papier('De persoon vraagt om papier.');
  if (post === 'op papier en digitaal')
    return {
      keuze: 'papier-en-digitaal',
      zin: 'Stuur brieven op papier en ook digitaal.',
      waarom: ['De persoon vraagt om allebei.'],
    };
  if (kunnen === 'met hulp')
    return {
      keuze: 'papier-en-digitaal',
      zin: 'Stuur brieven digitaal en voorlopig ook op papier.',
      waarom: ['De persoon vraagt om digitaal, maar heeft daar nog hulp bij nodig.'],
    };
  return {
    keuze: 'digitaal',
    zin: 'Stuur brieven digitaal.',
    waarom: ['De persoon vraagt daarom en kan ermee omgaan.'],
  };
}

function lesadvies({ apparaat, internet, kunnen }: Antwoorden): Advies<Lesvorm> {
  const redenen = [
    ...(apparaat?.includes('geen') ? ['Er is geen telefoon, tablet of computer.'] : []),
    ...(internet === false ? ['Er is thuis geen internet.'] : []),
    ...(kunnen === 'nog niet' ? ['Werken met telefoon of computer lukt nog niet.'] : []),
  ];
  if (redenen.length > 0)
    return { keuze: 'in-de-klas', zin: 'Kies lessen in de klas.', waarom: redenen };
  if (!apparaat || internet === undefined || !kunnen)
    return {
      keuze: 'in-de-klas',
      zin: 'Kies lessen in de klas tot er meer bekend is.',
      waarom: ['Nog niet alle vragen over telefoon, computer en internet zijn beantwoord.'],
    };
  const groot = apparaat.includes('laptop of computer') || apparaat.includes('tablet');
  if (groot && kunnen === 'zelfstandig')
    return {
      keuze: 'ook-online',
      zin: 'Een deel van de lessen kan online.',
      waarom: ['Er is een computer of tablet en internet, en de persoon redt zich daarmee.'],
    };
  return {
    keuze: 'klas-met-oefenen-thuis',
    zin: 'Kies lessen in de klas, met oefenen op telefoon of computer erbij.',
    waarom: [groot ? 'Er is nog hulp nodig bij de computer.' : 'Er is alleen een telefoon.'],
  };
}

/**
 * Hoe brieven en lessen het best bij de persoon passen, uit wat zij in de intake over telefoon, computer en
 * internet zei. Een advies: de klantmanager en de persoon kiezen. Wie niet kan lezen of geen apparaat heeft krijgt
 * papier, ook als eerder om digitaal is gevraagd; zolang iets niet bekend is geldt papier en de klas.
 */
export function digitaalAdvies(g: Geldend): DigitaalAdvies {
  const feiten = g.perSleutel('intake-antwoord', (i) => i.vraag);
  const antwoord = (vraag: string) => feiten.find((f) => f.inhoud.vraag === vraag)?.inhoud.waarde;
  const apparaat = antwoord('digitaal-apparaat');
  const internet = antwoord('digitaal-internet');
  const kunnen = antwoord('digitaal-kunnen');
  const post = antwoord('digitaal-post');
  const schrift = antwoord('taal-schrift');
  const a: Antwoorden = {
    ...(Array.isArray(apparaat) && apparaat.length > 0 ? { apparaat } : {}),
    ...(typeof internet === 'boolean' ? { internet } : {}),
    ...(typeof kunnen === 'string' && kunnen ? { kunnen } : {}),
    ...(typeof post === 'string' && post ? { post } : {}),
    leest: typeof schrift === 'string' && schrift ? schrift !== 'nee' : undefined,
  };
  const bekend = [a.apparaat, a.internet, a.kunnen, a.post];
  return {
    brieven: briefadvies(a),
    les: lesadvies(a),
    heeftTelefoon: a.apparaat?.includes('smartphone'),
    ontbreekt: VRAGEN.filter((_, i) => bekend[i] === undefined),
    feitIds: feiten
      .filter((f) => VRAGEN.includes(f.inhoud.vraag) || f.inhoud.vraag === 'taal-schrift')
      .map((f) => f.id),
  };
}
