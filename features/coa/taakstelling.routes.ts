import { isDeepStrictEqual } from 'node:util';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Datum } from '../../rules/shared/datum.ts';
import { klokOp } from '../../rules/shared/klok.ts';
import type { FeitInhoud } from '../../rules/stand/feiten.ts';
import { kiesGeldend } from '../../rules/stand/geldend.ts';
import { mag } from '../../server/auth/rechten.ts';
import type { Tx } from '../../server/db/db.ts';
import { leesFeiten, legVast, vergrendel } from '../../server/dossier/feiten.ts';
import { vNummer } from '../../server/dossier/nummers.ts';
import { openOfVindDossier } from '../../server/dossier/openen.ts';
import { nietGevonden, Probleem, problemen } from '../../server/http/probleem.ts';
import { nieuwId } from '../../server/id.ts';
import type { App, Toepassing } from '../../server/toepassing.ts';
import {
  KoppelAntwoord,
  KoppelVraag,
  TaakstellingAntwoord,
  TaakstellingVraag,
} from './coa.schema.ts';
import { bewaarTaakstelling, leesHalfjaren, leesWachtend } from './coa.store.ts';

const tags = ['COA'];
const EERSTE_KOPPELING = '2000-01-01';

async function toonTaakstelling(tx: Tx, req: FastifyRequest) {
  const { gemeenten, gebruiker } = req;
  return {
    items: await leesHalfjaren(tx, gemeenten),
    wacht: await leesWachtend(tx, gemeenten),
    mag: { wijzigen: gemeenten.some((g) => mag(gebruiker, 'coa.taakstelling', g)) },
  };
}

const fout = (name: string, reason: string) =>
  new Probleem(400, 'ongeldige-invoer', reason, {
    invalidParams: [{ name, code: 'ongeldig', reason }],
  });

function keurKoppeling(vraag: z.infer<typeof KoppelVraag>, vandaag: Datum): string {
  const nummer = vNummer(vraag.vNummer.replaceAll(/[\s.-]/g, ''));
  if (!nummer) throw fout('vNummer', 'Een V-nummer heeft hoogstens tien cijfers en geen letters.');
  if (vraag.op > vandaag) throw fout('op', 'De koppeling kan niet in de toekomst liggen.');
  if (vraag.op < EERSTE_KOPPELING)
    throw fout('op', 'Deze dag ligt te ver terug. Kijk het jaar na.');
  return nummer;
}

/** Legt een koppeling vast; staat precies deze er al, dan gebeurt er niets. */
async function koppel(
  tx: Tx,
  req: FastifyRequest,
  t: Toepassing,
  vraag: z.infer<typeof KoppelVraag>,
) {
  const { gemeenteId } = vraag;
  if (!req.gemeenten.includes(gemeenteId)) throw nietGevonden('Deze gemeente');
  const vandaag = t.klok.vandaag();
  const nummer = keurKoppeling(vraag, vandaag);
  const door = { medewerkerId: req.gebruiker.id, nu: t.klok.nu(), vandaag };
  const { dossierId, nieuw } = await openOfVindDossier(tx, { gemeenteId, vNummer: nummer }, door);
  const sleutel = { gemeenteId, dossierId };
  await vergrendel(tx, sleutel);
  const op = vraag.op as Datum;
  const inhoud: FeitInhoud['koppeling'] = { op, ...(vraag.azc ? { azc: vraag.azc } : {}) };
  const huidig = kiesGeldend(await leesFeiten(tx, sleutel), klokOp(vandaag)).laatste('koppeling');
  const vastgelegd = !huidig || !isDeepStrictEqual(huidig.inhoud, inhoud);
  if (vastgelegd) {
    const vervangt = huidig?.inhoud.op === op ? { vervangt: huidig.id } : {};
    const feit = {
      soort: 'koppeling',
      inhoud,
      geldigOp: op,
      bron: 'medewerker',
      ...vervangt,
    } as const;
    await legVast(tx, sleutel, [feit], door);
  }
  await req.spoor(tx, { handeling: 'wijzigen', objectSoort: 'koppeling', ...sleutel });
  return { dossierId, nieuw, vastgelegd };
}

function registreerKoppelen(app: App, t: Toepassing): void {
  app.post(
    '/v1/coa/koppelingen',
    {
      config: { handeling: 'coa.opnemen' },
      schema: {
        tags,
        summary: 'Met de hand vastleggen dat COA iemand aan de gemeente koppelde',
        body: KoppelVraag,
        response: { 200: KoppelAntwoord, ...problemen },
      },
    },
    (req) => req.inBereik((tx) => koppel(tx, req, t, req.body)),
  );
}

/** Koppeling met de hand, en de taakstelling per halfjaar. */
export function registreerTaakstelling(app: App, t: Toepassing): void {
  registreerKoppelen(app, t);
  app.get(
    '/v1/coa/taakstelling',
    {
      config: { handeling: 'coa.lezen' },
      schema: {
        tags,
        summary: 'Taakstelling per halfjaar, met wie is gekoppeld en gehuisvest',
        response: { 200: TaakstellingAntwoord, ...problemen },
      },
    },
    (req) => req.inBereik((tx) => toonTaakstelling(tx, req)),
  );

  app.put(
    '/v1/coa/taakstelling',
    {
      config: { handeling: 'coa.taakstelling' },
      schema: {
        tags,
        summary: 'De taakstelling van een halfjaar vastleggen; de vorige blijft bewaard',
        body: TaakstellingVraag,
        response: { 200: TaakstellingAntwoord, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const { gemeenteId, ...rest } = req.body;
        if (!req.gemeenten.includes(gemeenteId)) throw nietGevonden('Deze gemeente');
        const door = { nu: t.klok.nu(), medewerkerId: req.gebruiker.id };
        await bewaarTaakstelling(tx, { gemeenteId, id: nieuwId(), ...rest, ...door });
        const spoor = { handeling: 'wijzigen', objectSoort: 'taakstelling' } as const;
        await req.spoor(tx, { ...spoor, gemeenteId });
        return toonTaakstelling(tx, req);
      }),
  );
}
