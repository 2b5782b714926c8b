import { useState } from 'react';
import { formatDate } from '../../../web/dates.ts';
import { useOpdrachten } from '../../../web/shell/commands.ts';
import { Badge } from '../../../web/ui/data/Badge.tsx';
import { Waarom } from '../../../web/ui/data/Waarom.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { Card } from '../../../web/ui/layout/Card.tsx';
import { usePathParam } from '../../../web/ui/layout/Link.tsx';
import type { Intake, IntakeAfspraak } from '../intake.schema.ts';
import { AfspraakDialoog, type Bedoeling } from './AfspraakDialoog.tsx';
import { UitkomstDialoog } from './UitkomstDialoog.tsx';

const SOORT = {
  intakegesprek: 'Intakegesprek',
  leerbaarheidstoets: 'Leerbaarheidstoets',
  voortgangsgesprek: 'Voortgangsgesprek',
  driegesprek: 'Driegesprek',
  overig: 'Andere afspraak',
} as const;
const UITKOMST = {
  verschenen: ['verschenen', 'met'],
  'niet-verschenen': ['niet verschenen', 'late'],
  afgezegd: ['afgezegd', 'neutral'],
} as const;
const OPROEP = {
  wacht: ['loopt', 'near'],
  verschenen: ['verschenen', 'met'],
  'niet-verschenen': ['niet verschenen', 'late'],
  afgezegd: ['afgezegd', 'neutral'],
} as const;

type Open =
  | { soort: 'plan'; bedoeling: Bedoeling }
  | { soort: 'uitkomst'; afspraak: IntakeAfspraak }
  | null;

function Acties({ afspraak: a, kies }: { afspraak: IntakeAfspraak; kies: (open: Open) => void }) {
  const voorbij = a.geweest;
  return (
    <div className="m-row">
      <Button
        look={a.uitkomst ? 'quiet' : voorbij ? 'primary' : 'secondary'}
        onClick={() => kies({ soort: 'uitkomst', afspraak: a })}
      >
        {a.uitkomst ? 'Uitkomst verbeteren' : voorbij ? 'Was de persoon er?' : 'Afzeggen'}
      </Button>
      {!a.uitkomst && (
        <Button
          look="quiet"
          onClick={() => kies({ soort: 'plan', bedoeling: { wat: 'verzetten', afspraak: a } })}
        >
          Verzetten
        </Button>
      )}
    </div>
  );
}

function Regel({ a, kies }: { a: IntakeAfspraak; kies?: (open: Open) => void }) {
  return (
    <li>
      <div className="m-row m-row--between">
        <strong>
          {formatDate(a.datum)} om {a.tijd}
        </strong>
        {a.uitkomst && (
          <Badge tone={UITKOMST[a.uitkomst.uitkomst][1]}>{UITKOMST[a.uitkomst.uitkomst][0]}</Badge>
        )}
      </div>
      <p className="m-quiet">
        {SOORT[a.soort]}
        {a.oproepId && ' na oproep'} · {a.duurMinuten} minuten · {a.plaats}
        {a.tolkTaal && ` · tolk ${a.tolkTaal}`}
      </p>
      {a.uitkomst?.reden && <p className="m-quiet">Reden: {a.uitkomst.reden}</p>}
      {kies && <Acties afspraak={a} kies={kies} />}
    </li>
  );
}

function Oproepen({ intake }: { intake: Intake }) {
  const id = usePathParam('dossierId');
  if (intake.oproepen.length === 0) return null;
  return (
    <ol className="intake-lijst">
      {intake.oproepen.map((o, i) => (
        <li key={o.oproepId}>
          <div className="m-row m-row--between">
            <span>
              {o.herhaling ? 'Herhaalde oproep met waarschuwing' : 'Oproep'} van{' '}
              {formatDate(o.op, 'datum')}
            </span>
            <Badge tone={OPROEP[o.uitkomst][1]}>{OPROEP[o.uitkomst][0]}</Badge>
          </div>
          <p className="m-quiet">
            verschijnen tot en met {formatDate(o.uiterlijk, 'datum')}
            {o.documentId && (
              <>
                {' · '}
                <a
                  href={`/v1/dossiers/${id}/documenten/${o.documentId}`}
                  target="_blank"
                  rel="noreferrer"
                >
                  brief {i + 1} (PDF)<span className="m-hidden">, opent in een nieuw tabblad</span>
                </a>
              </>
            )}
          </p>
        </li>
      ))}
    </ol>
  );
}

function OproepDeel({ intake, kies }: { intake: Intake; kies: (open: Open) => void }) {
  const { ladder } = intake;
  const herhaald = ladder.gemist > 0;
  return (
    <div id="vraag-oproepen" className="m-stack m-stack--tight intake-deel">
      <h3>Oproepen</h3>
      <Oproepen intake={intake} />
      <p>
        <Waarom uitleg={ladder.uitleg} vraag="Waarom deze stap?">
          {ladder.tekst}
        </Waarom>
      </p>
      {intake.mag.bewerken && ladder.magOproepen && (
        <Button
          icon="brief"
          look={herhaald ? 'primary' : 'secondary'}
          onClick={() => kies({ soort: 'plan', bedoeling: { wat: 'oproep' } })}
        >
          {herhaald ? 'Opnieuw oproepen met waarschuwing…' : 'Oproep maken…'}
        </Button>
      )}
    </div>
  );
}

/** Afspraken plannen en hun uitkomst, oproepen met brief en de volgende stap. */
export function AfsprakenKaart({ intake }: { intake: Intake }) {
  const [open, kies] = useState<Open>(null);
  const { bewerken } = intake.mag;
  const sluit = () => kies(null);
  const plan = () => kies({ soort: 'plan', bedoeling: { wat: 'nieuw' } });
  useOpdrachten(
    bewerken
      ? [
          {
            id: 'intake-afspraak',
            naam: 'Afspraak plannen…',
            zoekwoorden: 'intake gesprek',
            doe: plan,
          },
        ]
      : [],
  );
  return (
    <Card title="Afspraken en oproepen">
      <div id="vraag-afspraken" className="m-stack m-stack--tight">
        {intake.afspraken.length === 0 && <p className="m-quiet">Er is nog geen afspraak.</p>}
        <ul className="intake-lijst">
          {intake.afspraken.map((a) => (
            <Regel key={a.afspraakId} a={a} kies={bewerken ? kies : undefined} />
          ))}
        </ul>
        {bewerken && (
          <Button icon="agenda" onClick={plan}>
            Afspraak plannen…
          </Button>
        )}
        <OproepDeel intake={intake} kies={kies} />
      </div>
      {open?.soort === 'plan' && (
        <AfspraakDialoog intake={intake} bedoeling={open.bedoeling} onSluit={sluit} />
      )}
      {open?.soort === 'uitkomst' && <UitkomstDialoog afspraak={open.afspraak} onSluit={sluit} />}
    </Card>
  );
}
