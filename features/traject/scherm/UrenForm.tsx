import { useState } from 'react';
import { plusDagen } from '../../../rules/shared/datum.ts';
import { formatDate } from '../../../web/dates.ts';
import { Checkbox } from '../../../web/ui/form/Choice.tsx';
import { DateField } from '../../../web/ui/form/DateField.tsx';
import { TextInput } from '../../../web/ui/form/Field.tsx';
import { FormDialog } from '../../../web/ui/form/FormDialog.tsx';
import type { Traject, Uren } from '../traject.schema.ts';
import { useTraject, useVastleggen } from './vragen.tsx';

const VELDEN = ['totaal', 'totEnMet'];
const VERZUIM = ['geoorloofdVerzuim', 'ongeoorloofdVerzuim'];

/** A number as it was typed; what is no number goes to the server as it is, which says so. */
const getal = (tekst: string): number | string | null => {
  const schoon = tekst.trim();
  if (schoon === '') return null;
  return /^\d+$/.test(schoon) ? Number(schoon) : schoon;
};

const tekstVan = (n: number | null | undefined) => (typeof n === 'number' ? String(n) : '');

/** 'Er komt 12 uur bij', or that it becomes less. */
function verschil(vorige: number, totaal: number): string {
  if (totaal === vorige) return 'Hetzelfde totaal als de vorige keer.';
  const uur = Math.abs(totaal - vorige);
  return totaal > vorige
    ? `${uur} uur meer dan de vorige keer (${vorige} uur).`
    : `${uur} uur minder dan de vorige keer (${vorige} uur): een verbetering.`;
}

type OptellerProps = { vorige: number; zet: (totaal: string) => void };

/** Who only knows what came since gets the sum made. */
function Opteller({ vorige, zet }: OptellerProps) {
  const [erbij, setErbij] = useState('');
  return (
    <details>
      <summary>Ik weet alleen wat erbij kwam</summary>
      <TextInput
        label="Uren sinds de vorige keer"
        hint={`Dit wordt opgeteld bij ${vorige} uur.`}
        inputMode="numeric"
        value={erbij}
        onChange={(tekst) => {
          setErbij(tekst);
          const n = getal(tekst);
          if (typeof n === 'number') zet(String(vorige + n));
        }}
      />
    </details>
  );
}

type VerzuimProps = {
  fout: (veld: string) => string | undefined;
  geoorloofd: string;
  ongeoorloofd: string;
  setGeoorloofd: (t: string) => void;
  setOngeoorloofd: (t: string) => void;
};

function Verzuim(p: VerzuimProps) {
  return (
    <div className="m-grid-2">
      <TextInput
        label="Geoorloofd verzuim"
        hint="Totaal aantal uren, bijvoorbeeld ziek"
        optional
        inputMode="numeric"
        error={p.fout('geoorloofdVerzuim')}
        value={p.geoorloofd}
        onChange={p.setGeoorloofd}
      />
      <TextInput
        label="Ongeoorloofd verzuim"
        hint="Totaal aantal uren zonder goede reden"
        optional
        inputMode="numeric"
        error={p.fout('ongeoorloofdVerzuim')}
        value={p.ongeoorloofd}
        onChange={p.setOngeoorloofd}
      />
    </div>
  );
}

function useUrenVelden({ rij, traject }: Props) {
  const { laatste } = rij;
  const [totaal, setTotaal] = useState(tekstVan(rij.berekend ?? laatste?.totaal));
  const [totEnMet, setTotEnMet] = useState<string>(() =>
    plusDagen(traject.vandaag as Parameters<typeof plusDagen>[0], -1),
  );
  const [geoorloofd, setGeoorloofd] = useState(tekstVan(laatste?.geoorloofdVerzuim));
  const [ongeoorloofd, setOngeoorloofd] = useState(tekstVan(laatste?.ongeoorloofdVerzuim));
  const [ookSamen, setOokSamen] = useState(rij.kind === 'instelling');
  const vraag = (vorige: string | null) => ({
    kind: rij.kind,
    instellingsnummer: rij.instellingsnummer,
    totaal: getal(totaal),
    totEnMet,
    geoorloofdVerzuim: getal(geoorloofd),
    ongeoorloofdVerzuim: getal(ongeoorloofd),
    ookSamen,
    vorige,
  });
  return {
    vraag,
    totaal,
    setTotaal,
    totEnMet,
    setTotEnMet,
    ookSamen,
    setOokSamen,
    verzuim: { geoorloofd, ongeoorloofd, setGeoorloofd, setOngeoorloofd },
  };
}

type Props = { rij: Uren; traject: Traject; sluit: () => void };

/** A new total: what was followed until now, not what came since. */
export function UrenForm(props: Props) {
  const { rij, sluit } = props;
  const [begin] = useState(rij.laatste);
  const v = useUrenVelden(props);
  const naarDuo = rij.duo.staat !== 'niet-nodig';
  const gelukt = naarDuo ? 'De uren zijn vastgelegd en gaan naar DUO.' : 'De uren zijn vastgelegd.';
  const bewaar = useVastleggen('uren', gelukt, sluit);
  const fout = (veld: string) => bewaar.error?.voorVeld(veld);
  const nu = getal(v.totaal);
  return (
    <FormDialog
      title={rij.naam}
      onClose={sluit}
      save={bewaar}
      current={useTraject()}
      request={v.vraag(begin?.feitId ?? null)}
      again={(t) => v.vraag(t.uren.find((u) => u.sleutel === rij.sleutel)?.laatste?.feitId ?? null)}
      fields={rij.kind === 'instelling' ? [...VELDEN, ...VERZUIM] : VELDEN}
      ready={v.totaal.trim() !== '' && v.totEnMet !== ''}
    >
      <p className="m-quiet">{rij.telt}</p>
      <TextInput
        label="Totaal aantal uren tot nu toe"
        hint={
          begin && typeof nu === 'number'
            ? verschil(begin.totaal, nu)
            : 'Alle uren bij elkaar, niet alleen wat erbij kwam.'
        }
        inputMode="numeric"
        error={fout('totaal')}
        value={v.totaal}
        onChange={v.setTotaal}
      />
      {begin && <Opteller vorige={begin.totaal} zet={v.setTotaal} />}
      <DateField
        label="Gevolgd tot en met"
        hint={
          begin
            ? `De vorige keer: tot en met ${formatDate(begin.totEnMet, 'datum')}`
            : 'De laatste dag die in het totaal zit'
        }
        error={fout('totEnMet')}
        value={v.totEnMet}
        onChange={v.setTotEnMet}
      />
      {rij.kind === 'instelling' && (
        <>
          <Verzuim fout={fout} {...v.verzuim} />
          <Checkbox
            label="Tel ook alle scholen samen op en meld dat"
            hint="DUO wil ook één totaal van alle scholen."
            checked={v.ookSamen}
            onChange={v.setOokSamen}
          />
        </>
      )}
    </FormDialog>
  );
}
