import { useQuery } from '@tanstack/react-query';
import { api, type Problem } from '../../web/api.ts';
import { formatDate } from '../../web/dates.ts';
import { Badge, type Tone } from '../../web/ui/data/Badge.tsx';
import { KeyValue } from '../../web/ui/data/KeyValue.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../web/ui/feedback/States.tsx';
import { Card } from '../../web/ui/layout/Card.tsx';
import { BrpForm } from './BrpForm.tsx';
import { GebeurtenisForm } from './GebeurtenisForm.tsx';
import type { Nabootsing, PersoonDetail } from './nabootsing.schema.ts';

const VERVERS_MS = 3000;

type Props = { id: string; nabootsing: Nabootsing };

/** Eén persoon: wat DUO weet, wat er heen en weer ging, en wat de trainer kan laten gebeuren. */
export function PersoonKaart({ id, nabootsing }: Props) {
  const persoon = useQuery<PersoonDetail, Problem>({
    queryKey: ['nabootsing', 'persoon', id],
    queryFn: () => api.get<PersoonDetail>(`/v1/nabootsing/personen/${id}`),
    refetchInterval: VERVERS_MS,
    retry: false,
  });
  if (persoon.isPending) return <Skeleton lines={10} />;
  if (persoon.isError) {
    return <ErrorState error={persoon.error} onRetry={() => void persoon.refetch()} />;
  }
  const p = persoon.data;
  return (
    <div className="m-stack">
      <Card title={p.naam} action={p.overleden && <Badge>overleden</Badge>}>
        <KeyValue
          items={[
            { naam: 'BSN', waarde: p.bsn ?? 'nog geen' },
            { naam: 'V-nummer', waarde: p.vNummer ?? 'onbekend' },
            { naam: 'Gemeente', waarde: p.gemeente ?? 'geen' },
          ]}
        />
      </Card>
      <GebeurtenisForm persoon={p} nabootsing={nabootsing} />
      <Card title="Wat DUO weet">
        {p.blokken.length === 0 ? (
          <EmptyState title="DUO weet nog niets van deze persoon" />
        ) : (
          <div className="nabootsing-blokken">
            {p.blokken.map((blok) => (
              <section key={blok.titel}>
                <h3>{blok.titel}</h3>
                <dl>
                  {blok.regels.map((r) => (
                    <div key={`${r.naam}${r.waarde}`}>
                      <dt>{r.naam}</dt>
                      <dd>{r.waarde}</dd>
                    </div>
                  ))}
                </dl>
              </section>
            ))}
          </div>
        )}
      </Card>
      <div className="m-grid-2">
        <Berichten berichten={p.berichten} />
        <Meldingen meldingen={p.meldingen} />
      </div>
      <BrpForm persoon={p} />
    </div>
  );
}

const STANDEN: Record<PersoonDetail['berichten'][number]['stand'], { naam: string; tone: Tone }> = {
  wachtend: { naam: 'onderweg', tone: 'near' },
  bezorgd: { naam: 'ontvangen', tone: 'met' },
  geweigerd: { naam: 'geweigerd door Meedoen', tone: 'late' },
};

function Berichten({ berichten }: { berichten: PersoonDetail['berichten'] }) {
  return (
    <Card title="Van DUO naar Meedoen">
      {berichten.length === 0 ? (
        <p className="m-quiet">DUO heeft nog niets gemeld.</p>
      ) : (
        <ul className="nabootsing-verkeer">
          {berichten.map((b) => (
            <li key={b.id}>
              <span>
                {b.omschrijving}{' '}
                <span className="m-quiet">
                  {b.gebeurtenisId}, {formatDate(b.op, 'kort')}
                </span>
              </span>
              <Badge tone={STANDEN[b.stand].tone}>{STANDEN[b.stand].naam}</Badge>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Meldingen({ meldingen }: { meldingen: PersoonDetail['meldingen'] }) {
  return (
    <Card title="Van Meedoen naar DUO">
      {meldingen.length === 0 ? (
        <p className="m-quiet">Meedoen heeft nog niets gemeld.</p>
      ) : (
        <ul className="nabootsing-verkeer">
          {meldingen.map((m, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a report has no number of its own and never moves
            <li key={`${m.wat}${m.op}${i}`}>
              <span>
                {m.wat} {m.op && <span className="m-quiet">{formatDate(m.op, 'kort')}</span>}
                {m.foutteksten.map((tekst) => (
                  <span key={tekst} className="nabootsing-fout m-quiet">
                    „{tekst}”
                  </span>
                ))}
              </span>
              <Badge tone={m.aangenomen ? 'met' : 'late'}>
                {m.aangenomen ? 'aangenomen' : 'geweigerd'}
              </Badge>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
