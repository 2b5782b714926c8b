import type { FastifyRequest } from 'fastify';
import { tolkkosten } from '../../../rules/tolk/kosten.ts';
import type { Tx } from '../../../server/db/db.ts';
import { vergrendel } from '../../../server/dossier/feiten.ts';
import { huidigePersoon, volledigeNaam } from '../../../server/dossier/stand.ts';
import { vindDossier } from '../../../server/dossier/vind.ts';
import { eenmalig } from '../../../server/http/idempotentie.ts';
import { geweigerd, nietGevonden, problemen } from '../../../server/http/probleem.ts';
import { nieuwId } from '../../../server/id.ts';
import type { App, Toepassing } from '../../../server/toepassing.ts';
import {
  AfspraakParams,
  BoekVerzoek,
  Inzet,
  NodigLijst,
  NodigVraag,
  TolkKeuze,
} from '../inzet.schema.ts';
import { tijdvak } from '../keuze.ts';
import { geboekteTolken, tolkenNaarWens } from '../tolken.read.ts';
import { zetTolkberichtKlaar } from './bericht/klaar.routes.ts';
import { leesInzet } from './bewaren.routes.ts';
import { boek, houdTolkVast } from './inzet.store.ts';
import { keurTolk } from './keur.routes.ts';
import { afsprakenZonderTolk } from './nodig.store.ts';
import { afspraakVan, leesPlek, type Plek, voorkeurVan } from './plek.routes.ts';
import { toonInzet } from './toon.ts';
import { registreerVoorkeur } from './voorkeur.routes.ts';

const tags = ['Tolken'];

/** Een tolk kiezen en boeken bij een afspraak, en de vaste tolk van een persoon. */
export function registreerKiezen(app: App, t: Toepassing): void {
  registreerNodig(app, t);
  registreerKeuze(app, t);
  registreerBoeken(app, t);
  registreerVoorkeur(app, t);
}

function registreerNodig(app: App, t: Toepassing): void {
  app.post(
    '/v1/tolkinzetten/_nodig',
    {
      config: { handeling: 'tolk.lezen' },
      schema: {
        tags,
        summary: 'Afspraken waar nog een tolk bij moet',
        body: NodigVraag,
        response: { 200: NodigLijst, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const { items, totaal } = await afsprakenZonderTolk(tx, t.klok.vandaag(), req.body);
        for (const gemeenteId of new Set(items.map((i) => i.gemeenteId))) {
          const eigen = items.filter((i) => i.gemeenteId === gemeenteId);
          const dossierIds = [...new Set(eigen.map((i) => i.dossierId))];
          const spoor = { handeling: 'zoeken', objectSoort: 'tolkinzet' } as const;
          await req.spoor(tx, { ...spoor, gemeenteId, dossierIds });
        }
        return { items, totaal, page: req.body.page, pageSize: req.body.pageSize };
      }),
  );
}

async function toonKeuze(
  tx: Tx,
  t: Toepassing,
  { dossierId, afspraakId }: { dossierId: string; afspraakId: string },
) {
  const plek = await leesPlek(tx, t, await vindDossier(tx, dossierId));
  const { gemeenteId } = plek.dossier;
  const a = afspraakVan(plek, afspraakId);
  const voorkeur = voorkeurVan(plek);
  const persoon = huidigePersoon(plek.feiten);
  const gevonden = a.taal
    ? await tolkenNaarWens(tx, gemeenteId, a, voorkeur)
    : { tolken: [], letOp: [] };
  const geboekt = (await geboekteTolken(tx, gemeenteId, [afspraakId])).get(afspraakId);
  const tolken = gevonden.tolken.map(({ vorm: _, tegenVoorkeur, ...tolk }) => ({
    ...tolk,
    bezwaren: [...tolk.bezwaren, ...(tegenVoorkeur ? (['geslacht'] as const) : [])],
  }));
  return {
    plek,
    antwoord: {
      dossierId: plek.dossier.dossierId,
      afspraakId,
      naam: persoon ? volledigeNaam(persoon) : 'Naam nog niet bekend',
      datum: a.datum,
      tijd: a.tijd,
      minuten: a.duurMinuten,
      plaats: a.plaats,
      taal: a.taal,
      voorkeur,
      geboekt: geboekt?.naam ?? null,
      letOp: gevonden.letOp,
      tolken,
    },
  };
}

function registreerKeuze(app: App, t: Toepassing): void {
  app.get(
    '/v1/dossiers/:dossierId/afspraken/:afspraakId/tolken',
    {
      config: { handeling: 'tolk.lezen' },
      schema: {
        tags,
        summary: 'Tolken die bij deze afspraak passen, met wat ertegen is',
        params: AfspraakParams,
        response: { 200: TolkKeuze, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const { plek, antwoord } = await toonKeuze(tx, t, req.params);
        const { gemeenteId, dossierId } = plek.dossier;
        const spoor = { handeling: 'lezen', objectSoort: 'tolkinzet' } as const;
        await req.spoor(tx, { ...spoor, gemeenteId, dossierId });
        return antwoord;
      }),
  );
}

/** Voor een afspraak die voorbij is, al een tolk heeft of niet doorgaat, wordt niemand geboekt. */
async function keurAfspraak(tx: Tx, t: Toepassing, plek: Plek, afspraakId: string) {
  const a = afspraakVan(plek, afspraakId);
  const weiger = (code: string, tekst: string): never => {
    throw geweigerd('Bij deze afspraak kan nu geen tolk worden geboekt.', [{ code, tekst }]);
  };
  if (plek.g.alle('afspraak-uitkomst').some((u) => u.inhoud.afspraakId === afspraakId))
    weiger('uitkomst-bekend', 'De afspraak heeft al een uitkomst.');
  if (a.datum < t.klok.vandaag()) weiger('dag-voorbij', 'De dag van deze afspraak is voorbij.');
  if (!a.taal) weiger('taal-onbekend', 'Er staat nog geen taal bij deze afspraak of persoon.');
  const geboekt = (await geboekteTolken(tx, plek.dossier.gemeenteId, [afspraakId])).get(afspraakId);
  if (geboekt) weiger('al-geboekt', `${geboekt.naam} is al geboekt. Zeg die eerst af.`);
  return a;
}

type Verzoek = { tolkId: string; vorm: 'aanwezig' | 'telefoon' | 'video'; overlegd: boolean };

async function boekTolk(
  req: FastifyRequest,
  tx: Tx,
  t: Toepassing,
  { dossierId: gevraagd, afspraakId }: { dossierId: string; afspraakId: string },
  v: Verzoek,
): Promise<Inzet> {
  const dossier = await vindDossier(tx, gevraagd);
  await houdTolkVast(tx, v.tolkId);
  await vergrendel(tx, dossier);
  const plek = await leesPlek(tx, t, dossier);
  const { groepId, ...a } = await keurAfspraak(tx, t, plek, afspraakId);
  const tolk = await keurTolk(
    tx,
    v.tolkId,
    { ...a, vorm: v.vorm },
    {
      overlegd: v.overlegd,
      geslacht: voorkeurVan(plek).geslacht ?? undefined,
      ...(groepId ? { groepId } : {}),
    },
  );
  if (!tolk.gemeenteIds.includes(dossier.gemeenteId)) throw nietGevonden('Deze tolk');
  const { uurtariefCent, reiskostenCent, minimumMinuten, annulerenUren, annulerenProcent } = tolk;
  const tarief = {
    uurtariefCent,
    reiskostenCent,
    minimumMinuten,
    annulerenUren,
    annulerenProcent,
  };
  const { gemeenteId, dossierId } = dossier;
  const inzetId = nieuwId();
  const { duurMinuten: minuten, ...rest } = a;
  await boek(
    tx,
    {
      ...rest,
      ...tijdvak(a),
      gemeenteId,
      dossierId,
      inzetId,
      tolkId: v.tolkId,
      afspraakId,
      groepId: groepId ?? null,
      vorm: v.vorm,
      minuten,
      reisMinuten: tolk.reisMinuten,
      tarief,
      kostenCent: tolkkosten(v.vorm, minuten, tarief).totaalCent,
    },
    { nu: t.klok.nu(), medewerkerId: req.gebruiker.id },
  );
  const spoor = { handeling: 'wijzigen', objectSoort: 'tolkinzet' } as const;
  await req.spoor(tx, { ...spoor, objectId: inzetId, gemeenteId, dossierId });
  const inzet = await leesInzet(tx, inzetId);
  const door = { nu: t.klok.nu(), medewerkerId: req.gebruiker.id };
  await zetTolkberichtKlaar(tx, t, 'geboekt', { plek, inzet, ...door });
  return toonInzet(await leesInzet(tx, inzetId), true);
}

function registreerBoeken(app: App, t: Toepassing): void {
  app.post(
    '/v1/dossiers/:dossierId/afspraken/:afspraakId/tolk',
    {
      config: { handeling: 'tolk.bewerken' },
      schema: {
        tags,
        summary: 'Een tolk boeken bij een afspraak',
        params: AfspraakParams,
        body: BoekVerzoek,
        response: { 201: Inzet, ...problemen },
      },
    },
    async (req, reply) => {
      const inzet = await req.inBereik((tx) =>
        eenmalig(req, tx, () => boekTolk(req, tx, t, req.params, req.body)),
      );
      return reply.code(201).send(inzet);
    },
  );
}
