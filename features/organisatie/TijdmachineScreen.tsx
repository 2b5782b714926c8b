import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Problem } from '../../web/api.ts';
import { formatDate } from '../../web/dates.ts';
import { useIk } from '../../web/ik.ts';
import { Alert } from '../../web/ui/feedback/Alert.tsx';
import { Skeleton } from '../../web/ui/feedback/States.tsx';
import { Button } from '../../web/ui/form/Button.tsx';
import { DateField } from '../../web/ui/form/DateField.tsx';
import { Card } from '../../web/ui/layout/Card.tsx';
import { PageTitle } from '../../web/ui/layout/PageTitle.tsx';

import './taakverdeling.css';

type Antwoord = { datum: string; herberekend: number };

/** De datum van de oefenomgeving verzetten: schermen, termijnen en nachtwerk volgen. */
export function TijdmachineScreen() {
  const ik = useIk();
  return (
    <div className="m-stack">
      <PageTitle
        title="Tijdmachine"
        lead="Zet de oefenomgeving op een andere dag en kijk wat er dan te doen is. Elke termijn rekent met die dag."
      />
      {ik.data ? <Datumkeuze nu={ik.data.peildatum} /> : <Skeleton lines={4} />}
    </div>
  );
}

function Datumkeuze({ nu }: { nu: string }) {
  const client = useQueryClient();
  const [dag, setDag] = useState(nu);
  const verzet = useMutation<Antwoord, Problem, string>({
    mutationFn: (datum) => api.put<Antwoord>('/v1/oefendatum', { datum }),
    onSuccess: () => client.invalidateQueries(),
  });
  return (
    <Card title={`Het is nu ${formatDate(nu, 'lang')}`}>
      <div className="m-stack">
        <div className="taakverdeling-keuze">
          <DateField
            label="Ga naar"
            value={dag}
            onChange={setDag}
            error={verzet.error?.voorVeld('datum')}
          />
        </div>
        <div className="m-row">
          <Button
            look="primary"
            busy={verzet.isPending}
            busyText="Alles opnieuw bepalen…"
            disabled={dag === ''}
            reason={dag === nu ? 'Kies een andere dag dan vandaag.' : undefined}
            onClick={() => verzet.mutate(dag)}
          >
            Verzet de datum
          </Button>
        </div>
        {verzet.isError && <Alert tone="refusal" title={verzet.error.detail} live />}
        {verzet.isSuccess && (
          <Alert tone="success" title={`Het is nu ${formatDate(verzet.data.datum, 'lang')}.`} live>
            {verzet.data.herberekend} dossiers zijn opnieuw bepaald.
          </Alert>
        )}
      </div>
    </Card>
  );
}
