import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Problem } from '../../../web/api.ts';
import { formatDate } from '../../../web/dates.ts';
import { useIk } from '../../../web/ik.ts';
import { Button } from '../../../web/ui/form/Button.tsx';
import { KAARTEN, type Kaartveld } from '../kaarten.ts';
import type { Portaalkaart } from '../portaal.schema.ts';

const GEKOPIEERD_MS = 2000;

function waardeVan(v: Kaartveld, velden: Record<string, string>): string {
  const w = velden[v.id] ?? '';
  return v.soort === 'datum' && w ? formatDate(w, 'cijfers') : w;
}

/** Puts a value on the clipboard and says so. */
function Kopieer({ waarde, label }: { waarde: string; label: string }) {
  const [staat, setStaat] = useState<'' | 'gelukt' | 'mislukt'>('');
  const kopieer = async () => {
    try {
      await navigator.clipboard.writeText(waarde);
      setStaat('gelukt');
    } catch {
      setStaat('mislukt');
    }
    setTimeout(() => setStaat(''), GEKOPIEERD_MS);
  };
  const woord = { '': 'Kopieer', gelukt: 'Gekopieerd', mislukt: 'Lukte niet' }[staat];
  return (
    <Button look="quiet" onClick={() => void kopieer()}>
      <span aria-live="polite">{woord}</span>
      <span className="m-hidden">: {label}</span>
    </Button>
  );
}

/** The number stays hidden until one asks for it; that is written in the log. */
function Bsn({ dossierId }: { dossierId: string }) {
  const mag = useIk().data?.mag.includes('dossier.toon-bsn') ?? false;
  const vraag = useMutation<{ bsn: string | null }, Problem>({
    mutationFn: () => api.post<{ bsn: string | null }>(`/v1/dossiers/${dossierId}/_toon-bsn`, {}),
  });
  if (vraag.data) {
    const { bsn } = vraag.data;
    return (
      <>
        <span>{bsn ?? 'nog niet bekend'}</span>
        {bsn && <Kopieer waarde={bsn} label="burgerservicenummer" />}
      </>
    );
  }
  if (!mag) return <span className="m-quiet">staat in het dossier</span>;
  return (
    <>
      <span className="m-quiet">verborgen</span>
      <Button look="quiet" busy={vraag.isPending} onClick={() => vraag.mutate()}>
        {vraag.isError ? 'Probeer opnieuw' : 'Toon'}
      </Button>
    </>
  );
}

/** What goes where in DUO's portal, in the order of the portal. */
export function Overnemen({ kaart }: { kaart: Portaalkaart }) {
  return (
    <ol className="portaal-stappen">
      <li>
        <span className="portaal-stappen__label">Burgerservicenummer</span>
        <Bsn dossierId={kaart.dossierId} />
      </li>
      {KAARTEN[kaart.soort].velden.map((v) => {
        const waarde = waardeVan(v, kaart.velden);
        return (
          <li key={v.id}>
            <span className="portaal-stappen__label">{v.label}</span>
            <span className={waarde ? 'portaal-stappen__waarde' : 'm-quiet'}>
              {waarde || (v.optioneel ? 'leeg laten' : 'nog niet ingevuld')}
            </span>
            {waarde && <Kopieer waarde={waarde} label={v.label} />}
          </li>
        );
      })}
    </ol>
  );
}
