import { useState } from 'react';
import { formatDate } from '../../../web/dates.ts';
import { Alert } from '../../../web/ui/feedback/Alert.tsx';
import { EmptyState } from '../../../web/ui/feedback/States.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { Card } from '../../../web/ui/layout/Card.tsx';
import type { Aanbod, Traject } from '../traject.schema.ts';
import { AanbodForm, AanbodIntrekken } from './AanbodForm.tsx';
import { DuoBadge, DuoRegel } from './Verzendstaat.tsx';

const dag = (iso: string) => formatDate(iso, 'datum');

function periode({ start, totEnMet }: Aanbod): string {
  if (!start) return totEnMet ? `les tot en met ${dag(totEnMet)}` : 'eerste lesdag nog niet bekend';
  return totEnMet ? `les van ${dag(start)} tot en met ${dag(totEnMet)}` : `les vanaf ${dag(start)}`;
}

const ALFABETISERING = { A: ', met alfabetisering', AA: ', met ander schrift', NVT: '' } as const;

type RegelProps = {
  aanbod: Aanbod;
  traject: Traject;
  wijzig: () => void;
  trekIn: () => void;
};

function Regel({ aanbod, traject, wijzig, trekIn }: RegelProps) {
  const { ingetrokken } = aanbod;
  return (
    <li>
      <div className="traject-kop">
        <strong className={ingetrokken ? 'traject-weg' : undefined}>{aanbod.instelling}</strong>
        <DuoBadge duo={aanbod.duo} />
      </div>
      <p>
        Aanbod van {dag(aanbod.datum)}; {periode(aanbod)}
        {aanbod.alfabetisering && ALFABETISERING[aanbod.alfabetisering]}.
      </p>
      {ingetrokken && (
        <p className="m-quiet">
          Ingetrokken op {dag(ingetrokken.op)}
          {ingetrokken.reden && `: ${ingetrokken.reden}`}
        </p>
      )}
      {aanbod.keurmerk && (
        <Alert tone="warning" title="Let op het keurmerk.">
          {aanbod.keurmerk}
        </Alert>
      )}
      <DuoRegel duo={aanbod.duo} herhalen={traject.mag.herhalen} />
      {traject.mag.aanbod && !ingetrokken && (
        <div className="m-row">
          {aanbod.instellingsnummer && (
            <Button
              look="quiet"
              onClick={wijzig}
              aria-label={`Wijzig aanbod bij ${aanbod.instelling}`}
            >
              Wijzig
            </Button>
          )}
          <Button
            look="quiet"
            onClick={trekIn}
            aria-label={`Trek in: aanbod bij ${aanbod.instelling}`}
          >
            Trek in
          </Button>
        </div>
      )}
    </li>
  );
}

type Open = { soort: 'nieuw' } | { soort: 'wijzig' | 'trek-in'; aanbod: Aanbod };

function leeg({ asielstatushouder, heeftPip }: Traject): string {
  if (!heeftPip) return 'Een aanbod kan zodra het PIP is vastgesteld.';
  return asielstatushouder
    ? 'Een asielstatushouder krijgt op tijd een aanbod van de gemeente.'
    : 'Een gezins- of overige migrant kiest en betaalt zelf een cursus; de gemeente doet geen aanbod.';
}

/** The offers per school. */
export function AanbodKaart({ traject }: { traject: Traject }) {
  const [open, setOpen] = useState<Open>();
  const sluit = () => setOpen(undefined);
  const kan = traject.mag.aanbod && traject.heeftPip && traject.asielstatushouder;
  return (
    <Card
      title="Aanbod"
      action={
        kan && (
          <Button look="quiet" icon="plus" onClick={() => setOpen({ soort: 'nieuw' })}>
            Aanbod doen
          </Button>
        )
      }
    >
      {traject.aanbod.length === 0 ? (
        <EmptyState title="Er is nog geen aanbod.">{leeg(traject)}</EmptyState>
      ) : (
        <ul className="traject-lijst">
          {traject.aanbod.map((aanbod) => (
            <Regel
              key={aanbod.feitId}
              aanbod={aanbod}
              traject={traject}
              wijzig={() => setOpen({ soort: 'wijzig', aanbod })}
              trekIn={() => setOpen({ soort: 'trek-in', aanbod })}
            />
          ))}
        </ul>
      )}
      {open?.soort === 'nieuw' && <AanbodForm traject={traject} sluit={sluit} />}
      {open?.soort === 'wijzig' && (
        <AanbodForm traject={traject} aanbod={open.aanbod} sluit={sluit} />
      )}
      {open?.soort === 'trek-in' && <AanbodIntrekken aanbod={open.aanbod} sluit={sluit} />}
    </Card>
  );
}
