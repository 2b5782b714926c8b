import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Persoon } from '../persoon/persoon.ts';
import type { Wereld } from '../wereld.ts';
import { valtOnder } from './bevoegd.ts';

/** De afzender en het kenmerk van een verzoek. */
export type Afzender = { bron: string; berichtId: string; gemeentecode: string };

export type ToegangInstelling = { wereld: Wereld; oinDuo: string; vandaag: () => string };

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Alleen deze API's kennen 401. */
const MET_401 = new Set(['gebeurtenis', 'boete', 'gevolgdeuren']);

/** Controleert de koppen; antwoordt zelf als ze niet kloppen. */
export function leesAfzender(
  { wereld, oinDuo }: ToegangInstelling,
  request: FastifyRequest,
  reply: FastifyReply,
  api: string,
): Afzender | undefined {
  const bron = kop(request, 'bron');
  const berichtId = kop(request, 'berichtid');
  if (bron.length !== 20 || !UUID.test(berichtId) || kop(request, 'doel') !== oinDuo) {
    reply.code(400).send();
    return undefined;
  }
  const gemeentecode = wereld.gemeenteVan(bron);
  if (gemeentecode === undefined) {
    const met401 = MET_401.has(api) && request.method === 'GET';
    reply.code(met401 ? 401 : 403).send();
    return undefined;
  }
  return { bron, berichtId, gemeentecode };
}

/** Controleert of deze gemeente deze persoon mag zien; antwoordt zelf als dat niet zo is. */
export function leesPersoon(
  { wereld, vandaag }: ToegangInstelling,
  { bsn }: { bsn: string },
  { gemeentecode }: Afzender,
  reply: FastifyReply,
): Persoon | undefined {
  if (!/^\d{9}$/.test(bsn)) {
    reply.code(400).send();
    return undefined;
  }
  const persoon = wereld.zoek({ bsn });
  if (!persoon || !valtOnder(persoon, gemeentecode, vandaag())) {
    reply.code(persoon ? 403 : 404).send();
    return undefined;
  }
  return persoon;
}

function kop(request: FastifyRequest, naam: string): string {
  const waarde = request.headers[naam];
  return typeof waarde === 'string' ? waarde : '';
}
