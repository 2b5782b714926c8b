import { useState } from 'react';
import { Button } from '../../../web/ui/form/Button.tsx';
import { Checkbox } from '../../../web/ui/form/Choice.tsx';
import { TextArea } from '../../../web/ui/form/Field.tsx';
import { Dialog } from '../../../web/ui/layout/Dialog.tsx';
import type { DossierVerhuizing, Verhuizing } from '../verhuizing.schema.ts';
import { inZin } from '../woorden.ts';
import { Fout } from './Fout.tsx';
import { useStuur } from './vragen.tsx';

type Deel = DossierVerhuizing['delen'][number];

const GROEPEN: { soort: Deel['soort']; titel: string; uitleg: string }[] = [
  {
    soort: 'wet',
    titel: 'Wat de wet noemt',
    uitleg: 'Het PIP, de voortgang en de boetes geeft u op verzoek.',
  },
  {
    soort: 'afweging',
    titel: 'Alleen als het nodig is',
    uitleg: 'De wet noemt dit niet. Schrijf waarom de andere gemeente het nodig heeft.',
  },
  {
    soort: 'gevoelig',
    titel: 'Gevoelig',
    uitleg:
      'Kies dit alleen als het niet anders kan, en schrijf waarom. Gezondheid gaat nooit mee: dat vertelt de inburgeraar zelf.',
  },
];

type Props = {
  dossierId: string;
  verzoek: Verhuizing;
  delen: readonly Deel[];
  onClose: () => void;
};

/** Kiezen wat er naar de andere gemeente gaat. */
export function OverdraagDialog({ dossierId, verzoek, delen, onClose }: Props) {
  const [gekozen, setGekozen] = useState<ReadonlySet<string>>(
    new Set(delen.filter((d) => d.soort === 'wet' && d.aantal > 0).map((d) => d.deel)),
  );
  const [redenen, setRedenen] = useState<Record<string, string>>({});
  const stuur = useStuur(
    () => ({
      pad: `/v1/dossiers/${dossierId}/verhuizing/overdrachten`,
      inhoud: {
        verzoekId: verzoek.verzoekId,
        delen: [...gekozen].map((deel) => ({
          deel,
          ...(redenen[deel]?.trim() ? { reden: redenen[deel].trim() } : {}),
        })),
      },
    }),
    onClose,
  );
  const kies = (deel: string, aan: boolean) => {
    const nieuw = new Set(gekozen);
    if (aan) nieuw.add(deel);
    else nieuw.delete(deel);
    setGekozen(nieuw);
  };
  const zonderReden = delen.find(
    (d) => gekozen.has(d.deel) && d.soort !== 'wet' && (redenen[d.deel] ?? '').trim().length < 3,
  );
  return (
    <Dialog
      open
      kind="side"
      title={`Overdragen aan ${verzoek.andere?.naam ?? 'de nieuwe gemeente'}`}
      onClose={onClose}
      footer={
        <>
          <Button
            look="primary"
            busy={stuur.isPending}
            reason={knopReden(gekozen.size, zonderReden)}
            onClick={() => stuur.mutate(undefined)}
          >
            Overdragen
          </Button>
          <Button look="quiet" onClick={onClose}>
            Annuleren
          </Button>
        </>
      }
    >
      <div className="m-stack">
        <p>
          {verzoek.door} vroeg: {verzoek.toelichting}
        </p>
        {GROEPEN.map((groep) => (
          <fieldset key={groep.soort} className="verhuizing-groep">
            <legend>{groep.titel}</legend>
            <p className="m-quiet">{groep.uitleg}</p>
            {delen
              .filter((d) => d.soort === groep.soort)
              .map((d) => (
                <DeelKeuze
                  key={d.deel}
                  deel={d}
                  aan={gekozen.has(d.deel)}
                  reden={redenen[d.deel] ?? ''}
                  onKies={(aan) => kies(d.deel, aan)}
                  onReden={(tekst) => setRedenen({ ...redenen, [d.deel]: tekst })}
                />
              ))}
          </fieldset>
        ))}
        <Fout fout={stuur.error} />
      </div>
    </Dialog>
  );
}

function knopReden(aantal: number, zonder: Deel | undefined): string | undefined {
  if (aantal === 0) return 'Kies minstens één deel.';
  return zonder ? `Schrijf bij ${zonder.naam} waarom.` : undefined;
}

type DeelProps = {
  deel: Deel;
  aan: boolean;
  reden: string;
  onKies: (aan: boolean) => void;
  onReden: (tekst: string) => void;
};

function DeelKeuze({ deel: d, aan, reden, onKies, onReden }: DeelProps) {
  const leeg = d.aantal === 0;
  const hoeveel = leeg ? 'niets vastgelegd' : d.aantal === 1 ? '1 gegeven' : `${d.aantal} gegevens`;
  return (
    <div>
      <Checkbox
        label={`${d.naam} (${hoeveel})`}
        hint={`${d.wat}. Waarvoor: ${inZin(d.doel)}.`}
        checked={aan}
        disabled={leeg && !aan}
        onChange={onKies}
      />
      {aan && d.soort !== 'wet' && (
        <div className="verhuizing-reden">
          <TextArea label={`Waarom ${inZin(d.naam)}?`} value={reden} onChange={onReden} />
        </div>
      )}
    </div>
  );
}
