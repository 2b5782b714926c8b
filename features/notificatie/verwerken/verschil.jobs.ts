import { isDeepStrictEqual } from 'node:util';
import type { Codewaarde } from '../../../connections/duo/schemas.ts';
import type { Datum } from '../../../rules/shared/datum.ts';
import type { Bron, Feit, FeitInhoud, FeitSoort } from '../../../rules/stand/feiten.ts';
import { eerder } from '../../../rules/stand/geldend.ts';
import type { NieuwFeit } from '../../../server/dossier/feiten.ts';
import type { Aandacht } from './ophalen.jobs.ts';

/** De plek in de tijd en in het dossier waar de opbrengst terechtkomt. */
export type Context = {
  /** De melding waaruit dit volgt; leeg als er zonder melding is gevraagd. */
  gebeurtenisId: string;
  /** Dag waarop DUO de gebeurtenis registreerde, nooit na vandaag. */
  dag: Datum;
  vandaag: Datum;
  gemeentecode: string;
  feiten: readonly Feit[];
};

export type Nieuws = {
  feiten: NieuwFeit[];
  opmerkingen: string[];
  aandacht: Aandacht[];
  /** De grond van elke ontheffing. Die gaat alleen naar de bijzondere gegevens. */
  gronden: { inhoud: FeitInhoud['ontheffing']; grond: string }[];
};

type Voorstel<S extends FeitSoort> = {
  soort: S;
  inhoud: FeitInhoud[S];
  geldigOp: Datum;
  bron: Bron;
  /** Waar: er is iets veranderd, het oude gold eerst wel. Onwaar: het oude was niet juist. */
  opvolging: boolean;
};

/** Waar als beide hetzelfde zeggen; een leeg veld en een veld dat ontbreekt zijn gelijk. */
export const zelfde = (a: unknown, b: unknown) =>
  isDeepStrictEqual(JSON.parse(JSON.stringify(a)), JSON.parse(JSON.stringify(b)));

/** De dag, of de grens als hij daarna ligt. */
export const hoogstens = (d: Datum, grens: Datum): Datum => (d > grens ? grens : d);

/** Het laatste feit van een soort dat niet is vervangen. */
export function huidig<S extends FeitSoort>(
  feiten: readonly Feit[],
  soort: S,
  past: (f: Feit<S>) => boolean = () => true,
): Feit<S> | undefined {
  const vervangen = new Set(feiten.map((f) => f.vervangt));
  return (feiten.filter((f) => f.soort === soort) as Feit<S>[])
    .filter((f) => !vervangen.has(f.id) && past(f))
    .sort((a, b) => eerder(a as Feit, b as Feit))
    .at(-1);
}

/**
 * Maakt een nieuw feit als de waarde afwijkt. Een verandering volgt het oude feit op; een verbetering
 * van dezelfde bron vervangt het. Wat een mens vastlegde wordt opgevolgd, nooit vervangen.
 */
export function verschil<S extends FeitSoort>(
  c: Context,
  oud: Feit<S> | undefined,
  v: Voorstel<S>,
): NieuwFeit[] {
  if (oud && zelfde(oud.inhoud, v.inhoud)) return [];
  const opvolging = oud !== undefined && (v.opvolging || oud.bron !== v.bron);
  const geldigOp = opvolging && oud.geldigOp > v.geldigOp ? oud.geldigOp : v.geldigOp;
  const verwijzing = v.bron === 'brp' ? 'BRP' : c.gebeurtenisId;
  const { soort, inhoud, bron } = v;
  const vervangt = oud && !opvolging ? { vervangt: oud.id } : {};
  const uit = verwijzing ? { verwijzing } : {};
  return [{ soort, inhoud, geldigOp, bron, ...uit, ...vervangt } as NieuwFeit];
}

type Regel<S extends FeitSoort> = { inhoud: FeitInhoud[S]; geldigOp: Datum };

/** Hoe regels van een lijst worden herkend. */
type Herken<S extends FeitSoort> = {
  soort: S;
  /** Wat een regel tot deze ene maakt. */
  sleutel: (i: FeitInhoud[S]) => string;
  /** Ruimer: gelijk bij een regel die is verbeterd terwijl ook de sleutel veranderde. */
  ruim: (i: FeitInhoud[S]) => string;
};

/**
 * Vergelijkt een hele lijst van DUO met wat het dossier heeft. Wat gelijk is blijft; wat is verbeterd vervangt;
 * de rest is nieuw. Wat DUO niet meer noemt blijft staan: dat mag alleen een mens weghalen.
 * @returns de nieuwe feiten, en hoeveel eerder gemelde regels DUO niet meer noemt.
 */
export function verschilLijst<S extends FeitSoort>(
  c: Context,
  { soort, sleutel, ruim }: Herken<S>,
  regels: readonly Regel<S>[],
): { feiten: NieuwFeit[]; verdwenen: number } {
  const vervangen = new Set(c.feiten.map((f) => f.vervangt));
  const oud = (c.feiten.filter((f) => f.soort === soort) as Feit<S>[]).filter(
    (f) => !vervangen.has(f.id),
  );
  const vrij = new Set(oud);
  const neem = (past: (f: Feit<S>) => boolean) => {
    const gevonden = [...vrij].find(past);
    if (gevonden) vrij.delete(gevonden);
    return gevonden;
  };
  const anders = regels.filter((r) => !neem((f) => zelfde(f.inhoud, r.inhoud)));
  const feiten: NieuwFeit[] = [];
  const leg = (r: Regel<S>, f: Feit<S> | undefined) => {
    const { inhoud } = r;
    const geldigOp = hoogstens(r.geldigOp, c.vandaag);
    feiten.push(...verschil(c, f, { soort, inhoud, geldigOp, bron: 'duo', opvolging: false }));
  };
  const rest = anders.filter((r) => {
    const f = neem((g) => sleutel(g.inhoud) === sleutel(r.inhoud));
    if (f) leg(r, f);
    return !f;
  });
  for (const r of rest) {
    leg(
      r,
      neem((g) => g.bron === 'duo' && ruim(g.inhoud) === ruim(r.inhoud)),
    );
  }
  return { feiten, verdwenen: [...vrij].filter((f) => f.bron === 'duo').length };
}

/** Vraagt aandacht voor een waarde uit een lijst die DUO heeft uitgebreid. De waarde zelf staat er niet bij. */
export function nieuweWaarde(n: Nieuws, veld: string, code: Codewaarde<string> | undefined): void {
  if (!code || code.bekend) return;
  n.aandacht.push({
    reden: `DUO gebruikt bij ${veld} een waarde die Meedoen nog niet kent; zij is bewaard.`,
    voorstel:
      'Bekijk in het dossier wat er staat, beoordeel wat het betekent en geef het door aan de beheerder.',
  });
}
