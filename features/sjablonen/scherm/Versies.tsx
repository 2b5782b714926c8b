import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, type Problem } from '../../../web/api.ts';
import { formatDate, formatMoment } from '../../../web/dates.ts';
import { Badge, type Tone } from '../../../web/ui/data/Badge.tsx';
import { Alert, Redenen } from '../../../web/ui/feedback/Alert.tsx';
import { toast } from '../../../web/ui/feedback/Toast.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { Card } from '../../../web/ui/layout/Card.tsx';
import type { Sjablonen, SjabloonBeeld, Sjabloonversie } from '../sjablonen.schema.ts';

const TOON: Record<Sjabloonversie['staat'], Tone> = {
  geldt: 'met',
  gepland: 'near',
  voorbij: 'neutral',
  ingetrokken: 'neutral',
};

/** Elke versie van de tekst van een gemeente: wat, wanneer, wie en waarom. */
export function Versies({ bron, sjabloon }: { bron: Sjablonen; sjabloon: SjabloonBeeld }) {
  const client = useQueryClient();
  const sleutel = ['sjablonen', bron.gemeente.id];
  const trek = useMutation<Sjablonen, Problem, string>({
    mutationFn: (id) =>
      api.post<Sjablonen>(`/v1/gemeenten/${bron.gemeente.id}/sjabloonversies/${id}/_intrekken`, {
        revisie: sjabloon.revisie,
      }),
    onSuccess: (nieuw) => {
      client.setQueryData(sleutel, nieuw);
      toast({ tekst: 'De geplande tekst is ingetrokken.' });
    },
    onError: () => client.invalidateQueries({ queryKey: sleutel }),
  });
  const naam = (id: string) => sjabloon.blokken.find((b) => b.id === id)?.naam ?? id;
  return (
    <Card title="Eerdere en komende teksten">
      {trek.error && (
        <Alert tone="refusal" title={trek.error.detail} live>
          <Redenen redenen={trek.error.redenen} />
        </Alert>
      )}
      {sjabloon.versies.length === 0 && (
        <p className="m-quiet">{bron.gemeente.naam} gebruikt de tekst van Meedoen.</p>
      )}
      <ol className="sjabloon-versies">
        {sjabloon.versies.map((v) => (
          <li key={v.id}>
            <div>
              <Badge tone={TOON[v.staat]}>{v.staat}</Badge> vanaf{' '}
              {formatDate(v.geldigVanaf, 'datum')}
              {v.totEnMet && ` tot en met ${formatDate(v.totEnMet, 'datum')}`}
              <p className="m-quiet">
                Eigen tekst: {Object.keys(v.blokken).map(naam).join(', ') || 'geen'}. {v.door},{' '}
                {formatMoment(v.vastgelegdOp)}: {v.reden}
                {v.ingetrokkenOp &&
                  ` Ingetrokken of vervangen: ${v.ingetrokkenDoor}, ${formatMoment(v.ingetrokkenOp)}.`}
              </p>
              <details>
                <summary>Bekijk de tekst</summary>
                {Object.entries(v.blokken).map(([id, tekst]) => (
                  <p key={id} className="sjabloon-lees__tekst">
                    <strong>{naam(id)}:</strong> {tekst || '(leeg)'}
                  </p>
                ))}
              </details>
            </div>
            {bron.magWijzigen && v.staat === 'gepland' && (
              <Button busy={trek.isPending} onClick={() => trek.mutate(v.id)}>
                Intrekken
              </Button>
            )}
          </li>
        ))}
      </ol>
    </Card>
  );
}
