import type { Leerroute, PipInhoud } from '../../rules/stand/feiten.ts';
import { LEERROUTE } from '../shared/woorden.schema.ts';
import type { Vergelijking } from './besluiten.schema.ts';

type Verschil = Vergelijking['verschillen'][number];

const uur = (n: number | undefined) => (n === undefined ? 'niet genoemd' : `${n} uur`);
const ALFABETISERING = {
  A: 'eerst leren lezen en schrijven',
  AA: 'eerst ons schrift leren',
  NVT: 'geen alfabetisering',
} as const;

type Onderwerp = {
  naam: string;
  van: (i: PipInhoud) => string;
  /** De zin voor de persoon; zonder is het 'Nieuw is: …'. */
  zin?: (was: string, wordt: string) => string;
};

const ROUTES: readonly Leerroute[] = ['B', 'O', 'Z'];
const afweging = (i: PipInhoud) =>
  ROUTES.map((r) => {
    const { voor, tegen } = i.afweging[r];
    return [LEERROUTE[r], voor && `ervoor: ${voor}`, tegen && `ertegen: ${tegen}`]
      .filter(Boolean)
      .join(' – ');
  }).join('\n');

const inzet = (i: PipInhoud) =>
  i.meegeteldeInspanningen.map((m) => `${m.omschrijving} (${m.uren} uur)`).join('; ') ||
  'niets telt mee';

const ONDERWERPEN: readonly Onderwerp[] = [
  {
    naam: 'Leerroute',
    van: (i) => LEERROUTE[i.leerroute],
    zin: (was, wordt) => `U volgt nu de ${wordt}. Eerst was dat de ${was}.`,
  },
  {
    naam: 'Taalniveau',
    van: (i) => i.niveau ?? 'niet genoemd',
    zin: (was, wordt) => `U leert nu Nederlands tot niveau ${wordt}. Eerst was dat ${was}.`,
  },
  {
    naam: 'Uren les in totaal',
    van: (i) => uur(i.intensiteitUren),
    zin: (was, wordt) => `U krijgt nu ${wordt} les in totaal. Eerst was dat ${was}.`,
  },
  {
    naam: 'Uren les per week',
    van: (i) => uur(i.intensiteitUrenPerWeek),
    zin: (was, wordt) => `U hebt nu ${wordt} les per week. Eerst was dat ${was}.`,
  },
  { naam: 'Alfabetisering', van: (i) => ALFABETISERING[i.alfabetisering] },
  {
    naam: 'Eerst een opleiding afmaken',
    van: (i) => (i.magOpleidingAfmaken ? 'ja' : 'nee'),
    zin: (_was, wordt) =>
      wordt === 'ja'
        ? 'U mag nu eerst uw opleiding afmaken.'
        : 'U begint nu meteen met uw leerroute.',
  },
  { naam: 'Participatieverklaring: uren', van: (i) => uur(i.pvt.uren) },
  { naam: 'Participatieverklaring: invulling', van: (i) => i.pvt.invulling || 'niet ingevuld' },
  { naam: 'MAP: uren', van: (i) => (i.moduleMap ? uur(i.moduleMap.uren) : 'niet nodig') },
  { naam: 'MAP: invulling', van: (i) => i.moduleMap?.invulling || 'niet ingevuld' },
  { naam: 'Begeleiding', van: (i) => i.begeleiding || 'niet ingevuld' },
  {
    naam: 'Aantal voortgangsgesprekken',
    van: (i) => String(i.voortgangsgesprekken.aantal),
    zin: (was, wordt) => `Wij spreken u nu ${wordt} keer over hoe het gaat. Eerst was dat ${was}.`,
  },
  { naam: 'Ritme van de gesprekken', van: (i) => i.voortgangsgesprekken.ritme || 'niet ingevuld' },
  { naam: 'Voorschool', van: (i) => i.vve || 'geen afspraken' },
  { naam: 'Meedoen', van: (i) => i.participatie || 'niet ingevuld' },
  { naam: 'Wat al meetelt', van: inzet },
  { naam: 'Uitleg van de leerroute', van: (i) => i.motivering },
  { naam: 'Afweging van de leerroutes', van: afweging },
];

/** Wat er tussen twee versies van een PIP verandert, in gewone woorden; leeg als alles gelijk blijft. */
export function verschillenTussen(oud: PipInhoud, nieuw: PipInhoud): Verschil[] {
  return ONDERWERPEN.flatMap(({ naam, van, zin }) => {
    const [was, wordt] = [van(oud), van(nieuw)];
    if (was === wordt) return [];
    return [
      {
        onderwerp: naam,
        was,
        wordt,
        zin: zin?.(was, wordt) ?? `Er is iets nieuws bij: ${naam.toLowerCase()}.`,
      },
    ];
  });
}
