import type { Waarde } from '../../../shared/vraag.schema.ts';
import type { IntakeVraag } from '../../intake.schema.ts';
import { TREFWOORDEN } from './trefwoorden.ts';

export type Treffer = {
  vraag: IntakeVraag;
  /** Wat in de getypte woorden al als antwoord te lezen is. */
  antwoord?: Waarde;
  score: number;
};

const LOZE_WOORDEN = new Set(
  'de het een en of u uw is zijn wat hoe welk welke kunt hebt bent in op om te aan met naar voor van er dat die zij hij'.split(
    ' ',
  ),
);
const GEWICHT = { trefwoord: 3, vraag: 2, optie: 1.5, onderdeel: 1 };
const HOOGSTENS = 7;
/** Wat veel slechter past dan het beste is ruis. */
const NABIJ = 0.4;

/** 'Crèche, 4 jaar' wordt 'creche 4 jaar'. */
const kaleTekst = (tekst: string) =>
  tekst
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const woorden = (tekst: string) => kaleTekst(tekst).split(' ').filter(Boolean);

/** Waar als twee woorden hoogstens één letter schelen: een toets ernaast, een letter te veel of te weinig. */
export function bijnaGelijk(a: string, b: string): boolean {
  const verschil = a.length - b.length;
  if (Math.abs(verschil) > 1) return false;
  let i = 0;
  while (i < Math.min(a.length, b.length) && a[i] === b[i]) i += 1;
  const [restA, restB] = [a.slice(i), b.slice(i)];
  if (verschil > 0) return restA.slice(1) === restB;
  if (verschil < 0) return restA === restB.slice(1);
  const omgewisseld = restA[0] === restB[1] && restA[1] === restB[0];
  return restA.slice(1) === restB.slice(1) || (omgewisseld && restA.slice(2) === restB.slice(2));
}

const NET_NIET = 4;

/** Hoe goed een getypt woord bij een woord van de vraag past: 0 tot 1. */
function past(getypt: string, woord: string): number {
  if (getypt === woord) return 1;
  if (getypt.length >= 3 && woord.startsWith(getypt)) return 0.8;
  if (woord.length >= NET_NIET && getypt.startsWith(woord)) return 0.5;
  return getypt.length >= NET_NIET && bijnaGelijk(getypt, woord) ? 0.6 : 0;
}

type Index = { woord: string; gewicht: number }[];

function indexVan(vraag: IntakeVraag, onderdeel: string): Index {
  const deel = (tekst: string, gewicht: number) =>
    woorden(tekst)
      .filter((woord) => !LOZE_WOORDEN.has(woord))
      .map((woord) => ({ woord, gewicht }));
  return [
    ...deel(TREFWOORDEN[vraag.id] ?? '', GEWICHT.trefwoord),
    ...deel(vraag.vraag, GEWICHT.vraag),
    ...deel((vraag.opties ?? []).join(' '), GEWICHT.optie),
    ...deel(onderdeel, GEWICHT.onderdeel),
  ];
}

const beste = (getypt: string, index: Index) =>
  Math.max(0, ...index.map(({ woord, gewicht }) => past(getypt, woord) * gewicht));

/** Wat na de woorden van de vraag overblijft, met hoofdletters en leestekens zoals getypt. */
function restVan(invoer: string, index: Index): string {
  const delen = invoer.trim().split(/\s+/);
  const eerste = delen.findIndex((deel) => {
    const kaal = kaleTekst(deel);
    return kaal !== '' && !LOZE_WOORDEN.has(kaal) && beste(kaal, index) === 0;
  });
  return eerste < 0 ? '' : delen.slice(eerste).join(' ');
}

const bevat = (tekst: string, deel: string) => ` ${tekst} `.includes(` ${deel} `);

function leesKeuze(opties: readonly string[], kaal: string): string | undefined {
  const gevonden = opties.filter((optie) => bevat(kaal, kaleTekst(optie)));
  return gevonden.sort((a, b) => b.length - a.length)[0];
}

function leesGetal(kaal: string, bereik: IntakeVraag['bereik']): number | undefined {
  const getal = /(?:^| )(\d{1,6})(?: |$)/.exec(kaal)?.[1];
  if (getal === undefined) return undefined;
  const waarde = Number(getal);
  return !bereik || (waarde >= bereik.van && waarde <= bereik.tot) ? waarde : undefined;
}

/** Het antwoord dat al in de getypte woorden staat; `rest` is de tekst na de woorden van de vraag. */
function leesAntwoord(vraag: IntakeVraag, tekst: string, rest: string): Waarde | undefined {
  const kaal = kaleTekst(tekst);
  switch (vraag.type) {
    case 'keuze':
      return leesKeuze(vraag.opties ?? [], kaal);
    case 'meerkeuze': {
      const gekozen = (vraag.opties ?? []).filter((optie) => bevat(kaal, kaleTekst(optie)));
      return gekozen.length > 0 ? gekozen : undefined;
    }
    case 'ja-nee':
      if (bevat(kaal, 'ja')) return true;
      return bevat(kaal, 'nee') || bevat(kaal, 'geen') ? false : undefined;
    case 'getal':
      return leesGetal(kaal, vraag.bereik);
    case 'datum':
      return undefined;
    default:
      return rest.length >= 3 ? rest : undefined;
  }
}

/**
 * De vragen die bij een paar getypte woorden passen, met het antwoord dat er al in staat: 'rijbewijs nee',
 * 'werk: vier jaar bakker'. Wat nog open is komt eerst bij gelijke stand.
 * @param onderdelen naam per onderdeel, om ook daarop te vinden.
 */
export function zoekVragen(
  invoer: string,
  vragen: readonly IntakeVraag[],
  onderdelen: ReadonlyMap<string, string>,
  isOpen: (vraag: IntakeVraag) => boolean,
): Treffer[] {
  const [voor, ...na] = invoer.split(':');
  const gezocht = woorden(na.length > 0 ? (voor ?? '') : invoer).filter(
    (woord) => !LOZE_WOORDEN.has(woord),
  );
  if (gezocht.length === 0) return [];
  const treffers = vragen.flatMap((vraag) => {
    const index = indexVan(vraag, onderdelen.get(vraag.onderdeel) ?? '');
    const gevonden = gezocht.map((woord) => beste(woord, index));
    const som = gevonden.reduce((a, b) => a + b, 0);
    if (som < GEWICHT.onderdeel * 0.6) return [];
    const tekst = na.length > 0 ? na.join(':') : invoer;
    const rest = na.length > 0 ? tekst.trim() : restVan(invoer, index);
    const antwoord = leesAntwoord(vraag, tekst, rest);
    const extra = (isOpen(vraag) ? 0.3 : 0) + (antwoord !== undefined ? 0.5 : 0);
    const score = som + extra;
    return [{ vraag, score, ...(antwoord !== undefined ? { antwoord } : {}) }];
  });
  treffers.sort((a, b) => b.score - a.score);
  const grens = (treffers[0]?.score ?? 0) * NABIJ;
  return treffers.filter((t) => t.score >= grens).slice(0, HOOGSTENS);
}
