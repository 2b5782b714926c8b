import { useState } from 'react';
import { Alert } from '../../../web/ui/feedback/Alert.tsx';
import { ErrorState, Skeleton } from '../../../web/ui/feedback/States.tsx';
import { RadioGroup } from '../../../web/ui/form/Choice.tsx';
import { DateField } from '../../../web/ui/form/DateField.tsx';
import { Select, TextArea } from '../../../web/ui/form/Field.tsx';
import { FormDialog } from '../../../web/ui/form/FormDialog.tsx';
import type { Aanbod, Instellingen, Traject } from '../traject.schema.ts';
import { useInstellingen, useTraject, useVastleggen } from './vragen.tsx';

const LETTERS = [
  { value: 'NVT', label: 'Geen alfabetisering' },
  { value: 'A', label: 'Leert voor het eerst lezen en schrijven' },
  { value: 'AA', label: 'Leest een ander schrift' },
];

type Instelling = Instellingen['items'][number];

/** The mark that this route asks for. */
const keurmerk = (i: Instelling, leerroute: Traject['leerroute']) =>
  leerroute === 'O' ? i.tstKeurmerk : i.bowKeurmerk;

function keuze(i: Instelling, leerroute: Traject['leerroute']) {
  const zonder = keurmerk(i, leerroute) === false ? ' (zonder keurmerk)' : '';
  return { value: i.instellingsnummer, label: `${i.naam}, ${i.plaats}${zonder}` };
}

function huidigBij(traject: Traject, nummer: string): string | null {
  const a = traject.aanbod.find((x) => x.instellingsnummer === nummer && !x.ingetrokken);
  return a?.feitId ?? null;
}

const VELDEN = ['datum', 'start', 'totEnMet', 'alfabetisering'];

type Props = { traject: Traject; aanbod?: Aanbod; sluit: () => void };

function useAanbodVelden({ traject, aanbod }: Props) {
  const [nummer, setNummer] = useState(aanbod?.instellingsnummer ?? '');
  const [datum, setDatum] = useState(aanbod?.datum ?? traject.vandaag);
  const [start, setStart] = useState(aanbod?.start ?? '');
  const [totEnMet, setTotEnMet] = useState(aanbod?.totEnMet ?? '');
  const [alfabetisering, setAlfabetisering] = useState<string>(aanbod?.alfabetisering ?? 'NVT');
  const vraag = (vorige: string | null) => ({
    instellingsnummer: nummer,
    datum,
    start: start || null,
    totEnMet: totEnMet || null,
    alfabetisering,
    vorige,
  });
  return {
    waarden: { nummer, datum, start, totEnMet, alfabetisering },
    zet: { setNummer, setDatum, setStart, setTotEnMet, setAlfabetisering },
    vraag,
  };
}

type Velden = ReturnType<typeof useAanbodVelden>;
type DagenProps = Pick<Velden, 'waarden' | 'zet'> & { fout: (veld: string) => string | undefined };

function Dagen({ waarden, zet, fout }: DagenProps) {
  return (
    <>
      <DateField
        label="Datum van het aanbod"
        error={fout('datum')}
        value={waarden.datum}
        onChange={zet.setDatum}
      />
      <div className="m-grid-2">
        <DateField
          label="Eerste lesdag"
          hint="Nodig om later uren te melden"
          optional
          error={fout('start')}
          value={waarden.start}
          onChange={zet.setStart}
        />
        <DateField
          label="Laatste lesdag"
          hint="Tot en met deze dag"
          optional
          error={fout('totEnMet')}
          value={waarden.totEnMet}
          onChange={zet.setTotEnMet}
        />
      </div>
      <RadioGroup
        label="Alfabetisering"
        error={fout('alfabetisering')}
        value={waarden.alfabetisering}
        onChange={zet.setAlfabetisering}
        options={LETTERS}
      />
    </>
  );
}

/** An offer at one school: new, or changed. */
export function AanbodForm(props: Props) {
  const { traject, aanbod, sluit } = props;
  const { waarden, zet, vraag } = useAanbodVelden(props);
  const [begin] = useState(traject);
  const instellingen = useInstellingen();
  const bewaar = useVastleggen('aanbod', 'Het aanbod is vastgelegd en gaat naar DUO.', sluit);
  const fout = (veld: string) => bewaar.error?.voorVeld(veld);
  const { nummer } = waarden;
  const alBij = !aanbod && nummer !== '' && huidigBij(begin, nummer) !== null;
  return (
    <FormDialog
      title={aanbod ? `Aanbod bij ${aanbod.instelling}` : 'Aanbod doen'}
      onClose={sluit}
      save={bewaar}
      current={useTraject()}
      request={vraag(aanbod?.feitId ?? huidigBij(begin, nummer))}
      again={(nu) => vraag(huidigBij(nu, nummer))}
      fields={instellingen.data ? ['instellingsnummer', ...VELDEN] : VELDEN}
      ready={nummer !== '' && waarden.datum !== ''}
    >
      {instellingen.isPending && <Skeleton lines={1} label="Scholen laden…" />}
      {instellingen.data && (
        <Select
          label="School"
          hint="De lijst komt van DUO."
          error={fout('instellingsnummer')}
          emptyLabel="Kies een school"
          value={nummer}
          disabled={Boolean(aanbod)}
          onChange={zet.setNummer}
          options={instellingen.data.items.map((i) => keuze(i, traject.leerroute))}
        />
      )}
      {instellingen.data?.items.length === 0 && (
        <Alert tone="warning" title="Er zijn nog geen scholen bekend.">
          De lijst van DUO is nog niet opgehaald. Probeer het later opnieuw, of vraag uw beheerder.
        </Alert>
      )}
      {instellingen.isError && <ErrorState error={instellingen.error} />}
      {alBij && (
        <Alert tone="info" title="Bij deze school is al een aanbod.">
          Wat u hier vastlegt, komt daarvoor in de plaats.
        </Alert>
      )}
      <Dagen waarden={waarden} zet={zet} fout={fout} />
    </FormDialog>
  );
}

/** Takes an offer back. */
export function AanbodIntrekken({ aanbod, sluit }: { aanbod: Aanbod; sluit: () => void }) {
  const [reden, setReden] = useState('');
  const bewaar = useVastleggen('aanbod/_intrekken', 'Het aanbod is ingetrokken.', sluit);
  return (
    <FormDialog
      title={`Aanbod bij ${aanbod.instelling} intrekken`}
      act="Trek in"
      onClose={sluit}
      save={bewaar}
      current={useTraject()}
      request={{ vorige: aanbod.feitId, reden }}
      again={(nu) => ({
        vorige: huidigBij(nu, aanbod.instellingsnummer ?? '') ?? aanbod.feitId,
        reden,
      })}
      fields={['reden']}
    >
      <p>
        Het aanbod blijft te zien in de tijdlijn. Weet DUO ervan, dan hoort DUO dat het vervalt.
      </p>
      <TextArea
        label="Waarom vervalt het?"
        error={bewaar.error?.voorVeld('reden')}
        value={reden}
        onChange={setReden}
      />
    </FormDialog>
  );
}
