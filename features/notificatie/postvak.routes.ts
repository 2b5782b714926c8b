import { z } from 'zod';
import { bronVan } from '../../rules/shared/gegeven.ts';
import type { Feit } from '../../rules/stand/feiten.ts';
import type { Tx } from '../../server/db/db.ts';
import { nietGevonden, problemen } from '../../server/http/probleem.ts';
import type { App, Routes, Toepassing } from '../../server/toepassing.ts';
import { type Handelwijze, naHandeling } from './gebeurtenissen.ts';
import {
  Bericht,
  BerichtLijst,
  BerichtZoekVraag,
  RuwBericht,
  Uitkomst,
} from './notificatie.schema.ts';
import {
  type BewaardBericht,
  leesBericht,
  leesRegel,
  telBerichten,
  zoekBerichten,
} from './notificatie.store.ts';
import { beschrijf } from './postvak/feitzinnen.ts';
import { leesGenoemdeFeiten } from './verwerken/verwerken.store.ts';

const HANDELWIJZEN: readonly Handelwijze[] = ['koppelen', 'opnieuw', 'parkeren', 'afgehandeld'];
const LEESBAAR = 3;

const masker = (nummer: string | undefined) =>
  nummer === undefined ? null : nummer.slice(-LEESBAAR).padStart(nummer.length, '*');

/** Het postvak: meldingen van DUO zien en afhandelen. */
export const registreerPostvak: Routes = (app, t) => {
  zoeken(app, t);
  lezen(app);
};

function zoeken(app: App, t: Toepassing): void {
  app.post(
    '/v1/berichten/_zoek',
    {
      config: { handeling: 'postvak.behandelen' },
      schema: {
        tags: ['Postvak'],
        summary: 'Meldingen van DUO, wat openstaat eerst',
        body: BerichtZoekVraag,
        response: { 200: BerichtLijst, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const vraag = req.body;
        const items = await zoekBerichten(tx, vraag, t.klok.vandaag());
        const totaal = await telBerichten(tx, vraag, t.klok.vandaag());
        for (const gemeenteId of new Set(items.map((i) => i.gemeenteId))) {
          const eigen = items.filter((i) => i.gemeenteId === gemeenteId);
          const dossierIds = [...new Set(eigen.flatMap((i) => i.dossierId ?? []))];
          await req.spoor(tx, {
            handeling: 'zoeken',
            objectSoort: 'bericht',
            gemeenteId,
            dossierIds,
          });
        }
        return { items, totaal, page: vraag.page, pageSize: vraag.pageSize };
      }),
  );
}

const Params = z.object({ berichtId: z.uuid() });

function lezen(app: App): void {
  app.get(
    '/v1/berichten/:berichtId',
    {
      config: { handeling: 'postvak.behandelen' },
      schema: {
        tags: ['Postvak'],
        summary: 'Eén melding: wat er kwam, wat is opgehaald en wat er veranderde',
        params: Params,
        response: { 200: Bericht, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const bericht = await toonBericht(tx, req.params.berichtId);
        await req.spoor(tx, {
          handeling: 'lezen',
          objectSoort: 'bericht',
          objectId: bericht.id,
          gemeenteId: bericht.gemeenteId,
          ...(bericht.dossierId ? { dossierId: bericht.dossierId } : {}),
        });
        return bericht;
      }),
  );
}

/** Eén melding zoals het scherm haar toont. @throws Probleem 404 als zij niet zichtbaar is. */
export async function toonBericht(tx: Tx, id: string): Promise<Bericht> {
  const regel = await leesRegel(tx, id);
  const bericht = regel && (await leesBericht(tx, id));
  if (!regel || !bericht) throw nietGevonden('Deze melding');
  const uitkomst = Uitkomst.parse(bericht.uitkomst);
  const { inhoud } = RuwBericht.parse(bericht.ruw);
  const { afhandeling } = uitkomst;
  const v = inhoud.vNummer === undefined ? undefined : String(inhoud.vNummer).padStart(10, '0');
  return {
    ...regel,
    ontvangen: { berichtId: bericht.berichtId, bsn: masker(inhoud.bsn), vNummer: masker(v) },
    opgehaald: uitkomst.opgehaald,
    gewijzigd: await gewijzigd(tx, bericht, uitkomst),
    opmerkingen: uitkomst.opmerkingen,
    dossier: uitkomst.dossier ?? null,
    tegenstrijdigDossierId: uitkomst.tegenstrijdig ?? null,
    afhandeling:
      afhandeling && bericht.staat === 'afgehandeld'
        ? { reden: afhandeling.reden, op: afhandeling.op, door: bericht.afgehandeldDoor ?? '' }
        : null,
    mogelijk: mogelijkMet(bericht),
  };
}

function mogelijkMet(bericht: BewaardBericht): Bericht['mogelijk'] {
  const kan = HANDELWIJZEN.filter((h) => naHandeling(bericht.staat, h) && !isGekoppeld(bericht, h));
  return bericht.dossierId ? [...kan, 'afschermen'] : kan;
}

/** Een melding verhuist niet: wat zij in haar dossier vastlegde blijft daar. */
export const isGekoppeld = ({ dossierId }: BewaardBericht, handeling: Handelwijze) =>
  handeling === 'koppelen' && dossierId !== null;

async function gewijzigd(
  tx: Tx,
  { gemeenteId, dossierId }: BewaardBericht,
  { gewijzigd: wijzigingen }: Uitkomst,
): Promise<Bericht['gewijzigd']> {
  if (!dossierId) return [];
  const ids = wijzigingen.flatMap((w) => [w.feitId, ...(w.oudFeitId ? [w.oudFeitId] : [])]);
  const feiten = new Map(
    (await leesGenoemdeFeiten(tx, { gemeenteId, dossierId }, ids)).map((f) => [f.id, f]),
  );
  return wijzigingen.flatMap((w) => {
    const nieuw = feiten.get(w.feitId);
    const oud = feiten.get(w.oudFeitId ?? '');
    if (!nieuw) return [];
    return [
      {
        soort: w.soort,
        nieuw: beschrijf(nieuw),
        oud: oud ? beschrijf(oud) : null,
        bron: bronVan(nieuw as Feit),
      },
    ];
  });
}
