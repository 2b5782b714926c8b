import type { Uitleg } from '../shared/antwoord.ts';
import { type Datum, datum, plusDagen, plusMaanden } from '../shared/datum.ts';
import { aangehaaldeDatum, type Gegeven, gegeven } from '../shared/gegeven.ts';
import { grondslag } from '../shared/grondslag.ts';
import type { Klok } from '../shared/klok.ts';
import { inWoorden } from '../shared/tekst.ts';
import { type Versie, versieOp } from '../shared/versies.ts';
import type { Feit } from '../stand/feiten.ts';
import type { Geldend } from '../stand/geldend.ts';
import type { Lezing } from '../stand/lezing.ts';
import type { Signaal } from '../stand/stand.ts';

/**
 * Maanden na de dagtekening van het eerste PIP waarop weer wordt gevraagd hoe het gaat, naast het begin en het eind
 * ('ontwerp'). Een dossier houdt de maanden van de dag van zijn PIP.
 */
const MEETMAANDEN: readonly Versie<readonly number[]>[] = [
  { vanaf: datum('2022-01-01'), waarde: [6, 12, 24] },
];
/** Een meting van zoveel maanden ervoor telt al mee ('ontwerp'). */
const MAANDEN_ERVOOR = 1;
/** Zoveel maanden erna is zij nog aan de beurt; daarna is zij overgeslagen ('ontwerp'). */
const MAANDEN_ERNA = 3;
/** Zoveel maanden voor het einde van de inburgeringstermijn is het tijd voor de laatste meting ('ontwerp'). */
const MAANDEN_VOOR_EIND = 2;

const GROND = grondslag('voortgangsgesprekken', 'wet', 'art. 17 lid 1', {
  zekerheid: 'ontwerp',
  toelichting:
    'De wet vraagt zicht op de voortgang; wanneer naar welbevinden wordt gevraagd regelt zij niet.',
});

type Meting = Feit<'meting'>;

/** Wanneer iemand zelf zegt hoe het gaat. */
export type Meetmoment = {
  soort: Meting['inhoud']['moment'];
  /** Maanden na het PIP; afwezig bij het begin, het eind en een meting tussendoor. */
  maanden?: number;
  /** Dag van de meting, of de dag waar zij omheen hoort; afwezig zolang die niet vaststaat. */
  op?: Datum;
  staat: 'gedaan' | 'nu' | 'straks' | 'niet-gedaan';
  metingId?: string;
  /** Waarom deze dag; afwezig bij wat is gedaan. */
  uitleg?: Uitleg;
};

const gedaan = (m: Meting, maanden?: number): Meetmoment => ({
  soort: m.inhoud.moment,
  ...(maanden === undefined ? {} : { maanden }),
  op: m.geldigOp,
  staat: 'gedaan',
  metingId: m.inhoud.metingId,
});

const staatOp = (klok: Klok, van: Datum, tot: Datum): Meetmoment['staat'] => {
  if (!klok.bereikt(van)) return 'straks';
  return klok.bereikt(tot) ? 'niet-gedaan' : 'nu';
};

const uitlegBij = (titel: string, op: Datum, uit: Gegeven<Datum>, naam: string): Uitleg => ({
  titel,
  uitkomst: inWoorden(op),
  grondslag: GROND,
  feiten: [aangehaaldeDatum(naam, uit)],
  zouWijzigenAls: [`${naam.charAt(0).toLowerCase()}${naam.slice(1)} een andere dag is`],
});

/** Dagtekening van het allereerste PIP, in welke gemeente ook. */
function eerstePip(g: Geldend): Gegeven<Datum> | undefined {
  const alle = [
    ...g.alle('pip-vastgesteld').map((f) => gegeven(f, f.inhoud.dagtekening)),
    ...g.alle('pip-vorige-gemeente').map((f) => gegeven(f, f.inhoud.dagtekening)),
  ];
  return alle.toSorted((a, b) => (a.waarde < b.waarde ? -1 : 1))[0];
}

function begin(g: Geldend, klok: Klok, pip: Gegeven<Datum> | undefined): Meetmoment {
  const meting = g.alle('meting').find((m) => m.inhoud.moment === 'begin');
  if (meting) return gedaan(meting);
  const voorbij = pip && klok.bereikt(plusMaanden(pip.waarde, MAANDEN_ERNA));
  return { soort: 'begin', staat: voorbij ? 'niet-gedaan' : 'nu' };
}

/** Neemt uit `over` de meting die bij deze dag hoort. */
function neemMeting(over: Meting[], op: Datum): Meting | undefined {
  const [van, tot] = [plusMaanden(op, -MAANDEN_ERVOOR), plusMaanden(op, MAANDEN_ERNA)];
  const index = over.findIndex((m) => m.geldigOp >= van && m.geldigOp < tot);
  return index < 0 ? undefined : over.splice(index, 1)[0];
}

function onderweg(g: Geldend, klok: Klok, pip: Gegeven<Datum> | undefined): Meetmoment[] {
  const over = g.alle('meting').filter((m) => m.inhoud.moment === 'voortgang');
  const maanden = (pip && versieOp(MEETMAANDEN, pip.waarde)?.waarde) ?? [];
  const vast = maanden.map((n): Meetmoment => {
    const uit = pip as Gegeven<Datum>;
    const op = plusMaanden(uit.waarde, n);
    const meting = neemMeting(over, op);
    if (meting) return gedaan(meting, n);
    return {
      soort: 'voortgang',
      maanden: n,
      op,
      staat: staatOp(klok, op, plusMaanden(op, MAANDEN_ERNA)),
      uitleg: uitlegBij(`Meting ${naPip(n)}`, op, uit, 'De dagtekening van het eerste PIP'),
    };
  });
  return [...vast, ...over.map((m) => gedaan(m))].toSorted((a, b) =>
    (a.op ?? '') < (b.op ?? '') ? -1 : 1,
  );
}

function eind(g: Geldend, klok: Klok): Meetmoment[] {
  const meting = g.alle('meting').findLast((m) => m.inhoud.moment === 'eind');
  if (meting) return [gedaan(meting)];
  const termijn = g.laatste('inburgeringstermijn');
  if (!termijn) return [];
  const einde = gegeven(termijn, termijn.inhoud.eind);
  const op = plusMaanden(einde.waarde, -MAANDEN_VOOR_EIND);
  const staat = staatOp(klok, op, plusMaanden(einde.waarde, MAANDEN_ERNA));
  const laatsteDag = { ...einde, waarde: plusDagen(einde.waarde, -1) };
  const naam = 'De laatste dag van de inburgeringstermijn';
  return [{ soort: 'eind', op, staat, uitleg: uitlegBij('Laatste meting', op, laatsteDag, naam) }];
}

/**
 * Wanneer iemand zelf zegt hoe het gaat: bij het begin, 6, 12 en 24 maanden na het eerste PIP, en aan het eind. In de
 * volgorde van de tijd; een meting tussendoor staat ertussen. De wet regelt deze momenten niet ('ontwerp'); een
 * medewerker mag altijd vaker of later meten.
 */
export function meetmomenten(g: Geldend, klok: Klok): Meetmoment[] {
  const pip = eerstePip(g);
  return [begin(g, klok, pip), ...onderweg(g, klok, pip), ...eind(g, klok)];
}

const WOORD: Readonly<Record<number, string>> = {
  6: 'een half jaar',
  12: 'een jaar',
  24: 'twee jaar',
};

/** 'een half jaar na het PIP'. */
export const naPip = (maanden: number): string =>
  `${WOORD[maanden] ?? `${maanden} maanden`} na het PIP`;

/**
 * Welke meting na het PIP aan de beurt is en nog niet is gedaan, ter informatie: antwoorden is vrijwillig. De meting
 * bij het begin hoort bij de intake en staat daar.
 */
export function metingSignalen({ g, klok }: Lezing): Signaal[] {
  const nu = meetmomenten(g, klok).find((m) => m.staat === 'nu' && m.soort !== 'begin');
  if (!nu?.op) return [];
  const rond = `rond ${inWoorden(nu.op)}.`;
  const tekst = nu.maanden
    ? `Vraag weer hoe het gaat: ${naPip(nu.maanden)}, ${rond}`
    : `Vraag een laatste keer hoe het gaat, ${rond}`;
  return [{ id: 'meting-aan-de-beurt', ernst: 'ter-info', tekst }];
}
