import type { FastifyRequest } from 'fastify';
import type { Tx } from '../../server/db/db.ts';
import { eenmalig } from '../../server/http/idempotentie.ts';
import { botsing, geweigerd, nietGevonden, problemen } from '../../server/http/probleem.ts';
import { nieuwId } from '../../server/id.ts';
import type { App, Toepassing } from '../../server/toepassing.ts';
import { NieuweTolk, Tolk, TolkParams, TolkWijziging } from './tolken.schema.ts';
import {
  laatsteWijziging,
  leesGemeentenamen,
  leesTolk,
  voegTolkToe,
  wijzigTolk,
} from './tolken.store.ts';
import { toonTolk } from './toon.ts';

const tags = ['Tolken'];

/** Een gemeente waarvoor de gebruiker niets mag, kan hij niet kiezen. */
function keurGemeenten(req: FastifyRequest, gemeenteIds: readonly string[]): void {
  if (gemeenteIds.every((id) => req.gemeenten.includes(id))) return;
  throw geweigerd('U kunt niet voor al deze gemeenten tolken toevoegen.', [
    {
      code: 'gemeente-niet-van-u',
      tekst: 'Kies alleen gemeenten waarvoor u tolken bijhoudt.',
      veld: 'gemeenteIds',
    },
  ]);
}

async function toonEen(tx: Tx, req: FastifyRequest, tolkId: string): Promise<Tolk> {
  const rij = await leesTolk(tx, tolkId);
  if (!rij) throw nietGevonden('Deze tolk');
  return toonTolk(rij, await leesGemeentenamen(tx), req.gemeenten);
}

/** Een tolk toevoegen of wijzigen. */
export function registreerBewaren(app: App, t: Toepassing): void {
  const door = (req: FastifyRequest) => ({ nu: t.klok.nu(), medewerkerId: req.gebruiker.id });
  app.post(
    '/v1/tolken',
    {
      config: { handeling: 'tolk.bewerken' },
      schema: {
        tags,
        summary: 'Een tolk aan het rooster toevoegen',
        body: NieuweTolk,
        response: { 201: Tolk, ...problemen },
      },
    },
    async (req, reply) => {
      keurGemeenten(req, [req.body.gemeenteId, ...req.body.gemeenteIds]);
      const tolk = await req.inBereik((tx) =>
        eenmalig(req, tx, async () => {
          const id = nieuwId();
          await voegTolkToe(tx, id, req.body, door(req));
          const spoor = { handeling: 'wijzigen', objectSoort: 'tolk' } as const;
          await req.spoor(tx, { ...spoor, objectId: id, gemeenteId: req.body.gemeenteId });
          return toonEen(tx, req, id);
        }),
      );
      return reply.code(201).send(tolk);
    },
  );
  app.put(
    '/v1/tolken/:tolkId',
    {
      config: { handeling: 'tolk.bewerken' },
      schema: {
        tags,
        summary: 'Gegevens, rooster en tarief van een tolk wijzigen',
        params: TolkParams,
        body: TolkWijziging,
        response: { 200: Tolk, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const { tolkId } = req.params;
        const { gemeenteId, magWijzigen, gemeente } = await toonEen(tx, req, tolkId);
        if (!magWijzigen) {
          throw geweigerd('U kunt deze tolk niet wijzigen.', [
            { code: 'tolk-van-ander', tekst: `${gemeente} houdt het rooster van deze tolk bij.` },
          ]);
        }
        if (!(await wijzigTolk(tx, { gemeenteId, tolkId }, req.body, door(req)))) {
          const laatste = await laatsteWijziging(tx, tolkId);
          throw botsing({
            wie: laatste?.wie ?? 'een collega',
            wanneer: laatste?.wanneer ?? t.klok.nu(),
            wat: 'de gegevens van de tolk',
          });
        }
        const spoor = { handeling: 'wijzigen', objectSoort: 'tolk' } as const;
        await req.spoor(tx, { ...spoor, objectId: tolkId, gemeenteId });
        return toonEen(tx, req, tolkId);
      }),
  );
}
