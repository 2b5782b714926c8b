import { useState } from 'react';
import { RadioGroup } from '../../../web/ui/form/Choice.tsx';
import { DateField } from '../../../web/ui/form/DateField.tsx';
import { Select, TextInput } from '../../../web/ui/form/Field.tsx';
import { FormDialog } from '../../../web/ui/form/FormDialog.tsx';
import type { Afspraak, Plan } from '../plan.schema.ts';
import { Laagwacht, raaktIn } from './Laagwacht.tsx';
import { AFSPRAAK_STAAT, GRONDSLAG } from './namen.schema.ts';
import { usePlan, useVastleggen } from './vragen.tsx';

type Props = {
  plan: Plan;
  afspraak?: Afspraak;
  doelId?: string;
  /** The state that was chosen before the form opened. */
  staat?: Afspraak['staat'];
  sluit: () => void;
};

const vorigeIn = (plan: Plan, planId: string | undefined): string | null =>
  plan.afspraken.find((a) => a.planId === planId)?.feitId ?? null;

function beginVan({ plan, afspraak, doelId, staat }: Props) {
  const doel = plan.doelen.find((d) => d.doelId === doelId);
  return {
    wat: afspraak?.wat ?? '',
    doelId: afspraak?.doelId ?? doelId ?? '',
    leefgebied: afspraak?.leefgebied ?? doel?.leefgebied ?? plan.leefgebieden[0]?.id ?? '',
    soort: afspraak?.wie.soort ?? ('inburgeraar' as Afspraak['wie']['soort']),
    naam: afspraak?.wie.soort === 'gemeente' ? afspraak.wie.naam : (plan.regievoerder?.naam ?? ''),
    netwerkId: afspraak?.wie.netwerkId ?? '',
    uiterlijk: afspraak?.uiterlijk ?? '',
    grondslag: afspraak?.grondslag ?? ('vrijwillig' as Afspraak['grondslag']),
    staat: staat ?? afspraak?.staat ?? ('open' as Afspraak['staat']),
    toelichting: afspraak?.toelichting ?? '',
  };
}

type Staat = ReturnType<typeof beginVan>;

const vraagVan = ({
  wat,
  doelId,
  leefgebied,
  uiterlijk,
  grondslag,
  staat,
  toelichting,
}: Staat) => ({
  wat,
  doelId: doelId || null,
  leefgebied,
  uiterlijk: uiterlijk || null,
  grondslag,
  staat,
  toelichting,
});

function wieVan(plan: Plan, d: Staat) {
  if (d.soort === 'inburgeraar')
    return { soort: d.soort, naam: plan.voornaam ?? 'de persoon zelf', netwerkId: null };
  if (d.soort === 'gemeente') return { soort: d.soort, naam: d.naam, netwerkId: null };
  const partner = plan.netwerk.find((p) => p.netwerkId === d.netwerkId);
  return { soort: d.soort, naam: partner?.naam ?? '', netwerkId: d.netwerkId || null };
}

type Deel = { plan: Plan; d: Staat; zet: (deel: Partial<Staat>) => void; fout?: string };

function Wie({ plan, d, zet, fout }: Deel) {
  const partners = plan.netwerk.filter((p) => p.actief || p.netwerkId === d.netwerkId);
  return (
    <>
      <RadioGroup
        label="Wie doet dit?"
        inline
        value={d.soort}
        onChange={(soort) => zet({ soort: soort as Staat['soort'] })}
        options={[
          { value: 'inburgeraar', label: plan.voornaam ?? 'De persoon zelf' },
          { value: 'gemeente', label: 'De gemeente' },
          { value: 'partner', label: 'Een partner', disabled: partners.length === 0 },
        ]}
      />
      {partners.length === 0 && (
        <p className="m-quiet">Zet een partner eerst in het netwerk; dan kunt u hem hier kiezen.</p>
      )}
      {d.soort === 'gemeente' && (
        <TextInput label="Naam" value={d.naam} onChange={(naam) => zet({ naam })} />
      )}
      {d.soort === 'partner' && (
        <Select
          label="Partner"
          error={fout}
          emptyLabel="Kies een partner"
          value={d.netwerkId}
          onChange={(netwerkId) => zet({ netwerkId })}
          options={partners.map((p) => ({ value: p.netwerkId, label: `${p.naam} (${p.rol})` }))}
        />
      )}
    </>
  );
}

function Waarbij({ plan, d, zet }: Deel) {
  const kiesDoel = (doelId: string) => {
    const doel = plan.doelen.find((x) => x.doelId === doelId);
    zet({ doelId, ...(doel ? { leefgebied: doel.leefgebied } : {}) });
  };
  return (
    <div className="plan-twee">
      <Select
        label="Bij welk doel?"
        value={d.doelId}
        onChange={kiesDoel}
        emptyLabel="Geen doel"
        options={plan.doelen
          .filter((x) => x.staat === 'actief' || x.doelId === d.doelId)
          .map((x) => ({ value: x.doelId, label: x.nederlands }))}
      />
      <Select
        label="Leefgebied"
        value={d.leefgebied}
        onChange={(leefgebied) => zet({ leefgebied: leefgebied as Staat['leefgebied'] })}
        options={plan.leefgebieden.map((g) => ({ value: g.id, label: g.naam }))}
      />
    </div>
  );
}

const keuzes = (namen: Record<string, string>) =>
  Object.entries(namen).map(([value, label]) => ({ value, label }));

type Fouten = (veld: string) => string | undefined;
type VeldenProps = Omit<Deel, 'fout'> & {
  fouten: Fouten;
  bevestigd: boolean;
  zetBevestigd: (ja: boolean) => void;
};

function Velden({ bevestigd, zetBevestigd, fouten, ...deel }: VeldenProps) {
  const { plan, d, zet } = deel;
  return (
    <>
      <TextInput
        label="Wat gaat er gebeuren?"
        error={fouten('wat')}
        value={d.wat}
        maxLength={300}
        onChange={(wat) => zet({ wat })}
      />
      <Laagwacht raakt={raaktIn(plan, d.wat)} bevestigd={bevestigd} zetBevestigd={zetBevestigd} />
      <Wie {...deel} fout={fouten('wie')} />
      <DateField
        label="Uiterlijk op"
        optional
        error={fouten('uiterlijk')}
        value={d.uiterlijk}
        onChange={(uiterlijk) => zet({ uiterlijk })}
      />
      <RadioGroup
        label="Waarop rust dit?"
        hint="Een verplichting uit de Participatiewet heeft ook een eigen besluit nodig."
        inline
        value={d.grondslag}
        onChange={(grondslag) => zet({ grondslag: grondslag as Staat['grondslag'] })}
        options={keuzes(GRONDSLAG)}
      />
      <Waarbij {...deel} />
    </>
  );
}

/** Who does what before when, and on what that rests. */
export function AfspraakForm(props: Props) {
  const { plan, afspraak, sluit } = props;
  const [d, setD] = useState(() => beginVan(props));
  const [bevestigd, setBevestigd] = useState(false);
  const zet = (deel: Partial<Staat>) => setD((nu) => ({ ...nu, ...deel }));
  const bewaar = useVastleggen('afspraken', 'De afspraak is vastgelegd.', sluit);
  const fouten: Fouten = (veld) => bewaar.error?.voorVeld(veld);
  const wie = wieVan(plan, d);
  const mag = raaktIn(plan, d.wat).length === 0 || bevestigd;
  const vraag = (vorige: string | null) => ({
    ...vraagVan(d),
    planId: afspraak?.planId ?? null,
    wie,
    vorige,
    bevestigd,
  });
  return (
    <FormDialog
      title={afspraak ? 'Afspraak wijzigen' : 'Nieuwe afspraak'}
      onClose={sluit}
      save={bewaar}
      current={usePlan()}
      request={vraag(afspraak?.feitId ?? null)}
      again={(nu) => vraag(vorigeIn(nu, afspraak?.planId))}
      fields={['wat', ...(d.soort === 'partner' ? ['wie'] : []), 'uiterlijk', 'toelichting']}
      ready={d.wat.trim() !== '' && wie.naam !== '' && mag}
      waits={mag ? undefined : 'Zet eerst het vinkje.'}
    >
      <Velden
        plan={plan}
        d={d}
        zet={zet}
        fouten={fouten}
        bevestigd={bevestigd}
        zetBevestigd={setBevestigd}
      />
      {afspraak && (
        <RadioGroup
          label="Hoe staat het ervoor?"
          inline
          value={d.staat}
          onChange={(staat) => zet({ staat: staat as Staat['staat'] })}
          options={keuzes(AFSPRAAK_STAAT)}
        />
      )}
      <TextInput
        label="Toelichting"
        optional
        hint="Niets over gezondheid of geloof."
        error={fouten('toelichting')}
        value={d.toelichting}
        onChange={(toelichting) => zet({ toelichting })}
      />
    </FormDialog>
  );
}
