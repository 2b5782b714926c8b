import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, type Problem } from '../../../web/api.ts';
import { formatDate, formatMoment } from '../../../web/dates.ts';
import { Badge, type Tone } from '../../../web/ui/data/Badge.tsx';
import { Alert, Redenen } from '../../../web/ui/feedback/Alert.tsx';
import { toast } from '../../../web/ui/feedback/Toast.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { Card } from '../../../web/ui/layout/Card.tsx';
import type { Versie, Vragenbank } from '../vragenbank.schema.ts';

const TOON: Record<Versie['staat'], Tone> = {
  geldt: 'met',
  gepland: 'near',
  voorbij: 'neutral',
  ingetrokken: 'neutral',
};

/** Elke versie van een vraag: wat, wanneer, door wie en waarom. */
export function Versies({ bank, vraagId }: { bank: Vragenbank; vraagId: string }) {
  const client = useQueryClient();
  const sleutel = ['vragenbank', bank.gemeente.id];
  const trek = useMutation<Vragenbank, Problem, string>({
    mutationFn: (id) =>
      api.post<Vragenbank>(`/v1/gemeenten/${bank.gemeente.id}/vragenbank/${id}/_intrekken`, {
        revisie: bank.revisie,
      }),
    onSuccess: (nieuw) => {
      client.setQueryData(sleutel, nieuw);
      toast({ tekst: 'De geplande wijziging is ingetrokken.' });
    },
    onError: () => client.invalidateQueries({ queryKey: sleutel }),
  });
  const versies = bank.versies.filter((v) => v.vraagId === vraagId).reverse();
  const bron = bank.ingebouwd.find((v) => v.id === vraagId);
  return (
    <Card title="Wat er eerder gold en wat er komt">
      {trek.error && (
        <Alert tone="refusal" title={trek.error.detail} live>
          <Redenen redenen={trek.error.redenen} />
        </Alert>
      )}
      <ol className="vragenbank-versies">
        {versies.map((v) => (
          <li key={v.id}>
            <div>
              <Badge tone={TOON[v.staat]}>{v.staat}</Badge> <strong>{v.inhoud.vraag}</strong>
              <p className="m-quiet">
                vanaf {formatDate(v.geldigVanaf, 'datum')}
                {v.totEnMet && ` tot en met ${formatDate(v.totEnMet, 'datum')}`}
                {v.inhoud.verborgen && ' · niet gesteld'}
                {v.inhoud.verplicht && ' · altijd vragen'}
              </p>
              <p className="m-quiet">
                {v.door}, {formatMoment(v.vastgelegdOp)}: {v.reden}
                {v.ingetrokkenOp &&
                  ` · ingetrokken of vervangen door ${v.ingetrokkenDoor}, ${formatMoment(v.ingetrokkenOp)}`}
              </p>
            </div>
            {bank.magWijzigen && v.staat === 'gepland' && (
              <Button busy={trek.isPending} onClick={() => trek.mutate(v.id)}>
                Intrekken
              </Button>
            )}
          </li>
        ))}
        {bron && (
          <li>
            <div>
              <strong>{bron.vraag}</strong>
              <p className="m-quiet">
                Zoals Meedoen haar stelt{versies.length > 0 ? ', tot de eerste wijziging' : ''}.
              </p>
            </div>
          </li>
        )}
      </ol>
    </Card>
  );
}
