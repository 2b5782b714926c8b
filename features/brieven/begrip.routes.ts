import type { FastifyRequest } from 'fastify';
import type { Tx } from '../../server/db/db.ts';
import { legVast } from '../../server/dossier/feiten.ts';
import { vindDossier } from '../../server/dossier/vind.ts';
import { eenmalig } from '../../server/http/idempotentie.ts';
import { botsing, geweigerd, nietGevonden, problemen } from '../../server/http/probleem.ts';
import type { Routes, Toepassing } from '../../server/toepassing.ts';
import { vinderVan } from './brieven.jobs.ts';
import { BegrepenAntwoord, BegrepenVraag, PipBriefParams } from './brieven.schema.ts';
import { begripVan } from './set/begrip.ts';
import { bronVan, gelezen, leesGegevens, type Params } from './zaak.routes.ts';

type Begrip = ReturnType<typeof BegrepenVraag.parse>;

/** Legt vast wat iemand van het PIP begreep; alleen het geldende PIP, met de vragen die erbij horen. */
async function legBegripVast(req: FastifyRequest, tx: Tx, t: Toepassing, ids: Params, b: Begrip) {
  const dossier = await vindDossier(tx, ids.dossierId);
  const { lezing, gegevens } = await leesGegevens(tx, t, dossier);
  if (!gegevens.pips.some((f) => f.inhoud.pipId === ids.pipId)) {
    throw nietGevonden('Dit vastgestelde PIP');
  }
  if (gegevens.geldend !== ids.pipId) {
    throw geweigerd('Vraag naar het PIP dat nu geldt.', [
      { code: 'niet-geldend', tekst: 'Dit PIP geldt niet meer. Bespreek het PIP dat nu geldt.' },
    ]);
  }
  const vandaag = t.klok.vandaag();
  const bron = await bronVan(tx, t, dossier, ids.pipId);
  const vind = await vinderVan(tx, dossier.gemeenteId);
  const verwacht = begripVan(bron, vandaag, vind, 'nl').map((v) => v.id as string);
  if (b.antwoorden.some((a, i) => a.vraag !== verwacht[i])) {
    throw geweigerd('De vragen zijn intussen anders.', [
      {
        code: 'andere-vragen',
        tekst: 'Laad de bladzijde opnieuw: bij dit PIP horen nu andere vragen.',
      },
    ]);
  }
  keurGevolg(b);
  if (b.vorige) keurVorige(lezing.g.alle('pip-begrepen'), b.vorige, ids.pipId);
  const { vorige, ...inhoud } = b;
  const { ids: feitIds } = await legVast(
    tx,
    dossier,
    [
      {
        soort: 'pip-begrepen',
        inhoud: { pipId: ids.pipId, ...inhoud },
        geldigOp: vandaag,
        bron: 'medewerker',
        ...(vorige ? { vervangt: vorige } : {}),
      },
    ],
    { medewerkerId: req.gebruiker.id, nu: t.klok.nu(), vandaag },
  );
  await gelezen(req, tx, dossier, 'wijzigen');
  return { feitId: feitIds[0] as string };
}

/** Wie iets niet begreep, hoort een vervolg te krijgen. */
function keurGevolg({ antwoorden, vervolg }: Begrip): void {
  if (vervolg || antwoorden.every((a) => a.oordeel === 'begrepen')) return;
  throw geweigerd('Spreek af hoe het verder gaat.', [
    {
      code: 'vervolg-ontbreekt',
      tekst: 'Niet alles is begrepen. Schrijf op wat u doet om het duidelijk te maken.',
      veld: 'vervolg',
    },
  ]);
}

function keurVorige(
  gesprekken: readonly {
    id: string;
    door?: string | undefined;
    vastgelegdOp: string;
    inhoud: { pipId: string };
  }[],
  vorige: string,
  pipId: string,
): void {
  const laatste = gesprekken.findLast((f) => f.inhoud.pipId === pipId);
  if (!laatste) throw nietGevonden('Het vorige gesprek hierover');
  if (laatste.id === vorige) return;
  throw botsing({
    wie: laatste.door ?? 'Iemand anders',
    wanneer: laatste.vastgelegdOp,
    wat: 'wat de persoon van het PIP begreep',
  });
}

/** Nagaan of iemand het PIP begrijpt. */
export const registreerBegrip: Routes = (app, t) => {
  app.post(
    '/v1/dossiers/:dossierId/brieven/:pipId/begrepen',
    {
      config: { handeling: 'pip.opstellen' },
      schema: {
        tags: ['Brieven'],
        summary: 'Vastleggen of iemand het PIP begrijpt: drie vragen terug',
        params: PipBriefParams,
        body: BegrepenVraag,
        response: { 201: BegrepenAntwoord, ...problemen },
      },
    },
    async (req, reply) => {
      const antwoord = await req.inBereik((tx) =>
        eenmalig(req, tx, () => legBegripVast(req, tx, t, req.params, req.body)),
      );
      return reply.code(201).send(antwoord);
    },
  );
};
