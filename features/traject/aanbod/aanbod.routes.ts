import type { FastifyRequest } from 'fastify';
import { aanbodDuo } from '../../../rules/leerroute-aanbod/aanbod-duo.ts';
import { type Datum, plusDagen } from '../../../rules/shared/datum.ts';
import type { Feit } from '../../../rules/stand/feiten.ts';
import type { Tx } from '../../../server/db/db.ts';
import type { NieuwFeit } from '../../../server/dossier/feiten.ts';
import { vindDossier } from '../../../server/dossier/vind.ts';
import { eenmalig } from '../../../server/http/idempotentie.ts';
import { nietGevonden, problemen } from '../../../server/http/probleem.ts';
import type { Routes, Toepassing } from '../../../server/toepassing.ts';
import { DossierParams } from '../../shared/dossier.schema.ts';
import { verzendingenVan } from '../../verzending/verzending.read.ts';
import { type Instelling, leesInstellingen, leesInstellingenMet } from '../traject.read.ts';
import {
  AanbodIntrekVraag,
  AanbodVraag,
  InstellingenAntwoord,
  VastgelegdAntwoord,
} from '../traject.schema.ts';
import {
  indelingVan,
  keurGezien,
  keurMelding,
  legVastEnMeld,
  neemZaak,
  type Zaak,
} from '../zaak.routes.ts';
import { aanbodBij, geldendAanbod } from './aanbod.beeld.ts';

const VELDEN = {
  datumAanbod: 'datum',
  startdatumOpleiding: 'start',
  einddatumOpleiding: 'totEnMet',
  aanbiederOpLijstDuo: 'instellingsnummer',
  bowKeurmerk: 'instellingsnummer',
  tstKeurmerk: 'instellingsnummer',
};

const eindVan = (totEnMet: string | null) =>
  totEnMet ? plusDagen(totEnMet as Datum, 1) : undefined;

/** Laat DUO's controles op het aanbod los; de termijn mag nog ontbreken. */
function keurAanbod({ l }: Zaak, vraag: AanbodVraag, instelling: Instelling | undefined): void {
  const termijn = l.g.laatste('inburgeringstermijn')?.inhoud;
  const pip = l.pip?.inhoud ?? l.vorigePip?.inhoud;
  const oordeel = aanbodDuo({
    doelgroep: indelingVan(l),
    leerroute: l.leerroute,
    heeftPip: Boolean(pip),
    dagtekeningHuidigPip: pip?.dagtekening,
    datumAanbod: vraag.datum as Datum,
    aanbiederOpLijstDuo: instelling !== undefined && !instelling.verdwenenOp,
    bowKeurmerk: instelling?.bowKeurmerk ?? undefined,
    tstKeurmerk: instelling?.tstKeurmerk ?? undefined,
    startdatumOpleiding: (vraag.start ?? undefined) as Datum | undefined,
    einddatumOpleiding: eindVan(vraag.totEnMet),
    startdatumInburgeringstermijn: termijn?.start,
    einddatumInburgeringstermijn: termijn?.eind,
  });
  keurMelding('DUO neemt dit aanbod zo niet aan.', oordeel, VELDEN);
}

async function legAanbodVast(req: FastifyRequest, tx: Tx, t: Toepassing, dossierId: string) {
  const vraag = req.body as AanbodVraag;
  const zaak = await neemZaak(req, tx, t, dossierId);
  const nummer = vraag.instellingsnummer;
  const oud = aanbodBij(zaak.l.g, nummer);
  keurGezien(oud, vraag.vorige, 'het aanbod bij deze instelling');
  const instelling = (await leesInstellingenMet(tx, [nummer])).get(nummer);
  keurAanbod(zaak, vraag, instelling);
  const start = (vraag.start ?? undefined) as Datum | undefined;
  const eind = eindVan(vraag.totEnMet);
  const { alfabetisering } = vraag;
  const feit: NieuwFeit = {
    soort: 'aanbod',
    inhoud: {
      instelling: instelling?.naam ?? nummer,
      instellingsnummer: nummer,
      datum: vraag.datum as Datum,
      ...(start ? { start } : {}),
      ...(eind ? { eind } : {}),
      alfabetisering,
    },
    geldigOp: vraag.datum as Datum,
    bron: 'medewerker',
    ...(oud ? { vervangt: oud.id } : {}),
  };
  const inhoud = {
    instellingsnummer: nummer,
    datumInburgeringsaanbod: vraag.datum,
    ...(start ? { verwachteStartdatumOpleiding: start } : {}),
    ...(eind ? { verwachteEinddatumOpleiding: eind } : {}),
    indicatorAlfabetiseringsonderwijs: alfabetisering,
  };
  const { feitId, verzendingId } = await legVastEnMeld(
    req,
    tx,
    zaak,
    [feit],
    { soort: 'aanbod', inhoud },
    oud ? [oud.id] : [],
  );
  return { feitId, verzendingId };
}

/** DUO weet van dit aanbod, of kan ervan weten: een bericht erover is ooit op weg gegaan. */
async function misschienBijDuo(tx: Tx, { d, feiten }: Zaak, nummer: string): Promise<boolean> {
  const ids = new Set(
    feiten
      .filter((f) => f.soort === 'aanbod' && f.inhoud.instellingsnummer === nummer)
      .map((f) => f.id),
  );
  const berichten = await verzendingenVan(tx, d);
  return berichten.some(
    (b) => ids.has(b.onderwerpId) && (b.staat === 'bezig' || b.staat === 'geaccepteerd'),
  );
}

async function trekAanbodIn(
  req: FastifyRequest,
  tx: Tx,
  t: Toepassing,
  dossierId: string,
  vraag: { vorige: string; reden: string },
) {
  const zaak = await neemZaak(req, tx, t, dossierId);
  const oud =
    geldendAanbod(zaak.l.g).find((f) => f.id === vraag.vorige) ?? opvolger(zaak, vraag.vorige);
  const nummer = oud.inhoud.instellingsnummer ?? '';
  const feit: NieuwFeit = {
    soort: 'aanbod-ingetrokken',
    inhoud: { instellingsnummer: nummer, reden: vraag.reden },
    geldigOp: zaak.door.vandaag,
    bron: 'medewerker',
    vervangt: oud.id,
  };
  const bericht = (await misschienBijDuo(tx, zaak, nummer))
    ? ({ soort: 'aanbod-intrekken', inhoud: { instellingsnummer: nummer } } as const)
    : null;
  const { feitId, verzendingId } = await legVastEnMeld(req, tx, zaak, [feit], bericht, [oud.id]);
  return { feitId, verzendingId };
}

/** Wie een oude versie intrekt, hoort wie haar intussen wijzigde. */
function opvolger({ feiten, l }: Zaak, id: string): never {
  const oud = feiten.find((f) => f.id === id);
  const nummer = oud?.soort === 'aanbod' ? oud.inhoud.instellingsnummer : undefined;
  const nu: Feit | undefined = nummer ? aanbodBij(l.g, nummer) : undefined;
  if (nu) keurGezien(nu, id, 'het aanbod bij deze instelling');
  throw nietGevonden('Dit aanbod');
}

const registreerInstellingen: Routes = (app) => {
  app.get(
    '/v1/dossiers/:dossierId/traject/instellingen',
    {
      config: { handeling: 'aanbod.bewerken' },
      schema: {
        tags: ['Traject'],
        summary: 'De instellingen waarbij een aanbod kan, zoals DUO ze noemt',
        params: DossierParams,
        response: { 200: InstellingenAntwoord, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        // De lijst is van niemand, maar dit adres hoort bij een dossier.
        await vindDossier(tx, req.params.dossierId);
        return { items: await teKiezen(tx) };
      }),
  );
};

async function teKiezen(tx: Tx) {
  const alle = await leesInstellingen(tx);
  return alle.map(({ verdwenenOp: _, keurmerkVerlorenOp: __, ...i }) => i);
}

/** Aanbod per instelling: vastleggen, wijzigen en intrekken. */
export const registreerAanbod: Routes = (app, t) => {
  registreerInstellingen(app, t);
  app.post(
    '/v1/dossiers/:dossierId/traject/aanbod',
    {
      config: { handeling: 'aanbod.bewerken' },
      schema: {
        tags: ['Traject'],
        summary: 'Het aanbod bij een instelling vastleggen of wijzigen; het gaat naar DUO',
        params: DossierParams,
        body: AanbodVraag,
        response: { 201: VastgelegdAntwoord, ...problemen },
      },
    },
    async (req, reply) => {
      const antwoord = await req.inBereik((tx) =>
        eenmalig(req, tx, () => legAanbodVast(req, tx, t, req.params.dossierId)),
      );
      return reply.code(201).send(antwoord);
    },
  );
  app.post(
    '/v1/dossiers/:dossierId/traject/aanbod/_intrekken',
    {
      config: { handeling: 'aanbod.bewerken' },
      schema: {
        tags: ['Traject'],
        summary: 'Een aanbod intrekken, met reden; DUO hoort het als zij het kende',
        params: DossierParams,
        body: AanbodIntrekVraag,
        response: { 200: VastgelegdAntwoord, ...problemen },
      },
    },
    (req) =>
      req.inBereik((tx) =>
        eenmalig(req, tx, () => trekAanbodIn(req, tx, t, req.params.dossierId, req.body)),
      ),
  );
};
