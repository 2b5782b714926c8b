import { TOT_EN_MET_LEERROUTE } from './tot-en-met-leerroute.ts';
import { VANAF_HET_PVT } from './vanaf-het-pvt.ts';
import { ZONDER_REGEL } from './zonder-regel.ts';

/** Eén onderwerp van de wet; docs/REGELS.md noemt er de regels bij, of waarom er geen is. */
export type Wetsrij = { id: string; onderwerp: string; zonderRegel?: string };

/** Alle delen, in volgorde. */
export const DELEN = [...TOT_EN_MET_LEERROUTE, ...VANAF_HET_PVT];

/** Alle onderwerpen met hun nummer: 'A1', 'A2', … */
export const WETSRIJEN: readonly Wetsrij[] = DELEN.flatMap(({ letter, onderwerpen }) =>
  onderwerpen.map((onderwerp, i) => {
    const id = `${letter}${i + 1}`;
    const zonderRegel = ZONDER_REGEL[id];
    return { id, onderwerp, ...(zonderRegel ? { zonderRegel } : {}) };
  }),
);
