import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { gemeentenVoor } from '../../server/auth/rechten.ts';
import { nietGevonden, Probleem, problemen } from '../../server/http/probleem.ts';
import type { App, Routes, Toepassing } from '../../server/toepassing.ts';
import { brpGroepen } from './brp.ts';
import { gedragVan, naarBrp, naarDuo } from './gedrag.ts';
import type { Gemeentenamen } from './inWoorden.ts';
import { detailVan, staatVan } from './inWoorden.ts';
import {
  BrpWijziging,
  Gebeurtenis,
  Gedrag,
  Nabootsing,
  Personen,
  PersonenVraag,
  PersoonDetail,
  Verstuurd,
} from './nabootsing.schema.ts';
import { leesGemeenten } from './nabootsing.store.ts';
import {
  type BrpKort,
  type EenPersoon,
  type KortePersoon,
  NabootsingWeg,
  type Simulatoren,
  simulatoren,
} from './simulatoren.ts';

const PER_BLADZIJDE = 25;
const TAG = { tags: ['Oefenomgeving'] };
const CONFIG = { config: { handeling: 'nabootsing.bedienen' } } as const;

/** Wat een verzoek nodig heeft: de nabootsingen, en de gemeenten van deze gebruiker. */
type Bediening = { sim: Simulatoren; eigen: ReadonlySet<string>; namen: Gemeentenamen };

/**
 * De nagebootste DUO en BRP bedienen, voor demonstratie en training. In productie bestaan deze
 * routes niet.
 */
export const registreerNabootsing: Routes = (app, t) => {
  if (t.config.MEEDOEN_OMGEVING === 'productie') return;
  lezen(app, t);
  personen(app, t);
  persoon(app, t);
  doen(app, t);
};

/** Vertaalt een nabootsing die zwijgt naar een antwoord dat zegt wat er aan de hand is. */
async function metNabootsing<T>(
  t: Toepassing,
  req: FastifyRequest,
  doe: (b: Bediening) => Promise<T>,
): Promise<T> {
  if (!t.nabootsingen) throw nietGevonden('De nabootsing');
  const rijen = await t.db.zonderDossiers(leesGemeenten);
  const ids = new Set(gemeentenVoor(req.gebruiker, 'nabootsing.bedienen'));
  const eigen = new Set(rijen.filter((g) => ids.has(g.id)).map((g) => g.code));
  const namen = new Map(rijen.map((g) => [g.code, g.naam]));
  try {
    return await doe({ sim: simulatoren(t.nabootsingen), eigen, namen });
  } catch (fout) {
    if (!(fout instanceof NabootsingWeg)) throw fout;
    const tekst = 'De nabootsing van DUO en de BRP antwoordt niet. Probeer het zo weer.';
    throw new Probleem(503, 'nabootsing-weg', tekst);
  }
}

/** Iemand die DUO kent en die van een eigen gemeente is of was. */
async function vindPersoon({ sim, eigen }: Bediening, id: string): Promise<EenPersoon> {
  const een = await sim.persoon(id);
  if (!een?.kort.gemeenten.some((code) => eigen.has(code))) throw nietGevonden('Deze persoon');
  return een;
}

function lezen(app: App, t: Toepassing): void {
  app.get(
    '/v1/nabootsing',
    {
      ...CONFIG,
      schema: {
        ...TAG,
        summary: 'Hoe de nagebootste DUO en BRP zich gedragen, en wat ze kunnen melden',
        response: { 200: Nabootsing, ...problemen },
      },
    },
    (req) =>
      metNabootsing(t, req, async ({ sim, namen }) => {
        const [duo, brp, gebeurtenissen, bekend] = await Promise.all([
          sim.gedrag(),
          sim.brpGedrag(),
          sim.soorten(),
          sim.personen(),
        ]);
        const gemeenten = (bekend?.gemeenten ?? [])
          .map((code) => ({ code, naam: namen.get(code) ?? code }))
          .sort((x, y) => x.naam.localeCompare(y.naam, 'nl'));
        return { gedrag: gedragVan(duo, brp), gebeurtenissen, gemeenten };
      }),
  );

  app.put(
    '/v1/nabootsing/gedrag',
    {
      ...CONFIG,
      schema: {
        ...TAG,
        summary: 'Het gedrag van de nagebootste DUO en BRP zetten',
        body: Gedrag,
        response: { 200: Gedrag, ...problemen },
      },
    },
    (req) =>
      metNabootsing(t, req, async ({ sim }) => {
        await t.db.zonderDossiers((tx) =>
          req.spoor(tx, { handeling: 'wijzigen', objectSoort: 'nabootsing' }),
        );
        return gedragVan(
          await sim.zetGedrag(naarDuo(req.body)),
          await sim.zetBrpGedrag(naarBrp(req.body)),
        );
      }),
  );
}

function personen(app: App, t: Toepassing): void {
  app.post(
    '/v1/nabootsing/personen/_zoek',
    {
      ...CONFIG,
      schema: {
        ...TAG,
        summary: 'Mensen die de nagebootste DUO kent',
        body: PersonenVraag,
        response: { 200: Personen, ...problemen },
      },
    },
    (req) =>
      metNabootsing(t, req, async ({ sim, eigen, namen }) => {
        const [duo, brp] = await Promise.all([sim.personen(), sim.brpPersonen()]);
        const opBsn = new Map(brp.map((p) => [p.burgerservicenummer, p]));
        const alle = (duo?.personen ?? [])
          .filter((p) => p.gemeenten.some((code) => eigen.has(code)))
          .map((p) => ({ p, naam: naamVan(p, opBsn) }))
          .filter(({ p, naam }) => past(p, naam, req.body.zoek))
          .sort((x, y) => x.naam.localeCompare(y.naam, 'nl'));
        const { page } = req.body;
        const items = alle
          .slice((page - 1) * PER_BLADZIJDE, page * PER_BLADZIJDE)
          .map(({ p, naam }) => ({
            id: p.id,
            naam,
            gemeente: namen.get(p.gemeentecode ?? '') ?? null,
            doelgroep: p.doelgroep ?? null,
            staat: staatVan(p),
          }));
        return { items, totaal: alle.length, page, pageSize: PER_BLADZIJDE };
      }),
  );
}

function persoon(app: App, t: Toepassing): void {
  app.get(
    '/v1/nabootsing/personen/:persoonId',
    {
      ...CONFIG,
      schema: {
        ...TAG,
        summary: 'Wat de nagebootste DUO van iemand weet, en welke berichten er gingen',
        params: z.object({ persoonId: z.string().max(40) }),
        response: { 200: PersoonDetail, ...problemen },
      },
    },
    (req) =>
      metNabootsing(t, req, async (b) => {
        const een = await vindPersoon(b, req.params.persoonId);
        const brp = (await b.sim.brpPersonen()).find((p) => p.burgerservicenummer === een.kort.bsn);
        await t.db.zonderDossiers((tx) =>
          req.spoor(tx, { handeling: 'lezen', objectSoort: 'nabootsing' }),
        );
        const opBsn = new Map(brp ? [[brp.burgerservicenummer, brp]] : []);
        return {
          ...detailVan(een, b.namen),
          naam: naamVan(een.kort, opBsn),
          inBrp: brp !== undefined,
          overleden: brp?.overlijden !== undefined,
        };
      }),
  );
}

function doen(app: App, t: Toepassing): void {
  app.post(
    '/v1/nabootsing/gebeurtenissen',
    {
      ...CONFIG,
      schema: {
        ...TAG,
        summary: 'De nagebootste DUO een gebeurtenis laten melden',
        body: Gebeurtenis,
        response: { 200: Verstuurd, ...problemen },
      },
    },
    (req) =>
      metNabootsing(t, req, async (b) => {
        const { persoonId, gebeurtenisId, metGevolg, ...gevolg } = req.body;
        const { kort } = await vindPersoon(b, persoonId);
        const { bsn, vNummer } = kort;
        await t.db.zonderDossiers((tx) =>
          req.spoor(tx, { handeling: 'wijzigen', objectSoort: 'nabootsing' }),
        );
        const uitkomst = await b.sim.stuur({
          ...(bsn ? { bsn } : {}),
          ...(vNummer ? { vNummer } : {}),
          gebeurtenisId,
          ...(metGevolg ? { gevolg } : {}),
        });
        if (uitkomst && uitkomst.fouten.length > 0) {
          const tekst = 'DUO weet niet bij welke gemeente deze persoon hoort.';
          throw new Probleem(409, 'geweigerd', tekst);
        }
        return { berichten: uitkomst?.berichtIds.length ?? 0 };
      }),
  );

  app.post(
    '/v1/nabootsing/brp',
    {
      ...CONFIG,
      schema: {
        ...TAG,
        summary: 'Iemand in de nagebootste BRP laten veranderen',
        body: BrpWijziging,
        response: { 200: z.object({ gelukt: z.boolean() }), ...problemen },
      },
    },
    (req) =>
      metNabootsing(t, req, async (b) => {
        const { bsn } = (await vindPersoon(b, req.body.persoonId)).kort;
        const bekend = (await b.sim.brpPersonen()).some((p) => p.burgerservicenummer === bsn);
        if (!bekend) throw new Probleem(409, 'geweigerd', 'De BRP kent deze persoon niet.');
        await t.db.zonderDossiers((tx) =>
          req.spoor(tx, { handeling: 'wijzigen', objectSoort: 'nabootsing' }),
        );
        await b.sim.wijzigBrp({ burgerservicenummer: bsn, ...brpGroepen(req.body) });
        return { gelukt: true };
      }),
  );
}

function naamVan({ bsn, vNummer }: KortePersoon, brp: ReadonlyMap<string, BrpKort>): string {
  const naam = bsn === undefined ? undefined : brp.get(bsn)?.naam?.volledigeNaam;
  return naam ?? (vNummer ? `Onbekend in de BRP, V-nummer ${vNummer}` : 'Onbekend in de BRP');
}

function past({ bsn, vNummer }: KortePersoon, naam: string, zoek: string | undefined): boolean {
  if (!zoek) return true;
  if (/^\d+$/.test(zoek)) return bsn === zoek || vNummer === zoek;
  return naam.toLocaleLowerCase('nl').includes(zoek.toLocaleLowerCase('nl'));
}
