import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Problem } from '../../../../web/api.ts';
import { formatDate } from '../../../../web/dates.ts';
import { Alert } from '../../../../web/ui/feedback/Alert.tsx';
import { ErrorState } from '../../../../web/ui/feedback/States.tsx';
import { Button } from '../../../../web/ui/form/Button.tsx';
import { RadioGroup } from '../../../../web/ui/form/Choice.tsx';
import { Select } from '../../../../web/ui/form/Field.tsx';
import { Dialog } from '../../../../web/ui/layout/Dialog.tsx';
import type { NieuweLink } from '../../partner/partner.schema.ts';
import type { Partner, Plan } from '../../plan.schema.ts';
import { useDossierId } from '../vragen.tsx';

type Props = { plan: Plan; partner: Partner; sluit: () => void };

/** Shown once: afterwards nobody can read the link or the code again. */
function Gemaakt({ partner, link }: { partner: Partner; link: NieuweLink }) {
  const [gekopieerd, setGekopieerd] = useState(false);
  const adres = `${window.location.origin}${link.adres}`;
  const kopieer = async () => {
    await navigator.clipboard?.writeText(adres).catch(() => {});
    setGekopieerd(true);
  };
  return (
    <div className="m-stack">
      <Alert tone="info" title="U ziet dit één keer." live>
        Stuur de link aan {partner.naam}
        {partner.email ? ` (${partner.email})` : ''}. Geef de code apart, bij voorkeur aan de
        telefoon
        {partner.telefoon ? ` (${partner.telefoon})` : ''}. Zet ze nooit samen in één bericht.
      </Alert>
      <div>
        <p className="plan-partner__label">De link, tot en met {formatDate(link.totEnMet)}</p>
        <p className="plan-geheim">{adres}</p>
        <Button onClick={() => void kopieer()}>
          {gekopieerd ? 'Gekopieerd' : 'Kopieer de link'}
        </Button>
      </div>
      <div>
        <p className="plan-partner__label">De code</p>
        <p className="plan-code">{link.code}</p>
      </div>
    </div>
  );
}

function useLink(partner: Partner) {
  const id = useDossierId();
  const client = useQueryClient();
  return useMutation<NieuweLink, Problem, { planId: string | null; dagen: number }>({
    mutationFn: (keuze) =>
      api.post<NieuweLink>(`/v1/dossiers/${id}/plan/links`, {
        netwerkId: partner.netwerkId,
        ...keuze,
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['dossier', id, 'plan'] }),
  });
}

/** Asks a partner without account for an answer: a link and, apart from it, a code. */
export function LinkDialoog({ plan, partner, sluit }: Props) {
  const taken = plan.afspraken.filter(
    (a) => a.wie.netwerkId === partner.netwerkId && a.staat === 'open',
  );
  const [planId, setPlanId] = useState(taken.length === 1 ? (taken[0]?.planId ?? '') : '');
  const [dagen, setDagen] = useState('14');
  const maak = useLink(partner);
  return (
    <Dialog
      open
      title={`Vraag ${partner.naam} om antwoord`}
      onClose={sluit}
      footer={
        maak.data ? (
          <Button look="primary" onClick={sluit}>
            Klaar
          </Button>
        ) : (
          <>
            <Button
              look="primary"
              busy={maak.isPending}
              disabled={taken.length === 0}
              onClick={() => maak.mutate({ planId: planId || null, dagen: Number(dagen) })}
            >
              Maak de link
            </Button>
            <Button onClick={sluit}>Annuleren</Button>
          </>
        )
      }
    >
      {maak.data ? (
        <Gemaakt partner={partner} link={maak.data} />
      ) : (
        <div className="m-stack">
          <p>
            {partner.naam} ziet alleen de voornaam en de afspraak, en antwoordt: gedaan, lukt niet,
            of een vraag. Een account is niet nodig.
          </p>
          {taken.length === 0 && (
            <Alert tone="warning" title="Er is geen open afspraak met deze partner.">
              Leg eerst vast wat deze partner gaat doen.
            </Alert>
          )}
          <Select
            label="Waarover?"
            value={planId}
            onChange={setPlanId}
            emptyLabel="Alle open afspraken van deze partner"
            options={taken.map((a) => ({ value: a.planId, label: a.wat }))}
          />
          <RadioGroup
            label="Hoe lang werkt de link?"
            inline
            value={dagen}
            onChange={setDagen}
            options={['7', '14', '30'].map((value) => ({ value, label: `${value} dagen` }))}
          />
          {maak.isError && <ErrorState error={maak.error} />}
        </div>
      )}
    </Dialog>
  );
}
