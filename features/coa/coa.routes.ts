import { z } from 'zod';
import { mag } from '../../server/auth/rechten.ts';
import type { Tx } from '../../server/db/db.ts';
import { problemen } from '../../server/http/probleem.ts';
import { nieuwId } from '../../server/id.ts';
import type { App, Routes, Toepassing } from '../../server/toepassing.ts';
import {
  BekijkVraag,
  type BewaardeRij,
  BewaardeRij as BewaardeRijSchema,
  OpneemVraag,
  OverdrachtAntwoord,
  OverdrachtenAntwoord,
  VoorstelAntwoord,
} from './coa.schema.ts';
import { bewaarOverdracht, eerderOpgenomen, leesOverdrachten, namenVan } from './coa.store.ts';
import { beginOpname, bekijkRij, leesBestand, neemRijOp, type Opname } from './opnemen.routes.ts';
import { registreerSjabloon } from './sjabloon.routes.ts';
import { registreerTaakstelling } from './taakstelling.routes.ts';

const tags = ['COA'];
/** Base64 van 2 MB met wat eromheen staat. */
const BODY_LIMIET = 3_000_000;

type Gebruiker = Parameters<typeof mag>[0];

/** Namen alleen voor wie dossiers van die gemeente mag zien. */
async function toonOverdrachten(
  tx: Tx,
  gebruiker: Gebruiker,
  gemeenten: readonly string[],
  id?: string,
) {
  const overdrachten = (await leesOverdrachten(tx, gemeenten, id)).map((o) => ({
    ...o,
    rijen: z.array(BewaardeRijSchema).parse(o.rijen),
    magNamen: mag(gebruiker, 'dossier.lezen', o.gemeenteId),
  }));
  const ids = overdrachten
    .filter((o) => o.magNamen)
    .flatMap((o) => o.rijen.flatMap((r) => r.dossierId ?? []));
  const namen = await namenVan(tx, [...new Set(ids)]);
  const items = overdrachten.map(({ magNamen, gemeenteId: _, rijen, ...o }) => ({
    ...o,
    rijen: rijen.map((r) => ({
      ...r,
      dossierId: magNamen ? r.dossierId : null,
      naam: (r.dossierId && namen.get(r.dossierId)) ?? null,
    })),
  }));
  return { items, dossierIds: ids };
}

function registreerBekijken(app: App, t: Toepassing): void {
  app.post(
    '/v1/coa/_bekijk',
    {
      bodyLimit: BODY_LIMIET,
      config: { handeling: 'coa.opnemen' },
      schema: {
        tags,
        summary: 'Een overdracht van COA bekijken zonder iets te bewaren',
        body: BekijkVraag,
        response: { 200: VoorstelAntwoord, ...problemen },
      },
    },
    async (req) => {
      const bestand = await leesBestand(t, req.body.inhoud);
      return req.inBereik(async (tx) => {
        const { gemeenteId } = req.body;
        const opname = await beginOpname(req, t, tx, gemeenteId);
        const rijen = [];
        for (const rij of bestand.rijen) rijen.push(await bekijkRij(tx, opname, rij));
        const dossierIds = rijen.flatMap((r) => [
          ...(r.dossierId ? [r.dossierId] : []),
          ...r.kandidaten.map((k) => k.dossierId),
        ]);
        const spoor = { handeling: 'zoeken', objectSoort: 'coa-overdracht' } as const;
        await req.spoor(tx, { ...spoor, gemeenteId, dossierIds });
        const eerder = await eerderOpgenomen(tx, gemeenteId, bestand.sha256);
        return {
          vorm: bestand.vorm,
          rijen,
          gebreken: bestand.gebreken,
          eerder: eerder ? { op: eerder.op, door: eerder.door } : null,
        };
      });
    },
  );
}

/** Iedere persoon in een eigen transactie: wie niet lukt houdt de anderen niet op. */
async function neemAllesOp(
  req: Opname['req'],
  opname: Opname,
  bestand: Awaited<ReturnType<typeof leesBestand>>,
  vraag: z.infer<typeof OpneemVraag>,
): Promise<BewaardeRij[]> {
  const keuzes = new Map(vraag.keuzes.map((k) => [k.rij, k]));
  const rijen: BewaardeRij[] = [];
  for (const rij of bestand.rijen) {
    try {
      rijen.push(await req.inBereik((tx) => neemRijOp(tx, opname, rij, keuzes.get(rij.rij))));
    } catch (fout) {
      const naam = fout instanceof Error ? fout.name : 'fout';
      req.log.error({ rij: rij.rij, fout: naam }, 'een rij van COA is niet opgenomen');
      const tekst = 'Deze rij lukte niet; de andere rijen wel. Probeer het bestand later opnieuw.';
      rijen.push({
        rij: rij.rij,
        uitkomst: 'mislukt',
        dossierId: null,
        feiten: 0,
        gebreken: [{ plek: 'rij', tekst }],
      });
    }
  }
  return rijen;
}

function registreerOpnemen(app: App, t: Toepassing): void {
  app.post(
    '/v1/coa/overdrachten',
    {
      bodyLimit: BODY_LIMIET,
      config: { handeling: 'coa.opnemen' },
      schema: {
        tags,
        summary: 'Een overdracht van COA opnemen; nog eens hetzelfde bestand geeft niets nieuws',
        body: OpneemVraag,
        response: { 200: OverdrachtAntwoord, ...problemen },
      },
    },
    async (req) => {
      const bestand = await leesBestand(t, req.body.inhoud);
      const { gemeenteId } = req.body;
      const opname = await req.inBereik((tx) => beginOpname(req, t, tx, gemeenteId));
      const rijen = await neemAllesOp(req, opname, bestand, req.body);
      return req.inBereik(async (tx) => {
        const nieuw = rijen.some((r) => r.feiten > 0 || r.uitkomst === 'nieuw-dossier');
        const eerder = await eerderOpgenomen(tx, gemeenteId, bestand.sha256);
        const id = eerder && !nieuw ? eerder.id : nieuwId();
        if (id !== eerder?.id) {
          const { vorm, sha256 } = bestand;
          const door = { nu: t.klok.nu(), medewerkerId: req.gebruiker.id };
          await bewaarOverdracht(tx, { gemeenteId, id, vorm, sha256, ...door, rijen });
        }
        const spoor = { handeling: 'wijzigen', objectSoort: 'coa-overdracht' } as const;
        await req.spoor(tx, { ...spoor, objectId: id, gemeenteId });
        const { items } = await toonOverdrachten(tx, req.gebruiker, [gemeenteId], id);
        const [overdracht] = items;
        if (!overdracht) throw new Error('de overdracht is niet terug te lezen');
        // Wat nu is gebeurd, ook als dit bestand al in de geschiedenis stond.
        const namen = new Map(overdracht.rijen.map((r) => [r.rij, r.naam]));
        return {
          ...overdracht,
          rijen: rijen.map((r) => ({ ...r, naam: namen.get(r.rij) ?? null })),
        };
      });
    },
  );
}

function registreerGeschiedenis(app: App): void {
  app.get(
    '/v1/coa/overdrachten',
    {
      config: { handeling: 'coa.lezen' },
      schema: {
        tags,
        summary: 'Opgenomen overdrachten van COA, met wat er van elke rij werd',
        response: { 200: OverdrachtenAntwoord, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const { items, dossierIds } = await toonOverdrachten(tx, req.gebruiker, req.gemeenten);
        const spoor = { handeling: 'lezen', objectSoort: 'coa-overdracht' } as const;
        if (dossierIds.length > 0) await req.spoor(tx, { ...spoor, dossierIds });
        return { items };
      }),
  );
}

/** Overdrachten van COA: bekijken, opnemen, terugzien; koppeling en taakstelling. */
export const registreerCoa: Routes = (app, t) => {
  registreerBekijken(app, t);
  registreerOpnemen(app, t);
  registreerGeschiedenis(app);
  registreerSjabloon(app);
  registreerTaakstelling(app, t);
};
