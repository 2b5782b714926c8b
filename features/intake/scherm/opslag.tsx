import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useRef, useState } from 'react';
import { api, type Conflict, Problem } from '../../../web/api.ts';
import { type Autosave, useAutosave } from '../../../web/ui/feedback/useAutosave.ts';
import type { Gezondheid, Intake } from '../intake.schema.ts';

/** Deel van het adres onder `/intake/`: 'antwoorden/werk-jaren', 'gezondheid/…', 'taal'. */
export type Veld = string;

export type VeldStaat =
  | { soort: 'bezig' | 'opgeslagen' }
  | { soort: 'fout'; tekst: string }
  | { soort: 'conflict'; conflict: Conflict };

type Regel = { waarde: unknown; staat: VeldStaat };

export const intakeSleutel = (id: string) => ['dossier', id, 'intake'] as const;
export const gezondheidSleutel = (id: string) => ['dossier', id, 'intake', 'gezondheid'] as const;

function huidigId(
  intake: Intake | undefined,
  gezond: Gezondheid | undefined,
  veld: Veld,
): string | null {
  const [deel, vraag] = veld.split('/');
  if (deel === 'belastbaarheid') return intake?.gezondheid?.feitId ?? null;
  if (deel === 'taal' || deel === 'privegesprek') return intake?.[deel]?.feitId ?? null;
  const lijst = deel === 'gezondheid' ? gezond?.vragen : intake?.vragen;
  return lijst?.find((v) => v.id === vraag)?.antwoord?.feitId ?? null;
}

const isVraag = (veld: Veld) => veld.includes('/');
const zelfde = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

function alsStaat(fout: unknown): VeldStaat {
  if (!(fout instanceof Problem)) return { soort: 'fout', tekst: 'Opslaan lukte niet.' };
  if (fout.conflict) return { soort: 'conflict', conflict: fout.conflict };
  const [param] = fout.invalidParams;
  return { soort: 'fout', tekst: param?.reason ?? fout.detail };
}

export type IntakeOpslag = {
  autosave: Autosave;
  /** Wat hier is getypt en nog niet van de server terugkwam; anders `undefined`. */
  getypt: (veld: Veld) => unknown;
  staat: (veld: Veld) => VeldStaat | undefined;
  zet: (veld: Veld, waarde: unknown) => void;
  /** Het veld heeft de aandacht: wat men typt blijft staan zoals het is getypt. */
  inVeld: (veld: Veld) => void;
  uitVeld: (veld: Veld) => void;
  neemOver: (veld: Veld) => Promise<void>;
  houdEigen: (veld: Veld) => Promise<void>;
};

function leesId(client: QueryClient, id: string, veld: Veld): string | null {
  const intake = client.getQueryData<Intake>(intakeSleutel(id));
  const gezond = client.getQueryData<Gezondheid>(gezondheidSleutel(id));
  return huidigId(intake, gezond, veld);
}

async function stuur(
  client: QueryClient,
  id: string,
  veld: Veld,
  waarde: unknown,
  vervangt: string | null,
) {
  const inhoud = isVraag(veld) ? { waarde, vervangt } : { ...(waarde as object), vervangt };
  const na = await api.put<Intake | Gezondheid>(`/v1/dossiers/${id}/intake/${veld}`, inhoud);
  if (veld.startsWith('gezondheid/')) {
    client.setQueryData(gezondheidSleutel(id), na);
    await client.invalidateQueries({ queryKey: intakeSleutel(id), exact: true });
  } else client.setQueryData(intakeSleutel(id), na);
}

/** Wat er is getypt, met per veld hoe het met opslaan staat. */
function useRegels() {
  const [regels, setRegels] = useState<Record<Veld, Regel>>({});
  const nu = useRef(regels);
  const werkBij = (veld: Veld, regel: Regel | undefined) => {
    const { [veld]: _, ...rest } = nu.current;
    nu.current = regel ? { ...rest, [veld]: regel } : rest;
    setRegels(nu.current);
  };
  return { nu, werkBij };
}

/** Bewaart de intake veld voor veld, op het feit dat de gebruiker zag toen hij begon te typen. */
export function useIntakeOpslag(id: string): IntakeOpslag {
  const client = useQueryClient();
  const { nu, werkBij } = useRegels();
  const basis = useRef(new Map<Veld, string | null>());
  const actief = useRef<Veld | null>(null);

  const bewaar = async (veld: Veld, waarde: unknown) => {
    try {
      await stuur(client, id, veld, waarde, basis.current.get(veld) ?? null);
    } catch (fout) {
      werkBij(veld, { waarde: nu.current[veld]?.waarde ?? waarde, staat: alsStaat(fout) });
      throw fout;
    }
    basis.current.set(veld, leesId(client, id, veld));
    // Intussen verder getypt: dat gaat hierna nog.
    if (!zelfde(nu.current[veld]?.waarde, waarde)) return;
    // Vanaf nu toont het veld wat de server heeft, ook als een ander het wijzigt.
    if (actief.current !== veld) basis.current.delete(veld);
    werkBij(veld, { waarde, staat: { soort: 'opgeslagen' } });
  };
  const autosave = useAutosave(bewaar, { key: id });
  const zet = (veld: Veld, waarde: unknown) => {
    if (!basis.current.has(veld)) basis.current.set(veld, leesId(client, id, veld));
    werkBij(veld, { waarde, staat: { soort: 'bezig' } });
    autosave.set(veld, waarde);
  };

  return {
    autosave,
    zet,
    getypt: (veld) => {
      const regel = nu.current[veld];
      const klaar = regel?.staat.soort === 'opgeslagen' && actief.current !== veld;
      return klaar ? undefined : regel?.waarde;
    },
    staat: (veld) => nu.current[veld]?.staat,
    inVeld(veld) {
      actief.current = veld;
    },
    uitVeld(veld) {
      actief.current = null;
      const soort = nu.current[veld]?.staat.soort;
      if (soort === 'bezig') void autosave.flush();
      if (soort === 'opgeslagen') basis.current.delete(veld);
    },
    async neemOver(veld) {
      autosave.drop(veld);
      basis.current.delete(veld);
      werkBij(veld, undefined);
      await client.invalidateQueries({ queryKey: intakeSleutel(id) });
    },
    async houdEigen(veld) {
      await client.refetchQueries({ queryKey: intakeSleutel(id) });
      basis.current.delete(veld);
      zet(veld, nu.current[veld]?.waarde);
      await autosave.flush();
    },
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
