import { klokOp } from '../../rules/shared/klok.ts';
import type { Feit, FeitSoort } from '../../rules/stand/feiten.ts';
import { kiesGeldend } from '../../rules/stand/geldend.ts';
import type { Tx } from '../../server/db/db.ts';
import type { BerichtSoort } from '../../server/db/tabellen/duo.ts';
import {
  type DossierSleutel,
  leesFeiten,
  legVast,
  type NieuwFeit,
  type Vastlegger,
} from '../../server/dossier/feiten.ts';
import { geweigerd } from '../../server/http/probleem.ts';
import { zetInUitbox } from '../../server/uitbox.ts';
import { planWerk } from '../../server/werk.ts';
import { laatsteBericht } from './afstemming.store.ts';
import type { Gevonden } from './vergelijken/kern.ts';
import type { BewaardVerschil } from './verschil.store.ts';

const VERANDERD = {
  code: 'intussen-veranderd',
  tekst:
    'Dit is intussen veranderd. Vergelijk het dossier opnieuw en kijk dan of het verschil er nog is.',
};
const NIETS_TE_STUREN = {
  code: 'niets-te-sturen',
  tekst:
    'Er is niets om opnieuw te sturen: dit is nog nooit naar DUO gegaan. Leg het in het dossier vast.',
};

/** Vergelijkt dit dossier straks opnieuw: wat is hersteld sluit dan. */
export const planDossier = (tx: Tx, { gemeenteId, dossierId }: DossierSleutel) =>
  planWerk(
    tx,
    'afstemmen_dossier',
    { gemeenteId, dossierId },
    { wachtrij: 'afstemmen', sleutel: `afstemmen-dossier:${dossierId}` },
  );

const weiger = (reden: typeof VERANDERD) => geweigerd('Dit kan nu niet.', [reden]);

/** Het feit dat hier stond toen het verschil werd gevonden. @throws Probleem 409 als het is opgevolgd of vervangen. */
function gezien(feiten: readonly Feit[], id: string | null, soort: FeitSoort): Feit | undefined {
  if (!id) return undefined;
  const feit = feiten.find((f) => f.id === id);
  if (!feit || feit.soort !== soort || feiten.some((f) => f.vervangt === id))
    throw weiger(VERANDERD);
  return feit;
}

/** Legt vast wat DUO heeft, alsof het met een melding was gekomen. */
export async function neemOver(
  tx: Tx,
  k: DossierSleutel,
  v: BewaardVerschil,
  door: Vastlegger,
): Promise<void> {
  const overname = v.voorstel as Gevonden['overname'];
  if (!overname) throw weiger(VERANDERD);
  const oud = gezien(await leesFeiten(tx, k), v.hierFeitId, overname.soort);
  const { opvolging, soort, inhoud } = overname;
  const geldigOp =
    oud && opvolging && oud.geldigOp > overname.geldigOp ? oud.geldigOp : overname.geldigOp;
  const feit = {
    soort,
    inhoud,
    geldigOp,
    bron: 'duo',
    verwijzing: 'vergelijking',
    ...(oud && !opvolging ? { vervangt: oud.id } : {}),
  } as NieuwFeit;
  await legVast(tx, k, [feit], door);
}

/** Wat DUO niet meer heeft vervalt hier; een notitie in zijn plaats zegt dat het er stond. */
export async function laatVervallen(
  tx: Tx,
  k: DossierSleutel,
  v: BewaardVerschil,
  door: Vastlegger,
): Promise<void> {
  const oud = (await leesFeiten(tx, k)).find((f) => f.id === v.hierFeitId);
  if (!oud || !v.hierFeitId) throw weiger(VERANDERD);
  const notitie: NieuwFeit = {
    soort: 'notitie',
    inhoud: { tekst: `Vervallen, want DUO heeft dit niet meer: ${v.hier}.` },
    geldigOp: door.vandaag,
    bron: 'medewerker',
    vervangt: oud.id,
  };
  await legVast(tx, k, [notitie], door);
}

type Bericht = { soort: BerichtSoort; onderwerpId: string; inhoud: Record<string, unknown> };

/** Stuurt opnieuw wat DUO mist of anders heeft: het bericht dat er het laatst over ging, of een nieuw. */
export async function stuurOpnieuw(
  tx: Tx,
  k: DossierSleutel,
  v: BewaardVerschil,
  door: Vastlegger,
): Promise<void> {
  const feiten = await leesFeiten(tx, k);
  const bericht = await berichtVoor(tx, k, v, feiten, door);
  if (!bericht) throw weiger(NIETS_TE_STUREN);
  await zetInUitbox(tx, { ...k, ...bericht, nu: door.nu });
}

async function berichtVoor(
  tx: Tx,
  k: DossierSleutel,
  v: BewaardVerschil,
  feiten: readonly Feit[],
  door: Vastlegger,
): Promise<Bericht | undefined> {
  const feit = feiten.find((f) => f.id === v.hierFeitId);
  if (!feit || feiten.some((f) => f.vervangt === feit.id)) throw weiger(VERANDERD);
  if (feit.soort === 'pip-vastgesteld') {
    const eerder = await laatsteBericht(tx, k, 'pip', [feit.inhoud.pipId]);
    return eerder && { soort: 'pip', ...eerder };
  }
  if (feit.soort === 'uren') {
    const eerder = await laatsteBericht(tx, k, 'uren', [feit.id]);
    return eerder ? { soort: 'uren', ...eerder } : urenBericht(feit);
  }
  if (feit.soort === 'pvt-ondertekend' || feit.soort === 'map-eindgesprek') {
    return resultaatBericht(feit, feiten, door);
  }
  return undefined;
}

/** MAP en PVT vervangen bij DUO wat er stond: dag en oordeel gaan samen. */
function resultaatBericht(
  feit: Feit<'pvt-ondertekend' | 'map-eindgesprek'>,
  feiten: readonly Feit[],
  { vandaag }: Vastlegger,
): Bericht {
  const over = feit.soort === 'pvt-ondertekend' ? 'pvt' : 'map';
  const oordeel = kiesGeldend(feiten, klokOp(vandaag))
    .alle('verwijtbaarheid')
    .findLast((f) => f.inhoud.over === over);
  const veld = over === 'pvt' ? 'datumOndertekeningPvt' : 'datumEindgesprekMap';
  return {
    soort: over,
    onderwerpId: feit.id,
    inhoud: {
      [veld]: feit.inhoud.op,
      ...(oordeel ? { verwijtbaar: oordeel.inhoud.verwijtbaar ? 'Ja' : 'Nee' } : {}),
    },
  };
}

function urenBericht(feit: Feit<'uren'>): Bericht | undefined {
  const { soort, totaal, bekendTot, inBredeIntake, instellingsnummer } = feit.inhoud;
  const { geoorloofdVerzuim, ongeoorloofdVerzuim } = feit.inhoud;
  if (soort !== 'taal-en-knm' && soort !== 'participatie') return undefined;
  const welk = soort === 'participatie' ? 'participatieactiviteiten' : 'participatie-taalles';
  const inhoud = instellingsnummer
    ? {
        soort: 'instelling',
        uren: totaal,
        instellingsnummer,
        bekendTot,
        ...(geoorloofdVerzuim === undefined ? {} : { urenGeoorloofdVerzuim: geoorloofdVerzuim }),
        ...(ongeoorloofdVerzuim === undefined
          ? {}
          : { urenOngeoorloofdVerzuim: ongeoorloofdVerzuim }),
      }
    : { soort: inBredeIntake ? 'brede-intake' : welk, uren: totaal };
  return { soort: 'uren', onderwerpId: feit.id, inhoud };
}
