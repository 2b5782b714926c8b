import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Datum } from '../../../rules/shared/datum.ts';
import type { Tx } from '../../../server/db/db.ts';
import { bewaarBrief, leesGemeente, leesMedewerker } from '../../../server/dossier/brief.ts';
import { huidigePersoon } from '../../../server/dossier/stand.ts';
import { eenmalig } from '../../../server/http/idempotentie.ts';
import { geweigerd, problemen } from '../../../server/http/probleem.ts';
import { nieuwId } from '../../../server/id.ts';
import { LetterError, renderLetter } from '../../../server/letters.ts';
import type { Routes, Toepassing } from '../../../server/toepassing.ts';
import { briefRedenen, kenmerkVan, partijenVan } from '../../shared/brief.schema.ts';
import { DossierParams } from '../../shared/dossier.schema.ts';
import { doelenVan } from '../doelen.read.ts';
import { maakPlan, taalVanPersoon } from '../plan.beeld.routes.ts';
import { AfdrukAntwoord, AfdrukVraag } from '../plan.schema.ts';
import { verschilSinds } from '../verschil.routes.ts';
import { neemZaak, type Zaak } from '../zaak.routes.ts';
import { delenInhoud, planInhoud } from './afdruk.gegevens.ts';
import { DelenBrief, PlanBrief } from './afdruk.schema.ts';

type Vraag = z.output<typeof AfdrukVraag>;

const SOORTEN = {
  plan: { sjabloon: 'features/plan/afdruk/plan.typ', titel: 'Mijn plan', schema: PlanBrief },
  delen: {
    sjabloon: 'features/plan/afdruk/delen.typ',
    titel: 'Wie krijgt welke gegevens van u?',
    schema: DelenBrief,
  },
} as const;

async function partijen(req: FastifyRequest, tx: Tx, { d, feiten, l, door }: Zaak, id: string) {
  const bron = {
    gemeente: await leesGemeente(tx, d.gemeenteId),
    persoon: huidigePersoon(feiten),
    // Het plan gaat in het gesprek mee; een geheim adres hoeft er dus niet op.
    adres: undefined,
    ondertekenaar: req.gebruiker,
    klantmanager: await leesMedewerker(tx, d.klantmanagerId ?? req.gebruiker.id),
  };
  const redenen = briefRedenen(bron);
  if (redenen.length > 0) throw geweigerd('Het stuk kan niet worden gemaakt.', redenen);
  return {
    ...partijenVan(bron),
    kenmerk: kenmerkVan('PIP', id, door.vandaag),
    dagtekening: door.vandaag,
    grondslag: [l.pip ? 'Artikel 15 van de Wet inburgering 2021' : 'Wet inburgering 2021'],
  };
}

function inhoudVan(zaak: Zaak, { soort, sinds }: Vraag): object {
  const { l, door } = zaak;
  const plan = maakPlan(l, door.vandaag, {
    mag: { bewerken: true, pip: true, afdrukken: true },
    regievoerder: null,
    doelen: doelenVan(l.g),
    links: new Map(),
  });
  if (soort === 'delen') return delenInhoud(plan);
  return planInhoud(plan, verschilSinds(zaak, sinds as Datum | undefined), taalVanPersoon(l.g));
}

async function maakAfdruk(req: FastifyRequest, tx: Tx, t: Toepassing, dossierId: string) {
  const vraag = req.body as Vraag;
  const zaak = await neemZaak(req, tx, t, dossierId);
  const { sjabloon, titel, schema } = SOORTEN[vraag.soort];
  const documentId = nieuwId();
  const keuring = schema.safeParse({
    ...(await partijen(req, tx, zaak, documentId)),
    ...inhoudVan(zaak, vraag),
  });
  if (!keuring.success) {
    throw geweigerd(
      'Het stuk kan niet worden gemaakt.',
      keuring.error.issues.map((i) => ({
        code: 'stuk-onvolledig',
        tekst: `In het stuk klopt '${i.path.join('.')}' niet: ${i.message}.`,
      })),
    );
  }
  const brief = await renderLetter({
    template: sjabloon,
    data: keuring.data,
    title: titel,
    lang: 'nl',
    standard: 'ua-1',
  }).catch((fout: unknown) => {
    if (!(fout instanceof LetterError) || fout.fault !== 'teken-ontbreekt') throw fout;
    throw geweigerd('Het stuk kan niet worden gemaakt.', [
      { code: 'teken-ontbreekt', tekst: `${fout.message}. Haal dit teken uit de tekst.` },
    ]);
  });
  await bewaarBrief(tx, zaak.d, {
    ...brief,
    id: documentId,
    soort: 'plan',
    titel,
    medewerkerId: req.gebruiker.id,
    nu: zaak.door.nu,
    herkomst: { sjabloon, gegevens: keuring.data },
    ...(vraag.soort === 'plan' ? { taal: taalVanPersoon(zaak.l.g) } : {}),
  });
  await req.spoor(tx, {
    handeling: 'wijzigen',
    objectSoort: 'document',
    objectId: documentId,
    dossierId: zaak.d.dossierId,
    gemeenteId: zaak.d.gemeenteId,
  });
  return { documentId };
}

/** Het plan en het overzicht van wat wij delen, op papier. */
export const registreerAfdruk: Routes = (app, t) => {
  app.post(
    '/v1/dossiers/:dossierId/plan/afdrukken',
    {
      config: { handeling: 'plan.bewerken' },
      schema: {
        tags: ['Plan'],
        summary: 'Het plan of het overzicht van gedeelde gegevens als stuk voor de persoon',
        params: DossierParams,
        body: AfdrukVraag,
        response: { 201: AfdrukAntwoord, ...problemen },
      },
    },
    async (req, reply) => {
      const gemaakt = await req.inBereik((tx) =>
        eenmalig(req, tx, () => maakAfdruk(req, tx, t, req.params.dossierId)),
      );
      return reply.code(201).send(gemaakt);
    },
  );
};
