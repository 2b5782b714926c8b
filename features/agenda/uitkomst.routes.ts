import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { oproepLadder } from '../../rules/brede-intake/oproep-ladder.ts';
import { type Datum, plusDagen } from '../../rules/shared/datum.ts';
import { klokOp } from '../../rules/shared/klok.ts';
import { type Geldend, kiesGeldend } from '../../rules/stand/geldend.ts';
import { leesIntake, leesOproepen } from '../../rules/stand/lezing-intake.ts';
import { mag } from '../../server/auth/rechten.ts';
import { legUitkomstVast } from '../../server/bericht/afspraak.ts';
import { kiesKanalen } from '../../server/bericht/kanaal.ts';
import { bereikbaar } from '../../server/bericht/persoonsbericht.ts';
import type { Tx } from '../../server/db/db.ts';
import { leesBeleid } from '../../server/dossier/beleid.ts';
import { leesGemeente, leesMedewerker } from '../../server/dossier/brief.ts';
import { type DossierSleutel, leesFeiten } from '../../server/dossier/feiten.ts';
import { huidigePersoon, volledigeNaam } from '../../server/dossier/stand.ts';
import { vindDossier } from '../../server/dossier/vind.ts';
import { geweigerd, nietGevonden, problemen } from '../../server/http/probleem.ts';
import type { App, Routes, Toepassing } from '../../server/toepassing.ts';
import { taalVan } from '../shared/talen.schema.ts';
import { tolkenNaarWens } from '../tolken/tolken.read.ts';
import { openAfspraak } from './agenda.routes.ts';
import {
  AfspraakParams,
  type AfspraakSoort,
  Gewijzigd,
  Tolken,
  TolkenVraag,
  UitkomstAntwoord,
  UitkomstVerzoek,
  Voorzet,
  VoorzetVraag,
} from './agenda.schema.ts';
import { noteerVerstuurd } from './bericht/afloop.jobs.ts';
import { houdVast } from './bericht/bericht.store.ts';

const tags = ['Agenda'];
/** Op deze termijn heeft een brief ruim de tijd. */
const GEWONE_TERMIJN_DAGEN = 14;

/** Wat ervan werd, wat een nieuwe afspraak nodig heeft, en wat een mens zelf doorgaf. */
export const registreerUitkomst: Routes = (app, t) => {
  uitkomst(app, t);
  voorzet(app, t);
  tolken(app, t);
  gegeven(app, t);
};

/** Waar de ladder van oproepen nu staat, voor wie de oproep stuurt (Wi2021 art. 14 en 22). */
async function ladderVan(tx: Tx, wie: DossierSleutel, vandaag: Datum) {
  const klok = klokOp(vandaag);
  const g = kiesGeldend(await leesFeiten(tx, wie), klok);
  const intake = leesIntake(g);
  const oproepen = leesOproepen(g, intake, klok);
  const { stap, tekst, gemist } = oproepLadder(oproepen.map((o) => o.uitkomst));
  const { oproepDagen } = await leesBeleid(tx, wie.gemeenteId, vandaag);
  return {
    stap,
    tekst,
    gemist,
    uiterlijk: plusDagen(vandaag, oproepDagen),
    magOproepen:
      !intake.afgerond &&
      (stap === 'waarschuwen-en-herhalen' || stap === 'boete-afwegen-en-herhalen'),
  };
}

function uitkomst(app: App, t: Toepassing): void {
  app.post(
    '/v1/agenda/afspraken/:dossierId/:afspraakId/uitkomst',
    {
      config: { handeling: 'plan.bewerken' },
      schema: {
        tags,
        summary: 'Vastleggen of de persoon er was, of de afspraak afzeggen; met de volgende stap',
        params: AfspraakParams,
        body: UitkomstVerzoek,
        response: { 200: UitkomstAntwoord, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const { gezien, bericht, ...wat } = req.body;
        const { afspraakId } = req.params;
        const { dossier, afspraak } = await openAfspraak(req, tx, t, req.params);
        const vandaag = t.klok.vandaag();
        const feitId = await legUitkomstVast(
          tx,
          dossier,
          { afspraakId, gezien, uitkomst: wat },
          { medewerkerId: req.gebruiker.id, nu: t.klok.nu(), vandaag },
          { bericht },
        );
        const { gemeenteId, dossierId } = dossier;
        await req.spoor(tx, {
          handeling: 'wijzigen',
          objectSoort: 'afspraak',
          objectId: feitId,
          dossierId,
          gemeenteId,
        });
        const telt = wat.uitkomst === 'niet-verschenen' && afspraak.soort === 'intakegesprek';
        return { feitId, ladder: telt ? await ladderVan(tx, dossier, vandaag) : null };
      }),
  );
}

/** Zolang er geen PIP is en de brede intake niet af is, ligt een intakegesprek voor de hand. */
function soortVan(req: FastifyRequest, gemeenteId: string, g: Geldend): AfspraakSoort {
  const klaar =
    leesIntake(g).afgerond || g.laatste('pip-vastgesteld') || g.laatste('pip-vorige-gemeente');
  return !klaar && mag(req.gebruiker, 'intake.bewerken', gemeenteId)
    ? 'intakegesprek'
    : 'voortgangsgesprek';
}

function voorzet(app: App, t: Toepassing): void {
  app.get(
    '/v1/agenda/voorzet/:dossierId',
    {
      config: { handeling: 'agenda.lezen' },
      schema: {
        tags,
        summary:
          'Wat voor een nieuwe afspraak al bekend is: plaats, taal en hoe de persoon bericht krijgt',
        params: z.object({ dossierId: z.uuid() }),
        querystring: VoorzetVraag,
        response: { 200: Voorzet, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const dossier = await vindDossier(tx, req.params.dossierId);
        const { gemeenteId, dossierId } = dossier;
        const vandaag = t.klok.vandaag();
        const feiten = await leesFeiten(tx, dossier);
        const g = kiesGeldend(feiten, klokOp(vandaag));
        const gemeente = await leesGemeente(tx, gemeenteId);
        const { adres, postcode, plaats } = gemeente.stijl;
        const naam = gemeente.naam.replace(/^gemeente /i, '');
        const waar = [adres, [postcode, plaats].filter(Boolean).join(' ')].filter(Boolean);
        const taal = g.laatste('taal')?.inhoud;
        const wie = bereikbaar(feiten, g);
        const dag =
          (req.query.datum as Datum | undefined) ?? plusDagen(vandaag, GEWONE_TERMIJN_DAGEN);
        const kanalen = kiesKanalen(wie, 'uitnodiging', vandaag, dag);
        const van = dossier.klantmanagerId;
        const persoon = huidigePersoon(feiten);
        await req.spoor(tx, {
          handeling: 'lezen',
          objectSoort: 'agenda',
          objectId: dossierId,
          dossierId,
          gemeenteId,
        });
        return {
          naam: persoon ? volledigeNaam(persoon) : 'naam nog niet bekend',
          gemeente: gemeente.naam,
          plaats: [`het gemeentehuis van ${naam}`, ...waar].join(', '),
          tolkTaal: taal?.tolkNodig ? taal.gesprekstaal : null,
          soort: soortVan(req, gemeenteId, g),
          klantmanager: van ? { id: van, naam: (await leesMedewerker(tx, van)).naam } : null,
          kanalen: kanalen.map((k) => k.kanaal),
          taal: taalVan(taal?.gesprekstaal) ?? 'nl',
          waarschuwing: g.laatste('overlijden')
            ? 'Deze persoon is overleden.'
            : (kanalen.find((k) => k.zelf)?.zelf ?? null),
        };
      }),
  );
}

function tolken(app: App, t: Toepassing): void {
  app.get(
    '/v1/agenda/tolken',
    {
      config: { handeling: 'tolk.lezen' },
      schema: {
        tags,
        summary: 'De tolken die op een dag en tijd vrij zijn, naar de wens van de persoon',
        querystring: TolkenVraag,
        response: { 200: Tolken, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const { dossierId, datum, ...vraag } = req.query;
        const dossier = await vindDossier(tx, dossierId);
        const feiten = await leesFeiten(tx, dossier, ['tolkvoorkeur']);
        const voorkeur = kiesGeldend(feiten, klokOp(t.klok.vandaag())).laatste('tolkvoorkeur');
        const { tolken, letOp } = await tolkenNaarWens(
          tx,
          dossier.gemeenteId,
          { ...vraag, datum: datum as Datum },
          voorkeur?.inhoud ?? {},
        );
        const vrij = tolken.filter((tolk) => tolk.bezwaren.length === 0);
        return {
          items: vrij.map(({ tolkId, naam, vorm, beedigd, telefoon, vast, tegenVoorkeur }) => ({
            tolkId,
            naam,
            vorm,
            beedigd,
            telefoon,
            vast,
            tegenVoorkeur,
          })),
          letOp,
        };
      }),
  );
}

function gegeven(app: App, t: Toepassing): void {
  app.post(
    '/v1/agenda/berichten/:persoonsberichtId/_gegeven',
    {
      config: { handeling: 'plan.bewerken' },
      schema: {
        tags,
        summary: 'Vastleggen dat een mens het bericht zelf gaf of stuurde',
        params: z.object({ persoonsberichtId: z.uuid() }),
        response: { 200: Gewijzigd, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const rij = await houdVast(tx, req.params.persoonsberichtId);
        if (!rij) throw nietGevonden('Dit bericht');
        if (rij.staat !== 'zelf') {
          throw geweigerd('Dit bericht hoeft u niet zelf te geven.', [
            {
              code: 'niet-zelf',
              tekst: 'Het gaat langs de berichtendienst, of het is al gegeven.',
            },
          ]);
        }
        await noteerVerstuurd(tx, t, rij, { zelf: req.gebruiker.id });
        const { gemeenteId, dossierId, id } = rij;
        const wat = { handeling: 'wijzigen', objectSoort: 'persoonsbericht' } as const;
        await req.spoor(tx, { ...wat, objectId: id, dossierId, gemeenteId });
        return { feitId: id };
      }),
  );
}
