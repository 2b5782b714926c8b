import { Socket } from 'node:net';

type Schrijf = (chunk: string | Uint8Array, ...rest: never[]) => boolean;

/**
 * Verbinding die alles wat in één slag van de lus wordt geschreven als één pakket verstuurt. Zo reist `begin` echt
 * met de eerste vraag mee en het logboek met `commit`: elke losse schrijfactie is anders een systeemaanroep hier en
 * een keer wakker worden daar.
 * @returns een nog niet verbonden socket.
 */
export function bundelendeSocket(): Socket {
  const socket = new Socket();
  const schrijf: Schrijf = Socket.prototype.write.bind(socket);
  let bundelt = false;
  const verstuur = () => {
    bundelt = false;
    socket.uncork();
  };
  const schrijfSamen: Schrijf = (...stuk) => {
    if (!bundelt) {
      bundelt = true;
      socket.cork();
      // Na alle beloften van deze slag: daarin komen de volgende vragen er nog bij.
      queueMicrotask(() => process.nextTick(verstuur));
    }
    return schrijf(...stuk);
  };
  // Pas na het verbinden: `connect` zet de gewone `write` terug.
  socket.once('connect', () => {
    socket.write = schrijfSamen as Socket['write'];
  });
  return socket;
}
