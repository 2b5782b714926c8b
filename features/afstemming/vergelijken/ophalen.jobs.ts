import type { DuoAntwoord, DuoVragen } from '../../../connections/duo/client.ts';
import type { Onderwerp } from '../afstemming.schema.ts';

type Waarde<T> = T extends (bsn: string) => Promise<DuoAntwoord<infer W>> ? W : never;

const VRAGEN = {
  doelgroep: (d: DuoVragen, bsn: string) => d.doelgroep(bsn),
  termijn: (d: DuoVragen, bsn: string) => d.inburgeringstermijn(bsn),
  pip: (d: DuoVragen, bsn: string) => d.pip(bsn),
  gebeurtenis: (d: DuoVragen, bsn: string) => d.gebeurtenissen(bsn),
  leerbaarheidstoets: (d: DuoVragen, bsn: string) => d.leerbaarheidstoetsResultaten(bsn),
  'lbt-nummer': (d: DuoVragen, bsn: string) => d.leerbaarheidstoetsNummer(bsn),
  uren: (d: DuoVragen, bsn: string) => d.uren(bsn),
  pvt: (d: DuoVragen, bsn: string) => d.pvt(bsn),
  map: (d: DuoVragen, bsn: string) => d.map(bsn),
  examen: (d: DuoVragen, bsn: string) => d.examenresultaten(bsn),
  'gratis-pogingen': (d: DuoVragen, bsn: string) => d.gratisPogingen(bsn),
  vrijstelling: (d: DuoVragen, bsn: string) => d.vrijstellingen(bsn),
  ontheffing: (d: DuoVragen, bsn: string) => d.ontheffingen(bsn),
  verlenging: (d: DuoVragen, bsn: string) => d.verlengingen(bsn),
  boete: (d: DuoVragen, bsn: string) => d.boetes(bsn),
} as const;

type Naam = keyof typeof VRAGEN;
type Per = {
  [N in Naam]: ReturnType<(typeof VRAGEN)[N]> extends Promise<DuoAntwoord<infer W>> ? W : never;
};

/** Wat DUO over iemand heeft: per onderwerp de waarde, of `null` als er niets is vastgelegd. */
export type Opbrengst = { [N in Naam]?: Per[N] | null } & {
  plicht: Waarde<DuoVragen['inburgeringsplicht']> | null;
};

export type Opgehaald =
  | { soort: 'ok'; opbrengst: Opbrengst; zonderAntwoord: Onderwerp[] }
  | { soort: 'geen-toegang'; foutteksten: string[] }
  | { soort: 'onbekend' }
  | { soort: 'fout' }
  | { soort: 'storing'; reden: string };

/** Zoveel vragen tegelijk over één persoon: DUO wordt gelijkmatig bevraagd. */
const TEGELIJK = 4;

/** Haalt alles op wat DUO over iemand teruggeeft, buiten elke transactie. Aanbod en Z-route geeft DUO niet terug. */
export async function haalAllesOp(duo: DuoVragen, bsn: string): Promise<Opgehaald> {
  const plicht = await duo.inburgeringsplicht(bsn);
  if (plicht.soort === 'storing') return { soort: 'storing', reden: plicht.reden };
  if (plicht.soort === 'niet-bevoegd') return { soort: 'geen-toegang', foutteksten: [] };
  if (plicht.soort === 'geweigerd') {
    return { soort: 'geen-toegang', foutteksten: plicht.foutteksten };
  }
  if (plicht.soort === 'fout-verzoek') return { soort: 'fout' };
  const opbrengst: Opbrengst = { plicht: plicht.soort === 'ok' ? plicht.waarde : null };
  const zonderAntwoord: Onderwerp[] = [];
  const namen = Object.keys(VRAGEN) as Naam[];
  for (let i = 0; i < namen.length; i += TEGELIJK) {
    const groep = namen.slice(i, i + TEGELIJK);
    await Promise.all(groep.map((naam) => neem(duo, bsn, naam, opbrengst, zonderAntwoord)));
  }
  const { plicht: p, doelgroep, pip, gebeurtenis } = opbrengst;
  if (!p && !doelgroep && !pip && !gebeurtenis?.length && zonderAntwoord.length === 0) {
    return { soort: 'onbekend' };
  }
  return { soort: 'ok', opbrengst, zonderAntwoord };
}

async function neem(
  duo: DuoVragen,
  bsn: string,
  naam: Naam,
  opbrengst: Opbrengst,
  zonderAntwoord: Onderwerp[],
): Promise<void> {
  const antwoord = await VRAGEN[naam](duo, bsn);
  const gekregen = opbrengst as Record<Naam, unknown>;
  if (antwoord.soort === 'ok') gekregen[naam] = antwoord.waarde;
  else if (antwoord.soort === 'niets') gekregen[naam] = null;
  else zonderAntwoord.push(naam);
}
