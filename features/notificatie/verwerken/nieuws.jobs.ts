import { schrijfAudit } from '../../../server/audit/audit.ts';
import type { Tx } from '../../../server/db/db.ts';
import { type DossierSleutel, legVast, type NieuwFeit } from '../../../server/dossier/feiten.ts';
import { type DuoOnderwerp, neemOp } from '../../../server/dossier/opname.ts';
import { nieuwId } from '../../../server/id.ts';
import { echteKlok } from '../../../server/klok.ts';
import type { Toepassing } from '../../../server/toepassing.ts';
import type { Opgehaald, Wijziging } from '../notificatie.schema.ts';
import { nieuwsVanBrp } from './brp-feiten.jobs.ts';
import { nieuwsVanDuo } from './duo-feiten.jobs.ts';
import type { Opbrengst } from './ophalen.jobs.ts';
import { type Context, type Nieuws, zelfde } from './verschil.jobs.ts';
import { bewaarGrond, leesGronden } from './verwerken.store.ts';
import { wie } from './zaak.jobs.ts';

type Vastgelegd = { nieuws: Nieuws; ids: string[]; gewijzigd: Wijziging[] };

/**
 * Bewaart wat DUO antwoordde en legt vast wat daarin nieuw is. Twee keer hetzelfde geeft niets nieuws; een antwoord
 * dat ouder is dan wat er al staat verandert niets. Het dossier is vergrendeld, de transactie heeft bijzonder recht.
 * @param vooraf feiten die hoe dan ook worden vastgelegd, vóór de andere.
 */
export async function legNieuwsVast(
  tx: Tx,
  t: Toepassing,
  sleutel: DossierSleutel,
  context: Context,
  opbrengst: Opbrengst,
  vooraf: readonly NieuwFeit[],
): Promise<Vastgelegd> {
  const achterhaald = await neemOp(tx, sleutel, opbrengst.opnames, t.klok.nu());
  const nieuws = bepaalNieuws(context, zonder(opbrengst, achterhaald));
  const feiten = [...vooraf, ...nieuws.feiten];
  const { ids } = feiten.length > 0 ? await legVast(tx, sleutel, feiten, wie(t)) : { ids: [] };
  await legGrondenVast(tx, t, sleutel, context, nieuws, feiten, ids);
  return { nieuws, ids, gewijzigd: wijzigingen(context, feiten, ids) };
}

function zonder(o: Opbrengst, achterhaald: ReadonlySet<DuoOnderwerp>): Opbrengst {
  if (achterhaald.size === 0) return o;
  const over = Object.entries(o.duo).filter(([wat]) => !achterhaald.has(wat as DuoOnderwerp));
  return { ...o, duo: Object.fromEntries(over) as Opbrengst['duo'] };
}

/** De feiten die uit de opbrengst volgen en nog niet in het dossier staan. */
function bepaalNieuws(c: Context, o: Opbrengst): Nieuws {
  const nieuws: Nieuws = { feiten: [], opmerkingen: [], aandacht: [], gronden: [] };
  nieuwsVanDuo(c, o, nieuws);
  if (o.persoon) nieuwsVanBrp(c, o.persoon, nieuws);
  return nieuws;
}

/** De grond van een ontheffing staat alleen bij de bijzondere gegevens (AVG art. 9), met het feit waar hij bij hoort. */
async function legGrondenVast(
  tx: Tx,
  t: Toepassing,
  sleutel: DossierSleutel,
  c: Context,
  { gronden }: Nieuws,
  feiten: readonly NieuwFeit[],
  ids: readonly string[],
): Promise<void> {
  if (gronden.length === 0) return;
  const bekend = await leesGronden(tx, sleutel);
  const alle = [
    ...c.feiten.filter((f) => f.soort === 'ontheffing'),
    ...feiten.map((f, i) => ({ ...f, id: ids[i] as string })),
  ];
  for (const { inhoud, grond } of gronden) {
    const feitId = alle.findLast((f) => f.soort === 'ontheffing' && zelfde(f.inhoud, inhoud))?.id;
    const oud = bekend.find((b) => b.feitId === feitId);
    if (!feitId || oud?.grond === grond) continue;
    await bewaarGrond(tx, sleutel, {
      id: nieuwId(),
      feitId,
      grond,
      geldigOp: c.vandaag,
      nu: t.klok.nu(),
      vervangt: oud?.id ?? null,
    });
  }
}

/** Welk feit waarvoor in de plaats kwam, alleen met ids. */
function wijzigingen(
  c: Context,
  feiten: readonly NieuwFeit[],
  ids: readonly string[],
): Wijziging[] {
  return feiten.flatMap((f, i) => {
    if (f.soort === 'duo-gebeurtenis') return [];
    const oud = f.vervangt ?? (EEN_TEGELIJK.has(f.soort) ? laatste(c, f.soort) : undefined);
    return [{ soort: f.soort, feitId: ids[i] as string, ...(oud ? { oudFeitId: oud } : {}) }];
  });
}

/** Van een lijst (examens, vrijstellingen) is een nieuwe regel geen opvolger van de vorige. */
const EEN_TEGELIJK: ReadonlySet<string> = new Set([
  'persoon',
  'adres',
  'inschrijving',
  'inburgeringsplicht',
  'doelgroep',
  'inburgeringstermijn',
  'leerbaarheidstoets-nummer',
  'pip-vorige-gemeente',
]);

const laatste = (c: Context, soort: string) => c.feiten.findLast((g) => g.soort === soort)?.id;

/** De logboekregels van het lezen bij DUO en de BRP, en van het bijwerken. */
export async function schrijfSpoor(
  tx: Tx,
  { gemeenteId, id }: { gemeenteId: string; id: string },
  dossierId: string | undefined,
  logboek: readonly Opgehaald[],
): Promise<void> {
  const regel = {
    tijdstip: echteKlok.nu(),
    systeem: 'duo-bericht',
    gemeenteId,
    taak: 'brede-intake',
    objectId: id,
    ...(dossierId ? { dossierId } : {}),
    traceId: id.replaceAll('-', ''),
  };
  const bronnen = [
    ...(logboek.some((r) => r.wat !== 'brp') ? ['duo-gegevens'] : []),
    ...(logboek.some((r) => r.wat === 'brp') ? ['brp-persoon'] : []),
  ];
  const lezen = bronnen.map((objectSoort) => ({
    ...regel,
    handeling: 'lezen' as const,
    objectSoort,
  }));
  await schrijfAudit(tx, [...lezen, { ...regel, handeling: 'wijzigen', objectSoort: 'bericht' }]);
}
