import { useQuery } from '@tanstack/react-query';
import { sessionKey } from './keys.ts';
import { packetsHere } from './packet.ts';
import { readWaiting } from './rows.ts';
import { dropShell } from './shell-cache.ts';
import { vault } from './vault.ts';

const AGAIN_MS = 4_000;
export const ON_DEVICE = ['op-dit-apparaat'] as const;

type OnDevice = {
  /** Per dossier how many answers are not sent. */
  waiting: { dossierId: string; count: number }[];
  packets: { id: string; until: number }[];
};

async function countWaiting(owner: string): Promise<OnDevice['waiting']> {
  const rows = await vault.waiting();
  if (!rows.some((row) => row.owner === owner)) return [];
  const session = await sessionKey(owner);
  if (!session) return [];
  const counts = new Map<string, number>();
  for (const { dossierId } of await readWaiting(owner, session))
    counts.set(dossierId, (counts.get(dossierId) ?? 0) + 1);
  return [...counts].map(([dossierId, count]) => ({ dossierId, count }));
}

async function look(owner: string): Promise<OnDevice> {
  try {
    const all = await packetsHere();
    // The screens stay on the device only as long as somebody took something along.
    if (all.length === 0) await dropShell().catch(() => undefined);
    const packets = all.filter((packet) => packet.owner === owner);
    return { waiting: await countWaiting(owner), packets };
  } catch {
    // A browser that keeps nothing has nothing.
    return { waiting: [], packets: [] };
  }
}

/** What this person has on this device; asked again on every page (`place`). */
export function useOnDevice(owner: string, place: string) {
  return useQuery({
    queryKey: [...ON_DEVICE, owner, place],
    queryFn: () => look(owner),
    placeholderData: (previous) => previous,
    staleTime: 0,
    // What is being sent is gone in a moment.
    refetchInterval: (query) => (query.state.data?.waiting.length ? AGAIN_MS : false),
  });
}
