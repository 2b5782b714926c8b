import type { z } from 'zod';
import {
  examenresultatenAntwoord,
  gratisPogingenAntwoord,
} from '../../../connections/duo/apis/examen.ts';
import {
  boetesAntwoord,
  gebeurtenissenAntwoord,
} from '../../../connections/duo/apis/gebeurtenis.ts';
import { leerbaarheidstoetsAntwoord } from '../../../connections/duo/apis/leerbaarheidstoets.ts';
import { pipAntwoord } from '../../../connections/duo/apis/pip.ts';
import {
  doelgroepAntwoord,
  doelgroepHistorieAntwoord,
  inburgeringsplichtAntwoord,
  inburgeringsplichtHistorieAntwoord,
} from '../../../connections/duo/apis/plicht.ts';
import {
  inburgeringstermijnAntwoord,
  inburgeringstermijnHistorieAntwoord,
  verlengingenAntwoord,
} from '../../../connections/duo/apis/termijn.ts';
import {
  ontheffingenAntwoord,
  vrijstellingenAntwoord,
} from '../../../connections/duo/apis/vrijstelling.ts';
import type { BewaardeOpname, DuoOnderwerp } from '../../../server/dossier/opname.ts';

const VORMEN = {
  doelgroep: doelgroepAntwoord,
  'doelgroep-historie': doelgroepHistorieAntwoord,
  plicht: inburgeringsplichtAntwoord,
  'plicht-historie': inburgeringsplichtHistorieAntwoord,
  termijn: inburgeringstermijnAntwoord,
  'termijn-historie': inburgeringstermijnHistorieAntwoord,
  lbt: leerbaarheidstoetsAntwoord,
  verlengingen: verlengingenAntwoord,
  vrijstellingen: vrijstellingenAntwoord,
  ontheffingen: ontheffingenAntwoord,
  'gratis-pogingen': gratisPogingenAntwoord,
  examens: examenresultatenAntwoord,
  boetes: boetesAntwoord,
  gebeurtenissen: gebeurtenissenAntwoord,
  pip: pipAntwoord,
} satisfies Partial<Record<DuoOnderwerp, z.ZodType>>;

type Vormen = typeof VORMEN;
export type Leesbaar = keyof Vormen;
type Waarde<K extends Leesbaar> = z.output<Vormen[K]>;

/** Alles wat over een dossier is bewaard, leesbaar gemaakt. */
export type Gelezen = {
  /** Het laatste antwoord; leeg als DUO niets had of het nooit is gevraagd. */
  laatste<K extends Leesbaar>(onderwerp: K): Waarde<K> | undefined;
  /** Elk ander antwoord dat DUO gaf, oudste eerst. */
  alle<K extends Leesbaar>(onderwerp: K): { op: string; waarde: Waarde<K> }[];
  gezienOp(onderwerp: DuoOnderwerp): string | null;
};

/** Leest bewaarde antwoorden met dezelfde vorm als toen zij binnenkwamen; wat niet past telt als leeg. */
export function leesGelezen(opnames: readonly BewaardeOpname[]): Gelezen {
  const van = (onderwerp: DuoOnderwerp) => opnames.filter((o) => o.onderwerp === onderwerp);
  const lees = <K extends Leesbaar>(onderwerp: K, o: BewaardeOpname | undefined) => {
    const gelezen = VORMEN[onderwerp].safeParse(o?.inhoud);
    return gelezen.success ? (gelezen.data as Waarde<K>) : undefined;
  };
  return {
    laatste: (onderwerp) => lees(onderwerp, van(onderwerp).at(-1)),
    alle: (onderwerp) =>
      van(onderwerp).flatMap((o) => {
        const waarde = lees(onderwerp, o);
        return waarde === undefined ? [] : [{ op: o.opgehaaldOp, waarde }];
      }),
    gezienOp: (onderwerp) => van(onderwerp).at(-1)?.laatstGezienOp ?? null,
  };
}
