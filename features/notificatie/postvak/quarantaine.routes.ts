import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Tx } from '../../../server/db/db.ts';
import { legVast } from '../../../server/dossier/feiten.ts';
import { vindDossier } from '../../../server/dossier/vind.ts';
import { geweigerd, nietGevonden, problemen } from '../../../server/http/probleem.ts';
import { nieuwId } from '../../../server/id.ts';
import type { App, Routes, Toepassing } from '../../../server/toepassing.ts';
import { planVerzending } from '../../../server/uitbox.ts';
import { planWerk } from '../../../server/werk.ts';
import { omschrijvingVan } from '../gebeurtenissen.ts';
import { RuwBericht } from '../notificatie.schema.ts';
import { leesBericht } from '../notificatie.store.ts';
import { wachtrijVan } from '../nummers.jobs.ts';
import {
  Afgeschermd,
  Afschermen,
  Besluit,
  QuarantaineLijst,
  QuarantaineRegel,
} from './quarantaine.schema.ts';
import {
  besluit,
  isOnderweg,
  leesHerkenbaar,
  leesQuarantaine,
  leesQuarantaines,
  metOpgegaan,
  type Quarantaine,
  schermAf,
  telInhoud,
  toonAfgeschermd,
  wachtendeMeldingen,
  wisPersoon,
} from './quarantaine.store.ts';
import { maakVerklaring } from './verklaring.routes.ts';

const Params = z.object({ quarantaineId: z.uuid() });

/** Mensen die DUO ten onrechte stuurde: afschermen, vrijgeven, wissen. */
export const registreerQuarantaine: Routes = (app, t) => {
  afschermen(app, t);
  tonen(app);
  vrijgeven(app, t);
  wissen(app, t);
};

function afschermen(app: App, t: Toepassing): void {
  app.post(
    '/v1/berichten/:berichtId/_afschermen',
    {
      config: { handeling: 'postvak.behandelen' },
      schema: {
        tags: ['Postvak'],
        summary: 'Het dossier van iemand die DUO ten onrechte stuurde afschermen voor iedereen',
        params: z.object({ berichtId: z.uuid() }),
        body: Afschermen,
        response: { 200: Afgeschermd, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const bericht = await leesBericht(tx, req.params.berichtId, true);
        if (!bericht) throw nietGevonden('Deze melding');
        if (!bericht.dossierId) {
          throw geweigerd('Er is niets af te schermen.', [
            { code: 'geen-dossier', tekst: 'Bij deze melding hoort nog geen dossier.' },
          ]);
        }
        const { gemeenteId, dossierId } = await vindDossier(tx, bericht.dossierId);
        const dossierIds = await metOpgegaan(tx, gemeenteId, dossierId);
        await keurTekst(tx, { gemeenteId, dossierIds }, 'toelichting', req.body.toelichting);
        const id = nieuwId();
        await schermAf(tx, {
          gemeenteId,
          id,
          dossierId,
          dossierIds,
          ...req.body,
          gebeurtenisId: bericht.gebeurtenisId,
          afgeschermdOp: t.klok.nu(),
          doorId: req.gebruiker.id,
        });
        await spoor(req, tx, { gemeenteId, id, dossierId });
        return { quarantaineId: id };
      }),
  );
}

/** Een toelichting blijft na het wissen bewaard: een naam of nummer van de persoon mag er niet in staan. */
async function keurTekst(
  tx: Tx,
  wie: Pick<Quarantaine, 'gemeenteId' | 'dossierIds'>,
  veld: string,
  tekst: string,
): Promise<void> {
  const laag = tekst.toLowerCase();
  const woorden = new Set(laag.split(/[^\p{L}\d]+/u));
  const herkenbaar = (await leesHerkenbaar(tx, wie)).some((w) => woorden.has(w));
  if (!herkenbaar && !/\d{8,}/.test(laag.replaceAll(/[\s.-]/g, ''))) return;
  throw geweigerd('Deze tekst kan niet worden bewaard.', [
    {
      code: 'herkenbaar',
      veld,
      tekst: 'Hierin staat een naam of nummer van de persoon. Laat dat weg.',
    },
  ]);
}

type Plek = Pick<Quarantaine, 'gemeenteId' | 'id' | 'dossierId'>;

const spoor = (
  req: FastifyRequest,
  tx: Tx,
  { gemeenteId, id, dossierId }: Plek,
  handeling: 'lezen' | 'wijzigen' = 'wijzigen',
) => req.spoor(tx, { handeling, objectSoort: 'quarantaine', objectId: id, gemeenteId, dossierId });

async function alsRegel(tx: Tx, q: Quarantaine): Promise<QuarantaineRegel> {
  const inhoud = q.staat === 'open' ? await telInhoud(tx, q) : undefined;
  return {
    id: q.id,
    gemeenteId: q.gemeenteId,
    gemeente: q.gemeente,
    staat: q.staat,
    reden: q.reden,
    toelichting: q.toelichting,
    gebeurtenis: q.gebeurtenisId && `${q.gebeurtenisId} ${omschrijvingVan(q.gebeurtenisId)}`,
    afgeschermdOp: q.afgeschermdOp,
    afgeschermdDoor: q.afgeschermdDoor,
    besluit: q.besluit,
    beslotenOp: q.beslotenOp,
    beslotenDoor: q.beslotenDoor,
    naam: inhoud?.naam ?? null,
    aantalFeiten: inhoud?.feiten ?? null,
    aantalDocumenten: inhoud?.documenten ?? null,
    aantalMeldingen: inhoud?.meldingen ?? null,
  };
}

function tonen(app: App): void {
  app.get(
    '/v1/quarantaine',
    {
      config: { handeling: 'quarantaine.behandelen' },
      schema: {
        tags: ['Postvak'],
        summary: 'Wie is afgeschermd, wat open is eerst',
        response: { 200: QuarantaineLijst, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        await toonAfgeschermd(tx);
        const items: QuarantaineRegel[] = [];
        for (const q of await leesQuarantaines(tx)) {
          items.push(await alsRegel(tx, q));
          if (q.staat === 'open') await spoor(req, tx, q, 'lezen');
        }
        return { items };
      }),
  );
}

/** De open quarantaine, vergrendeld. @throws Probleem 404, of 409 als er al is beslist. */
async function vindOpen(tx: Tx, id: string): Promise<Quarantaine> {
  await toonAfgeschermd(tx);
  const q = await leesQuarantaine(tx, id, true);
  if (!q) throw nietGevonden('Deze quarantaine');
  if (q.staat === 'open') return q;
  throw geweigerd('Hierover is al beslist.', [
    { code: 'al-besloten', tekst: `Het dossier is ${q.staat} door ${q.beslotenDoor}.` },
  ]);
}

function vrijgeven(app: App, t: Toepassing): void {
  app.post(
    '/v1/quarantaine/:quarantaineId/_vrijgeven',
    {
      config: { handeling: 'quarantaine.behandelen' },
      schema: {
        tags: ['Postvak'],
        summary: 'Een afgeschermd dossier weer laten zien; wat wachtte gaat verder',
        params: Params,
        body: Besluit,
        response: { 200: QuarantaineRegel, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const q = await vindOpen(tx, req.params.quarantaineId);
        await keurTekst(tx, q, 'besluit', req.body.besluit);
        const op = t.klok.nu();
        await besluit(tx, q, { staat: 'vrijgegeven', ...req.body, op, doorId: req.gebruiker.id });
        await hervat(tx, t, q);
        await spoor(req, tx, q);
        return alsRegel(tx, (await leesQuarantaine(tx, q.id)) as Quarantaine);
      }),
  );
}

/** De Stand wordt bijgewerkt; meldingen die binnenkwamen en berichten die klaarstonden gaan alsnog. */
async function hervat(tx: Tx, t: Toepassing, q: Quarantaine): Promise<void> {
  const { gemeenteId, dossierId } = q;
  await legVast(tx, { gemeenteId, dossierId }, [], { nu: t.klok.nu(), vandaag: t.klok.vandaag() });
  await planVerzending(tx, { gemeenteId, dossierId });
  for (const { id, ruw } of await wachtendeMeldingen(tx, q)) {
    const wachtrij = wachtrijVan(gemeenteId, RuwBericht.parse(ruw).inhoud);
    const sleutel = `duo-bericht:${id}`;
    await planWerk(
      tx,
      'duo_bericht_verwerken',
      { gemeenteId, berichtId: id },
      { sleutel, wachtrij },
    );
  }
}

function wissen(app: App, t: Toepassing): void {
  app.post(
    '/v1/quarantaine/:quarantaineId/_wissen',
    {
      config: { handeling: 'quarantaine.behandelen' },
      schema: {
        tags: ['Postvak'],
        summary: 'Alles van een afgeschermde persoon wissen; een verklaring zonder gegevens blijft',
        params: Params,
        body: Besluit,
        response: { 200: QuarantaineRegel, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const q = await vindOpen(tx, req.params.quarantaineId);
        await keurTekst(tx, q, 'besluit', req.body.besluit);
        if (await isOnderweg(tx, q)) {
          throw geweigerd('Er is nog een bericht op weg naar DUO.', [
            { code: 'onderweg', tekst: 'Wacht tot DUO heeft geantwoord en wis dan.' },
          ]);
        }
        const tellingen = await wisPersoon(tx, q);
        const { gebruiker } = req;
        const op = t.klok.nu();
        const verklaring = maakVerklaring(q, { ...req.body, op, door: gebruiker.naam, tellingen });
        const hash = createHash('sha256').update(JSON.stringify(verklaring)).digest('hex');
        await besluit(tx, q, {
          staat: 'gewist',
          besluit: req.body.besluit,
          op,
          doorId: gebruiker.id,
          tellingen: verklaring.tellingen,
          hash,
        });
        await spoor(req, tx, q);
        return alsRegel(tx, (await leesQuarantaine(tx, q.id)) as Quarantaine);
      }),
  );
}
