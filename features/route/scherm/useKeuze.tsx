import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api } from '../../../web/api.ts';
import { useAutosave } from '../../../web/ui/feedback/useAutosave.ts';
import type { Motivering, RouteAntwoord, RoutePip } from '../route.schema.ts';

type Route = 'B' | 'O' | 'Z';
type Deel = Pick<RoutePip, 'leerroute' | 'afweging' | 'motivering' | 'afwijking'>;

const delenVan = ({ leerroute, afweging, motivering, afwijking }: RoutePip): Deel => ({
  leerroute,
  afweging,
  motivering,
  afwijking,
});

/** `afweging.B` gaat als `{ afweging: { B: … } }`; de rest gaat onder de eigen naam. */
function alsWijziging(veld: string, waarde: unknown): Record<string, unknown> {
  const [groep = veld, route] = veld.split('.');
  return route ? { [groep]: { [route]: waarde } } : { [groep]: waarde };
}

/** De keuze en haar motivering, per veld vanzelf bewaard in het concept van het PIP. */
export function useKeuze(dossierId: string, pip: RoutePip, queryKey: readonly unknown[]) {
  const queries = useQueryClient();
  const [deel, setDeel] = useState(() => delenVan(pip));
  const revisie = useRef(pip.revisie);
  const gewijzigd = useRef(new Set<string>());
  const opslag = useAutosave(
    async (veld, waarde) => {
      const antwoord = await api.patch<{ revisie: number }>(
        `/v1/dossiers/${dossierId}/pips/${pip.pipId}`,
        { revisie: revisie.current, inhoud: alsWijziging(veld, waarde) },
      );
      revisie.current = antwoord.revisie;
      gewijzigd.current.delete(veld);
      void queries.invalidateQueries({ queryKey });
      void queries.invalidateQueries({ queryKey: ['pip', dossierId] });
    },
    { key: pip.pipId },
  );
  const bewaar = (veld: string, waarde: unknown) => {
    gewijzigd.current.add(veld);
    opslag.set(veld, waarde);
  };
  const haalOp = async () => {
    const vers = await api.get<RouteAntwoord>(`/v1/dossiers/${dossierId}/leerroutes`);
    if (vers.pip) revisie.current = vers.pip.revisie;
    queries.setQueryData(queryKey, vers);
    return vers.pip;
  };
  return {
    deel,
    opslag,
    kies(route: Route) {
      // De reden van een afwijking hoort bij de route, zoals op de server.
      setDeel((oud) => ({ ...oud, leerroute: route, afwijking: null }));
      bewaar('leerroute', route);
    },
    zetMotivering(route: Route, waarde: Motivering) {
      setDeel((oud) => ({ ...oud, afweging: { ...oud.afweging, [route]: waarde } }));
      bewaar(`afweging.${route}`, waarde);
    },
    zetTekst(veld: 'motivering' | 'afwijking', waarde: string) {
      setDeel((oud) => ({ ...oud, [veld]: waarde }));
      bewaar(veld, veld === 'afwijking' ? waarde || null : waarde);
    },
    async neemOver() {
      const vers = await haalOp();
      for (const veld of gewijzigd.current) opslag.drop(veld);
      gewijzigd.current.clear();
      if (vers) setDeel(delenVan(vers));
    },
    async houdEigen() {
      const vers = await haalOp();
      const eigen = new Set([...gewijzigd.current].map((veld) => veld.split('.')[0]));
      if (vers) {
        setDeel((oud) => {
          const behouden = Object.entries(oud).filter(([veld]) => eigen.has(veld));
          return { ...delenVan(vers), ...Object.fromEntries(behouden) };
        });
      }
      await opslag.flush();
    },
  };
}

export type Keuze = ReturnType<typeof useKeuze>;
