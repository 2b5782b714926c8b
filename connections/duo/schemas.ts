import type { z } from 'zod';
import type { inburgeringsaanbod, instelling } from './apis/aanbod.ts';
import type { contactpersoongegevens } from './apis/contactpersoon.ts';
import type { examenresultatenAntwoord, gratisPogingenAntwoord } from './apis/examen.ts';
import type { boetesAntwoord, gebeurtenissenAntwoord } from './apis/gebeurtenis.ts';
import type { leerbaarheidstoetsAntwoord } from './apis/leerbaarheidstoets.ts';
import type { pipAntwoord, pipMelding } from './apis/pip.ts';
import type {
  doelgroepAntwoord,
  doelgroepHistorieAntwoord,
  inburgeringsplichtAntwoord,
  inburgeringsplichtHistorieAntwoord,
} from './apis/plicht.ts';
import type { mapMelding, pvtMelding, zrouteMelding } from './apis/resultaten.ts';
import type {
  inburgeringstermijnAntwoord,
  inburgeringstermijnHistorieAntwoord,
  verlengingenAntwoord,
  verlengingsgrond,
} from './apis/termijn.ts';
import type { urenAntwoord, urenInstellingMelding, urenTotaal } from './apis/uren.ts';
import type { ontheffingenAntwoord, vrijstellingenAntwoord } from './apis/vrijstelling.ts';

/** Een waarde uit een lijst van DUO. DUO kan een lijst uitbreiden; dan is `bekend` onwaar. */
export type Codewaarde<T extends string> =
  | { bekend: true; waarde: T }
  | { bekend: false; waarde: string };

/** Een score op een toets, exact: `62,50` is `{ honderdsten: 6250, tekst: '62,50' }`. */
export type Score = { honderdsten: number; tekst: string };

// Wat DUO antwoordt, gelezen. Einden zijn exclusief, waar DUO ze ook inclusief schrijft.
export type DuoDoelgroep = z.output<typeof doelgroepAntwoord>;
export type DuoDoelgroepPeriode = z.output<typeof doelgroepHistorieAntwoord>[number];
export type DuoInburgeringsplicht = z.output<typeof inburgeringsplichtAntwoord>;
export type DuoPlichtPeriode = z.output<typeof inburgeringsplichtHistorieAntwoord>[number];
export type DuoLeerbaarheidstoetsResultaat = z.output<typeof leerbaarheidstoetsAntwoord>[number];
export type DuoInburgeringstermijn = z.output<typeof inburgeringstermijnAntwoord>;
export type DuoTermijnwijziging = z.output<typeof inburgeringstermijnHistorieAntwoord>[number];
export type DuoVerlengingsgrond = z.output<typeof verlengingsgrond>;
export type DuoVerlenging = z.output<typeof verlengingenAntwoord>[number];
export type DuoVrijstelling = z.output<typeof vrijstellingenAntwoord>[number];
export type DuoOntheffing = z.output<typeof ontheffingenAntwoord>[number];
export type DuoGratisPogingen = z.output<typeof gratisPogingenAntwoord>[number];
export type DuoExamenresultaat = z.output<typeof examenresultatenAntwoord>[number];
export type DuoBoete = z.output<typeof boetesAntwoord>[number];
export type DuoGebeurtenis = z.output<typeof gebeurtenissenAntwoord>[number];
export type DuoPip = z.output<typeof pipAntwoord>;
export type DuoInstelling = z.output<typeof instelling>;
export type DuoUren = z.output<typeof urenAntwoord>[number];

// Wat Meedoen meldt: precies de velden van DUO, niets meer.
export type DuoPipMelding = z.input<typeof pipMelding>;
export type DuoContactpersoon = z.input<typeof contactpersoongegevens>;
export type DuoAanbodMelding = z.input<typeof inburgeringsaanbod>;
export type DuoMapMelding = z.input<typeof mapMelding>;
export type DuoPvtMelding = z.input<typeof pvtMelding>;
export type DuoZrouteMelding = z.input<typeof zrouteMelding>;
export type DuoUrenTotaal = z.input<typeof urenTotaal>;
export type DuoUrenInstelling = z.input<typeof urenInstellingMelding>;
