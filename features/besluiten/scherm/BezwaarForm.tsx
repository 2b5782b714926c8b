import { useState } from 'react';
import { isOpTijd } from '../../../rules/bezwaar/bezwaartermijn.ts';
import { isDatum } from '../../../rules/shared/datum.ts';
import { formatDate } from '../../../web/dates.ts';
import { useIk } from '../../../web/ik.ts';
import { Alert } from '../../../web/ui/feedback/Alert.tsx';
import { Checkbox } from '../../../web/ui/form/Choice.tsx';
import { DateField } from '../../../web/ui/form/DateField.tsx';
import { Select, TextArea } from '../../../web/ui/form/Field.tsx';
import { FormDialog } from '../../../web/ui/form/FormDialog.tsx';
import type { Besluit, Bezwaar, DossierBesluiten } from '../besluiten.schema.ts';
import { STAPNAAM, type Stap } from '../bezwaar.status.ts';
import { useBesluiten, useVastleggen } from './vragen.tsx';

/** After the decision was taken, before it was made known. */
const isVroeg = (op: string, { dagtekening, bekendgemaaktOp }: Besluit) =>
  op >= dagtekening && op < bekendgemaaktOp;

/** Received after the last day, and not posted in time. */
const isLaat = (op: string, gepost: string, { bezwaarTotEnMet }: Besluit) =>
  isDatum(op) &&
  isDatum(bezwaarTotEnMet) &&
  !isOpTijd(bezwaarTotEnMet, op, isDatum(gepost) ? gepost : undefined);

/** What one must know before saving: too early counts, too late asks for the reason. */
function Tijdigheid({ op, gepost, besluit }: { op: string; gepost: string; besluit: Besluit }) {
  if (isVroeg(op, besluit)) {
    return (
      <Alert tone="info" title="Dit is vóór de bekendmaking.">
        Het bezwaar telt mee, want het besluit was er al (Awb 6:10).
      </Alert>
    );
  }
  if (!isLaat(op, gepost, besluit)) return null;
  const tot = formatDate(besluit.bezwaarTotEnMet);
  return (
    <Alert tone="warning" title={`Te laat: de termijn liep tot en met ${tot}.`} live>
      Leg het wel vast, en vraag eerst waarom: wie er niets aan kon doen, wordt toch gehoord (Awb
      6:11). Kwam het met de post, vul dan het poststempel in.
    </Alert>
  );
}

/** Notes that somebody objects to a decision. */
export function NieuwBezwaarForm({ besluit, sluit }: { besluit: Besluit; sluit: () => void }) {
  const [ontvangenOp, setOntvangenOp] = useState('');
  const [gepostOp, setGepostOp] = useState('');
  const [commissie, setCommissie] = useState(false);
  const [toelichting, setToelichting] = useState('');
  const pad = `besluiten/${besluit.besluitId}/bezwaren`;
  const bewaar = useVastleggen<object>(pad, 'Het bezwaar is vastgelegd.', sluit);
  const fout = (veld: string) => bewaar.error?.voorVeld(veld);
  return (
    <FormDialog
      title="Bezwaar vastleggen"
      onClose={sluit}
      save={bewaar}
      request={{
        ontvangenOp,
        commissie,
        ...(gepostOp ? { gepostOp } : {}),
        ...(toelichting.trim() ? { toelichting } : {}),
      }}
      fields={['ontvangenOp', 'op', 'gepostOp', 'toelichting']}
      ready={ontvangenOp !== ''}
    >
      <p className="m-quiet">
        Tegen {besluit.kenmerk}. Het besluit blijft gelden en de inburgeringstermijn loopt door.
      </p>
      <DateField
        label="Ontvangen op"
        error={[fout('ontvangenOp'), fout('op')].filter(Boolean).join(' ')}
        value={ontvangenOp}
        onChange={setOntvangenOp}
      />
      <Tijdigheid op={ontvangenOp} gepost={gepostOp} besluit={besluit} />
      <DateField
        label="Poststempel"
        hint="Alleen als het met de post kwam en na de termijn binnenkwam."
        optional
        error={fout('gepostOp')}
        value={gepostOp}
        onChange={setGepostOp}
      />
      <Checkbox
        label="Een adviescommissie hoort en adviseert"
        hint="Dan is er twaalf weken om te beslissen in plaats van zes."
        checked={commissie}
        onChange={setCommissie}
      />
      <TextArea
        label="Waar gaat het over?"
        hint="Kort, in de woorden van de persoon. Niets over gezondheid of geloof."
        optional
        error={fout('toelichting')}
        value={toelichting}
        onChange={setToelichting}
      />
    </FormDialog>
  );
}

const UITKOMSTEN = [
  { value: 'gegrond', label: 'Gegrond: de persoon krijgt gelijk' },
  { value: 'deels-gegrond', label: 'Deels gegrond' },
  { value: 'ongegrond', label: 'Ongegrond: het besluit blijft' },
  { value: 'niet-ontvankelijk', label: 'Niet-ontvankelijk: niet inhoudelijk bekeken' },
];
const hoofdletter = (t: string) => t.charAt(0).toUpperCase() + t.slice(1);

const bezwaarIn = ({ besluiten }: DossierBesluiten, id: string) =>
  besluiten.flatMap((b) => b.bezwaren).find((b) => b.bezwaarId === id);

type Invoer = {
  stap: Stap | '';
  op: string;
  uitkomst: string;
  hersteltermijn: string;
  toelichting: string;
};

/** What a step asks besides its day; nothing else is sent. */
const VRAAGT: Partial<Record<Stap, 'uitkomst' | 'hersteltermijn'>> = {
  'aanvullen-gevraagd': 'hersteltermijn',
  beslist: 'uitkomst',
  uitspraak: 'uitkomst',
};

const extraVan = ({ stap }: Invoer) => (stap === '' ? undefined : VRAAGT[stap]);

const naarVraag = (invoer: Invoer, nu: Bezwaar | undefined) => {
  const { stap, op, toelichting } = invoer;
  const extra = extraVan(invoer);
  return {
    stap,
    op,
    na: nu?.stappen.at(-1)?.feitId,
    ...(extra && invoer[extra] ? { [extra]: invoer[extra] } : {}),
    ...(toelichting.trim() ? { toelichting } : {}),
  };
};

type VeldenProps = {
  invoer: Invoer;
  zet: (deel: Partial<Invoer>) => void;
  fout: (veld: string) => string | undefined;
  volgende: readonly Stap[];
};

function StapVelden({ invoer, zet, fout, volgende }: VeldenProps) {
  const extra = extraVan(invoer);
  return (
    <>
      <Select
        label="Wat is er gebeurd?"
        error={fout('stap')}
        value={invoer.stap}
        onChange={(v) => zet({ stap: v as Stap })}
        options={volgende.map((s) => ({ value: s, label: hoofdletter(STAPNAAM[s]) }))}
      />
      {extra === 'uitkomst' && (
        <Select
          label="Uitkomst"
          error={fout('uitkomst')}
          value={invoer.uitkomst}
          onChange={(uitkomst) => zet({ uitkomst })}
          emptyLabel="Kies de uitkomst"
          options={UITKOMSTEN}
        />
      )}
      <DateField label="Op" error={fout('op')} value={invoer.op} onChange={(op) => zet({ op })} />
      {extra === 'hersteltermijn' && (
        <DateField
          label="Aanvullen kan tot en met"
          hint="De dag uit uw brief aan de persoon. Tot dan staat de tijd om te beslissen stil."
          error={fout('hersteltermijn')}
          value={invoer.hersteltermijn}
          onChange={(hersteltermijn) => zet({ hersteltermijn })}
        />
      )}
      <TextArea
        label="Toelichting"
        optional
        error={fout('toelichting')}
        value={invoer.toelichting}
        onChange={(toelichting) => zet({ toelichting })}
      />
    </>
  );
}

/** The next step of an objection. */
export function StapForm({ bezwaar, sluit }: { bezwaar: Bezwaar; sluit: () => void }) {
  const vandaag = useIk().data?.peildatum ?? '';
  const [begin] = useState(bezwaar);
  const [invoer, setInvoer] = useState<Invoer>({
    stap: bezwaar.volgende[0] ?? '',
    op: vandaag,
    uitkomst: '',
    hersteltermijn: '',
    toelichting: '',
  });
  const pad = `bezwaren/${bezwaar.bezwaarId}/_stap`;
  const bewaar = useVastleggen<object>(pad, 'De stap is vastgelegd.', sluit);
  const extra = extraVan(invoer);
  return (
    <FormDialog
      title="Volgende stap"
      onClose={sluit}
      save={bewaar}
      current={useBesluiten()}
      request={naarVraag(invoer, begin)}
      again={(nu) => naarVraag(invoer, bezwaarIn(nu, bezwaar.bezwaarId))}
      fields={['stap', 'op', 'toelichting', ...(extra ? [extra] : [])]}
      ready={invoer.stap !== '' && invoer.op !== '' && (!extra || invoer[extra] !== '')}
    >
      <StapVelden
        invoer={invoer}
        zet={(deel) => setInvoer((oud) => ({ ...oud, ...deel }))}
        fout={(veld) => bewaar.error?.voorVeld(veld)}
        volgende={bezwaar.volgende}
      />
    </FormDialog>
  );
}
