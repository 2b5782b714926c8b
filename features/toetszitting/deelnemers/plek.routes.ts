import { klokOp } from '../../../rules/shared/klok.ts';
import type { Feit } from '../../../rules/stand/feiten.ts';
import type { Geldend } from '../../../rules/stand/geldend.ts';
import { kiesGeldend } from '../../../rules/stand/geldend.ts';
import { type Lezing, lees } from '../../../rules/stand/lezing.ts';
import { zetBerichtKlaar } from '../../../server/bericht/persoonsbericht.ts';
import type { Tx } from '../../../server/db/db.ts';
import { leesBeleid } from '../../../server/dossier/beleid.ts';
import type { DossierSleutel } from '../../../server/dossier/feiten.ts';
import {
  leesFeiten,
  legVast,
  type NieuwFeit,
  type Vastlegger,
  vergrendel,
} from '../../../server/dossier/feiten.ts';
import { nieuwId } from '../../../server/id.ts';
import type { ZittingRij } from '../zitting.store.ts';

/** Een dossier dat een plek krijgt, houdt of verliest. */
export type Plek = DossierSleutel & { g: Geldend; l: Lezing };

/** Opent een dossier om in te schrijven: tot het einde van de transactie schrijft niemand anders erin. */
export async function opent(tx: Tx, sleutel: DossierSleutel, door: Vastlegger): Promise<Plek> {
  await vergrendel(tx, sleutel);
  return leest(tx, sleutel, door);
}

/** Opent een dossier om te lezen. */
export async function leest(
  tx: Tx,
  { gemeenteId, dossierId }: DossierSleutel,
  { vandaag }: Pick<Vastlegger, 'vandaag'>,
): Promise<Plek> {
  const klok = klokOp(vandaag);
  const g = kiesGeldend(await leesFeiten(tx, { gemeenteId, dossierId }), klok);
  return { gemeenteId, dossierId, g, l: lees(g, klok, await leesBeleid(tx, gemeenteId, vandaag)) };
}

/** De afspraak in deze zitting, als de persoon daar nu een plek heeft of had. */
export function plekIn({ g }: Plek, zittingId: string): Feit<'afspraak'> | undefined {
  return g
    .perSleutel('afspraak', (a) => a.afspraakId)
    .findLast((a) => a.inhoud.zittingId === zittingId);
}

export const uitkomstVan = ({ g }: Plek, afspraakId: string) =>
  g.alle('afspraak-uitkomst').findLast((u) => u.inhoud.afspraakId === afspraakId);

/** Waar als de persoon hier nu een plek bezet houdt. */
export function heeftPlek(plek: Plek, zittingId: string): boolean {
  const a = plekIn(plek, zittingId);
  return Boolean(a && uitkomstVan(plek, a.inhoud.afspraakId)?.inhoud.uitkomst !== 'afgezegd');
}

/** Een toets die nog moet komen, ergens anders. */
const anderePlek = ({ l }: Plek, zittingId: string, vandaag: string) =>
  l.intake.toetsAfspraken.some(
    (a) => !a.uitkomst && a.datum >= vandaag && a.feit.inhoud.zittingId !== zittingId,
  );

/** Waarom deze persoon geen plek in deze zitting krijgt; leeg als het kan. */
export function bezwaar(
  plek: Plek,
  zitting: ZittingRij,
  vandaag: string,
): { code: string; tekst: string } | undefined {
  const { intake, vorigePip, eersteEigenPip } = plek.l;
  if (!zitting.gemeenteIds.includes(plek.gemeenteId))
    return { code: 'andere-gemeente', tekst: 'Deze gemeente doet niet mee aan de zitting.' };
  if (intake.toets) return { code: 'uitslag-bekend', tekst: 'Er is al een uitslag van DUO.' };
  if (intake.ontheffing)
    return { code: 'ontheffing', tekst: 'Deze persoon hoeft de toets niet te doen.' };
  if (vorigePip || eersteEigenPip)
    return { code: 'pip-vastgesteld', tekst: 'Er is al een PIP; de toets is niet meer nodig.' };
  if (heeftPlek(plek, zitting.zittingId))
    return { code: 'al-ingepland', tekst: 'Deze persoon staat al in deze zitting.' };
  if (anderePlek(plek, zitting.zittingId, vandaag))
    return { code: 'andere-zitting', tekst: 'Deze persoon is al voor een andere toets ingepland.' };
  return undefined;
}

/** De oproep voor de intake die nog loopt op de dag van de zitting. */
const lopendeOproep = ({ l }: Plek, zitting: ZittingRij) =>
  l.intake.oproepen.findLast(
    (o) => o.uitkomst === 'wacht' && zitting.datum <= o.feit.inhoud.uiterlijk,
  )?.feit.inhoud.oproepId;

/** Plaats en tijd van een zitting, zoals zij in de afspraak komen. */
export const momentVan = (z: ZittingRij) => ({
  datum: z.datum,
  tijd: z.tijd,
  duurMinuten: z.duurMinuten,
  plaats: `${z.plaats}, ${z.adres}`,
});

type Keuze = { bijOproep: boolean; tegelijk?: NieuwFeit[] };

/** Geeft iemand een plek: de afspraak komt in het dossier en de uitnodiging ligt klaar. */
export async function geefPlek(
  tx: Tx,
  plek: Plek,
  zitting: ZittingRij,
  door: Vastlegger,
  { bijOproep, tegelijk = [] }: Keuze,
): Promise<void> {
  const afspraakId = nieuwId();
  const taal = plek.g.laatste('taal')?.inhoud;
  const oproepId = bijOproep ? lopendeOproep(plek, zitting) : undefined;
  const feit: NieuwFeit = {
    soort: 'afspraak',
    inhoud: {
      afspraakId,
      soort: 'leerbaarheidstoets',
      ...momentVan(zitting),
      ...(taal?.tolkNodig ? { tolkTaal: taal.gesprekstaal } : {}),
      ...(oproepId ? { oproepId } : {}),
      zittingId: zitting.zittingId,
    },
    geldigOp: door.vandaag,
    bron: 'medewerker',
  };
  await legVast(tx, plek, [...tegelijk, feit], door);
  await bericht(tx, plek, afspraakId, 'uitnodiging', door);
}

/** Zet klaar dat de persoon ervan hoort. */
export const bericht = (
  tx: Tx,
  { gemeenteId, dossierId }: DossierSleutel,
  afspraakId: string,
  wat: 'uitnodiging' | 'verzet' | 'afgezegd',
  { nu, medewerkerId }: Vastlegger,
) =>
  zetBerichtKlaar(tx, {
    gemeenteId,
    dossierId,
    afspraakId,
    wat,
    nu,
    ...(medewerkerId ? { medewerkerId } : {}),
  });
