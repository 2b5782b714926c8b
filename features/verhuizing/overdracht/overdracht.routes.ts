import type { FastifyRequest } from 'fastify';
import type { Tx } from '../../../server/db/db.ts';
import { leesMedewerker } from '../../../server/dossier/brief.ts';
import { vindDossier } from '../../../server/dossier/vind.ts';
import { eenmalig } from '../../../server/http/idempotentie.ts';
import { geweigerd, nietGevonden, problemen } from '../../../server/http/probleem.ts';
import { nieuwId } from '../../../server/id.ts';
import type { App, Routes, Toepassing } from '../../../server/toepassing.ts';
import { antwoordInWoorden } from '../../intake/antwoord.read.ts';
import { DossierParams } from '../../shared/dossier.schema.ts';
import {
  BevestigVraag,
  OntvangstAntwoord,
  OverdraagVraag,
  OverdrachtAntwoord,
} from '../verhuizing.schema.ts';
import { leesGemeenten, type Rij, vindVerzoek } from '../verhuizing.store.ts';
import { alsTekst, keur, leesGeldend, Params, sha256 } from '../zaak.routes.ts';
import { bevestig, voegOverdrachtToe } from './overdracht.store.ts';
import { DELEN } from './pakket.delen.ts';
import { delenVan } from './pakket.maak.ts';
import { FORMAAT, Pakket, VERSIE } from './pakket.schema.ts';

const tags = ['Verhuizing'];

/** Een pakket maken, en vastleggen wie het kreeg. */
export const registreerOverdracht: Routes = (app, t) => {
  overdragen(app, t);
  bevestigen(app, t);
};

/** Wat de wet niet noemt gaat alleen mee met een reden. @throws Probleem 409 met elk deel zonder reden. */
function keurDelen({ delen }: OverdraagVraag): void {
  const redenen = delen.flatMap(({ deel, reden }, i) =>
    DELEN[deel].soort === 'wet' || reden
      ? []
      : [
          {
            code: 'reden-nodig',
            tekst: `${DELEN[deel].naam}: schrijf waarom de andere gemeente dit nodig heeft.`,
            veld: `delen.${i}.reden`,
          },
        ],
  );
  if (new Set(delen.map((d) => d.deel)).size < delen.length) {
    redenen.push({ code: 'dubbel', tekst: 'Een deel staat er twee keer in.', veld: 'delen' });
  }
  if (redenen.length > 0) throw geweigerd('Het pakket kan zo niet worden gemaakt.', redenen);
}

function overdragen(app: App, t: Toepassing): void {
  app.post(
    '/v1/dossiers/:dossierId/verhuizing/overdrachten',
    {
      config: { handeling: 'verhuizing.behandelen' },
      schema: {
        tags,
        summary: 'Een pakket met gekozen delen maken en overdragen aan de gemeente die erom vroeg',
        params: DossierParams,
        body: OverdraagVraag,
        response: { 201: OverdrachtAntwoord, ...problemen },
      },
    },
    async (req, reply) => {
      const antwoord = await req.inBereik((tx) =>
        eenmalig(req, tx, () => draagOver(req, tx, t, req.params.dossierId, req.body)),
      );
      return reply.code(201).send(antwoord);
    },
  );
}

async function draagOver(
  req: FastifyRequest,
  tx: Tx,
  t: Toepassing,
  id: string,
  vraag: OverdraagVraag,
) {
  const d = await vindDossier(tx, id);
  const { gemeenteId, dossierId } = d;
  const { verzoekId } = vraag;
  const past = (r: Rij) => r.verzoekId === verzoekId && r.dossierId === dossierId;
  const rij = await keur(tx, [gemeenteId], past, 'uit', 'overdragen');
  keurDelen(vraag);
  const verzoek = await vindVerzoek(tx, verzoekId);
  if (!verzoek) throw nietGevonden('Dit verzoek');
  const naarCode = rij.andereCode ?? verzoek.andereCode;
  const overdrachtId = nieuwId();
  const kop = await kopVan(req, tx, gemeenteId, naarCode);
  const gekozen = new Map(vraag.delen.map((x) => [x.deel, x.reden]));
  const { g } = await leesGeldend(tx, t, d);
  const { delen, overgeslagen } = delenVan(g, gekozen, antwoordInWoorden);
  const { gevraagdOp, vrager, toelichting } = verzoek;
  const pakket = Pakket.parse({
    formaat: FORMAAT,
    versie: VERSIE,
    overdrachtId,
    gemaaktOp: t.klok.nu(),
    ...kop,
    verzoek: { gedaanOp: gevraagdOp, door: vrager, toelichting },
    persoon: { ...(d.bsn ? { bsn: d.bsn } : {}), ...(d.vNummer ? { vNummer: d.vNummer } : {}) },
    delen,
  });
  await voegOverdrachtToe(tx, {
    gemeenteId,
    id: overdrachtId,
    dossierId,
    verzoekId,
    naarCode,
    // Langs Meedoen leest de andere gemeente het alleen als zij er ook langs Meedoen om vroeg.
    naarGemeenteId: verzoek.richting === 'in' ? verzoek.gemeenteId : null,
    nu: t.klok.nu(),
    medewerkerId: req.gebruiker.id,
    pakket,
    sha256: sha256(alsTekst(pakket)),
  });
  await req.spoor(tx, {
    handeling: 'verzenden',
    objectSoort: 'overdracht',
    objectId: overdrachtId,
    gemeenteId,
    dossierId,
  });
  return { overdrachtId, overgeslagen };
}

/** Van wie het pakket is en voor wie, met wie er vragen over beantwoordt. */
async function kopVan(req: FastifyRequest, tx: Tx, gemeenteId: string, naarCode: string) {
  const gemeenten = await leesGemeenten(tx);
  const van = gemeenten.find((g) => g.id === gemeenteId);
  const naar = gemeenten.find((g) => g.code === naarCode);
  const { naam, functie, telefoon, email } = await leesMedewerker(tx, req.gebruiker.id);
  return {
    van: {
      gemeentecode: van?.code,
      naam: van?.naam,
      contact: {
        naam,
        ...(functie ? { functie } : {}),
        ...(telefoon ? { telefoon } : {}),
        ...(email ? { email } : {}),
      },
    },
    naar: { gemeentecode: naarCode, naam: naar?.naam ?? `gemeente ${naarCode}` },
  };
}

function bevestigen(app: App, t: Toepassing): void {
  app.post(
    '/v1/verhuizingen/overdrachten/:overdrachtId/_bevestig',
    {
      config: { handeling: 'verhuizing.behandelen' },
      schema: {
        tags,
        summary: 'Vastleggen wie bij de andere gemeente het bestand kreeg',
        params: Params,
        body: BevestigVraag,
        response: { 200: OntvangstAntwoord, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const { overdrachtId } = req.params;
        const past = (r: Rij) => r.overdrachtId === overdrachtId;
        const rij = await keur(tx, req.gemeenten, past, 'uit', 'bevestigen');
        const { gemeenteId } = rij;
        await bevestig(tx, { gemeenteId, overdrachtId }, { door: req.body.door, op: t.klok.nu() });
        await req.spoor(tx, {
          handeling: 'wijzigen',
          objectSoort: 'overdracht',
          objectId: overdrachtId,
          gemeenteId,
          ...(rij.dossierId ? { dossierId: rij.dossierId } : {}),
        });
        return { overdrachtId };
      }),
  );
}
