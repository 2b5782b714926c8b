import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Datum } from '../../../rules/shared/datum.ts';
import type { Tx } from '../../../server/db/db.ts';
import { legVast, type NieuwFeit } from '../../../server/dossier/feiten.ts';
import { isBsn, vNummer } from '../../../server/dossier/nummers.ts';
import { openOfVindDossier } from '../../../server/dossier/openen.ts';
import { volledigeNaam } from '../../../server/dossier/stand.ts';
import { zoeksleutels } from '../../../server/dossier/zoeken/zoeksleutels.ts';
import { eenmalig } from '../../../server/http/idempotentie.ts';
import { geweigerd, nietGevonden, Probleem, problemen } from '../../../server/http/probleem.ts';
import type { App, Toepassing } from '../../../server/toepassing.ts';
import { zoekDubbelen } from '../dossier.read.ts';
import { DubbelenAntwoord, GeopendAntwoord } from '../dossier.schema.ts';
import {
  DubbelenVraag,
  laatsteGeboorte,
  NieuwDossierVraag,
  vroegsteGeboorte,
} from './invoer.schema.ts';
import { keur, keurGeboorte, nietInToekomst, vastlegger } from './vastleggen.routes.ts';

function keurGemeente(req: FastifyRequest, gemeenteId: string): void {
  if (!req.gemeenten.includes(gemeenteId)) throw nietGevonden('Deze gemeente');
}

type NieuwDossier = z.output<typeof NieuwDossierVraag>;

/** Wie eerder aan een gemeente werd gekoppeld, valt niet onder deze wet; dan is het jaar verkeerd getypt. */
const EERSTE_KOPPELING = '2000-01-01';

/** Controleert wat het schema niet kan: nummers met hun proef, en datums tegen vandaag. */
function keurNieuw(vraag: NieuwDossier, vandaag: Datum) {
  const bsn = vraag.bsn?.replaceAll(/[\s.]/g, '') || undefined;
  const nummer = vraag.vNummer ? vNummer(vraag.vNummer) : undefined;
  keur([
    bsn !== undefined &&
      !isBsn(bsn) && {
        name: 'bsn',
        code: 'elfproef',
        reason:
          'Dit is geen burgerservicenummer: het heeft negen cijfers en voldoet aan de elfproef.',
      },
    vraag.vNummer !== undefined &&
      vraag.vNummer !== '' &&
      nummer === undefined && {
        name: 'vNummer',
        code: 'v-nummer',
        reason: 'Een V-nummer heeft hoogstens tien cijfers en geen letters.',
      },
    !bsn &&
      !vraag.vNummer && {
        name: 'vNummer',
        code: 'ontbreekt',
        reason: 'Vul een V-nummer of een burgerservicenummer in.',
      },
    nietInToekomst('koppeling.op', vraag.koppeling?.op, vandaag),
    (vraag.koppeling?.op ?? EERSTE_KOPPELING) < EERSTE_KOPPELING && {
      name: 'koppeling.op',
      code: 'te-vroeg',
      reason: 'Deze dag ligt te ver terug. Kijk het jaar na.',
    },
    keurGeboorte('persoon.geboorte', vraag.persoon.geboorte, vandaag),
    vraag.koppeling !== undefined &&
      vraag.koppeling.op < (vroegsteGeboorte(vraag.persoon.geboorte) ?? '') && {
        name: 'koppeling.op',
        code: 'voor-geboorte',
        reason: 'De koppeling kan niet vóór de geboorte liggen.',
      },
  ]);
  return { ...(bsn ? { bsn } : {}), ...(nummer ? { vNummer: nummer } : {}) };
}

type Persoon = NieuwDossier['persoon'];

function dubbelenVan(tx: Tx, gemeenteId: string, persoon: Persoon) {
  const naam = volledigeNaam(persoon as Parameters<typeof volledigeNaam>[0]);
  const sleutels = zoeksleutels(naam).filter((s) => s.startsWith('~'));
  const jaar = laatsteGeboorte(persoon.geboorte)?.slice(0, 4);
  return zoekDubbelen(tx, gemeenteId, sleutels, jaar);
}

async function keurDubbelen(tx: Tx, vraag: NieuwDossier): Promise<void> {
  const anders = new Set(vraag.nietDezelfde);
  const lijken = await dubbelenVan(tx, vraag.gemeenteId, vraag.persoon);
  const open = lijken.filter((d) => !anders.has(d.dossierId));
  if (open.length === 0) return;
  // Geen namen in een fouttekst; het scherm vraagt ze op met _dubbelen.
  const redenen = open.map((d) => ({
    code: 'mogelijk-dubbel',
    tekst: 'Er is al een dossier met een naam en geboortejaar die hierop lijken.',
    actie: `/inburgeraars/${d.dossierId}`,
  }));
  throw new Probleem(409, 'mogelijk-dubbel', 'Mogelijk bestaat dit dossier al.', { redenen });
}

function eersteFeiten(vraag: NieuwDossier, vandaag: Datum): NieuwFeit[] {
  const { persoon, koppeling, taal, contact } = vraag;
  const basis = { geldigOp: vandaag, bron: 'medewerker' } as const;
  const inhoud = persoon as Extract<NieuwFeit, { soort: 'persoon' }>['inhoud'];
  const feiten: NieuwFeit[] = [{ soort: 'persoon', inhoud, ...basis }];
  if (koppeling) {
    const op = koppeling.op as Datum;
    const azc = koppeling.azc ? { azc: koppeling.azc } : {};
    feiten.push({ soort: 'koppeling', inhoud: { op, ...azc }, ...basis, geldigOp: op });
  }
  if (taal) feiten.push({ soort: 'taal', inhoud: taal, ...basis });
  if (contact?.telefoon || contact?.email)
    feiten.push({ soort: 'contact', inhoud: contact, ...basis });
  return feiten;
}

async function opent(req: FastifyRequest, t: Toepassing, tx: Tx, vraag: NieuwDossier) {
  keurGemeente(req, vraag.gemeenteId);
  const door = vastlegger(req, t);
  const nummers = keurNieuw(vraag, door.vandaag);
  const { gemeenteId } = vraag;
  const { dossierId, nieuw, tegenstrijdig } = await openOfVindDossier(
    tx,
    { gemeenteId, ...nummers },
    door,
  );
  if (!nieuw || tegenstrijdig) {
    throw geweigerd('Er is al een dossier met dit nummer.', [
      {
        code: 'bestaat-al',
        tekst: 'Open het bestaande dossier en vul het daar aan.',
        actie: `/inburgeraars/${tegenstrijdig ?? dossierId}`,
      },
    ]);
  }
  await keurDubbelen(tx, vraag);
  const sleutel = { gemeenteId, dossierId };
  await legVast(tx, sleutel, eersteFeiten(vraag, door.vandaag), door);
  await req.spoor(tx, {
    handeling: 'wijzigen',
    objectSoort: 'dossier',
    objectId: dossierId,
    ...sleutel,
  });
  return { dossierId };
}

/** Een dossier met de hand openen. */
export function registreerNieuw(app: App, t: Toepassing): void {
  app.post(
    '/v1/dossiers',
    {
      config: { handeling: 'dossier.openen' },
      schema: {
        tags: ['Dossier'],
        summary: 'Een dossier met de hand openen, bijvoorbeeld voor iemand in een azc',
        body: NieuwDossierVraag,
        response: { 201: GeopendAntwoord, ...problemen },
      },
    },
    async (req, reply) => {
      const geopend = await req.inBereik((tx) =>
        eenmalig(req, tx, () => opent(req, t, tx, req.body)),
      );
      return reply.code(201).header('location', `/v1/dossiers/${geopend.dossierId}`).send(geopend);
    },
  );
  app.post(
    '/v1/dossiers/_dubbelen',
    {
      config: { handeling: 'dossier.openen' },
      schema: {
        tags: ['Dossier'],
        summary: 'Dossiers die op deze naam en dit geboortejaar lijken',
        body: DubbelenVraag,
        response: { 200: DubbelenAntwoord, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const { gemeenteId, persoon } = req.body;
        keurGemeente(req, gemeenteId);
        const items = await dubbelenVan(tx, gemeenteId, persoon);
        const dossierIds = items.map((i) => i.dossierId);
        await req.spoor(tx, {
          handeling: 'zoeken',
          objectSoort: 'dossier',
          gemeenteId,
          dossierIds,
        });
        return { items };
      }),
  );
}
