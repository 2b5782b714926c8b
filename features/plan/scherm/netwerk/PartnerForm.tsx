import { useId, useState } from 'react';
import { DateField } from '../../../../web/ui/form/DateField.tsx';
import { TextArea, TextInput } from '../../../../web/ui/form/Field.tsx';
import { FormDialog } from '../../../../web/ui/form/FormDialog.tsx';
import { ROLLEN } from '../../keuzes.schema.ts';
import type { Partner, Plan } from '../../plan.schema.ts';
import { usePlan, useVastleggen } from '../vragen.tsx';

type Props = { plan: Plan; partner?: Partner; sluit: () => void };

const vorigeIn = (plan: Plan, id: string | undefined): string | null =>
  plan.netwerk.find((p) => p.netwerkId === id)?.feitId ?? null;

/** Somebody who helps: who, how, why and since when. */
export function PartnerForm({ plan, partner, sluit }: Props) {
  const [d, setD] = useState({
    naam: partner?.naam ?? '',
    rol: partner?.rol ?? '',
    organisatie: partner?.organisatie ?? '',
    email: partner?.email ?? '',
    telefoon: partner?.telefoon ?? '',
    waarom: partner?.waarom ?? '',
    vanaf: partner?.vanaf ?? plan.vandaag,
    tot: partner?.tot ?? '',
  });
  const rollen = useId();
  const bewaar = useVastleggen('netwerk', 'Het netwerk is bijgewerkt.', sluit);
  const fout = (veld: string) => bewaar.error?.voorVeld(veld);
  const veld = (naam: keyof typeof d) => ({
    value: d[naam],
    error: fout(naam),
    onChange: (waarde: string) => setD((nu) => ({ ...nu, [naam]: waarde })),
  });
  const vraag = (vorige: string | null) => ({
    ...d,
    netwerkId: partner?.netwerkId ?? null,
    tot: d.tot || null,
    vorige,
  });
  return (
    <FormDialog
      title={partner ? `${partner.naam} wijzigen` : 'Partner in het netwerk'}
      onClose={sluit}
      save={bewaar}
      current={usePlan()}
      request={vraag(partner?.feitId ?? null)}
      again={(nu) => vraag(vorigeIn(nu, partner?.netwerkId))}
      fields={['naam', 'rol', 'organisatie', 'email', 'telefoon', 'waarom', 'vanaf', 'tot']}
      ready={[d.naam, d.rol, d.waarom, d.vanaf].every((t) => t.trim() !== '')}
    >
      <TextInput label="Naam" {...veld('naam')} />
      <TextInput
        label="Hoe helpt deze partner?"
        hint="Kies uit de lijst of schrijf het zelf."
        list={rollen}
        {...veld('rol')}
      />
      <datalist id={rollen}>
        {ROLLEN.map((rol) => (
          <option key={rol} value={rol} />
        ))}
      </datalist>
      <TextArea
        label="Waarom?"
        hint="De persoon leest dit ook. Niets over gezondheid of geloof."
        maxLength={500}
        {...veld('waarom')}
      />
      <div className="plan-twee">
        <TextInput label="Organisatie" optional {...veld('organisatie')} />
        <TextInput label="Telefoon" optional type="tel" {...veld('telefoon')} />
        <TextInput label="E-mail" optional type="email" {...veld('email')} />
      </div>
      <div className="plan-twee">
        <DateField label="Vanaf" {...veld('vanaf')} />
        <DateField label="Helpt niet meer mee vanaf" optional {...veld('tot')} />
      </div>
    </FormDialog>
  );
}
