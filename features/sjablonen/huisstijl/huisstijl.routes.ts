import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { mag } from '../../../server/auth/rechten.ts';
import type { Tx } from '../../../server/db/db.ts';
import type { GemeenteStijl } from '../../../server/db/tables.ts';
import { leesGemeente } from '../../../server/dossier/brief.ts';
import { botsing, geweigerd, problemen } from '../../../server/http/probleem.ts';
import { nieuwId } from '../../../server/id.ts';
import type { App, Toepassing } from '../../../server/toepassing.ts';
import { keurStijl } from '../keur.ts';
import { gemeenteVan, tekenMet } from '../proefbrief.routes.ts';
import {
  GemeenteParams,
  type Huisstijl,
  HuisstijlProef,
  HuisstijlSchema,
  HuisstijlVerzoek,
  type Stijl,
  VoorbeeldSchema,
} from '../sjablonen.schema.ts';
import { houdVast } from '../sjablonen.store.ts';
import { bewaarHuisstijl, type HuisstijlRij, leesHuisstijlen } from './huisstijl.store.ts';
import { keurLogo } from './logo.ts';

const tags = ['Sjablonen'];

const VELDEN: Record<keyof Stijl, string> = {
  adres: 'adres',
  postcode: 'postcode',
  plaats: 'plaats',
  telefoon: 'telefoonnummer',
  email: 'e-mailadres',
  website: 'website',
  kleur: 'kleur',
};
const NAMEN = Object.keys(VELDEN) as (keyof Stijl)[];

const vol = (stijl: GemeenteStijl): Stijl =>
  Object.fromEntries(NAMEN.map((n) => [n, stijl[n] ?? ''])) as Stijl;

/** Wat er bij een wijziging anders werd dan de keer ervoor. */
function watAnders(nu: HuisstijlRij, eerder: HuisstijlRij | undefined): string[] {
  const anders = NAMEN.filter((n) => (nu.stijl[n] ?? '') !== (eerder?.stijl[n] ?? ''));
  const logo = nu.logo === (eerder?.logo ?? null) ? [] : ['logo'];
  return [...anders.map((n) => VELDEN[n]), ...logo];
}

async function toon(tx: Tx, req: FastifyRequest): Promise<Huisstijl> {
  const gemeenteId = gemeenteVan(req);
  const { naam, stijl, logo } = await leesGemeente(tx, gemeenteId);
  const rijen = await leesHuisstijlen(tx, gemeenteId);
  return {
    gemeente: { id: gemeenteId, naam },
    magWijzigen: mag(req.gebruiker, 'sjabloon.wijzigen', gemeenteId),
    stijl: vol(stijl),
    logo,
    eerder: rijen.map((r, i) => ({ door: r.door, op: r.op, wat: watAnders(r, rijen[i + 1]) })),
    revisie: rijen.length,
  };
}

type Proef = z.infer<typeof HuisstijlProef>;

/** De stijl en het logo na de keuring, of een weigering met elke reden. */
function keur({ stijl, logo }: Proef, nu: string | null): { stijl: Stijl; logo: string | null } {
  const redenen = keurStijl(stijl);
  const uit = logo === undefined || logo === 'weg' ? undefined : keurLogo(logo.soort, logo.inhoud);
  if (uit && 'redenen' in uit) redenen.push(...uit.redenen);
  if (redenen.length > 0) throw geweigerd('Deze huisstijl kan zo niet.', redenen);
  const nieuw = uit && 'svg' in uit ? uit.svg : undefined;
  return { stijl, logo: nieuw ?? (logo === 'weg' ? null : nu) };
}

async function bewaar(
  tx: Tx,
  req: FastifyRequest,
  t: Toepassing,
  { revisie, ...proef }: z.infer<typeof HuisstijlVerzoek>,
): Promise<string> {
  const gemeenteId = gemeenteVan(req);
  await houdVast(tx, gemeenteId);
  const rijen = await leesHuisstijlen(tx, gemeenteId);
  if (rijen.length !== revisie)
    throw botsing({
      wie: rijen[0]?.door ?? 'Iemand anders',
      wanneer: rijen[0]?.op ?? '',
      wat: 'de huisstijl',
    });
  const hoofd = await leesGemeente(tx, gemeenteId);
  const goed = keur(proef, hoofd.logo);
  // Een logo dat de brief niet kan tekenen, houdt later elke brief tegen.
  tekenMet({ naam: hoofd.naam, ...goed }, 'oproep');
  const id = nieuwId();
  const wie = { door: req.gebruiker.id, op: t.klok.nu() };
  await bewaarHuisstijl(tx, { gemeenteId, id, ...goed, ...wie });
  return id;
}

/** Logo, kleur en adres boven elke brief van een gemeente. */
export function registreerHuisstijl(app: App, t: Toepassing): void {
  const adres = '/v1/gemeenten/:gemeenteId/huisstijl';
  const response = { 200: HuisstijlSchema, ...problemen };
  app.get(
    adres,
    {
      config: { handeling: 'sjabloon.lezen' },
      schema: { tags, summary: 'De huisstijl van een gemeente', params: GemeenteParams, response },
    },
    (req) => req.inBereik((tx) => toon(tx, req)),
  );
  app.put(
    adres,
    {
      config: { handeling: 'sjabloon.wijzigen' },
      schema: {
        tags,
        summary: 'De huisstijl vastleggen; brieven nemen haar meteen',
        params: GemeenteParams,
        body: HuisstijlVerzoek,
        response,
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const objectId = await bewaar(tx, req, t, req.body);
        const gemeenteId = gemeenteVan(req);
        await req.spoor(tx, {
          handeling: 'wijzigen',
          objectSoort: 'huisstijl',
          objectId,
          gemeenteId,
        });
        return toon(tx, req);
      }),
  );
  app.post(
    `${adres}/_voorbeeld`,
    {
      config: { handeling: 'sjabloon.lezen' },
      schema: {
        tags,
        summary: 'Een brief met deze huisstijl, aan iemand die niet bestaat',
        params: GemeenteParams,
        body: HuisstijlProef,
        response: { 200: VoorbeeldSchema, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const hoofd = await leesGemeente(tx, gemeenteVan(req));
        return { svg: tekenMet({ naam: hoofd.naam, ...keur(req.body, hoofd.logo) }, 'oproep') };
      }),
  );
}
