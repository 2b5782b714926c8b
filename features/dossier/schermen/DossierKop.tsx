import { useState } from 'react';
import { api } from '../../../web/api.ts';
import { formatDate } from '../../../web/dates.ts';
import { Badge, TermijnBadge } from '../../../web/ui/data/Badge.tsx';
import { type Step, Steps } from '../../../web/ui/data/Steps.tsx';
import { Waarom } from '../../../web/ui/data/Waarom.tsx';
import { Icon } from '../../../web/ui/layout/Icon.tsx';
import { PageTitle } from '../../../web/ui/layout/PageTitle.tsx';
import { LEERROUTE, TOESTAND } from '../../shared/woorden.schema.ts';
import type { Kop } from '../stand.schema.ts';
import { useHandeling } from './vragen.tsx';

const STAND = {
  gereed: 'klaar',
  bezig: 'nu',
  'nog-niet': 'straks',
  vervallen: 'vervallen',
} as const;

const stappen = (kop: Kop): Step[] =>
  kop.schakels.map((s) => ({ naam: s.naam, stand: STAND[s.staat] }));

function herkomst({ nationaliteit, leeftijd, geboorte }: Kop): string {
  const wanneer = leeftijd === null ? geboorte : `${leeftijd} jaar`;
  return [nationaliteit, wanneer].filter(Boolean).join(' · ');
}

function tolk({ gesprekstaal, tolkNodig }: Kop): string {
  return `${tolkNodig ? 'tolk' : 'spreekt'} ${gesprekstaal}`;
}

function Chips({ kop }: { kop: Kop }) {
  const gezin = kop.aantalGezinsleden;
  return (
    <div className="m-row dossier-chips">
      <Badge tone="ours">
        <Waarom uitleg={kop.doelgroep.uitleg}>{kop.doelgroep.naam}</Waarom>
      </Badge>
      {herkomst(kop) && <Badge>{herkomst(kop)}</Badge>}
      {kop.leerroute && <Badge>{LEERROUTE[kop.leerroute]}</Badge>}
      {kop.gesprekstaal && <Badge tone={kop.tolkNodig ? 'near' : 'neutral'}>{tolk(kop)}</Badge>}
      {gezin > 0 && <Badge>{`gezin: ${gezin + 1} mensen`}</Badge>}
      <Badge>{kop.klantmanager ? `regie: ${kop.klantmanager.naam}` : 'nog geen regie'}</Badge>
      {kop.toestand.waarde !== 'actief' && (
        <Badge tone="near">
          <Waarom uitleg={kop.toestand.uitleg}>{TOESTAND[kop.toestand.waarde]}</Waarom>
        </Badge>
      )}
      {kop.overleden && <Badge tone="late">overleden</Badge>}
      {kop.geheimhouding && <Badge tone="late">geheim adres</Badge>}
      {kop.inOnderzoek && <Badge tone="near">BRP-gegevens in onderzoek</Badge>}
      <ToonNummers kop={kop} />
    </div>
  );
}

type Nummers = { bsn: string | null; vNummer: string | null };

/** BSN and V-nummer come apart, on demand: each look is a line in the log. */
function ToonNummers({ kop }: { kop: Kop }) {
  const [nummers, setNummers] = useState<Nummers | null>(null);
  const vraag = useHandeling(
    () => api.post<Nummers>(`/v1/dossiers/${kop.dossierId}/_toon-bsn`, {}),
    setNummers,
  );
  if (!kop.mag.toonNummers || !(kop.nummers.bsn || kop.nummers.vNummer)) return null;
  if (!nummers) {
    return (
      <button type="button" className="m-plain-button" onClick={() => vraag.mutate(undefined)}>
        <Icon name="slot" size={14} />
        {vraag.isError ? 'Lukte niet; toon nummers opnieuw' : 'Toon BSN en V-nummer'}
      </button>
    );
  }
  return (
    <p className="m-row" role="status">
      {nummers.bsn && <span>BSN {nummers.bsn}</span>}
      {nummers.vNummer && <span>V-nummer {nummers.vNummer}</span>}
      <button type="button" className="m-plain-button" onClick={() => setNummers(null)}>
        Verberg
      </button>
    </p>
  );
}

type Termijn = NonNullable<Kop['pipTermijn']>;

function PipTermijn({ termijn }: { termijn: Termijn }) {
  const { laatsteDag, dagenOver = 0, aantalDagen, dag } = termijn;
  if (!laatsteDag) {
    return (
      <p>
        <strong>PIP</strong>{' '}
        <Waarom uitleg={termijn.uitleg}>
          {termijn.staat === 'onbekend' ? 'termijn nog niet te bepalen' : 'termijn loopt nog niet'}
        </Waarom>
      </p>
    );
  }
  const max = aantalDagen ?? 1;
  return (
    <>
      <p className="m-row m-row--between">
        <span>
          <strong>
            {termijn.staat === 'prognose' ? 'PIP verwacht uiterlijk' : 'PIP uiterlijk'}
          </strong>{' '}
          <Waarom uitleg={termijn.uitleg} vraag="Waarom is dit de laatste dag?">
            {formatDate(laatsteDag, 'datum')}
          </Waarom>
        </span>
        <TermijnBadge dagen={dagenOver} bijna={14} />
      </p>
      <progress
        className={`m-progress__bar m-progress__bar--${dagenOver < 0 ? 'late' : 'ours'}`}
        aria-label="Verlopen deel van de PIP-termijn"
        value={dagenOver < 0 ? max : (dag ?? 0)}
        max={max}
      />
    </>
  );
}

function Inburgeringstermijn({ termijn }: { termijn: Termijn }) {
  const { begin, laatsteDag, dag, aantalDagen } = termijn;
  if (!begin || !laatsteDag) {
    return (
      <p className="m-quiet">
        Inburgeringstermijn: <Waarom uitleg={termijn.uitleg}>nog niet begonnen</Waarom>
      </p>
    );
  }
  const dagen = `${formatDate(begin, 'datum')} tot en met ${formatDate(laatsteDag, 'datum')}`;
  if (termijn.staat === 'prognose') {
    return (
      <p className="m-quiet">
        Inburgeringstermijn, verwacht: <Waarom uitleg={termijn.uitleg}>{dagen}</Waarom>
      </p>
    );
  }
  return (
    <>
      <p>
        Inburgeringstermijn <Waarom uitleg={termijn.uitleg}>{dagen}</Waarom>
      </p>
      {dag && aantalDagen && (
        <>
          <progress
            className="m-progress__bar m-progress__bar--ours"
            aria-label="Verlopen deel van de inburgeringstermijn"
            value={dag}
            max={aantalDagen}
          />
          <p className="m-quiet">
            dag {dag} van {aantalDagen}
          </p>
        </>
      )}
    </>
  );
}

const AF = new Set(['gehaald', 'te-laat-gehaald']);

/** Who it is, where in the keten, and which day is the last. */
export function DossierKop({ kop }: { kop: Kop }) {
  const { pipTermijn, inburgeringstermijn } = kop;
  return (
    <header className="m-card dossier-kop">
      <div className="dossier-kop__boven">
        <div className="m-stack m-stack--tight">
          <PageTitle
            title={kop.naam}
            tabTitle="Dossier"
            crumbs={[
              { naam: 'Inburgeraars', href: '/inburgeraars' },
              { naam: kop.gemeente.naam, href: `/inburgeraars?gemeente=${kop.gemeente.code}` },
            ]}
          />
          <Chips kop={kop} />
        </div>
        <div className="m-stack m-stack--tight dossier-kop__termijn">
          {pipTermijn && !AF.has(pipTermijn.staat) && <PipTermijn termijn={pipTermijn} />}
          {inburgeringstermijn && <Inburgeringstermijn termijn={inburgeringstermijn} />}
        </div>
      </div>
      <Steps label="De vijf schakels van de inburgering" stappen={stappen(kop)} />
    </header>
  );
}
