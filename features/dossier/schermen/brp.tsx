import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '../../../web/api.ts';
import { Button } from '../../../web/ui/form/Button.tsx';
import type { Kop } from '../stand.schema.ts';
import { useDossierId, useHandeling } from './vragen.tsx';

/** So long the background work usually needs; after it the dossier is read again, once. */
const OPNIEUW_LEZEN_MS = 4000;

/** Opening a dossier lets the BRP be asked in the background when that was more than a day ago. */
export function useBrpVers(mag: Kop['mag'] | undefined): void {
  const id = useDossierId();
  const client = useQueryClient();
  const inzien = mag?.inzien === true;
  useEffect(() => {
    if (!inzien) return;
    let wekker: ReturnType<typeof setTimeout> | undefined;
    api
      .post<{ gepland: boolean }>(`/v1/dossiers/${id}/brp/_ververs`, {})
      .then(({ gepland }) => {
        if (!gepland) return;
        wekker = setTimeout(
          () => void client.invalidateQueries({ queryKey: ['dossier', id] }),
          OPNIEUW_LEZEN_MS,
        );
      })
      // The dossier works without: the nightly work asks again.
      .catch(() => {});
    return () => clearTimeout(wekker);
  }, [id, inzien, client]);
}

const VOOR = 'brp-wijziging-';

/** Under a signal about a change in the BRP: somebody looked at it, and it goes away. */
export function BrpBekeken({ kop, signaal }: { kop: Kop; signaal: string }) {
  const bekeken = useHandeling(
    () =>
      api.post(`/v1/dossiers/${kop.dossierId}/brp/_bekeken`, { wat: signaal.slice(VOOR.length) }),
    () => {},
  );
  if (!signaal.startsWith(VOOR) || !kop.mag.bewerken) return null;
  return (
    <Button look="quiet" busy={bekeken.isPending} onClick={() => bekeken.mutate(undefined)}>
      {bekeken.isError ? 'Lukte niet; probeer opnieuw' : 'Bekeken'}
    </Button>
  );
}
