import { useState } from 'react';
import { formatDate } from '../../../web/dates.ts';
import { Badge } from '../../../web/ui/data/Badge.tsx';
import { Alert } from '../../../web/ui/feedback/Alert.tsx';
import { ErrorState } from '../../../web/ui/feedback/States.tsx';
import { toast } from '../../../web/ui/feedback/Toast.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { TextArea } from '../../../web/ui/form/Field.tsx';
import { Card } from '../../../web/ui/layout/Card.tsx';
import { Dialog } from '../../../web/ui/layout/Dialog.tsx';
import { TOETSGRENS } from '../../shared/toets.schema.ts';
import type { DuoBeeld, TrekToetsIn } from './duo.schema.ts';
import { useDuoHandeling } from './vragen.tsx';

const MINSTENS = 10;

/** The lines of one subject: text, date, detail. */
export function Regels({ kaart }: { kaart: DuoBeeld['examens'] }) {
  if (kaart.regels.length === 0) return null;
  return (
    <ul className="duo-regels">
      {kaart.regels.map((r) => (
        <li key={r.id}>
          <div className="m-row m-row--between">
            <span>
              {r.tekst}
              {r.datum && <span className="m-quiet"> · {formatDate(r.datum, 'datum')}</span>}
            </span>
            {r.merk && <Badge tone={r.merk.toon}>{r.merk.tekst}</Badge>}
          </div>
          {r.bij && <p className="m-quiet">{r.bij}</p>}
        </li>
      ))}
    </ul>
  );
}

const INGETROKKEN = {
  wacht: 'Het nummer is hier ingetrokken. DUO heeft daar nog niet op geantwoord.',
  bevestigd: 'Het nummer is ingetrokken en DUO heeft dat bevestigd: de toets vervalt.',
  geweigerd: 'DUO weigerde het nummer in te trekken.',
} as const;

function IntrekDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const [reden, setReden] = useState('');
  const doe = useDuoHandeling<TrekToetsIn>('_trek-toets-in', () => {
    onClose();
    toast({ tekst: 'Het nummer is ingetrokken; DUO krijgt bericht.' });
  });
  const tekort =
    reden.trim().length < MINSTENS ? 'Schrijf in een zin waarom de toets vervalt.' : undefined;
  return (
    <Dialog
      open={open}
      title="Leerbaarheidstoets laten vervallen"
      onClose={onClose}
      footer={
        <>
          <Button
            look="primary"
            busy={doe.isPending}
            reason={tekort}
            onClick={() => doe.mutate({ reden: reden.trim() })}
          >
            Nummer intrekken bij DUO
          </Button>
          <Button look="quiet" onClick={onClose}>
            Annuleren
          </Button>
        </>
      }
    >
      <div className="m-stack">
        <p>
          U trekt bij DUO het nummer in waarmee deze persoon de toets doet. De toets kan dan niet
          worden afgenomen en er komt geen uitslag voor het leerrouteadvies. Terugdraaien kan hier
          niet: voor een nieuw nummer moet DUO de persoon opnieuw aanmelden.
        </p>
        <TextArea
          label="Waarom vervalt de toets?"
          hint="De reden komt als notitie in het dossier. Schrijf niets over gezondheid op."
          value={reden}
          maxLength={500}
          onChange={setReden}
          error={doe.error?.voorVeld('reden')}
        />
        {doe.error && !doe.error.voorVeld('reden') && <ErrorState error={doe.error} />}
      </div>
    </Dialog>
  );
}

/** The leerbaarheidstoets: number, results, and withdrawing the number as a conscious act. */
export function Toets({ beeld: b }: { beeld: DuoBeeld }) {
  const [open, setOpen] = useState(false);
  const { toets } = b;
  return (
    <Card title="Leerbaarheidstoets" level={3}>
      <div className="m-stack m-stack--tight">
        {toets.examennummer && (
          <p>
            Nummer bij DUO: <strong>{toets.examennummer}</strong>
          </p>
        )}
        {toets.ingetrokken && (
          <Alert
            tone={toets.ingetrokken === 'geweigerd' ? 'refusal' : 'info'}
            title={INGETROKKEN[toets.ingetrokken]}
          >
            {toets.foutteksten.join(' ')}
          </Alert>
        )}
        <Regels kaart={toets} />
        {toets.regels.length > 0 && <p className="m-quiet">{TOETSGRENS}</p>}
        {toets.examennummer && b.mag.intrekken && (
          <div>
            <Button look="quiet" onClick={() => setOpen(true)}>
              Toets laten vervallen…
            </Button>
          </div>
        )}
      </div>
      <IntrekDialog open={open} onClose={() => setOpen(false)} />
    </Card>
  );
}
