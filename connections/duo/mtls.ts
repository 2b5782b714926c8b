import type { PeerCertificate } from 'node:tls';
import { checkServerIdentity } from 'node:tls';
import type { Agent } from 'undici';
import type { TlsMateriaal } from '../tls/certificaat.ts';
import type { Gebruikt, Identiteiten } from '../tls/identiteiten.ts';
import type { DuoTransport, DuoTransportInstelling, Oin } from './transport.ts';
import { maakAgent, TransportFout, verstuur } from './transport.ts';

export type DuoMtlsInstelling = DuoTransportInstelling & {
  /** OIN dat op het certificaat van de server moet staan. */
  serverOin: Oin;
};

/**
 * Tweezijdig TLS met een PKIoverheid-certificaat per gemeente of per organisatie. Verandert een
 * certificaat, dan gaat elk volgend verzoek over een nieuwe verbinding; lopende verzoeken maken de
 * oude af.
 */
export function mtlsDuoTransport(
  instelling: DuoMtlsInstelling,
  identiteiten: Identiteiten,
): DuoTransport {
  const lijnen = new Map<Gebruikt, { materiaal: TlsMateriaal; agent: Agent }>();
  const agentVoor = (bron: Oin): Agent => {
    const identiteit = identiteiten.voor(bron);
    if (!identiteit)
      throw new TransportFout(
        'voor deze gemeente is geen certificaat voor DUO ingericht',
        false,
        true,
      );
    const materiaal = identiteit.materiaal.huidig();
    const oud = lijnen.get(identiteit);
    if (oud?.materiaal === materiaal) return oud.agent;
    const agent = maakAgent(tlsOpties(materiaal, instelling.serverOin));
    lijnen.set(identiteit, { materiaal, agent });
    // Lopende verzoeken maken zich af; een verbinding die toch breekt, is al bij haar verzoek gemeld.
    oud?.agent.close().catch(() => undefined);
    return agent;
  };
  return {
    request: async (verzoek) => verstuur(instelling, agentVoor(verzoek.bron), verzoek),
    certificaten: (nu) => identiteiten.staat(nu),
    async sluit() {
      await Promise.all([...lijnen.values()].map(({ agent }) => agent.destroy()));
    },
  };
}

function tlsOpties({ key, cert, ca, crl }: TlsMateriaal, serverOin: Oin) {
  return {
    key,
    cert,
    ca,
    crl,
    rejectUnauthorized: true,
    minVersion: 'TLSv1.2',
    checkServerIdentity: (host: string, ander: PeerCertificate) =>
      checkServerIdentity(host, ander) ?? keurOin(ander, serverOin),
  } as const;
}

/** Een geldig certificaat van een ander dan DUO is niet genoeg. */
function keurOin(ander: PeerCertificate, serverOin: Oin): Error | undefined {
  // De typen van Node noemen alleen de gangbare delen van een naam.
  const onderwerp = (ander.subject as unknown as Record<string, unknown>).serialNumber;
  if (onderwerp === serverOin) return undefined;
  return Object.assign(new Error('de server is niet van DUO'), { code: 'ERR_OIN_NIET_VAN_DUO' });
}
