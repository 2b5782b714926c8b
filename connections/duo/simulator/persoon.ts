import { z } from 'zod';

// De bedieningskant neemt elke tekst aan waar DUO een vaste lijst heeft: zo kan een proef ook een
// waarde laten antwoorden die nog niet bestaat.
const dag = z.iso.date();
const gemeentecode = z.string().regex(/^\d{4}$/);

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

/** De inhoud van een PIP zoals DUO hem aanneemt: onbekende velden worden genegeerd. */
export const pipInhoud = z.object({
  dagtekeningPip: dag,
  leerroute: z.enum(['B', 'O', 'Z']),
  niveau: z.enum(['A2', 'B1']).optional(),
  geschatteIntensiteitB1Route: z.number().int().min(1).max(9999).optional(),
  indicatorMagOpleidingAfmaken: z.boolean().optional(),
  indicatorAlfabetiseringsonderwijs: z.enum(['A', 'AA', 'NVT']).optional(),
});

const toestand = {
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
};

export const persoonWijziging = z.strictObject(toestand);

export const persoonOpdracht = z
  .strictObject({
    bsn: z
      .string()
      .regex(/^\d{9}$/)
      .optional(),
    vNummer: z
      .string()
      .regex(/^\d{10}$/)
      .optional(),
    ...toestand,
  })
  .refine((p) => p.bsn !== undefined || p.vNummer !== undefined, 'bsn of vNummer is nodig');

export type PipInhoud = z.output<typeof pipInhoud>;
export type PipRegel = { gemeentecode: string; pip: PipInhoud; ontvangenOp: string };
type GebeurtenisRegel = { id: string; omschrijving: string; datum: string };
export type PersoonOpdracht = z.output<typeof persoonOpdracht>;
type PersoonWijziging = z.output<typeof persoonWijziging>;

export type Persoon = Omit<PersoonWijziging, 'pip' | 'kennisgeving'> & {
  id: string;
  bsn?: string;
  vNummer?: string;
  /** Alle PIP's op volgorde van ontvangst; de laatste is de actuele. */
  pips: PipRegel[];
  gebeurtenissen: GebeurtenisRegel[];
  /** Tijdstip (ms) waarop DUO de termijn gaat vaststellen; leeg als dat niet wacht. */
  termijnVanaf?: number;
};

/** De persoon na een opdracht: genoemde velden vervangen, de rest blijft. */
export function wijzigPersoon(persoon: Persoon, opdracht: PersoonOpdracht, vandaag: string) {
  const { pip, kennisgeving, ...rest } = opdracht;
  const nieuw: Persoon = { ...persoon, ...rest };
  if (pip) nieuw.pips = [...persoon.pips, { ontvangenOp: vandaag, ...pip }];
  if (kennisgeving) {
    nieuw.plicht = {
      indicatorInburgeringsplicht: true,
      ...nieuw.plicht,
      datumKennisgevingInburgeringsplicht: kennisgeving,
    };
  }
  return nieuw;
}

/** De gemeente die nu over de persoon gaat. */
export function huidigeGemeente(persoon: Persoon): string | undefined {
  return persoon.gekoppeldAan ?? persoon.gemeentecode ?? persoon.pips.at(-1)?.gemeentecode;
}
