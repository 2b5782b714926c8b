import { useMutation, useQueryClient } from '@tanstack/react-query';
import { parameterVan } from '../../../rules/beleid/parameters.ts';
import { beleidInWoorden } from '../../../rules/beleid/waarde.ts';
import { api, type Problem } from '../../../web/api.ts';
import { formatDate, formatMoment } from '../../../web/dates.ts';
import { Alert } from '../../../web/ui/feedback/Alert.tsx';
import { toast } from '../../../web/ui/feedback/Toast.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import type { Besluit, LokaalBeleid, ParameterRegel } from '../beleid.schema.ts';

type Props = { gemeente: LokaalBeleid['gemeente']; regel: ParameterRegel; magWijzigen: boolean };

/** Wat is gepland en wat eerder is besloten, met wie en waarom. */
export function Geschiedenis({ gemeente, regel, magWijzigen }: Props) {
  const client = useQueryClient();
  const intrekken = useMutation<LokaalBeleid, Problem, string>({
    mutationFn: (id) =>
      api.post<LokaalBeleid>(`/v1/gemeenten/${gemeente.id}/beleid/${id}/_intrekken`, {
        revisie: regel.revisie,
      }),
    onSuccess: (nieuw) => {
      client.setQueryData(['beleid', gemeente.id], nieuw);
      toast({ tekst: 'Het geplande besluit is ingetrokken.' });
    },
    onError: () => client.invalidateQueries({ queryKey: ['beleid', gemeente.id] }),
  });
  const nu = regel.geldend ? [regel.geldend] : [];
  const besluiten = [...[...regel.gepland].reverse(), ...nu, ...regel.eerder];
  return (
    <section className="m-stack m-stack--tight">
      <h3>Besluiten</h3>
      {besluiten.length === 0 && (
        <p className="m-quiet">De gemeente heeft hier nog niets over besloten.</p>
      )}
      {intrekken.error && <Alert tone="refusal" title={intrekken.error.detail} live />}
      <ul className="beleid-besluiten">
        {besluiten.map((b) => (
          <li key={b.id}>
            <Regel besluit={b} regel={regel} />
            {magWijzigen && regel.gepland.includes(b) && (
              <Button busy={intrekken.isPending} onClick={() => intrekken.mutate(b.id)}>
                Intrekken
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Regel({ besluit: b, regel }: { besluit: Besluit; regel: ParameterRegel }) {
  const { veld } = parameterVan(regel.sleutel);
  const woorden =
    b.waarde === null
      ? `de standaard (${beleidInWoorden(veld, regel.standaard)})`
      : beleidInWoorden(veld, b.waarde);
  return (
    <div>
      <strong>{woorden}</strong>
      <span className="beleid-uitleg">
        vanaf {formatDate(b.geldigVanaf, 'datum')}
        {b.geldigTotEnMet && ` tot en met ${formatDate(b.geldigTotEnMet, 'datum')}`}
        {regel.gepland.includes(b) && ' · gepland'}
      </span>
      <span className="beleid-uitleg">
        {b.door ?? 'bij de inrichting'}, {formatMoment(b.vastgelegdOp)}
        {b.toelichting && ` · ${b.toelichting}`}
      </span>
      {b.ingetrokkenOp && (
        <span className="beleid-uitleg">
          Ingetrokken of vervangen: {b.ingetrokkenDoor ?? 'onbekend'},{' '}
          {formatMoment(b.ingetrokkenOp)}
        </span>
      )}
    </div>
  );
}
