import { useEffect, useRef, useState } from 'react';
import { formatDate, formatMoment } from '../../../web/dates.ts';
import { Badge } from '../../../web/ui/data/Badge.tsx';
import { Alert } from '../../../web/ui/feedback/Alert.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { RadioGroup } from '../../../web/ui/form/Choice.tsx';
import { Link } from '../../../web/ui/layout/Link.tsx';
import type { Keuze, Voorstel, VoorstelRij } from '../coa.schema.ts';
import { samenvatting, UITKOMST, waar } from './woorden.ts';

const geboren = (geboorte: string) =>
  geboorte ? `geboren ${formatDate(geboorte, 'datum')}` : 'geboortedatum onbekend';

type KiesProps = { rij: VoorstelRij; keuze: string; kies: (keuze: string) => void };

/** Looks like somebody who has a dossier already: a person says whether it is the same one. */
function WieIsHet({ rij, keuze, kies }: KiesProps) {
  return (
    <RadioGroup
      name={`rij-${rij.rij}`}
      label="Is dit iemand die al een dossier heeft?"
      value={keuze}
      onChange={kies}
      options={[
        ...rij.kandidaten.map((k) => ({
          value: k.dossierId,
          label: `Ja: ${k.naam}, ${geboren(k.geboorte)}`,
        })),
        { value: 'nieuw', label: 'Nee, open een nieuw dossier' },
        { value: 'overslaan', label: 'Sla deze rij nu over' },
      ]}
    />
  );
}

function Rij({ rij, keuze, kies }: KiesProps) {
  const { straks, toon } = UITKOMST[rij.uitkomst];
  return (
    <li className="coa-rij">
      <div className="m-row m-row--between">
        <h3>
          {rij.naam || `Rij ${rij.rij}`}
          {rij.naam && <span className="m-quiet"> · {geboren(rij.geboorte)}</span>}
        </h3>
        <span className="m-row">
          <Badge tone={toon}>{straks}</Badge>
          {rij.dossierId && (
            <Link href={`/inburgeraars/${rij.dossierId}`} target="_blank">
              dossier<span className="m-hidden"> van {rij.naam}</span>
            </Link>
          )}
        </span>
      </div>
      {rij.gebreken.length > 0 && (
        <ul className="coa-gebreken">
          {rij.gebreken.map((g) => (
            <li key={g.plek + g.tekst}>
              <strong>{waar(rij.rij, g.plek)}</strong>: {g.tekst}
            </li>
          ))}
        </ul>
      )}
      {rij.nieuw.length > 0 && (
        <dl className="coa-nieuw">
          {rij.nieuw.map((n) => (
            <div key={n.wat}>
              <dt>{n.wat}</dt>
              <dd>{n.tekst}</dd>
            </div>
          ))}
        </dl>
      )}
      {rij.blijft.length > 0 && (
        <p className="m-quiet">Blijft zoals het in het dossier staat: {rij.blijft.join(', ')}.</p>
      )}
      {rij.uitkomst === 'kiezen' && <WieIsHet rij={rij} keuze={keuze} kies={kies} />}
    </li>
  );
}

function alsKeuze([rij, keuze]: [string, string]): Keuze {
  if (keuze === 'nieuw' || keuze === 'overslaan') return { rij: Number(rij), keuze };
  return { rij: Number(rij), keuze: 'dossier', dossierId: keuze };
}

/** Wat met het probleem eerst komt: daar moet iemand naar kijken. */
const RANG = ['kiezen', 'tegenstrijdig', 'onleesbaar', 'nieuw-dossier', 'aangevuld'];
const rang = (r: VoorstelRij) => (RANG.indexOf(r.uitkomst) + RANG.length + 1) % (RANG.length + 1);

type Props = {
  voorstel: Voorstel;
  bezig: boolean;
  neemOp: (keuzes: Keuze[]) => void;
  annuleer: () => void;
};

/** What taking in this file would do, person by person. */
export function VoorstelLijst({ voorstel, bezig, neemOp, annuleer }: Props) {
  const [keuzes, setKeuzes] = useState<Record<string, string>>({});
  const kop = useRef<HTMLHeadingElement>(null);
  useEffect(() => kop.current?.focus(), []);
  const { rijen, gebreken, eerder } = voorstel;
  const open = rijen.filter((r) => r.uitkomst === 'kiezen' && !keuzes[r.rij]).length;
  const mee = rijen.filter(
    (r) =>
      ['nieuw-dossier', 'aangevuld'].includes(r.uitkomst) ||
      (keuzes[r.rij] !== undefined && keuzes[r.rij] !== 'overslaan'),
  ).length;
  return (
    <section className="m-stack" aria-labelledby="coa-voorstel">
      <h3 id="coa-voorstel" ref={kop} tabIndex={-1}>
        {rijen.length === 1 ? '1 persoon' : `${rijen.length} personen`}: {samenvatting(rijen)}
      </h3>
      {eerder && (
        <Alert tone="info" title="Dit bestand is al opgenomen.">
          Op {formatMoment(eerder.op)} door {eerder.door}. Wat er al staat, komt er niet nog eens
          bij.
        </Alert>
      )}
      {gebreken.length > 0 && (
        <ul className="coa-gebreken">
          {gebreken.map((g) => (
            <li key={g.plek}>
              <strong>{g.plek}</strong>: {g.tekst}
            </li>
          ))}
        </ul>
      )}
      <ul className="coa-rijen">
        {rijen
          .toSorted((a, b) => rang(a) - rang(b) || a.rij - b.rij)
          .map((rij) => (
            <Rij
              key={rij.rij}
              rij={rij}
              keuze={keuzes[rij.rij] ?? ''}
              kies={(keuze) => setKeuzes({ ...keuzes, [rij.rij]: keuze })}
            />
          ))}
      </ul>
      <div className="m-row coa-knoppen">
        <Button
          look="primary"
          busy={bezig}
          busyText="Opnemen…"
          {...(mee === 0 ? { reason: 'Er is niets om op te nemen.' } : {})}
          onClick={() => neemOp(Object.entries(keuzes).map(alsKeuze))}
        >
          Neem {mee === 1 ? '1 persoon' : `${mee} personen`} op
        </Button>
        <Button onClick={annuleer}>Annuleren</Button>
        {open > 0 && <span className="m-quiet">{open} nog te kiezen; die blijven liggen.</span>}
      </div>
    </section>
  );
}
