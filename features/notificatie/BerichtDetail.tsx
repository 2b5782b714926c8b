import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Problem } from '../../web/api.ts';
import { formatDate, formatMoment } from '../../web/dates.ts';
import { SourceLabel } from '../../web/ui/data/Badge.tsx';
import { KeyValue } from '../../web/ui/data/KeyValue.tsx';
import { ErrorState, Skeleton } from '../../web/ui/feedback/States.tsx';
import { toast } from '../../web/ui/feedback/Toast.tsx';
import { Button, ButtonLink } from '../../web/ui/form/Button.tsx';
import { TextArea } from '../../web/ui/form/Field.tsx';
import { Card } from '../../web/ui/layout/Card.tsx';
import { Dialog } from '../../web/ui/layout/Dialog.tsx';
import { Link } from '../../web/ui/layout/Link.tsx';
import type { Handelwijze } from './gebeurtenissen.ts';
import { KoppelDialog } from './KoppelDialog.tsx';
import type { Afhandelen, Bericht } from './notificatie.schema.ts';

const VERVERS_MS = 1500;

const OPGEHAALD: Record<Bericht['opgehaald'][number]['wat'], string> = {
  doelgroep: 'Doelgroep bij DUO',
  plicht: 'Inburgeringsplicht bij DUO',
  lbt: 'Leerbaarheidstoets bij DUO',
  termijn: 'Inburgeringstermijn bij DUO',
  pip: 'PIP bij DUO',
  brp: 'Persoonsgegevens uit de BRP',
};
const ANTWOORD: Record<Bericht['opgehaald'][number]['antwoord'], string> = {
  ok: 'ontvangen',
  niets: 'niets bekend',
  'niet-bevoegd': 'geen toestemming',
  geweigerd: 'geweigerd',
  'fout-verzoek': 'vraag niet begrepen',
  storing: 'geen antwoord',
};
const DOSSIER = {
  geopend: 'De melding opende een nieuw dossier.',
  gevonden: 'De melding hoort bij een bestaand dossier.',
  samengevoegd: 'De melding voegde twee dossiers van dezelfde persoon samen.',
} as const;
const GEDAAN: Record<Handelwijze, string> = {
  koppelen: 'De melding is gekoppeld en wordt verwerkt.',
  opnieuw: 'De melding wordt opnieuw verwerkt.',
  afgehandeld: 'De melding is afgehandeld.',
};

/** Eén melding: het voorstel, wat er kwam, wat is opgehaald en wat er veranderde. */
export function BerichtDetail({ id }: { id: string }) {
  const vraag = useQuery<Bericht, Problem>({
    queryKey: ['bericht', id],
    queryFn: ({ signal }) => api.get<Bericht>(`/v1/berichten/${id}`, { signal }),
    refetchInterval: (q) => (q.state.data?.staat === 'nieuw' ? VERVERS_MS : false),
  });
  if (vraag.isPending) return <Skeleton lines={8} />;
  if (vraag.isError) return <ErrorState error={vraag.error} onRetry={() => void vraag.refetch()} />;
  const b = vraag.data;
  return (
    <>
      <Voorstel bericht={b} />
      <Card title="Wat er kwam">
        <KeyValue items={watKwam(b)} />
      </Card>
      <Card title="Wat is opgehaald">
        <Opgehaald bericht={b} />
      </Card>
      <Card title="Wat er veranderde">
        <Veranderd bericht={b} />
      </Card>
    </>
  );
}

const watKwam = (b: Bericht) => [
  { naam: 'Gebeurtenis', waarde: `${b.gebeurtenisId} ${b.omschrijving}` },
  { naam: 'Gemeente', waarde: b.gemeente },
  { naam: 'BSN', waarde: b.ontvangen.bsn ?? 'niet genoemd' },
  { naam: 'V-nummer', waarde: b.ontvangen.vNummer ?? 'niet genoemd' },
  { naam: 'Bij DUO vastgelegd', waarde: formatMoment(b.geregistreerdOp) },
  { naam: 'Ontvangen', waarde: formatMoment(b.ontvangenOp) },
  { naam: 'Kenmerk van DUO', waarde: <span className="m-quiet">{b.ontvangen.berichtId}</span> },
];

function Opgehaald({ bericht: b }: { bericht: Bericht }) {
  if (b.opgehaald.length === 0) return <p className="m-quiet">Er is niets opgehaald.</p>;
  return (
    <ul className="postvak-lijst">
      {b.opgehaald.map((o) => (
        <li key={o.wat}>
          {OPGEHAALD[o.wat]}: <strong>{ANTWOORD[o.antwoord]}</strong>
          <div className="m-quiet">
            {formatMoment(o.op)}
            {o.apiVersion && ` · versie ${o.apiVersion}`}
            {o.melding && ` · ${o.melding}`}
          </div>
        </li>
      ))}
    </ul>
  );
}

function Veranderd({ bericht: b }: { bericht: Bericht }) {
  return (
    <div className="m-stack m-stack--tight">
      {b.dossier && <p>{DOSSIER[b.dossier]}</p>}
      {b.gewijzigd.length === 0 && <p className="m-quiet">Er veranderde niets in het dossier.</p>}
      {b.gewijzigd.length > 0 && (
        <ul className="postvak-lijst">
          {b.gewijzigd.map((g) => (
            <li key={`${g.soort}${g.nieuw}`}>
              {g.nieuw} <SourceLabel bron={g.bron} />
              {g.oud && <div className="m-quiet">was: {g.oud}</div>}
            </li>
          ))}
        </ul>
      )}
      {b.opmerkingen.map((o) => (
        <p key={o} className="m-quiet">
          {o}
        </p>
      ))}
    </div>
  );
}

/** De handeling die het eerst voor de hand ligt. */
function eersteKeus(b: Bericht): Handelwijze {
  const nietGekregen = b.opgehaald.some((o) => o.antwoord !== 'ok');
  if (b.staat === 'nieuw' || nietGekregen) return 'opnieuw';
  return b.dossierId ? 'afgehandeld' : 'koppelen';
}

function kop(b: Bericht): string {
  if (b.staat === 'postvak') return 'Voorstel';
  if (b.staat === 'nieuw') return b.pogingen > 0 ? 'Wacht op antwoord' : 'Wordt verwerkt';
  return b.staat === 'verwerkt' ? 'Verwerkt' : 'Afgehandeld';
}

function Voorstel({ bericht: b }: { bericht: Bericht }) {
  const [venster, setVenster] = useState<'koppelen' | 'afgehandeld' | undefined>();
  const doe = useHandeling(b.id, () => setVenster(undefined));
  const kies = (h: Handelwijze) =>
    h === 'opnieuw' ? doe.mutate({ handeling: 'opnieuw' }) : setVenster(h);
  const eerst = eersteKeus(b);
  const volgorde = [...b.mogelijk].sort((x, y) => Number(y === eerst) - Number(x === eerst));
  return (
    <Card title={kop(b)} tone={b.staat === 'postvak' ? 'soft' : 'plain'}>
      <div className="m-stack m-stack--tight">
        <Uitleg bericht={b} />
        {b.dossierId && (
          <p>
            <Link href={`/inburgeraars/${b.dossierId}`}>Dossier van {b.naam}</Link>
            {b.laatsteDag && ` · uiterlijk ${formatDate(b.laatsteDag, 'datum')}`}
          </p>
        )}
        {doe.isError && !venster && <ErrorState error={doe.error} />}
      </div>
      {(volgorde.length > 0 || b.tegenstrijdigDossierId) && (
        <div className="postvak-acties">
          {volgorde.map((h) => (
            <Button
              key={h}
              look={h === eerst ? 'primary' : 'secondary'}
              busy={h === 'opnieuw' && doe.isPending}
              onClick={() => kies(h)}
            >
              {KNOP[h]}
            </Button>
          ))}
          {b.tegenstrijdigDossierId && (
            <ButtonLink href={`/inburgeraars/${b.tegenstrijdigDossierId}`}>
              Bekijk het andere dossier
            </ButtonLink>
          )}
        </div>
      )}
      <KoppelDialog
        open={venster === 'koppelen'}
        gemeenteId={b.gemeenteId}
        gemeente={b.gemeente}
        bezig={doe.isPending}
        fout={doe.error}
        onClose={() => setVenster(undefined)}
        onKoppel={(dossierId) => doe.mutate({ handeling: 'koppelen', dossierId })}
      />
      <AfhandelDialog
        open={venster === 'afgehandeld'}
        bezig={doe.isPending}
        fout={doe.error}
        onClose={() => setVenster(undefined)}
        onKlaar={(reden) => doe.mutate({ handeling: 'afgehandeld', reden })}
      />
    </Card>
  );
}

const KNOP: Record<Handelwijze, string> = {
  koppelen: 'Koppelen aan een dossier…',
  opnieuw: 'Opnieuw verwerken',
  afgehandeld: 'Afgehandeld…',
};

function Uitleg({ bericht: b }: { bericht: Bericht }) {
  if (b.staat === 'postvak') {
    return (
      <>
        <p>{b.reden}</p>
        {b.voorstel && (
          <p>
            <strong>{b.voorstel}</strong>
          </p>
        )}
      </>
    );
  }
  if (b.staat === 'nieuw') {
    if (b.pogingen === 0) return <p role="status">Meedoen haalt de gegevens op.</p>;
    const keer = b.pogingen === 1 ? 'één keer' : `${b.pogingen} keer`;
    return (
      <p role="status">
        Meedoen probeerde het {keer} en gaat vanzelf door. Er gaat niets verloren. {b.laatsteFout}
      </p>
    );
  }
  if (b.afhandeling) {
    return (
      <p>
        {b.afhandeling.reden}{' '}
        <span className="m-quiet">
          {b.afhandeling.door}, {formatMoment(b.afhandeling.op)}
        </span>
      </p>
    );
  }
  return <p>Meedoen heeft deze melding vanzelf verwerkt. U hoeft niets te doen.</p>;
}

function useHandeling(id: string, klaar: () => void) {
  const client = useQueryClient();
  return useMutation<Bericht, Problem, Afhandelen>({
    mutationFn: (inhoud) => api.post<Bericht>(`/v1/berichten/${id}/_afhandelen`, inhoud),
    onSuccess: (bericht, { handeling }) => {
      klaar();
      toast({ tekst: GEDAAN[handeling] });
      client.setQueryData(['bericht', id], bericht);
      void client.invalidateQueries({ queryKey: ['berichten'] });
      void client.invalidateQueries({ queryKey: ['ik'] });
    },
  });
}

type AfhandelProps = {
  open: boolean;
  bezig: boolean;
  fout: Problem | null;
  onClose: () => void;
  onKlaar: (reden: string) => void;
};

function AfhandelDialog({ open, bezig, fout, onClose, onKlaar }: AfhandelProps) {
  const [reden, setReden] = useState('');
  const tekort = reden.trim().length < 3 ? 'Schrijf eerst wat u deed.' : undefined;
  return (
    <Dialog
      open={open}
      title="Melding afgehandeld"
      onClose={onClose}
      footer={
        <>
          <Button look="primary" busy={bezig} reason={tekort} onClick={() => onKlaar(reden.trim())}>
            Afgehandeld
          </Button>
          <Button look="quiet" onClick={onClose}>
            Annuleren
          </Button>
        </>
      }
    >
      <TextArea
        label="Wat hebt u gedaan?"
        hint="Collega’s lezen dit terug bij de melding."
        value={reden}
        maxLength={1000}
        onChange={setReden}
        error={fout?.voorVeld('reden')}
      />
      {fout && !fout.voorVeld('reden') && <ErrorState error={fout} />}
    </Dialog>
  );
}
