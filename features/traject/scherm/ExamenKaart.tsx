import { formatDate } from '../../../web/dates.ts';
import { Badge, type Tone } from '../../../web/ui/data/Badge.tsx';
import { Card } from '../../../web/ui/layout/Card.tsx';
import type { Examen } from '../traject.schema.ts';

const REDEN: Record<string, string> = {
  Verwijtbaar: 'verwijtbaar geen uitslag',
  Nietverwijtbaar: 'niet verwijtbaar geen uitslag',
  Afgemeld: 'afgemeld',
  Absent: 'niet gekomen',
};

function stand({ uitslagen, vrijgesteld }: Examen): { tekst: string; toon: Tone } {
  if (vrijgesteld) return { tekst: vrijgesteld, toon: 'met' };
  if (uitslagen.some((u) => u.resultaat === 'Geslaagd')) return { tekst: 'geslaagd', toon: 'met' };
  return { tekst: uitslagen.length > 0 ? 'nog niet gehaald' : 'nog niet gedaan', toon: 'neutral' };
}

function Regel({ examen }: { examen: Examen }) {
  const { tekst, toon } = stand(examen);
  return (
    <li>
      <div className="traject-kop">
        <strong>{examen.naam}</strong>
        <Badge tone={toon}>{tekst}</Badge>
      </div>
      {examen.uitslagen.map((u) => (
        <p key={`${u.op}${u.resultaat}${u.niveau}`} className="m-quiet">
          {formatDate(u.op, 'datum')}:{' '}
          {u.resultaat === 'Geen'
            ? (REDEN[u.reden ?? ''] ?? 'geen uitslag')
            : u.resultaat.toLowerCase()}
          {u.niveau && `, niveau ${u.niveau}`}
        </p>
      ))}
      {examen.gratis !== null && toon !== 'met' && (
        <p className="m-quiet">
          {examen.gratis === 0
            ? 'Geen gratis poging meer over.'
            : `Nog ${examen.gratis} ${examen.gratis === 1 ? 'gratis poging' : 'gratis pogingen'}.`}
        </p>
      )}
    </li>
  );
}

/** The exams as DUO reports them. */
export function ExamenKaart({ examens }: { examens: Examen[] }) {
  if (examens.length === 0) return null;
  return (
    <Card title="Examens">
      <div className="m-stack">
        <p className="m-quiet">Uitslagen en gratis pogingen komen van DUO.</p>
        <ul className="traject-lijst">
          {examens.map((examen) => (
            <Regel key={examen.onderdeel} examen={examen} />
          ))}
        </ul>
      </div>
    </Card>
  );
}
