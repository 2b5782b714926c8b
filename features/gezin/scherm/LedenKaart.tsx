import { formatDate } from '../../../web/dates.ts';
import { Badge } from '../../../web/ui/data/Badge.tsx';
import { Card } from '../../../web/ui/layout/Card.tsx';
import { Icon } from '../../../web/ui/layout/Icon.tsx';
import { Link } from '../../../web/ui/layout/Link.tsx';
import { LEERROUTE } from '../../shared/woorden.schema.ts';
import type { Gezinsbeeld, Lid } from '../gezin.schema.ts';
import { PIP_STAAT, RELATIE, SOORT } from '../woorden.schema.ts';

function Pip({ lid }: { lid: Lid }) {
  const { staat, dagtekening, uiterlijk } = lid.pip;
  return (
    <>
      {PIP_STAAT[staat]}
      {dagtekening && ` op ${formatDate(dagtekening, 'datum')}`}
      {uiterlijk && <span className="m-quiet"> uiterlijk {formatDate(uiterlijk, 'datum')}</span>}
    </>
  );
}

function Afspraak({ afspraak }: { afspraak: Lid['volgendeAfspraak'] }) {
  if (!afspraak) return <span className="m-quiet">geen afspraak</span>;
  return (
    <>
      {formatDate(afspraak.datum)} om {afspraak.tijd}
      <span className="m-quiet">
        {' '}
        {SOORT[afspraak.soort]?.toLowerCase()}
        {afspraak.samen && ', samen met het gezin'}
      </span>
    </>
  );
}

function LidBlok({ lid }: { lid: Lid }) {
  const { belemmering } = lid;
  return (
    <li className="gezin-lid">
      <div className="m-row m-row--between">
        <h3>
          {lid.relatie === 'zelf' ? (
            lid.naam
          ) : (
            <Link href={`/inburgeraars/${lid.dossierId}/gezin`}>{lid.naam}</Link>
          )}{' '}
          <span className="m-quiet">{RELATIE[lid.relatie]}</span>
        </h3>
        {belemmering.staat === 'houdt-tegen' && (
          <Badge tone="late">opvang houdt de les tegen</Badge>
        )}
        {belemmering.staat === 'let-op' && <Badge tone="near">let op de opvang</Badge>}
      </div>
      <dl className="gezin-feiten">
        <div>
          <dt>PIP</dt>
          <dd>
            <Pip lid={lid} />
          </dd>
        </div>
        <div>
          <dt>Leerroute</dt>
          <dd>{LEERROUTE[lid.leerroute ?? 'geen']}</dd>
        </div>
        <div>
          <dt>Termijn tot en met</dt>
          <dd>
            {lid.termijnTot ? (
              formatDate(lid.termijnTot, 'datum')
            ) : (
              <span className="m-quiet">loopt nog niet</span>
            )}
          </dd>
        </div>
        <div>
          <dt>Volgende afspraak</dt>
          <dd>
            <Afspraak afspraak={lid.volgendeAfspraak} />
          </dd>
        </div>
        <div>
          <dt>Nu</dt>
          <dd>
            {lid.voorstel}
            {lid.voorstelUiterlijk && (
              <span className="m-quiet">
                {' '}
                uiterlijk {formatDate(lid.voorstelUiterlijk, 'datum')}
              </span>
            )}
          </dd>
        </div>
        <div>
          <dt>Bijstand</dt>
          <dd>
            {lid.bijstandVanaf ? (
              `sinds ${formatDate(lid.bijstandVanaf, 'datum')}`
            ) : (
              <span className="m-quiet">niet bekend</span>
            )}
          </dd>
        </div>
      </dl>
      {belemmering.staat !== 'vrij' && (
        <p className="gezin-let-op">
          <Icon name="letop" size={16} /> {belemmering.tekst}
        </p>
      )}
    </li>
  );
}

/** Iedereen van het gezin met een eigen dossier, en hoe ver elk van hen is. */
export function LedenKaart({ beeld, dossierId }: { beeld: Gezinsbeeld; dossierId: string }) {
  const klantmanagers = new Set(beeld.leden.map((l) => l.klantmanager ?? 'niemand'));
  return (
    <Card
      title="Wie hoort bij het gezin"
      action={<Link href={`/inburgeraars/${dossierId}`}>Gezinslid koppelen</Link>}
    >
      <ul className="gezin-leden">
        {beeld.leden.map((lid) => (
          <LidBlok key={lid.dossierId} lid={lid} />
        ))}
      </ul>
      {beeld.leden.length === 1 && (
        <p className="m-quiet">
          Er is nog geen ander gezinslid met een dossier gekoppeld. Dat doet u in het overzicht.
        </p>
      )}
      {klantmanagers.size > 1 && (
        <p className="m-quiet">
          Het gezin heeft meer klantmanagers: {[...klantmanagers].join(', ')}. Spreek af wie met wie
          praat.
        </p>
      )}
    </Card>
  );
}
