import { z } from 'zod';
import { Gebeurtenissoort } from './nabootsing.schema.ts';

export type Adressen = { duoUrl: string; brpUrl: string };

/** De nabootsing antwoordt niet, of niet zoals afgesproken. */
export class NabootsingWeg extends Error {}

const GEDULD_MS = 5000;

const Dag = z.string();
const kort = z.looseObject({
  id: z.string(),
  bsn: z.string().optional(),
  vNummer: z.string().optional(),
  gemeentecode: z.string().optional(),
  gemeenten: z.array(z.string()),
  plichtig: z.boolean().optional(),
  doelgroep: z.string().optional(),
  leerroute: z.string().optional(),
  termijn: z.looseObject({ einddatum: Dag }).optional(),
});
export type KortePersoon = z.infer<typeof kort>;

const besluit = z.looseObject({ oordeel: z.string(), datumOordeel: Dag.optional() });

export const duoPersoon = z.looseObject({
  gekoppeldAan: z.string().nullish(),
  vestigingsdatum: Dag.optional(),
  doelgroep: z
    .looseObject({
      indeling: z.string().optional(),
      gedetailleerdeDoelgroep: z.string().optional(),
      begindatum: Dag.optional(),
    })
    .optional(),
  plicht: z
    .looseObject({
      indicatorInburgeringsplicht: z.boolean(),
      begindatum: Dag.optional(),
      einddatum: Dag.optional(),
      datumKennisgevingInburgeringsplicht: Dag.optional(),
      redenGeenInburgeringsplicht: z.string().optional(),
    })
    .optional(),
  lbt: z
    .looseObject({
      examennummer: z.string().optional(),
      resultaten: z
        .array(
          z.looseObject({ resultaat: z.string(), behaaldeScore: z.string(), datumAfname: Dag }),
        )
        .optional(),
    })
    .optional(),
  termijn: z.looseObject({ startdatum: Dag, einddatum: Dag }).nullish(),
  pips: z.array(
    z.looseObject({
      gemeentecode: z.string(),
      pip: z.looseObject({
        dagtekeningPip: Dag,
        leerroute: z.string(),
        niveau: z.string().optional(),
      }),
    }),
  ),
  verlengingen: z
    .array(z.looseObject({ beoordelingAanvraag: z.string(), ontvangstdatum: Dag }))
    .optional(),
  vrijstellingen: z.array(z.record(z.string(), besluit)).optional(),
  ontheffingen: z.array(z.record(z.string(), besluit)).optional(),
  gratisPogingen: z
    .array(z.looseObject({ onderdeel: z.string(), gratisPogingenTegoed: z.number() }))
    .optional(),
  examens: z
    .array(z.looseObject({ examendatum: Dag, resultaat: z.string(), onderdeel: z.string() }))
    .optional(),
  boetes: z.array(z.looseObject({ bedrag: z.number(), datum: Dag })).optional(),
  map: z.looseObject({ datumEindgesprekMap: Dag.optional() }).nullish(),
  pvt: z.looseObject({ datumOndertekeningPvt: Dag.optional() }).nullish(),
  zroute: z.looseObject({ datumAfrondingZroute: Dag.optional() }).nullish(),
  uren: z
    .array(
      z.looseObject({
        bekendTot: Dag,
        ParticipatieAlsTaalles: z.looseObject({ uren: z.number() }).optional(),
        ParticipatieactiviteitenBredeIntake: z.looseObject({ uren: z.number() }).optional(),
        TaallesEnKnmBredeIntake: z.looseObject({ uren: z.number() }).optional(),
        TaallesEnKnmInstelling: z
          .looseObject({ instellingsnummer: z.string(), uren: z.number().optional() })
          .optional(),
      }),
    )
    .optional(),
  aanbod: z
    .array(
      z.looseObject({
        instellingsnummer: z.string(),
        datumInburgeringsaanbod: Dag.optional(),
        verwachteStartdatumOpleiding: Dag.optional(),
        verwachteEinddatumOpleiding: Dag.optional(),
      }),
    )
    .optional(),
  gebeurtenissen: z.array(z.looseObject({ id: z.string(), omschrijving: z.string(), datum: Dag })),
});
export type DuoPersoon = z.infer<typeof duoPersoon>;

const een = z.object({
  kort,
  persoon: duoPersoon,
  contactpersoon: z.looseObject({ gegevens: z.looseObject({ naam: z.string() }) }).optional(),
  meldingen: z.array(
    z.looseObject({
      methode: z.string(),
      pad: z.string(),
      op: z.string().optional(),
      status: z.number(),
      foutteksten: z.array(z.string()),
    }),
  ),
  notificaties: z.array(
    z.looseObject({
      berichtId: z.string(),
      stand: z.enum(['wachtend', 'bezorgd', 'geweigerd']),
      notificatie: z.looseObject({ gebeurtenisId: z.string(), registratieDatumTijd: z.string() }),
    }),
  ),
});
export type EenPersoon = z.infer<typeof een>;

const duoGedrag = z.looseObject({
  traag: z.number(),
  plat: z.boolean(),
  foutkans: z.number(),
  weigerMet: z.string().nullable(),
  antwoordVerliezen: z.number(),
  dubbeleNotificaties: z.boolean(),
  verwisselNotificaties: z.boolean(),
});
export type DuoGedrag = z.infer<typeof duoGedrag>;
const brpGedrag = z.looseObject({ traag: z.number(), plat: z.boolean() });
export type BrpGedrag = z.infer<typeof brpGedrag>;

const brpKort = z.looseObject({
  burgerservicenummer: z.string(),
  naam: z.looseObject({ volledigeNaam: z.string().optional() }).optional(),
  overlijden: z.unknown().optional(),
});
export type BrpKort = z.infer<typeof brpKort>;

const naBericht = z.object({ berichtIds: z.array(z.string()), fouten: z.array(z.string()) });
const iets = z.unknown();

/** De bedieningskant van de nagebootste DUO en BRP. Elke aanroep gooit `NabootsingWeg` als die zwijgt. */
export function simulatoren({ duoUrl, brpUrl }: Adressen) {
  const duo = bediening(`${duoUrl}/simulator`);
  const brp = bediening(`${brpUrl}/simulator`);
  return {
    personen: () =>
      duo(
        'GET',
        '/personen',
        z.object({ personen: z.array(kort), gemeenten: z.array(z.string()) }),
      ),
    persoon: async (id: string): Promise<EenPersoon | undefined> =>
      duo('GET', `/personen/${encodeURIComponent(id)}`, een, undefined, [404]),
    soorten: async () =>
      (await duo('GET', '/gebeurtenissen', z.object({ gebeurtenissen: z.array(Gebeurtenissoort) })))
        ?.gebeurtenissen ?? [],
    stuur: (opdracht: object) => duo('POST', '/gebeurtenissen', naBericht, opdracht, [], [409]),
    gedrag: () => duo('GET', '/gedrag', duoGedrag),
    zetGedrag: (gedrag: Partial<DuoGedrag>) => duo('PUT', '/gedrag', duoGedrag, gedrag),
    brpPersonen: async () =>
      (await brp('GET', '/personen', z.object({ personen: z.array(brpKort) })))?.personen ?? [],
    wijzigBrp: (wijziging: object) => brp('POST', '/wijzigingen', iets, [wijziging]),
    brpGedrag: () => brp('GET', '/gedrag', brpGedrag),
    zetBrpGedrag: (gedrag: Partial<BrpGedrag>) => brp('PUT', '/gedrag', brpGedrag, gedrag),
  };
}

export type Simulatoren = ReturnType<typeof simulatoren>;

/** `leeg`: statussen die 'is er niet' betekenen; `ook`: statussen met toch een gewoon antwoord. */
function bediening(basis: string) {
  return async <S extends z.ZodType>(
    method: 'GET' | 'POST' | 'PUT',
    pad: string,
    vorm: S,
    inhoud?: unknown,
    leeg: readonly number[] = [],
    ook: readonly number[] = [],
  ): Promise<z.output<S> | undefined> => {
    try {
      const antwoord = await fetch(`${basis}${pad}`, {
        method,
        signal: AbortSignal.timeout(GEDULD_MS),
        ...(inhoud === undefined
          ? {}
          : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(inhoud) }),
      });
      if (leeg.includes(antwoord.status)) return undefined;
      if (!antwoord.ok && !ook.includes(antwoord.status)) throw new Error(`${antwoord.status}`);
      return vorm.parse(await antwoord.json());
    } catch {
      throw new NabootsingWeg('de nabootsing antwoordt niet');
    }
  };
}
