import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Problem } from '../../../web/api.ts';
import { formatDate } from '../../../web/dates.ts';
import { toast } from '../../../web/ui/feedback/Toast.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { Checkbox, RadioGroup } from '../../../web/ui/form/Choice.tsx';
import { VrijeTekst } from '../../../web/ui/form/VrijeTekst.tsx';
import { Dialog } from '../../../web/ui/layout/Dialog.tsx';
import type { AgendaAfspraak, UitkomstAntwoord } from '../agenda.schema.ts';
import { Fout } from './Fout.tsx';
import { OproepStap } from './OproepStap.tsx';

/** Waarom iemand er niet was, in gewone woorden. Nooit welke ziekte: alleen dat er een goede reden was. */
const REDENEN = [
  'De uitnodiging kwam niet aan.',
  'De uitnodiging was niet begrepen.',
  'De persoon kon niet en heeft een goede reden.',
  'De persoon had werk of les.',
  'Er was geen opvang voor de kinderen.',
  'De persoon kon de weg niet vinden of er was geen vervoer.',
  'De persoon wilde niet komen.',
  'Gevraagd, maar de persoon is niet bereikt.',
];
const ANDERS = 'anders';

const GEWEEST = [
  { value: 'verschenen', label: 'Ja, de persoon was er' },
  { value: 'niet-verschenen', label: 'Nee, de persoon was er niet' },
  { value: 'afgezegd', label: 'De afspraak ging niet door' },
];

type Keuze = { uitkomst: string; reden: string; eigen: string; bericht: boolean };

function Waarom({
  k,
  zet,
  fout,
}: {
  k: Keuze;
  zet: (deel: Partial<Keuze>) => void;
  fout?: string;
}) {
  return (
    <>
      <RadioGroup
        label="Waarom was de persoon er niet?"
        hint="Vraag dit eerst aan de persoon. Daarna kijkt u samen wat nodig is."
        {...(fout ? { error: fout } : {})}
        value={k.reden}
        options={[...REDENEN, ANDERS].map((r) => ({
          value: r,
          label: r === ANDERS ? 'Iets anders' : r,
        }))}
        onChange={(reden) => zet({ reden })}
      />
      {k.reden === ANDERS && (
        <VrijeTekst
          label="Wat was de reden?"
          value={k.eigen}
          onChange={(eigen) => zet({ eigen })}
        />
      )}
    </>
  );
}

const redenVan = (k: Keuze): string =>
  k.uitkomst === 'verschenen' ? '' : (k.reden === ANDERS ? k.eigen : k.reden).trim();

type VragenProps = {
  k: Keuze;
  zet: (deel: Partial<Keuze>) => void;
  afspraak: AgendaAfspraak;
  afzeggen: boolean;
  fout: Problem | null;
};

function Vragen({ k, zet, afspraak, afzeggen, fout }: VragenProps) {
  return (
    <>
      {!afzeggen && (
        <RadioGroup
          label="Uitkomst"
          value={k.uitkomst}
          options={GEWEEST}
          onChange={(uitkomst) => zet({ uitkomst })}
        />
      )}
      {k.uitkomst === 'niet-verschenen' && <Waarom k={k} zet={zet} {...foutBij(fout)} />}
      {k.uitkomst === 'afgezegd' && (
        <>
          <VrijeTekst
            label="Reden"
            optional
            value={k.eigen}
            onChange={(eigen) => zet({ eigen, reden: ANDERS })}
          />
          {!afspraak.geweest && (
            <Checkbox
              label="De persoon bericht sturen dat het niet doorgaat"
              checked={k.bericht}
              onChange={(bericht) => zet({ bericht })}
            />
          )}
        </>
      )}
    </>
  );
}

type Props = { afspraak: AgendaAfspraak; afzeggen: boolean; onSluit: () => void };

/** Was de persoon er? Bij niet verschijnen eerst de reden, daarna meteen de volgende stap. */
export function UitkomstDialoog({ afspraak, afzeggen, onSluit }: Props) {
  const client = useQueryClient();
  const [k, setK] = useState<Keuze>({
    uitkomst: afzeggen ? 'afgezegd' : '',
    reden: '',
    eigen: '',
    bericht: true,
  });
  const zet = (deel: Partial<Keuze>) => setK((oud) => ({ ...oud, ...deel }));
  const stuur = useMutation<UitkomstAntwoord, Problem>({
    mutationFn: () => {
      const reden = redenVan(k);
      return api.post<UitkomstAntwoord>(
        `/v1/agenda/afspraken/${afspraak.dossierId}/${afspraak.afspraakId}/uitkomst`,
        {
          uitkomst: k.uitkomst,
          ...(reden ? { reden } : {}),
          gezien: afspraak.uitkomst?.feitId ?? null,
          bericht: k.bericht,
        },
      );
    },
    onSuccess: async (antwoord) => {
      await client.invalidateQueries({ queryKey: ['agenda'] });
      toast({ tekst: afzeggen ? 'De afspraak gaat niet door.' : 'De uitkomst is vastgelegd.' });
      if (!antwoord.ladder) onSluit();
    },
  });
  const ladder = stuur.data?.ladder;
  if (ladder) return <OproepStap afspraak={afspraak} ladder={ladder} onSluit={onSluit} />;
  return (
    <Dialog
      open
      title={afzeggen ? 'Afspraak afzeggen' : 'Was de persoon er?'}
      onClose={onSluit}
      footer={
        <>
          <Button
            look="primary"
            busy={stuur.isPending}
            {...(k.uitkomst === '' ? { reason: 'Kies eerst wat het werd.' } : {})}
            onClick={() => stuur.mutate()}
          >
            {afzeggen ? 'Afzeggen' : 'Vastleggen'}
          </Button>
          <Button onClick={onSluit}>Annuleren</Button>
        </>
      }
    >
      <div className="m-stack">
        <p>
          <strong>{afspraak.naam}</strong>, {formatDate(afspraak.datum, 'lang')} om {afspraak.tijd}
        </p>
        {stuur.isError && <Fout fout={stuur.error} onSluit={onSluit} />}
        <Vragen k={k} zet={zet} afspraak={afspraak} afzeggen={afzeggen} fout={stuur.error} />
      </div>
    </Dialog>
  );
}

const foutBij = (fout: Problem | null) => {
  const zin = fout?.voorVeld('reden');
  return zin ? { fout: zin } : {};
};
