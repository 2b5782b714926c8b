import { z } from 'zod';
import { aantal, code, datum, EXAMENONDERDELEN, eventueel } from '../velden.ts';
import type { Vragen } from '../vraag.ts';

const RESULTATEN = ['Geslaagd', 'Gezakt', 'Geen'] as const;
const REDENEN_GEEN_RESULTAAT = ['Verwijtbaar', 'Nietverwijtbaar', 'Afgemeld', 'Absent'] as const;

export const gratisPogingenAntwoord = z.array(
  z.object({ onderdeel: code(EXAMENONDERDELEN), gratisPogingenTegoed: aantal }),
);

export const examenresultatenAntwoord = z.array(
  z.object({
    examendatum: datum,
    resultaat: code(RESULTATEN),
    redenGeenResultaat: eventueel(code(REDENEN_GEEN_RESULTAAT)),
    onderdeel: code(EXAMENONDERDELEN),
    niveau: eventueel(code(['A2', 'B1', 'B2'])),
  }),
);

/** SDI017: de uitslagen, en hoe vaak iemand een onderdeel nog gratis mag doen. */
export const examenVragen = ({ haal }: Vragen) => ({
  gratisPogingen: (bsn: string) =>
    haal('examen', '/personen/{bsn}/examens/gratispogingen', { bsn }, gratisPogingenAntwoord),
  examenresultaten: (bsn: string) =>
    haal('examen', '/personen/{bsn}/examens/resultaten', { bsn }, examenresultatenAntwoord),
});
