import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, type Problem } from '../../../web/api.ts';
import { Badge } from '../../../web/ui/data/Badge.tsx';
import { Alert, Redenen } from '../../../web/ui/feedback/Alert.tsx';
import { Skeleton } from '../../../web/ui/feedback/States.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { Card } from '../../../web/ui/layout/Card.tsx';

const WACHT_MS = 700;

/** De laatste waarde waarop even niet is getypt. */
function useRust<T>(waarde: T): T {
  const [rust, setRust] = useState(waarde);
  const sleutel = JSON.stringify(waarde);
  useEffect(() => {
    const klok = setTimeout(() => setRust(JSON.parse(sleutel) as T), WACHT_MS);
    return () => clearTimeout(klok);
  }, [sleutel]);
  return rust;
}

type Props = {
  /** Adres waar `_voorbeeld` en `_pdf` achter komen. */
  adres: string;
  body: unknown;
  /** Waarom er nu geen nieuw voorbeeld is. */
  tegen: string | undefined;
  pdf?: boolean;
};

/** De brief zoals zij wordt, aan iemand die niet bestaat; volgt het typen. */
export function Briefbeeld({ adres, body, tegen, pdf = false }: Props) {
  const rust = useRust(body);
  const beeld = useQuery<{ svg: string }, Problem>({
    queryKey: ['briefbeeld', adres, rust],
    queryFn: ({ signal }) => api.post<{ svg: string }>(`${adres}/_voorbeeld`, rust, { signal }),
    enabled: tegen === undefined,
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 30_000,
  });
  const haal = useMutation<void, Problem>({
    mutationFn: () => api.download(`${adres}/_pdf`, body),
  });
  return (
    <div className="sjabloon-beeld">
      <Card
        title="Zo wordt de brief"
        action={<Badge tone="outside">aan Samira Voorbeeld, verzonnen</Badge>}
      >
        {tegen && <p className="m-quiet">{tegen}</p>}
        {beeld.isError && (
          <Alert tone="refusal" title={beeld.error.detail}>
            <Redenen redenen={beeld.error.redenen} />
          </Alert>
        )}
        {beeld.isPending && !tegen && <Skeleton lines={12} label="De brief wordt gemaakt…" />}
        {beeld.data && (
          <section
            className="sjabloon-vel"
            // biome-ignore lint/a11y/noNoninteractiveTabindex: wie met het toetsenbord werkt moet kunnen schuiven
            tabIndex={0}
            aria-label="Voorbeeld van de brief"
          >
            <img
              src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(beeld.data.svg)}`}
              alt="De brief, blad voor blad. De tekst staat ook in de velden."
            />
          </section>
        )}
        {pdf && (
          <div className="m-row">
            <Button icon="document" busy={haal.isPending} onClick={() => haal.mutate()}>
              Haal de PDF op
            </Button>
            {haal.isError && <span className="m-quiet">{haal.error.detail}</span>}
          </div>
        )}
      </Card>
    </div>
  );
}
