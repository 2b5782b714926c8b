import { z } from 'zod';
import { EFFECTEN } from '../../rules/beleid/effect.ts';
import { ONDERWERPEN, type Onderwerp } from '../../rules/beleid/parameter.ts';
import { SLEUTELS, type Sleutel } from '../../rules/beleid/parameters.ts';
import type { Datum } from '../../rules/shared/datum.ts';

/** Een besluit zoals het is bewaard. */
export type BesluitRij = {
  id: string;
  gemeenteId: string;
  sleutel: Sleutel;
  waarde: unknown;
  geldigVanaf: Datum;
  door: string | null;
  vastgelegdOp: string;
  toelichting: string;
  ingetrokkenOp: string | null;
  ingetrokkenDoor: string | null;
};

const sleutel = z.enum(SLEUTELS as [Sleutel, ...Sleutel[]]);
const onderwerp = z.enum(Object.keys(ONDERWERPEN) as [Onderwerp, ...Onderwerp[]]);
const soort = z.enum(EFFECTEN);

const BeleidRij = z
  .object({
    id: z.string(),
    /** `null`: vanaf deze dag weer de standaard. */
    waarde: z.unknown(),
    geldigVanaf: z.iso.date(),
    /** Laatste dag, tot en met; leeg als er niets na komt. */
    geldigTotEnMet: z.iso.date().nullable(),
    door: z.string().nullable(),
    vastgelegdOp: z.string(),
    toelichting: z.string(),
    ingetrokkenOp: z.string().nullable(),
    ingetrokkenDoor: z.string().nullable(),
  })
  .meta({ id: 'BeleidRij' });

const BeleidParameter = z
  .object({
    /** Rij van het wetsoverzicht, N1 tot en met N30. */
    id: z.string(),
    sleutel,
    onderwerp,
    naam: z.string(),
    uitleg: z.string(),
    werking: z.enum(['stand', 'scherm', 'afspraak']),
    /** JSON Schema van de waarde. */
    invoer: z.record(z.string(), z.unknown()),
    standaard: z.unknown(),
    grens: z.object({
      tekst: z.string(),
      artikel: z.string(),
      link: z.string(),
      zekerheid: z.enum(['vast', 'afgeleid', 'ontwerp', 'onbevestigd']),
      toelichting: z.string().optional(),
    }),
    /** Wat vandaag geldt; zonder eigen waarde de standaard. */
    waarde: z.unknown(),
    /** De rij die vandaag geldt; leeg als de gemeente de standaard altijd al volgt. */
    geldend: BeleidRij.nullable(),
    gepland: z.array(BeleidRij),
    /** Wat eerder gold of is ingetrokken, nieuwste eerst. */
    eerder: z.array(BeleidRij),
    /** Gaat mee terug bij een wijziging; is hij veranderd, dan was een ander eerder. */
    revisie: z.number().int(),
  })
  .meta({ id: 'BeleidParameter' });

export const BeleidAntwoord = z
  .object({
    gemeente: z.object({ id: z.string(), code: z.string(), naam: z.string() }),
    parameters: z.array(BeleidParameter),
    magWijzigen: z.boolean(),
    /** Dossiers waarvan de Stand nog moet worden bijgewerkt. */
    nogBijTeWerken: z.number().int(),
  })
  .meta({ id: 'LokaalBeleid' });

const wijziging = {
  sleutel,
  /** Volgens `invoer` van de parameter; `null` is: weer de standaard volgen. */
  waarde: z.unknown(),
  geldigVanaf: z.iso.date(),
};

export const BeleidVerzoek = z
  .strictObject({
    ...wijziging,
    toelichting: z.string().trim().min(1, 'Schrijf waarom dit verandert.').max(2000),
    revisie: z.number().int().min(0),
  })
  .meta({ id: 'BeleidVerzoek' });

export const IntrekVerzoek = z
  .strictObject({ revisie: z.number().int().min(0) })
  .meta({ id: 'BeleidIntrekken' });

export const EffectVerzoek = z
  .strictObject({
    ...wijziging,
    /** Verder na dit dossier; weglaten om te beginnen. */
    na: z.uuid().optional(),
  })
  .meta({ id: 'BeleidEffectVerzoek' });

export const EffectAntwoord = z
  .object({
    /** Onwaar: deze parameter verandert geen enkele Stand, er is niets gerekend. */
    werkt: z.boolean(),
    /** Lopende dossiers van de gemeente. */
    totaal: z.number().int(),
    /** Hoeveel er in dit deel zijn bekeken. */
    bekeken: z.number().int(),
    /** Waarmee het volgende deel begint; leeg als dit het laatste was. */
    volgende: z.string().nullable(),
    /** Dossiers in dit deel die anders worden, en per soort hoeveel dossiers dat raakt. */
    anders: z.number().int(),
    perSoort: z.record(soort, z.number().int()),
    /** Leeg als u de dossiers van deze gemeente niet mag zien. */
    voorbeelden: z.array(
      z.object({ dossierId: z.string(), naam: z.string(), wijzigingen: z.array(z.string()) }),
    ),
    magVoorbeeldenZien: z.boolean(),
  })
  .meta({ id: 'BeleidEffect' });

export const VerschilVraag = z.object({
  /** `true`: ook de parameters waarin de gemeenten gelijk zijn. */
  alles: z.enum(['true', 'false']).default('false'),
});

export const VerschilAntwoord = z
  .object({
    gemeenten: z.array(z.object({ id: z.string(), naam: z.string() })),
    rijen: z.array(
      z.object({
        sleutel,
        verschilt: z.boolean(),
        /** Op de volgorde van `gemeenten`. */
        waarden: z.array(
          z.object({ waarde: z.unknown(), eigen: z.boolean(), sinds: z.iso.date().nullable() }),
        ),
      }),
    ),
  })
  .meta({ id: 'BeleidVerschillen' });

export type LokaalBeleid = z.infer<typeof BeleidAntwoord>;
export type ParameterRegel = LokaalBeleid['parameters'][number];
export type Besluit = z.infer<typeof BeleidRij>;
export type BeleidEffect = z.infer<typeof EffectAntwoord>;
export type Verschillen = z.infer<typeof VerschilAntwoord>;
