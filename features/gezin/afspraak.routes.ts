import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { type Datum, plusDagen } from '../../rules/shared/datum.ts';
import { klokOp } from '../../rules/shared/klok.ts';
import type { FeitInhoud } from '../../rules/stand/feiten.ts';
import { kiesGeldend } from '../../rules/stand/geldend.ts';
import { mag } from '../../server/auth/rechten.ts';
import { zetBerichtKlaar } from '../../server/bericht/persoonsbericht.ts';
import type { Tx } from '../../server/db/db.ts';
import { leesFeiten, legVast, vergrendel } from '../../server/dossier/feiten.ts';
import { huidigePersoon, volledigeNaam } from '../../server/dossier/stand.ts';
import { vindDossier } from '../../server/dossier/vind.ts';
import { eenmalig } from '../../server/http/idempotentie.ts';
import { geweigerd, Probleem, problemen } from '../../server/http/probleem.ts';
import { nieuwId } from '../../server/id.ts';
import type { Routes, Toepassing } from '../../server/toepassing.ts';
import { DossierParams } from '../shared/dossier.schema.ts';
import { GezinsafspraakAntwoord, GezinsafspraakVerzoek } from './gezin.schema.ts';
import { gezinsdossiers, vastlegger } from './plek.routes.ts';

type Verzoek = z.output<typeof GezinsafspraakVerzoek>;
/** Verder vooruit wordt geen gesprek gepland; dan is het jaar verkeerd getypt. */
const HOOGSTENS_DAGEN_VOORUIT = 366;

const weiger = (detail: string, code: string, tekst: string, veld: string) =>
  geweigerd(detail, [{ code, tekst, veld }]);

function keurDag({ datum }: Verzoek, vandaag: Datum): void {
  if (datum < vandaag) {
    throw weiger('Deze dag is al voorbij.', 'dag-voorbij', 'Kies vandaag of later.', 'datum');
  }
  if (datum > plusDagen(vandaag, HOOGSTENS_DAGEN_VOORUIT)) {
    throw weiger('Deze dag is te ver weg.', 'dag-te-ver', 'Kies een dag binnen een jaar.', 'datum');
  }
}

async function keurWie(tx: Tx, dossierId: string, v: Verzoek, vandaag: Datum) {
  const d = await vindDossier(tx, dossierId);
  keurDag(v, vandaag);
  if (new Set(v.wie).size < 2 || new Set(v.wie).size < v.wie.length) {
    throw weiger(
      'Kies ten minste twee verschillende mensen.',
      'te-weinig',
      'Voor één persoon plant u een gewone afspraak in het eigen dossier.',
      'wie',
    );
  }
  const gezin = await gezinsdossiers(tx, d, vandaag);
  if (!v.wie.includes(d.dossierId) || v.wie.some((id) => !gezin.has(id))) {
    throw weiger(
      'Niet iedereen hoort bij dit gezin.',
      'geen-gezinslid',
      'Kies de persoon van dit dossier en mensen met wie een gezinsband is vastgelegd.',
      'wie',
    );
  }
  return d;
}

function keurRecht(req: FastifyRequest, v: Verzoek, gemeenteId: string): void {
  if (v.soort !== 'intakegesprek' || mag(req.gebruiker, 'intake.bewerken', gemeenteId)) return;
  throw new Probleem(
    403,
    'geen-recht',
    'Een intakegesprek plant wie de brede intake doet. Kies een ander soort afspraak.',
  );
}

/** Legt voor één lid de afspraak vast. @returns de naam als een gesprek alleen nog niet is aangeboden. */
async function voorLid(
  req: FastifyRequest,
  tx: Tx,
  t: Toepassing,
  wie: { gemeenteId: string; dossierId: string },
  afspraak: FeitInhoud['afspraak'],
): Promise<string | undefined> {
  const door = vastlegger(req, t);
  const feiten = await leesFeiten(tx, wie, ['persoon', 'overlijden', 'privegesprek']);
  const g = kiesGeldend(feiten, klokOp(door.vandaag));
  const persoon = huidigePersoon(feiten);
  const naam = persoon ? volledigeNaam(persoon) : 'naam nog niet bekend';
  if (g.laatste('overlijden')) {
    throw weiger(
      'Een van deze mensen is overleden.',
      'overleden',
      'Haal deze persoon uit de afspraak.',
      'wie',
    );
  }
  const { ids } = await legVast(
    tx,
    wie,
    [{ soort: 'afspraak', inhoud: afspraak, geldigOp: door.vandaag, bron: 'medewerker' }],
    door,
  );
  await req.spoor(tx, {
    handeling: 'wijzigen',
    objectSoort: 'afspraak',
    objectId: ids[0],
    ...wie,
  });
  const { afspraakId } = afspraak;
  await zetBerichtKlaar(tx, {
    ...wie,
    afspraakId,
    wat: 'uitnodiging',
    nu: door.nu,
    medewerkerId: door.medewerkerId,
  });
  return g.laatste('privegesprek')?.inhoud.aangeboden ? undefined : naam;
}

async function plan(req: FastifyRequest, tx: Tx, t: Toepassing, dossierId: string) {
  const v = req.body as Verzoek;
  const { vandaag } = vastlegger(req, t);
  const { gemeenteId } = await keurWie(tx, dossierId, v, vandaag);
  keurRecht(req, v, gemeenteId);
  const { wie: ids, ...moment } = v;
  // Steeds in dezelfde volgorde: wie van de andere kant begint, wacht niet op ons.
  const wie = ids.toSorted().map((id) => ({ gemeenteId, dossierId: id }));
  for (const lid of wie) await vergrendel(tx, lid);
  const groepId = nieuwId();
  const afspraken: { dossierId: string; afspraakId: string }[] = [];
  const privegesprekAanbieden: string[] = [];
  for (const lid of wie) {
    const afspraakId = nieuwId();
    const inhoud = { ...moment, afspraakId, groepId } as FeitInhoud['afspraak'];
    const naam = await voorLid(req, tx, t, lid, inhoud);
    afspraken.push({ dossierId: lid.dossierId, afspraakId });
    if (naam) privegesprekAanbieden.push(naam);
  }
  return { groepId, afspraken, privegesprekAanbieden };
}

/** Eén afspraak voor meer mensen van een gezin; ieder houdt een eigen uitkomst. */
export const registreerGezinsafspraak: Routes = (app, t) => {
  app.post(
    '/v1/dossiers/:dossierId/gezin/afspraken',
    {
      config: { handeling: 'plan.bewerken' },
      schema: {
        tags: ['Gezin'],
        summary: 'Een afspraak plannen voor meer mensen van het gezin tegelijk',
        params: DossierParams,
        body: GezinsafspraakVerzoek,
        response: { 201: GezinsafspraakAntwoord, ...problemen },
      },
    },
    async (req, reply) => {
      const gemaakt = await req.inBereik((tx) =>
        eenmalig(req, tx, () => plan(req, tx, t, req.params.dossierId)),
      );
      return reply.code(201).send(gemaakt);
    },
  );
};
