import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Problem } from '../../../web/api.ts';
import { formatMoment } from '../../../web/dates.ts';
import { Badge, type Tone } from '../../../web/ui/data/Badge.tsx';
import { KeyValue } from '../../../web/ui/data/KeyValue.tsx';
import { Alert } from '../../../web/ui/feedback/Alert.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../../web/ui/feedback/States.tsx';
import { toast } from '../../../web/ui/feedback/Toast.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { Checkbox } from '../../../web/ui/form/Choice.tsx';
import { TextArea } from '../../../web/ui/form/Field.tsx';
import { Card } from '../../../web/ui/layout/Card.tsx';
import { Dialog } from '../../../web/ui/layout/Dialog.tsx';
import { PageTitle } from '../../../web/ui/layout/PageTitle.tsx';
import {
  type Besluit,
  type QuarantaineLijst,
  type QuarantaineRegel,
  REDENEN,
} from './quarantaine.schema.ts';
import './postvak.css';

type Keuze = 'vrijgeven' | 'wissen';

const STAAT: Record<QuarantaineRegel['staat'], { tekst: string; toon: Tone }> = {
  open: { tekst: 'wacht op een besluit', toon: 'near' },
  vrijgegeven: { tekst: 'vrijgegeven', toon: 'met' },
  gewist: { tekst: 'gewist', toon: 'neutral' },
};

/** Mensen die DUO ten onrechte stuurde: vrijgeven of wissen met bewijs. */
export function QuarantaineScreen() {
  const lijst = useQuery<QuarantaineLijst, Problem>({
    queryKey: ['quarantaine'],
    queryFn: ({ signal }) => api.get<QuarantaineLijst>('/v1/quarantaine', { signal }),
  });
  return (
    <div className="m-stack">
      <PageTitle
        title="Afgeschermd"
        lead="Mensen die DUO ten onrechte doorgaf. Niemand ziet hun dossier tot u beslist."
        crumbs={[{ naam: 'Postvak', href: '/postvak' }]}
      />
      {lijst.isPending && <Skeleton lines={6} />}
      {lijst.isError && <ErrorState error={lijst.error} onRetry={() => void lijst.refetch()} />}
      {lijst.data?.items.length === 0 && (
        <EmptyState title="Er is niemand afgeschermd.">
          Wie een melding behandelt, kan een dossier afschermen met ‘Ten onrechte ontvangen’.
        </EmptyState>
      )}
      {lijst.data?.items.map((q) => (
        <Geval key={q.id} q={q} />
      ))}
    </div>
  );
}

function Geval({ q }: { q: QuarantaineRegel }) {
  const [keuze, setKeuze] = useState<Keuze | undefined>();
  return (
    <Card
      title={q.naam ?? REDENEN[q.reden]}
      action={<Badge tone={STAAT[q.staat].toon}>{STAAT[q.staat].tekst}</Badge>}
    >
      <KeyValue items={feitenVan(q)} />
      {q.staat === 'open' && (
        <div className="postvak-acties">
          <Button look="secondary" onClick={() => setKeuze('vrijgeven')}>
            Dossier vrijgeven…
          </Button>
          <Button look="quiet" onClick={() => setKeuze('wissen')}>
            Alles wissen…
          </Button>
        </div>
      )}
      {q.staat === 'gewist' && (
        <div className="postvak-acties">
          <a
            className="ams-button ams-button--secondary m-button"
            href={`/v1/quarantaine/${q.id}/verklaring`}
            download
          >
            Verklaring van wissen (PDF)
          </a>
        </div>
      )}
      {keuze && <BesluitDialog q={q} keuze={keuze} onClose={() => setKeuze(undefined)} />}
    </Card>
  );
}

function feitenVan(q: QuarantaineRegel) {
  const meer = (n: number | null, een: string, veel: string) => `${n} ${n === 1 ? een : veel}`;
  return [
    { naam: 'Gemeente', waarde: q.gemeente },
    { naam: 'Waarom', waarde: `${REDENEN[q.reden]}. ${q.toelichting}` },
    ...(q.gebeurtenis ? [{ naam: 'Melding van DUO', waarde: q.gebeurtenis }] : []),
    {
      naam: 'Afgeschermd',
      waarde: `${formatMoment(q.afgeschermdOp)}, door ${q.afgeschermdDoor}`,
    },
    ...(q.staat === 'open'
      ? [
          {
            naam: 'In het dossier',
            waarde: [
              meer(q.aantalFeiten, 'feit', 'feiten'),
              meer(q.aantalDocumenten, 'document', 'documenten'),
              meer(q.aantalMeldingen, 'melding', 'meldingen'),
            ].join(', '),
          },
        ]
      : []),
    ...(q.beslotenOp
      ? [
          {
            naam: 'Besluit',
            waarde: `${q.besluit} (${formatMoment(q.beslotenOp)}, door ${q.beslotenDoor})`,
          },
        ]
      : []),
  ];
}

const TEKST = {
  vrijgeven: {
    titel: 'Dossier vrijgeven',
    vraag: 'Waarom hoort deze persoon hier wel?',
    knop: 'Vrijgeven',
    klaar: 'Het dossier is weer te zien; wat wachtte gaat verder.',
  },
  wissen: {
    titel: 'Alles van deze persoon wissen',
    vraag: 'Waarom wist u dit dossier?',
    knop: 'Definitief wissen',
    klaar: 'Alles is gewist. De verklaring staat klaar.',
  },
} as const;

type BesluitProps = { q: QuarantaineRegel; keuze: Keuze; onClose: () => void };

function BesluitDialog({ q, keuze, onClose }: BesluitProps) {
  const [besluit, setBesluit] = useState('');
  const [zeker, setZeker] = useState(false);
  const client = useQueryClient();
  const doe = useMutation<QuarantaineRegel, Problem, Besluit>({
    mutationFn: (inhoud) => api.post<QuarantaineRegel>(`/v1/quarantaine/${q.id}/_${keuze}`, inhoud),
    onSuccess: async () => {
      onClose();
      toast({ tekst: TEKST[keuze].klaar });
      await client.invalidateQueries();
    },
  });
  const teKort = besluit.trim().length < 3 ? 'Schrijf eerst waarom.' : undefined;
  const tekort =
    teKort ?? (keuze === 'wissen' && !zeker ? 'Bevestig dat u alles wist.' : undefined);
  return (
    <Dialog
      open
      title={TEKST[keuze].titel}
      onClose={onClose}
      footer={
        <>
          <Button
            look="primary"
            busy={doe.isPending}
            reason={tekort}
            onClick={() => doe.mutate({ besluit: besluit.trim() })}
          >
            {TEKST[keuze].knop}
          </Button>
          <Button look="quiet" onClick={onClose}>
            Annuleren
          </Button>
        </>
      }
    >
      <div className="m-stack">
        {keuze === 'wissen' && (
          <Alert tone="warning" title="Dit is niet terug te draaien.">
            Alle feiten, documenten, plannen, antwoorden van DUO en de tekst van de meldingen worden
            gewist. Er blijft een verklaring over zonder gegevens van de persoon.
          </Alert>
        )}
        <TextArea
          label={TEKST[keuze].vraag}
          hint="Schrijf geen naam of nummer op: dit blijft bewaard."
          value={besluit}
          maxLength={500}
          onChange={setBesluit}
          error={doe.error?.voorVeld('besluit')}
        />
        {keuze === 'wissen' && (
          <Checkbox
            label="Ik heb nagegaan dat deze persoon hier niet hoort."
            checked={zeker}
            onChange={setZeker}
          />
        )}
        {doe.error && !doe.error.voorVeld('besluit') && <ErrorState error={doe.error} />}
      </div>
    </Dialog>
  );
}
