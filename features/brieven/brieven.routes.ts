import { mag } from '../../server/auth/rechten.ts';
import type { Tx } from '../../server/db/db.ts';
import { vindDossier } from '../../server/dossier/vind.ts';
import { geweigerd, nietGevonden, problemen } from '../../server/http/probleem.ts';
import type { App, Routes, Toepassing } from '../../server/toepassing.ts';
import { planWerk } from '../../server/werk.ts';
import { DossierParams } from '../shared/dossier.schema.ts';
import type { Taal } from '../shared/talen.schema.ts';
import { registreerBegrip } from './begrip.routes.ts';
import { toonSets } from './brieven.beeld.ts';
import { vinderVan } from './brieven.jobs.ts';
import {
  BrievenAntwoord,
  MaakAntwoord,
  MaakVraag,
  PipBriefParams,
  TekstAntwoord,
  TekstVraag,
} from './brieven.schema.ts';
import { begripVan } from './set/begrip.ts';
import { delenVan } from './set/inhoud.ts';
import { alinea, sleutelsVan, zetDeel } from './set/zetten.ts';
import { vastgesteldeTeksten } from './teksten.read.ts';
import { bronVan, gelezen, leesGegevens, type Params } from './zaak.routes.ts';

async function toonTekst(tx: Tx, t: Toepassing, ids: Params, taal: Taal): Promise<TekstAntwoord> {
  const dossier = await vindDossier(tx, ids.dossierId);
  const bron = await bronVan(tx, t, dossier, ids.pipId);
  const vind = await vinderVan(tx, dossier.gemeenteId);
  const delen = delenVan(bron);
  const teksten = await vastgesteldeTeksten(tx, dossier.gemeenteId);
  return {
    taal,
    staat: teksten.staatVan('brieven', taal, sleutelsVan(delen)),
    delen: delen.map((deel) => zetDeel(vind, taal, deel)),
    inleiding: alinea(vind, taal, { sleutel: 'begrip.inleiding' }),
    vragen: begripVan(bron, t.klok.vandaag(), vind, taal),
  };
}

/** Laat de set maken, of er een taal bij. */
async function vraagSet(tx: Tx, t: Toepassing, ids: Params, taal: Taal | undefined) {
  const dossier = await vindDossier(tx, ids.dossierId);
  const { gegevens } = await leesGegevens(tx, t, dossier);
  const set = toonSets(gegevens).find((s) => s.pipId === ids.pipId);
  if (!set) throw nietGevonden('Dit vastgestelde PIP');
  if (set.staat === 'bezig' || (set.staat === 'wacht' && !taal)) {
    throw geweigerd('De brieven worden al gemaakt.', [
      { code: 'al-bezig', tekst: 'Wacht tot de brieven klaar zijn. Dat duurt meestal kort.' },
    ]);
  }
  if (set.staat === 'klaar' && (!taal || taal === 'nl' || set.talen.includes(taal))) {
    throw geweigerd('Deze brieven zijn er al.', [
      {
        code: 'al-gemaakt',
        tekst: 'Een brief die is gemaakt, verandert niet meer. Kies een andere taal.',
      },
    ]);
  }
  const { gemeenteId, dossierId } = dossier;
  const opdracht = { gemeenteId, dossierId, pipId: ids.pipId, ...(taal ? { taal } : {}) };
  await planWerk(tx, 'brievenset', opdracht, {
    wachtrij: `brieven:${dossierId}`,
    sleutel: `brievenset:${ids.pipId}:${taal ?? ''}`,
  });
  return dossier;
}

/** De brieven bij elk vastgesteld PIP van een dossier. */
export const registreerBrieven: Routes = (app, t) => {
  app.get(
    '/v1/dossiers/:dossierId/brieven',
    {
      config: { handeling: 'pip.lezen' },
      schema: {
        tags: ['Brieven'],
        summary:
          'De set brieven per PIP: beschikking, gewone taal, beeld en vertaling, en wat mist',
        params: DossierParams,
        response: { 200: BrievenAntwoord, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const dossier = await vindDossier(tx, req.params.dossierId);
        await gelezen(req, tx, dossier);
        const { lezing, gegevens } = await leesGegevens(tx, t, dossier);
        return {
          taal: {
            code: gegevens.taal ?? null,
            gesprekstaal: gegevens.gesprekstaal ?? null,
            tolkNodig: lezing.g.laatste('taal')?.inhoud.tolkNodig ?? false,
          },
          mag: { maken: mag(req.gebruiker, 'pip.opstellen', dossier.gemeenteId) },
          sets: toonSets(gegevens),
        };
      }),
  );
  registreerTekst(app, t);
  registreerMaken(app, t);
  registreerBegrip(app, t);
};

function registreerTekst(app: App, t: Toepassing): void {
  app.get(
    '/v1/dossiers/:dossierId/brieven/:pipId/tekst',
    {
      config: { handeling: 'pip.lezen' },
      schema: {
        tags: ['Brieven'],
        summary: 'Het PIP in gewone taal, om voor te lezen, met drie vragen om terug te vragen',
        params: PipBriefParams,
        querystring: TekstVraag,
        response: { 200: TekstAntwoord, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        await gelezen(req, tx, await vindDossier(tx, req.params.dossierId));
        return toonTekst(tx, t, req.params, req.query.taal);
      }),
  );
}

function registreerMaken(app: App, t: Toepassing): void {
  app.post(
    '/v1/dossiers/:dossierId/brieven/:pipId/_maak',
    {
      config: { handeling: 'pip.opstellen' },
      schema: {
        tags: ['Brieven'],
        summary: 'Laat de brieven maken, of er een taal bij',
        params: PipBriefParams,
        body: MaakVraag,
        response: { 202: MaakAntwoord, ...problemen },
      },
    },
    async (req, reply) => {
      await req.inBereik(async (tx) => {
        const dossier = await vraagSet(tx, t, req.params, req.body.taal);
        await gelezen(req, tx, dossier, 'wijzigen');
      });
      return reply.code(202).send({ gevraagd: true });
    },
  );
}
