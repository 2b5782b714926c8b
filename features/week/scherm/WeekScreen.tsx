import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Problem } from '../../../web/api.ts';
import { formatDate } from '../../../web/dates.ts';
import { Badge } from '../../../web/ui/data/Badge.tsx';
import { Alert } from '../../../web/ui/feedback/Alert.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../../web/ui/feedback/States.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { Card } from '../../../web/ui/layout/Card.tsx';
import { Link, usePathParam } from '../../../web/ui/layout/Link.tsx';
import { LEERROUTE } from '../../shared/woorden.schema.ts';
import type { Deel, Periode, WeekAntwoord } from '../week.schema.ts';
import { PeriodeDialoog } from './PeriodeDialoog.tsx';
import { WeekBalken } from './WeekBalken.tsx';
import { WeekTabel } from './WeekTabel.tsx';
import './week.css';

type Venster = { periode: Periode | null } | undefined;

/** De week die past: uren per periode, en of de route daarmee op tijd af is. */
export function WeekScreen() {
  const dossierId = usePathParam('dossierId');
  const vraag = useQuery<WeekAntwoord, Problem>({
    queryKey: ['week', dossierId],
    queryFn: ({ signal }) => api.get<WeekAntwoord>(`/v1/dossiers/${dossierId}/week`, { signal }),
  });
  const [venster, setVenster] = useState<Venster>();
  if (vraag.isError && !vraag.data) {
    return <ErrorState error={vraag.error} onRetry={() => void vraag.refetch()} />;
  }
  if (!vraag.data) return <Skeleton lines={8} label="Week laden…" />;
  const week = vraag.data;
  const nieuw = week.mag && (
    <Button
      icon="plus"
      look={week.perioden.length === 0 ? 'primary' : 'secondary'}
      onClick={() => setVenster({ periode: null })}
    >
      {week.perioden.length === 0 ? 'Week invullen' : 'Periode toevoegen'}
    </Button>
  );
  return (
    <div className="m-stack">
      <Kop week={week} />
      <Oordeel week={week} dossierId={dossierId} />
      <Card title="De week per periode" action={week.perioden.length > 0 && nieuw}>
        {week.perioden.length === 0 ? (
          <EmptyState title="Er is nog geen week ingevuld." action={nieuw}>
            Vul in hoeveel uur er is voor les, zelf leren, werk, reizen, zorg en meedoen. Verandert
            de week later, voeg dan een periode toe.
          </EmptyState>
        ) : (
          <div className="m-stack">
            <WeekBalken perioden={week.perioden} />
            <WeekTabel
              perioden={week.perioden}
              onWijzig={week.mag ? (periode) => setVenster({ periode }) : undefined}
            />
          </div>
        )}
      </Card>
      {week.delen.length > 0 && <Delen week={week} />}
      {week.combinaties.length > 0 && <Combinaties week={week} />}
      {venster && (
        <PeriodeDialoog
          dossierId={dossierId}
          week={week}
          periode={venster.periode}
          sluit={() => setVenster(undefined)}
        />
      )}
    </div>
  );
}

function Kop({ week }: { week: WeekAntwoord }) {
  const { termijn, leerroute } = week;
  return (
    <div>
      <h2 className="week-kop">Past de week bij de route?</h2>
      <p className="m-quiet">
        {leerroute ? `De ${LEERROUTE[leerroute]}` : 'Nog geen leerroute'}
        {termijn &&
          ` · termijn ${termijn.van === 'duo' ? 'volgens DUO' : 'naar verwachting'} ${formatDate(termijn.begin, 'datum')} tot en met ${formatDate(termijn.laatsteDag, 'datum')}`}
        {` · gerekend met ${week.lesvrijeWeken} weken per jaar zonder les`}
      </p>
    </div>
  );
}

function Oordeel({ week, dossierId }: { week: WeekAntwoord; dossierId: string }) {
  const { past, waarschuwingen, ontbreekt } = week;
  return (
    <div className="m-stack m-stack--tight">
      {past === true && <Alert tone="success" title="Met deze week is de route op tijd af." />}
      {waarschuwingen.map((w) => (
        <Alert
          key={`${w.code}${w.veld ?? ''}`}
          tone={w.code === 'week-les' || w.code === 'week-participatie' ? 'refusal' : 'warning'}
          title={w.code === 'week-zwaar' ? 'Een volle week.' : 'Let op.'}
        >
          {w.tekst}
        </Alert>
      ))}
      {ontbreekt.map((zin) => (
        <Alert key={zin} tone="info" title="Nog niet te berekenen.">
          {zin} <Link href={`/inburgeraars/${dossierId}/pip`}>Naar het PIP</Link>
        </Alert>
      ))}
    </div>
  );
}

const uur = (n: number) => `${n} uur`;
const dag = (d: string | null) => (d ? formatDate(d, 'datum') : '–');

function Delen({ week }: { week: WeekAntwoord }) {
  return (
    <div className="week-delen">
      {week.delen.map((d) => (
        <Card
          key={d.id}
          title={d.naam}
          action={<Past deel={d} leeg={week.perioden.length === 0} />}
        >
          <dl className="week-deel">
            <Regel naam="Nodig" waarde={uur(d.nodig)} />
            <Regel naam="Gedaan of meegeteld" waarde={uur(d.gedaan)} />
            <Regel naam="Nog te gaan" waarde={uur(d.teGaan)} />
            <Regel naam="In de ingevulde weken" waarde={uur(d.gepland)} />
            <Regel
              naam="Nodig per week"
              waarde={d.perWeekNodig === null ? '–' : uur(d.perWeekNodig)}
            />
            <Regel naam="Klaar op" waarde={dag(d.klaarOp)} />
            <Regel naam="Uiterlijk beginnen op" waarde={dag(d.laatsteStart)} />
          </dl>
          <a className="m-quiet week-wet" href={d.grondslag.link} target="_blank" rel="noreferrer">
            {d.grondslag.artikel}
            <span className="m-hidden"> (opent in een nieuw tabblad)</span>
          </a>
        </Card>
      ))}
    </div>
  );
}

function Past({ deel, leeg }: { deel: Deel; leeg: boolean }) {
  if (deel.teGaan === 0) return <Badge tone="met">klaar</Badge>;
  if (leeg) return <Badge>nog niet ingevuld</Badge>;
  return deel.past ? (
    <Badge tone="met">past</Badge>
  ) : (
    <Badge tone="late">{uur(deel.tekort)} te weinig</Badge>
  );
}

function Regel({ naam, waarde }: { naam: string; waarde: string }) {
  return (
    <div>
      <dt>{naam}</dt>
      <dd>{waarde}</dd>
    </div>
  );
}

function Combinaties({ week }: { week: WeekAntwoord }) {
  return (
    <Card title="Leren en werken samen">
      <ul className="week-combinaties">
        {week.combinaties.map((c) => (
          <li key={c.code}>
            <Badge tone={c.telt ? 'met' : 'neutral'}>{c.telt ? 'telt mee' : 'telt één keer'}</Badge>
            <span>
              {c.tekst}{' '}
              <a className="m-quiet" href={c.grondslag.link} target="_blank" rel="noreferrer">
                {c.grondslag.artikel}
                <span className="m-hidden"> (opent in een nieuw tabblad)</span>
              </a>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
