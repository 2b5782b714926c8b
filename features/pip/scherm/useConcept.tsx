import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api } from '../../../web/api.ts';
import { useAutosave } from '../../../web/ui/feedback/useAutosave.ts';
import type { PipConcept, PipDetail } from '../pip.schema.ts';

/** `afweging.B` gaat als `{ afweging: { B: … } }`; de rest gaat onder de eigen naam. */
function alsWijziging(veld: string, waarde: unknown): Record<string, unknown> {
  const [groep = veld, deel] = veld.split('.');
  return deel ? { [groep]: { [deel]: waarde } } : { [groep]: waarde };
}

export type Zet = <V extends keyof PipConcept>(veld: V, waarde: PipConcept[V] | null) => void;

/** Een andere leerroute maakt niveau en reden van de afwijking leeg, zoals op de server. */
function metVeld(oud: PipConcept, veld: keyof PipConcept, waarde: unknown): PipConcept {
  const nieuw = { ...oud, [veld]: waarde ?? undefined };
  const andereRoute = veld === 'leerroute' && waarde !== oud.leerroute;
  return andereRoute ? { ...nieuw, niveau: undefined, afwijking: undefined } : nieuw;
}

/** De inhoud van een concept, per veld vanzelf bewaard op de revisie die de gebruiker voor zich heeft. */
export function useConcept(pip: PipDetail, queryKey: readonly unknown[]) {
  const pad = `/v1/dossiers/${pip.dossierId}/pips/${pip.pipId}`;
  const queries = useQueryClient();
  const [inhoud, setInhoud] = useState(pip.inhoud);
  const revisie = useRef(pip.revisie);
  const gewijzigd = useRef(new Set<string>());
  const opslag = useAutosave(
    async (veld, waarde) => {
      const antwoord = await api.patch<{ revisie: number }>(pad, {
        revisie: revisie.current,
        inhoud: alsWijziging(veld, waarde),
      });
      revisie.current = antwoord.revisie;
      gewijzigd.current.delete(veld);
      void queries.invalidateQueries({ queryKey });
    },
    { key: pip.pipId },
  );
  const bewaar = (veld: string, waarde: unknown) => {
    gewijzigd.current.add(veld);
    opslag.set(veld, waarde);
  };
  const zet: Zet = (veld, waarde) => {
    setInhoud((oud) => metVeld(oud, veld, waarde));
    bewaar(veld, waarde);
  };
  const zetAfweging = (route: 'B' | 'O' | 'Z', waarde: PipConcept['afweging']['B']) => {
    setInhoud((oud) => ({ ...oud, afweging: { ...oud.afweging, [route]: waarde } }));
    bewaar(`afweging.${route}`, waarde);
  };
  const haalOp = async () => {
    const vers = await api.get<PipDetail>(pad);
    revisie.current = vers.revisie;
    queries.setQueryData(queryKey, vers);
    return vers;
  };
  return {
    inhoud,
    zet,
    zetAfweging,
    opslag,
    /** Bewaart wat getypt is. @returns de revisie die de gebruiker dan voor zich heeft. */
    bewaarAlles: (): Promise<number> => opslag.flush().then(() => revisie.current),
    /** Na een botsing: wat de ander schreef. */
    async neemOver() {
      const vers = await haalOp();
      for (const veld of gewijzigd.current) opslag.drop(veld);
      gewijzigd.current.clear();
      setInhoud(vers.inhoud);
    },
    /** Na een botsing: het eigene opnieuw, bovenop wat de ander schreef. */
    async houdEigen() {
      const vers = await haalOp();
      const eigen = new Set([...gewijzigd.current].map((veld) => veld.split('.')[0]));
      setInhoud((oud) => {
        const behouden = Object.entries(oud).filter(([veld]) => eigen.has(veld));
        return { ...vers.inhoud, ...Object.fromEntries(behouden) };
      });
      await opslag.flush();
    },
  };
}

export type Concept = ReturnType<typeof useConcept>;
