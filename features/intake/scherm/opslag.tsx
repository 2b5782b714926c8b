import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useRef, useState } from 'react';
import type { Conflict } from '../../../web/api.ts';
import type { AnswerQueue } from '../../../web/offline/queue.ts';
import { type Keeper, useAnswerQueue } from '../../../web/offline/useAnswerQueue.ts';
import type { Item, Waiting } from '../../../web/offline/waiting.ts';
import type { Gezondheid, Intake, IntakeVraag } from '../intake.schema.ts';
import { wachtOpMens } from './onderweg/aanhouden.ts';
import { toonWaarde } from './onderweg/verschil.tsx';
import {
  gezondheidSleutel,
  intakeSleutel,
  leesVeld,
  type Veld,
  verstuur,
} from './onderweg/versturen.tsx';

export type VeldStaat =
  /** Aangehouden: wacht op een mens vanwege gevoelige woorden. */
  | { soort: 'bezig' | 'wacht' | 'opgeslagen' | 'aangehouden' }
  | { soort: 'fout'; tekst: string }
  | { soort: 'conflict'; conflict: Conflict };

/** Hoe het met alles samen staat. */
export type Opslagstand = {
  /** Antwoorden die de server nog niet heeft. */
  wachtend: number;
  zonderVerbinding: boolean;
  bezig: boolean;
  /** Onwaar als deze browser niets bewaart: sluiten kost dan wat wacht. */
  bewaard: boolean;
  /** Alles wat is getypt staat op de server of op dit apparaat, en wat hier wachtte is opgehaald. */
  geschreven: boolean;
  opgeslagenOm: Date | null;
  botsingen: readonly Item[];
  geweigerd: readonly Item[];
  wacht: readonly Item[];
  /** Met gevoelige woorden: gaat pas weg als iemand dat wil. */
  aangehouden: readonly Item[];
};

export type IntakeOpslag = {
  dossierId: string;
  stand: Opslagstand;
  /** Wat hier is getypt en nog niet van de server terugkwam; anders `undefined`. */
  getypt: (veld: Veld) => unknown;
  staat: (veld: Veld) => VeldStaat | undefined;
  /** @param naarFeitId het antwoord van een gezinslid dat hiermee wordt overgenomen. */
  zet: (veld: Veld, waarde: unknown, naarFeitId?: string) => void;
  verstuurNu: () => Promise<void>;
  /** Slaat op wat vanwege gevoelige woorden wacht. */
  tochOpslaan: (veld: Veld) => Promise<void>;
  /** Het veld heeft de aandacht: wat men typt blijft staan zoals het is getypt. */
  inVeld: (veld: Veld) => void;
  uitVeld: (veld: Veld) => void;
  neemOver: (veld: Veld) => Promise<void>;
  /** @param samen wat er komt te staan als men beide wil houden. */
  houdEigen: (veld: Veld, samen?: unknown) => Promise<void>;
};

function alsStaat({ stand, veld }: Item, zonderVerbinding: boolean): VeldStaat {
  if (stand.soort === 'geweigerd') return { soort: 'fout', tekst: stand.tekst };
  if (stand.soort === 'botsing') {
    const { wie, wanneer, waarde } = stand.theirs;
    return { soort: 'conflict', conflict: { wie, wanneer, wat: toonWaarde(veld, waarde) } };
  }
  return { soort: zonderVerbinding ? 'wacht' : 'bezig' };
}

/** Wat in het veld staat dat de aandacht heeft, en de versie die men daar zag. */
function useVeldgeheugen() {
  const [, teken] = useState(0);
  const geheugen = useRef({
    actief: null as Veld | null,
    getypt: new Map<Veld, unknown>(),
    gezien: new Map<Veld, string | null>(),
    opgeslagen: new Set<Veld>(),
  });
  return { g: geheugen.current, teken: () => teken((n) => n + 1) };
}

const leesId = (client: QueryClient, id: string, veld: Veld) =>
  leesVeld(
    client.getQueryData<Intake>(intakeSleutel(id)),
    client.getQueryData<Gezondheid>(gezondheidSleutel(id)),
    veld,
  )?.feitId ?? null;

/** Hoe het met alles samen staat, uit de rij. */
function standVan(queue: AnswerQueue, opgehaald: boolean): Opslagstand {
  const aangehouden = queue.items.filter((i) => queue.held(i));
  const onderweg = ({ stand }: Item) => stand.soort === 'wacht' || stand.soort === 'bezig';
  const wacht = queue.items.filter((i) => onderweg(i) && !queue.held(i));
  return {
    wachtend: queue.waiting,
    zonderVerbinding: queue.offline,
    bezig: wacht.length > 0,
    bewaard: queue.kept,
    geschreven: opgehaald && !queue.unwritten,
    opgeslagenOm: queue.savedAt,
    botsingen: queue.conflicts,
    geweigerd: queue.items.filter((i) => i.stand.soort === 'geweigerd'),
    wacht,
    aangehouden,
  };
}

type Opties = { keeper: Keeper; wie: string; gesprekId?: string | null };

/** Bewaart de intake veld voor veld, op het feit dat de gebruiker zag toen hij begon te typen. */
export function useIntakeOpslag(id: string, { keeper, wie, gesprekId }: Opties): IntakeOpslag {
  const client = useQueryClient();
  const { g, teken } = useVeldgeheugen();
  const stuur = async (item: Waiting) => {
    const antwoord = await verstuur(client, id, wie, item);
    if (antwoord.kind === 'saved') {
      g.opgeslagen.add(item.veld);
      // Wie verder typt, zag deze versie: wat een ander daarna schreef is een botsing.
      if (g.actief === item.veld) g.gezien.set(item.veld, antwoord.versie);
    }
    return antwoord;
  };
  const houdAan = (item: Waiting) =>
    wachtOpMens(item, client.getQueryData<Intake>(intakeSleutel(id))?.vragen ?? []);
  const { queue, takenUp } = useAnswerQueue(id, keeper, stuur, houdAan);
  const zet = (veld: Veld, waarde: unknown, naarFeitId?: string) => {
    const basis = g.gezien.get(veld);
    g.opgeslagen.delete(veld);
    if (g.actief === veld) g.getypt.set(veld, waarde);
    queue.set(id, veld, waarde, basis === undefined ? leesId(client, id, veld) : basis, {
      ...(gesprekId ? { gesprekId } : {}),
      ...(naarFeitId ? { naarFeitId } : {}),
    });
  };
  return {
    dossierId: id,
    stand: standVan(queue, takenUp),
    zet,
    getypt: (veld) => queue.item(veld)?.waarde ?? (queue.item(veld) ? null : g.getypt.get(veld)),
    staat: (veld) => {
      const item = queue.item(veld);
      if (item && queue.held(item)) return { soort: 'aangehouden' };
      if (item) return alsStaat(item, queue.offline);
      return g.opgeslagen.has(veld) ? { soort: 'opgeslagen' } : undefined;
    },
    verstuurNu: () => queue.flush(),
    tochOpslaan: (veld) => queue.sendAnyway(veld),
    inVeld(veld) {
      g.actief = veld;
    },
    uitVeld(veld) {
      g.actief = null;
      g.getypt.delete(veld);
      g.gezien.delete(veld);
      if (queue.item(veld)?.stand.soort === 'wacht') void queue.flush();
      teken();
    },
    async neemOver(veld) {
      g.getypt.delete(veld);
      g.gezien.delete(veld);
      await queue.choose(veld, 'hun');
    },
    houdEigen: (veld, samen) => queue.choose(veld, 'mijn', samen),
  };
}

const Context = createContext<IntakeOpslag | null>(null);
export const OpslagContext = Context.Provider;

/** De opslag van de intake die open is. */
export function useOpslag(): IntakeOpslag {
  const opslag = useContext(Context);
  if (!opslag) throw new Error('buiten de intake is er geen opslag');
  return opslag;
}

/** Wat nu als antwoord geldt: wat hier is getypt, anders wat de server heeft. */
export function waardeNu(opslag: IntakeOpslag, vraag: IntakeVraag): unknown {
  const getypt = opslag.getypt(`antwoorden/${vraag.id}`);
  return getypt === undefined ? (vraag.antwoord?.waarde ?? null) : getypt;
}
