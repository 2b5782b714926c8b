import type { FastifyReply, FastifyRequest } from 'fastify';
import { verbreek } from '../../../simulatie/storing.ts';
import type { Gedrag } from '../gedrag.ts';
import type { Ontvangen } from '../ontvangst.ts';
import type { Wereld, Wijziging } from '../wereld.ts';
import type { ToegangInstelling } from './toegang.ts';

export type MeldInstelling = ToegangInstelling & {
  /** Aangeroepen na elke melding, zodat wachtende berichten op weg gaan. */
  naMelding: () => void;
};

/** De uitkomst van een melding: `inhoud` alleen als het antwoord er een heeft. */
export type Uitkomst = { status: number; foutteksten: string[]; inhoud?: unknown };

type Kenmerk = Omit<Ontvangen, 'status' | 'foutteksten'>;

/** De weigering die de bediening heeft klaargezet, met wat er daarna van overblijft. */
export function opgelegdeWeigering({ weigerMet, weigerAantal }: Gedrag): {
  fouten: string[];
  wijzigingen: Wijziging[];
} {
  if (weigerMet === null || weigerAantal === 0) return { fouten: [], wijzigingen: [] };
  if (weigerAantal === null) return { fouten: [weigerMet], wijzigingen: [] };
  const over = weigerAantal - 1;
  const gedrag = over > 0 ? { weigerAantal: over } : { weigerAantal: null, weigerMet: null };
  return { fouten: [weigerMet], wijzigingen: [{ soort: 'gedrag', gedrag }] };
}

/** Legt de melding met alle gevolgen in één keer vast en antwoordt, of laat het antwoord verdwijnen. */
export function legVastEnAntwoord(
  wereld: Wereld,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
  kenmerk: Kenmerk,
  uitkomst: Uitkomst,
  wijzigingen: Wijziging[],
) {
  const { status, foutteksten, inhoud } = uitkomst;
  const verlies = wereld.gedrag.antwoordVerliezen;
  wereld.leg([
    { soort: 'ontvangen', melding: { ...kenmerk, status, foutteksten } },
    ...wijzigingen,
    ...(verlies > 0
      ? [{ soort: 'gedrag' as const, gedrag: { antwoordVerliezen: verlies - 1 } }]
      : []),
  ]);
  if (verlies > 0) {
    verbreek(request, reply);
    return reply;
  }
  if (inhoud !== undefined) return reply.code(status).send(inhoud);
  return reply.code(status).send();
}

/** Foutteksten zoals DUO ze stuurt. */
export function foutlijst(foutteksten: readonly string[]) {
  return foutteksten.map((fouttekst) => ({ fouttekst: fouttekst.slice(0, 200) }));
}
