import { z } from 'zod';

// De bedieningskant neemt elke tekst aan waar DUO een vaste lijst heeft: zo kan een proef ook een
// waarde laten antwoorden die nog niet bestaat.
export const dag = z.iso.date();
export const gemeentecode = z.string().regex(/^\d{4}$/);
const instellingsnummer = z.string().length(10);
const uren = z.number().int().min(0).max(9999);

const doelgroep = z.strictObject({
  indeling: z.string().optional(),
  begindatum: dag.optional(),
  gedetailleerdeDoelgroep: z.string().optional(),
  asielrechtenWijzigingVerblijfsdoel: z.string().optional(),
});

const plicht = z.strictObject({
  indicatorInburgeringsplicht: z.boolean(),
  begindatum: dag.optional(),
  einddatum: dag.optional(),
  wijzigingsdatum: dag.optional(),
  datumKennisgevingInburgeringsplicht: dag.optional(),
  redenGeenInburgeringsplicht: z.string().optional(),
});

const termijn = z.strictObject({
  startdatum: dag,
  einddatum: dag,
  wijzigingsdatum: dag.optional(),
  verlengingsgrondcode: z.string().min(1).max(10).optional(),
  verlengingsgrondomschrijving: z.string().min(1).max(200).optional(),
});

const scoretekst = z.string().regex(/^\d{1,3},\d{2}$/);

const lbt = z.strictObject({
  examennummer: z.string().max(12).optional(),
  resultaten: z
    .array(
      z.strictObject({
        resultaat: z.string(),
        behaaldeScore: scoretekst,
        benodigdeScore: scoretekst,
        datumAfname: dag,
      }),
    )
    .optional(),
});

const verlenging = z.strictObject({
  beoordelingAanvraag: z.string(),
  datumBeoordeling: dag.optional(),
  ontvangstdatum: dag,
});

const vrijstellingsbesluit = {
  oordeel: z.string(),
  reden: z.string(),
  datumOordeel: dag.optional(),
};
const vrijstelling = z.strictObject({
  GeheleVrijstelling: z.strictObject(vrijstellingsbesluit).optional(),
  TijdelijkeVrijstelling: z
    .strictObject({
      ...vrijstellingsbesluit,
      startdatum: dag.optional(),
      einddatum: dag.optional(),
    })
    .optional(),
  GedeeltelijkeVrijstelling: z
    .strictObject({
      ...vrijstellingsbesluit,
      examenonderdeel: z.string().optional(),
      examenniveau: z.string().optional(),
    })
    .optional(),
});

const ontheffingsbesluit = { oordeel: z.string(), datumOordeel: dag, grond: z.string() };
const ontheffing = z.strictObject({
  GeheleOntheffing: z.strictObject(ontheffingsbesluit).optional(),
  GedeeltelijkeOntheffing: z
    .strictObject({
      ...ontheffingsbesluit,
      examenonderdeel: z.string().optional(),
      urenBelastbaarheidParticipatieactiviteit: uren.optional(),
    })
    .optional(),
});

const examen = z.strictObject({
  examendatum: dag,
  resultaat: z.string(),
  redenGeenResultaat: z.string().optional(),
  onderdeel: z.string(),
  niveau: z.string().optional(),
});

const totaal = z.strictObject({ uren }).optional();
export const urenregel = z.strictObject({
  gemeentecode,
  bekendTot: dag,
  ParticipatieAlsTaalles: totaal,
  ParticipatieactiviteitenBredeIntake: totaal,
  TaallesEnKnmBredeIntake: totaal,
  TaallesEnKnmInstelling: z
    .strictObject({
      instellingsnummer,
      uren: uren.optional(),
      urenGeoorloofdVerzuim: uren.optional(),
      urenOngeoorloofdVerzuim: uren.optional(),
    })
    .optional(),
});

const alfabetisering = z.enum(['A', 'AA', 'NVT']);

/** De inhoud van een PIP zoals DUO hem aanneemt: onbekende velden worden genegeerd. */
export const pipInhoud = z.object({
  dagtekeningPip: dag,
  leerroute: z.enum(['B', 'O', 'Z']),
  niveau: z.enum(['A2', 'B1']).optional(),
  geschatteIntensiteitB1Route: z.number().int().min(1).max(9999).optional(),
  indicatorMagOpleidingAfmaken: z.boolean().optional(),
  indicatorAlfabetiseringsonderwijs: alfabetisering.optional(),
});

export const aanbodInhoud = z.object({
  datumInburgeringsaanbod: dag.optional(),
  verwachteStartdatumOpleiding: dag.optional(),
  verwachteEinddatumOpleiding: dag.optional(),
  indicatorAlfabetiseringsonderwijs: alfabetisering,
});

/** Een aanbod met de instelling en wie het meldde; `sinds` is de eerste dag van het eerste aanbod daar. */
const aanbodregel = z.strictObject({
  instellingsnummer,
  gemeentecode: gemeentecode.optional(),
  sinds: dag.optional(),
  ...aanbodInhoud.shape,
});

const jaNee = z.enum(['Ja', 'Nee']);
export const mapInhoud = z.object({
  datumEindgesprekMap: dag.optional(),
  verwijtbaar: jaNee.optional(),
});
export const pvtInhoud = z.object({
  datumOndertekeningPvt: dag.optional(),
  verwijtbaar: jaNee.optional(),
});
export const zrouteInhoud = z.object({ datumAfrondingZroute: dag.optional() });
const gemeld = { gemeentecode: gemeentecode.optional() };

/** Alles wat DUO van iemand kan weten, met de namen van de berichten. */
export const toestand = {
  /** Gemeente waar de persoon ingezetene is, buiten een COA-locatie. */
  gemeentecode: gemeentecode.optional(),
  /** In een COA-locatie en door COA gekoppeld aan deze gemeente; gaat voor `gemeentecode`. */
  gekoppeldAan: gemeentecode.nullable().optional(),
  vestigingsdatum: dag.optional(),
  doelgroep: doelgroep.optional(),
  doelgroephistorie: z.array(z.record(z.string(), z.unknown())).optional(),
  plicht: plicht.optional(),
  plichthistorie: z.array(z.record(z.string(), z.unknown())).optional(),
  /** Kort voor `plicht.datumKennisgevingInburgeringsplicht`. */
  kennisgeving: dag.optional(),
  lbt: lbt.optional(),
  termijn: termijn.nullable().optional(),
  termijnhistorie: z.array(z.record(z.string(), z.unknown())).optional(),
  /** Zet het actuele PIP zonder melding, alsof het al bij DUO bekend was. */
  pip: z.strictObject({ gemeentecode, pip: pipInhoud, ontvangenOp: dag.optional() }).optional(),
  verlengingen: z.array(verlenging).optional(),
  vrijstellingen: z.array(vrijstelling).optional(),
  ontheffingen: z.array(ontheffing).optional(),
  gratisPogingen: z
    .array(
      z.strictObject({
        onderdeel: z.string(),
        gratisPogingenTegoed: z.number().int().min(0).max(99),
      }),
    )
    .optional(),
  examens: z.array(examen).optional(),
  boetes: z.array(z.strictObject({ bedrag: z.number().min(1).max(9999), datum: dag })).optional(),
  map: z
    .strictObject({ ...mapInhoud.shape, ...gemeld })
    .nullable()
    .optional(),
  pvt: z
    .strictObject({ ...pvtInhoud.shape, ...gemeld })
    .nullable()
    .optional(),
  zroute: z
    .strictObject({ ...zrouteInhoud.shape, ...gemeld })
    .nullable()
    .optional(),
  uren: z.array(urenregel).optional(),
  aanbod: z.array(aanbodregel).optional(),
};

export type PipInhoud = z.output<typeof pipInhoud>;
export type AanbodInhoud = z.output<typeof aanbodInhoud>;
export type Aanbodregel = z.output<typeof aanbodregel>;
export type Urenregel = z.output<typeof urenregel>;
