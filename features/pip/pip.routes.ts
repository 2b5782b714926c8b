import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { bezwaartermijn } from '../../rules/bezwaar/bezwaartermijn.ts';
import { datum } from '../../rules/shared/datum.ts';
import { mag } from '../../server/auth/rechten.ts';
import { eenmalig } from '../../server/http/idempotentie.ts';
import { geweigerd, problemen } from '../../server/http/probleem.ts';
import { nieuwId } from '../../server/id.ts';
import type { App, Routes, Toepassing } from '../../server/toepassing.ts';
import { DossierParams } from '../shared/dossier.schema.ts';
import { type VerzendStand, verzendingenVan } from '../verzending/verzending.read.ts';
import { registreerVoorbeeld } from './pip.beschikking.routes.ts';
import { registreerBesluiten } from './pip.besluit.routes.ts';
import { controleer } from './pip.controle.ts';
import {
  DagtekeningVraag,
  NieuwPip,
  PipDetail,
  PipLijst,
  PipParams,
  type PipRegel,
  type VELDNAMEN,
  WijzigAntwoord,
  WijzigVraag,
} from './pip.schema.ts';
import { type PipRij, voegPipToe, wijzigInhoud } from './pip.store.ts';
import { pipBericht, redenenTegenVerwijderen } from './pip.verwijderen.ts';
import {
  eisRevisie,
  geldendeId,
  leesPipDossier,
  leesZaak,
  neemZaak,
  type PipDossier,
  type PipZaak,
  redenenTegen,
  spoor,
  waaromVierOgen,
} from './pip.zaak.routes.ts';
import { isVanZelf, teruggegeven } from './voorleggen/voorleggen.ts';
import { registreerBronnen } from './voorzet/bronnen.routes.ts';
import { metWijziging, voorzet } from './voorzet/concept.ts';

const tags = ['Pip'];

/** Het persoonlijk plan inburgering en participatie: van concept tot beschikking bij DUO. */
export const registreerPip: Routes = (app, t) => {
  lezen(app, t);
  registreerVoorbeeld(app, t);
  opstellen(app, t);
  wijzigen(app, t);
  registreerBesluiten(app, t);
  registreerBronnen(app, t);
};

function openConcept(pips: readonly PipRij[]): PipRij | undefined {
  return pips.find((p) => p.staat === 'concept' || p.staat === 'ter-vaststelling');
}

function redenenTegenOpstellen(req: FastifyRequest, d: PipDossier) {
  if (!mag(req.gebruiker, 'pip.opstellen', d.dossier.gemeenteId)) {
    return [{ code: 'geen-recht', tekst: 'U kunt voor deze gemeente geen PIP opstellen.' }];
  }
  const open = openConcept(d.pips);
  if (!open) return [];
  return [
    {
      code: 'concept-bestaat',
      tekst: `Er is al een concept (versie ${open.versie}). Werk daarin verder.`,
      actie: 'pip',
    },
  ];
}

function lezen(app: App, t: Toepassing): void {
  app.get(
    '/v1/dossiers/:dossierId/pips',
    {
      config: { handeling: 'pip.lezen' },
      schema: {
        tags,
        summary: 'Alle versies van het PIP, met de staat bij DUO',
        params: DossierParams,
        response: { 200: PipLijst, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const d = await leesPipDossier(tx, req.params.dossierId, t.klok.vandaag());
        const verzendingen = await verzendingenVan(tx, d.dossier);
        await spoor(req, tx, d.dossier, 'lezen');
        const redenen = redenenTegenOpstellen(req, d);
        return {
          items: d.pips.map((pip) => regelVan(pip, d, verzendingen)),
          opstellen: { mag: redenen.length === 0, redenen },
        };
      }),
  );

  app.get(
    '/v1/dossiers/:dossierId/pips/:pipId',
    {
      config: { handeling: 'pip.lezen' },
      schema: {
        tags,
        summary: 'Eén versie met wat de wet en DUO ervan vinden',
        params: PipParams,
        querystring: DagtekeningVraag,
        response: { 200: PipDetail, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const zaak = await leesZaak(tx, req.params, t.klok.vandaag());
        const verzendingen = await verzendingenVan(tx, zaak.dossier);
        await spoor(req, tx, zaak.dossier, 'lezen', zaak.pip.pipId);
        return detailVan(req, zaak, verzendingen, req.query);
      }),
  );
}

function opstellen(app: App, t: Toepassing): void {
  app.post(
    '/v1/dossiers/:dossierId/pips',
    {
      config: { handeling: 'pip.opstellen' },
      schema: {
        tags,
        summary: 'Nieuw concept, ingevuld met wat bekend is',
        params: DossierParams,
        response: { 201: NieuwPip, ...problemen },
      },
    },
    async (req, reply) => {
      reply.code(201);
      return req.inBereik((tx) =>
        eenmalig(req, tx, async () => {
          const d = await leesPipDossier(tx, req.params.dossierId, t.klok.vandaag(), true);
          const redenen = redenenTegenOpstellen(req, d);
          if (redenen.length > 0) throw geweigerd('Een nieuw concept kan nu niet.', redenen);
          const pipId = nieuwId();
          const versie = (d.pips[0]?.versie ?? 0) + 1;
          await voegPipToe(tx, d.dossier, {
            id: pipId,
            versie,
            inhoud: voorzet(d.lezing, d.beleid),
            medewerkerId: req.gebruiker.id,
            nu: t.klok.nu(),
          });
          await spoor(req, tx, d.dossier, 'wijzigen', pipId);
          return { pipId, versie };
        }),
      );
    },
  );
}

function wijzigen(app: App, t: Toepassing): void {
  app.patch(
    '/v1/dossiers/:dossierId/pips/:pipId',
    {
      config: { handeling: 'pip.opstellen' },
      schema: {
        tags,
        summary: 'Wijzigt velden van een concept; 409 als een ander eerder was',
        params: PipParams,
        body: WijzigVraag,
        response: { 200: WijzigAntwoord, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const { zaak } = await neemZaak(req, tx, t, req.params, 'wijzigen');
        const { pip, dossier } = zaak;
        const velden = Object.keys(req.body.inhoud) as (keyof typeof VELDNAMEN)[];
        await eisRevisie(tx, zaak, req.body.revisie);
        if (velden.length === 0) return { pipId: pip.pipId, revisie: pip.revisie };
        const revisie = pip.revisie + 1;
        await wijzigInhoud(tx, dossier, metWijziging(pip.inhoud, req.body.inhoud), {
          pipId: pip.pipId,
          revisie,
          medewerkerId: req.gebruiker.id,
          velden,
          nu: t.klok.nu(),
        });
        await spoor(req, tx, dossier, 'wijzigen', pip.pipId);
        return { pipId: pip.pipId, revisie };
      }),
  );
}

const feitVan = ({ lezing }: Pick<PipDossier, 'lezing'>, { pipId }: PipRij) =>
  lezing.g.alle('pip-vastgesteld').findLast((f) => f.inhoud.pipId === pipId);

/** Eén versie in de lijst, met de staat bij DUO. */
function regelVan(
  pip: PipRij,
  zaak: Pick<PipDossier, 'lezing'>,
  verzendingen: readonly VerzendStand[],
): PipRegel {
  const feit = feitVan(zaak, pip);
  const bezwaar =
    feit &&
    bezwaartermijn(
      { waarde: feit.inhoud.bekendgemaaktOp, bron: 'beschikking' },
      zaak.lezing.beleid.extraVrijeDagen,
    );
  const v = pipBericht(verzendingen, pip.pipId);
  const { inhoud, revisie: _, ...rest } = pip;
  return {
    ...rest,
    leerroute: inhoud.leerroute ?? null,
    geldend: geldendeId(zaak) === pip.pipId,
    bezwaarTotEnMet: bezwaar?.laatsteDag ?? null,
    duo: v
      ? {
          verzendingId: v.verzendingId,
          staat: v.staat,
          sinds: v.afgerondOp ?? v.gemaaktOp,
          pogingen: v.pogingen,
          foutteksten: v.foutteksten,
          doorOns: v.doorOns,
          laatsteFout: v.laatsteFout,
        }
      : null,
  };
}

/** Eén versie met alles wat erover te zeggen is voor deze gebruiker. */
function detailVan(
  req: FastifyRequest,
  zaak: PipZaak,
  verzendingen: readonly VerzendStand[],
  gevraagd: z.infer<typeof DagtekeningVraag>,
): PipDetail {
  const { pip, lezing } = zaak;
  const dag = pip.dagtekening ?? datum(gevraagd.dagtekening ?? zaak.vandaag);
  const bekend = feitVan(zaak, pip)?.inhoud.bekendgemaaktOp ?? gevraagd.bekendgemaaktOp;
  const controle = controleer(zaak, dag, bekend ? datum(bekend) : undefined);
  const mogelijk = (handeling: Parameters<typeof redenenTegen>[1]) => {
    const redenen = redenenTegen(zaak, handeling, req.gebruiker, controle);
    return { mag: redenen.length === 0, redenen };
  };
  const tegenVerwijderen = redenenTegenVerwijderen(zaak, verzendingen, req.gebruiker.id);
  return {
    ...regelVan(pip, zaak, verzendingen),
    dossierId: zaak.dossier.dossierId,
    revisie: pip.revisie,
    doelgroep: lezing.doelgroep.waarde,
    eerstePip: lezing.allereerstePip === undefined,
    teruggegeven: teruggegeven(zaak),
    vierOgen: waaromVierOgen(zaak, controle),
    inhoud: pip.inhoud,
    controle,
    handelingen: {
      wijzigen: mogelijk('wijzigen'),
      voorleggen: mogelijk('voorleggen'),
      terugnemen: { ...mogelijk('terugnemen'), redenNodig: !isVanZelf(zaak, req.gebruiker.id) },
      vaststellen: mogelijk('vaststellen'),
      intrekken: mogelijk('intrekken'),
      verwijderenBijDuo: { mag: tegenVerwijderen.length === 0, redenen: tegenVerwijderen },
    },
  };
}
