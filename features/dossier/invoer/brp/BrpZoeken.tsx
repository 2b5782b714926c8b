import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Problem } from '../../../../web/api.ts';
import { formatDate } from '../../../../web/dates.ts';
import { Badge } from '../../../../web/ui/data/Badge.tsx';
import { Alert } from '../../../../web/ui/feedback/Alert.tsx';
import { ErrorState } from '../../../../web/ui/feedback/States.tsx';
import { Button } from '../../../../web/ui/form/Button.tsx';
import { RadioGroup } from '../../../../web/ui/form/Choice.tsx';
import { DateField } from '../../../../web/ui/form/DateField.tsx';
import { TextInput } from '../../../../web/ui/form/Field.tsx';
import { Card } from '../../../../web/ui/layout/Card.tsx';
import { Link } from '../../../../web/ui/layout/Link.tsx';
import type { BrpGevonden } from './zoeken.schema.ts';

type Gevonden = BrpGevonden['items'][number];

const LEEG = { postcode: '', huisnummer: '', geslachtsnaam: '', geboortedatum: '' };

const MELDING: Record<Exclude<BrpGevonden['uitkomst'], 'gevonden'>, string> = {
  niemand: 'De BRP vindt hier niemand. Controleer wat u invulde.',
  'te-veel': 'Er passen te veel mensen bij. Verfijn de zoekvraag.',
  'niet-bevoegd': 'De gemeente mag dit niet aan de BRP vragen. Geef het door aan de beheerder.',
  'niet-bereikbaar':
    'De BRP is nu niet bereikbaar. Vul de gegevens zelf in; zij worden later bijgewerkt.',
};

function geboren(g: Gevonden['geboorte']): string {
  if (g.soort === 'datum') return `geboren ${formatDate(g.datum, 'datum')}`;
  return g.soort === 'onbekend' ? 'geboortedatum onbekend' : `geboren in ${g.jaar}`;
}

const naamVan = ({ naam }: Gevonden) =>
  [naam.voornamen, naam.voorvoegsel, naam.geslachtsnaam].filter(Boolean).join(' ');

function Resultaat({ item, kies }: { item: Gevonden; kies: (item: Gevonden) => void }) {
  return (
    <li className="m-row m-row--between">
      <span>
        <strong>{naamVan(item)}</strong>, {geboren(item.geboorte)}
        {item.adres && <span className="m-quiet"> · {item.adres}</span>}{' '}
        {item.geheimhouding && <Badge tone="late">geheim adres</Badge>}
      </span>
      {item.dossierId ? (
        <Link href={`/inburgeraars/${item.dossierId}`}>heeft al een dossier</Link>
      ) : (
        <Button onClick={() => kies(item)}>
          Neem over<span className="m-hidden">: {naamVan(item)}</span>
        </Button>
      )}
    </li>
  );
}

type VeldenProps = {
  op: 'adres' | 'naam';
  v: typeof LEEG;
  zet: (veld: keyof typeof LEEG) => (waarde: string) => void;
  fout: (veld: string) => string | undefined;
};

function Velden({ op, v, zet, fout }: VeldenProps) {
  if (op === 'naam') {
    return (
      <>
        <TextInput
          label="Achternaam in de BRP"
          autoComplete="off"
          value={v.geslachtsnaam}
          error={fout('geslachtsnaam')}
          onChange={zet('geslachtsnaam')}
        />
        <DateField
          label="Geboren op"
          value={v.geboortedatum}
          error={fout('geboortedatum')}
          onChange={zet('geboortedatum')}
        />
      </>
    );
  }
  return (
    <>
      <TextInput
        label="Postcode"
        autoComplete="off"
        value={v.postcode}
        error={fout('postcode')}
        onChange={zet('postcode')}
      />
      <TextInput
        label="Huisnummer"
        inputMode="numeric"
        autoComplete="off"
        value={v.huisnummer}
        error={fout('huisnummer')}
        onChange={zet('huisnummer')}
      />
    </>
  );
}

type Props = { gemeenteId: string; kies: (item: Gevonden) => void };

/** Finds somebody in the BRP, so that nobody has to type a name and a number. */
export function BrpZoeken({ gemeenteId, kies }: Props) {
  const [op, setOp] = useState<'adres' | 'naam'>('naam');
  const [v, setV] = useState(LEEG);
  const zoek = useMutation<BrpGevonden, Problem>({
    mutationFn: () => {
      const { postcode, huisnummer, geslachtsnaam, geboortedatum } = v;
      const deel =
        op === 'adres'
          ? { postcode, huisnummer: Number(huisnummer) || 0 }
          : { geslachtsnaam, geboortedatum };
      return api.post('/v1/dossiers/_brp-zoeken', { op, gemeenteId, ...deel });
    },
  });
  const zet = (veld: keyof typeof LEEG) => (waarde: string) => setV({ ...v, [veld]: waarde });
  const fout = (veld: string) => zoek.error?.voorVeld(veld);
  const bijVeld = Object.keys(LEEG).some((veld) => fout(veld));
  const uitkomst = zoek.data?.uitkomst;
  return (
    <Card title="Zoek in de BRP">
      <div className="m-stack">
        <RadioGroup
          name="brp-op"
          label="Zoeken op"
          inline
          value={op}
          onChange={(waarde) => {
            setOp(waarde as 'adres' | 'naam');
            zoek.reset();
          }}
          options={[
            { value: 'naam', label: 'Achternaam en geboortedag' },
            { value: 'adres', label: 'Postcode en huisnummer' },
          ]}
        />
        {/* biome-ignore lint/a11y/noStaticElementInteractions: Enter zoekt hier, en verstuurt niet het hele formulier */}
        <div
          className="nieuw-brp"
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
            event.preventDefault();
            zoek.mutate();
          }}
        >
          <Velden op={op} v={v} zet={zet} fout={fout} />
          <Button busy={zoek.isPending} busyText="Zoeken…" onClick={() => zoek.mutate()}>
            Zoek
          </Button>
        </div>
        {zoek.isError && !bijVeld && <ErrorState error={zoek.error} />}
        {uitkomst && uitkomst !== 'gevonden' && (
          <Alert tone="info" title={MELDING[uitkomst]} live />
        )}
        {uitkomst === 'gevonden' && (
          <ul className="nieuw-brp__lijst">
            {zoek.data?.items.map((item) => (
              <Resultaat key={item.bsn} item={item} kies={kies} />
            ))}
          </ul>
        )}
      </div>
    </Card>
  );
}
