import type { Datum } from '../../rules/shared/datum.ts';
import type { Feit, OnvolledigeDatum } from '../../rules/stand/feiten.ts';
import { type Stand, type TermijnId, toonStand } from '../../rules/stand/stand.ts';
import type { Tx } from '../db/db.ts';
import type { DossierSleutel } from './feiten.ts';
import { woorden, zoeksleutels } from './zoeken/zoeksleutels.ts';

/** '1980', '1980-03' of '1980-03-12', leeg als niets bekend is. */
export function toonGeboorte(geboorte: OnvolledigeDatum): string | null {
  if (geboorte.soort === 'datum') return geboorte.datum;
  if (geboorte.soort === 'jaar') return String(geboorte.jaar);
  if (geboorte.soort === 'jaarMaand')
    return `${geboorte.jaar}-${String(geboorte.maand).padStart(2, '0')}`;
  return null;
}

/** De geldende persoonsgegevens: het laatste feit dat niet is vervangen. */
export function huidigePersoon(feiten: readonly Feit[]): Feit<'persoon'>['inhoud'] | undefined {
  const vervangen = new Set(feiten.map((f) => f.vervangt));
  const personen = feiten.filter(
    (f): f is Feit<'persoon'> => f.soort === 'persoon' && !vervangen.has(f.id),
  );
  // De BRP gaat voor wat iemand met de hand invoerde.
  return (personen.findLast((f) => f.bron === 'brp') ?? personen.at(-1))?.inhoud;
}

/** 'Voornamen voorvoegsel Geslachtsnaam'. */
export function volledigeNaam(p: Feit<'persoon'>['inhoud']): string {
  return [p.voornamen, p.voorvoegsel, p.geslachtsnaam].filter(Boolean).join(' ');
}

const KOPTERMIJNEN: readonly TermijnId[] = ['pip-termijn', 'inburgeringstermijn'];

/**
 * De Stand zoals zij wordt opgeschreven: met de verklaringen die de kop van een dossier toont, zodat een dossier
 * openen niet alle feiten leest. De andere verklaringen maakt wie ze vraagt.
 */
function opTeSchrijven(stand: Stand) {
  return {
    ...stand,
    doelgroep: toonStand(stand.doelgroep),
    toestandUitleg: stand.toestandUitleg(),
    termijnen: stand.termijnen.map((t) => (KOPTERMIJNEN.includes(t.id) ? toonStand(t) : t)),
    voorstellen: stand.voorstellen.map((v, i) => (i === 0 ? toonStand(v) : v)),
  };
}

/** Herschrijft de afgeleide rij en de zoeksleutels van een dossier. */
export async function schrijfStand(
  tx: Tx,
  sleutel: DossierSleutel,
  feiten: readonly Feit[],
  stand: Stand,
): Promise<void> {
  const persoon = huidigePersoon(feiten);
  const naam = persoon ? volledigeNaam(persoon) : 'Naam nog niet bekend';
  const voorstel = stand.voorstellen[0];
  const rij = {
    peildatum: stand.peildatum,
    volgende_wijziging: stand.volgendeWijziging ?? null,
    naam,
    sorteernaam: woorden(naam).join(' '),
    geboortedatum: persoon ? toonGeboorte(persoon.geboorte) : null,
    doelgroep: stand.doelgroep.waarde,
    leerroute: stand.leerroute ?? null,
    schakel: stand.schakel,
    toestand: stand.toestand,
    voorstel: voorstel?.soort ?? 'geen',
    voorstel_titel: voorstel?.titel ?? 'Niets te doen',
    voorstel_reden: voorstel?.reden ?? '',
    laatste_dag: voorstel?.laatsteDag ?? null,
    signalen: stand.signalen.map((s) => s.id),
    ...(await vanDossier(tx, sleutel, voorstel)),
    stand: JSON.stringify(opTeSchrijven(stand)),
  };
  await tx
    .insertInto('dossier_stand')
    .values({ gemeente_id: sleutel.gemeenteId, dossier_id: sleutel.dossierId, ...rij })
    .onConflict((c) => c.columns(['gemeente_id', 'dossier_id']).doUpdateSet(rij))
    .execute();
  if (persoon) await schrijfZoeksleutels(tx, sleutel, zoeksleutels(naam));
}

/**
 * Wat de werkvoorraad uit het dossier zelf nodig heeft. Uitstel geldt voor één voorstel en nooit voorbij
 * de laatste dag: komt er een ander voorstel of een eerdere dag, dan staat de persoon weer in de lijst.
 */
async function vanDossier(
  tx: Tx,
  sleutel: DossierSleutel,
  voorstel: Stand['voorstellen'][0] | undefined,
) {
  const dossier = await tx
    .selectFrom('dossier')
    .select(['klantmanager_id', 'uitgesteld_tot', 'uitgesteld_voorstel'])
    .where('gemeente_id', '=', sleutel.gemeenteId)
    .where('id', '=', sleutel.dossierId)
    .executeTakeFirstOrThrow();
  const { uitgesteld_tot: tot } = dossier;
  const opTijd = tot !== null && (!voorstel?.laatsteDag || tot <= voorstel.laatsteDag);
  const geldt = opTijd && dossier.uitgesteld_voorstel === voorstel?.soort;
  return { klantmanager_id: dossier.klantmanager_id, uitgesteld_tot: geldt ? tot : null };
}

async function schrijfZoeksleutels(
  tx: Tx,
  sleutel: DossierSleutel,
  sleutels: readonly string[],
): Promise<void> {
  const bestaand = await tx
    .selectFrom('zoeksleutel')
    .select('sleutel')
    .where('gemeente_id', '=', sleutel.gemeenteId)
    .where('dossier_id', '=', sleutel.dossierId)
    .execute();
  const oud = new Set(bestaand.map((r) => r.sleutel));
  const nieuw = new Set(sleutels);
  if (oud.size === nieuw.size && [...nieuw].every((s) => oud.has(s))) return;
  await tx
    .deleteFrom('zoeksleutel')
    .where('gemeente_id', '=', sleutel.gemeenteId)
    .where('dossier_id', '=', sleutel.dossierId)
    .execute();
  await tx
    .insertInto('zoeksleutel')
    .values(
      [...nieuw].map((s) => ({
        gemeente_id: sleutel.gemeenteId,
        dossier_id: sleutel.dossierId,
        sleutel: s,
      })),
    )
    .execute();
}

/** Hoeveel dossiers op `vandaag` een andere Stand hebben dan is opgeschreven. */
export async function teHerberekenen(
  tx: Tx,
  gemeenteId: string,
  vandaag: Datum,
  hoogstens: number,
): Promise<string[]> {
  const rijen = await tx
    .selectFrom('dossier_stand')
    .select('dossier_id')
    .where('gemeente_id', '=', gemeenteId)
    .where('volgende_wijziging', '<=', vandaag)
    .orderBy('volgende_wijziging')
    .limit(hoogstens)
    .execute();
  return rijen.map((r) => r.dossier_id);
}
