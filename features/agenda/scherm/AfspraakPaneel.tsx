import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, type Problem } from '../../../web/api.ts';
import { formatDate, formatMoment } from '../../../web/dates.ts';
import { Badge, type Tone } from '../../../web/ui/data/Badge.tsx';
import { KeyValue } from '../../../web/ui/data/KeyValue.tsx';
import { Alert } from '../../../web/ui/feedback/Alert.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { Dialog } from '../../../web/ui/layout/Dialog.tsx';
import { Link } from '../../../web/ui/layout/Link.tsx';
import { TALEN, type Taal } from '../../shared/talen.schema.ts';
import { type AgendaAfspraak, type AgendaBericht, SOORTEN, VORMEN } from '../agenda.schema.ts';
import type { Bundel } from './rooster/rooster.ts';

const WAT = {
  uitnodiging: 'Uitnodiging',
  herinnering: 'Herinnering',
  verzet: 'Bericht van verzetten',
  afgezegd: 'Bericht van afzeggen',
} as const;
const KANAAL = { brief: 'per brief', 'e-mail': 'per e-mail', sms: 'per sms' } as const;
const STAAT: Record<AgendaBericht['staat'], { tekst: string; tone: Tone }> = {
  wacht: { tekst: 'gaat nog weg', tone: 'neutral' },
  bezig: { tekst: 'onderweg', tone: 'neutral' },
  verstuurd: { tekst: 'verstuurd', tone: 'met' },
  bezorgd: { tekst: 'bezorgd', tone: 'met' },
  mislukt: { tekst: 'niet aangekomen', tone: 'late' },
  vervallen: { tekst: 'niet meer nodig', tone: 'neutral' },
  zelf: { tekst: 'zelf geven', tone: 'near' },
};
const UITKOMST = {
  verschenen: 'De persoon was er.',
  'niet-verschenen': 'De persoon was er niet.',
  afgezegd: 'De afspraak gaat niet door.',
} as const;

function wanneer(b: AgendaBericht): string {
  if (b.verstuurdOp) return formatMoment(b.verstuurdOp);
  return b.staat === 'wacht' ? `vanaf ${formatMoment(b.nietVoor)}` : '';
}

function Bericht({ b, a }: { b: AgendaBericht; a: AgendaAfspraak }) {
  const client = useQueryClient();
  const geef = useMutation<unknown, Problem>({
    mutationFn: () => api.post(`/v1/agenda/berichten/${b.id}/_gegeven`, {}),
    onSuccess: () => client.invalidateQueries({ queryKey: ['agenda'] }),
  });
  const taal = b.taal === 'nl' ? '' : ` in het ${TALEN[b.taal as Taal]?.naam ?? b.taal}`;
  return (
    <li>
      <div className="m-row m-row--between">
        <span>
          {WAT[b.wat]} {KANAAL[b.kanaal]}
          {taal}
        </span>
        <Badge tone={STAAT[b.staat].tone}>{STAAT[b.staat].tekst}</Badge>
      </div>
      <p className="m-quiet">{[wanneer(b), b.reden].filter(Boolean).join(' · ')}</p>
      <div className="m-row">
        {b.documentId && (
          <a
            href={`/v1/dossiers/${a.dossierId}/documenten/${b.documentId}`}
            target="_blank"
            rel="noreferrer"
          >
            Brief bekijken (PDF)
          </a>
        )}
        {b.staat === 'zelf' && a.magBewerken && (
          <Button busy={geef.isPending} onClick={() => geef.mutate()}>
            Ik heb het doorgegeven
          </Button>
        )}
      </div>
      {geef.isError && <Alert tone="refusal" title={geef.error.detail} live />}
    </li>
  );
}

function Gegevens({ a }: { a: AgendaAfspraak }) {
  return (
    <KeyValue
      items={[
        { naam: 'Wanneer', waarde: `${formatDate(a.datum, 'lang')}, ${a.tijd} tot ${a.einde}` },
        { naam: 'Wat', waarde: SOORTEN[a.soort] + (a.oproep ? ' na een oproep' : '') },
        { naam: 'Waar', waarde: `${a.plaats}${a.vorm ? ` (${VORMEN[a.vorm]})` : ''}` },
        {
          naam: 'Tolk',
          waarde: a.tolkTaal
            ? `${a.tolkTaal}${a.tolk ? `: ${a.tolk}` : ', nog geen tolk geboekt'}`
            : 'niet nodig',
        },
        { naam: 'Klantmanager', waarde: a.klantmanager ?? 'nog geen' },
        { naam: 'Gemeente', waarde: a.gemeente },
      ]}
    />
  );
}

export type Handeling = 'verzetten' | 'afzeggen' | 'uitkomst';
type Doe = (wat: Handeling, a: AgendaAfspraak) => void;

function Doen({ a, vandaag, doe }: { a: AgendaAfspraak; vandaag: string; doe: Doe }) {
  if (!a.magBewerken) return null;
  if (a.uitkomst) return <Button onClick={() => doe('uitkomst', a)}>Uitkomst verbeteren</Button>;
  return (
    <div className="m-row">
      {a.geweest && (
        <Button look="primary" onClick={() => doe('uitkomst', a)}>
          Was de persoon er?
        </Button>
      )}
      {a.datum >= vandaag && (
        <>
          <Button onClick={() => doe('verzetten', a)}>Verzetten</Button>
          <Button onClick={() => doe('afzeggen', a)}>Afzeggen</Button>
        </>
      )}
    </div>
  );
}

type Props = { bundel: Bundel; vandaag: string; doe: Doe; onSluit: () => void };

/** Alles over één afspraak, en wat ermee kan. */
export function AfspraakPaneel({ bundel, vandaag, doe, onSluit }: Props) {
  const [eerste] = bundel.items;
  const samen = bundel.items.length > 1;
  return (
    <Dialog open kind="side" title={samen ? 'Afspraak samen' : eerste.naam} onClose={onSluit}>
      <div className="m-stack">
        <Gegevens a={eerste} />
        {bundel.items.map((a) => (
          <section key={a.afspraakId} className="agenda-deel" aria-label={a.naam}>
            <h3>
              <Link href={`/inburgeraars/${a.dossierId}`}>
                {samen ? a.naam : 'Naar het dossier'}
              </Link>
            </h3>
            {a.uitkomst && (
              <p>
                {UITKOMST[a.uitkomst.uitkomst]} {a.uitkomst.reden}
              </p>
            )}
            <Doen a={a} vandaag={vandaag} doe={doe} />
            <h4>Wat de persoon hoorde</h4>
            {a.berichten.length === 0 ? (
              <p className="m-quiet">Er is geen bericht gestuurd.</p>
            ) : (
              <ul className="agenda-berichten">
                {a.berichten.map((b) => (
                  <Bericht key={b.id} b={b} a={a} />
                ))}
              </ul>
            )}
          </section>
        ))}
      </div>
    </Dialog>
  );
}
