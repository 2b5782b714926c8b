import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { isDatum } from '../../../rules/shared/datum.ts';
import { api, newKey, type Problem } from '../../../web/api.ts';
import { formatDate } from '../../../web/dates.ts';
import { Alert } from '../../../web/ui/feedback/Alert.tsx';
import { toast } from '../../../web/ui/feedback/Toast.tsx';
import { Weigering } from '../../../web/ui/feedback/Weigering.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { RadioGroup } from '../../../web/ui/form/Choice.tsx';
import { DateField } from '../../../web/ui/form/DateField.tsx';
import { Select, TextInput } from '../../../web/ui/form/Field.tsx';
import { TimeField } from '../../../web/ui/form/TimeField.tsx';
import { TochPlannen } from '../../../web/ui/form/TochPlannen.tsx';
import { Dialog } from '../../../web/ui/layout/Dialog.tsx';
import { usePathParam } from '../../../web/ui/layout/Link.tsx';
import { type Hoort, hoorZin } from '../../shared/hoort.schema.ts';
import { type Intake, type IntakeAfspraak, VORMEN } from '../intake.schema.ts';

export type Bedoeling =
  | { wat: 'nieuw' }
  | { wat: 'oproep' }
  | { wat: 'verzetten'; afspraak: IntakeAfspraak };

type Formulier = {
  soort: string;
  datum: string;
  tijd: string;
  plaats: string;
  adres: string;
  duur: string;
  /** Leeg als de afspraak er geen heeft. */
  vorm: string;
  tolkTaal: string;
  tolkVorm: string;
};

const TITEL = {
  nieuw: 'Afspraak plannen',
  oproep: 'Oproep voor de brede intake',
  verzetten: 'Afspraak verzetten',
} as const;
const KLAAR = {
  nieuw: 'De afspraak is gepland.',
  oproep: 'De oproep is gemaakt. De brief staat bij de documenten.',
  verzetten: 'De afspraak is verzet.',
} as const;
const KNOP = { nieuw: 'Plannen', oproep: 'Oproep en brief maken', verzetten: 'Verzetten' } as const;

function begin(intake: Intake, bedoeling: Bedoeling): Formulier {
  const { voorstel } = intake;
  const a = bedoeling.wat === 'verzetten' ? bedoeling.afspraak : undefined;
  return {
    soort: a?.soort ?? 'intakegesprek',
    datum: a?.datum ?? '',
    tijd: a?.tijd ?? '10:00',
    plaats: a?.plaats ?? voorstel.plaats,
    adres: voorstel.adres,
    duur: String(a?.duurMinuten ?? 60),
    vorm: a?.vorm ?? '',
    tolkTaal: (a ? a.tolkTaal : voorstel.tolkTaal) ?? '',
    tolkVorm: 'telefonisch',
  };
}

function verzend(
  id: string,
  bedoeling: Bedoeling,
  f: Formulier & { tochPlannen: boolean },
  idempotencyKey: string,
) {
  const basis = `/v1/dossiers/${id}`;
  const tolk = f.tolkTaal.trim();
  const moment = {
    datum: f.datum,
    tijd: f.tijd,
    plaats: f.plaats,
    duurMinuten: Number(f.duur),
    tochPlannen: f.tochPlannen,
    ...(tolk ? { tolkTaal: tolk } : {}),
  };
  if (bedoeling.wat === 'verzetten') {
    const { afspraakId, feitId } = bedoeling.afspraak;
    return api.put(`${basis}/afspraken/${afspraakId}`, {
      ...moment,
      ...(f.vorm ? { vorm: f.vorm } : {}),
      vervangt: feitId,
    });
  }
  if (bedoeling.wat === 'nieuw') {
    return api.post(`${basis}/afspraken`, { soort: f.soort, ...moment }, { idempotencyKey });
  }
  const vorm = tolk ? { tolkVorm: f.tolkVorm } : {};
  return api.post(`${basis}/oproepen`, { ...moment, ...vorm, adres: f.adres }, { idempotencyKey });
}

type VeldenProps = {
  wat: Bedoeling['wat'];
  f: Formulier;
  zet: (deel: Partial<Formulier>) => void;
  fout: Problem | null;
};

function WaarEnWie({ wat, f, zet, fout }: VeldenProps) {
  return (
    <>
      <TextInput
        label="Plaats"
        value={f.plaats}
        error={fout?.voorVeld('plaats')}
        onChange={(plaats) => zet({ plaats })}
      />
      {wat === 'oproep' && (
        <TextInput
          label="Adres in de brief"
          value={f.adres}
          error={fout?.voorVeld('adres')}
          onChange={(adres) => zet({ adres })}
        />
      )}
      <TextInput
        label="Taal van de tolk"
        hint="Leeg als er geen tolk nodig is."
        value={f.tolkTaal}
        error={fout?.voorVeld('tolkTaal')}
        onChange={(tolkTaal) => zet({ tolkTaal })}
      />
      {wat === 'oproep' && f.tolkTaal.trim() !== '' && (
        <RadioGroup
          label="Hoe is de tolk erbij?"
          inline
          value={f.tolkVorm}
          onChange={(tolkVorm) => zet({ tolkVorm })}
          options={[
            { value: 'telefonisch', label: 'aan de telefoon' },
            { value: 'aanwezig', label: 'aanwezig' },
          ]}
        />
      )}
    </>
  );
}

function Velden(props: VeldenProps) {
  const { wat, f, zet, fout } = props;
  return (
    <div className="m-stack">
      {wat === 'nieuw' && (
        <RadioGroup
          label="Soort afspraak"
          value={f.soort}
          onChange={(soort) => zet({ soort })}
          options={[
            { value: 'intakegesprek', label: 'intakegesprek' },
            { value: 'leerbaarheidstoets', label: 'leerbaarheidstoets' },
            { value: 'overig', label: 'andere afspraak' },
          ]}
        />
      )}
      <DateField
        label="Datum"
        value={f.datum}
        error={fout?.voorVeld('datum')}
        onChange={(datum) => zet({ datum })}
      />
      <TimeField value={f.tijd} error={fout?.voorVeld('tijd')} onChange={(tijd) => zet({ tijd })} />
      <TextInput
        label="Duur in minuten"
        inputMode="numeric"
        size={6}
        value={f.duur}
        error={fout?.voorVeld('duurMinuten')}
        onChange={(duur) => zet({ duur })}
      />
      {f.vorm && (
        <Select
          label="Hoe"
          value={f.vorm}
          options={Object.entries(VORMEN).map(([value, label]) => ({ value, label }))}
          onChange={(vorm) => zet({ vorm })}
        />
      )}
      <WaarEnWie {...props} />
    </div>
  );
}

/** Hoe de persoon van een afspraak op die dag hoort. */
function useHoort(id: string, datum: string): Hoort | undefined {
  const vraag = isDatum(datum) ? `?datum=${datum}` : '';
  return useQuery<Hoort, Problem>({
    queryKey: ['agenda', 'hoort', id, vraag],
    queryFn: ({ signal }) => api.get<Hoort>(`/v1/agenda/voorzet/${id}${vraag}`, { signal }),
    placeholderData: (vorige) => vorige,
  }).data;
}

type DialoogProps = { intake: Intake; bedoeling: Bedoeling; onSluit: () => void };

/** Een afspraak plannen of verzetten, of oproepen met een brief. */
export function AfspraakDialoog({ intake, bedoeling, onSluit }: DialoogProps) {
  const id = usePathParam('dossierId');
  const client = useQueryClient();
  const [f, setF] = useState(() => begin(intake, bedoeling));
  const [tochPlannen, setToch] = useState(false);
  const [sleutel] = useState(newKey);
  const hoort = useHoort(id, f.datum);
  const { wat } = bedoeling;
  const stuur = useMutation<unknown, Problem>({
    mutationFn: () => verzend(id, bedoeling, { ...f, tochPlannen }, sleutel),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['dossier', id] });
      toast({ tekst: KLAAR[wat] });
      onSluit();
    },
  });
  return (
    <Dialog
      open
      kind="side"
      title={
        wat === 'oproep' && intake.ladder.gemist > 0 ? 'Waarschuwing en nieuwe oproep' : TITEL[wat]
      }
      onClose={onSluit}
      footer={
        <>
          <Button look="primary" busy={stuur.isPending} onClick={() => stuur.mutate()}>
            {KNOP[wat]}
          </Button>
          <Button onClick={onSluit}>Annuleren</Button>
        </>
      }
    >
      <div className="m-stack">
        {wat === 'oproep' && (
          <Alert
            tone="info"
            title={`De termijn loopt tot en met ${formatDate(intake.ladder.uiterlijk, 'datum')}.`}
          >
            De brief noemt deze dag. Kies een afspraak die niet later is.
          </Alert>
        )}
        {stuur.isError && <Weigering fout={stuur.error} />}
        <TochPlannen fout={stuur.error} waarde={tochPlannen} zet={setToch} />
        <Velden
          wat={wat}
          f={f}
          zet={(deel) => {
            setF({ ...f, ...deel });
            setToch(false);
          }}
          fout={stuur.error}
        />
        {wat !== 'oproep' && <p className="m-quiet">{hoorZin(hoort)}</p>}
      </div>
    </Dialog>
  );
}
