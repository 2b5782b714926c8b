import { once } from 'node:events';
import type { IncomingHttpHeaders, Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { DuoSimulatorOpties } from './app.ts';
import { buildDuoSimulator } from './app.ts';

/** Verzonnen OIN's en personen voor proeven. */
export const DUO = '00000099000000000042';
export const GEMEENTE_A = '00000099000000000101';
export const GEMEENTE_B = '00000099000000000202';
export const BSN = '999000032';
const ASIEL = { indeling: 'Asielstatushouder', begindatum: '2026-01-05' };
export const PERSOON = {
  bsn: BSN,
  vNummer: '0012345678',
  gemeentecode: '0101',
  vestigingsdatum: '2026-02-01',
  doelgroep: ASIEL,
  plicht: { indicatorInburgeringsplicht: true, begindatum: '2026-01-05' },
};

/** Start een simulator op een vrije poort, met hulp om beide kanten aan te spreken. */
export async function startSimulator(opties: Partial<DuoSimulatorOpties> = {}) {
  const app = buildDuoSimulator({
    meedoenUrl: 'http://127.0.0.1:9',
    oinDuo: DUO,
    klok: () => '2026-11-21',
    gemeenten: { [GEMEENTE_A]: '0101', [GEMEENTE_B]: '0202' },
    herkansing: { eerste: 5, hoogste: 20 },
    ...opties,
  });
  const adres = await app.listen({ host: '127.0.0.1', port: 0 });
  const vraag = async (methode: string, pad: string, inhoud?: unknown, koppen = {}) => {
    const antwoord = await fetch(`${adres}${pad}`, {
      method: methode,
      headers: {
        ...(inhoud === undefined ? {} : { 'content-type': 'application/json' }),
        ...koppen,
      },
      ...(inhoud === undefined ? {} : { body: JSON.stringify(inhoud) }),
    });
    const tekst = await antwoord.text();
    const body: unknown = tekst === '' ? undefined : JSON.parse(tekst);
    return { status: antwoord.status, versie: antwoord.headers.get('api-version'), body };
  };
  return {
    app,
    adres,
    bedien: (methode: string, pad: string, inhoud?: unknown) =>
      vraag(methode, `/simulator${pad}`, inhoud),
    duo: (methode: string, pad: string, inhoud?: unknown, koppen: Record<string, string> = {}) =>
      vraag(methode, `/duo${pad}`, inhoud, {
        bron: GEMEENTE_A,
        doel: DUO,
        berichtId: crypto.randomUUID(),
        ...koppen,
      }),
  };
}

type Bericht = { koppen: IncomingHttpHeaders; inhoud: Record<string, unknown> };

/** Een ontvanger in de plaats van Meedoen; `statussen` beantwoordt de eerste verzoeken. */
export async function startOntvanger(statussen: number[] = []) {
  const berichten: Bericht[] = [];
  const server: Server = createServer((verzoek, antwoord) => {
    const stukken: Buffer[] = [];
    verzoek.on('data', (stuk: Buffer) => stukken.push(stuk));
    verzoek.on('end', () => {
      berichten.push({
        koppen: verzoek.headers,
        inhoud: JSON.parse(String(Buffer.concat(stukken))),
      });
      antwoord.writeHead(statussen.shift() ?? 201).end();
      server.emit('bericht');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    berichten,
    async wachtOp(aantal: number) {
      while (berichten.length < aantal) await once(server, 'bericht');
      return berichten;
    },
    async sluit() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
