import { useState } from 'react';
import { verwijtbaarMag } from '../../../../rules/melding/verwijtbaar-mag.ts';
import { type Datum, plusDagen } from '../../../../rules/shared/datum.ts';
import { formatDate } from '../../../../web/dates.ts';
import { Alert } from '../../../../web/ui/feedback/Alert.tsx';
import { RadioGroup } from '../../../../web/ui/form/Choice.tsx';
import { DateField } from '../../../../web/ui/form/DateField.tsx';
import { TextArea } from '../../../../web/ui/form/Field.tsx';
import { FormDialog } from '../../../../web/ui/form/FormDialog.tsx';
import type { Resultaat, Traject } from '../../traject.schema.ts';
import { useTraject, useVastleggen } from '../vragen.tsx';

const TITEL = { pvt: 'PVT ondertekend', map: 'Eindgesprek MAP' } as const;
const LABEL = { pvt: 'Ondertekend op', map: 'Eindgesprek gevoerd op' } as const;
const van = (traject: Traject, onderdeel: Resultaat['onderdeel']) =>
  traject.resultaten.find((r) => r.onderdeel === onderdeel);

/** Which judgement DUO takes with this date, and why; undefined while the term is not known. */
function toegestaan({ termijn, vandaag }: Traject, op: string) {
  if (!termijn) return undefined;
  const einddatum = plusDagen(termijn.laatsteDag as Datum, 1);
  return verwijtbaarMag(op === '' ? undefined : (op as Datum), einddatum, vandaag as Datum);
}

type OordeelProps = {
  waarden: readonly string[];
  waarom: string;
  waarde: string;
  motivering: string;
  setWaarde: (w: string) => void;
  setMotivering: (m: string) => void;
  fout: (veld: string) => string | undefined;
};

const OORDEEL = {
  Nee: 'Nee, het is niet te verwijten',
  Ja: 'Ja, het is te verwijten',
  weggelaten: 'Nog geen oordeel',
} as const;

/** The judgement, only when DUO takes one. A person weighs and says why. */
function Oordeel(p: OordeelProps) {
  return (
    <>
      <RadioGroup
        label="Is het te verwijten dat dit niet op tijd af was?"
        hint={`Dit hangt af van de termijn: ${p.waarom}. Weeg waardoor het kwam, of de persoon er iets aan kon doen (ziekte, zorg, werk), en of de gemeente het op tijd aanbood.`}
        error={p.fout('verwijtbaar')}
        value={p.waarde}
        onChange={p.setWaarde}
        options={(['Nee', 'Ja', 'weggelaten'] as const)
          .filter((w) => p.waarden.includes(w))
          .map((w) => ({ value: w, label: OORDEEL[w] }))}
      />
      {(p.waarde === 'Ja' || p.waarde === 'Nee') && (
        <TextArea
          label="Waarom vindt u dit?"
          hint="Uw naam komt erbij te staan. Schrijf niets over gezondheid dat niet nodig is."
          error={p.fout('motivering')}
          value={p.motivering}
          onChange={p.setMotivering}
        />
      )}
    </>
  );
}

/** When a judgement can be given, if it cannot yet. */
function Venster({ traject, op }: { traject: Traject; op: string }) {
  const { termijn, vandaag } = traject;
  if (!termijn) {
    return (
      <Alert tone="info" title="De inburgeringstermijn is nog niet bekend.">
        Zodra DUO die vaststelt, kunt u dit vastleggen.
      </Alert>
    );
  }
  if (op !== '' || vandaag >= termijn.oordeelVanaf) return null;
  return (
    <p className="m-quiet">
      De termijn loopt tot en met {formatDate(termijn.laatsteDag, 'datum')}. Lukt het niet op tijd,
      dan kunt u vanaf {formatDate(termijn.oordeelVanaf, 'datum')} vastleggen dat het niet te
      verwijten is.
    </p>
  );
}

type VervallenProps = {
  oordeel: boolean;
  dag: boolean;
  reden: string;
  setReden: (reden: string) => void;
  fout: string | undefined;
};

/** What goes away with this change. */
function Vervallen({ oordeel, dag, reden, setReden, fout }: VervallenProps) {
  return (
    <>
      {oordeel && (
        <Alert tone="info" title="Het eerdere oordeel vervalt.">
          Bij wat u nu invult hoort geen oordeel over verwijtbaarheid.
        </Alert>
      )}
      {dag && (
        <TextArea label="Waarom vervalt de dag?" error={fout} value={reden} onChange={setReden} />
      )}
    </>
  );
}

type Props = { resultaat: Resultaat; traject: Traject; sluit: () => void };

function useVelden({ resultaat }: Props) {
  const { datum, oordeel } = resultaat;
  const [op, setOp] = useState(datum?.op ?? '');
  const [waarde, setWaarde] = useState<string>(oordeel?.verwijtbaar ?? '');
  const [motivering, setMotivering] = useState(oordeel?.motivering ?? '');
  const [reden, setReden] = useState('');
  return { op, setOp, waarde, setWaarde, motivering, setMotivering, reden, setReden };
}

/** What the form asks now. */
const veldenVan = (vraagt: boolean, oordeel: boolean, vervalt: boolean): string[] => [
  'op',
  ...(vraagt ? ['verwijtbaar'] : []),
  ...(oordeel ? ['motivering'] : []),
  ...(vervalt ? ['reden'] : []),
];

/** PVT or MAP: the date, and a judgement when one belongs to it. */
export function ResultaatForm(props: Props) {
  const { resultaat, traject, sluit } = props;
  const onderdeel = resultaat.onderdeel as 'pvt' | 'map';
  const [begin] = useState(resultaat);
  const v = useVelden(props);
  const bewaar = useVastleggen(onderdeel, 'Vastgelegd; het gaat naar DUO.', sluit);
  const fout = (veld: string) => bewaar.error?.voorVeld(veld);
  const kader = toegestaan(traject, v.op);
  const vraagt = traject.mag.oordeel && kader?.waarden.some((w) => w !== 'weggelaten') === true;
  const oordeel = vraagt && (v.waarde === 'Ja' || v.waarde === 'Nee') ? v.waarde : null;
  const vraag = (nu: Resultaat | undefined) => ({
    op: v.op || null,
    verwijtbaar: oordeel,
    motivering: oordeel ? v.motivering : null,
    reden: v.reden || null,
    vorigeDatum: nu?.datum?.feitId ?? null,
    vorigOordeel: nu?.oordeel?.feitId ?? null,
  });
  const vervalt = begin.datum !== null && v.op === '';
  return (
    <FormDialog
      title={TITEL[onderdeel]}
      onClose={sluit}
      save={bewaar}
      current={useTraject()}
      request={vraag(begin)}
      again={(nu) => vraag(van(nu, onderdeel))}
      fields={veldenVan(vraagt, oordeel !== null, vervalt)}
      ready={v.op !== '' || oordeel !== null || vervalt || begin.oordeel !== null}
    >
      <DateField
        label={LABEL[onderdeel]}
        hint={begin.datum ? 'Maak leeg om de dag in te trekken' : undefined}
        error={fout('op')}
        value={v.op}
        onChange={v.setOp}
      />
      <Venster traject={traject} op={v.op} />
      {vraagt && kader && (
        <Oordeel waarden={kader.waarden} waarom={kader.waarom} {...v} fout={fout} />
      )}
      <Vervallen
        oordeel={begin.oordeel !== null && !oordeel}
        dag={vervalt}
        reden={v.reden}
        setReden={v.setReden}
        fout={fout('reden')}
      />
    </FormDialog>
  );
}
