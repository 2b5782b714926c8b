import { z } from 'zod';
import type { Datum } from '../../../rules/shared/datum.ts';
import { klokOp } from '../../../rules/shared/klok.ts';
import { kiesGeldend } from '../../../rules/stand/geldend.ts';
import type { Tx } from '../../../server/db/db.ts';
import { type DossierSleutel, leesFeiten, legVast } from '../../../server/dossier/feiten.ts';
import { vindDossier } from '../../../server/dossier/vind.ts';
import { eenmalig } from '../../../server/http/idempotentie.ts';
import { nietGevonden, problemen } from '../../../server/http/probleem.ts';
import type { App, Toepassing } from '../../../server/toepassing.ts';
import { DossierParams } from '../../shared/dossier.schema.ts';
import { VastgelegdAntwoord } from '../dossier.schema.ts';
import { DerdeInformatieVraag, NotitieVraag, OntvangenVraag } from './invoer.schema.ts';
import { keur, nietInToekomst, vastlegger } from './vastleggen.routes.ts';

/** Notities van de mensen die met dit dossier werken. */
export function registreerNotities(app: App, t: Toepassing): void {
  app.post(
    '/v1/dossiers/:dossierId/notities',
    {
      config: { handeling: 'dossier.bewerken' },
      schema: {
        tags: ['Dossier'],
        summary: 'Een notitie toevoegen; gezondheid en geloof horen hier niet',
        params: DossierParams,
        body: NotitieVraag,
        response: { 201: VastgelegdAntwoord, ...problemen },
      },
    },
    async (req, reply) => {
      const antwoord = await req.inBereik((tx) =>
        eenmalig(req, tx, async () => {
          const d = await vindDossier(tx, req.params.dossierId);
          const door = vastlegger(req, t);
          const { gemeenteId, dossierId } = d;
          await legVast(
            tx,
            d,
            [{ soort: 'notitie', inhoud: req.body, geldigOp: door.vandaag, bron: 'medewerker' }],
            door,
          );
          await req.spoor(tx, {
            handeling: 'wijzigen',
            objectSoort: 'notitie',
            dossierId,
            gemeenteId,
          });
          return { dossierId, revisie: d.revisie + 1 };
        }),
      );
      return reply.code(201).send(antwoord);
    },
  );
}

async function openVraag(tx: Tx, d: DossierSleutel, feitId: string, vandaag: Datum) {
  const geldend = kiesGeldend(await leesFeiten(tx, d, ['derde-informatie']), klokOp(vandaag));
  const feit = geldend.alle('derde-informatie').find((f) => f.id === feitId);
  if (!feit) throw nietGevonden('Deze vraag aan een derde');
  return feit;
}

/** Informatie die van een derde wordt gevraagd, en dat zij er is. */
export function registreerDerden(app: App, t: Toepassing): void {
  registreerGevraagd(app, t);
  registreerOntvangen(app, t);
}

function registreerGevraagd(app: App, t: Toepassing): void {
  app.post(
    '/v1/dossiers/:dossierId/derde-informatie',
    {
      config: { handeling: 'dossier.bewerken' },
      schema: {
        tags: ['Dossier'],
        summary:
          'Vastleggen dat informatie van een derde is gevraagd (Besluit inburgering art. 5.3 lid 2)',
        params: DossierParams,
        body: DerdeInformatieVraag,
        response: { 201: VastgelegdAntwoord, ...problemen },
      },
    },
    async (req, reply) => {
      const antwoord = await req.inBereik((tx) =>
        eenmalig(req, tx, async () => {
          const d = await vindDossier(tx, req.params.dossierId);
          const door = vastlegger(req, t);
          const feit = { inhoud: req.body, geldigOp: door.vandaag, bron: 'medewerker' } as const;
          await legVast(tx, d, [{ soort: 'derde-informatie', ...feit }], door);
          const { gemeenteId, dossierId } = d;
          const objectSoort = 'derde-informatie';
          await req.spoor(tx, { handeling: 'wijzigen', objectSoort, dossierId, gemeenteId });
          return { dossierId, revisie: d.revisie + 1 };
        }),
      );
      return reply.code(201).send(antwoord);
    },
  );
}

function registreerOntvangen(app: App, t: Toepassing): void {
  app.post(
    '/v1/dossiers/:dossierId/derde-informatie/:feitId/_ontvangen',
    {
      config: { handeling: 'dossier.bewerken' },
      schema: {
        tags: ['Dossier'],
        summary: 'Vastleggen dat de gevraagde informatie er is',
        params: DossierParams.extend({ feitId: z.uuid() }),
        body: OntvangenVraag,
        response: { 200: VastgelegdAntwoord, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const d = await vindDossier(tx, req.params.dossierId);
        const door = vastlegger(req, t);
        const ontvangenOp = req.body.ontvangenOp as Datum;
        const vraag = await openVraag(tx, d, req.params.feitId, door.vandaag);
        keur([
          nietInToekomst('ontvangenOp', ontvangenOp, door.vandaag),
          ontvangenOp < vraag.geldigOp && {
            name: 'ontvangenOp',
            code: 'voor-vraag',
            reason: 'Dit kan niet eerder zijn ontvangen dan het is gevraagd.',
          },
        ]);
        await legVast(
          tx,
          d,
          [
            {
              soort: 'derde-informatie',
              inhoud: { ...vraag.inhoud, ontvangenOp },
              // Het verzoek zelf blijft de dag waarop de opschorting begon.
              geldigOp: vraag.geldigOp,
              bron: 'medewerker',
              vervangt: vraag.id,
            },
          ],
          door,
        );
        const { gemeenteId, dossierId } = d;
        const objectSoort = 'derde-informatie';
        await req.spoor(tx, { handeling: 'wijzigen', objectSoort, dossierId, gemeenteId });
        return { dossierId, revisie: d.revisie + 1 };
      }),
  );
}
