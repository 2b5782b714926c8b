import { useState } from 'react';
import { formatDate } from '../../../../web/dates.ts';
import { Badge, SourceLabel } from '../../../../web/ui/data/Badge.tsx';
import { Button } from '../../../../web/ui/form/Button.tsx';
import { Card } from '../../../../web/ui/layout/Card.tsx';
import type { Gesprek, Gesprekken, Vastgelegd } from '../../gesprek/gesprek.schema.ts';
import type { Intake } from '../../intake.schema.ts';
import { GesprekDialoog } from './GesprekDialoog.tsx';

const TOLK = {
  aanwezig: 'tolk aanwezig',
  telefoon: 'tolk aan de telefoon',
  video: 'tolk via beeld',
  geen: 'zonder tolk',
} as const;

/** 'met partner, tolk aan de telefoon (Tigrinya)' */
function wieErbij({ erbij, tolk, tolkTaal }: Gesprek): string {
  const metTolk = tolk && `${TOLK[tolk]}${tolkTaal && tolk !== 'geen' ? ` (${tolkTaal})` : ''}`;
  const wie = erbij?.length === 0 ? 'alleen met de persoon' : erbij && `met ${erbij.join(', ')}`;
  return [wie ?? 'niet vastgelegd wie erbij was', metTolk].filter(Boolean).join(', ');
}

function Regels({ rijen, gebieden }: { rijen: Vastgelegd[]; gebieden: Intake['leefgebieden'] }) {
  return gebieden
    .map((gebied) => ({ ...gebied, rijen: rijen.filter((r) => r.leefgebied === gebied.id) }))
    .filter((gebied) => gebied.rijen.length > 0)
    .map((gebied) => (
      <div key={gebied.id}>
        <h4 className="gesprekken__gebied">{gebied.naam}</h4>
        <dl className="gesprekken__regels">
          {gebied.rijen.map((rij) => (
            <div key={rij.feitId}>
              <dt>{rij.tekst}</dt>
              <dd>
                {rij.antwoord} {rij.later && <Badge>daarna veranderd</Badge>}
              </dd>
            </div>
          ))}
        </dl>
      </div>
    ));
}

type UitklapProps = {
  titel: string;
  onder: string;
  rijen: Vastgelegd[];
  gebieden: Intake['leefgebieden'];
  bronnen?: string[];
};

function Uitklap({ titel, onder, rijen, gebieden, bronnen = [] }: UitklapProps) {
  return (
    <details className="gesprekken__een">
      <summary>
        <strong>{titel}</strong>{' '}
        <span className="m-quiet">
          {rijen.length} {rijen.length === 1 ? 'antwoord' : 'antwoorden'} · {onder}
        </span>{' '}
        {bronnen.map((bron) => (
          <SourceLabel key={bron} bron={bron} />
        ))}
      </summary>
      {rijen.length === 0 ? (
        <p className="m-quiet">In dit gesprek is nog niets vastgelegd.</p>
      ) : (
        <Regels rijen={rijen} gebieden={gebieden} />
      )}
    </details>
  );
}

type KaartProps = {
  intake: Intake;
  gesprekken: Gesprekken;
  gesprekId: string | null;
  kies: (afspraakId: string | null) => void;
  /** Zonder verbinding kan er geen gesprek beginnen; wat er was blijft te lezen. */
  vast?: boolean;
};

function Nu({
  gesprek,
  kies,
  vast,
  onWie,
  onBegin,
}: {
  gesprek: Gesprek | undefined;
  kies: KaartProps['kies'];
  vast?: boolean;
  onWie: () => void;
  onBegin: () => void;
}) {
  if (!gesprek) {
    return (
      <div className="m-row m-row--between">
        <p className="m-quiet">Er loopt nu geen gesprek. Wat u invult staat los van een gesprek.</p>
        {!vast && (
          <Button icon="plus" onClick={onBegin}>
            Gesprek beginnen…
          </Button>
        )}
      </div>
    );
  }
  return (
    <div className="m-row m-row--between">
      <p>
        <strong>
          Gesprek van {gesprek.vandaag ? 'vandaag' : formatDate(gesprek.datum, 'datum')} om{' '}
          {gesprek.tijd}
        </strong>{' '}
        <span className="m-quiet">
          {gesprek.plaats} · {wieErbij(gesprek)}
        </span>
      </p>
      {!vast && (
        <span className="m-row">
          <Button icon="mensen" onClick={onWie}>
            Wie is erbij?
          </Button>
          <Button look="quiet" onClick={() => kies(null)}>
            Gesprek afsluiten
          </Button>
        </span>
      )}
    </div>
  );
}

/** Het gesprek dat nu loopt. */
export function DitGesprek({ intake, gesprekken, gesprekId, kies, vast }: KaartProps) {
  const [open, setOpen] = useState<'wie' | 'begin' | null>(null);
  const nu = gesprekken.gesprekken.find((g) => g.afspraakId === gesprekId);
  return (
    <div className="gesprek-nu">
      <Nu
        gesprek={nu}
        kies={kies}
        vast={vast}
        onWie={() => setOpen('wie')}
        onBegin={() => setOpen('begin')}
      />
      {open && (
        <GesprekDialoog
          intake={intake}
          gesprek={open === 'wie' ? (nu ?? null) : null}
          onBegonnen={kies}
          onSluit={() => setOpen(null)}
        />
      )}
    </div>
  );
}

/** Wat in elk gesprek is gezegd, met wie erbij was. */
export function EerdereGesprekken({
  intake,
  gesprekken,
}: Pick<KaartProps, 'intake' | 'gesprekken'>) {
  const { gesprekken: lijst, daarbuiten } = gesprekken;
  if (lijst.length === 0 && daarbuiten.length === 0) return null;
  const bronnen = [...new Set(daarbuiten.map((r) => r.bron))].slice(0, 3);
  return (
    <Card title="Wat er per gesprek is vastgelegd">
      <div className="gesprekken">
        {lijst.toReversed().map((g) => (
          <Uitklap
            key={g.afspraakId}
            titel={formatDate(g.datum)}
            onder={wieErbij(g)}
            rijen={g.vastgelegd}
            gebieden={intake.leefgebieden}
          />
        ))}
        {daarbuiten.length > 0 && (
          <Uitklap
            titel="Buiten een gesprek"
            onder="eerder opgegeven of later aangevuld"
            rijen={daarbuiten}
            gebieden={intake.leefgebieden}
            bronnen={bronnen}
          />
        )}
      </div>
    </Card>
  );
}
