import type { Reden } from '../../rules/shared/antwoord.ts';
import type { Datum } from '../../rules/shared/datum.ts';
import type { Tx } from '../../server/db/db.ts';
import { type BlokVan, type Sjabloonsoort, sjabloonVan, type TokenVan } from './standaard.ts';
import { vulIn } from './tokens.ts';

/** Wat een gemeente in één soort brief zelf schrijft, zoals het op een dag geldt. */
export type Blokken<S extends Sjabloonsoort> = {
  /** De versie van de gemeente, voor bij de herkomst van de brief; `null` is de tekst van Meedoen. */
  versieId: string | null;
  /** De tekst per blok, nog met namen tussen accolades. Leeg: de gemeente laat het blok weg. */
  tekst: Record<BlokVan<S>, string>;
  /** Blokken waarvan de tekst niet die van Meedoen is; daar is dus geen vertaling van. */
  eigen: ReadonlySet<BlokVan<S>>;
  /** De tekst per blok zoals zij in de brief komt. */
  vul(waarden: Record<TokenVan<S>, string>): Record<BlokVan<S>, string>;
  /** Alleen wat niet de tekst van Meedoen is, zoals het in de brief komt. */
  vulEigen(waarden: Record<TokenVan<S>, string>): Partial<Record<BlokVan<S>, string>>;
};

/**
 * De tekstblokken van een gemeente voor een soort brief.
 * @param dag de dagtekening van de brief.
 */
export async function blokkenVoor<S extends Sjabloonsoort>(
  tx: Tx,
  gemeenteId: string,
  soort: S,
  dag: Datum,
): Promise<Blokken<S>> {
  const rij = await tx
    .selectFrom('sjabloonversie')
    .select(['id', 'blokken'])
    .where('gemeente_id', '=', gemeenteId)
    .where('soort', '=', soort)
    .where('geldig_vanaf', '<=', dag)
    .where('ingetrokken_op', 'is', null)
    .orderBy('geldig_vanaf', 'desc')
    .limit(1)
    .executeTakeFirst();
  return maakBlokken(soort, rij?.id ?? null, (rij?.blokken ?? {}) as Record<string, string>);
}

function maakBlokken<S extends Sjabloonsoort>(
  soort: S,
  versieId: string | null,
  van: Readonly<Record<string, string>>,
): Blokken<S> {
  const { blokken } = sjabloonVan(soort);
  const paren = blokken.map((b) => [b.id, van[b.id] ?? b.standaard] as const);
  const afwijkend = blokken.filter((b) => (van[b.id] ?? b.standaard) !== b.standaard);
  const eigen = new Set(afwijkend.map((b) => b.id));
  const ingevuld = (waarden: Record<string, string>, welke = paren) =>
    Object.fromEntries(welke.map(([id, tekst]) => [id, vulIn(tekst, waarden)]));
  return {
    versieId,
    tekst: Object.fromEntries(paren) as Blokken<S>['tekst'],
    eigen: eigen as Blokken<S>['eigen'],
    vul: (waarden) => ingevuld(waarden) as Record<BlokVan<S>, string>,
    vulEigen: (waarden) =>
      ingevuld(
        waarden,
        paren.filter(([id]) => eigen.has(id)),
      ) as Partial<Record<BlokVan<S>, string>>,
  };
}

/** Waarvoor een college mandaat kan geven. */
export type Besluitsoort = 'pip' | 'oproep' | 'pw-besluit' | 'bezwaar';

/** Wie onder de brief staat. */
export type Ondertekenaar = {
  naam: string;
  functie: string;
  /** De regel boven de naam: namens wie er wordt getekend. */
  namens: string;
  /** De regel van het mandaatregister; `null` als de gemeente er voor dit soort besluit geen heeft. */
  mandaatId: string | null;
};

/**
 * Wie een besluit van deze soort op deze dag mag tekenen. Heeft de gemeente voor de soort een mandaatregister, dan
 * tekent alleen wie erin staat. Zonder register tekent de medewerker zelf namens het college, zoals voorheen.
 * @returns de ondertekening, of de reden waarom deze medewerker niet mag tekenen, met wie het wel mag.
 */
export async function ondertekenaarVoor(
  tx: Tx,
  gemeenteId: string,
  soort: Besluitsoort,
  dag: Datum,
  medewerkerId: string,
): Promise<{ ondertekenaar: Ondertekenaar } | { redenen: Reden[] }> {
  const { naam } = await tx
    .selectFrom('gemeente')
    .select('naam')
    .where('id', '=', gemeenteId)
    .executeTakeFirstOrThrow();
  const college = `Namens het college van burgemeester en wethouders van ${naam.replace(/^gemeente /i, '')}`;
  const rijen = await leesMandaten(tx, gemeenteId, soort);
  const nu = rijen.filter((r) => r.van <= dag && (r.tot === null || dag < r.tot));
  const eigen = nu.find((r) => r.medewerkerId === medewerkerId);
  if (eigen) {
    const { naam: wie, functie, tekst, id } = eigen;
    return { ondertekenaar: { naam: wie, functie, namens: tekst || college, mandaatId: id } };
  }
  if (rijen.length > 0) return { redenen: [zonderMandaat(nu)] };
  const zelf = await tx
    .selectFrom('medewerker')
    .select(['naam', 'functie'])
    .where('id', '=', medewerkerId)
    .executeTakeFirstOrThrow();
  return { ondertekenaar: { ...zelf, namens: college, mandaatId: null } };
}

/**
 * Wie een besluit mag tekenen dat vandaag wordt genomen. Mandaat is er op de dagtekening én vandaag: wie het niet meer
 * heeft, kan niet terugdateren (Awb 10:1 en 10:3, 'onbevestigd').
 */
export async function ondertekenaarNu(
  tx: Tx,
  gemeenteId: string,
  soort: Besluitsoort,
  { dagtekening, vandaag }: { dagtekening: Datum; vandaag: Datum },
  medewerkerId: string,
): ReturnType<typeof ondertekenaarVoor> {
  const toen = await ondertekenaarVoor(tx, gemeenteId, soort, dagtekening, medewerkerId);
  if ('redenen' in toen || dagtekening === vandaag) return toen;
  const nu = await ondertekenaarVoor(tx, gemeenteId, soort, vandaag, medewerkerId);
  return 'redenen' in nu ? nu : toen;
}

function leesMandaten(tx: Tx, gemeenteId: string, soort: Besluitsoort) {
  return tx
    .selectFrom('mandaat')
    .innerJoin('medewerker as m', 'm.id', 'mandaat.medewerker_id')
    .select([
      'mandaat.id',
      'mandaat.medewerker_id as medewerkerId',
      'mandaat.geldig_vanaf as van',
      'mandaat.geldig_tot as tot',
      'mandaat.tekst',
      'm.naam',
      'm.functie',
    ])
    .where('mandaat.gemeente_id', '=', gemeenteId)
    .where('mandaat.soort', '=', soort)
    .where('mandaat.ingetrokken_op', 'is', null)
    .orderBy('m.naam')
    .execute();
}

function zonderMandaat(wel: readonly { naam: string }[]): Reden {
  const namen = [...new Set(wel.map((r) => r.naam))];
  const wie =
    namen.length > 0
      ? `Wel bevoegd op deze dag: ${namen.join(', ')}.`
      : 'Op deze dag is niemand bevoegd. Vraag de beheerder het register aan te vullen.';
  return {
    code: 'geen-mandaat',
    tekst: `U staat voor dit soort besluit niet in het mandaatregister. ${wie}`,
  };
}
