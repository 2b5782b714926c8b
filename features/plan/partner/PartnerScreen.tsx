import { SkipLink } from '@amsterdam/design-system-react/dist/SkipLink/index.js';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import { api, type Problem } from '../../../web/api.ts';
import { formatDate } from '../../../web/dates.ts';
import { Logo } from '../../../web/shell/Logo.tsx';
import { Alert } from '../../../web/ui/feedback/Alert.tsx';
import { ErrorState } from '../../../web/ui/feedback/States.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { RadioGroup } from '../../../web/ui/form/Choice.tsx';
import { TextArea, TextInput } from '../../../web/ui/form/Field.tsx';
import { Card } from '../../../web/ui/layout/Card.tsx';
import { PageTitle } from '../../../web/ui/layout/PageTitle.tsx';
import type { Sessie, Taken } from './partner.schema.ts';
import '../../../web/public-frame.css';
import './partner.css';

type Taak = Taken['taken'][number];
type Open = { sessie: string; beeld: Taken };

/** The key stands behind the hash and is taken out of the address at once, also out of the history. */
function useSleutel(): string {
  const [sleutel] = useState(() => window.location.hash.slice(1));
  useEffect(() => {
    if (window.location.hash) window.history.replaceState(null, '', window.location.pathname);
  }, []);
  return sleutel;
}

const WEG =
  'Deze link werkt niet of niet meer. Vraag uw contactpersoon bij de gemeente om een nieuwe.';

function Code({ sleutel, klaar }: { sleutel: string; klaar: (open: Open) => void }) {
  const [code, setCode] = useState('');
  const wissel = useMutation<Sessie, Problem, string>({
    mutationFn: (cijfers) =>
      api.post<Sessie>('/v1/partner/_wissel', { token: sleutel, code: cijfers }),
    onSuccess: ({ sessie, sessieTot: _, ...beeld }) => klaar({ sessie, beeld }),
  });
  const cijfers = code.replace(/\D/gu, '');
  const stuur = (event: FormEvent) => {
    event.preventDefault();
    if (cijfers.length === 6 && !wissel.isPending) wissel.mutate(cijfers);
  };
  const fout = wissel.error?.voorVeld('code');
  if (wissel.error && !fout && wissel.error.status === 404)
    return <Alert tone="refusal" title={WEG} live />;
  return (
    <Card>
      <form className="m-stack" onSubmit={stuur} noValidate>
        <p>U kreeg een link en, los daarvan, een code van zes cijfers. Typ hier de code.</p>
        <TextInput
          label="Code"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={7}
          error={fout}
          value={code}
          onChange={setCode}
        />
        {wissel.error && !fout && <ErrorState error={wissel.error} />}
        <div>
          <Button
            type="submit"
            look="primary"
            disabled={cijfers.length !== 6}
            busy={wissel.isPending}
          >
            Ga verder
          </Button>
        </div>
      </form>
    </Card>
  );
}

const KEUZES = [
  { value: 'gedaan', label: 'Het is gedaan' },
  { value: 'lukt-niet', label: 'Het lukt niet' },
  { value: 'vraag', label: 'Ik heb een vraag' },
];
const VRAAG: Record<string, string> = {
  gedaan: 'Wilt u er iets bij zeggen?',
  'lukt-niet': 'Waarom lukt het niet?',
  vraag: 'Wat is uw vraag?',
};

type AntwoordProps = {
  taak: Taak;
  open: Open;
  gestuurd: (beeld: Taken, wat: string) => void;
};

function Antwoord({ taak, open, gestuurd }: AntwoordProps) {
  const [uitkomst, setUitkomst] = useState('');
  const [tekst, setTekst] = useState('');
  const stuur = useMutation<Taken, Problem, void>({
    mutationFn: () =>
      api.post<Taken>('/v1/partner/_antwoord', {
        sessie: open.sessie,
        planId: taak.planId,
        uitkomst,
        tekst,
      }),
    onSuccess: (beeld) => gestuurd(beeld, taak.wat),
  });
  const fout = stuur.error?.voorVeld('tekst');
  return (
    <form
      className="m-stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (uitkomst && !stuur.isPending) stuur.mutate();
      }}
    >
      <RadioGroup label="Uw antwoord" value={uitkomst} onChange={setUitkomst} options={KEUZES} />
      {uitkomst && (
        <TextArea
          label={VRAAG[uitkomst] ?? ''}
          hint="Kort is goed. Schrijf niets over gezondheid of geloof."
          optional={uitkomst === 'gedaan'}
          maxLength={500}
          error={fout}
          value={tekst}
          onChange={setTekst}
        />
      )}
      {stuur.error && !fout && <ErrorState error={stuur.error} />}
      <div>
        <Button type="submit" look="primary" disabled={uitkomst === ''} busy={stuur.isPending}>
          Stuur antwoord
        </Button>
      </div>
    </form>
  );
}

function TaakKaart({ taak, open, gestuurd }: AntwoordProps) {
  const eerder = taak.antwoord;
  const [opnieuw, setOpnieuw] = useState(false);
  return (
    <Card title={taak.wat}>
      <div className="m-stack">
        {taak.uiterlijk && (
          <p>
            Uiterlijk <strong>{formatDate(taak.uiterlijk)}</strong>
          </p>
        )}
        {eerder && (
          <p className="m-quiet">
            U antwoordde op {formatDate(eerder.op)}:{' '}
            <strong>{KEUZES.find((k) => k.value === eerder.uitkomst)?.label.toLowerCase()}</strong>.
            {eerder.tekst && ` “${eerder.tekst}”`} De gemeente neemt contact met u op.
          </p>
        )}
        {eerder && !opnieuw ? (
          <div>
            <Button onClick={() => setOpnieuw(true)}>Geef een ander antwoord</Button>
          </div>
        ) : (
          <Antwoord taak={taak} open={open} gestuurd={gestuurd} />
        )}
      </div>
    </Card>
  );
}

function Overzicht({ open, zet }: { open: Open; zet: (open: Open) => void }) {
  const [dank, setDank] = useState('');
  const { beeld } = open;
  return (
    <div className="m-stack">
      <p>
        Dag {beeld.partner}. U helpt <strong>{beeld.voornaam}</strong>. Gemeente {beeld.gemeente}{' '}
        vraagt u hoe het gaat.
      </p>
      {dank && (
        <Alert tone="success" title="Dank u wel, uw antwoord is binnen." live>
          Het gaat over: {dank}
        </Alert>
      )}
      {beeld.taken.length === 0 ? (
        <Card>
          <p>U hebt nu niets meer te doen. U kunt deze pagina sluiten.</p>
        </Card>
      ) : (
        beeld.taken.map((taak) => (
          <TaakKaart
            // Another answer begins with an empty form.
            key={`${taak.planId} ${taak.antwoord?.uitkomst ?? ''} ${taak.antwoord?.tekst ?? ''}`}
            taak={taak}
            open={open}
            gestuurd={(nieuw, wat) => {
              setDank(wat);
              zet({ ...open, beeld: nieuw });
            }}
          />
        ))
      )}
      <p className="m-quiet">
        {beeld.klantmanager &&
          `Vragen? Bel ${beeld.klantmanager.naam}${beeld.klantmanager.telefoon ? `: ${beeld.klantmanager.telefoon}` : ''}. `}
        Deze link werkt tot en met {formatDate(beeld.totEnMet)}. Geef hem niet door.
      </p>
    </div>
  );
}

/** No menu and no way in: only the name of the product and the question. */
function Kader({ children }: { children: ReactNode }) {
  return (
    <div className="m-public">
      <SkipLink href="#inhoud">Naar de inhoud</SkipLink>
      <header className="m-public__top">
        <div>
          <Logo />
        </div>
      </header>
      <main id="inhoud" tabIndex={-1} className="m-main m-public__main">
        <div className="m-stack partner">{children}</div>
      </main>
    </div>
  );
}

/** The page of a partner without account: a code, the shared tasks, an answer. */
export function PartnerScreen() {
  const sleutel = useSleutel();
  const [open, setOpen] = useState<Open>();
  const heel = /^[\w-]{43}$/u.test(sleutel);
  return (
    <Kader>
      <PageTitle title="Uw afspraak" tabTitle="Uw afspraak" />
      {open && <Overzicht open={open} zet={setOpen} />}
      {!open && heel && <Code sleutel={sleutel} klaar={setOpen} />}
      {!open && !heel && (
        <Alert tone="refusal" title={WEG}>
          Let op: de hele link moet in het adres staan, ook het deel achter het hekje.
        </Alert>
      )}
    </Kader>
  );
}
