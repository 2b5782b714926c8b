import { useState } from 'react';
import { formatDate } from '../../../web/dates.ts';
import { Badge } from '../../../web/ui/data/Badge.tsx';
import { Waarom } from '../../../web/ui/data/Waarom.tsx';
import { Alert } from '../../../web/ui/feedback/Alert.tsx';
import { EmptyState } from '../../../web/ui/feedback/States.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { Card } from '../../../web/ui/layout/Card.tsx';
import { TALEN } from '../../shared/talen.schema.ts';
import { cijferInWoorden, DIMENSIE_IDS, DIMENSIES } from '../dimensies.schema.ts';
import type { Meting, Metingen, Scores } from '../meting.schema.ts';
import { Spin } from './Spin.tsx';
import { StartDialoog } from './StartDialoog.tsx';
import { HULP, MOMENT, momentnaam, STAAT } from './woorden.ts';

const taalNaam = (code: string) => (code in TALEN ? TALEN[code as keyof typeof TALEN].naam : code);

type Moment = Metingen['momenten'][number];

/** De dag van een meting, of rond welke dag zij hoort en waarom. */
function Dag({ moment: { soort, op, staat, uitleg } }: { moment: Moment }) {
  if (op) {
    const dag = formatDate(op, 'datum');
    return (
      <span className="m-quiet">
        {staat === 'gedaan' ? (
          dag
        ) : (
          <Waarom uitleg={uitleg ?? undefined} vraag="Waarom deze dag?" over="waarom deze dag?">
            rond {dag}
          </Waarom>
        )}
      </span>
    );
  }
  if (soort !== 'begin' || staat !== 'nu') return null;
  return <span className="m-quiet">tijdens de intake, vóór het PIP</span>;
}

/** Wat er nu gevraagd moet worden, of anders wanneer weer. */
function Volgende({ momenten }: { momenten: readonly Moment[] }) {
  const nu = momenten.find((m) => m.staat === 'nu');
  if (nu) {
    return (
      <p>
        <strong>Nu aan de beurt:</strong> {momentnaam(nu)}.
      </p>
    );
  }
  const straks = momenten.find((m) => m.staat === 'straks');
  if (!straks?.op) return null;
  return (
    <p>
      <strong>Volgende meting:</strong> rond {formatDate(straks.op, 'datum')}, {momentnaam(straks)}.
    </p>
  );
}

/** Wanneer is gevraagd hoe het gaat, en wanneer het weer aan de beurt is. */
export function MomentenKaart({ dossierId, beeld }: { dossierId: string; beeld: Metingen }) {
  const [open, setOpen] = useState(false);
  return (
    <Card
      title="Vragen hoe het gaat"
      action={
        beeld.mag.meten && (
          <Button look="primary" onClick={() => setOpen(true)}>
            Geef het toestel
          </Button>
        )
      }
    >
      <Volgende momenten={beeld.momenten} />
      <ul className="meting-momenten">
        {beeld.momenten.map((m) => (
          <li key={`${m.soort}${m.maanden}${m.metingId}`}>
            <span>
              {momentnaam(m).replace(/^./, (c) => c.toUpperCase())} <Dag moment={m} />
            </span>
            <Badge tone={STAAT[m.staat].toon}>{STAAT[m.staat].tekst}</Badge>
          </li>
        ))}
      </ul>
      {!beeld.mag.meten && (
        <p className="m-quiet">
          De cijfers zijn gegevens over gezondheid. Alleen wie dat recht heeft, ziet ze en kan de
          vragen laten beantwoorden.
        </p>
      )}
      {open && <StartDialoog dossierId={dossierId} beeld={beeld} sluit={() => setOpen(false)} />}
    </Card>
  );
}

const naamVan = (m: Meting) => `${formatDate(m.op, 'datum')}, ${MOMENT[m.moment]}`;

function Tabel({ metingen }: { metingen: readonly Meting[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: wat opzij schuift moet met toetsen te bereiken zijn
    <section className="meting-tabel" aria-label="Cijfers per meting" tabIndex={0}>
      <table>
        <caption className="m-hidden">Eigen cijfers van 0 tot en met 10 per dimensie</caption>
        <thead>
          <tr>
            <th scope="col">Dimensie</th>
            {metingen.map((m) => (
              <th key={m.metingId} scope="col">
                {formatDate(m.op, 'datum')}
                <span className="m-quiet"> {MOMENT[m.moment]}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {DIMENSIE_IDS.map((d) => (
            <tr key={d}>
              <th scope="row">{DIMENSIES[d].naam}</th>
              {metingen.map((m) => {
                const score = m.scores.find((s) => s.dimensie === d);
                return (
                  <td key={m.metingId}>
                    {score?.score === null || !score ? (
                      <span className="m-quiet">overgeslagen</span>
                    ) : (
                      <>
                        {cijferInWoorden(score.score)}
                        {score.beantwoord === 1 && <span className="m-quiet"> op één vraag</span>}
                      </>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

type Props = { dossierId: string; beeld: Metingen; scores: Scores };

/** De eigen cijfers als spin en als tabel, met wat er veranderde in gewone woorden. */
export function CijfersKaart({ dossierId, beeld, scores }: Props) {
  const [opnieuw, setOpnieuw] = useState<Meting>();
  const { metingen, veranderingen } = scores;
  const [eerst, nu] = [metingen[0], metingen.at(-1)];
  if (!nu) {
    return (
      <Card title="In eigen cijfers">
        <EmptyState title="Er is nog niet gevraagd hoe het gaat.">
          Na de eerste keer staan hier zes cijfers die de persoon zelf gaf.
        </EmptyState>
      </Card>
    );
  }
  const vorige = eerst === nu ? undefined : eerst;
  return (
    <Card
      title="In eigen cijfers"
      action={
        <Button look="quiet" onClick={() => setOpnieuw(nu)}>
          Doe de laatste meting opnieuw
        </Button>
      }
    >
      <div className="meting-beeld">
        <Spin
          eerst={vorige}
          nu={nu}
          namen={{ eerst: vorige ? naamVan(vorige) : '', nu: naamVan(nu) }}
        />
        <div className="m-stack">
          <Tabel metingen={metingen} />
          <p className="m-quiet">
            Laatste meting in het {taalNaam(nu.taal)}
            {nu.hulp && `, ${HULP[nu.hulp]}`}
            {nu.door && `, begeleid door ${nu.door}`}. De cijfers zijn van de persoon zelf; een
            hoger of lager cijfer zegt niets over inzet.
          </p>
        </div>
      </div>
      {veranderingen.length > 0 && (
        <>
          <h3>Wat er veranderde sinds de eerste meting</h3>
          <ul className="meting-veranderd">
            {veranderingen.map((v) => (
              <li key={v.dimensie}>
                {DIMENSIES[v.dimensie].naam}: {v.zin}
              </li>
            ))}
          </ul>
        </>
      )}
      {metingen.length === 1 && (
        <Alert tone="info" title="Eén meting zegt nog weinig.">
          Na een tweede keer staat hier wat er veranderde.
        </Alert>
      )}
      {opnieuw && (
        <StartDialoog
          dossierId={dossierId}
          beeld={beeld}
          vervangen={opnieuw}
          sluit={() => setOpnieuw(undefined)}
        />
      )}
    </Card>
  );
}
