import { type Datum, dagenTussen } from '../../../rules/shared/datum.ts';
import { klokOp } from '../../../rules/shared/klok.ts';
import { inWoorden, opsomming } from '../../../rules/shared/tekst.ts';
import type { Feit, FeitInhoud, FeitSoort } from '../../../rules/stand/feiten.ts';
import { type Geldend, kiesGeldend } from '../../../rules/stand/geldend.ts';
import type { BerichtSoort } from '../../../server/db/tabellen/duo.ts';
import type { Onderwerp } from '../afstemming.schema.ts';
import { type Gevonden, type Vergelijker, vergelijkLijst } from './kern.ts';
import type { Opbrengst } from './ophalen.jobs.ts';
import { vergelijkPip } from './pip.jobs.ts';
import * as v from './vergelijkers.ts';
import { alsFeiten, urenVan } from './vertaal.jobs.ts';

/** Een gebeurtenis zoals zij hier bekend is. */
export type OnzeGebeurtenis = {
  id: string;
  dag: Datum;
  /** Zij was er al voordat DUO is gevraagd: dan hoort DUO haar te noemen. */
  zeker: boolean;
};

export type Hier = {
  feiten: readonly Feit[];
  gemeentecode: string;
  vandaag: Datum;
  /** Vanaf wanneer deze gemeente over de persoon gaat; wat DUO eerder meldde was voor een ander. */
  vanaf: Datum;
  /** Meldingen die zijn ontvangen, ook als zij nog niet zijn verwerkt. */
  meldingen: readonly OnzeGebeurtenis[];
  /** Soorten berichten die nog op weg zijn naar DUO. */
  onderweg: ReadonlySet<BerichtSoort>;
};

export type GemisteGebeurtenis = { id: string; omschrijving: string; datum: Datum };

export type Uitkomst = {
  verschillen: Gevonden[];
  gemist: GemisteGebeurtenis[];
  overgeslagen: Onderwerp[];
};

/** Zolang een van deze berichten onderweg is, wordt het onderwerp niet vergeleken. */
const BERICHTEN: Partial<Record<Onderwerp, readonly BerichtSoort[]>> = {
  pip: ['pip', 'pip-verwijderen'],
  uren: ['uren'],
  pvt: ['pvt'],
  map: ['map'],
  'lbt-nummer': ['lbt-intrekken'],
};

/** DUO noemt bij de ene vraag een tijdstip en bij de andere een dag: rond middernacht scheelt dat een dag. */
const SPELING_DAGEN = 1;

/** Wat een andere gemeente leverde meldde zij zelf aan DUO; het is niet aan ons om dat te vergelijken. */
const isVanOns = (f: Feit): boolean => !f.verwijzing?.startsWith('andere gemeente');

/** Vergelijkt alles wat DUO gaf met wat hier geldt. Zuiver: dezelfde invoer geeft dezelfde verschillen. */
export function vergelijk(
  hier: Hier,
  o: Opbrengst,
  zonderAntwoord: readonly Onderwerp[],
): Uitkomst {
  const g = kiesGeldend(hier.feiten, klokOp(hier.vandaag));
  const dicht = new Set<Onderwerp>(zonderAntwoord);
  for (const [onderwerp, soorten] of Object.entries(BERICHTEN)) {
    if (soorten.some((s) => hier.onderweg.has(s))) dicht.add(onderwerp as Onderwerp);
  }
  const verschillen = PER_ONDERWERP.flatMap(({ onderwerp, vind }) =>
    dicht.has(onderwerp) ? [] : vind(g, o, hier),
  );
  const { gemist, teveel } = dicht.has('gebeurtenis')
    ? { gemist: [], teveel: [] }
    : vergelijkGebeurtenissen(hier, o.gebeurtenis ?? []);
  return { verschillen: [...verschillen, ...teveel], gemist, overgeslagen: [...dicht] };
}

type Vind = (g: Geldend, o: Opbrengst, hier: Hier) => Gevonden[];
type Deel = { onderwerp: Onderwerp; vind: Vind };

/** Het laatste feit per kenmerk, of (`een`) alleen het laatste. */
function deel<S extends FeitSoort>(
  ver: Vergelijker<S>,
  duo: (o: Opbrengst) => FeitInhoud[S][],
): Deel {
  return {
    onderwerp: ver.onderwerp,
    vind: (g, o, { vandaag }) => vergelijkLijst(ver, perKenmerk(ver, g), duo(o), vandaag),
  };
}

function perKenmerk<S extends FeitSoort>(ver: Vergelijker<S>, g: Geldend): Feit<S>[] {
  const laatste = new Map<string, Feit<S>>();
  for (const f of g.alle(ver.soort)) {
    laatste.set(ver.kenmerk(f.inhoud as FeitInhoud[S]), f);
  }
  return [...laatste.values()];
}

const uren: Deel = {
  onderwerp: 'uren',
  vind(g, o, { gemeentecode, vandaag }) {
    const ons = g
      .alle('uren')
      .filter((f) => v.urenKenmerk(f.inhoud) !== undefined && isVanOns(f as Feit));
    const laatste = new Map(ons.map((f) => [v.urenKenmerk(f.inhoud), f]));
    return vergelijkLijst(
      v.UREN,
      [...laatste.values()],
      urenVan(o.uren ?? [], gemeentecode),
      vandaag,
    );
  },
};

/** Zonder nummer is het ingetrokken: dat is hetzelfde als dat DUO er geen heeft. */
const toetsnummer: Deel = {
  onderwerp: 'lbt-nummer',
  vind(g, o, { vandaag }) {
    const hier = g.alle('leerbaarheidstoets-nummer').slice(-1);
    const nummer = hier.filter((f) => f.inhoud.examennummer);
    const duo = alsFeiten.toetsnummer(o);
    return vergelijkLijst(v.TOETSNUMMER, duo.length > 0 ? hier : nummer, duo, vandaag);
  },
};

const PER_ONDERWERP: readonly Deel[] = [
  deel(v.PLICHT, alsFeiten.plicht),
  deel(v.DOELGROEP, alsFeiten.doelgroep),
  deel(v.TERMIJN, alsFeiten.termijn),
  {
    onderwerp: 'pip',
    vind: (g, o, { gemeentecode, vandaag }) =>
      vergelijkPip(g, o.pip ?? null, gemeentecode, vandaag),
  },
  deel(v.TOETS, alsFeiten.toets),
  toetsnummer,
  uren,
  deel(v.PVT, alsFeiten.pvt),
  deel(v.MAP, alsFeiten.map),
  deel(v.EXAMEN, alsFeiten.examen),
  deel(v.POGINGEN, alsFeiten.pogingen),
  deel(v.VRIJSTELLING, alsFeiten.vrijstelling),
  deel(v.ONTHEFFING, alsFeiten.ontheffing),
  deel(v.VERLENGING, alsFeiten.verlenging),
  deel(v.BOETE, alsFeiten.boete),
];

/** Koppelt elke gebeurtenis van DUO aan één van ons, op id en dag; wat overblijft mist aan een kant. */
function vergelijkGebeurtenissen(
  hier: Hier,
  duo: readonly GemisteGebeurtenis[],
): { gemist: GemisteGebeurtenis[]; teveel: Gevonden[] } {
  const over = [...hier.meldingen];
  const gemist: GemisteGebeurtenis[] = [];
  for (const e of duo.toSorted((a, b) => (a.datum < b.datum ? -1 : 1))) {
    const i = over.findIndex(
      (m) => m.id === e.id && Math.abs(dagenTussen(m.dag, e.datum)) <= SPELING_DAGEN,
    );
    if (i >= 0) over.splice(i, 1);
    else if (e.datum >= hier.vanaf && e.datum <= hier.vandaag) gemist.push(e);
  }
  return { gemist, teveel: alleenHier(over.filter((m) => m.zeker && m.dag >= hier.vanaf)) };
}

/** Eén verschil per dossier: DUO kan een deel van haar geschiedenis niet teruggeven. */
function alleenHier(meldingen: readonly OnzeGebeurtenis[]): Gevonden[] {
  if (meldingen.length === 0) return [];
  const namen = meldingen.map((m) => `${m.id} van ${inWoorden(m.dag)}`);
  return [
    {
      onderwerp: 'gebeurtenis',
      kenmerk: 'alleen hier',
      soort: 'mist-bij-duo',
      hier: `${namen.length === 1 ? 'Melding' : 'Meldingen'} ${opsomming(namen)}`,
      duo: null,
      hierFeitId: null,
      overname: null,
      herstel: ['aanvaard'],
    },
  ];
}
