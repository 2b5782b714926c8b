import { z } from 'zod';
import { ALFABETISERING, datum, eventueel, zonderInhoud } from '../velden.ts';
import type { Vragen } from '../vraag.ts';

/** Zonder de grenzen van DUO: een vreemd adres mag de rest van de lijst niet tegenhouden. */
const instelling = z.object({
  instellingsnummer: z.string().min(1),
  naam: z.string().min(1),
  postcode: eventueel(z.string()),
  huisnummer: eventueel(z.number()),
  huisnummertoevoeging: eventueel(z.string()),
  plaatsnaam: eventueel(z.string()),
  bow: eventueel(z.string()),
  brin: eventueel(z.string()),
  indicatieBowKeurmerk: eventueel(z.boolean()),
  indicatieTstKeurmerk: eventueel(z.boolean()),
});

/** `verwachteEinddatumOpleiding` is bij DUO de eerste dag na de opleiding. */
const inburgeringsaanbod = z.strictObject({
  datumInburgeringsaanbod: datum.optional(),
  verwachteStartdatumOpleiding: datum.optional(),
  verwachteEinddatumOpleiding: datum.optional(),
  indicatorAlfabetiseringsonderwijs: z.enum(ALFABETISERING),
});

/** De lijst van DUO stopt bij 200 zonder te zeggen dat er meer is. */
const HOOGSTE_AANTAL = 200;

const misschienAfgekapt = (ruw: unknown) =>
  Array.isArray(ruw) && ruw.length === HOOGSTE_AANTAL
    ? [`DUO gaf precies ${HOOGSTE_AANTAL} instellingen; er kunnen er meer zijn`]
    : [];

const PAD = '/personen/{bsn}/Inburgeringsaanbod/{instellingsnummer}';

/** SDI014: het aanbod per instelling, en de instellingen die DUO kent. Aanbod is niet op te vragen. */
export const aanbodVragen = ({ haal, meld }: Vragen) => ({
  instellingen: () =>
    haal('inburgeringsaanbod', '/instellingen', {}, z.array(instelling), misschienAfgekapt),
  /** Vervangt het aanbod bij dezelfde instelling. */
  meldAanbod: (
    bsn: string,
    instellingsnummer: string,
    aanbod: z.input<typeof inburgeringsaanbod>,
    berichtId?: string,
  ) =>
    meld('inburgeringsaanbod', 'POST', PAD, { bsn, instellingsnummer }, zonderInhoud, berichtId, {
      schema: inburgeringsaanbod,
      inhoud: aanbod,
    }),
  trekAanbodIn: (bsn: string, instellingsnummer: string, berichtId?: string) =>
    meld('inburgeringsaanbod', 'DELETE', PAD, { bsn, instellingsnummer }, zonderInhoud, berichtId),
});
