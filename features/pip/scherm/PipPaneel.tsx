import type { ReactNode } from 'react';
import { formatDate } from '../../../web/dates.ts';
import { useIk } from '../../../web/ik.ts';
import { Waarom } from '../../../web/ui/data/Waarom.tsx';
import { Card } from '../../../web/ui/layout/Card.tsx';
import { Kbd } from '../../../web/ui/layout/Kbd.tsx';
import { Link } from '../../../web/ui/layout/Link.tsx';
import type { PipControle, PipDetail } from '../pip.schema.ts';
import { naarVeld, veldId } from './namen.ts';
import { nogTeDoen } from './nogTeDoen.ts';

type Reden = PipControle['wet'][number];

/** Wat nog moet en welke dagen eruit volgen; blijft naast het formulier staan. */
export function PipPaneel({ pip }: { pip: PipDetail }) {
  const ik = useIk();
  const magVaststellen = ik.data?.mag.includes('pip.vaststellen') ?? false;
  const { wet, duo, verder, alle } = nogTeDoen(pip, magVaststellen);
  const aantal = alle.length;
  return (
    <aside id={veldId('controle')} className="pip-paneel m-stack" aria-label="Controle van het PIP">
      <Card title={aantal === 0 ? 'Alles wat nodig is staat er' : `Nog te doen: ${aantal}`}>
        <div className="m-stack m-stack--tight" aria-live="polite">
          {aantal > 0 && pip.handelingen.wijzigen.mag && (
            <p className="m-quiet">
              <Kbd>Alt</Kbd> + <Kbd>N</Kbd> gaat naar het volgende punt.
            </p>
          )}
          {aantal === 0 && <p className="m-met">De wet en DUO vragen niets meer.</p>}
          <Punten titel="De wet vraagt" redenen={wet} dossierId={pip.dossierId} />
          <Punten titel="DUO weigert anders" redenen={duo} dossierId={pip.dossierId} />
          <Punten titel="Verder nodig" redenen={verder} dossierId={pip.dossierId} />
          <Punten titel="Let op" redenen={pip.controle.waarschuwingen} dossierId={pip.dossierId} />
        </div>
      </Card>
      <Termijnen controle={pip.controle} />
    </aside>
  );
}

type PuntenProps = { titel: string; redenen: readonly Reden[]; dossierId: string };

/** Redenen in volle zinnen; een reden bij een veld springt ernaartoe. */
export function Punten({ titel, redenen, dossierId }: PuntenProps) {
  if (redenen.length === 0) return null;
  return (
    <section>
      <h3 className="pip-paneel__kop">{titel}</h3>
      <ul className="pip-paneel__lijst">
        {redenen.map((reden) => (
          <li key={`${reden.code}${reden.veld ?? ''}`}>
            <Punt reden={reden} dossierId={dossierId} />
            {reden.grondslag && (
              <a
                className="m-quiet pip-paneel__wet"
                href={reden.grondslag.link}
                target="_blank"
                rel="noreferrer"
              >
                {reden.grondslag.artikel}
                <span className="m-hidden"> (opent in een nieuw tabblad)</span>
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Punt({ reden, dossierId }: { reden: Reden; dossierId: string }): ReactNode {
  const { veld } = reden;
  if (reden.actie === 'intake') {
    return <Link href={`/inburgeraars/${dossierId}/intake`}>{reden.tekst}</Link>;
  }
  if (!veld || veld === 'dagtekening') return reden.tekst;
  return (
    <button type="button" className="m-link-button" onClick={() => naarVeld(veld)}>
      {reden.tekst}
    </button>
  );
}

function Termijnen({ controle }: { controle: PipControle }) {
  const { pipTermijn, inburgeringstermijn: termijn, bezwaar } = controle;
  return (
    <Card title="Dagen">
      <dl className="pip-paneel__dagen">
        {pipTermijn && (
          <div>
            <dt>PIP uiterlijk</dt>
            <dd>
              <Waarom uitleg={pipTermijn.uitleg}>
                {pipTermijn.laatsteDag ? formatDate(pipTermijn.laatsteDag) : 'nog niet te bepalen'}
              </Waarom>
            </dd>
          </div>
        )}
        {termijn && (
          <div>
            <dt>
              {termijn.van === 'duo'
                ? 'Inburgeringstermijn (DUO)'
                : 'Inburgeringstermijn, verwacht'}
            </dt>
            <dd>
              {formatDate(termijn.begin, 'datum')} tot en met{' '}
              <Waarom uitleg={termijn.uitleg}>{formatDate(termijn.laatsteDag, 'datum')}</Waarom>
            </dd>
          </div>
        )}
        <div>
          <dt>Bezwaar tot en met</dt>
          <dd>
            <Waarom uitleg={bezwaar.uitleg}>{formatDate(bezwaar.laatsteDag)}</Waarom>
          </dd>
        </div>
      </dl>
      <p className="m-quiet">
        Gerekend met {formatDate(controle.dagtekening, 'datum')} als dagtekening.
      </p>
    </Card>
  );
}
