import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Datum } from '../../rules/shared/datum.ts';
import { klokOp } from '../../rules/shared/klok.ts';
import { bepaalStand } from '../../rules/stand/bepaal-stand.ts';
import type { Feit } from '../../rules/stand/feiten.ts';
import { kiesGeldend } from '../../rules/stand/geldend.ts';
import { type Bewaard, type Stand, toonStand } from '../../rules/stand/stand.ts';
import { type Handeling, mag } from '../../server/auth/rechten.ts';
import type { Tx } from '../../server/db/db.ts';
import { leesBeleid } from '../../server/dossier/beleid.ts';
import { type DossierSleutel, leesFeiten } from '../../server/dossier/feiten.ts';
import { huidigePersoon } from '../../server/dossier/stand.ts';
import { type GevondenDossier, vindDossier } from '../../server/dossier/vind.ts';
import { nietGevonden, Probleem, problemen } from '../../server/http/probleem.ts';
import type { Routes } from '../../server/toepassing.ts';
import { DossierParams } from '../shared/dossier.schema.ts';
import { zichtbareSoorten } from './delen.ts';
import { feitenVastgelegdTot, leesKop, leesKort, leesSamengevoegd } from './dossier.read.ts';
import { GegevensAntwoord, GezinAntwoord } from './dossier.schema.ts';
import { geboorteInWoorden } from './feittekst.ts';
import { DatumInvoer } from './invoer/invoer.schema.ts';
import {
  KOPFEITEN,
  kopUitStand,
  leeftijdOp,
  maakGegevens,
  maakGezin,
  metDagen,
  voorstelMetDagen,
} from './kop.ts';
import { KopAntwoord, NummersAntwoord, StandAntwoord } from './stand.schema.ts';

/** De opgeschreven Stand, of een verse als er sindsdien een dag is gepasseerd die iets verandert. */
async function standVanVandaag(
  tx: Tx,
  sleutel: DossierSleutel,
  rij: { stand: Bewaard<Stand>; volgendeWijziging: Datum | null },
  vandaag: Datum,
): Promise<Bewaard<Stand>> {
  if (rij.stand.peildatum <= vandaag && (!rij.volgendeWijziging || vandaag < rij.volgendeWijziging))
    return rij.stand;
  const beleid = await leesBeleid(tx, sleutel.gemeenteId, vandaag);
  return toonStand(bepaalStand(await leesFeiten(tx, sleutel), beleid, vandaag));
}

function magVan(req: FastifyRequest, gemeenteId: string) {
  const kan = (handeling: Handeling) => mag(req.gebruiker, handeling, gemeenteId);
  return {
    inzien: kan('dossier.inzien'),
    intake: kan('intake.lezen'),
    gezondheid: kan('gezondheid.lezen'),
    pip: kan('pip.lezen'),
    traject: kan('traject.lezen'),
    plan: kan('plan.lezen'),
    besluiten: kan('besluit.lezen'),
    bewerken: kan('dossier.bewerken'),
    toewijzen: kan('dossier.toewijzen'),
    samenvoegen: kan('dossier.openen'),
    toonNummers: kan('dossier.toon-bsn'),
    logboek: kan('logboek.lezen'),
  };
}

async function bouwKop(tx: Tx, req: FastifyRequest, d: GevondenDossier, vandaag: Datum) {
  const rechten = magVan(req, d.gemeenteId);
  const [rij, feiten, samengevoegd] = await Promise.all([
    leesKop(tx, d),
    leesFeiten(tx, d, KOPFEITEN),
    rechten.inzien ? leesSamengevoegd(tx, d) : [],
  ]);
  if (!rij) throw nietGevonden('Dit dossier');
  const stand = await standVanVandaag(tx, d, rij, vandaag);
  const geldend = kiesGeldend(feiten, klokOp(vandaag));
  const persoon = huidigePersoon(feiten);
  const taal = geldend.laatste('taal')?.inhoud;
  return {
    dossierId: d.dossierId,
    revisie: d.revisie,
    naam: rij.naam,
    geboorte: persoon ? geboorteInWoorden(persoon.geboorte) : '',
    leeftijd: leeftijdOp(persoon?.geboorte, vandaag),
    nationaliteit: persoon?.nationaliteit ?? null,
    overleden: geldend.alle('overlijden').length > 0,
    geheimhouding: persoon?.geheimhouding ?? false,
    inOnderzoek: persoon?.inOnderzoek ?? false,
    gemeente: { id: d.gemeenteId, code: rij.gemeentecode, naam: rij.gemeentenaam },
    klantmanager: rij.klantmanagerId
      ? { id: rij.klantmanagerId, naam: rij.klantmanagerNaam ?? '' }
      : null,
    gesprekstaal: taal?.gesprekstaal ?? null,
    tolkNodig: taal?.tolkNodig ?? false,
    aantalGezinsleden: geldend.perSleutel('gezin', (i) => i.anderDossierId).length,
    nummers: { bsn: d.bsn !== null, vNummer: d.vNummer !== null },
    ...kopUitStand(stand, vandaag, rechten.inzien),
    uitgesteldTot: rij.uitgesteldTot,
    samengevoegd,
    mag: rechten,
  };
}

async function standOp(tx: Tx, sleutel: DossierSleutel, peildatum: Datum, vandaag: Datum) {
  const alle = await leesFeiten(tx, sleutel);
  let feiten = alle;
  if (peildatum < vandaag) {
    const bekend = await feitenVastgelegdTot(tx, sleutel, peildatum);
    feiten = alle.filter((f) => bekend.has(f.id) && f.geldigOp <= peildatum);
  }
  const beleid = await leesBeleid(tx, sleutel.gemeenteId, peildatum);
  const stand = toonStand(bepaalStand(feiten, beleid, peildatum));
  return {
    ...stand,
    aantalFeiten: feiten.length,
    termijnen: stand.termijnen.map((t) => metDagen(t, peildatum)),
    voorstellen: stand.voorstellen.map((v) => voorstelMetDagen(v, peildatum)),
  };
}

/** Relatie per dossier; wie intussen is samengevoegd staat er onder het dossier dat bleef. */
async function volgSamengevoegd(tx: Tx, d: DossierSleutel, banden: readonly Feit<'gezin'>[]) {
  const perDossier = new Map<string, Feit<'gezin'>['inhoud']['relatie']>();
  for (const { inhoud } of banden) {
    const { dossierId } = await vindDossier(tx, inhoud.anderDossierId);
    if (dossierId !== d.dossierId) perDossier.set(dossierId, inhoud.relatie);
  }
  return perDossier;
}

/** Spoor van het lezen van één deel van een dossier. */
export function gelezen(req: FastifyRequest, tx: Tx, d: DossierSleutel, objectSoort: string) {
  const { gemeenteId, dossierId } = d;
  return req.spoor(tx, { handeling: 'lezen', objectSoort, dossierId, gemeenteId });
}

/** Kop, nummers, Stand, gegevens en gezin van één dossier. */
export const registreerDossier: Routes = (app, t) => {
  registreerKop(app, t);
  registreerStand(app, t);
  registreerGegevens(app, t);
};

const registreerKop: Routes = (app, t) => {
  app.get(
    '/v1/dossiers/:dossierId',
    {
      config: { handeling: 'dossier.lezen' },
      schema: {
        tags: ['Dossier'],
        summary: 'Kop van een dossier: wie, waar in de keten, termijnen, voorstel',
        params: DossierParams,
        response: { 200: KopAntwoord, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const d = await vindDossier(tx, req.params.dossierId);
        await gelezen(req, tx, d, 'dossier');
        return bouwKop(tx, req, d, t.klok.vandaag());
      }),
  );
  app.post(
    '/v1/dossiers/:dossierId/_toon-bsn',
    {
      config: { handeling: 'dossier.toon-bsn' },
      schema: {
        tags: ['Dossier'],
        summary: 'Burgerservicenummer en V-nummer; elke keer een eigen regel in het logboek',
        params: DossierParams,
        response: { 200: NummersAntwoord, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const d = await vindDossier(tx, req.params.dossierId);
        await gelezen(req, tx, d, 'bsn');
        return { bsn: d.bsn, vNummer: d.vNummer };
      }),
  );
};

const registreerStand: Routes = (app, t) => {
  app.get(
    '/v1/dossiers/:dossierId/stand',
    {
      config: { handeling: 'dossier.inzien' },
      schema: {
        tags: ['Dossier'],
        summary: 'De hele Stand met verklaringen, nu of zoals zij op een dag bekend was',
        params: DossierParams,
        querystring: z.object({ peildatum: DatumInvoer.optional() }),
        response: { 200: StandAntwoord, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const d = await vindDossier(tx, req.params.dossierId);
        const vandaag = t.klok.vandaag();
        const peildatum = (req.query.peildatum as Datum | undefined) ?? vandaag;
        if (peildatum > vandaag) {
          throw new Probleem(400, 'peildatum-toekomst', 'De peildatum ligt in de toekomst.', {
            invalidParams: [
              { name: 'peildatum', code: 'toekomst', reason: 'Kies vandaag of een eerdere dag.' },
            ],
          });
        }
        await gelezen(req, tx, d, 'stand');
        return standOp(tx, d, peildatum, vandaag);
      }),
  );
};

const registreerGegevens: Routes = (app, t) => {
  app.get(
    '/v1/dossiers/:dossierId/gegevens',
    {
      config: { handeling: 'dossier.lezen' },
      schema: {
        tags: ['Dossier'],
        summary: 'Geldende gegevens van de persoon met bron; adres, contact en taal',
        params: DossierParams,
        response: { 200: GegevensAntwoord, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const d = await vindDossier(tx, req.params.dossierId);
        await gelezen(req, tx, d, 'gegevens');
        const zicht = zichtbareSoorten(req.gebruiker, d.gemeenteId);
        const geldend = kiesGeldend(await leesFeiten(tx, d), klokOp(t.klok.vandaag()));
        return maakGegevens(geldend, zicht, mag(req.gebruiker, 'dossier.inzien', d.gemeenteId));
      }),
  );
  app.get(
    '/v1/dossiers/:dossierId/gezinsbanden',
    {
      config: { handeling: 'dossier.inzien' },
      schema: {
        tags: ['Dossier'],
        summary: 'Gezinsleden met een eigen dossier in dezelfde gemeente',
        params: DossierParams,
        response: { 200: GezinAntwoord, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const d = await vindDossier(tx, req.params.dossierId);
        const geldend = kiesGeldend(await leesFeiten(tx, d, ['gezin']), klokOp(t.klok.vandaag()));
        const banden = await volgSamengevoegd(tx, d, geldend.alle('gezin'));
        const ids = [...banden.keys()];
        const { gemeenteId, dossierId } = d;
        await req.spoor(tx, {
          handeling: 'lezen',
          objectSoort: 'gezin',
          dossierId,
          gemeenteId,
          dossierIds: ids,
        });
        return maakGezin(banden, await leesKort(tx, gemeenteId, ids));
      }),
  );
};
