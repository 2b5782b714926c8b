import type { OnderdeelId } from '../../rules/brede-intake/onderdelen.ts';
import type { FeitInhoud, Leerroute, PipInhoud } from '../../rules/stand/feiten.ts';
import type { OefenMens } from './bouw.ts';
import type { Toeval } from './toeval.ts';

export type IntakeAntwoord = {
  onderdeel: OnderdeelId;
  vraag: string;
  waarde: FeitInhoud['intake-antwoord']['waarde'];
};

/** Wat iemand kan en wil; bepaalt leerroute, antwoorden en motivering, zodat die bij elkaar passen. */
export type Profiel = { route: Leerroute; jongKind: boolean; beroep: string; jarenSchool: number };

const BEROEPEN: Record<Leerroute, readonly string[]> = {
  B: ['bakker', 'kapper', 'elektricien', 'kok', 'naaister', 'verkoper', 'chauffeur'],
  O: ['verpleegkundige', 'boekhouder', 'laborant', 'ingenieur', 'leraar'],
  Z: ['schoonmaker', 'hulp in de tuin', 'hulp in de keuken', 'veehouder', 'marktkoopman'],
};
const SCHOOL: Record<Leerroute, [number, number]> = { B: [8, 12], O: [11, 16], Z: [0, 5] };
const HOOGSTE: Record<Leerroute, string> = {
  B: 'voortgezet onderwijs',
  O: 'hbo of universiteit, niet afgemaakt',
  Z: 'basisonderwijs, niet afgemaakt',
};

export function maakProfiel(toeval: Toeval, route: Leerroute): Profiel {
  const [van, tot] = SCHOOL[route];
  return {
    route,
    jongKind: toeval.kans(0.3),
    beroep: toeval.kies(BEROEPEN[route]),
    jarenSchool: toeval.geheel(van, tot),
  };
}

/**
 * Antwoorden op de vragen van de brede intake, in de volgorde van het gesprek. De ids en keuzes zijn
 * die van de vragenlijst; een test houdt ze daaraan.
 */
export function intakeAntwoorden(mens: OefenMens, p: Profiel): IntakeAntwoord[] {
  const a = (
    onderdeel: OnderdeelId,
    vraag: string,
    waarde: IntakeAntwoord['waarde'],
  ): IntakeAntwoord => ({ onderdeel, vraag, waarde });
  const latijn = mens.land.schrift === 'Latijns';
  const lezen = p.route === 'Z' ? 'een beetje' : 'ja, alleen in een ander schrift';
  const vve: IntakeAntwoord[] = p.jongKind
    ? [
        a('vve', 'vve-gebruik', 'Het kind is aangemeld voor de voorschool.'),
        a('vve', 'vve-afspraken', 'Het kind gaat vier ochtenden in de week naar de voorschool.'),
      ]
    : [];
  return [
    a('opleiding', 'opleiding-hoogste', p.jarenSchool === 0 ? 'geen onderwijs' : HOOGSTE[p.route]),
    a('opleiding', 'opleiding-jaren', p.jarenSchool),
    a('opleiding', 'opleiding-leren-ging', p.route === 'Z' ? 'met moeite' : 'gewoon'),
    a('taalniveau', 'taal-nederlands', mens.tolk ? 'een paar woorden' : 'A1'),
    a('taalniveau', 'taal-waarop', 'indruk in het gesprek'),
    a('taalniveau', 'taal-schrift', latijn && p.route !== 'Z' ? 'ja, in ons schrift' : lezen),
    a('motivatie', 'motivatie-doel', `Wil over drie jaar werken als ${p.beroep}.`),
    a('werkervaring', 'werk-herkomst', `Werkte als ${p.beroep} in ${mens.land.naam}.`),
    a('werkervaring', 'werk-nederland', ['nog niets']),
    a('arbeidsparticipatie', 'werk-wens', `Wil het liefst weer werk als ${p.beroep}.`),
    a('arbeidsparticipatie', 'werk-uren', p.jongKind ? 12 : 20),
    a(
      'persoonlijke-omstandigheden',
      'gezin-samen',
      p.jongKind ? ['met partner', 'met kinderen'] : ['alleen'],
    ),
    a('persoonlijke-omstandigheden', 'jong-kind', p.jongKind),
    ...vve,
    a('zelfredzaamheid', 'zelf-regelen', ['reizen met bus en trein', 'het huishouden']),
    a('zelfredzaamheid', 'geld-rondkomen', 'net'),
    a('zelfredzaamheid', 'vervoer', 'lopen of fietsen'),
    a('digitale-vaardigheden', 'digitaal-apparaat', ['smartphone']),
    a('sociaal-netwerk', 'netwerk-mensen', 'een paar'),
    a('sociaal-netwerk', 'maatje', true),
    a(
      'verslag',
      'verslag',
      `${mens.voornamen} wil werken als ${p.beroep} en kan ${p.jongKind ? 'drie' : 'vier'} dagdelen per week naar les.`,
    ),
  ];
}

/** Antwoorden over gezondheid; deze staan apart. */
export const GEZONDHEID: readonly { vraag: string; waarde: string }[] = [
  { vraag: 'gezondheid-lichaam', waarde: 'Gaat goed; wordt moe van lang zitten.' },
  { vraag: 'gezondheid-zintuigen', waarde: 'ja' },
];

const UREN: Record<Leerroute, number> = { B: 600, O: 1500, Z: 800 };

/** Een volledig PIP bij dit profiel. */
export function pipInhoudVan(groep: 'asiel' | 'gezin', p: Profiel): PipInhoud {
  const asiel = groep === 'asiel';
  return {
    leerroute: p.route,
    niveau: p.route === 'Z' ? 'A2' : 'B1',
    afweging: afweging(p),
    motivering: motivering(p),
    ...(asiel ? { intensiteitUren: UREN[p.route], intensiteitUrenPerWeek: 12 } : {}),
    alfabetisering: p.route === 'Z' && p.jarenSchool < 2 ? 'A' : 'NVT',
    magOpleidingAfmaken: false,
    pvt: {
      uren: 12,
      invulling: 'Vier bijeenkomsten over de Nederlandse waarden en een excursie in de gemeente.',
    },
    ...(p.route === 'O'
      ? {}
      : {
          moduleMap: {
            uren: 40,
            invulling: `Meelopen met een ${p.beroep} en oefenen met solliciteren.`,
          },
        }),
    begeleiding:
      'Elke drie maanden een gesprek met de klantmanager; vragen kunnen op het spreekuur.',
    voortgangsgesprekken: {
      aantal: 8,
      ritme: 'In het eerste jaar elke 3 maanden, daarna elke 6 maanden.',
    },
    ...(p.jongKind ? { vve: 'Het kind gaat vier ochtenden in de week naar de voorschool.' } : {}),
    meegeteldeInspanningen: [],
    ...(asiel && p.route === 'Z'
      ? { participatie: 'Twee dagdelen per week helpen in de buurttuin, later in een bedrijf.' }
      : {}),
  };
}

/** Wat iemand zelf van de leerroutes vindt. */
export function eigenWoorden(p: Profiel): string {
  const teksten: Record<Leerroute, string> = {
    B: `Ik wil goed Nederlands leren en werken als ${p.beroep}.`,
    O: `Ik wil eerst een opleiding doen. Daarna wil ik werken als ${p.beroep}.`,
    Z: 'Ik leer beter door te doen dan uit een boek. Ik wil snel meedoen.',
  };
  return teksten[p.route];
}

function motivering(p: Profiel): string {
  const teksten: Record<Leerroute, string> = {
    B: `U leerde ${p.jarenSchool} jaar en wilt werken als ${p.beroep}. Daarvoor is niveau B1 nodig en haalbaar.`,
    O: `U wilt in Nederland een opleiding volgen en daarna werken als ${p.beroep}. U leert snel en ging ${p.jarenSchool} jaar naar school.`,
    Z: `U ging ${p.jarenSchool === 0 ? 'niet' : `${p.jarenSchool} jaar`} naar school en leert het best door te doen. Niveau B1 is binnen drie jaar niet haalbaar.`,
  };
  return teksten[p.route];
}

function afweging(p: Profiel): PipInhoud['afweging'] {
  const gekozen = (route: Leerroute, voor: string, tegen: string) => ({
    onderzocht: true,
    voor: route === p.route ? voor : '',
    tegen: route === p.route ? '' : tegen,
  });
  return {
    B: gekozen(
      'B',
      `Past bij de wens om te werken als ${p.beroep}; de toets wijst op B1.`,
      p.route === 'Z'
        ? 'De toets en de schooljaren laten zien dat B1 binnen de termijn niet haalbaar is.'
        : 'Duurt langer dan nodig is om aan de opleiding te beginnen.',
    ),
    O: gekozen(
      'O',
      'Wil een beroepsopleiding op mbo-niveau 2 of hoger en haalt die naar verwachting.',
      p.route === 'Z'
        ? 'Niveau B1 of hoger is binnen de termijn redelijkerwijs niet haalbaar.'
        : 'Wil nu werken en geen opleiding volgen.',
    ),
    Z: gekozen(
      'Z',
      'Leert door te doen; taal en meedoen gaan hier samen.',
      'Kan meer dan deze route vraagt; B1 is haalbaar.',
    ),
  };
}
