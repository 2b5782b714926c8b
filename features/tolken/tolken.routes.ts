import { z } from 'zod';
import { type Datum, plusDagen } from '../../rules/shared/datum.ts';
import { urenOp } from '../../rules/tolk/rooster.ts';
import { alsTijd } from '../../rules/tolk/tijd.ts';
import type { Tx } from '../../server/db/db.ts';
import { type Cel, maakCsv } from '../../server/http/csv.ts';
import { problemen } from '../../server/http/probleem.ts';
import type { App, Routes, Toepassing } from '../../server/toepassing.ts';
import { registreerBewaren } from './bewaar.routes.ts';
import { registreerInzet } from './inzet/inzet.routes.ts';
import { registreerJaar } from './inzet/jaar.routes.ts';
import { registreerKiezen } from './inzet/kiezen.routes.ts';
import { type Boeking, tijdvak, zelfdeTaal } from './keuze.ts';
import { alsKeuze, leesBezet, type TolkRij } from './tolken.read.ts';
import {
  TolkLijst,
  TolkUitvoerVraag,
  TolkZoekVraag,
  type Weekrooster,
  Weekrooster as WeekroosterSchema,
  WeekVraag,
} from './tolken.schema.ts';
import { leesGemeentenamen, leesTolken } from './tolken.store.ts';
import { toonTolk } from './toon.ts';

const tags = ['Tolken'];
const WEEK = 7;

/** Tolken, hun rooster, hun inzet en wat die kost. */
export const registreerTolken: Routes = (app, t) => {
  registreerLijst(app, t);
  registreerUitvoer(app, t);
  registreerWeek(app, t);
  registreerBewaren(app, t);
  registreerKiezen(app, t);
  registreerInzet(app, t);
  registreerJaar(app, t);
};

type Filters = z.infer<typeof TolkUitvoerVraag>;

function past(r: TolkRij, f: Filters, vandaag: Datum): boolean {
  const zoek = f.zoek?.toLowerCase();
  return (
    (!zoek || [r.naam, r.rbtv].some((w) => w.toLowerCase().includes(zoek))) &&
    (!f.taal || r.talen.some((t) => zelfdeTaal(t.taal, f.taal as string))) &&
    (!f.vorm || r.vormen.includes(f.vorm)) &&
    (!f.beedigd || r.rbtv !== '') &&
    (f.ookGestopt || !r.gestoptOp || r.gestoptOp > vandaag)
  );
}

function registreerLijst(app: App, t: Toepassing): void {
  app.post(
    '/v1/tolken/_zoek',
    {
      config: { handeling: 'tolk.lezen' },
      schema: {
        tags,
        summary: 'Het rooster van tolken',
        body: TolkZoekVraag,
        response: { 200: TolkLijst, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const { page, pageSize, ...filters } = req.body;
        const alle = await leesTolken(tx);
        const namen = await leesGemeentenamen(tx);
        const gevonden = alle.filter((r) => past(r, filters, t.klok.vandaag()));
        const talen = new Set(alle.flatMap((r) => r.talen.map((x) => x.taal)));
        return {
          items: gevonden
            .slice((page - 1) * pageSize, page * pageSize)
            .map((r) => toonTolk(r, namen, req.gemeenten)),
          totaal: gevonden.length,
          page,
          pageSize,
          talen: [...talen].sort((a, b) => a.localeCompare(b, 'nl')),
        };
      }),
  );
}

const KOP = [
  'Naam',
  'Talen',
  'Rbtv-nummer',
  'Hoe',
  'Telefoon',
  'E-mail',
  'Gemeenten',
  'Uurtarief in eurocenten',
  'Reiskosten in eurocenten',
  'Reistijd in minuten',
  'Gestopt op',
];

const csvRij = (r: TolkRij, namen: Map<string, string>): Cel[] => [
  r.naam,
  r.talen.map((x) => `${x.taal} (${x.niveau})`).join(', '),
  r.rbtv,
  r.vormen.join(', '),
  r.telefoon,
  r.email,
  r.gemeenteIds.flatMap((id) => namen.get(id) ?? []).join(', '),
  r.uurtariefCent,
  r.reiskostenCent,
  r.reisMinuten,
  r.gestoptOp,
];

function registreerUitvoer(app: App, t: Toepassing): void {
  app.post(
    '/v1/tolken/_exporteer',
    {
      config: { handeling: 'tolk.bewerken' },
      schema: {
        tags,
        summary: 'Het rooster van tolken als CSV, met dezelfde filters',
        body: TolkUitvoerVraag,
        response: {
          200: { description: 'CSV', content: { 'text/csv': { schema: z.string() } } },
          ...problemen,
        },
      },
    },
    async (req, reply) => {
      const csv = await req.inBereik(async (tx) => {
        const namen = await leesGemeentenamen(tx);
        const rijen = (await leesTolken(tx)).filter((r) => past(r, req.body, t.klok.vandaag()));
        await req.spoor(tx, { handeling: 'exporteren', objectSoort: 'tolk' });
        return maakCsv(
          KOP,
          rijen.map((r) => csvRij(r, namen)),
        );
      });
      return reply
        .header('content-type', 'text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="tolken-${t.klok.vandaag()}.csv"`)
        .send(csv);
    },
  );
}

type Dag = Weekrooster['tolken'][number]['dagen'][number];

const opKlok = new Intl.DateTimeFormat('nl-NL', {
  timeZone: 'Europe/Amsterdam',
  hour: '2-digit',
  minute: '2-digit',
});
const klok = (iso: string) => opKlok.format(new Date(iso));

function dagVan(r: TolkRij, dag: Datum, bezet: readonly Boeking[]): Dag {
  const { vanOp: begin } = tijdvak({ datum: dag, tijd: '00:00', duurMinuten: 1 });
  const { vanOp: einde } = tijdvak({ datum: plusDagen(dag, 1), tijd: '00:00', duurMinuten: 1 });
  const gestopt = r.gestoptOp && dag >= r.gestoptOp;
  return {
    dag,
    uren: gestopt
      ? []
      : urenOp(alsKeuze(r).rooster, dag).map((u) => ({ van: alsTijd(u.van), tot: alsTijd(u.tot) })),
    bezet: bezet
      .filter((b) => b.tolkId === r.tolkId && b.vanOp < einde && b.totOp > begin)
      .map((b) => ({ van: klok(b.vanOp), tot: klok(b.totOp), vorm: b.vorm, inzetId: b.inzetId })),
  };
}

async function leesWeek(
  tx: Tx,
  vraag: z.infer<typeof WeekVraag>,
  vandaag: Datum,
): Promise<Weekrooster> {
  const { vanaf, page, pageSize, ...filters } = vraag;
  const begin = vanaf as Datum;
  const gevonden = (await leesTolken(tx)).filter((r) => past(r, filters, vandaag));
  const blad = gevonden.slice((page - 1) * pageSize, page * pageSize);
  const { vanOp } = tijdvak({ datum: begin, tijd: '00:00', duurMinuten: 1 });
  const { vanOp: totOp } = tijdvak({
    datum: plusDagen(begin, WEEK),
    tijd: '00:00',
    duurMinuten: 1,
  });
  const ids = blad.map((r) => r.tolkId);
  const bezet = await leesBezet(tx, ids, vanOp, totOp);
  const dagen = Array.from({ length: WEEK }, (_, i) => plusDagen(begin, i));
  return {
    vanaf,
    tolken: blad.map((r) => ({
      tolkId: r.tolkId,
      naam: r.naam,
      talen: r.talen.map((x) => x.taal),
      dagen: dagen.map((dag) => dagVan(r, dag, bezet)),
    })),
    totaal: gevonden.length,
    page,
    pageSize,
  };
}

function registreerWeek(app: App, t: Toepassing): void {
  app.post(
    '/v1/tolken/_week',
    {
      config: { handeling: 'tolk.lezen' },
      schema: {
        tags,
        summary: 'Wanneer tolken een week lang kunnen en bezet zijn',
        body: WeekVraag,
        response: { 200: WeekroosterSchema, ...problemen },
      },
    },
    (req) => req.inBereik((tx) => leesWeek(tx, req.body, t.klok.vandaag())),
  );
}
