import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, type Problem } from '../../../web/api.ts';
import { useIk } from '../../../web/ik.ts';
import { toast } from '../../../web/ui/feedback/Toast.tsx';
import { Weigering } from '../../../web/ui/feedback/Weigering.tsx';
import { Select } from '../../../web/ui/form/Field.tsx';

type Keuze = { tolkId: string | null; geslacht: 'vrouw' | 'man' | null };
type Voorkeur = Keuze & {
  feitId: string | null;
  tolk: string | null;
  tolken: { tolkId: string; naam: string }[];
  magWijzigen: boolean;
};

const LIEFST = [
  { value: 'vrouw', label: 'Liefst een vrouw' },
  { value: 'man', label: 'Liefst een man' },
];

/** Wie kan; de vaste tolk blijft staan, ook als die nu niet meer in het rooster staat. */
function opties({ tolken, tolkId, tolk }: Voorkeur) {
  const keuzes = tolken.map((t) => ({ value: t.tolkId, label: t.naam }));
  const mist = tolkId !== null && !tolken.some((t) => t.tolkId === tolkId);
  return mist ? [...keuzes, { value: tolkId, label: `${tolk} (niet in het rooster)` }] : keuzes;
}

function useVoorkeur(dossierId: string) {
  const client = useQueryClient();
  const adres = `/v1/dossiers/${dossierId}/tolkvoorkeur`;
  const mag = useIk().data?.mag.includes('tolk.lezen') ?? false;
  const vraag = useQuery<Voorkeur, Problem>({
    queryKey: ['agenda', 'tolkvoorkeur', dossierId],
    queryFn: ({ signal }) => api.get<Voorkeur>(adres, { signal }),
    enabled: mag,
  });
  const nu = vraag.data;
  const bewaar = useMutation<unknown, Problem, Partial<Keuze>>({
    mutationFn: (deel) =>
      api.put(adres, {
        tolkId: nu?.tolkId ?? null,
        geslacht: nu?.geslacht ?? null,
        ...deel,
        vervangt: nu?.feitId ?? null,
      }),
    onSuccess: () => toast({ tekst: 'De voorkeur voor een tolk is bewaard.' }),
    onSettled: () => client.invalidateQueries({ queryKey: ['agenda'] }),
  });
  return { nu, bewaar };
}

/** Wie de persoon liefst als tolk heeft; geldt voor al haar afspraken. */
export function TolkVoorkeur({ dossierId }: { dossierId: string }) {
  const { nu, bewaar } = useVoorkeur(dossierId);
  if (!nu) return null;
  const vast = !nu.magWijzigen || bewaar.isPending;
  return (
    <>
      <div className="agenda-rij">
        <Select
          label="Vaste tolk"
          hint="Voor elke afspraak; wordt meteen bewaard."
          value={nu.tolkId ?? ''}
          emptyLabel="Geen vaste tolk"
          options={opties(nu)}
          disabled={vast}
          onChange={(tolkId) => bewaar.mutate({ tolkId: tolkId || null })}
        />
        <Select
          label="Vrouw of man"
          hint="Vraag het de persoon."
          value={nu.geslacht ?? ''}
          emptyLabel="Geen voorkeur"
          options={LIEFST}
          disabled={vast}
          onChange={(geslacht) =>
            bewaar.mutate({ geslacht: (geslacht || null) as Keuze['geslacht'] })
          }
        />
      </div>
      {bewaar.isError && <Weigering fout={bewaar.error} />}
    </>
  );
}
