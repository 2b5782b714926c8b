import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Reden } from '../../rules/shared/antwoord.ts';
import { klokOp } from '../../rules/shared/klok.ts';
import type { Feit } from '../../rules/stand/feiten.ts';
import { kiesGeldend } from '../../rules/stand/geldend.ts';
import { lees } from '../../rules/stand/lezing.ts';
import { weekperioden } from '../../rules/week/lees-week.ts';
import { mag } from '../../server/auth/rechten.ts';
import type { Tx } from '../../server/db/db.ts';
import { leesBeleid } from '../../server/dossier/beleid.ts';
import { leesFeiten, legVast, vergrendel } from '../../server/dossier/feiten.ts';
import { type GevondenDossier, vindDossier } from '../../server/dossier/vind.ts';
import { eenmalig } from '../../server/http/idempotentie.ts';
import { botsing, geweigerd, nietGevonden, problemen } from '../../server/http/probleem.ts';
import type { App, Routes, Toepassing } from '../../server/toepassing.ts';
import { DossierParams } from '../shared/dossier.schema.ts';
import { SOORTEN, UREN_IN_WEEK } from './soorten.ts';
import { tegenMap, tegenWerk, weekBeeld } from './week.beeld.ts';
import { PeriodeAntwoord, PeriodeVraag, VervalVraag, WeekAntwoord } from './week.schema.ts';
import { leesPip } from './week.store.ts';

const tags = ['Week'];
type Inhoud = Feit<'weekindeling'>['inhoud'];

/** De week: hoeveel uur waaraan, en of dat de route op tijd af krijgt. */
export const registreerWeek: Routes = (app, t) => {
  lezen(app, t);
  vastleggen(app, t);
  vervallen(app, t);
};

async function leesZaak(tx: Tx, t: Toepassing, d: GevondenDossier) {
  const vandaag = t.klok.vandaag();
  const klok = klokOp(vandaag);
  const beleid = await leesBeleid(tx, d.gemeenteId, vandaag);
  const l = lees(kiesGeldend(await leesFeiten(tx, d), klok), klok, beleid);
  return { l, beleid, vandaag, pip: await leesPip(tx, d) };
}

function lezen(app: App, t: Toepassing): void {
  app.get(
    '/v1/dossiers/:dossierId/week',
    {
      config: { handeling: 'plan.lezen' },
      schema: {
        tags,
        summary: 'De weken tot het eind van de termijn, en of de uren van de route erin passen',
        params: DossierParams,
        response: { 200: WeekAntwoord, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const d = await vindDossier(tx, req.params.dossierId);
        const { gemeenteId, dossierId } = d;
        const { l, beleid, vandaag, pip } = await leesZaak(tx, t, d);
        await req.spoor(tx, { handeling: 'lezen', objectSoort: 'week', gemeenteId, dossierId });
        return weekBeeld(l, pip, beleid, vandaag, mag(req.gebruiker, 'plan.bewerken', gemeenteId));
      }),
  );
}

type Zaak = Awaited<ReturnType<typeof leesZaak>> & { d: GevondenDossier };

async function neemZaak(tx: Tx, t: Toepassing, dossierId: string): Promise<Zaak> {
  const d = await vindDossier(tx, dossierId);
  await vergrendel(tx, d);
  return { d, ...(await leesZaak(tx, t, d)) };
}

/** 409 als een ander de periode die op deze dag begint intussen wijzigde. */
function keurGezien({ l }: Zaak, vanaf: string, gezien: string | null): void {
  const nu = weekperioden(l.g).find((f) => f.inhoud.vanaf === vanaf);
  if ((nu?.id ?? null) === gezien) return;
  if (!nu) throw nietGevonden('Deze periode');
  throw botsing({
    wie: nu.door ?? nu.bron,
    wanneer: nu.vastgelegdOp,
    wat: 'de week vanaf deze dag',
  });
}

function keurPeriode({ l, beleid, pip }: Zaak, v: z.output<typeof PeriodeVraag>): void {
  const leerroute = pip?.inhoud.leerroute ?? l.leerroute;
  const totaal = SOORTEN.reduce((som, s) => som + v[s], 0);
  const redenen: Reden[] = [
    ...(totaal > UREN_IN_WEEK
      ? [
          {
            code: 'week-te-vol',
            tekst: `Samen is dit ${totaal} uur; een week telt er ${UREN_IN_WEEK}.`,
            veld: 'les',
          },
        ]
      : []),
    ...(v.werkIsParticipatie ? tegenWerk(l, leerroute, beleid) : []),
    ...(v.mapInWerk ? tegenMap(leerroute, beleid) : []),
  ];
  if (redenen.length > 0) throw geweigerd('Deze week kan zo niet worden vastgelegd.', redenen);
}

async function schrijf(
  req: FastifyRequest,
  tx: Tx,
  t: Toepassing,
  { d, vandaag }: Zaak,
  inhoud: Inhoud,
): Promise<{ feitId: string }> {
  const { gemeenteId, dossierId } = d;
  // Het feit geldt vandaag, ook als de week later begint: anders zou het plan pas dan bekend zijn.
  const feit = { soort: 'weekindeling', inhoud, geldigOp: vandaag, bron: 'medewerker' } as const;
  const door = { medewerkerId: req.gebruiker.id, nu: t.klok.nu(), vandaag };
  const { ids } = await legVast(tx, d, [feit], door);
  const feitId = ids[0] as string;
  const objectSoort = 'week';
  await req.spoor(tx, {
    handeling: 'wijzigen',
    objectSoort,
    objectId: feitId,
    gemeenteId,
    dossierId,
  });
  return { feitId };
}

function vastleggen(app: App, t: Toepassing): void {
  app.post(
    '/v1/dossiers/:dossierId/week',
    {
      config: { handeling: 'plan.bewerken' },
      schema: {
        tags,
        summary: 'Legt de uren van de week vast vanaf een dag',
        params: DossierParams,
        body: PeriodeVraag,
        response: { 201: PeriodeAntwoord, ...problemen },
      },
    },
    async (req, reply) => {
      const { gezien, toelichting, werkIsParticipatie, mapInWerk, ...uren } = req.body;
      const antwoord = await req.inBereik((tx) =>
        eenmalig(req, tx, async () => {
          const zaak = await neemZaak(tx, t, req.params.dossierId);
          keurGezien(zaak, req.body.vanaf, gezien);
          keurPeriode(zaak, req.body);
          return schrijf(req, tx, t, zaak, {
            ...uren,
            ...(werkIsParticipatie ? { werkIsParticipatie } : {}),
            ...(mapInWerk ? { mapInWerk } : {}),
            ...(toelichting ? { toelichting } : {}),
          });
        }),
      );
      return reply.code(201).send(antwoord);
    },
  );
}

function vervallen(app: App, t: Toepassing): void {
  app.post(
    '/v1/dossiers/:dossierId/week/_verwijder',
    {
      config: { handeling: 'plan.bewerken' },
      schema: {
        tags,
        summary: 'Laat een periode vervallen; wat ervoor gold loopt door',
        params: DossierParams,
        body: VervalVraag,
        response: { 200: PeriodeAntwoord, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const zaak = await neemZaak(tx, t, req.params.dossierId);
        const { vanaf, gezien } = req.body;
        keurGezien(zaak, vanaf, gezien);
        const oud = weekperioden(zaak.l.g).find((f) => f.id === gezien);
        if (!oud) throw nietGevonden('Deze periode');
        return schrijf(req, tx, t, zaak, { ...oud.inhoud, vervallen: true });
      }),
  );
}
