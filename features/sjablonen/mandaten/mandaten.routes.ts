import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Reden } from '../../../rules/shared/antwoord.ts';
import { type Datum, datum, laatste, plusDagen } from '../../../rules/shared/datum.ts';
import { inWoorden } from '../../../rules/shared/tekst.ts';
import { mag } from '../../../server/auth/rechten.ts';
import { dagVan } from '../../../server/bericht/moment.ts';
import type { Tx } from '../../../server/db/db.ts';
import { leesGemeente } from '../../../server/dossier/brief.ts';
import { geweigerd, nietGevonden, problemen } from '../../../server/http/probleem.ts';
import { nieuwId } from '../../../server/id.ts';
import type { App, Toepassing } from '../../../server/toepassing.ts';
import { gemeenteVan } from '../proefbrief.routes.ts';
import {
  BeeindigVerzoek,
  GemeenteParams,
  type Mandaat,
  MandaatParams,
  MandaatVerzoek,
  type Mandaten,
  MandatenSchema,
} from '../sjablonen.schema.ts';
import { houdVast } from '../sjablonen.store.ts';
import {
  beeindigMandaat,
  bewaarMandaat,
  leesKandidaten,
  leesMandaten,
  type MandaatRij,
  trekMandaatIn,
} from './mandaten.store.ts';

const tags = ['Sjablonen'];
const response = { 200: MandatenSchema, ...problemen };

function staatVan(r: MandaatRij, vandaag: Datum): Mandaat['staat'] {
  if (r.ingetrokkenOp) return 'ingetrokken';
  if (r.geldigVanaf > vandaag) return 'gepland';
  return r.geldigTot !== null && r.geldigTot <= vandaag ? 'voorbij' : 'geldt';
}

const toonRij = ({ geldigTot, ...r }: MandaatRij, vandaag: Datum): Mandaat => ({
  ...r,
  soort: r.soort as Mandaat['soort'],
  totEnMet: geldigTot && plusDagen(geldigTot, -1),
  staat: staatVan({ ...r, geldigTot }, vandaag),
});

async function toon(tx: Tx, req: FastifyRequest, vandaag: Datum): Promise<Mandaten> {
  const gemeenteId = gemeenteVan(req);
  const { naam } = await leesGemeente(tx, gemeenteId);
  const rijen = await leesMandaten(tx, gemeenteId);
  return {
    gemeente: { id: gemeenteId, naam },
    vandaag,
    magWijzigen: mag(req.gebruiker, 'sjabloon.wijzigen', gemeenteId),
    medewerkers: await leesKandidaten(tx, gemeenteId, vandaag),
    mandaten: rijen.map((r) => toonRij(r, vandaag)),
  };
}

type Verzoek = z.infer<typeof MandaatVerzoek>;

/** Twee mandaten voor hetzelfde op dezelfde dag: dan is niet te zeggen welke tekst onder de brief hoort. */
function overlap(v: Verzoek, tot: Datum | null, rijen: readonly MandaatRij[]): Reden[] {
  const ander = rijen.find(
    (r) =>
      !r.ingetrokkenOp &&
      r.soort === v.soort &&
      r.medewerkerId === v.medewerkerId &&
      (tot === null || r.geldigVanaf < tot) &&
      (r.geldigTot === null || v.geldigVanaf < r.geldigTot),
  );
  if (!ander) return [];
  return [
    {
      code: 'mandaat-dubbel',
      tekst: `${ander.naam} heeft dit mandaat al vanaf ${inWoorden(ander.geldigVanaf)}. Beëindig dat eerst.`,
      veld: 'medewerkerId',
    },
  ];
}

async function geef(tx: Tx, req: FastifyRequest, t: Toepassing, v: Verzoek): Promise<string> {
  const gemeenteId = gemeenteVan(req);
  const vandaag = t.klok.vandaag();
  await houdVast(tx, gemeenteId);
  const tot = v.totEnMet ? plusDagen(datum(v.totEnMet), 1) : null;
  const redenen = overlap(v, tot, await leesMandaten(tx, gemeenteId));
  const kandidaten = await leesKandidaten(tx, gemeenteId, vandaag);
  if (!kandidaten.some((k) => k.id === v.medewerkerId)) throw nietGevonden('Deze medewerker');
  if (v.totEnMet && v.totEnMet < v.geldigVanaf)
    redenen.push({
      code: 'einde-voor-begin',
      tekst: 'De laatste dag ligt vóór de eerste.',
      veld: 'totEnMet',
    });
  if (redenen.length > 0) throw geweigerd('Dit mandaat kan zo niet worden vastgelegd.', redenen);
  const id = nieuwId();
  await bewaarMandaat(tx, {
    ...v,
    id,
    gemeenteId,
    geldigVanaf: datum(v.geldigVanaf),
    geldigTot: tot,
    door: req.gebruiker.id,
    op: t.klok.nu(),
  });
  return id;
}

/** Het mandaat van het adres, als er nog iets aan te veranderen is. */
async function lopend(tx: Tx, req: FastifyRequest, id: string): Promise<MandaatRij> {
  const gemeenteId = gemeenteVan(req);
  await houdVast(tx, gemeenteId);
  const rij = (await leesMandaten(tx, gemeenteId)).find((r) => r.id === id);
  if (!rij) throw nietGevonden('Dit mandaat');
  if (!rij.ingetrokkenOp) return rij;
  throw geweigerd('Dit mandaat is al ingetrokken.', [
    {
      code: 'al-ingetrokken',
      tekst: `${rij.ingetrokkenDoor} trok het in op ${inWoorden(dagVan(rij.ingetrokkenOp))}.`,
    },
  ]);
}

async function beeindig(
  tx: Tx,
  req: FastifyRequest,
  id: string,
  totEnMet: Datum,
  vandaag: Datum,
): Promise<void> {
  const rij = await lopend(tx, req, id);
  // Wat al met dit mandaat is getekend, mag er niet achteraf zonder komen te staan.
  const eerste = laatste(rij.geldigVanaf, plusDagen(vandaag, -1));
  if (totEnMet < eerste)
    throw geweigerd('Het mandaat kan niet eerder eindigen.', [
      {
        code: 'einde-te-vroeg',
        tekst: `Kies ${inWoorden(eerste)} of later: wat al getekend is, blijft geldig.`,
        veld: 'totEnMet',
      },
    ]);
  await beeindigMandaat(tx, { gemeenteId: gemeenteVan(req), id }, plusDagen(totEnMet, 1));
}

async function trekIn(tx: Tx, req: FastifyRequest, t: Toepassing, id: string): Promise<void> {
  const rij = await lopend(tx, req, id);
  if (rij.geldigVanaf <= t.klok.vandaag())
    throw geweigerd('Dit mandaat is al ingegaan.', [
      { code: 'al-ingegaan', tekst: 'Geef het een laatste dag in plaats van het in te trekken.' },
    ]);
  await trekMandaatIn(tx, { gemeenteId: gemeenteVan(req), id }, req.gebruiker.id, t.klok.nu());
}

const spoor = (tx: Tx, req: FastifyRequest, objectId: string) =>
  req.spoor(tx, {
    handeling: 'wijzigen',
    objectSoort: 'mandaat',
    objectId,
    gemeenteId: gemeenteVan(req),
  });

const ADRES = '/v1/gemeenten/:gemeenteId/mandaten';

function registreerLezen(app: App, t: Toepassing): void {
  app.get(
    ADRES,
    {
      config: { handeling: 'sjabloon.lezen' },
      schema: { tags, summary: 'Het mandaatregister', params: GemeenteParams, response },
    },
    (req) => req.inBereik((tx) => toon(tx, req, t.klok.vandaag())),
  );
}

function registreerWijzigen(app: App, t: Toepassing): void {
  const config = { handeling: 'sjabloon.wijzigen' } as const;
  const doe = async (tx: Tx, req: FastifyRequest, id: string) => {
    await spoor(tx, req, id);
    return toon(tx, req, t.klok.vandaag());
  };
  app.post(
    ADRES,
    {
      config,
      schema: {
        tags,
        summary: 'Een mandaat geven',
        params: GemeenteParams,
        body: MandaatVerzoek,
        response,
      },
    },
    (req) => req.inBereik(async (tx) => doe(tx, req, await geef(tx, req, t, req.body))),
  );
  app.post(
    `${ADRES}/:mandaatId/_beeindigen`,
    {
      config,
      schema: {
        tags,
        summary: 'Een mandaat een laatste dag geven',
        params: MandaatParams,
        body: BeeindigVerzoek,
        response,
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const { mandaatId } = req.params;
        await beeindig(tx, req, mandaatId, datum(req.body.totEnMet), t.klok.vandaag());
        return doe(tx, req, mandaatId);
      }),
  );
  app.post(
    `${ADRES}/:mandaatId/_intrekken`,
    {
      config,
      schema: {
        tags,
        summary: 'Een mandaat intrekken dat nog niet is ingegaan',
        params: MandaatParams,
        response,
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        await trekIn(tx, req, t, req.params.mandaatId);
        return doe(tx, req, req.params.mandaatId);
      }),
  );
}

/** Wie namens het college welk besluit mag tekenen. */
export function registreerMandaten(app: App, t: Toepassing): void {
  registreerLezen(app, t);
  registreerWijzigen(app, t);
}
