import { useState } from 'react';
import { formatDate } from '../../../web/dates.ts';
import { Button } from '../../../web/ui/form/Button.tsx';
import { DateField } from '../../../web/ui/form/DateField.tsx';
import { TextInput } from '../../../web/ui/form/Field.tsx';
import { FormDialog } from '../../../web/ui/form/FormDialog.tsx';
import { VrijeTekst } from '../../../web/ui/form/VrijeTekst.tsx';
import { Card } from '../../../web/ui/layout/Card.tsx';
import { Link, usePathParam } from '../../../web/ui/layout/Link.tsx';
import type { Gesprek, Traject } from '../traject.schema.ts';
import { useTraject, useVastleggen } from './vragen.tsx';

type Props = { traject: Traject; gesprek?: Gesprek; sluit: () => void };

/** Somebody may have corrected the talk meanwhile: then the newest of that day is the one to replace. */
const vorigeIn = (traject: Traject, gesprek: Gesprek | undefined): string | null =>
  gesprek
    ? (traject.gesprekken.find((g) => g.feitId === gesprek.feitId || g.op === gesprek.op)?.feitId ??
      null)
    : null;

function GesprekForm({ traject, gesprek, sluit }: Props) {
  const [op, setOp] = useState(gesprek?.op ?? traject.vandaag);
  const [onderwerp, setOnderwerp] = useState(gesprek?.onderwerp ?? '');
  const [afspraken, setAfspraken] = useState(gesprek?.afspraken ?? '');
  const bewaar = useVastleggen('gesprekken', 'Het gesprek is vastgelegd.', sluit);
  const fout = (veld: string) => bewaar.error?.voorVeld(veld);
  const vraag = (vorige: string | null) => ({ op, onderwerp, afspraken, vorige });
  return (
    <FormDialog
      title={gesprek ? 'Voortgangsgesprek verbeteren' : 'Voortgangsgesprek vastleggen'}
      onClose={sluit}
      save={bewaar}
      current={useTraject()}
      request={vraag(gesprek?.feitId ?? null)}
      again={(nu) => vraag(vorigeIn(nu, gesprek))}
      fields={['op', 'onderwerp', 'afspraken']}
      ready={op !== ''}
    >
      <DateField label="Gevoerd op" error={fout('op')} value={op} onChange={setOp} />
      <TextInput
        label="Onderwerp"
        hint="Bijvoorbeeld: lessen en werk"
        error={fout('onderwerp')}
        value={onderwerp}
        onChange={setOnderwerp}
      />
      <VrijeTekst
        label="Afspraken"
        hint="Wie doet wat, en wanneer? Niets over gezondheid of geloof."
        optional
        error={fout('afspraken')}
        value={afspraken}
        onChange={setAfspraken}
      />
    </FormDialog>
  );
}

/** The talks about progress. */
export function GesprekKaart({ traject }: { traject: Traject }) {
  const [open, setOpen] = useState<Gesprek | 'nieuw'>();
  const sluit = () => setOpen(undefined);
  const dossierId = usePathParam('dossierId');
  const { gesprekken, mag } = traject;
  return (
    <Card
      title="Voortgangsgesprekken"
      action={
        mag.gesprek && (
          <Button look="quiet" icon="plus" onClick={() => setOpen('nieuw')}>
            Gesprek
          </Button>
        )
      }
    >
      {gesprekken.length === 0 ? (
        <p className="m-quiet">Er is nog geen gesprek vastgelegd.</p>
      ) : (
        <ul className="traject-lijst">
          {gesprekken.map((g) => (
            <li key={g.feitId}>
              <div className="traject-kop">
                <strong>{formatDate(g.op)}</strong>
                {mag.gesprek && (
                  <Button
                    look="quiet"
                    onClick={() => setOpen(g)}
                    aria-label={`Verbeter gesprek van ${formatDate(g.op, 'datum')}`}
                  >
                    Verbeter
                  </Button>
                )}
              </div>
              <p>
                {g.onderwerp ?? 'zonder onderwerp'}
                {g.door && <span className="m-quiet"> met {g.door}</span>}
              </p>
              {g.afspraken && <p className="traject-tekst">{g.afspraken}</p>}
            </li>
          ))}
        </ul>
      )}
      {mag.gesprek && (
        <p>
          <Link href={`/inburgeraars/${dossierId}/intake/meting`}>Vraag ook hoe het gaat</Link>
        </p>
      )}
      {open && (
        <GesprekForm
          traject={traject}
          gesprek={open === 'nieuw' ? undefined : open}
          sluit={sluit}
        />
      )}
    </Card>
  );
}
