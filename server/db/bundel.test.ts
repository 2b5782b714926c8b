import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundelendeSocket } from './bundel.ts';

let server: Server;
beforeAll(async () => {
  server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => server.close());

async function verbind(): Promise<{ socket: Socket; aankomst: Promise<string> }> {
  const overkant = once(server, 'connection') as Promise<[Socket]>;
  const socket = bundelendeSocket();
  socket.connect((server.address() as AddressInfo).port, '127.0.0.1');
  await once(socket, 'connect');
  const [ander] = await overkant;
  return { socket, aankomst: text(ander) };
}

it('houdt alles van één slag vast, ook wat na een belofte komt, en verstuurt het dan', async () => {
  const { socket, aankomst } = await verbind();
  await new Promise(setImmediate);
  socket.write('een ');
  await Promise.resolve();
  await Promise.resolve();
  socket.write('twee ');
  expect(socket.writableLength).toBe('een twee '.length);
  await new Promise(setImmediate);
  expect(socket.writableLength).toBe(0);
  socket.write('drie');
  socket.end();
  expect(await aankomst).toBe('een twee drie');
});

it('verliest niets als meteen na het schrijven wordt gesloten, ook binnen een eigen bundel', async () => {
  const { socket, aankomst } = await verbind();
  socket.cork();
  socket.write('a');
  socket.write('b');
  socket.uncork();
  socket.end('c');
  expect(await aankomst).toBe('abc');
});
