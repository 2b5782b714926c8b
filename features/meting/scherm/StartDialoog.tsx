import { type FormEvent, useId, useState } from 'react';
import { newKey } from '../../../web/api.ts';
import { Alert } from '../../../web/ui/feedback/Alert.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { RadioGroup } from '../../../web/ui/form/Choice.tsx';
import { Select, TextInput } from '../../../web/ui/form/Field.tsx';
import { Dialog } from '../../../web/ui/layout/Dialog.tsx';
import { useGo } from '../../../web/ui/layout/Link.tsx';
import { TAALCODES, TALEN, type Taal } from '../../shared/talen.schema.ts';
import type { Meting, Metingen, Moment } from '../meting.schema.ts';
import { bewaarOpdracht, vragenPad } from './modus.ts';

const VIER_CIJFERS = /^\d{4}$/;
const talen = TAALCODES.map((code) => ({ value: code, label: TALEN[code].naam }));
const HULP = [
  { value: '', label: 'Niemand, zij of hij doet het zelf' },
  { value: 'tolk', label: 'Een tolk' },
  { value: 'klantmanager', label: 'Ik lees voor of wijs aan' },
  { value: 'naaste', label: 'Een naaste' },
];

function momentKeuzes(beeld: Metingen, vervangen: Meting | undefined) {
  const heeftBegin = beeld.metingen.some((m) => m.moment === 'begin');
  const begin = { value: 'begin', label: 'Bij het begin' };
  return [
    ...(heeftBegin && vervangen?.moment !== 'begin' ? [] : [begin]),
    { value: 'voortgang', label: 'Onderweg, na het PIP' },
    { value: 'eind', label: 'Aan het eind' },
  ];
}

function eersteMoment(beeld: Metingen, vervangen: Meting | undefined): Moment {
  if (vervangen) return vervangen.moment;
  return beeld.momenten.find((m) => m.staat === 'nu')?.soort ?? 'voortgang';
}

type TaalProps = { beeld: Metingen; taal: Taal; kies: (taal: Taal) => void };

function TaalKeuze({ beeld, taal, kies }: TaalProps) {
  return (
    <>
      <Select
        label="Taal van de vragen"
        hint={
          beeld.gesprekstaal
            ? `Gesprekstaal in het dossier: ${beeld.gesprekstaal}.`
            : 'In het dossier staat nog geen gesprekstaal.'
        }
        value={taal}
        options={talen}
        onChange={(waarde) => kies(waarde as Taal)}
      />
      {beeld.gesprekstaal && !beeld.taal && (
        <Alert tone="info" title={`In het ${beeld.gesprekstaal} zijn er geen vragen.`}>
          Gebruik een taal die de persoon ook begrijpt, of Nederlands met een tolk.
        </Alert>
      )}
    </>
  );
}

type Props = { dossierId: string; beeld: Metingen; vervangen?: Meting; sluit: () => void };

/** Wat er vooraf gekozen wordt; daarna is het scherm van de persoon. */
export function StartDialoog({ dossierId, beeld, vervangen, sluit }: Props) {
  const [moment, setMoment] = useState<Moment>(eersteMoment(beeld, vervangen));
  const [taal, setTaal] = useState<Taal>(beeld.taal ?? 'nl');
  const [hulp, setHulp] = useState(beeld.tolkNodig ? 'tolk' : '');
  const [code, setCode] = useState('');
  const [geprobeerd, setGeprobeerd] = useState(false);
  const id = useId();
  const go = useGo();
  const goed = VIER_CIJFERS.test(code);
  const stuur = (event: FormEvent) => {
    event.preventDefault();
    setGeprobeerd(true);
    if (!goed) return;
    bewaarOpdracht(dossierId, {
      moment,
      taal,
      hulp: (hulp || null) as Meting['hulp'],
      vervangt: vervangen?.metingId ?? null,
      code,
      sleutel: newKey(),
    });
    go(vragenPad(dossierId));
  };
  return (
    <Dialog
      open
      title="Geef het toestel"
      onClose={sluit}
      footer={
        <>
          <Button type="submit" form={id} look="primary">
            Begin de vragen
          </Button>
          <Button onClick={sluit}>Annuleren</Button>
        </>
      }
    >
      <form id={id} className="m-stack" onSubmit={stuur} noValidate>
        <p>
          De persoon antwoordt zelf, in de eigen taal. Op het scherm staat dan niets meer van het
          dossier. Antwoorden is vrijwillig en elke vraag is over te slaan.
        </p>
        <RadioGroup
          label="Wanneer is dit?"
          value={moment}
          options={momentKeuzes(beeld, vervangen)}
          onChange={(waarde) => setMoment(waarde as Moment)}
        />
        <TaalKeuze beeld={beeld} taal={taal} kies={setTaal} />
        <RadioGroup label="Wie helpt?" value={hulp} options={HULP} onChange={setHulp} />
        <TextInput
          label="Code om straks terug te gaan"
          hint="Kies vier cijfers. Alleen daarmee komt u terug in het dossier."
          error={geprobeerd && !goed ? 'Kies vier cijfers.' : undefined}
          inputMode="numeric"
          autoComplete="off"
          maxLength={4}
          value={code}
          onChange={setCode}
        />
      </form>
    </Dialog>
  );
}
