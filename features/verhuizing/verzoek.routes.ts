import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Tx } from '../../server/db/db.ts';
import { type GevondenDossier, vindDossier } from '../../server/dossier/vind.ts';
import { eenmalig } from '../../server/http/idempotentie.ts';
import { geweigerd, nietGevonden, problemen } from '../../server/http/probleem.ts';
import { nieuwId } from '../../server/id.ts';
import type { App, Routes, Toepassing } from '../../server/toepassing.ts';
import { DossierParams } from '../shared/dossier.schema.ts';
import { voegOverdrachtToe } from './overdracht/overdracht.store.ts';
import {
  OntvangenVerzoekVraag,
  RedenVraag,
  VerzoekAntwoord,
  VraagVraag,
} from './verhuizing.schema.ts';
import {
  leesGemeenten,
  leesVerhuizingen,
  type Rij,
  vindVerzoek,
  voegVerzoekToe,
  werkVerzoekBij,
} from './verhuizing.store.ts';
import { keur } from './zaak.routes.ts';

const tags = ['Verhuizing'];
const Params = z.object({ verzoekId: z.uuid() });

const EIGEN = {
  code: 'eigen-gemeente',
  tekst: 'Dit is uw eigen gemeente. Kies de andere gemeente.',
  veld: 'andereCode',
};
const NIET_HIER = {
  code: 'werkt-niet-met-meedoen',
  tekst: 'Deze gemeente werkt niet met Meedoen. Vraag het per brief, mail of telefoon.',
  veld: 'langs',
};
const AL_GEVRAAGD = {
  code: 'al-gevraagd',
  tekst: 'Dit is al gevraagd. Trek dat verzoek in of wacht op antwoord.',
};
const ZONDER_NUMMER = {
  code: 'zonder-nummer',
  tekst: 'Zonder BSN of V-nummer kan de andere gemeente de persoon niet vinden. Vul het aan.',
};

/** Vragen, gevraagd worden, herinneren, intrekken en weigeren. */
export const registreerVerzoek: Routes = (app, t) => {
  vragen(app, t);
  vastleggen(app, t);
  bijwerken(app, t, '_herinner', 'herinneren', 'Vastleggen dat aan een verzoek is herinnerd');
  bijwerken(app, t, '_trek-in', 'intrekken', 'Een eigen verzoek intrekken');
  weigeren(app, t);
};

function vragen(app: App, t: Toepassing): void {
  app.post(
    '/v1/dossiers/:dossierId/verhuizing/verzoeken',
    {
      config: { handeling: 'verhuizing.behandelen' },
      schema: {
        tags,
        summary: 'Het dossier vragen aan de vorige gemeente (Wi2021 art. 35 lid 4)',
        params: DossierParams,
        body: VraagVraag,
        response: { 201: VerzoekAntwoord, ...problemen },
      },
    },
    async (req, reply) => {
      const antwoord = await req.inBereik((tx) =>
        eenmalig(req, tx, () => vraag(req, tx, t, req.params.dossierId, req.body)),
      );
      return reply.code(201).send(antwoord);
    },
  );
}

async function vraag(
  req: FastifyRequest,
  tx: Tx,
  t: Toepassing,
  id: string,
  { andereCode, langs, toelichting }: VraagVraag,
) {
  const d = await vindDossier(tx, id);
  const { gemeenteId, dossierId } = d;
  const andere = (await leesGemeenten(tx)).find((g) => g.code === andereCode);
  const redenen = await bezwaren(tx, d, andere, { andereCode, langs });
  if (redenen.length > 0) throw geweigerd('Dit kan zo niet.', redenen);
  const verzoekId = nieuwId();
  await voegVerzoekToe(tx, {
    gemeenteId,
    dossierId,
    id: verzoekId,
    richting: 'in',
    andereCode,
    andereGemeenteId: andere?.id ?? null,
    // Alleen wie hier ook werkt leest dit; anders staat het nummer in de brief zelf.
    persoon: langs === 'meedoen' ? nummersVan(d) : {},
    toelichting,
    vrager: req.gebruiker.naam,
    langs,
    op: t.klok.nu(),
    medewerkerId: req.gebruiker.id,
  });
  await req.spoor(tx, {
    handeling: langs === 'meedoen' ? 'verzenden' : 'wijzigen',
    objectSoort: 'verhuisverzoek',
    objectId: verzoekId,
    gemeenteId,
    dossierId,
  });
  return { verzoekId };
}

const nummersVan = ({ bsn, vNummer }: GevondenDossier) => ({
  ...(bsn ? { bsn } : {}),
  ...(vNummer ? { vNummer } : {}),
});

const LOOPT = ['gevraagd', 'ontvangen'];

/** Waarom dit nu niet gevraagd kan worden. */
async function bezwaren(
  tx: Tx,
  d: GevondenDossier,
  andere: { id: string } | undefined,
  { andereCode, langs }: Pick<VraagVraag, 'andereCode' | 'langs'>,
) {
  if (andere?.id === d.gemeenteId) return [EIGEN];
  const uit = [];
  if (langs === 'meedoen' && !andere) uit.push(NIET_HIER);
  if (langs === 'meedoen' && !d.bsn && !d.vNummer) uit.push(ZONDER_NUMMER);
  const zoek = { gemeenten: [d.gemeenteId], dossierId: d.dossierId };
  const lopend = (await leesVerhuizingen(tx, zoek)).filter((r) => LOOPT.includes(r.staat));
  if (lopend.some((r) => r.andereCode === andereCode)) uit.push(AL_GEVRAAGD);
  return uit;
}

function vastleggen(app: App, t: Toepassing): void {
  app.post(
    '/v1/dossiers/:dossierId/verhuizing/ontvangen-verzoeken',
    {
      config: { handeling: 'verhuizing.behandelen' },
      schema: {
        tags,
        summary: 'Vastleggen dat een andere gemeente buiten Meedoen om het dossier vroeg',
        params: DossierParams,
        body: OntvangenVerzoekVraag,
        response: { 201: VerzoekAntwoord, ...problemen },
      },
    },
    async (req, reply) => {
      const antwoord = await req.inBereik((tx) =>
        eenmalig(req, tx, async () => {
          const { gemeenteId, dossierId } = await vindDossier(tx, req.params.dossierId);
          const { andereCode, op, ...rest } = req.body;
          const andere = (await leesGemeenten(tx)).find((g) => g.code === andereCode);
          if (andere?.id === gemeenteId) throw geweigerd('Dit kan zo niet.', [EIGEN]);
          if (op > t.klok.vandaag()) {
            const tekst = 'Een verzoek kan niet in de toekomst zijn gedaan.';
            throw geweigerd('Dit kan zo niet.', [{ code: 'toekomst', tekst, veld: 'op' }]);
          }
          const verzoekId = nieuwId();
          await voegVerzoekToe(tx, {
            gemeenteId,
            dossierId,
            id: verzoekId,
            richting: 'uit',
            andereCode,
            andereGemeenteId: andere?.id ?? null,
            ...rest,
            op: `${op}T12:00:00.000Z`,
            medewerkerId: req.gebruiker.id,
          });
          await req.spoor(tx, {
            handeling: 'wijzigen',
            objectSoort: 'verhuisverzoek',
            objectId: verzoekId,
            gemeenteId,
            dossierId,
          });
          return { verzoekId };
        }),
      );
      return reply.code(201).send(antwoord);
    },
  );
}

function bijwerken(
  app: App,
  t: Toepassing,
  pad: '_herinner' | '_trek-in',
  handeling: 'herinneren' | 'intrekken',
  summary: string,
): void {
  app.post(
    `/v1/verhuizingen/verzoeken/:verzoekId/${pad}`,
    {
      config: { handeling: 'verhuizing.behandelen' },
      schema: { tags, summary, params: Params, response: { 200: VerzoekAntwoord, ...problemen } },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const { verzoekId } = req.params;
        const rij = await keur(
          tx,
          req.gemeenten,
          (r) => r.verzoekId === verzoekId,
          'in',
          handeling,
        );
        const { gemeenteId } = rij;
        const nu = t.klok.nu();
        const deel = handeling === 'herinneren' ? { herinnerd_op: nu } : { ingetrokken_op: nu };
        await werkVerzoekBij(tx, { gemeenteId, id: verzoekId }, deel);
        await req.spoor(tx, {
          handeling: 'wijzigen',
          objectSoort: 'verhuisverzoek',
          objectId: verzoekId,
          gemeenteId,
          ...(rij.dossierId ? { dossierId: rij.dossierId } : {}),
        });
        return { verzoekId };
      }),
  );
}

function weigeren(app: App, t: Toepassing): void {
  app.post(
    '/v1/verhuizingen/verzoeken/:verzoekId/_weiger',
    {
      config: { handeling: 'verhuizing.behandelen' },
      schema: {
        tags,
        summary: 'Een verzoek van een andere gemeente met een reden weigeren',
        params: Params,
        body: RedenVraag,
        response: { 200: VerzoekAntwoord, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const { verzoekId } = req.params;
        const past = (r: Rij) => r.verzoekId === verzoekId;
        const rij = await keur(tx, req.gemeenten, past, 'uit', 'weigeren');
        const verzoek = await vindVerzoek(tx, verzoekId);
        if (!verzoek) throw nietGevonden('Dit verzoek');
        const { gemeenteId, dossierId } = rij;
        await voegOverdrachtToe(tx, {
          gemeenteId,
          id: nieuwId(),
          dossierId,
          verzoekId,
          naarCode: rij.andereCode ?? verzoek.andereCode,
          naarGemeenteId: verzoek.richting === 'in' ? verzoek.gemeenteId : null,
          nu: t.klok.nu(),
          medewerkerId: req.gebruiker.id,
          reden: req.body.reden,
        });
        await req.spoor(tx, {
          handeling: 'wijzigen',
          objectSoort: 'verhuisverzoek',
          objectId: verzoekId,
          gemeenteId,
          ...(dossierId ? { dossierId } : {}),
        });
        return { verzoekId };
      }),
  );
}
