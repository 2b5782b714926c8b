import { useState } from 'react';
import { RadioGroup } from '../../../web/ui/form/Choice.tsx';
import { Select, TextInput } from '../../../web/ui/form/Field.tsx';
import { FormDialog } from '../../../web/ui/form/FormDialog.tsx';
import { VrijeTekst } from '../../../web/ui/form/VrijeTekst.tsx';
import { TAALCODES, TALEN, type Taal } from '../../shared/talen.schema.ts';
import type { Plan } from '../plan.schema.ts';
import { Laagwacht, raaktIn } from './Laagwacht.tsx';
import { DOEL_STAAT } from './namen.schema.ts';
import { type Suggestie, Suggestielijst } from './Suggestielijst.tsx';
import { usePlan, useVastleggen } from './vragen.tsx';

type Doel = Plan['doelen'][number];
type Props = { plan: Plan; doel?: Doel; sluit: () => void };

const vorigeIn = (plan: Plan, doelId: string | undefined): string | null =>
  plan.doelen.find((d) => d.doelId === doelId)?.feitId ?? null;

const LEEG = { eigenWoorden: '', nederlands: '', aandachtspunt: '', toelichting: '' };

const beginVan = (plan: Plan, doel: Doel | undefined) => ({
  ...LEEG,
  leefgebied: plan.leefgebieden[0]?.id ?? 'leren-en-taal',
  taal: plan.taal,
  staat: 'actief' as Doel['staat'],
  ...doel,
});

type Staat = ReturnType<typeof beginVan>;
type Deel = {
  d: Staat;
  zet: (deel: Partial<Staat>) => void;
  fout: (veld: string) => string | undefined;
};

function Waarover({ plan, d, zet, fout }: Deel & { plan: Plan }) {
  return (
    <div className="plan-twee">
      <Select
        label="Leefgebied"
        error={fout('leefgebied')}
        value={d.leefgebied}
        onChange={(leefgebied) => zet({ leefgebied: leefgebied as Doel['leefgebied'] })}
        options={plan.leefgebieden.map((g) => ({ value: g.id, label: g.naam }))}
      />
      <Select
        label="Taal van de woorden"
        error={fout('taal')}
        value={d.taal}
        onChange={(taal) => zet({ taal: taal as Taal })}
        options={TAALCODES.map((code) => ({ value: code, label: TALEN[code].naam }))}
      />
    </div>
  );
}

function Woorden({ d, zet, fout }: Deel) {
  const { naam, richting } = TALEN[d.taal];
  const eigen = 'Het doel in eigen woorden';
  return (
    <>
      <VrijeTekst
        label={d.taal === 'nl' ? eigen : `${eigen}, in het ${naam}`}
        hint="Schrijf het op zoals de persoon het zegt. Begin met ‘Ik wil’."
        error={fout('eigenWoorden')}
        value={d.eigenWoorden}
        maxLength={500}
        lang={d.taal}
        dir={richting}
        onChange={(eigenWoorden) => zet({ eigenWoorden })}
      />
      {d.taal !== 'nl' && (
        <VrijeTekst
          label="Hetzelfde in het Nederlands"
          error={fout('nederlands')}
          value={d.nederlands}
          maxLength={500}
          onChange={(nederlands) => zet({ nederlands })}
        />
      )}
    </>
  );
}

function Voortgang({ d, zet, fout }: Deel) {
  return (
    <>
      <RadioGroup
        label="Hoe staat het ervoor?"
        inline
        value={d.staat}
        onChange={(staat) => zet({ staat: staat as Doel['staat'] })}
        options={Object.entries(DOEL_STAAT).map(([value, label]) => ({ value, label }))}
      />
      <TextInput
        label="Toelichting"
        optional
        hint="Niets over gezondheid of geloof."
        error={fout('toelichting')}
        value={d.toelichting ?? ''}
        onChange={(toelichting) => zet({ toelichting })}
      />
    </>
  );
}

const vraagVan = (d: Staat, nederlands: string) => ({
  leefgebied: d.leefgebied,
  eigenWoorden: d.eigenWoorden,
  taal: d.taal,
  nederlands,
  aandachtspunt: d.aandachtspunt ?? '',
  staat: d.staat,
  toelichting: d.toelichting ?? '',
});

/** A goal in the words of the person, with the Dutch beside it. */
export function DoelForm({ plan, doel, sluit }: Props) {
  const [d, setD] = useState(() => beginVan(plan, doel));
  const [bevestigd, setBevestigd] = useState(false);
  const zet = (deel: Partial<Staat>) => setD((nu) => ({ ...nu, ...deel }));
  const bewaar = useVastleggen('doelen', 'Het doel is vastgelegd.', sluit);
  const deel = { d, zet, fout: (veld: string) => bewaar.error?.voorVeld(veld) };
  const nederlands = d.taal === 'nl' ? d.eigenWoorden : d.nederlands;
  const raakt = raaktIn(plan, nederlands);
  const ingevuld = d.eigenWoorden.trim() !== '' && nederlands.trim() !== '';
  const vraag = (vorige: string | null) => ({
    ...vraagVan(d, nederlands),
    doelId: doel?.doelId ?? null,
    vorige,
    bevestigd,
  });
  const kies = (s: Suggestie) =>
    zet({
      leefgebied: s.leefgebied,
      eigenWoorden: s.eigen,
      nederlands: s.nederlands,
      aandachtspunt: s.aandachtspunt,
    });
  return (
    <FormDialog
      title={doel ? 'Doel wijzigen' : 'Nieuw doel'}
      onClose={sluit}
      save={bewaar}
      current={usePlan()}
      request={vraag(doel?.feitId ?? null)}
      again={(nu) => vraag(vorigeIn(nu, doel?.doelId))}
      fields={[
        ...['leefgebied', 'taal', 'eigenWoorden'],
        ...(d.taal === 'nl' ? [] : ['nederlands']),
        ...(doel ? ['toelichting'] : []),
      ]}
      ready={ingevuld && (raakt.length === 0 || bevestigd)}
      waits={ingevuld ? 'Zet eerst het vinkje.' : undefined}
    >
      <Waarover plan={plan} {...deel} />
      {!doel && <Suggestielijst taal={d.taal} leefgebied={d.leefgebied} kies={kies} />}
      <Woorden {...deel} />
      <Laagwacht raakt={raakt} bevestigd={bevestigd} zetBevestigd={setBevestigd} />
      {doel && <Voortgang {...deel} />}
    </FormDialog>
  );
}
