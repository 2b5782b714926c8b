import { useState } from 'react';
import { formatDate } from '../../web/dates.ts';
import { Badge } from '../../web/ui/data/Badge.tsx';
import { Alert } from '../../web/ui/feedback/Alert.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../web/ui/feedback/States.tsx';
import { ButtonLink } from '../../web/ui/form/Button.tsx';
import { Select } from '../../web/ui/form/Field.tsx';
import { usePathParam, useSearchParams } from '../../web/ui/layout/Link.tsx';
import { TALEN, type Taal } from '../shared/talen.schema.ts';
import type { BrievenAntwoord, BrievenSet } from './brieven.schema.ts';
import { BegripKaart } from './scherm/BegripKaart.tsx';
import { SetKaart } from './scherm/SetKaart.tsx';
import { Voorlezen } from './scherm/Voorlezen.tsx';
import { useBrieven } from './scherm/vragen.tsx';
import './brieven.css';

const GELDT = { nu: 'geldt nu', vervangen: 'vervangen', ingetrokken: 'ingetrokken' } as const;

/** De brieven bij het PIP: de set per versie, voorlezen, en nagaan of het duidelijk is. */
export function BrievenScreen() {
  const dossierId = usePathParam('dossierId');
  const [zoek, wijzigZoek] = useSearchParams();
  const brieven = useBrieven(dossierId);
  if (brieven.isPending) return <Skeleton lines={8} label="Brieven laden…" />;
  if (brieven.isError && !brieven.data) {
    return <ErrorState error={brieven.error} onRetry={() => void brieven.refetch()} />;
  }
  const { sets } = brieven.data;
  const set = sets.find((s) => String(s.versie) === zoek.versie) ?? sets[0];
  const naarPip = `/inburgeraars/${dossierId}/pip`;
  if (!set) {
    return (
      <EmptyState
        title="Er zijn nog geen brieven."
        action={<ButtonLink href={naarPip}>Naar het PIP</ButtonLink>}
      >
        Als het PIP is vastgesteld, maakt Meedoen de brieven: het besluit, een versie in gewone
        taal, een versie in beeld en een vertaling.
      </EmptyState>
    );
  }
  return (
    <div className="m-stack">
      <Kop
        set={set}
        sets={sets}
        onKies={(versie) =>
          wijzigZoek({ versie: versie === String(sets[0]?.versie) ? '' : versie })
        }
      />
      <Inhoud key={set.pipId} dossierId={dossierId} set={set} alles={brieven.data} />
    </div>
  );
}

type KopProps = {
  set: BrievenSet;
  sets: readonly BrievenSet[];
  onKies: (versie: string) => void;
};

function Kop({ set, sets, onKies }: KopProps) {
  return (
    <div className="m-stack m-stack--tight">
      <div className="m-row m-row--between brieven-kop">
        <div>
          <h2 className="brieven-titel">
            Brieven bij het PIP, versie {set.versie}{' '}
            <Badge tone={set.geldt === 'nu' ? 'met' : 'neutral'}>{GELDT[set.geldt]}</Badge>
          </h2>
          <p className="m-quiet">
            Besluit van {formatDate(set.dagtekening, 'datum')}. Alle brieven van deze set hebben
            hetzelfde versienummer. De beschikking gaat voor.
          </p>
        </div>
        {sets.length > 1 && (
          <Select
            label="Versie"
            value={String(set.versie)}
            onChange={onKies}
            options={sets.map((s) => ({
              value: String(s.versie),
              label: `Versie ${s.versie}, ${GELDT[s.geldt]}`,
            }))}
          />
        )}
      </div>
      {set.waaromNiet && (
        <Alert tone="warning" title="Deze brieven gelden niet meer.">
          {set.waaromNiet} Geef ze niet meer mee.
        </Alert>
      )}
    </div>
  );
}

type InhoudProps = { dossierId: string; set: BrievenSet; alles: BrievenAntwoord };

function Inhoud({ dossierId, set, alles }: InhoudProps) {
  const [taal, setTaal] = useState<Taal>(alles.taal.code ?? 'nl');
  return (
    <>
      <div className="m-split">
        <SetKaart dossierId={dossierId} set={set} alles={alles} />
        <BegripKaart dossierId={dossierId} set={set} alles={alles} />
      </div>
      <Voorlezen
        dossierId={dossierId}
        pipId={set.pipId}
        taal={taal}
        onTaal={setTaal}
        voorkeur={alles.taal.code ? TALEN[alles.taal.code].naam : null}
      />
    </>
  );
}
