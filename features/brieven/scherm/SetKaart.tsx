import { useState } from 'react';
import { Badge } from '../../../web/ui/data/Badge.tsx';
import { ProgressBar } from '../../../web/ui/data/ProgressBar.tsx';
import { Alert } from '../../../web/ui/feedback/Alert.tsx';
import { EmptyState, ErrorState } from '../../../web/ui/feedback/States.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { Select } from '../../../web/ui/form/Field.tsx';
import { Card } from '../../../web/ui/layout/Card.tsx';
import { Icon } from '../../../web/ui/layout/Icon.tsx';
import { TAALCODES, TALEN, type Taal, TEKSTSTATEN } from '../../shared/talen.schema.ts';
import type { BrievenAntwoord, BrievenSet } from '../brieven.schema.ts';
import { useMaak } from './vragen.tsx';

type Props = { dossierId: string; set: BrievenSet; alles: BrievenAntwoord };
type Brief = BrievenSet['stukken'][number];

const WAT: Record<Brief['soort'], { naam: string; uitleg: string }> = {
  'pip-beschikking': { naam: 'Beschikking', uitleg: 'Het besluit zelf, met bezwaar en gronden.' },
  'pip-eenvoudig': { naam: 'In gewone taal', uitleg: 'Kort, één ding per zin.' },
  'pip-beeld': { naam: 'In beeld', uitleg: 'Plaatjes, een tijdlijn en de belangrijke dagen.' },
  'pip-vertaling': { naam: 'In gewone taal', uitleg: 'Het Nederlands met de vertaling ernaast.' },
};

/** The letters of one version: what there is, what is missing, and one more language. */
export function SetKaart({ dossierId, set, alles }: Props) {
  const maak = useMaak(dossierId, set.pipId);
  const vraag = (taal?: Taal) => maak.mutate(taal);
  return (
    <Card title="De set">
      <div className="m-stack">
        <Voortgang set={set} mag={alles.mag.maken} bezig={maak.isPending} onMaak={() => vraag()} />
        {set.stukken.length > 0 && (
          <ul className="brieven-lijst">
            {set.stukken.map((brief) => (
              <Regel key={brief.documentId} dossierId={dossierId} brief={brief} />
            ))}
          </ul>
        )}
        {set.mist.length > 0 && (
          <div>
            <h3 className="brieven-kopje">Let op</h3>
            <ul className="brieven-mist">
              {set.mist.map((zin) => (
                <li key={zin}>{zin}</li>
              ))}
            </ul>
          </div>
        )}
        {alles.mag.maken && set.staat === 'klaar' && (
          <TaalErbij set={set} eigen={alles.taal.code} bezig={maak.isPending} onMaak={vraag} />
        )}
        {maak.isError && <ErrorState error={maak.error} />}
      </div>
    </Card>
  );
}

type VoortgangProps = { set: BrievenSet; mag: boolean; bezig: boolean; onMaak: () => void };

function Voortgang({ set, mag, bezig, onMaak }: VoortgangProps) {
  const knop = (tekst: string) =>
    mag && (
      <Button look="primary" busy={bezig} onClick={onMaak}>
        {tekst}
      </Button>
    );
  if (set.staat === 'niet-gevraagd') {
    return (
      <EmptyState title="Bij dit PIP zijn nog geen brieven gemaakt." action={knop('Brieven maken')}>
        Dit PIP is vastgesteld voordat Meedoen brieven in gewone taal maakte.
      </EmptyState>
    );
  }
  if (set.staat === 'mislukt') {
    return (
      <Alert tone="refusal" title="De brieven zijn niet af." live>
        {set.fout}
        <div className="m-alert__acts">{knop('Opnieuw proberen')}</div>
      </Alert>
    );
  }
  if (set.staat === 'klaar') return null;
  return (
    <div role="status">
      <ProgressBar
        label="De brieven worden gemaakt"
        text={set.totaal > 0 ? `${set.klaar} van ${set.totaal}` : 'begint zo'}
        value={set.klaar}
        max={set.totaal}
        note="Dit gaat vanzelf door. U kunt intussen verder werken."
      />
    </div>
  );
}

function Regel({ dossierId, brief }: { dossierId: string; brief: Brief }) {
  const { naam, uitleg } = WAT[brief.soort];
  const taal = brief.taal === 'nl' ? 'Nederlands' : `Nederlands en ${TALEN[brief.taal].naam}`;
  const adres = `/v1/dossiers/${dossierId}/documenten/${brief.documentId}`;
  return (
    <li className="brieven-regel">
      <Icon name={brief.soort === 'pip-beeld' ? 'kolommen' : 'document'} size={18} />
      <div className="brieven-regel__tekst">
        <p>
          <strong>{naam}</strong> <span className="brieven-taal">{taal}</span>{' '}
          {brief.tekststaat && (
            <Badge tone={brief.tekststaat === 'vastgesteld' ? 'met' : 'near'}>
              {brief.tekststaat === 'vastgesteld'
                ? 'vertaling vastgesteld'
                : TEKSTSTATEN[brief.tekststaat]}
            </Badge>
          )}
        </p>
        <p className="m-quiet">
          {uitleg} Pdf, {Math.max(1, Math.round(brief.bytes / 1024))} kB.
        </p>
      </div>
      <div className="m-row brieven-regel__doen">
        <a href={adres} target="_blank" rel="noreferrer">
          Bekijken
          <span className="m-hidden">
            : {naam}, {taal} (opent in een nieuw tabblad)
          </span>
        </a>
        <a href={adres} download>
          Downloaden
          <span className="m-hidden">
            : {naam}, {taal}
          </span>
        </a>
      </div>
    </li>
  );
}

type TaalErbijProps = {
  set: BrievenSet;
  eigen: Taal | null;
  bezig: boolean;
  onMaak: (taal: Taal) => void;
};

function TaalErbij({ set, eigen, bezig, onMaak }: TaalErbijProps) {
  const over = TAALCODES.filter((taal) => taal !== 'nl' && !set.talen.includes(taal));
  const [gekozen, setGekozen] = useState<string>('');
  const taal = over.find((code) => code === gekozen) ?? over.find((code) => code === eigen);
  if (over.length === 0) return null;
  return (
    <div className="brieven-erbij">
      <Select
        label="Nog een taal"
        value={taal ?? ''}
        onChange={setGekozen}
        emptyLabel="Kies een taal"
        options={over.map((code) => ({
          value: code,
          label: `${TALEN[code].naam} (${TALEN[code].eigenNaam})`,
        }))}
      />
      <Button busy={bezig} disabled={!taal} onClick={() => taal && onMaak(taal)}>
        Maken
      </Button>
    </div>
  );
}
