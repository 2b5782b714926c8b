import type { FastifyRequest } from 'fastify';
import { type Datum, plusDagen } from '../../rules/shared/datum.ts';
import { mag } from '../../server/auth/rechten.ts';
import { houdZittingenVast } from '../../server/bericht/toetsplek.ts';
import type { Tx } from '../../server/db/db.ts';
import { eenmalig } from '../../server/http/idempotentie.ts';
import { botsing, geweigerd, problemen } from '../../server/http/probleem.ts';
import { nieuwId } from '../../server/id.ts';
import type { App, Toepassing } from '../../server/toepassing.ts';
import { redenenTegen } from './begeleiders/begeleider.routes.ts';
import { leesBegeleidersVan } from './begeleiders/begeleider.store.ts';
import { leesPlekken, toonDetail } from './deelnemers/beeld.routes.ts';
import { zonderUitkomst } from './deelnemers/deelnemer.routes.ts';
import { type Handeling, na } from './staten.ts';
import { vindZitting } from './vind.routes.ts';
import { planVolgen, volgZitting } from './volgen.jobs.ts';
import {
  AfgelastVerzoek,
  HoudVerzoek,
  NieuweZitting,
  ZittingDetail,
  ZittingParams,
  ZittingWijziging,
} from './zitting.schema.ts';
import {
  laatsteHand,
  nieuweVelden,
  voegZittingToe,
  wijzigZitting,
  type ZittingRij,
} from './zitting.store.ts';

const tags = ['Leerbaarheidstoets'];
/** Verder vooruit wordt geen zitting gepland; dan is het jaar verkeerd getypt. */
const HOOGSTENS_DAGEN_VOORUIT = 366;

/** Een zitting plannen, verzetten, houden en afgelasten. */
export function registreerPlannen(app: App, t: Toepassing): void {
  registreerNieuw(app, t);
  registreerWijzigen(app, t);
  registreerHouden(app, t);
  registreerAfgelasten(app, t);
}

function keurDag(datum: string, vandaag: Datum): void {
  const weiger = (code: string, tekst: string): never => {
    throw geweigerd('Op deze dag kan geen zitting worden gepland.', [
      { code, tekst, veld: 'datum' },
    ]);
  };
  if (datum < vandaag) weiger('dag-voorbij', 'Kies vandaag of een latere dag.');
  if (datum > plusDagen(vandaag, HOOGSTENS_DAGEN_VOORUIT))
    weiger('dag-te-ver', 'Kies een dag binnen een jaar.');
}

/** Wie de toets afneemt is getraind en bij DUO geregistreerd op de dag zelf (Regeling inburgering 2021 art. 5.1). */
async function keurBegeleiders(
  tx: Tx,
  gemeenteId: string,
  ids: readonly string[],
  dag: Datum,
): Promise<{ id: string; naam: string }[]> {
  const gevonden = await leesBegeleidersVan(tx, gemeenteId, ids);
  if (gevonden.length !== new Set(ids).size) {
    throw geweigerd('Kies een andere toetsbegeleider.', [
      {
        code: 'begeleider-onbekend',
        tekst: 'Deze toetsbegeleider hoort niet bij de gemeente die de zitting houdt.',
        veld: 'begeleiderIds',
      },
    ]);
  }
  const redenen = gevonden.flatMap((b) =>
    redenenTegen(b, dag).map((tekst) => ({
      code: 'begeleider-niet-bevoegd',
      tekst,
      veld: 'begeleiderIds',
    })),
  );
  if (redenen.length > 0)
    throw geweigerd('Deze toetsbegeleider mag de toets op die dag niet afnemen.', redenen);
  return gevonden.map((b) => ({ id: b.begeleiderId, naam: b.naam }));
}

function registreerNieuw(app: App, t: Toepassing): void {
  app.post(
    '/v1/toetszittingen',
    {
      config: { handeling: 'toets.plannen' },
      schema: {
        tags,
        summary: 'Een zitting van de leerbaarheidstoets plannen',
        body: NieuweZitting,
        response: { 201: ZittingDetail, ...problemen },
      },
    },
    async (req, reply) => {
      const { body } = req;
      const vreemd = [body.gemeenteId, ...body.gemeenteIds].some((g) => !req.gemeenten.includes(g));
      if (vreemd) {
        throw geweigerd('U kunt niet voor al deze gemeenten een zitting plannen.', [
          {
            code: 'gemeente-niet-van-u',
            tekst: 'Kies alleen gemeenten waarvoor u de intake doet.',
            veld: 'gemeenteIds',
          },
        ]);
      }
      keurDag(body.datum, t.klok.vandaag());
      const detail = await req.inBereik((tx) =>
        eenmalig(req, tx, async () => {
          const wie = await keurBegeleiders(tx, body.gemeenteId, body.begeleiderIds, body.datum);
          const id = nieuwId();
          const door = { nu: t.klok.nu(), medewerkerId: req.gebruiker.id };
          await voegZittingToe(tx, id, body, wie, door);
          await spoor(req, tx, id, body.gemeenteId);
          return toonDetail(req, tx, t, id);
        }),
      );
      return reply.code(201).send(detail);
    },
  );
}

const spoor = (req: FastifyRequest, tx: Tx, objectId: string, gemeenteId: string) =>
  req.spoor(tx, { handeling: 'wijzigen', objectSoort: 'toetszitting', objectId, gemeenteId });

/** De zitting, vastgehouden, als de gebruiker haar houdt en de handeling nu kan. */
async function opent(
  req: FastifyRequest,
  tx: Tx,
  t: Toepassing,
  zittingId: string,
  handeling: Handeling,
): Promise<ZittingRij> {
  await houdZittingenVast(tx, [zittingId]);
  const zitting = await vindZitting(tx, zittingId, t.klok.vandaag());
  if (!mag(req.gebruiker, 'toets.plannen', zitting.gemeenteId)) {
    throw geweigerd('U kunt deze zitting niet wijzigen.', [
      { code: 'zitting-van-ander', tekst: `${zitting.gemeente} houdt deze zitting.` },
    ]);
  }
  if (!na(zitting.staat, handeling)) {
    throw geweigerd('Dit kan niet meer met deze zitting.', [
      { code: 'staat', tekst: `De zitting is al ${zitting.staat}.` },
    ]);
  }
  return zitting;
}

/** Bewaart, en laat de afspraken volgen: zelf waar dat mag, anders door achtergrondwerk. */
async function bewaar(
  req: FastifyRequest,
  tx: Tx,
  t: Toepassing,
  { gemeenteId, zittingId, gemeenteIds }: ZittingRij,
  revisie: number,
  wijziging: Parameters<typeof wijzigZitting>[2],
) {
  const door = { nu: t.klok.nu(), vandaag: t.klok.vandaag(), medewerkerId: req.gebruiker.id };
  if (!(await wijzigZitting(tx, { gemeenteId, zittingId, revisie }, wijziging, door))) {
    const laatste = await laatsteHand(tx, zittingId);
    throw botsing({
      wie: laatste?.wie ?? 'een collega',
      wanneer: laatste?.wanneer ?? door.nu,
      wat: 'de zitting',
    });
  }
  const zelf = gemeenteIds.filter((g) => req.gemeenten.includes(g));
  const nu = await vindZitting(tx, zittingId, door.vandaag);
  const gedaan = await volgZitting(tx, nu, zelf, door);
  await planVolgen(
    tx,
    zittingId,
    gemeenteIds.filter((g) => !zelf.includes(g)),
  );
  await spoor(req, tx, zittingId, gemeenteId);
  for (const [g, dossierIds] of gedaan) {
    const deel = { handeling: 'wijzigen', objectSoort: 'toetszitting' } as const;
    await req.spoor(tx, { ...deel, objectId: zittingId, gemeenteId: g, dossierIds });
  }
  return toonDetail(req, tx, t, zittingId);
}

function registreerWijzigen(app: App, t: Toepassing): void {
  app.put(
    '/v1/toetszittingen/:zittingId',
    {
      config: { handeling: 'toets.plannen' },
      schema: {
        tags,
        summary: 'Een zitting verzetten of wijzigen; wie is uitgenodigd krijgt bericht',
        params: ZittingParams,
        body: ZittingWijziging,
        response: { 200: ZittingDetail, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const zitting = await opent(req, tx, t, req.params.zittingId, 'wijzigen');
        const { revisie, ...velden } = req.body;
        keurWijziging(zitting, velden, t.klok.vandaag());
        const { gemeenteId } = zitting;
        const wie = await keurBegeleiders(tx, gemeenteId, velden.begeleiderIds, velden.datum);
        return bewaar(req, tx, t, zitting, revisie, nieuweVelden(velden, wie));
      }),
  );
}

function keurWijziging(
  zitting: ZittingRij,
  velden: { datum: string; laptops: number },
  vandaag: Datum,
): void {
  if (zitting.datum < vandaag) {
    throw geweigerd('De dag van deze zitting is voorbij.', [
      { code: 'dag-voorbij', tekst: 'Leg eerst vast wie er was.' },
    ]);
  }
  keurDag(velden.datum, vandaag);
  if (velden.laptops < zitting.bezet) {
    throw geweigerd('Er zijn meer mensen uitgenodigd dan er dan laptops zijn.', [
      {
        code: 'te-weinig-laptops',
        tekst: `Er zijn al ${zitting.bezet} plekken vergeven.`,
        veld: 'laptops',
      },
    ]);
  }
  if (zitting.vorm === 'individueel' && velden.laptops !== 1) {
    throw geweigerd('Een toets alleen heeft één laptop.', [
      { code: 'een-laptop', tekst: 'Plan voor een groep een nieuwe zitting.', veld: 'laptops' },
    ]);
  }
}

function registreerHouden(app: App, t: Toepassing): void {
  app.post(
    '/v1/toetszittingen/:zittingId/_houden',
    {
      config: { handeling: 'toets.plannen' },
      schema: {
        tags,
        summary: 'Vastleggen dat de zitting is gehouden; daarna is het wachten op DUO',
        params: ZittingParams,
        body: HoudVerzoek,
        response: { 200: ZittingDetail, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const zitting = await opent(req, tx, t, req.params.zittingId, 'houden');
        const { zittingId } = zitting;
        const plekken = await leesPlekken(tx, t, zittingId, req.gemeenten);
        const open = zonderUitkomst(
          plekken.map((p) => p.plek),
          zittingId,
        );
        const weiger = (code: string, tekst: string): never => {
          throw geweigerd('De zitting is nog niet klaar.', [{ code, tekst }]);
        };
        if (zitting.datum > t.klok.vandaag())
          weiger('nog-niet-geweest', 'Dit kan vanaf de dag van de zitting.');
        if (open > 0)
          weiger(
            'uitkomst-eerst',
            `Van ${open} ${open === 1 ? 'deelnemer' : 'deelnemers'} staat er nog niet of die er was.`,
          );
        return bewaar(req, tx, t, zitting, req.body.revisie, { staat: 'gehouden' });
      }),
  );
}

function registreerAfgelasten(app: App, t: Toepassing): void {
  app.post(
    '/v1/toetszittingen/:zittingId/_afgelasten',
    {
      config: { handeling: 'toets.plannen' },
      schema: {
        tags,
        summary: 'Een zitting afgelasten; iedereen die is uitgenodigd krijgt bericht',
        params: ZittingParams,
        body: AfgelastVerzoek,
        response: { 200: ZittingDetail, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const zitting = await opent(req, tx, t, req.params.zittingId, 'afgelasten');
        const { reden, revisie } = req.body;
        return bewaar(req, tx, t, zitting, revisie, { staat: 'afgelast', reden });
      }),
  );
}
