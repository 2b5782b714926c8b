import { useState } from 'react';
import { formatDate } from '../../../../web/dates.ts';
import { Badge } from '../../../../web/ui/data/Badge.tsx';
import { Button } from '../../../../web/ui/form/Button.tsx';
import { Card } from '../../../../web/ui/layout/Card.tsx';
import type { Resultaat, Traject } from '../../traject.schema.ts';
import { DuoBadge, DuoRegel } from '../Verzendstaat.tsx';
import { ResultaatForm } from './ResultaatForm.tsx';
import { ZrouteForm } from './ZrouteForm.tsx';

const NAAM = {
  pvt: 'Participatieverklaring (PVT)',
  map: 'Module arbeidsmarkt en participatie (MAP)',
  zroute: 'Z-route',
} as const;
const GEDAAN = { pvt: 'Ondertekend', map: 'Eindgesprek', zroute: 'Eindgesprek' } as const;
const NOG_NIET = {
  pvt: 'nog niet ondertekend',
  map: 'nog geen eindgesprek',
  zroute: 'nog niet afgerond',
} as const;

function Oordeel({ oordeel }: { oordeel: NonNullable<Resultaat['oordeel']> }) {
  return (
    <div className="m-stack m-stack--tight">
      <p>
        <Badge tone={oordeel.verwijtbaar === 'Ja' ? 'late' : 'neutral'}>
          {oordeel.verwijtbaar === 'Ja' ? 'verwijtbaar' : 'niet verwijtbaar'}
        </Badge>{' '}
        <span className="m-quiet">
          beoordeeld op {formatDate(oordeel.op, 'datum')}
          {oordeel.door && ` door ${oordeel.door}`}
        </span>
      </p>
      <p className="traject-tekst">{oordeel.motivering}</p>
    </div>
  );
}

type RegelProps = { resultaat: Resultaat; traject: Traject; open: () => void };

function Regel({ resultaat: r, traject, open }: RegelProps) {
  const gemeld = r.datum || r.oordeel || r.duo.staat !== 'niet-gemeld';
  const knop = r.datum || r.oordeel ? 'Wijzig' : 'Leg vast';
  const bewerken = r.bewerken && !r.datum?.vanDuo && traject.termijn !== null;
  return (
    <li>
      <div className="traject-kop">
        <div>
          <strong>{NAAM[r.onderdeel]}</strong>
          <p>
            {r.datum
              ? `${GEDAAN[r.onderdeel]} op ${formatDate(r.datum.op, 'datum')}${r.datum.door ? `, vastgelegd door ${r.datum.door}` : ''}`
              : NOG_NIET[r.onderdeel]}
          </p>
        </div>
        <div className="m-row">
          {gemeld && <DuoBadge duo={r.duo} />}
          {bewerken && (
            <Button look="quiet" onClick={open} aria-label={`${knop}: ${NAAM[r.onderdeel]}`}>
              {knop}
            </Button>
          )}
        </div>
      </div>
      {r.oordeel && <Oordeel oordeel={r.oordeel} />}
      {gemeld && <DuoRegel duo={r.duo} herhalen={traject.mag.herhalen} />}
      {r.datum?.vanDuo && (
        <p className="m-quiet">Gemeld door een andere gemeente; alleen zij kan het wijzigen.</p>
      )}
    </li>
  );
}

/** Under the term and the two months in which a judgement may come. */
function Venster({ traject }: { traject: Traject }) {
  const { termijn, vandaag, resultaten } = traject;
  const open = resultaten.some((r) => r.onderdeel !== 'zroute' && !r.datum && !r.oordeel);
  if (!termijn) {
    return (
      <p className="m-quiet">
        Dit kan zodra DUO de inburgeringstermijn heeft vastgesteld; dat gebeurt na het PIP.
      </p>
    );
  }
  if (!open || vandaag < termijn.oordeelVanaf) return null;
  const voorbij = vandaag > termijn.laatsteDag;
  const eind = formatDate(termijn.laatsteDag, 'datum');
  return (
    <p>
      {voorbij
        ? `De termijn eindigde op ${eind}. DUO vraagt of het te verwijten is wat niet op tijd af is.`
        : `De termijn eindigt op ${eind}. U kunt nu al vastleggen dat iets niet te verwijten is.`}
    </p>
  );
}

/** PVT, MAP and the end of the Z-route. */
export function ResultaatKaart({ traject }: { traject: Traject }) {
  const [open, setOpen] = useState<Resultaat>();
  const sluit = () => setOpen(undefined);
  if (traject.resultaten.length === 0) return null;
  return (
    <Card title="PVT, MAP en afronding">
      <div className="m-stack">
        <Venster traject={traject} />
        <ul className="traject-lijst">
          {traject.resultaten.map((r) => (
            <Regel key={r.onderdeel} resultaat={r} traject={traject} open={() => setOpen(r)} />
          ))}
        </ul>
      </div>
      {open?.onderdeel === 'zroute' && (
        <ZrouteForm resultaat={open} traject={traject} sluit={sluit} />
      )}
      {open && open.onderdeel !== 'zroute' && (
        <ResultaatForm resultaat={open} traject={traject} sluit={sluit} />
      )}
    </Card>
  );
}
