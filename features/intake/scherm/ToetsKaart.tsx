import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Problem } from '../../../web/api.ts';
import { formatDate } from '../../../web/dates.ts';
import { useIk } from '../../../web/ik.ts';
import { SourceLabel } from '../../../web/ui/data/Badge.tsx';
import { ProgressBar } from '../../../web/ui/data/ProgressBar.tsx';
import { Waarom } from '../../../web/ui/data/Waarom.tsx';
import { Alert, Redenen } from '../../../web/ui/feedback/Alert.tsx';
import { toast } from '../../../web/ui/feedback/Toast.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { RadioGroup } from '../../../web/ui/form/Choice.tsx';
import { DateField } from '../../../web/ui/form/DateField.tsx';
import { Select, TextInput } from '../../../web/ui/form/Field.tsx';
import { VrijeTekst } from '../../../web/ui/form/VrijeTekst.tsx';
import { Card } from '../../../web/ui/layout/Card.tsx';
import { Dialog } from '../../../web/ui/layout/Dialog.tsx';
import { Link, usePathParam } from '../../../web/ui/layout/Link.tsx';
import { MANIEREN, TOETSGRENS } from '../../shared/toets.schema.ts';
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
        {TOETSGRENS} Denk aan opleiding, taal, tijd en wat de persoon wil.
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
      <Anders alternatief={o.alternatief} />
      <p className="m-quiet">De ontheffing geldt alleen voor de toets, niet voor de intake.</p>
    </>
  );
}

function Anders({ alternatief: a }: Pick<NonNullable<Intake['ontheffing']>, 'alternatief'>) {
  if (!a) return <p>Nog niet vastgelegd hoe leerbaarheid dan wordt beoordeeld.</p>;
  return (
    <>
      <p>
        In plaats van de toets: {MANIEREN[a.manier]}, door {a.wie}.
      </p>
      {a.uitkomst ? (
        <p>
          Uitkomst van {formatDate(a.op ?? '', 'datum')}: {a.uitkomst}
        </p>
      ) : (
        <p className="m-quiet">De uitkomst is er nog niet.</p>
      )}
    </>
  );
}

type AndersVorm = { manier: string; wie: string; op: string; uitkomst: string };
type AndersProps = {
  v: AndersVorm;
  zet: (deel: Partial<AndersVorm>) => void;
  fout: Problem | null;
};

/** Hoe de leerbaarheid dan wordt beoordeeld; leeg laten mag zolang dat niet is afgesproken. */
function AndersVelden({ v, zet, fout }: AndersProps) {
  return (
    <>
      <Select
        label="Hoe beoordeelt u de leerbaarheid dan?"
        optional
        value={v.manier}
        emptyLabel="Nog niet afgesproken"
        options={Object.entries(MANIEREN).map(([value, label]) => ({ value, label }))}
        error={fout?.voorVeld('alternatief.manier')}
        onChange={(manier) => zet({ manier })}
      />
      {v.manier && (
        <>
          <TextInput
            label="Wie doet dat?"
            value={v.wie}
            error={fout?.voorVeld('alternatief.wie')}
            onChange={(wie) => zet({ wie })}
          />
          <DateField
            label="Dag van de uitkomst"
            optional
            value={v.op}
            error={fout?.voorVeld('alternatief.op')}
            onChange={(op) => zet({ op })}
          />
          <VrijeTekst
            label="Wat kwam eruit?"
            optional
            hint="Wat de persoon kan leren en hoe snel. Geen diagnose."
            value={v.uitkomst}
            error={fout?.voorVeld('alternatief.uitkomst')}
            onChange={(uitkomst) => zet({ uitkomst })}
          />
        </>
      )}
    </>
  );
}

function alternatiefVan({ manier, wie, op, uitkomst }: AndersVorm) {
  if (!manier) return {};
  const klaar = uitkomst.trim();
  return {
    alternatief: { manier, wie, ...(op ? { op } : {}), ...(klaar ? { uitkomst: klaar } : {}) },
  };
}

function OntheffingDialoog({ intake, onSluit }: { intake: Intake; onSluit: () => void }) {
  const id = usePathParam('dossierId');
  const client = useQueryClient();
  const [grond, setGrond] = useState<string>(intake.ontheffing?.grond ?? '');
  const [toelichting, setToelichting] = useState(intake.ontheffing?.toelichting ?? '');
  const [anders, setAnders] = useState<AndersVorm>({
    manier: '',
    wie: '',
    op: '',
    uitkomst: '',
    ...intake.ontheffing?.alternatief,
  });
  const stuur = useMutation<unknown, Problem>({
    mutationFn: () =>
      api.put(`/v1/dossiers/${id}/leerbaarheidstoets/ontheffing`, {
        grond,
        toelichting,
        ...alternatiefVan(anders),
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
          hint="Waarom de toets niet af te nemen is. Geen diagnose."
          value={toelichting}
          error={stuur.error?.voorVeld('toelichting')}
          onChange={setToelichting}
        />
        <AndersVelden
          v={anders}
          zet={(deel) => setAnders({ ...anders, ...deel })}
          fout={stuur.error}
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
  const dossierId = usePathParam('dossierId');
  const magPlek = useIk().data?.mag.includes('toets.plannen') ?? false;
  const zittingen = `/toetszittingen${magPlek ? `?deel=nodig&persoon=${dossierId}` : ''}`;
  return (
    <Card title="Leerbaarheidstoets">
      <div id="vraag-leerbaarheidstoets" className="m-stack m-stack--tight">
        {toets && <Uitslag toets={toets} />}
        {!toets && ontheffing && <Ontheffing ontheffing={ontheffing} />}
        {!toets && !ontheffing && (
          <p>Nog geen uitslag. De uitslag komt van DUO zodra de toets is geregistreerd.</p>
        )}
        {!toets && !ontheffing && mag.bewerken && (
          <p>
            <Link href={zittingen}>Plek in een zitting zoeken</Link>
          </p>
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
