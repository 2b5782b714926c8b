import type { FastifyRequest } from 'fastify';
import type { Tx } from '../../../server/db/db.ts';
import { legVast } from '../../../server/dossier/feiten.ts';
import { vindDossier } from '../../../server/dossier/vind.ts';
import {
  botsing,
  geweigerd,
  nietGevonden,
  Probleem,
  problemen,
} from '../../../server/http/probleem.ts';
import { nieuwId } from '../../../server/id.ts';
import type { App, Routes, Toepassing } from '../../../server/toepassing.ts';
import { type Handeling, mogelijk, na } from '../staten.ts';
import {
  AanvaardAntwoord,
  AanvaardVraag,
  OntvangstAntwoord,
  PakketBeeld,
  RedenVraag,
} from '../verhuizing.schema.ts';
import { leesGeldend, neemPakket, Params } from '../zaak.routes.ts';
import { neemOp } from './opnemen.routes.ts';
import { dossierVan, schrijfOntvangst } from './overdracht.store.ts';
import { DELEN, zinVan } from './pakket.delen.ts';
import type { Pakket } from './pakket.schema.ts';

const tags = ['Verhuizing'];

/** Een pakket bekijken, aanvaarden of afwijzen. */
export const registreerOntvangst: Routes = (app, t) => {
  bekijken(app);
  aanvaarden(app, t);
  afwijzen(app, t);
};

function bekijken(app: App): void {
  app.get(
    '/v1/verhuizingen/overdrachten/:overdrachtId',
    {
      config: { handeling: 'verhuizing.lezen' },
      schema: {
        tags,
        summary: 'Een pakket in woorden, per deel met waarvoor en op welke grond',
        params: Params,
        response: { 200: PakketBeeld, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const p = await neemPakket(req, tx, req.params.overdrachtId);
        const { inhoud, gemeenteId, richting, staat } = p;
        const dossier =
          richting === 'in' ? ((await dossierVan(tx, gemeenteId, inhoud.persoon)) ?? null) : null;
        const dossierId = p.dossierId ?? dossier?.dossierId;
        await req.spoor(tx, {
          handeling: 'lezen',
          objectSoort: 'overdracht',
          objectId: p.overdrachtId,
          gemeenteId,
          ...(dossierId ? { dossierId } : {}),
        });
        const { contact } = inhoud.van;
        return {
          overdrachtId: p.overdrachtId,
          richting,
          staat,
          van: inhoud.van.naam,
          naar: inhoud.naar.naam,
          contact: [contact.naam, contact.functie, contact.telefoon, contact.email]
            .filter(Boolean)
            .join(', '),
          gemaaktOp: inhoud.gemaaktOp,
          verzoekDoor: inhoud.verzoek.door,
          dossier,
          delen: inhoud.delen.map((d) => ({
            deel: d.deel,
            naam: DELEN[d.deel].naam,
            doel: d.doel,
            grondslag: d.grondslag,
            reden: d.reden ?? null,
            zinnen: d.gegevens.map(zinVan),
          })),
          mogelijk: mogelijk(richting, staat),
          ontvangst: p.ontvangst,
        };
      }),
  );
}

type Genomen = Awaited<ReturnType<typeof neemPakket>>;

async function neemOpen(req: FastifyRequest, tx: Tx, id: string, h: Handeling): Promise<Genomen> {
  const p = await neemPakket(req, tx, id);
  if (p.richting === 'in' && na('in', p.staat, h)) return p;
  if (p.ontvangst) {
    const wat = p.staat === 'afgewezen' ? 'het pakket is afgewezen' : 'het pakket is aanvaard';
    throw botsing({ wie: p.ontvangst.naam, wanneer: p.ontvangst.op, wat });
  }
  const tekst = 'Alleen de gemeente die het pakket krijgt, kan erover beslissen.';
  throw geweigerd('Dit kan niet met dit pakket.', [{ code: 'niet-aan-u', tekst }]);
}

/** 409 als het pakket over iemand anders gaat dan het dossier. */
function keurPersoon(
  pakket: Pakket,
  d: { bsn: string | null; vNummer: string | null; gemeenteId: string },
  gemeenteId: string,
): void {
  const anders = (a: string | undefined, b: string | null) => Boolean(a && b && a !== b);
  const { bsn, vNummer } = pakket.persoon;
  const herkend = (bsn && bsn === d.bsn) || (vNummer && vNummer === d.vNummer);
  if (d.gemeenteId !== gemeenteId) throw nietGevonden('Dit dossier');
  if (anders(bsn, d.bsn) || anders(vNummer, d.vNummer) || !herkend) {
    const tekst = 'Het pakket gaat niet zeker over deze persoon: de nummers komen niet overeen.';
    throw geweigerd('Dit pakket past niet bij dit dossier.', [
      { code: 'andere-persoon', tekst, veld: 'dossierId' },
    ]);
  }
}

async function besluit(
  req: FastifyRequest,
  tx: Tx,
  t: Toepassing,
  p: Genomen,
  b: { staat: 'aanvaard' | 'afgewezen'; dossierId: string | null; reden?: string; feiten?: number },
): Promise<void> {
  const { naam, id } = req.gebruiker;
  const geschreven = await schrijfOntvangst(tx, {
    gemeenteId: p.gemeenteId,
    id: nieuwId(),
    overdrachtId: p.overdrachtId,
    vanCode: p.inhoud.van.gemeentecode,
    vanGemeenteId: p.vanGemeenteId,
    pakket: null,
    sha256: p.sha256,
    nu: t.klok.nu(),
    medewerkerId: id,
    naam,
    ...b,
  });
  if (!geschreven) throw new Probleem(409, 'gewijzigd', 'Een ander besliste hier net over.');
  await req.spoor(tx, {
    handeling: 'wijzigen',
    objectSoort: 'overdracht',
    objectId: p.overdrachtId,
    gemeenteId: p.gemeenteId,
    ...(b.dossierId ? { dossierId: b.dossierId } : {}),
  });
}

function aanvaarden(app: App, t: Toepassing): void {
  app.post(
    '/v1/verhuizingen/overdrachten/:overdrachtId/_aanvaard',
    {
      config: { handeling: 'verhuizing.behandelen' },
      schema: {
        tags,
        summary: 'Een pakket aanvaarden: wat past komt in het dossier, gemerkt als niet bevestigd',
        params: Params,
        body: AanvaardVraag,
        response: { 200: AanvaardAntwoord, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const p = await neemOpen(req, tx, req.params.overdrachtId, 'aanvaarden');
        const d = await vindDossier(tx, req.body.dossierId);
        keurPersoon(p.inhoud, d, p.gemeenteId);
        const { g } = await leesGeldend(tx, t, d);
        const vandaag = t.klok.vandaag();
        const { feiten, niet } = neemOp(p.inhoud, g, vandaag);
        const { dossierId } = d;
        await besluit(req, tx, t, p, { staat: 'aanvaard', dossierId, feiten: feiten.length });
        const door = { medewerkerId: req.gebruiker.id, nu: t.klok.nu(), vandaag };
        if (feiten.length > 0) await legVast(tx, d, feiten, door);
        return { dossierId, feiten: feiten.length, niet };
      }),
  );
}

function afwijzen(app: App, t: Toepassing): void {
  app.post(
    '/v1/verhuizingen/overdrachten/:overdrachtId/_wijs-af',
    {
      config: { handeling: 'verhuizing.behandelen' },
      schema: {
        tags,
        summary: 'Een pakket met een reden afwijzen; er komt niets in een dossier',
        params: Params,
        body: RedenVraag,
        response: { 200: OntvangstAntwoord, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const p = await neemOpen(req, tx, req.params.overdrachtId, 'afwijzen');
        const { reden } = req.body;
        await besluit(req, tx, t, p, { staat: 'afgewezen', dossierId: p.dossierId, reden });
        return { overdrachtId: p.overdrachtId };
      }),
  );
}
