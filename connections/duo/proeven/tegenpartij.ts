import type { IncomingHttpHeaders } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type DuoOpties, duoClient } from '../client.ts';
import { basisUrlsOnder, httpDuoTransport } from '../transport.ts';
import { type DuoApi, VERWACHTE_VERSIE } from '../versies.ts';

export const DUO_OIN = '00000099000000000042';
export const GEMEENTE_OIN = '00000099010100000000';
/** Een verzonnen nummer dat aan de elfproef voldoet. */
export const BSN = '999000032';
export const INSTELLING = '1000000101';

type Ontvangen = { method: string; pad: string; koppen: IncomingHttpHeaders; body: unknown };
type Antwoord = { status: number; body?: unknown; versie?: string };

/** Een tegenpartij die antwoordt wat de proef zegt, en onthoudt wat er werd gevraagd. */
export async function startTegenpartij(opties: DuoOpties = {}) {
  const ontvangen: Ontvangen[] = [];
  let antwoord: Antwoord = { status: 404 };
  const server = createServer((verzoek, uit) => {
    const stukken: Buffer[] = [];
    verzoek.on('data', (stuk: Buffer) => stukken.push(stuk));
    verzoek.on('end', () => {
      const tekst = String(Buffer.concat(stukken));
      const pad = verzoek.url ?? '';
      const body = tekst === '' ? undefined : JSON.parse(tekst);
      ontvangen.push({ method: verzoek.method ?? '', pad, koppen: verzoek.headers, body });
      const api = pad.split('/')[1] as DuoApi;
      uit.writeHead(antwoord.status, { 'API-Version': antwoord.versie ?? VERWACHTE_VERSIE[api] });
      uit.end(antwoord.body === undefined ? undefined : JSON.stringify(antwoord.body));
    });
  });
  await new Promise<void>((klaar) => server.listen(0, '127.0.0.1', klaar));
  const { port } = server.address() as AddressInfo;
  const basisUrls = basisUrlsOnder(`http://127.0.0.1:${port}`);
  const transport = httpDuoTransport({ basisUrls, doel: DUO_OIN, timeoutMs: 5000 });
  const client = duoClient(transport, opties);
  return {
    ontvangen,
    duo: client.voor(GEMEENTE_OIN),
    antwoordMet(volgend: Antwoord) {
      antwoord = volgend;
      ontvangen.length = 0;
    },
    async sluit() {
      await client.sluit();
      server.closeAllConnections();
      server.close();
    },
  };
}
