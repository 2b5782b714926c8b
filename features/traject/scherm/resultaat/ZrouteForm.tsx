import { useState } from 'react';
import { Alert } from '../../../../web/ui/feedback/Alert.tsx';
import { Checkbox } from '../../../../web/ui/form/Choice.tsx';
import { DateField } from '../../../../web/ui/form/DateField.tsx';
import { TextArea } from '../../../../web/ui/form/Field.tsx';
import { FormDialog } from '../../../../web/ui/form/FormDialog.tsx';
import type { Resultaat, Traject } from '../../traject.schema.ts';
import { useTraject, useVastleggen } from '../vragen.tsx';

/** PVT and MAP that have no date yet. */
const zonderDag = ({ resultaten }: Traject) =>
  resultaten.filter((r) => r.onderdeel !== 'zroute' && !r.datum).map((r) => r.onderdeel);

const NAAM = { pvt: 'PVT', map: 'MAP', zroute: 'Z-route' } as const;

type Props = { resultaat: Resultaat; traject: Traject; sluit: () => void };

/** The end of the Z-route; PVT and MAP come first. */
export function ZrouteForm({ resultaat, traject, sluit }: Props) {
  const [begin] = useState(resultaat);
  const [op, setOp] = useState(resultaat.datum?.op ?? '');
  const [reden, setReden] = useState('');
  const [zonderRest, setZonderRest] = useState(false);
  const bewaar = useVastleggen('zroute', 'Vastgelegd; het gaat naar DUO.', sluit);
  const mist = zonderDag(traject);
  const mistNog = mist.length > 0 && op !== '';
  const vervalt = begin.datum !== null && op === '';
  const vraag = (nu: Resultaat | undefined) => ({
    op: op || null,
    reden: reden || null,
    vorigeDatum: nu?.datum?.feitId ?? null,
    zonderRest,
  });
  return (
    <FormDialog
      title="Z-route afronden"
      onClose={sluit}
      save={bewaar}
      current={useTraject()}
      request={vraag(begin)}
      again={(nu) => vraag(nu.resultaten.find((r) => r.onderdeel === 'zroute'))}
      fields={['op', ...(mistNog ? ['zonderRest'] : []), ...(vervalt ? ['reden'] : [])]}
      ready={op !== '' || vervalt}
    >
      <p className="m-quiet">
        De gemeente voert dit eindgesprek zelf; dat kan een ander niet doen.
      </p>
      <DateField
        label="Eindgesprek gevoerd op"
        hint={begin.datum ? 'Maak leeg om de afronding in te trekken' : undefined}
        error={bewaar.error?.voorVeld('op')}
        value={op}
        onChange={setOp}
      />
      {mistNog && (
        <>
          <Alert tone="warning" title={`Leg eerst ${mist.map((o) => NAAM[o]).join(' en ')} vast.`}>
            Na de afronding neemt DUO alleen nog een dag aan die niet later is, en gaat intrekken
            niet meer.
          </Alert>
          <Checkbox
            label="Ik rond toch nu af"
            error={bewaar.error?.voorVeld('zonderRest')}
            checked={zonderRest}
            onChange={setZonderRest}
          />
        </>
      )}
      {vervalt && (
        <TextArea
          label="Waarom vervalt de afronding?"
          error={bewaar.error?.voorVeld('reden')}
          value={reden}
          onChange={setReden}
        />
      )}
    </FormDialog>
  );
}
