import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Problem } from '../../../web/api.ts';
import { formatDate } from '../../../web/dates.ts';
import { EmptyState, ErrorState, Skeleton } from '../../../web/ui/feedback/States.tsx';
import { ButtonLink } from '../../../web/ui/form/Button.tsx';
import { RadioGroup } from '../../../web/ui/form/Choice.tsx';
import { Card } from '../../../web/ui/layout/Card.tsx';
import { usePathParam, useSearchParams } from '../../../web/ui/layout/Link.tsx';
import { LEERROUTE } from '../../shared/woorden.schema.ts';
import type { Antwoorden, Doel, WisselAntwoord } from '../wissel.schema.ts';
import { Betekenis } from './Betekenis.tsx';
import { MagHet } from './MagHet.tsx';
import { NieuweVersie } from './NieuweVersie.tsx';
import './wissel.css';

const DOELEN: readonly { doel: Doel; naam: string; uitleg: string }[] = [
  { doel: 'B', naam: 'B1-route', uitleg: 'Examen op niveau B1.' },
  { doel: 'O', naam: 'Onderwijsroute', uitleg: 'Een taalschakeltraject naar een opleiding.' },
  { doel: 'Z', naam: 'Z-route', uitleg: 'Lessen en een eindgesprek, geen examen.' },
  { doel: 'A2', naam: 'Afschalen naar A2', uitleg: 'De B1-route blijft; het examen is op A2.' },
];

const isDoel = (tekst: string | undefined): Doel | undefined =>
  DOELEN.find((d) => d.doel === tekst)?.doel;

/** Wisselen van leerroute of afschalen, in vier stappen op één bladzijde. */
export function WisselScreen() {
  const dossierId = usePathParam('dossierId');
  const [zoek, wijzigZoek] = useSearchParams();
  const naar = isDoel(zoek.naar);
  const [antwoorden, setAntwoorden] = useState<Antwoorden>({});
  const [redenen, setRedenen] = useState<Partial<Record<Doel, string>>>({});
  const query = { ...(naar ? { ...antwoorden, naar } : {}) } as Record<string, string>;
  const vraag = useQuery<WisselAntwoord, Problem>({
    queryKey: ['wissel', dossierId, query],
    queryFn: ({ signal }) =>
      api.get<WisselAntwoord>(`/v1/dossiers/${dossierId}/wissel?${new URLSearchParams(query)}`, {
        signal,
      }),
    placeholderData: (vorige) => vorige,
  });
  if (vraag.isError && !vraag.data) {
    return <ErrorState error={vraag.error} onRetry={() => void vraag.refetch()} />;
  }
  if (!vraag.data) return <Skeleton lines={8} label="Wisselen laden…" />;
  const beeld = vraag.data;
  if (!beeld.nu) return <NietsTeWisselen dossierId={dossierId} beeld={beeld} />;
  const klaar = naar !== undefined && beeld.naar === naar;
  return (
    <div className="m-stack">
      <Kop nu={beeld.nu} />
      <NaarWat nu={beeld.nu} naar={naar} onKies={(doel) => wijzigZoek({ naar: doel })} />
      {vraag.isError && <ErrorState error={vraag.error} onRetry={() => void vraag.refetch()} />}
      {naar && !klaar && <Skeleton lines={6} label="Nagaan of het mag…" />}
      {naar && klaar && (
        <>
          <MagHet
            dossierId={dossierId}
            beeld={beeld}
            antwoorden={antwoorden}
            onAntwoord={(deel) => setAntwoorden((oud) => zonderLeeg({ ...oud, ...deel }))}
          />
          {beeld.gevolg && <Betekenis gevolg={beeld.gevolg} />}
          <NieuweVersie
            key={naar}
            dossierId={dossierId}
            naar={naar}
            beeld={beeld}
            ververst={!vraag.isPlaceholderData && !vraag.isError}
            reden={redenen[naar] ?? beeld.reden}
            eigen={redenen[naar] !== undefined}
            onReden={(tekst) => setRedenen((oud) => ({ ...oud, [naar]: tekst }))}
          />
        </>
      )}
    </div>
  );
}

/** Een antwoord dat is weggehaald, gaat ook niet mee. */
const zonderLeeg = (antwoorden: Antwoorden): Antwoorden =>
  Object.fromEntries(Object.entries(antwoorden).filter(([, a]) => a !== undefined && a !== ''));

function NietsTeWisselen({ dossierId, beeld }: { dossierId: string; beeld: WisselAntwoord }) {
  return (
    <EmptyState
      title="Er is nog niets te wisselen."
      action={<ButtonLink href={`/inburgeraars/${dossierId}/pip`}>Naar het PIP</ButtonLink>}
    >
      {beeld.beginnen.redenen[0]?.tekst}
    </EmptyState>
  );
}

type Nu = NonNullable<WisselAntwoord['nu']>;

function Kop({ nu }: { nu: Nu }) {
  return (
    <div>
      <h2 className="wissel-kop">Wisselen van leerroute of afschalen</h2>
      <p className="m-quiet">
        Nu: de {LEERROUTE[nu.leerroute]}
        {nu.leerroute === 'B' && nu.niveau === 'A2' && ' op niveau A2'} · PIP versie {nu.versie} van{' '}
        {formatDate(nu.dagtekening, 'datum')}. Een wissel is een nieuw besluit; er volgt niets
        vanzelf.
      </p>
    </div>
  );
}

type NaarWatProps = { nu: Nu; naar: Doel | undefined; onKies: (doel: Doel) => void };

function NaarWat({ nu, naar, onKies }: NaarWatProps) {
  const opties = DOELEN.filter(({ doel }) => doel !== nu.leerroute);
  return (
    <Card title="1. Naar wat?">
      <RadioGroup
        label="Wat verandert er?"
        value={naar ?? ''}
        onChange={(waarde) => onKies(waarde as Doel)}
        options={opties.map(({ doel, naam, uitleg }) => ({
          value: doel,
          label: naam,
          hint: uitleg,
        }))}
      />
    </Card>
  );
}
