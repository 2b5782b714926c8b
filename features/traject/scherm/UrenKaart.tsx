import { useState } from 'react';
import { formatDate } from '../../../web/dates.ts';
import { Button } from '../../../web/ui/form/Button.tsx';
import { Card } from '../../../web/ui/layout/Card.tsx';
import type { Traject, Uren } from '../traject.schema.ts';
import { UrenForm } from './UrenForm.tsx';
import { DuoBadge, DuoRegel } from './Verzendstaat.tsx';

/** What DUO has, and how far that is from what stands here. */
function BijDuo({ rij }: { rij: Uren }) {
  const { laatste, bijDuo } = rij;
  if (!laatste || bijDuo === null || bijDuo === laatste.totaal) return null;
  const meer = laatste.totaal - bijDuo;
  return (
    <p className="m-quiet">
      DUO heeft {bijDuo} uur: {Math.abs(meer)} uur {meer > 0 ? 'minder' : 'meer'} dan hier.
    </p>
  );
}

function verzuim({ geoorloofdVerzuim: g, ongeoorloofdVerzuim: o }: NonNullable<Uren['laatste']>) {
  const delen = [
    g === null ? '' : `${g} uur geoorloofd`,
    o === null ? '' : `${o} uur ongeoorloofd`,
  ];
  const tekst = delen.filter((d) => d !== '').join(', ');
  return tekst && `Verzuim: ${tekst}.`;
}

function Regel({ rij, herhalen, open }: { rij: Uren; herhalen: boolean; open: () => void }) {
  const { laatste } = rij;
  const anders = rij.berekend !== null && rij.berekend !== laatste?.totaal;
  return (
    <li>
      <div className="traject-kop">
        <div>
          <strong>{rij.naam}</strong>
          <p className="traject-getal">
            {laatste
              ? `${laatste.totaal} uur, tot en met ${formatDate(laatste.totEnMet, 'datum')}`
              : 'nog geen uren'}
          </p>
        </div>
        <div className="m-row">
          {laatste && <DuoBadge duo={rij.duo} />}
          {rij.bewerken && (
            <Button look="quiet" onClick={open} aria-label={`Nieuw totaal: ${rij.naam}`}>
              Nieuw totaal
            </Button>
          )}
        </div>
      </div>
      {laatste && verzuim(laatste) && <p className="m-quiet">{verzuim(laatste)}</p>}
      {anders && <p className="m-quiet">De scholen hierboven zijn samen {rij.berekend} uur.</p>}
      <BijDuo rij={rij} />
      {laatste && <DuoRegel duo={rij.duo} herhalen={herhalen} />}
    </li>
  );
}

/** The totals of followed hours per kind. */
export function UrenKaart({ traject }: { traject: Traject }) {
  const [open, setOpen] = useState<Uren>();
  if (traject.uren.length === 0) return null;
  return (
    <Card title="Gevolgde uren">
      <div className="m-stack">
        <p className="m-quiet">
          Elk getal is een totaal vanaf het begin. Een nieuw totaal komt in de plaats van het
          vorige; het wordt er niet bij opgeteld.
        </p>
        <ul className="traject-lijst">
          {traject.uren.map((rij) => (
            <Regel
              key={rij.sleutel}
              rij={rij}
              herhalen={traject.mag.herhalen}
              open={() => setOpen(rij)}
            />
          ))}
        </ul>
      </div>
      {open && <UrenForm rij={open} traject={traject} sluit={() => setOpen(undefined)} />}
    </Card>
  );
}
