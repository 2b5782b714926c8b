import type { FastifyRequest } from 'fastify';
import { klokOp } from '../../rules/shared/klok.ts';
import type { Feit } from '../../rules/stand/feiten.ts';
import { kiesGeldend } from '../../rules/stand/geldend.ts';
import { mag } from '../../server/auth/rechten.ts';
import type { Tx } from '../../server/db/db.ts';
import { leesFeiten, legVast, type NieuwFeit, vergrendel } from '../../server/dossier/feiten.ts';
import { type GevondenDossier, vindDossier } from '../../server/dossier/vind.ts';
import { eenmalig } from '../../server/http/idempotentie.ts';
import { botsing, geweigerd, nietGevonden, problemen } from '../../server/http/probleem.ts';
import type { App, Routes, Toepassing } from '../../server/toepassing.ts';
import { antwoordzinnen } from '../intake/antwoord.read.ts';
import { DossierParams } from '../shared/dossier.schema.ts';
import { registreerAfdruk } from './afdruk/afdruk.routes.ts';
import { beeldVan, redenenBij, richtlijnenVan } from './route.beeld.ts';
import { FeitAntwoord, RouteAntwoord, StandpuntVraag, VrijePlaatsVraag } from './route.schema.ts';
import { leesAfdrukken } from './route.store.ts';
import { leesRoutezaak, toonPip } from './route.zaak.routes.ts';

const tags = ['Leerroutes'];

/** De afweging van de drie leerroutes: feiten, eigen woorden, motivering en het stuk voor een zitting. */
export const registreerRoute: Routes = (app, t) => {
  lezen(app, t);
  standpunt(app, t);
  vrijePlaats(app, t);
  registreerAfdruk(app, t);
};

function lezen(app: App, t: Toepassing): void {
  app.get(
    '/v1/dossiers/:dossierId/leerroutes',
    {
      config: { handeling: 'intake.lezen' },
      schema: {
        tags,
        summary:
          'Per leerroute wat ervoor en ertegen pleit, met bron, en wat nog niet is onderzocht',
        params: DossierParams,
        response: { 200: RouteAntwoord, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const d = await vindDossier(tx, req.params.dossierId);
        const { beleid, pip, bekend } = await leesRoutezaak(tx, t, d);
        const { gemeenteId, dossierId } = d;
        await req.spoor(tx, {
          handeling: 'lezen',
          objectSoort: 'leerroutes',
          gemeenteId,
          dossierId,
        });
        const magSchrijven = mag(req.gebruiker, 'pip.opstellen', gemeenteId);
        return {
          ...beeldVan(bekend),
          richtlijnen: richtlijnenVan(beleid),
          pip: pip ? toonPip(pip, magSchrijven) : null,
          redenen:
            pip?.staat === 'vastgesteld'
              ? []
              : redenenBij(pip?.inhoud, bekend, antwoordzinnen(bekend.l.g)),
          afdrukken: await leesAfdrukken(tx, d),
          mag: magSchrijven,
        };
      }),
  );
}

/** Houdt het dossier vast en leest wat er nu geldt van één soort. */
async function neemDossier(tx: Tx, t: Toepassing, dossierId: string) {
  const d = await vindDossier(tx, dossierId);
  await vergrendel(tx, d);
  const g = kiesGeldend(await leesFeiten(tx, d), klokOp(t.klok.vandaag()));
  return { d, g };
}

async function schrijf(
  req: FastifyRequest,
  tx: Tx,
  t: Toepassing,
  d: GevondenDossier,
  feit: NieuwFeit,
): Promise<{ feitId: string }> {
  const { gemeenteId, dossierId } = d;
  const door = { medewerkerId: req.gebruiker.id, nu: t.klok.nu(), vandaag: t.klok.vandaag() };
  const { ids } = await legVast(tx, d, [feit], door);
  const feitId = ids[0] as string;
  const objectSoort = feit.soort;
  await req.spoor(tx, {
    handeling: 'wijzigen',
    objectSoort,
    objectId: feitId,
    gemeenteId,
    dossierId,
  });
  return { feitId };
}

/** 409 als een ander intussen iets vastlegde. */
function keurGezien(nu: Feit | undefined, gezien: string | null, wat: string): void {
  if ((nu?.id ?? null) === gezien) return;
  if (!nu) throw nietGevonden('Wat u wijzigt');
  throw botsing({ wie: nu.door ?? nu.bron, wanneer: nu.vastgelegdOp, wat });
}

function standpunt(app: App, t: Toepassing): void {
  app.post(
    '/v1/dossiers/:dossierId/leerroutes/_standpunt',
    {
      config: { handeling: 'pip.opstellen' },
      schema: {
        tags,
        summary: 'Legt vast wat de persoon zelf van de routes vindt, in eigen woorden',
        params: DossierParams,
        body: StandpuntVraag,
        response: { 201: FeitAntwoord, ...problemen },
      },
    },
    async (req, reply) => {
      const { gezien, ...inhoud } = req.body;
      const antwoord = await req.inBereik((tx) =>
        eenmalig(req, tx, async () => {
          const { d, g } = await neemDossier(tx, t, req.params.dossierId);
          keurGezien(g.laatste('route-standpunt'), gezien, 'wat de persoon zelf vindt');
          return schrijf(req, tx, t, d, {
            soort: 'route-standpunt',
            inhoud,
            geldigOp: t.klok.vandaag(),
            bron: 'inburgeraar',
          });
        }),
      );
      return reply.code(201).send(antwoord);
    },
  );
}

function vrijePlaats(app: App, t: Toepassing): void {
  app.post(
    '/v1/dossiers/:dossierId/leerroutes/_vrije-plaats',
    {
      config: { handeling: 'pip.opstellen' },
      schema: {
        tags,
        summary: 'Legt vast wat een school over vrije plaatsen voor een route zei',
        params: DossierParams,
        body: VrijePlaatsVraag,
        response: { 201: FeitAntwoord, ...problemen },
      },
    },
    async (req, reply) => {
      const { op, ...inhoud } = req.body;
      if (op > t.klok.vandaag()) {
        throw geweigerd('Dit kan niet worden vastgelegd.', [
          {
            code: 'dag-in-toekomst',
            tekst: 'De dag waarop de school dit zei ligt in de toekomst.',
            veld: 'op',
          },
        ]);
      }
      const antwoord = await req.inBereik((tx) =>
        eenmalig(req, tx, async () => {
          const { d } = await neemDossier(tx, t, req.params.dossierId);
          const bron = 'medewerker' as const;
          return schrijf(req, tx, t, d, { soort: 'vrije-plaats', inhoud, geldigOp: op, bron });
        }),
      );
      return reply.code(201).send(antwoord);
    },
  );
}
