import type { FastifyInstance } from 'fastify';
import Fastify from 'fastify';
import { bediening } from './bediening/bediening.ts';
import { Bezorger } from './gebeurtenis/bezorger.ts';
import { Handelingen } from './gebeurtenis/handelingen.ts';
import { duoKant } from './kant/duoKant.ts';
import { Wereld } from './wereld.ts';

export type DuoSimulatorOpties = {
  /** Bestand waarin de toestand een herstart overleeft. */
  journaal?: string;
  /** Oorsprong van Meedoen; notificaties gaan naar `{meedoenUrl}/duo/v1/notificaties`. */
  meedoenUrl: string;
  oinDuo: string;
  /** De dag van vandaag voor DUO, als `jjjj-mm-dd`. */
  klok: () => string;
  /** OIN → gemeentecode; kan ook later met `POST /simulator/gemeenten`. */
  gemeenten?: Record<string, string>;
  herkansing?: { eerste: number; hoogste: number };
};

/** Bytes; een vulling met alle personen van een regio past erin. */
const MAX_VULLING = 100_000_000;

/**
 * Een nagespeelde DUO: onthoudt personen en PIP's, keurt meldingen, stelt termijnen vast en stuurt
 * notificaties. Deelt geen code met de client, zodat een misverstand in de een niet wordt
 * goedgepraat door de ander.
 */
export function buildDuoSimulator(opties: DuoSimulatorOpties): FastifyInstance {
  const wereld = new Wereld(opties.journaal);
  wereld.leg(
    Object.entries(opties.gemeenten ?? {})
      .filter(([oin, gemeentecode]) => wereld.gemeenteVan(oin) !== gemeentecode)
      .map(([oin, gemeentecode]) => ({ soort: 'gemeente', oin, gemeentecode })),
  );
  const vandaag = () => wereld.gedrag.peildatum ?? opties.klok();
  const handelingen = new Handelingen(wereld, vandaag);
  const bezorger = new Bezorger({
    wereld,
    meedoenUrl: opties.meedoenUrl,
    oinDuo: opties.oinDuo,
    herkansing: opties.herkansing ?? { eerste: 250, hoogste: 5000 },
  });

  let wekker: NodeJS.Timeout | undefined;
  const werkBij = () => {
    clearTimeout(wekker);
    const volgende = handelingen.stelWachtendeTermijnenVast(Date.now());
    if (volgende !== undefined) wekker = setTimeout(werkBij, volgende - Date.now()).unref();
    bezorger.pomp();
  };

  const app = Fastify({ logger: false, forceCloseConnections: true, bodyLimit: MAX_VULLING });
  const { oinDuo } = opties;
  duoKant(app, { wereld, gevolgen: handelingen, oinDuo, vandaag, naMelding: werkBij });
  bediening(app, { wereld, handelingen, vandaag, naBericht: werkBij });
  app.addHook('onReady', async () => werkBij());
  app.addHook('onClose', async () => {
    clearTimeout(wekker);
    await bezorger.sluit();
  });
  return app;
}
