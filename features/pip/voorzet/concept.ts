import type { BeleidWaarden } from '../../../rules/beleid/parameters.ts';
import type { PipInhoud } from '../../../rules/stand/feiten.ts';
import type { Geldend } from '../../../rules/stand/geldend.ts';
import type { Lezing } from '../../../rules/stand/lezing.ts';
import type { Beleid } from '../../../rules/stand/stand.ts';
import { LEEG_CONCEPT, type PipConcept, type PipWijziging } from '../pip.schema.ts';
import { voorzetTeksten } from './teksten.ts';

/** De inburgeringstermijn duurt drie jaar: het eerste jaar en de twee daarna (Wi2021 art. 11). */
const MAANDEN_JAAR_1 = 12;
const MAANDEN_DAARNA = 24;

/**
 * De voorzet voor een nieuw concept: het PIP dat nu geldt, of anders wat de intake al weet. Alles
 * blijft te wijzigen; er wordt geen leerroute voorgesteld.
 */
export function voorzet({ g, pip, vorigePip, beleid }: Lezing, waarden: BeleidWaarden): PipConcept {
  if (pip) return alsConcept(pip.inhoud.inhoud);
  const { pvt, moduleMap, participatie, begeleiding, vve } = voorzetTeksten(g, waarden);
  return {
    ...LEEG_CONCEPT,
    // Wi2021 art. 15 lid 4: na een verhuizing blijft de leerroute dezelfde.
    ...(vorigePip ? { leerroute: vorigePip.inhoud.leerroute } : {}),
    ...(vorigePip?.inhoud.niveau ? { niveau: vorigePip.inhoud.niveau } : {}),
    alfabetisering: alfabetisering(g),
    pvt: { uren: waarden.pvtUren, invulling: pvt ?? '' },
    moduleMap: { uren: waarden.mapUren, invulling: moduleMap ?? '' },
    begeleiding: begeleiding ?? '',
    voortgangsgesprekken: gesprekken(beleid),
    meegeteldeInspanningen: eerdereUren(g),
    ...(waarden.minimumLesurenPerWeek
      ? { intensiteitUrenPerWeek: waarden.minimumLesurenPerWeek }
      : {}),
    ...(participatie ? { participatie } : {}),
    ...(vve ? { vve } : {}),
  };
}

function alsConcept(inhoud: PipInhoud): PipConcept {
  return { ...LEEG_CONCEPT, ...inhoud, moduleMap: inhoud.moduleMap ?? LEEG_CONCEPT.moduleMap };
}

/**
 * Wie nog niet leest en schrijft krijgt alfabetisering (DUO: A); wie een ander schrift leest dan het Latijnse leert ons
 * schrift eerst (AA). Het antwoord in de intake gaat voor wat als schrift is vastgelegd.
 */
function alfabetisering(geldend: Geldend): PipConcept['alfabetisering'] {
  const lezen = geldend.alle('intake-antwoord').findLast((f) => f.inhoud.vraag === 'taal-schrift')
    ?.inhoud.waarde;
  if (lezen === 'nee') return 'A';
  if (lezen === 'ja, alleen in een ander schrift') return 'AA';
  if (lezen === 'ja, in ons schrift') return 'NVT';
  const schrift = geldend.laatste('taal')?.inhoud.schrift;
  const ander = schrift !== undefined && schrift !== '' && !/lat(ijn|in)/i.test(schrift);
  return ander ? 'AA' : 'NVT';
}

function gesprekken(beleid: Beleid): PipConcept['voortgangsgesprekken'] {
  const { gesprekkenJaar1Maanden: eerst, gesprekkenDaarnaMaanden: daarna } = beleid;
  const aantal = Math.floor(MAANDEN_JAAR_1 / eerst) + Math.floor(MAANDEN_DAARNA / daarna);
  return {
    aantal,
    ritme: `In het eerste jaar elke ${maanden(eerst)}, daarna elke ${maanden(daarna)}.`,
  };
}

const maanden = (n: number) => (n === 1 ? 'maand' : `${n} maanden`);

/** Besluit inburgering 2021 art. 5.3 lid 5: wat eerder is gedaan telt alleen als het PIP het noemt. */
function eerdereUren(geldend: Geldend): PipConcept['meegeteldeInspanningen'] {
  const soorten = geldend.perSleutel('uren', (i) => i.soort);
  const namen = {
    'taal-en-knm': 'Lessen taal en KNM vóór dit plan',
    participatie: 'Participatie vóór dit plan',
    pvt: 'Participatieverklaringstraject vóór dit plan',
    'map-praktijk': 'MAP-praktijk vóór dit plan',
  } as const;
  return soorten
    .filter((f) => f.inhoud.totaal > 0)
    .map((f) => ({ omschrijving: namen[f.inhoud.soort], uren: Math.floor(f.inhoud.totaal) }))
    .filter((i) => i.uren > 0);
}

/**
 * Het concept met een wijziging erin; `null` maakt een veld leeg, een afweging wijzigt alleen haar
 * eigen leerroute. Een andere leerroute maakt het niveau en de reden van een afwijking leeg: die horen bij
 * de route.
 */
export function metWijziging(concept: PipConcept, wijziging: PipWijziging): PipConcept {
  const { afweging, ...rest } = wijziging;
  const andereRoute = rest.leerroute !== undefined && rest.leerroute !== concept.leerroute;
  const samen: Record<string, unknown> = {
    ...concept,
    ...(andereRoute ? { niveau: null, afwijking: null } : {}),
    ...rest,
  };
  for (const [veld, waarde] of Object.entries(samen)) if (waarde === null) delete samen[veld];
  return { ...(samen as PipConcept), afweging: { ...concept.afweging, ...afweging } };
}
