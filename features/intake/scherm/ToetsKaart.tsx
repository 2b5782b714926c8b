import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Problem } from '../../../web/api.ts';
import { formatDate } from '../../../web/dates.ts';
import { SourceLabel } from '../../../web/ui/data/Badge.tsx';
import { ProgressBar } from '../../../web/ui/data/ProgressBar.tsx';
import { Waarom } from '../../../web/ui/data/Waarom.tsx';
import { Alert, Redenen } from '../../../web/ui/feedback/Alert.tsx';
import { toast } from '../../../web/ui/feedback/Toast.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { RadioGroup } from '../../../web/ui/form/Choice.tsx';
import { VrijeTekst } from '../../../web/ui/form/VrijeTekst.tsx';
import { Card } from '../../../web/ui/layout/Card.tsx';
import { Dialog } from '../../../web/ui/layout/Dialog.tsx';
import { usePathParam } from '../../../web/ui/layout/Link.tsx';
import type { Intake } from '../intake.schema.ts';

const GRONDEN = [
  { value: 'visueel', label: 'een beperking van het zien' },
  { value: 'auditief', label: 'een beperking van het horen, waardoor de toets niet kan' },
];

const alsGetal = (score: string) => Number(score.replace(',', '.'));

function Uitslag({ toets }: { toets: NonNullable<Intake['toets']> }) {
  return (
    <>
      <p className="intake-uitslag">{toets.resultaat}</p>
      <ProgressBar
        label="Score"
        text={`${toets.behaald} van ${toets.benodigd}`}
        value={alsGetal(toets.behaald)}
        max={alsGetal(toets.benodigd)}
        note="Van de score die nodig is voor ‘B1-route haalbaar’."
      />
      <p className="m-quiet">
        <SourceLabel bron={toets.bron} /> geregistreerd {formatDate(toets.geregistreerdOp, 'datum')}
      </p>
      <Alert tone="info" title="De toets adviseert, u beslist.">
        De uitslag is een van de gegevens voor de leerroute, naast opleiding, taal en wat de persoon
        wil.
      </Alert>
    </>
  );
}

function Ontheffing({ ontheffing: o }: { ontheffing: NonNullable<Intake['ontheffing']> }) {
  return (
    <>
      <p>
        Ontheffing: {o.grond === 'visueel' ? 'beperking van het zien' : 'beperking van het horen'}.
      </p>
      <p className="m-quiet">{o.toelichting}</p>
      <p className="m-quiet">
        <SourceLabel bron={o.bron} /> {formatDate(o.op, 'datum')}
      </p>
      <p className="m-quiet">De ontheffing geldt alleen voor de toets, niet voor de intake.</p>
    </>
  );
}

function OntheffingDialoog({ intake, onSluit }: { intake: Intake; onSluit: () => void }) {
  const id = usePathParam('dossierId');
  const client = useQueryClient();
  const [grond, setGrond] = useState<string>(intake.ontheffing?.grond ?? '');
  const [toelichting, setToelichting] = useState(intake.ontheffing?.toelichting ?? '');
  const stuur = useMutation<unknown, Problem>({
    mutationFn: () =>
      api.put(`/v1/dossiers/${id}/leerbaarheidstoets/ontheffing`, {
        grond,
        toelichting,
        vervangt: intake.ontheffing?.feitId ?? null,
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['dossier', id] });
      toast({ tekst: 'De ontheffing is vastgelegd.' });
      onSluit();
    },
  });
  return (
    <Dialog
      open
      title="Ontheffing van de leerbaarheidstoets"
      onClose={onSluit}
      footer={
        <>
          <Button look="primary" busy={stuur.isPending} onClick={() => stuur.mutate()}>
            Ontheffing vastleggen
          </Button>
          <Button onClick={onSluit}>Annuleren</Button>
        </>
      }
    >
      <div className="m-stack">
        {stuur.isError && (
          <Alert tone="refusal" title={stuur.error.detail} live>
            {stuur.error.conflict &&
              `${stuur.error.conflict.wie} was eerder: ${stuur.error.conflict.wat}.`}
            <Redenen redenen={stuur.error.redenen} />
          </Alert>
        )}
        <RadioGroup
          label="Waardoor kan de toets niet?"
          hint="De wet kent alleen deze twee gronden."
          value={grond}
          options={GRONDEN}
          error={stuur.error?.voorVeld('grond')}
          onChange={setGrond}
        />
        <VrijeTekst
          label="Uitleg"
          hint="Waarom de toets niet af te nemen is en hoe u dan een beeld krijgt van wat haalbaar is. Geen diagnose."
          value={toelichting}
          error={stuur.error?.voorVeld('toelichting')}
          onChange={setToelichting}
        />
      </div>
    </Dialog>
  );
}

/** De uitslag van de leerbaarheidstoets met haar beperking, of de ontheffing. */
export function ToetsKaart({ intake }: { intake: Intake }) {
  const [open, setOpen] = useState(false);
  const onderdeel = intake.onderdelen.find((o) => o.id === 'leerbaarheidstoets');
  const { toets, ontheffing, mag } = intake;
  return (
    <Card title="Leerbaarheidstoets">
      <div id="vraag-leerbaarheidstoets" className="m-stack m-stack--tight">
        {toets && <Uitslag toets={toets} />}
        {!toets && ontheffing && <Ontheffing ontheffing={ontheffing} />}
        {!toets && !ontheffing && (
          <p>Nog geen uitslag. De uitslag komt van DUO zodra de toets is geregistreerd.</p>
        )}
        <div className="m-row">
          {!toets && mag.bewerken && (
            <Button look="quiet" onClick={() => setOpen(true)}>
              {ontheffing ? 'Ontheffing verbeteren…' : 'Ontheffing vastleggen…'}
            </Button>
          )}
          <span className="m-quiet">
            <Waarom
              over="leerbaarheidstoets"
              vraag="Waarom is dit nodig?"
              uitleg={
                onderdeel && {
                  titel: onderdeel.naam,
                  uitkomst: onderdeel.doel,
                  grondslag: onderdeel.grondslag,
                }
              }
            >
              Waarom is dit nodig?
            </Waarom>
          </span>
        </div>
      </div>
      {open && <OntheffingDialoog intake={intake} onSluit={() => setOpen(false)} />}
    </Card>
  );
}
