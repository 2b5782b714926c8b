import type { Grondslag, OntbrekendFeit, Reden } from '../shared/antwoord.ts';
import { ontbrekendFeit } from '../shared/regel.ts';
import type { Invoer, Velden } from '../shared/velden.ts';

type Volledig<V extends Velden> = Required<Invoer<V>>;

/** Eén controle van DUO op een melding. `fout` en `tekst` krijgen alleen feiten uit `nodig`. */
export type Controle<V extends Velden> = {
  code: string;
  veld: string & keyof V;
  nodig: readonly (string & keyof V)[];
  /** Of de controle speelt; zonder: altijd. */
  geldt?: (f: Invoer<V>) => boolean;
  fout: (f: Volledig<V>) => boolean;
  tekst: (f: Volledig<V>) => string;
};

/** Doet alle controles: elke weigering, en elk feit zonder welk een controle niet kan. */
export function controleer<V extends Velden>(
  velden: V,
  f: Invoer<V>,
  controles: readonly Controle<V>[],
  grondslag: Grondslag,
): { redenen: Reden[]; ontbreekt: OntbrekendFeit[] } {
  const redenen: Reden[] = [];
  const mist = new Set<string & keyof V>();
  for (const c of controles) {
    if (c.geldt?.(f) === false) continue;
    const leeg = c.nodig.filter((naam) => f[naam] === undefined);
    for (const naam of leeg) mist.add(naam);
    const vol = f as Volledig<V>;
    if (leeg.length === 0 && c.fout(vol)) {
      redenen.push({ code: c.code, tekst: c.tekst(vol), veld: c.veld, grondslag });
    }
  }
  return { redenen, ontbreekt: [...mist].map((naam) => ontbrekendFeit(velden, naam)) };
}
