import { gemeentenVoor } from '../../server/auth/rechten.ts';
import type { Tx } from '../../server/db/db.ts';
import { problemen } from '../../server/http/probleem.ts';
import { alleCertificaten } from '../../server/inrichting/duo.ts';
import { echteKlok } from '../../server/klok.ts';
import type { Routes, Toepassing } from '../../server/toepassing.ts';
import { type Koppeling, Koppelingen, Storingen } from './koppelingen.schema.ts';
import {
  leesUren,
  leesVerkeer,
  type UurTelling,
  type Verkeer,
  wachtrijBerichten,
  wachtrijIn,
  wachtrijUit,
} from './koppelingen.store.ts';
import { gevolgVan, minutenSinds, staatVan } from './staat.ts';

const UREN = 24;
const UUR_MS = 3_600_000;

const NAMEN = {
  duo: {
    naam: 'Naar DUO',
    doet: 'Haalt gegevens op bij DUO en meldt PIP’s, aanbod, uren en resultaten.',
  },
  'duo-in': {
    naam: 'Van DUO',
    doet: 'Ontvangt de meldingen van DUO en verwerkt ze in de dossiers.',
  },
  notify: {
    naam: 'Berichten aan inburgeraars',
    doet: 'Verstuurt uitnodigingen en herinneringen als brief, e-mail en sms (NotifyNL).',
  },
  brp: { naam: 'BRP', doet: 'Haalt persoonsgegevens en wijzigingen op bij de BRP.' },
} as const;

const STORING = { duo: 'DUO', brp: 'De BRP', notify: 'De berichtendienst' } as const;

/** Alle vierentwintig uren, ook die waarin niets gebeurde. */
function reeks(tellingen: readonly UurTelling[], systeem: string, nu: string) {
  const ditUur = Math.floor(Date.parse(nu) / UUR_MS) * UUR_MS;
  return Array.from({ length: UREN }, (_, i) => {
    const uur = new Date(ditUur - (UREN - 1 - i) * UUR_MS).toISOString();
    const t = tellingen.find((x) => x.systeem === systeem && Date.parse(x.uur) === Date.parse(uur));
    return { uur, gelukt: t?.gelukt ?? 0, mislukt: t?.mislukt ?? 0 };
  });
}

const vanVerkeer = (v: Verkeer | undefined) => ({
  laatstGelukt: v?.laatstGelukt ?? null,
  laatstMislukt: v?.laatstMislukt ?? null,
  platSinds: v?.misluktSinds ?? null,
  reden: v?.reden ?? null,
});

/** `nu` is de werkelijke tijd van het verkeer; `klok` die van de dossiers, in een oefenomgeving een andere. */
type Tijd = { nu: string; klok: string };

type Uitgaand = 'duo' | 'brp' | 'notify';

function wachtrijVan(tx: Tx, systeem: Uitgaand, klok: string) {
  if (systeem === 'brp') return undefined;
  return systeem === 'duo' ? wachtrijUit(tx) : wachtrijBerichten(tx, klok);
}

async function uitgaand(tx: Tx, systeem: Uitgaand, { nu, klok }: Tijd): Promise<Koppeling> {
  const verkeer = (await leesVerkeer(tx)).find((v) => v.systeem === systeem);
  const vanaf = new Date(Date.parse(nu) - UREN * UUR_MS).toISOString();
  const rij = await wachtrijVan(tx, systeem, klok);
  return {
    systeem,
    ...NAMEN[systeem],
    staat: staatVan(verkeer, nu),
    ...vanVerkeer(verkeer),
    uren: reeks(await leesUren(tx, vanaf), systeem, nu),
    wachtrij: rij
      ? { wat: 'te versturen', aantal: rij.aantal, oudsteMinuten: minutenSinds(rij.oudste, klok) }
      : null,
  };
}

async function inkomend(tx: Tx, { klok }: Tijd): Promise<Koppeling> {
  const rij = await wachtrijIn(tx);
  return {
    systeem: 'duo-in',
    ...NAMEN['duo-in'],
    staat: rij.mislukt > 0 ? 'hapert' : rij.laatste ? 'goed' : 'stil',
    laatstGelukt: rij.laatste,
    laatstMislukt: null,
    platSinds: null,
    reden: rij.mislukt > 0 ? `${rij.mislukt} meldingen konden nog niet worden verwerkt.` : null,
    uren: [],
    wachtrij: {
      wat: 'te verwerken',
      aantal: rij.aantal,
      oudsteMinuten: minutenSinds(rij.oudste, klok),
    },
  };
}

async function storingen(t: Toepassing, gemeenten: readonly string[]): Promise<Storingen> {
  const nu = echteKlok.nu();
  return t.db.forGemeenten({ gemeenten: [...gemeenten] }, async (tx) => {
    const plat = (await leesVerkeer(tx)).filter((v) => staatVan(v, nu) === 'plat');
    if (plat.length === 0) return { items: [] };
    const aantal = { duo: await wachtrijUit(tx), notify: await wachtrijBerichten(tx, t.klok.nu()) };
    return {
      items: plat.map((v) => {
        const systeem = v.systeem as Uitgaand;
        const wachtend = systeem === 'brp' ? 0 : aantal[systeem].aantal;
        return {
          systeem,
          naam: STORING[systeem],
          sinds: v.misluktSinds ?? nu,
          gevolg: gevolgVan(systeem, wachtend),
        };
      }),
    };
  });
}

/** Hoe het met de koppelingen gaat. De tijd is hier de werkelijke tijd, ook in een oefenomgeving. */
export const registreerKoppelingen: Routes = (app, t) => {
  app.get(
    '/v1/koppelingen',
    {
      config: { handeling: 'koppelingen.lezen' },
      schema: {
        tags: ['Koppelingen'],
        summary: 'Staat, verkeer en wachtrij van elke koppeling, en de certificaten',
        response: { 200: Koppelingen, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const tijd = { nu: echteKlok.nu(), klok: t.klok.nu() };
        return {
          op: tijd.nu,
          koppelingen: [
            await uitgaand(tx, 'duo', tijd),
            await inkomend(tx, tijd),
            await uitgaand(tx, 'brp', tijd),
            ...(t.berichten ? [await uitgaand(tx, 'notify', tijd)] : []),
          ],
          certificaten: alleCertificaten(t),
        };
      }),
  );

  app.get(
    '/v1/storingen',
    {
      config: { aangemeld: true },
      schema: {
        tags: ['Koppelingen'],
        summary: 'Systemen die nu niet bereikbaar zijn, en wat dat voor het werk betekent',
        response: { 200: Storingen, ...problemen },
      },
    },
    (req) => storingen(t, gemeentenVoor(req.gebruiker, 'verzending.lezen')),
  );
};
