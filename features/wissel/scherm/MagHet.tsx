import { formatDate } from '../../../web/dates.ts';
import { Badge, SourceLabel, type Tone } from '../../../web/ui/data/Badge.tsx';
import { Alert, Redenen } from '../../../web/ui/feedback/Alert.tsx';
import { Card } from '../../../web/ui/layout/Card.tsx';
import { Link } from '../../../web/ui/layout/Link.tsx';
import type { Antwoorden, Gevolg, Voorwaarde, WisselAntwoord } from '../wissel.schema.ts';
import { EigenAntwoord } from './EigenAntwoord.tsx';

type Geef = (deel: Partial<Antwoorden>) => void;
type Props = {
  dossierId: string;
  beeld: WisselAntwoord;
  antwoorden: Antwoorden;
  onAntwoord: Geef;
};

/** Elke eis van de wet, met wat er is en wat nog nodig is. */
export function MagHet({ dossierId, beeld, antwoorden, onAntwoord }: Props) {
  return (
    <Card title="2. Mag het?">
      <div className="m-stack">
        <div aria-live="polite">
          <Uitkomst beeld={beeld} />
        </div>
        <ol className="wissel-eisen">
          {beeld.voorwaarden.map((eis) => (
            <Eis key={eis.id} {...{ dossierId, eis, antwoorden, onAntwoord }} />
          ))}
        </ol>
      </div>
    </Card>
  );
}

function Uitkomst({ beeld }: { beeld: WisselAntwoord }) {
  const { kan, vanaf, totEnMet, voorwaarden } = beeld;
  const wanneer = vanaf && ` Met deze antwoorden mag het vanaf ${formatDate(vanaf, 'datum')}.`;
  const uiterlijk =
    totEnMet && `Stel de nieuwe versie uiterlijk op ${formatDate(totEnMet, 'datum')} vast.`;
  if (kan === 'ja') {
    return (
      <Alert tone="success" title="De wet laat dit toe.">
        {uiterlijk} U beslist of het ook goed is.
      </Alert>
    );
  }
  if (kan === 'nee') {
    return (
      <Alert tone="refusal" title="Dit mag nu niet.">
        Hieronder staat waarom.{wanneer}
      </Alert>
    );
  }
  const open = voorwaarden.filter((v) => v.stand === 'onbekend').length;
  return (
    <Alert tone="info" title="Nog niet te zeggen.">
      {open === 1 ? 'Eén eis staat' : `${open} eisen staan`} nog open.
      {uiterlijk && ` ${uiterlijk}`}
      {wanneer}
    </Alert>
  );
}

const STAND: Record<Voorwaarde['stand'], { tone: Tone; woord: string }> = {
  met: { tone: 'met', woord: 'in orde' },
  niet: { tone: 'late', woord: 'niet in orde' },
  onbekend: { tone: 'near', woord: 'nog niet bekend' },
};

type EisProps = Omit<Props, 'beeld'> & { eis: Voorwaarde };

function Eis({ dossierId, eis, antwoorden, onAntwoord }: EisProps) {
  const { tone, woord } = STAND[eis.stand];
  return (
    <li className="wissel-eis">
      <div className="m-row m-row--between">
        <h3 className="wissel-eis__kop">{eis.titel}</h3>
        <Badge tone={tone}>{woord}</Badge>
      </div>
      {eis.waardoor && <p>{eis.waardoor}</p>}
      <Redenen redenen={eis.redenen} />
      <Ontbreekt dossierId={dossierId} eis={eis} />
      <Feiten feiten={eis.feiten} />
      {eis.bewijs.length > 0 && (
        <details className="wissel-bewijs">
          <summary>Wat het dossier zegt ({eis.bewijs.length})</summary>
          <Feiten feiten={eis.bewijs} />
        </details>
      )}
      {eis.vragen.map((vraag) => (
        <EigenAntwoord
          key={vraag.veld}
          vraag={vraag}
          antwoord={antwoorden[vraag.veld]}
          onAntwoord={(waarde) => onAntwoord({ [vraag.veld]: waarde })}
        />
      ))}
      <Wet grondslag={eis.grondslag} />
    </li>
  );
}

const PLEK = {
  leerroutes: { pad: '/pip/route', woord: 'Leg vast bij Leerroutes' },
  traject: { pad: '/traject', woord: 'Leg vast bij Traject' },
  duo: { pad: '/duo', woord: 'Kijk bij DUO' },
} as const;

/** Wat elders wordt vastgelegd; wat hier wordt gevraagd, staat als vraag. */
function Ontbreekt({ dossierId, eis }: { dossierId: string; eis: Voorwaarde }) {
  const elders = eis.ontbreekt.filter((o) => o.plek !== 'hier' || eis.vragen.length === 0);
  if (elders.length === 0) return null;
  return (
    <ul className="m-redenen">
      {elders.map(({ tekst, plek }) => (
        <li key={tekst}>
          {tekst}{' '}
          {plek !== 'hier' && (
            <Link href={`/inburgeraars/${dossierId}${PLEK[plek].pad}`}>{PLEK[plek].woord}</Link>
          )}
        </li>
      ))}
    </ul>
  );
}

type Feit = Voorwaarde['feiten'][number];

/** Feiten met hun bron en dag. */
export function Feiten({ feiten }: { feiten: readonly Feit[] }) {
  if (feiten.length === 0) return null;
  return (
    <ul className="wissel-feiten">
      {feiten.map((f) => (
        <li key={`${f.naam}${f.feitId ?? ''}${f.datum ?? ''}`}>
          <span>
            {f.naam}: <strong>{f.waarde}</strong>
          </span>
          <SourceLabel bron={f.bron} />
          {f.datum && <span className="m-quiet">{formatDate(f.datum, 'datum')}</span>}
        </li>
      ))}
    </ul>
  );
}

type WetProps = { grondslag: Gevolg['besluit'][number]['grondslag'] };

/** Het artikel waarop iets rust, als verwijzing naar de tekst van die dag. */
export function Wet({ grondslag }: WetProps) {
  if (!grondslag) return null;
  return (
    <a className="m-quiet wissel-wet" href={grondslag.link} target="_blank" rel="noreferrer">
      {grondslag.artikel}
      <span className="m-hidden"> (opent in een nieuw tabblad)</span>
    </a>
  );
}
