import { z } from 'zod';
import { datum, zonderInhoud } from '../velden.ts';
import type { Vragen } from '../vraag.ts';

const JA_NEE = ['Ja', 'Nee'] as const;

const mapAntwoord = z.object({ datumEindgesprekMap: datum });
const pvtAntwoord = z.object({ datumOndertekeningPvt: datum });

const mapMelding = z.strictObject({
  datumEindgesprekMap: datum.optional(),
  verwijtbaar: z.enum(JA_NEE).optional(),
});
const pvtMelding = z.strictObject({
  datumOndertekeningPvt: datum.optional(),
  verwijtbaar: z.enum(JA_NEE).optional(),
});
const zrouteMelding = z.strictObject({ datumAfrondingZroute: datum.optional() });

const API = 'map-pvt-zroute';

/**
 * SDI016: afronding van de MAP, het PVT en de Z-route. Elke melding vervangt wat er stond; een veld
 * weglaten trekt het in. Verwijtbaarheid en de Z-route zijn niet op te vragen.
 */
export const resultaatVragen = ({ haal, meld }: Vragen) => ({
  map: (bsn: string) => haal(API, '/personen/{bsn}/map', { bsn }, mapAntwoord),
  pvt: (bsn: string) => haal(API, '/personen/{bsn}/pvt', { bsn }, pvtAntwoord),
  meldMap: (bsn: string, m: z.input<typeof mapMelding>, berichtId?: string) =>
    meld(API, 'PUT', '/personen/{bsn}/map', { bsn }, zonderInhoud, berichtId, {
      schema: mapMelding,
      inhoud: m,
    }),
  meldPvt: (bsn: string, p: z.input<typeof pvtMelding>, berichtId?: string) =>
    meld(API, 'PUT', '/personen/{bsn}/pvt', { bsn }, zonderInhoud, berichtId, {
      schema: pvtMelding,
      inhoud: p,
    }),
  meldZroute: (bsn: string, afronding: z.input<typeof zrouteMelding>, berichtId?: string) =>
    meld(API, 'PUT', '/personen/{bsn}/zroute', { bsn }, zonderInhoud, berichtId, {
      schema: zrouteMelding,
      inhoud: afronding,
    }),
});
