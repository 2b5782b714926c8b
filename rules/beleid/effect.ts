import { inWoorden } from '../shared/tekst.ts';
import type { Stand } from '../stand/stand.ts';

/** Wat er aan een Stand anders is. */
export const EFFECTEN = [
  'termijnen',
  'signalen',
  'voorstellen',
  'verplichtingen',
  'aanbod',
] as const;
export type Effect = (typeof EFFECTEN)[number];
export type Wijziging = { soort: Effect; tekst: string };

type Termijn = Stand['termijnen'][number];
type Voorstel = Stand['voorstellen'][number];

const STAAT: Record<string, string> = {
  'nog-niet-begonnen': 'nog niet begonnen',
  'te-laat-gehaald': 'te laat gehaald',
  'niet-van-toepassing': 'niet van toepassing',
};
const staat = (s: string) => STAAT[s] ?? s;
const termijn = (t: Termijn | undefined) =>
  t ? `${t.laatsteDag ? inWoorden(t.laatsteDag) : 'geen dag'} (${staat(t.staat)})` : 'geen';
const voorstel = ({ titel, laatsteDag }: Voorstel) =>
  laatsteDag ? `${titel} voor ${inWoorden(laatsteDag)}` : titel;

/**
 * Wat er in een dossier verandert als de ene Stand de andere wordt: per soort een zin. Uitleg telt niet mee;
 * leeg als er niets anders is wat iemand merkt.
 */
export function verschilInStand(oud: Stand, nieuw: Stand): Wijziging[] {
  return [
    ...perId(oud.termijnen, nieuw.termijnen, 'termijnen', (t) => t.naam, termijn),
    ...signalen(oud, nieuw),
    ...voorstellen(oud.voorstellen, nieuw.voorstellen),
    ...perId(
      oud.verplichtingen,
      nieuw.verplichtingen,
      'verplichtingen',
      (v) => v.naam,
      (v) =>
        v
          ? `${staat(v.staat)}${v.voortgang ? `, ${v.voortgang.is} van ${v.voortgang.moet}` : ''}`
          : 'geen',
    ),
    ...perId(
      oud.aanbod,
      nieuw.aanbod,
      'aanbod',
      (a) => a.naam,
      (a) => (a ? a.recht.replaceAll('-', ' ') : 'geen'),
    ),
  ];
}

function perId<T extends { id: string }>(
  oud: readonly T[],
  nieuw: readonly T[],
  soort: Effect,
  naam: (een: T) => string,
  woorden: (een: T | undefined) => string,
): Wijziging[] {
  const vroeger = new Map(oud.map((o) => [o.id, o]));
  const straks = new Map(nieuw.map((n) => [n.id, n]));
  return [...new Map([...vroeger, ...straks]).values()].flatMap((een) => {
    const [van, naar] = [vroeger.get(een.id), straks.get(een.id)];
    if (JSON.stringify(van) === JSON.stringify(naar)) return [];
    const [a, b] = [woorden(van), woorden(naar)];
    return [{ soort, tekst: `${naam(een)}: ${a === b ? 'anders' : `${a} wordt ${b}`}` }];
  });
}

function signalen(oud: Stand, nieuw: Stand): Wijziging[] {
  const vroeger = new Map(oud.signalen.map((s) => [s.id, s]));
  const straks = new Map(nieuw.signalen.map((s) => [s.id, s]));
  const soort = 'signalen' as const;
  return [...new Map([...straks, ...vroeger]).keys()].flatMap((id) => {
    const [van, naar] = [vroeger.get(id), straks.get(id)];
    if (JSON.stringify(van) === JSON.stringify(naar)) return [];
    if (!van) return [{ soort, tekst: `Nieuw signaal: ${naar?.tekst}` }];
    if (!naar) return [{ soort, tekst: `Signaal vervalt: ${van.tekst}` }];
    return [{ soort, tekst: `Signaal wordt: ${naar.tekst} (was: ${van.tekst})` }];
  });
}

function voorstellen(oud: readonly Voorstel[], nieuw: readonly Voorstel[]): Wijziging[] {
  if (JSON.stringify(oud) === JSON.stringify(nieuw)) return [];
  const [a, b] = [oud, nieuw].map((lijst) => lijst.map(voorstel));
  const weg = (a ?? []).filter((v) => !b?.includes(v));
  const erbij = (b ?? []).filter((v) => !a?.includes(v));
  if (weg.length + erbij.length === 0) {
    return [{ soort: 'voorstellen', tekst: 'De voorstellen krijgen een andere volgorde of reden' }];
  }
  return [
    ...erbij.map((v) => ({ soort: 'voorstellen' as const, tekst: `Nieuw voorstel: ${v}` })),
    ...weg.map((v) => ({ soort: 'voorstellen' as const, tekst: `Voorstel vervalt: ${v}` })),
  ];
}
