import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Tx } from '../../../server/db/db.ts';
import { geweigerd, nietGevonden, Probleem, problemen } from '../../../server/http/probleem.ts';
import { nieuwId } from '../../../server/id.ts';
import type { App, Routes, Toepassing } from '../../../server/toepassing.ts';
import { LeesVraag, OntvangstAntwoord } from '../verhuizing.schema.ts';
import { leesGemeenten } from '../verhuizing.store.ts';
import { alsTekst, sha256 } from '../zaak.routes.ts';
import { dossierVan, schrijfOntvangst } from './overdracht.store.ts';
import { FORMAAT, Pakket, VERSIE } from './pakket.schema.ts';

const tags = ['Verhuizing'];
/** Tekst van 2 MB met aanhalingstekens eromheen. */
const BODY_LIMIET = 4_500_000;
const HOOGSTENS_FOUTEN = 20;

/** Een pakket dat als bestand komt. */
export const registreerInlezen: Routes = (app, t) => lezen(app, t);

const NIET_AANGENOMEN = 'Dit bestand is niet aangenomen.';

const onleesbaar = (redenen: { code: string; tekst: string }[]) =>
  new Probleem(400, 'onleesbaar', NIET_AANGENOMEN, { redenen });

/** De plek van een fout, zonder wat er stond. */
function foutenVan(fout: z.ZodError) {
  return fout.issues.slice(0, HOOGSTENS_FOUTEN).map((i) => ({
    code: 'vorm',
    tekst: `${i.path.map(String).join('.') || 'Het bestand'}: ${i.code === 'unrecognized_keys' ? 'hier staat een veld dat het formaat niet kent.' : i.message}`,
  }));
}

/** Leest de tekst van een bestand dat van wie dan ook kan komen. @throws Probleem 400 met elke fout en haar plek. */
export function leesBestand(tekst: string): Pakket {
  let ruw: unknown;
  try {
    ruw = JSON.parse(tekst.replace(/^\ufeff/, ''));
  } catch {
    throw onleesbaar([{ code: 'geen-json', tekst: 'Dit bestand is geen JSON.' }]);
  }
  const kop = ruw as { formaat?: unknown; versie?: unknown } | null;
  if (typeof kop !== 'object' || kop?.formaat !== FORMAAT) {
    throw onleesbaar([{ code: 'ander-formaat', tekst: 'Dit is geen overdracht van een dossier.' }]);
  }
  if (kop.versie !== VERSIE) {
    const tekst = `Dit bestand heeft een andere versie van het formaat; Meedoen leest versie ${VERSIE}.`;
    throw onleesbaar([{ code: 'andere-versie', tekst }]);
  }
  const uit = Pakket.safeParse(ruw);
  if (!uit.success) throw onleesbaar(foutenVan(uit.error));
  return uit.data;
}

function lezen(app: App, t: Toepassing): void {
  app.post(
    '/v1/verhuizingen/_lees',
    {
      bodyLimit: BODY_LIMIET,
      config: { handeling: 'verhuizing.behandelen' },
      schema: {
        tags,
        summary:
          'Een pakket van een andere gemeente als bestand ontvangen; er komt nog niets in een dossier',
        body: LeesVraag,
        response: { 201: OntvangstAntwoord, ...problemen },
      },
    },
    async (req, reply) => {
      const { gemeenteId, inhoud } = req.body;
      if (!req.gemeenten.includes(gemeenteId)) throw nietGevonden('Deze gemeente');
      const pakket = leesBestand(inhoud);
      await req.inBereik((tx) => ontvang(req, tx, t, gemeenteId, pakket));
      return reply.code(201).send({ overdrachtId: pakket.overdrachtId });
    },
  );
}

async function ontvang(
  req: FastifyRequest,
  tx: Tx,
  t: Toepassing,
  gemeenteId: string,
  pakket: Pakket,
): Promise<void> {
  const { overdrachtId, van, naar, persoon } = pakket;
  const gemeenten = await leesGemeenten(tx);
  const wij = gemeenten.find((g) => g.id === gemeenteId);
  if (naar.gemeentecode !== wij?.code) {
    const tekst =
      'Dit pakket is voor een andere gemeente gemaakt. Neem het niet over en meld het de afzender.';
    throw geweigerd(NIET_AANGENOMEN, [{ code: 'andere-gemeente', tekst }]);
  }
  const dossier = await dossierVan(tx, gemeenteId, persoon);
  const nieuw = await schrijfOntvangst(tx, {
    gemeenteId,
    id: nieuwId(),
    overdrachtId,
    vanCode: van.gemeentecode,
    // Wie het bestand maakte is niet bewezen: de afzender leest niet mee.
    vanGemeenteId: null,
    dossierId: dossier?.dossierId ?? null,
    pakket,
    sha256: sha256(alsTekst(pakket)),
    staat: 'ontvangen',
    nu: t.klok.nu(),
    medewerkerId: req.gebruiker.id,
    naam: req.gebruiker.naam,
  });
  if (!nieuw) {
    throw geweigerd(NIET_AANGENOMEN, [
      { code: 'al-ontvangen', tekst: 'Dit pakket is hier al ontvangen.' },
    ]);
  }
  await req.spoor(tx, {
    handeling: 'wijzigen',
    objectSoort: 'overdracht',
    objectId: overdrachtId,
    gemeenteId,
    ...(dossier ? { dossierId: dossier.dossierId } : {}),
  });
}
