import type { FastifyRequest } from 'fastify';
import type { Feit, FeitInhoud } from '../../../rules/stand/feiten.ts';
import { mag } from '../../../server/auth/rechten.ts';
import { wieErbijWas } from '../../../server/bericht/afspraak.ts';
import { keurOverlap, zoekOverlap } from '../../../server/bericht/overlap.ts';
import { GEEN_PLEK, houdZittingenVast, keurPlekTerug } from '../../../server/bericht/toetsplek.ts';
import type { Tx } from '../../../server/db/db.ts';
import { legVast, type Vastlegger } from '../../../server/dossier/feiten.ts';
import { huidigePersoon, volledigeNaam } from '../../../server/dossier/stand.ts';
import { vindDossier } from '../../../server/dossier/vind.ts';
import { eenmalig } from '../../../server/http/idempotentie.ts';
import { botsing, geweigerd, nietGevonden, problemen } from '../../../server/http/probleem.ts';
import type { App, Toepassing } from '../../../server/toepassing.ts';
import {
  DeelnemerParams,
  DeelnemersAntwoord,
  DeelnemersVerzoek,
  KandidaatLijst,
  KandidaatVraag,
  UitkomstVerzoek,
} from '../deelnemer.schema.ts';
import { vindZitting } from '../vind.routes.ts';
import { ZittingDetail, ZittingParams } from '../zitting.schema.ts';
import type { ZittingRij } from '../zitting.store.ts';
import { toonDetail } from './beeld.routes.ts';
import { leesKandidaten } from './deelnemer.store.ts';
import {
  bericht,
  bezwaar,
  geefPlek,
  heeftPlek,
  momentVan,
  opent,
  type Plek,
  plekIn,
  uitkomstVan,
} from './plek.routes.ts';

const tags = ['Leerbaarheidstoets'];

/** Wie aan een zitting meedoet: kiezen, uitnodigen, en of iemand er was. */
export function registreerDeelnemers(app: App, t: Toepassing): void {
  registreerKandidaten(app, t);
  registreerToevoegen(app, t);
  registreerUitkomst(app, t);
}

const doorVan = (req: FastifyRequest, t: Toepassing): Vastlegger => ({
  medewerkerId: req.gebruiker.id,
  nu: t.klok.nu(),
  vandaag: t.klok.vandaag(),
});

function registreerKandidaten(app: App, t: Toepassing): void {
  app.post(
    '/v1/toetszittingen/_kandidaten',
    {
      config: { handeling: 'toets.plannen' },
      schema: {
        tags,
        summary: 'Wie de leerbaarheidstoets nog moet doen en nog niet is ingepland',
        body: KandidaatVraag,
        response: { 200: KandidaatLijst, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const { page, pageSize, zoek, gemeenteId, zittingId, dossierId } = req.body;
        const zitting = zittingId ? await vindZitting(tx, zittingId, t.klok.vandaag()) : undefined;
        const gemeenteIds = req.gemeenten.filter(
          (g) => (!gemeenteId || g === gemeenteId) && (!zitting || zitting.gemeenteIds.includes(g)),
        );
        const lijst = await leesKandidaten(tx, t.klok.vandaag(), {
          zoek,
          dossierId,
          gemeenteIds,
          page,
          pageSize,
        });
        for (const g of new Set(lijst.items.map((i) => i.gemeenteId))) {
          const dossierIds = lijst.items.flatMap((i) => (i.gemeenteId === g ? i.dossierId : []));
          const spoor = { handeling: 'zoeken', objectSoort: 'toetszitting' } as const;
          await req.spoor(tx, { ...spoor, gemeenteId: g, dossierIds });
        }
        return { ...lijst, page, pageSize };
      }),
  );
}

/** Alleen bij een zitting die nog komt, valt een plek te geven. */
function keurKomend(z: ZittingRij, vandaag: string): void {
  const weiger = (code: string, tekst: string): never => {
    throw geweigerd('In deze zitting kan niemand meer worden uitgenodigd.', [{ code, tekst }]);
  };
  if (z.staat !== 'gepland') weiger('staat', `De zitting is ${z.staat}.`);
  if (z.datum < vandaag) weiger('dag-voorbij', 'De dag van deze zitting is voorbij.');
}

/** Het spoor van één dossier. */
const spoor = (req: FastifyRequest, tx: Tx, plek: Plek, zittingId: string) =>
  req.spoor(tx, {
    handeling: 'wijzigen',
    objectSoort: 'toetszitting',
    objectId: zittingId,
    gemeenteId: plek.gemeenteId,
    dossierId: plek.dossierId,
  });

type Afwijzing = { dossierId: string; code: string; tekst: string };

const weigerAllen = (detail: string, redenen: readonly Afwijzing[]) =>
  geweigerd(
    detail,
    redenen.map(({ code, tekst, dossierId }) => ({
      code,
      tekst,
      actie: `/inburgeraars/${dossierId}/intake`,
    })),
  );

/** Wie dan al een andere afspraak heeft, met naam: bij meer mensen tegelijk moet duidelijk zijn wie. */
function elders(plek: Plek, zitting: ZittingRij): Afwijzing | undefined {
  const persoon = huidigePersoon(plek.g.alle('persoon') as Feit[]);
  const wie = persoon ? { naam: volledigeNaam(persoon) } : {};
  const reden = zoekOverlap(plek.g, momentVan(zitting), wie);
  return reden && { dossierId: plek.dossierId, ...reden };
}

async function nodigUit(
  req: FastifyRequest,
  tx: Tx,
  t: Toepassing,
  zittingId: string,
  { dossierIds, bijOproep, tochPlannen }: DeelnemersVerzoek,
) {
  await houdZittingenVast(tx, [zittingId]);
  const door = doorVan(req, t);
  const zitting = await vindZitting(tx, zittingId, door.vandaag);
  keurKomend(zitting, door.vandaag);
  const afgewezen: Afwijzing[] = [];
  const bezet: Afwijzing[] = [];
  let vrij = zitting.laptops - zitting.bezet;
  let toegevoegd = 0;
  for (const dossierId of [...new Set(dossierIds)].sort()) {
    const plek = await opent(tx, await vindDossier(tx, dossierId), door);
    const tegen = bezwaar(plek, zitting, door.vandaag) ?? (vrij < 1 ? GEEN_PLEK : undefined);
    if (tegen) {
      afgewezen.push({ dossierId, ...tegen });
      continue;
    }
    const ander = tochPlannen ? undefined : elders(plek, zitting);
    if (ander) bezet.push(ander);
    await geefPlek(tx, plek, zitting, door, { bijOproep });
    await spoor(req, tx, plek, zittingId);
    vrij -= 1;
    toegevoegd += 1;
  }
  // De transactie gaat terug: wie het bevestigt, ziet eerst wie het zijn.
  if (bezet.length > 0)
    throw weigerAllen('Niet iedereen is dan vrij. Niemand is uitgenodigd.', bezet);
  if (toegevoegd === 0) throw weigerAllen('Niemand is uitgenodigd.', afgewezen);
  return { toegevoegd, geweigerd: afgewezen };
}

function registreerToevoegen(app: App, t: Toepassing): void {
  app.post(
    '/v1/toetszittingen/:zittingId/deelnemers',
    {
      config: { handeling: 'toets.plannen' },
      schema: {
        tags,
        summary: 'Mensen een plek in een zitting geven en uitnodigen',
        params: ZittingParams,
        body: DeelnemersVerzoek,
        response: { 200: DeelnemersAntwoord, ...problemen },
      },
    },
    (req) =>
      req.inBereik((tx) =>
        eenmalig(req, tx, () => nodigUit(req, tx, t, req.params.zittingId, req.body)),
      ),
  );
}

/** De uitkomst kan pas als de dag er is; afzeggen kan altijd. Een ander die eerder was, geeft een botsing. */
function keurUitkomst(
  plek: Plek,
  zitting: ZittingRij,
  v: UitkomstVerzoek,
  door: Vastlegger,
): { afspraak: FeitInhoud['afspraak']; huidig: Feit<'afspraak-uitkomst'> | undefined } {
  const feit = plekIn(plek, zitting.zittingId);
  if (!feit) throw nietGevonden('Deze deelnemer');
  const huidig = uitkomstVan(plek, feit.inhoud.afspraakId);
  if (huidig && huidig.id !== v.vervangt) {
    throw botsing({
      wie: huidig.door ?? huidig.bron.toUpperCase(),
      wanneer: huidig.vastgelegdOp,
      wat: huidig.inhoud.uitkomst.replace('-', ' '),
    });
  }
  if (v.uitkomst !== 'afgezegd' && zitting.datum > door.vandaag) {
    throw geweigerd('De toets is nog niet geweest.', [
      { code: 'nog-niet-geweest', tekst: 'Dit kan vanaf de dag van de toets.', veld: 'uitkomst' },
    ]);
  }
  return { afspraak: feit.inhoud, huidig };
}

async function legUitkomstVast(
  req: FastifyRequest,
  tx: Tx,
  t: Toepassing,
  { zittingId, dossierId }: { zittingId: string; dossierId: string },
  v: UitkomstVerzoek,
): Promise<void> {
  const door = doorVan(req, t);
  await houdZittingenVast(tx, [zittingId, ...(v.nieuweZittingId ? [v.nieuweZittingId] : [])]);
  const zitting = await vindZitting(tx, zittingId, door.vandaag);
  if (zitting.staat === 'afgelast')
    throw geweigerd('Deze zitting gaat niet door.', [
      { code: 'staat', tekst: 'Iedereen heeft daar al bericht van.' },
    ]);
  const plek = await opent(tx, await vindDossier(tx, dossierId), door);
  const { afspraak, huidig } = keurUitkomst(plek, zitting, v, door);
  const { afspraakId } = afspraak;
  const { uitkomst, reden } = v;
  await keurPlekTerug(tx, afspraak, huidig?.inhoud.uitkomst, uitkomst);
  const uitkomstFeit = {
    soort: 'afspraak-uitkomst',
    inhoud: { ...wieErbijWas(huidig, uitkomst), afspraakId, uitkomst, ...(reden ? { reden } : {}) },
    geldigOp: uitkomst === 'afgezegd' ? door.vandaag : zitting.datum,
    bron: 'medewerker',
    ...(huidig ? { vervangt: huidig.id } : {}),
  } as const;
  await legVast(tx, plek, [uitkomstFeit], door);
  if (uitkomst === 'afgezegd') await bericht(tx, plek, afspraakId, 'afgezegd', door);
  if (v.nieuweZittingId) await geefTweede(tx, plek, { ...v, zittingId: v.nieuweZittingId }, door);
  await spoor(req, tx, plek, zittingId);
}

/** De tweede keer: dezelfde eisen als bij de eerste. */
async function geefTweede(
  tx: Tx,
  { gemeenteId, dossierId }: Plek,
  { zittingId, tochPlannen }: { zittingId: string; tochPlannen: boolean },
  door: Vastlegger,
): Promise<void> {
  const nieuw = await vindZitting(tx, zittingId, door.vandaag);
  keurKomend(nieuw, door.vandaag);
  const plek = await opent(tx, { gemeenteId, dossierId }, door);
  const tegen =
    bezwaar(plek, nieuw, door.vandaag) ?? (nieuw.bezet >= nieuw.laptops ? GEEN_PLEK : null);
  if (tegen)
    throw geweigerd('De nieuwe zitting kan niet.', [{ ...tegen, veld: 'nieuweZittingId' }]);
  keurOverlap(plek.g, momentVan(nieuw), { tochPlannen });
  await geefPlek(tx, plek, nieuw, door, { bijOproep: false });
}

function registreerUitkomst(app: App, t: Toepassing): void {
  app.post(
    '/v1/toetszittingen/:zittingId/deelnemers/:dossierId/_uitkomst',
    {
      config: { handeling: 'toets.plannen' },
      schema: {
        tags,
        summary: 'Vastleggen of iemand er was, afzeggen, en meteen een tweede datum geven',
        params: DeelnemerParams,
        body: UitkomstVerzoek,
        response: { 200: ZittingDetail, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        await legUitkomstVast(req, tx, t, req.params, req.body);
        return toonDetail(req, tx, t, req.params.zittingId);
      }),
  );
}

/** Of iedereen die de gebruiker ziet een uitkomst heeft. */
export const zonderUitkomst = (plekken: readonly Plek[], zittingId: string): number =>
  plekken.filter((p) => {
    const a = plekIn(p, zittingId);
    return a && heeftPlek(p, zittingId) && !uitkomstVan(p, a.inhoud.afspraakId);
  }).length;

export const magPlannen = (req: FastifyRequest, gemeenteId: string) =>
  mag(req.gebruiker, 'toets.plannen', gemeenteId);
