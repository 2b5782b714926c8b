import { type Datum, dagenTussen, plusDagen, plusMaanden } from '../../../rules/shared/datum.ts';
import type { Feit } from '../../../rules/stand/feiten.ts';
import type { Geldend } from '../../../rules/stand/geldend.ts';

/** Wanneer naar hoe het gaat wordt gevraagd: bij het begin, bij elk voortgangsgesprek en aan het eind. */
export type Meetmoment = {
  soort: 'begin' | 'voortgang' | 'eind';
  /** Dag van het gesprek of van de meting; leeg als die nog niet vaststaat. */
  op: Datum | null;
  staat: 'gedaan' | 'nu' | 'straks' | 'niet-gedaan';
  metingId: string | null;
};

/** Zoveel dagen voor of na een gesprek hoort een meting daar nog bij. */
const DAGEN_ROND_GESPREK = 14;
/** Zoveel maanden voor het einde van de inburgeringstermijn is het tijd voor de laatste meting. */
const MAANDEN_VOOR_EIND = 2;

type Meting = Feit<'meting'>;

const gedaan = (soort: Meetmoment['soort'], m: Meting): Meetmoment => ({
  soort,
  op: m.geldigOp,
  staat: 'gedaan',
  metingId: m.inhoud.metingId,
});

function bijGesprekken(g: Geldend, vandaag: Datum, over: Meting[]): Meetmoment[] {
  const gesprekken = g.alle('voortgangsgesprek').map((f) => f.inhoud.op);
  const momenten = gesprekken.sort().map((op): Meetmoment => {
    const index = over.findIndex(
      (m) => Math.abs(dagenTussen(op, m.geldigOp)) <= DAGEN_ROND_GESPREK,
    );
    const [meting] = index < 0 ? [] : over.splice(index, 1);
    if (meting) return gedaan('voortgang', meting);
    const kanNog = vandaag <= plusDagen(op, DAGEN_ROND_GESPREK);
    return { soort: 'voortgang', op, staat: kanNog ? 'nu' : 'niet-gedaan', metingId: null };
  });
  return [...momenten, ...over.map((m) => gedaan('voortgang', m))];
}

function gepland(g: Geldend, vandaag: Datum): Meetmoment[] {
  const metUitkomst = new Set(g.alle('afspraak-uitkomst').map((u) => u.inhoud.afspraakId));
  return g
    .perSleutel('afspraak', (i) => i.afspraakId)
    .map((f) => f.inhoud)
    .filter((a) => a.soort === 'voortgangsgesprek' && a.datum >= vandaag)
    .filter((a) => !metUitkomst.has(a.afspraakId))
    .map((a) => ({ soort: 'voortgang', op: a.datum, staat: 'straks', metingId: null }));
}

function slot(g: Geldend, vandaag: Datum, meting: Meting | undefined): Meetmoment[] {
  if (meting) return [gedaan('eind', meting)];
  const termijn = g.laatste('inburgeringstermijn')?.inhoud;
  if (!termijn) return [];
  const op = plusMaanden(termijn.eind, -MAANDEN_VOOR_EIND);
  return [{ soort: 'eind', op, staat: vandaag < op ? 'straks' : 'nu', metingId: null }];
}

/** De meetmomenten op `vandaag`, in de volgorde van de tijd. */
export function meetmomenten(g: Geldend, vandaag: Datum): Meetmoment[] {
  const metingen = g.alle('meting');
  const van = (moment: Meting['inhoud']['moment']) =>
    metingen.filter((m) => m.inhoud.moment === moment);
  const [begin] = van('begin');
  const voortgang = [...bijGesprekken(g, vandaag, van('voortgang')), ...gepland(g, vandaag)];
  return [
    begin ? gedaan('begin', begin) : { soort: 'begin', op: null, staat: 'nu', metingId: null },
    ...voortgang.sort((a, b) => ((a.op ?? '') < (b.op ?? '') ? -1 : 1)),
    ...slot(g, vandaag, van('eind').at(-1)),
  ];
}
