import { useState } from 'react';
import { formatDate } from '../../../web/dates.ts';
import { Badge, TermijnBadge } from '../../../web/ui/data/Badge.tsx';
import { Alert } from '../../../web/ui/feedback/Alert.tsx';
import { EmptyState } from '../../../web/ui/feedback/States.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { Card } from '../../../web/ui/layout/Card.tsx';
import { TALEN } from '../../shared/talen.schema.ts';
import type { Afspraak, Plan } from '../plan.schema.ts';
import { AfspraakForm } from './AfspraakForm.tsx';
import { DoelForm } from './DoelForm.tsx';
import { ANTWOORD, GRONDSLAG, gebiedNaam } from './namen.schema.ts';

type Doel = Plan['doelen'][number];
type Open =
  | { soort: 'doel'; doel?: Doel }
  | { soort: 'afspraak'; afspraak?: Afspraak; doelId?: string; staat?: Afspraak['staat'] };

type Doen = { mag: boolean; open: (wat: Open) => void };

function Antwoord({ afspraak }: { afspraak: Afspraak }) {
  const { antwoord, wie } = afspraak;
  if (!antwoord || antwoord.uitkomst === 'gedaan') return null;
  return (
    <p className="plan-taak__antwoord">
      <strong>
        {wie.naam}: {ANTWOORD[antwoord.uitkomst]}
      </strong>{' '}
      ({formatDate(antwoord.op, 'kort')}){antwoord.tekst ? `. “${antwoord.tekst}”` : ''}
    </p>
  );
}

function Taak({ afspraak, mag, open }: Doen & { afspraak: Afspraak }) {
  const { staat, wat, wie, uiterlijk, dagenOver, grondslag, antwoord } = afspraak;
  const klaar = staat !== 'open';
  return (
    <li className={klaar ? 'plan-taak plan-taak--klaar' : 'plan-taak'}>
      <div className="plan-taak__wat">
        <span>{wat}</span>
        <span className="m-quiet">
          {wie.soort === 'inburgeraar' ? 'zelf' : wie.naam} · {GRONDSLAG[grondslag]}
          {uiterlijk && ` · uiterlijk ${formatDate(uiterlijk)}`}
          {antwoord?.uitkomst === 'gedaan' && ` · gemeld door ${wie.naam}`}
        </span>
        <Antwoord afspraak={afspraak} />
      </div>
      {klaar ? (
        <Badge tone={staat === 'gedaan' ? 'met' : 'neutral'}>{staat}</Badge>
      ) : (
        dagenOver !== null && <TermijnBadge dagen={dagenOver} />
      )}
      {mag && (
        <span className="plan-taak__acts">
          {!klaar && (
            <Button
              look="quiet"
              aria-label={`Gedaan: ${wat}`}
              onClick={() => open({ soort: 'afspraak', afspraak, staat: 'gedaan' })}
            >
              Gedaan
            </Button>
          )}
          <Button
            look="quiet"
            aria-label={`${antwoord && !klaar ? 'Reageer op' : 'Wijzig'}: ${wat}`}
            onClick={() => open({ soort: 'afspraak', afspraak })}
          >
            {antwoord && !klaar ? 'Reageer' : 'Wijzig'}
          </Button>
        </span>
      )}
    </li>
  );
}

const STAAT_BADGE = {
  actief: null,
  bereikt: <Badge tone="met">bereikt</Badge>,
  losgelaten: <Badge>losgelaten</Badge>,
} as const;

function DoelBlok({ plan, doel, ...doen }: Doen & { plan: Plan; doel: Doel }) {
  const taken = plan.afspraken.filter((a) => a.doelId === doel.doelId);
  const { richting } = TALEN[doel.taal];
  return (
    <li className={doel.staat === 'actief' ? 'plan-doel' : 'plan-doel plan-doel--voorbij'}>
      <div className="plan-doel__kop">
        <div>
          <p className="m-quiet">
            {gebiedNaam(plan, doel.leefgebied)}
            {doel.aandachtspunt && ` · ${doel.aandachtspunt}`}
          </p>
          <h3 className="plan-doel__eigen" lang={doel.taal} dir={richting}>
            {doel.eigenWoorden}
          </h3>
          {doel.taal !== 'nl' && <p>{doel.nederlands}</p>}
          {doel.toelichting && <p className="m-quiet">{doel.toelichting}</p>}
        </div>
        <div className="plan-doel__acts">
          {STAAT_BADGE[doel.staat]}
          {doen.mag && (
            <Button
              look="quiet"
              aria-label={`Wijzig doel: ${doel.nederlands}`}
              onClick={() => doen.open({ soort: 'doel', doel })}
            >
              Wijzig
            </Button>
          )}
        </div>
      </div>
      {taken.length > 0 && (
        <ul className="plan-taken">
          {taken.map((a) => (
            <Taak key={a.planId} afspraak={a} {...doen} />
          ))}
        </ul>
      )}
      {doen.mag && doel.staat === 'actief' && (
        <Button
          look="quiet"
          icon="plus"
          aria-label={`Afspraak bij: ${doel.nederlands}`}
          onClick={() => doen.open({ soort: 'afspraak', doelId: doel.doelId })}
        >
          Afspraak
        </Button>
      )}
    </li>
  );
}

/** What asks for an answer now: what a partner said, and what is past its day. */
function Aandacht({ plan }: { plan: Plan }) {
  const open = plan.afspraken.filter((a) => a.staat === 'open');
  const gezegd = open.filter((a) => a.antwoord);
  const laat = open.filter((a) => (a.dagenOver ?? 0) < 0);
  if (gezegd.length + laat.length === 0) return null;
  const delen = [
    ...gezegd.map((a) => `${a.wie.naam} antwoordde op “${a.wat}”.`),
    ...(laat.length > 0
      ? [
          laat.length === 1
            ? 'Eén afspraak is voorbij haar dag.'
            : `${laat.length} afspraken zijn voorbij hun dag.`,
        ]
      : []),
  ];
  return (
    <Alert tone="warning" title="Dit vraagt aandacht.">
      {delen.join(' ')}
    </Alert>
  );
}

/** Goals in own words, with who does what below them. */
export function DoelenKaart({ plan }: { plan: Plan }) {
  const [open, setOpen] = useState<Open>();
  const sluit = () => setOpen(undefined);
  const los = plan.afspraken.filter((a) => !plan.doelen.some((d) => d.doelId === a.doelId));
  const doen = { mag: plan.mag.bewerken, open: setOpen };
  return (
    <Card
      title="Doelen en afspraken"
      level={3}
      action={
        doen.mag && (
          <div className="plan-knoppen">
            <Button look="quiet" icon="plus" onClick={() => setOpen({ soort: 'afspraak' })}>
              Afspraak
            </Button>
            <Button look="primary" icon="plus" onClick={() => setOpen({ soort: 'doel' })}>
              Doel
            </Button>
          </div>
        )
      }
    >
      <div className="m-stack">
        <Aandacht plan={plan} />
        {plan.doelen.length + los.length === 0 && (
          <EmptyState title="Er is nog geen doel.">
            Vraag in het gesprek wat de persoon wil bereiken, en schrijf het op in haar eigen
            woorden.
          </EmptyState>
        )}
        {plan.doelen.length > 0 && (
          <ul className="plan-doelen">
            {plan.doelen.map((doel) => (
              <DoelBlok key={doel.doelId} plan={plan} doel={doel} {...doen} />
            ))}
          </ul>
        )}
        {los.length > 0 && (
          <div>
            <h4 className="plan-los">Andere afspraken</h4>
            <ul className="plan-taken">
              {los.map((a) => (
                <Taak key={a.planId} afspraak={a} {...doen} />
              ))}
            </ul>
          </div>
        )}
      </div>
      {open?.soort === 'doel' && <DoelForm plan={plan} doel={open.doel} sluit={sluit} />}
      {open?.soort === 'afspraak' && (
        <AfspraakForm
          plan={plan}
          afspraak={open.afspraak}
          doelId={open.doelId}
          staat={open.staat}
          sluit={sluit}
        />
      )}
    </Card>
  );
}
