import type { RegelKop } from '../regels.schema.ts';

export type Groep = { naam: string; anker: string; regels: RegelKop[] };

const WET = 'Wet inburgering 2021';

/** Kleine letters zonder accenten: 'Één' wordt 'een'. */
function kaal(tekst: string): string {
  return tekst.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function zoektekst({ id, groep, titel, vraag, artikelen }: RegelKop): string {
  const plaatsen = artikelen.map(({ artikel }) => artikel).join(' ');
  const afkorting = plaatsen.includes(WET) ? 'wi2021' : '';
  return kaal([titel, vraag, id, id.replaceAll('-', ' '), groep, plaatsen, afkorting].join(' '));
}

/** De regels waarin elk woord voorkomt: in titel, vraag, artikelen, onderwerp of id. */
export function zoekRegels(regels: readonly RegelKop[], gezocht: string): RegelKop[] {
  const woorden = kaal(gezocht)
    .split(/[\s,;]+/)
    .filter(Boolean);
  return regels.filter((regel) => {
    const tekst = zoektekst(regel);
    return woorden.every((woord) => tekst.includes(woord));
  });
}

/** Per onderwerp, in de volgorde waarin de regels komen. */
export function perGroep(regels: readonly RegelKop[]): Groep[] {
  const namen = [...new Set(regels.map(({ groep }) => groep))];
  return namen.map((naam) => ({
    naam,
    anker: kaal(naam).replaceAll(/[^a-z0-9]+/g, '-'),
    regels: regels.filter(({ groep }) => groep === naam),
  }));
}
