import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Problem } from '../../web/api.ts';
import { EmptyState, ErrorState, Skeleton } from '../../web/ui/feedback/States.tsx';
import { Button } from '../../web/ui/form/Button.tsx';
import { Card } from '../../web/ui/layout/Card.tsx';
import { usePathParam } from '../../web/ui/layout/Link.tsx';
import { Hierheen } from './scherm/Hierheen.tsx';
import { OntvangenDialog } from './scherm/OntvangenDialog.tsx';
import { Regel } from './scherm/Regel.tsx';
import { VraagDialog } from './scherm/VraagDialog.tsx';
import type { DossierVerhuizing } from './verhuizing.schema.ts';
import './verhuizing.css';

const LOOPT = ['gevraagd', 'ontvangen'];

/** Wat bij een verhuizing van deze persoon geldt, mist en loopt. */
export function VerhuizingScreen() {
  const dossierId = usePathParam('dossierId');
  const [open, setOpen] = useState<'vragen' | 'vastleggen'>();
  const vraag = useQuery<DossierVerhuizing, Problem>({
    queryKey: ['verhuizing', 'dossier', dossierId],
    queryFn: () => api.get<DossierVerhuizing>(`/v1/dossiers/${dossierId}/verhuizing`),
  });
  if (vraag.isPending) return <Skeleton lines={6} />;
  if (vraag.isError) {
    return <ErrorState error={vraag.error} onRetry={() => void vraag.refetch()} />;
  }
  const d = vraag.data;
  // Wat nog te vragen is staat hierboven al.
  const lopend = d.lopend.filter((v) => v.staat !== 'te-vragen');
  const gevraagd = d.lopend.some((v) => v.richting === 'in' && LOOPT.includes(v.staat));
  const sluit = () => setOpen(undefined);
  return (
    <div className="m-stack">
      {d.hierheen && <Hierheen h={d.hierheen} />}
      <Card title="Verzoeken en overdrachten">
        <div className="m-stack">
          {lopend.length === 0 ? (
            <EmptyState title="Er is niets gevraagd en niets overgedragen.">
              Een dossier gaat alleen over als de nieuwe gemeente erom vraagt.
            </EmptyState>
          ) : (
            <ul className="verhuizing-regels">
              {lopend.map((v) => (
                <Regel
                  key={v.verzoekId ?? v.overdrachtId ?? v.sinds}
                  v={v}
                  mag={d.mag}
                  delen={d.delen}
                />
              ))}
            </ul>
          )}
          {d.mag && (
            <div className="m-row">
              {!gevraagd && (
                <Button
                  look={d.hierheen ? 'primary' : 'secondary'}
                  onClick={() => setOpen('vragen')}
                >
                  Vraag het dossier aan de vorige gemeente
                </Button>
              )}
              <Button onClick={() => setOpen('vastleggen')}>
                Leg een verzoek van een andere gemeente vast
              </Button>
            </div>
          )}
        </div>
      </Card>
      {open === 'vragen' && (
        <VraagDialog
          dossierId={dossierId}
          gemeenten={d.gemeenten}
          code={d.hierheen?.bel?.code ?? ''}
          onClose={sluit}
        />
      )}
      {open === 'vastleggen' && (
        <OntvangenDialog dossierId={dossierId} gemeenten={d.gemeenten} onClose={sluit} />
      )}
    </div>
  );
}
