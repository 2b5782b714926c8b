import { z } from 'zod';
import type { Datum } from '../../rules/shared/datum.ts';
import { isDatum } from '../../rules/shared/datum.ts';

/** Een datum in de BRP kan onvolledig zijn; vaak is van iemand alleen het geboortejaar bekend. */
export type BrpDatum =
  | { soort: 'datum'; datum: Datum }
  | { soort: 'jaar-maand'; jaar: number; maand: number }
  | { soort: 'jaar'; jaar: number }
  | { soort: 'onbekend' };

const jaar = z.number().int().min(1).max(9999);
const maand = z.number().int().min(1).max(12);

const brpDatum = z.discriminatedUnion('type', [
  z
    .object({
      type: z.literal('Datum'),
      datum: z
        .string()
        .refine(isDatum, 'geen bestaande datum')
        .transform((d) => d as Datum),
    })
    .transform(({ datum }): BrpDatum => ({ soort: 'datum', datum })),
  z
    .object({ type: z.literal('JaarMaandDatum'), jaar, maand })
    .transform((d): BrpDatum => ({ soort: 'jaar-maand', jaar: d.jaar, maand: d.maand })),
  z
    .object({ type: z.literal('JaarDatum'), jaar })
    .transform((d): BrpDatum => ({ soort: 'jaar', jaar: d.jaar })),
  z.object({ type: z.literal('DatumOnbekend') }).transform((): BrpDatum => ({ soort: 'onbekend' })),
]);

const waardetabel = z.object({ code: z.string(), omschrijving: z.string().optional() });

const partner = z.object({
  soortVerbintenis: waardetabel.optional(),
  aangaanHuwelijkPartnerschap: z.object({ datum: brpDatum.optional() }).optional(),
  ontbindingHuwelijkPartnerschap: z.object({ datum: brpDatum.optional() }).optional(),
});

const persoon = z.object({
  burgerservicenummer: z.string().regex(/^\d{9}$/),
  naam: z
    .object({
      voornamen: z.string().optional(),
      voorvoegsel: z.string().optional(),
      geslachtsnaam: z.string().optional(),
      volledigeNaam: z.string().optional(),
    })
    .optional(),
  geboorte: z.object({ datum: brpDatum.optional() }).optional(),
  geslacht: waardetabel.optional(),
  adressering: z
    .object({
      aanhef: z.string().optional(),
      adresregel1: z.string().optional(),
      adresregel2: z.string().optional(),
      indicatieVastgesteldVerblijftNietOpAdres: z.boolean().optional(),
    })
    .optional(),
  gemeenteVanInschrijving: waardetabel.optional(),
  datumInschrijvingInGemeente: brpDatum.optional(),
  immigratie: z.object({ datumVestigingInNederland: brpDatum.optional() }).optional(),
  overlijden: z.object({ datum: brpDatum.optional() }).optional(),
  opschortingBijhouding: z.object({ reden: waardetabel, datum: brpDatum.optional() }).optional(),
  geheimhoudingPersoonsgegevens: z.boolean().optional(),
  partners: z.array(partner).optional(),
});

/** Leest één persoon en noemt daarbij de groepen die in onderzoek staan. */
export const brpPersoon = z.unknown().transform((ruw, ctx) => {
  const gelezen = persoon.safeParse(ruw);
  if (!gelezen.success) {
    for (const issue of gelezen.error.issues) {
      ctx.addIssue({ code: 'custom', message: issue.message, path: issue.path });
    }
    return z.NEVER;
  }
  const p = gelezen.data;
  return {
    burgerservicenummer: p.burgerservicenummer,
    naam: p.naam ?? {},
    geboortedatum: p.geboorte?.datum,
    geslacht: p.geslacht,
    adressering: p.adressering,
    gemeenteVanInschrijving: p.gemeenteVanInschrijving,
    datumInschrijvingInGemeente: p.datumInschrijvingInGemeente,
    datumVestigingInNederland: p.immigratie?.datumVestigingInNederland,
    /** Gevuld als de persoon is overleden, ook als de dag onbekend is. */
    overlijden: p.overlijden && { datum: p.overlijden.datum ?? { soort: 'onbekend' as const } },
    /** De BRP laat een indicatie weg als zij niet waar is. */
    geheimhouding: p.geheimhoudingPersoonsgegevens === true,
    opschorting: p.opschortingBijhouding,
    inOnderzoek: groepenInOnderzoek(ruw),
    /** Verbintenissen die er nu zijn. Ontbreekt als er geen partner is of er niet naar is gevraagd. */
    verbintenissen: p.partners?.filter((v) => !v.ontbindingHuwelijkPartnerschap).map(verbintenis),
  };
});

/** Een huwelijk of partnerschap zonder wie de ander is: `H` of `P`, en sinds wanneer. */
export type Verbintenis = { soort: string; sinds: BrpDatum };

function verbintenis(p: z.output<typeof partner>): Verbintenis {
  return {
    soort: p.soortVerbintenis?.code ?? '',
    sinds: p.aangaanHuwelijkPartnerschap?.datum ?? { soort: 'onbekend' },
  };
}

/** Iemand die bij een zoekvraag past. */
export const brpGevonden = z
  .object({
    burgerservicenummer: z.string().regex(/^\d{9}$/),
    naam: z
      .object({
        voornamen: z.string().optional(),
        voorvoegsel: z.string().optional(),
        geslachtsnaam: z.string().optional(),
      })
      .optional(),
    geboorte: z.object({ datum: brpDatum.optional() }).optional(),
    adressering: z
      .object({ adresregel1: z.string().optional(), adresregel2: z.string().optional() })
      .optional(),
    gemeenteVanInschrijving: waardetabel.optional(),
    geheimhoudingPersoonsgegevens: z.boolean().optional(),
  })
  .transform((p) => ({
    burgerservicenummer: p.burgerservicenummer,
    naam: p.naam ?? {},
    geboortedatum: p.geboorte?.datum,
    adresregels: [p.adressering?.adresregel1, p.adressering?.adresregel2].filter((r) => r),
    gemeente: p.gemeenteVanInschrijving,
    geheimhouding: p.geheimhoudingPersoonsgegevens === true,
  }));

export type BrpGevonden = z.output<typeof brpGevonden>;

export type BrpPersoon = z.output<typeof brpPersoon>;

/** Namen van de groepen (`geboorte`, `adressering`, …; `persoon` voor de bovenste laag). */
function groepenInOnderzoek(ruw: unknown): string[] {
  if (typeof ruw !== 'object' || ruw === null) return [];
  const groepen = Object.entries(ruw)
    .filter(
      ([, waarde]) => typeof waarde === 'object' && waarde !== null && 'inOnderzoek' in waarde,
    )
    .map(([naam]) => naam);
  return 'inOnderzoek' in ruw ? ['persoon', ...groepen] : groepen;
}
