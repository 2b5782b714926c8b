import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useId, useRef } from 'react';
import { api, newKey, type Problem } from '../../../web/api.ts';
import { ConflictNotice } from '../../../web/ui/feedback/ConflictNotice.tsx';
import { ErrorState } from '../../../web/ui/feedback/States.tsx';
import { toast } from '../../../web/ui/feedback/Toast.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { Dialog } from '../../../web/ui/layout/Dialog.tsx';
import { usePathParam } from '../../../web/ui/layout/Link.tsx';
import type { Gezinsbeeld } from '../gezin.schema.ts';

export const useDossierId = () => usePathParam('dossierId');

const sleutelVan = (id: string) => ['dossier', id, 'gezin'];

/** Het gezin van dit dossier. */
export function useGezin() {
  const id = useDossierId();
  return useQuery<Gezinsbeeld, Problem>({
    queryKey: sleutelVan(id),
    queryFn: ({ signal }) => api.get<Gezinsbeeld>(`/v1/dossiers/${id}/gezin`, { signal }),
  });
}

type Verzoek = { pad: string; methode: 'post' | 'put'; body: object };

/** Legt iets vast; twee keer drukken is één keer. Daarna wordt alles van het dossier opnieuw gelezen. */
export function useBewaar<T = unknown>(gelukt: (uit: T) => string, klaar: () => void) {
  const id = useDossierId();
  const client = useQueryClient();
  const sleutel = useRef(newKey());
  return useMutation<T, Problem, Verzoek>({
    mutationFn: ({ pad, methode, body }) =>
      methode === 'post'
        ? api.post<T>(pad, body, { idempotencyKey: sleutel.current })
        : api.put<T>(pad, body),
    onSuccess: async (uit) => {
      toast({ tekst: gelukt(uit) });
      klaar();
      await client.invalidateQueries({ queryKey: ['dossier', id] });
    },
    onError: (fout) => {
      if (fout.soort === 'antwoord') sleutel.current = newKey();
    },
  });
}

type Props = {
  titel: string;
  knop: string;
  sluit: () => void;
  bewaar: ReturnType<typeof useBewaar>;
  verzoek: () => Verzoek;
  /** Hetzelfde verzoek op wat er nu staat, na een botsing. */
  opNieuwste?: (beeld: Gezinsbeeld) => Verzoek | undefined;
  velden: readonly string[];
  children: ReactNode;
};

/** Een formulier in een venster: wat is getypt blijft staan, ook als een ander eerder was. */
export function Formulier(props: Props) {
  const { titel, knop, sluit, bewaar, verzoek, opNieuwste, velden, children } = props;
  const id = useId();
  const gezin = useGezin();
  const { error } = bewaar;
  const stuur = (event: FormEvent) => {
    event.preventDefault();
    if (!bewaar.isPending) bewaar.mutate(verzoek());
  };
  const houdMijne = async () => {
    const { data } = await gezin.refetch();
    const nieuw = data && opNieuwste?.(data);
    if (nieuw) bewaar.mutate(nieuw);
  };
  const bijVeld =
    error &&
    [...error.redenen.map((r) => r.veld), ...error.invalidParams.map((p) => p.name)].some(
      (veld) => veld !== undefined && velden.includes(veld),
    );
  return (
    <Dialog
      open
      title={titel}
      onClose={sluit}
      footer={
        <>
          <Button type="submit" form={id} look="primary" busy={bewaar.isPending}>
            {knop}
          </Button>
          <Button onClick={sluit}>Annuleren</Button>
        </>
      }
    >
      <form id={id} className="m-stack" onSubmit={stuur} noValidate>
        {children}
        {error?.conflict && (
          <ConflictNotice
            conflict={error.conflict}
            onTakeTheirs={() => {
              void gezin.refetch();
              sluit();
            }}
            onKeepMine={() => void houdMijne()}
          />
        )}
        {error && !error.conflict && !bijVeld && <ErrorState error={error} />}
      </form>
    </Dialog>
  );
}
