import { useQuery } from '@tanstack/react-query';
import { api, type Problem } from '../../web/api.ts';
import { formatDate, formatMoment } from '../../web/dates.ts';
import { useIk } from '../../web/ik.ts';
import { Badge, type Tone } from '../../web/ui/data/Badge.tsx';
import { KeyValue, type KeyValueItem } from '../../web/ui/data/KeyValue.tsx';
import { Alert } from '../../web/ui/feedback/Alert.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../web/ui/feedback/States.tsx';
import { Card } from '../../web/ui/layout/Card.tsx';
import { Link } from '../../web/ui/layout/Link.tsx';
import { PageTitle } from '../../web/ui/layout/PageTitle.tsx';
import type { Certificaat, Koppeling, Koppelingen } from './koppelingen.schema.ts';
import './koppelingen.css';

const VERVERS_MS = 15_000;

const STAAT: Record<Koppeling['staat'], { tekst: string; tone: Tone }> = {
  goed: { tekst: 'werkt', tone: 'met' },
  hapert: { tekst: 'hapert', tone: 'near' },
  plat: { tekst: 'niet bereikbaar', tone: 'late' },
  stil: { tekst: 'geen verkeer', tone: 'neutral' },
};

const NIVEAU: Record<Certificaat['niveau'], Tone> = {
  goed: 'met',
  '60': 'neutral',
  '30': 'near',
  '14': 'near',
  '7': 'late',
  verlopen: 'late',
};

/** '3 minuten', '2 uur', '4 dagen'. */
function duur(minuten: number): string {
  if (minuten < 1) return 'minder dan een minuut';
  if (minuten < 60) return `${minuten} ${minuten === 1 ? 'minuut' : 'minuten'}`;
  const uren = Math.floor(minuten / 60);
  if (uren < 48) return `${uren} uur`;
  return `${Math.floor(uren / 24)} dagen`;
}

function somVan(uren: Koppeling['uren']) {
  const gelukt = uren.reduce((n, u) => n + u.gelukt, 0);
  const mislukt = uren.reduce((n, u) => n + u.mislukt, 0);
  return { gelukt, mislukt, totaal: gelukt + mislukt };
}

function percentage(deel: number, geheel: number): string {
  if (geheel === 0) return 'geen verzoeken';
  const p = (100 * deel) / geheel;
  const tekst =
    p > 0 && p < 0.1 ? 'minder dan 0,1' : p.toFixed(1).replace('.', ',').replace(',0', '');
  return `${tekst}% van ${geheel} mislukt`;
}

/** Staafjes per uur; de tabel voor wie ze niet ziet staat in de tekst ernaast. */
function Uren({ koppeling }: { koppeling: Koppeling }) {
  const { uren } = koppeling;
  const hoogste = Math.max(1, ...uren.map((u) => u.gelukt + u.mislukt));
  const { totaal } = somVan(uren);
  if (totaal === 0) return null;
  const breed = 100 / uren.length;
  return (
    <svg
      className="koppeling-uren"
      viewBox="0 0 100 24"
      preserveAspectRatio="none"
      role="img"
      aria-label={`Verzoeken per uur in het afgelopen etmaal, hoogstens ${hoogste} in een uur`}
    >
      {uren.map((u, i) => {
        const goed = (u.gelukt / hoogste) * 24;
        const fout = (u.mislukt / hoogste) * 24;
        const x = i * breed;
        return (
          <g key={u.uur}>
            <rect
              className="koppeling-uren__goed"
              x={x}
              y={24 - goed}
              width={breed * 0.8}
              height={goed}
            />
            <rect
              className="koppeling-uren__fout"
              x={x}
              y={24 - goed - fout}
              width={breed * 0.8}
              height={fout}
            />
          </g>
        );
      })}
    </svg>
  );
}

function feitenVan(k: Koppeling): KeyValueItem[] {
  const { mislukt, totaal } = somVan(k.uren);
  const inkomend = k.systeem === 'duo-in';
  return [
    {
      naam: inkomend ? 'Laatste melding' : 'Laatst gelukt',
      waarde: k.laatstGelukt ? formatMoment(k.laatstGelukt) : 'nog niet',
    },
    ...(inkomend ? [] : [{ naam: 'Afgelopen etmaal', waarde: percentage(mislukt, totaal) }]),
    ...(k.wachtrij
      ? [
          {
            naam: `Nog ${k.wachtrij.wat}`,
            waarde:
              k.wachtrij.oudsteMinuten === null
                ? 'niets'
                : `${k.wachtrij.aantal}, het oudste ${duur(k.wachtrij.oudsteMinuten)} oud`,
          },
        ]
      : []),
    ...(k.laatstMislukt ? [{ naam: 'Laatst mislukt', waarde: formatMoment(k.laatstMislukt) }] : []),
  ];
}

const LIJST: Partial<Record<Koppeling['systeem'], { href: string; tekst: string; mag: string }>> = {
  duo: { href: '/verzendingen', tekst: 'Naar de verzendingen', mag: 'verzending.lezen' },
  'duo-in': { href: '/postvak', tekst: 'Naar het postvak', mag: 'postvak.behandelen' },
};

function KoppelingKaart({ koppeling: k }: { koppeling: Koppeling }) {
  const mag = useIk().data?.mag ?? [];
  const lijst = LIJST[k.systeem];
  return (
    <Card title={k.naam} action={<Badge tone={STAAT[k.staat].tone}>{STAAT[k.staat].tekst}</Badge>}>
      <p className="m-quiet">{k.doet}</p>
      {k.platSinds && (
        <Alert tone="warning" title={`Sinds ${formatMoment(k.platSinds)} lukt er niets.`}>
          {k.reden && `Gemeld: ${k.reden}. `}Meedoen probeert het vanzelf opnieuw.
        </Alert>
      )}
      {!k.platSinds && k.reden && <Alert tone="warning" title={k.reden} />}
      <KeyValue items={feitenVan(k)} />
      <Uren koppeling={k} />
      {lijst && mag.includes(lijst.mag) && <Link href={lijst.href}>{lijst.tekst}</Link>}
    </Card>
  );
}

function waarvoor({ richting, oins }: Certificaat): string {
  if (richting === 'in') return 'Poort waarop DUO meldingen brengt';
  return oins.length > 0 ? `Voor ${oins.join(', ')}` : 'Voor alle gemeenten';
}

function Certificaten({ items }: { items: Certificaat[] }) {
  return (
    <Card title="Certificaten voor DUO">
      {items.length === 0 && (
        <EmptyState title="Hier worden geen certificaten gebruikt.">
          In de oefenomgeving praat Meedoen met een nagebootste DUO, zonder certificaat.
        </EmptyState>
      )}
      <ul className="koppeling-certificaten">
        {items.map((c) => (
          <li key={`${c.richting} ${c.oins.join()}`}>
            <div className="m-row m-row--between">
              <strong>{waarvoor(c)}</strong>
              <Badge tone={NIVEAU[c.niveau]}>
                {c.niveau === 'verlopen'
                  ? 'niet geldig'
                  : `nog ${c.dagenOver} ${c.dagenOver === 1 ? 'dag' : 'dagen'}`}
              </Badge>
            </div>
            <p className="m-quiet">Geldig tot {formatDate(c.geldigTot.slice(0, 10), 'lang')}.</p>
            {c.fout && <Alert tone="warning" title={c.fout} />}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** How it goes with DUO, BRP and messages: what works, what waits, and until when the certificates are valid. */
export function KoppelingenScreen() {
  const vraag = useQuery<Koppelingen, Problem>({
    queryKey: ['koppelingen'],
    queryFn: ({ signal }) => api.get<Koppelingen>('/v1/koppelingen', { signal }),
    refetchInterval: VERVERS_MS,
  });
  return (
    <div className="m-stack">
      <PageTitle
        title="Koppelingen"
        lead="Hoe het met DUO, de BRP en de berichten aan inburgeraars gaat. Valt er een weg, dan gaat het werk door en haalt Meedoen daarna vanzelf in."
      />
      {vraag.isPending && <Skeleton lines={8} />}
      {vraag.isError && <ErrorState error={vraag.error} onRetry={() => void vraag.refetch()} />}
      {vraag.data && (
        <>
          <div className="koppeling-raster">
            {vraag.data.koppelingen.map((k) => (
              <KoppelingKaart key={k.systeem} koppeling={k} />
            ))}
          </div>
          <Certificaten items={vraag.data.certificaten} />
        </>
      )}
    </div>
  );
}
