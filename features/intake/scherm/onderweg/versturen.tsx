import type { QueryClient } from '@tanstack/react-query';
import { api, Problem } from '../../../../web/api.ts';
import type { Answer, Waiting } from '../../../../web/offline/waiting.ts';
import type { Gezondheid, Intake } from '../../intake.schema.ts';

/** Deel van het adres onder `/intake/`: 'antwoorden/werk-jaren', 'gezondheid/…', 'taal'. */
export type Veld = string;

export const intakeSleutel = (id: string) => ['dossier', id, 'intake'] as const;
export const gezondheidSleutel = (id: string) => ['dossier', id, 'intake', 'gezondheid'] as const;

type Gelezen = {
  feitId: string;
  waarde: unknown;
  wie: string;
  wanneer: string;
};

/** De velden die samen één antwoord zijn, in vaste volgorde. */
const SAMEN: Record<string, readonly string[]> = {
  taal: ['gesprekstaal', 'tolkNodig', 'schrift'],
  privegesprek: ['aangeboden', 'gewenst'],
  belastbaarheid: ['besproken', 'gevolgen'],
};

/** Zoals de server het bewaart: zonder spaties eromheen, en met alleen wat hij kent. */
function kaal(veld: Veld, waarde: unknown): unknown {
  const delen = SAMEN[veld];
  if (delen) return delen.map((d) => (waarde as Record<string, unknown> | null)?.[d] ?? null);
  if (typeof waarde !== 'string') return waarde;
  return waarde.trim().replace(/\r\n?/gu, '\n') || null;
}

const zelfde = (veld: Veld, a: unknown, b: unknown) =>
  JSON.stringify(kaal(veld, a)) === JSON.stringify(kaal(veld, b));

/** Wat de server op dit veld heeft. */
export function leesVeld(
  intake: Intake | undefined,
  gezond: Gezondheid | undefined,
  veld: Veld,
): Gelezen | undefined {
  const [deel, vraag] = veld.split('/');
  const lijst = deel === 'gezondheid' ? gezond?.vragen : intake?.vragen;
  const heel = {
    taal: intake?.taal,
    privegesprek: intake?.privegesprek,
    belastbaarheid: intake?.gezondheid,
  }[veld];
  const antwoord = vraag ? lijst?.find((v) => v.id === vraag)?.antwoord : heel;
  if (!antwoord) return undefined;
  return {
    feitId: antwoord.feitId,
    waarde: 'waarde' in antwoord ? antwoord.waarde : antwoord,
    wie: antwoord.door ?? antwoord.bron,
    wanneer: antwoord.vastgelegdOp,
  };
}

const overGezondheid = (veld: Veld) => veld.startsWith('gezondheid/');

async function zend(client: QueryClient, id: string, item: Waiting): Promise<string | null> {
  const { veld, waarde, basis, extra } = item;
  const versie = { vervangt: basis, streng: true };
  const inhoud = veld.includes('/')
    ? { waarde, ...extra, ...versie }
    : { ...(waarde as object), ...versie };
  const na = await api.put<Intake | Gezondheid>(`/v1/dossiers/${id}/intake/${veld}`, inhoud);
  void client.invalidateQueries({ queryKey: [...intakeSleutel(id), 'gesprekken'] });
  if (overGezondheid(veld)) {
    client.setQueryData(gezondheidSleutel(id), na);
    await client.invalidateQueries({ queryKey: intakeSleutel(id), exact: true });
    return leesVeld(undefined, na as Gezondheid, veld)?.feitId ?? null;
  }
  client.setQueryData(intakeSleutel(id), na);
  return leesVeld(na as Intake, undefined, veld)?.feitId ?? null;
}

async function leesOpnieuw(
  client: QueryClient,
  id: string,
  veld: Veld,
): Promise<Gelezen | undefined> {
  if (overGezondheid(veld)) {
    const gezond = await api.get<Gezondheid>(`/v1/dossiers/${id}/intake/gezondheid`);
    client.setQueryData(gezondheidSleutel(id), gezond);
    return leesVeld(undefined, gezond, veld);
  }
  const intake = await api.get<Intake>(`/v1/dossiers/${id}/intake`);
  client.setQueryData(intakeSleutel(id), intake);
  return leesVeld(intake, undefined, veld);
}

/** Verliep het verzoek zonder antwoord, dan kan wat er nu staat van onszelf zijn. */
async function bijBotsing(
  client: QueryClient,
  id: string,
  wie: string,
  item: Waiting,
): Promise<Answer> {
  const nu = await leesOpnieuw(client, id, item.veld);
  if (!nu) return { kind: 'saved', versie: await zend(client, id, { ...item, basis: null }) };
  if (zelfde(item.veld, nu.waarde, item.waarde)) return { kind: 'saved', versie: nu.feitId };
  if (nu.wie === wie && item.sent.some((w) => zelfde(item.veld, w, nu.waarde))) {
    return { kind: 'saved', versie: await zend(client, id, { ...item, basis: nu.feitId }) };
  }
  const { feitId: versie, waarde, wanneer } = nu;
  return { kind: 'conflict', theirs: { waarde, wie: nu.wie, wanneer, versie } };
}

/** Of hetzelfde verzoek later wel kan lukken, zonder dat iemand iets verandert. */
const kanLater = (fout: Problem) =>
  fout.soort !== 'antwoord' || fout.status >= 500 || fout.status === 429;

function alsAntwoord(fout: unknown): Answer {
  if (!(fout instanceof Problem)) return { kind: 'later' };
  if (kanLater(fout) || fout.conflict) return { kind: 'later' };
  const tekst = fout.invalidParams[0]?.reason ?? fout.redenen[0]?.tekst ?? fout.detail;
  return { kind: 'refused', tekst };
}

/**
 * Stuurt één antwoord. Schreef een ander hetzelfde veld, dan komt terug wat die schreef; niets wordt overschreven
 * wat de gebruiker niet zag.
 * @param wie de naam van wie is aangemeld.
 */
export async function verstuur(
  client: QueryClient,
  id: string,
  wie: string,
  item: Waiting,
): Promise<Answer> {
  try {
    return { kind: 'saved', versie: await zend(client, id, item) };
  } catch (fout) {
    if (!(fout instanceof Problem && fout.conflict)) return alsAntwoord(fout);
  }
  return bijBotsing(client, id, wie, item).catch(alsAntwoord);
}
