import { useState } from 'react';
import { formatDate } from '../../../web/dates.ts';
import { Badge } from '../../../web/ui/data/Badge.tsx';
import { KeyValue } from '../../../web/ui/data/KeyValue.tsx';
import { Waarom } from '../../../web/ui/data/Waarom.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { Card } from '../../../web/ui/layout/Card.tsx';
import { Icon } from '../../../web/ui/layout/Icon.tsx';
import { usePathParam } from '../../../web/ui/layout/Link.tsx';
import type { Besluit, Bezwaar } from '../besluiten.schema.ts';
import { STAPNAAM } from '../bezwaar.status.ts';
import { NieuwBezwaarForm, StapForm } from './BezwaarForm.tsx';
import { STAAT } from './staat.tsx';
import { VergelijkDialoog } from './VergelijkDialoog.tsx';

const UITKOMST = {
  gegrond: 'gegrond',
  'deels-gegrond': 'deels gegrond',
  ongegrond: 'ongegrond',
  'niet-ontvankelijk': 'niet-ontvankelijk',
} as const;

type Props = { besluit: Besluit; vorige: Besluit | undefined; magBezwaar: boolean };

function Stukken({ besluit }: { besluit: Besluit }) {
  const id = usePathParam('dossierId');
  if (besluit.stukken.length === 0) return <>geen</>;
  return (
    <ul className="besluit-stukken">
      {besluit.stukken.map((s) => (
        <li key={s.documentId}>
          <a
            href={`/v1/dossiers/${id}/documenten/${s.documentId}`}
            target="_blank"
            rel="noreferrer"
          >
            <Icon name="document" size={16} /> {s.titel}
            <span className="m-hidden"> (opent in een nieuw tabblad)</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

const bekendOp = ({ bekendgemaaktOp, opPapierUitgereikt }: Besluit) =>
  `${formatDate(bekendgemaaktOp)}${opPapierUitgereikt ? ', toen op papier uitgereikt' : ''}`;

function wanneerBezwaar({ bezwaarUitleg, bezwaarTotEnMet, bezwaarKanNog }: Besluit) {
  return (
    <>
      <Waarom uitleg={bezwaarUitleg}>tot en met {formatDate(bezwaarTotEnMet)}</Waarom>
      {!bezwaarKanNog && <span className="m-quiet"> (voorbij)</span>}
    </>
  );
}

/** A very late objection finds the time to decide already gone; a bare day would be an impossible one. */
function Beslisdag({ bezwaar }: { bezwaar: Bezwaar }) {
  const { open, ontvangenOp, beslissenUiterlijk, uitleg } = bezwaar;
  const dag = <Waarom uitleg={uitleg}>{formatDate(beslissenUiterlijk)}</Waarom>;
  if (beslissenUiterlijk < ontvangenOp) {
    return (
      <>
        De tijd om te beslissen telt vanaf het eind van de bezwaartermijn (Awb 7:10) en liep tot en
        met {dag}. Zij was dus al voorbij toen het bezwaar binnenkwam
        {open && ': beslis zo snel als het kan'}
      </>
    );
  }
  return (
    <>
      {open ? 'Beslissen uiterlijk op ' : 'De beslissing moest er zijn op '}
      {dag}
    </>
  );
}

function BezwaarDeel({ bezwaar, magZetten }: { bezwaar: Bezwaar; magZetten: boolean }) {
  const [open, setOpen] = useState(false);
  const uitkomst = bezwaar.uitkomst ? `, ${UITKOMST[bezwaar.uitkomst]}` : '';
  return (
    <section className="besluit-bezwaar" aria-label="Bezwaar">
      <div className="m-row m-row--between">
        <h3>
          Bezwaar{' '}
          <Badge tone={bezwaar.open ? 'near' : 'neutral'}>
            {STAPNAAM[bezwaar.stap]}
            {uitkomst}
          </Badge>
        </h3>
        {magZetten && bezwaar.volgende.length > 0 && (
          <Button onClick={() => setOpen(true)}>Volgende stap…</Button>
        )}
      </div>
      <p>
        <Beslisdag bezwaar={bezwaar} />
        {bezwaar.teVroeg && '. Het kwam vóór het begin van de termijn; het telt mee (Awb 6:10)'}
        {!bezwaar.opTijd && '. Het bezwaar kwam te laat: vraag eerst waarom'}
        {bezwaar.beroepTotEnMet && `. Beroep kan tot en met ${formatDate(bezwaar.beroepTotEnMet)}`}.
      </p>
      <ol className="besluit-stappen">
        {bezwaar.stappen.map((s) => (
          <li key={s.feitId}>
            <strong>{formatDate(s.op, 'datum')}</strong> {s.naam}
            {s.uitkomst && `: ${UITKOMST[s.uitkomst]}`}
            {s.hersteltermijn && `, tot en met ${formatDate(s.hersteltermijn, 'datum')}`}
            {s.door && <span className="m-quiet"> door {s.door}</span>}
            {s.toelichting && <p className="besluit-tekst">{s.toelichting}</p>}
          </li>
        ))}
      </ol>
      {open && <StapForm bezwaar={bezwaar} sluit={() => setOpen(false)} />}
    </section>
  );
}

/** One decision: what it says, its letters, and the objections against it. */
export function BesluitKaart({ besluit, vorige, magBezwaar }: Props) {
  const [open, setOpen] = useState<'bezwaar' | 'vergelijk'>();
  const staat = STAAT[besluit.staat];
  const loopt = besluit.bezwaren.some((b) => b.open);
  return (
    <Card
      title={
        <>
          {besluit.omschrijving} <Badge tone={staat.tone}>{staat.tekst}</Badge>
        </>
      }
      action={
        <span className="m-row">
          {vorige && (
            <Button look="quiet" onClick={() => setOpen('vergelijk')}>
              Wat veranderde?
            </Button>
          )}
          {magBezwaar && !loopt && (
            <Button look="quiet" icon="plus" onClick={() => setOpen('bezwaar')}>
              Bezwaar
            </Button>
          )}
        </span>
      }
    >
      <KeyValue
        items={[
          { naam: 'Kenmerk', waarde: besluit.kenmerk },
          { naam: 'Versie', waarde: String(besluit.versie ?? 1) },
          { naam: 'Dagtekening', waarde: formatDate(besluit.dagtekening) },
          { naam: 'Bekend op', waarde: bekendOp(besluit) },
          { naam: 'Vastgesteld door', waarde: besluit.vastgesteldDoor },
          { naam: 'Bezwaar kan', waarde: wanneerBezwaar(besluit) },
          { naam: 'Stukken', waarde: <Stukken besluit={besluit} /> },
          ...(besluit.ingetrokken
            ? [
                {
                  naam: 'Ingetrokken',
                  waarde: `${formatDate(besluit.ingetrokken.op)}: ${besluit.ingetrokken.reden}`,
                },
              ]
            : []),
        ]}
      />
      {besluit.bezwaren.map((b) => (
        <BezwaarDeel key={b.bezwaarId} bezwaar={b} magZetten={magBezwaar} />
      ))}
      {open === 'bezwaar' && (
        <NieuwBezwaarForm besluit={besluit} sluit={() => setOpen(undefined)} />
      )}
      {open === 'vergelijk' && vorige && (
        <VergelijkDialoog van={vorige} naar={besluit} sluit={() => setOpen(undefined)} />
      )}
    </Card>
  );
}
