import { useState } from 'react';
import { Checkbox, RadioGroup } from '../../../web/ui/form/Choice.tsx';
import { DateField } from '../../../web/ui/form/DateField.tsx';
import { Select, TextInput } from '../../../web/ui/form/Field.tsx';
import { FormDialog } from '../../../web/ui/form/FormDialog.tsx';
import { TimeField } from '../../../web/ui/form/TimeField.tsx';
import type { Plan, Punt } from '../plan.schema.ts';
import { FASE, VORM } from './namen.schema.ts';
import { usePlan, useVastleggen } from './vragen.tsx';

type Props = { plan: Plan; punt?: Punt; sluit: () => void };
type Vorm = keyof typeof VORM;

const FASEN = Object.keys(FASE) as Punt['fase'][];

/** After the phase of the last one comes the next phase. */
function volgendeFase(plan: Plan): Punt['fase'] {
  const laatste = plan.aanspreekpunten.at(-1);
  if (!laatste) return plan.laagEen ? 'leren' : 'intake-en-pip';
  return FASEN[FASEN.indexOf(laatste.fase) + 1] ?? laatste.fase;
}

function beginVan({ plan, punt }: Props) {
  return {
    fase: punt?.fase ?? volgendeFase(plan),
    naam: punt?.naam ?? '',
    organisatie: punt?.organisatie ?? '',
    vanaf: punt?.vanaf ?? plan.vandaag,
    vorm: (punt?.overdracht?.vorm ?? (punt ? 'geen' : 'driegesprek')) as Vorm | 'geen',
    op: punt?.overdracht?.op ?? '',
    met: punt?.overdracht?.met ?? '',
    agenda: !punt,
    tijd: '10:00',
    plaats: '',
    duur: '45',
  };
}

type Staat = ReturnType<typeof beginVan>;

const magInAgenda = (plan: Plan, d: Staat) => d.vorm === 'driegesprek' && d.op >= plan.vandaag;

function vraagVan(plan: Plan, d: Staat, eerste: boolean) {
  const overdracht =
    eerste || d.vorm === 'geen' || d.op === ''
      ? null
      : { op: d.op, vorm: d.vorm, ...(d.met ? { met: d.met } : {}) };
  const gepland = overdracht !== null && d.agenda && magInAgenda(plan, d);
  return {
    fase: d.fase,
    naam: d.naam,
    organisatie: d.organisatie,
    medewerkerId: plan.regievoerder?.naam === d.naam ? plan.regievoerder.medewerkerId : null,
    vanaf: d.vanaf,
    overdracht,
    afspraak: gepland ? { tijd: d.tijd, plaats: d.plaats, duurMinuten: Number(d.duur) || 0 } : null,
  };
}

type Deel = {
  d: Staat;
  zet: (deel: Partial<Staat>) => void;
  fout: (veld: string) => string | undefined;
};

function Agenda({ d, zet, fout }: Deel) {
  return (
    <>
      <Checkbox
        label="Zet het driegesprek in de agenda"
        hint="Zo krijgt de persoon een uitnodiging, en is de overdracht pas warm als zij er was."
        checked={d.agenda}
        onChange={(agenda) => zet({ agenda })}
      />
      {d.agenda && (
        <div className="plan-twee">
          <TimeField
            error={fout('afspraak.tijd')}
            value={d.tijd}
            onChange={(tijd) => zet({ tijd })}
          />
          <TextInput
            label="Duur in minuten"
            inputMode="numeric"
            error={fout('afspraak.duurMinuten')}
            value={d.duur}
            onChange={(duur) => zet({ duur })}
          />
          <TextInput
            label="Plaats"
            error={fout('afspraak.plaats')}
            value={d.plaats}
            onChange={(plaats) => zet({ plaats })}
          />
        </div>
      )}
    </>
  );
}

function Overdracht({ plan, ...deel }: Deel & { plan: Plan }) {
  const { d, zet, fout } = deel;
  return (
    <>
      <RadioGroup
        label="Hoe gaat de overdracht?"
        hint="Warm is: de persoon zit erbij, met wie overdraagt en wie overneemt."
        value={d.vorm}
        onChange={(vorm) => zet({ vorm: vorm as Staat['vorm'] })}
        options={[
          ...Object.entries(VORM).map(([value, label]) => ({ value, label })),
          { value: 'geen', label: 'geen overdracht' },
        ]}
      />
      {d.vorm !== 'geen' && (
        <div className="plan-twee">
          <DateField
            label="Op"
            error={fout('overdracht.op')}
            value={d.op}
            onChange={(op) => zet({ op })}
          />
          <TextInput label="Met wie" optional value={d.met} onChange={(met) => zet({ met })} />
        </div>
      )}
      {magInAgenda(plan, d) && <Agenda {...deel} />}
      {plan.overTeDragen.length > 0 && (
        <div className="plan-mee">
          <p>
            <strong>Neem dit mee</strong>
          </p>
          <ul>
            {plan.overTeDragen.map((regel) => (
              <li key={regel}>{regel}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

function Wie({ d, zet, fout, vast }: Deel & { vast: boolean }) {
  return (
    <div className="plan-twee">
      <Select
        label="Fase"
        error={fout('fase')}
        value={d.fase}
        disabled={vast}
        onChange={(fase) => zet({ fase: fase as Punt['fase'] })}
        options={FASEN.map((value) => ({ value, label: FASE[value] }))}
      />
      <DateField
        label="Vanaf"
        error={fout('vanaf')}
        value={d.vanaf}
        onChange={(vanaf) => zet({ vanaf })}
      />
      <TextInput
        label="Naam"
        disabled={vast}
        error={fout('naam')}
        value={d.naam}
        onChange={(naam) => zet({ naam })}
      />
      <TextInput
        label="Organisatie"
        error={fout('organisatie')}
        value={d.organisatie}
        onChange={(organisatie) => zet({ organisatie })}
      />
    </div>
  );
}

/** What the form asks now. */
function veldenVan(plan: Plan, d: Staat, eerste: boolean): string[] {
  const overdracht = !eerste && d.vorm !== 'geen';
  const agenda = overdracht && magInAgenda(plan, d) && d.agenda;
  return [
    ...['fase', 'naam', 'organisatie', 'vanaf'],
    ...(overdracht ? ['overdracht.op'] : []),
    ...(agenda ? ['afspraak.tijd', 'afspraak.plaats', 'afspraak.duurMinuten'] : []),
  ];
}

/** A next one to ask, with the hand-over; or the last one put right. */
export function OverdrachtForm(props: Props) {
  const { plan, punt, sluit } = props;
  const [begin] = useState(plan);
  const [d, setD] = useState(() => beginVan(props));
  const zet = (deel: Partial<Staat>) => setD((nu) => ({ ...nu, ...deel }));
  const bewaar = useVastleggen('aanspreekpunten', 'Het aanspreekpunt is vastgelegd.', sluit);
  const deel = { d, zet, fout: (veld: string) => bewaar.error?.voorVeld(veld) };
  const eerste = plan.aanspreekpunten.length === 0 || punt?.warmte === 'eerste';
  const vraag = (nu: Plan) => ({
    ...vraagVan(plan, d, eerste),
    vorige: nu.aanspreekpunten.at(-1)?.feitId ?? null,
  });
  const { afspraak, overdracht } = vraagVan(plan, d, eerste);
  const heel = eerste || d.vorm === 'geen' || overdracht !== null;
  const wie = [d.naam, d.organisatie, d.vanaf].every((t) => t.trim() !== '');
  return (
    <FormDialog
      title={punt ? 'Aanspreekpunt verbeteren' : 'Aanspreekpunt vastleggen'}
      onClose={sluit}
      save={bewaar}
      current={usePlan()}
      request={vraag(begin)}
      again={vraag}
      fields={veldenVan(plan, d, eerste)}
      ready={wie && heel && afspraak?.plaats !== ''}
    >
      <Wie vast={punt !== undefined} {...deel} />
      {!eerste && <Overdracht plan={plan} {...deel} />}
    </FormDialog>
  );
}
