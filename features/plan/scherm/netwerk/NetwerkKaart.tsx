import { useState } from 'react';
import { formatDate } from '../../../../web/dates.ts';
import { Badge } from '../../../../web/ui/data/Badge.tsx';
import { EmptyState } from '../../../../web/ui/feedback/States.tsx';
import { Button } from '../../../../web/ui/form/Button.tsx';
import { Card } from '../../../../web/ui/layout/Card.tsx';
import type { Deling, Partner, Plan } from '../../plan.schema.ts';
import { DELING_GRONDSLAG } from '../namen.schema.ts';
import { DelingForm } from './DelingForm.tsx';
import { LinkDialoog } from './LinkDialoog.tsx';
import { PartnerForm } from './PartnerForm.tsx';
import { PartnerLinks } from './PartnerLinks.tsx';
import { StopForm } from './StopForm.tsx';

type Open =
  | { soort: 'partner'; partner?: Partner }
  | { soort: 'deling'; partner: Partner; deling?: Deling }
  | { soort: 'stop'; partner: Partner; deling: Deling }
  | { soort: 'link'; partner: Partner };
type Doen = { mag: boolean; open: (wat: Open) => void };

function DelingRegel({ partner, deling, mag, open }: Doen & { partner: Partner; deling: Deling }) {
  return (
    <li className="plan-deling">
      <div>
        <p>{deling.wat.join(', ')}</p>
        <p className="m-quiet">
          {DELING_GRONDSLAG[deling.grondslag]}: {deling.toelichting}
        </p>
      </div>
      {mag && (
        <span className="plan-taak__acts">
          <Button
            look="quiet"
            aria-label={`Wijzig wat ${partner.naam} krijgt`}
            onClick={() => open({ soort: 'deling', partner, deling })}
          >
            Wijzig
          </Button>
          <Button
            look="quiet"
            aria-label={`Stop met delen met ${partner.naam}`}
            onClick={() => open({ soort: 'stop', partner, deling })}
          >
            Stop
          </Button>
        </span>
      )}
    </li>
  );
}

function Gedeeld({ partner, ...doen }: Doen & { partner: Partner }) {
  const actief = partner.delingen.filter((d) => d.actief);
  const gestopt = partner.delingen.filter((d) => d.tot && !d.actief);
  return (
    <div className="plan-partner__deel">
      <p className="plan-partner__label">
        Krijgt van ons{actief.length === 0 && ': niets'}
        {actief.length === 0 &&
          gestopt.length > 0 &&
          `, gestopt op ${formatDate(gestopt[0]?.tot ?? '')}`}
      </p>
      {actief.length > 0 && (
        <ul className="plan-delingen">
          {actief.map((d) => (
            <DelingRegel key={d.delingId} partner={partner} deling={d} {...doen} />
          ))}
        </ul>
      )}
    </div>
  );
}

const bereik = ({ telefoon, email }: Partner) => [telefoon, email].filter(Boolean).join(' · ');

function PartnerRegel({ plan, partner, ...doen }: Doen & { plan: Plan; partner: Partner }) {
  const { naam, rol, organisatie, waarom, vanaf, tot, actief } = partner;
  const taken = plan.afspraken.some(
    (a) => a.wie.netwerkId === partner.netwerkId && a.staat === 'open',
  );
  return (
    <li className={actief ? 'plan-partner' : 'plan-partner plan-partner--voorbij'}>
      <div className="plan-partner__kop">
        <div>
          <h4>{naam}</h4>
          <p className="m-quiet">
            {rol}
            {organisatie && `, ${organisatie}`} · sinds {formatDate(vanaf)}
            {tot && ` tot ${formatDate(tot)}`}
          </p>
        </div>
        {!actief && <Badge>helpt niet meer mee</Badge>}
        {doen.mag && (
          <Button
            look="quiet"
            aria-label={`Wijzig ${naam}`}
            onClick={() => doen.open({ soort: 'partner', partner })}
          >
            Wijzig
          </Button>
        )}
      </div>
      <p>{waarom}</p>
      {bereik(partner) && <p className="m-quiet">{bereik(partner)}</p>}
      {(actief || partner.delingen.some((d) => d.actief)) && (
        <Gedeeld partner={partner} {...doen} />
      )}
      <PartnerLinks plan={plan} partner={partner} />
      {doen.mag && actief && (
        <div className="plan-knoppen">
          <Button
            look="quiet"
            icon="plus"
            aria-label={`Deel gegevens met ${naam}`}
            onClick={() => doen.open({ soort: 'deling', partner })}
          >
            Deel gegevens
          </Button>
          {taken && partner.geenLink && (
            <span className="m-quiet plan-partner__reden">Geen link: {partner.geenLink}</span>
          )}
          {taken && !partner.geenLink && (
            <Button
              look="quiet"
              icon="verbinding"
              aria-label={`Vraag om antwoord van ${naam}`}
              onClick={() => doen.open({ soort: 'link', partner })}
            >
              Vraag om antwoord
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

function Formulieren({ plan, open, sluit }: { plan: Plan; open: Open; sluit: () => void }) {
  switch (open.soort) {
    case 'partner':
      return <PartnerForm plan={plan} partner={open.partner} sluit={sluit} />;
    case 'deling':
      return <DelingForm plan={plan} partner={open.partner} deling={open.deling} sluit={sluit} />;
    case 'stop':
      return <StopForm partner={open.partner} deling={open.deling} sluit={sluit} />;
    case 'link':
      return <LinkDialoog plan={plan} partner={open.partner} sluit={sluit} />;
  }
}

/** Who helps and why, and what each of them gets from us. */
export function NetwerkKaart({ plan }: { plan: Plan }) {
  const [open, setOpen] = useState<Open>();
  const doen = { mag: plan.mag.bewerken, open: setOpen };
  return (
    <Card
      title="Netwerk"
      level={3}
      action={
        doen.mag && (
          <Button look="quiet" icon="plus" onClick={() => setOpen({ soort: 'partner' })}>
            Partner
          </Button>
        )
      }
    >
      {plan.netwerk.length === 0 ? (
        <EmptyState title="Er helpt nog niemand mee.">
          Denk aan een taalmaatje, een buddy, een vereniging of een ervaringsdeskundige.
        </EmptyState>
      ) : (
        <ul className="plan-netwerk">
          {plan.netwerk.map((p) => (
            <PartnerRegel key={p.netwerkId} plan={plan} partner={p} {...doen} />
          ))}
        </ul>
      )}
      {open && <Formulieren plan={plan} open={open} sluit={() => setOpen(undefined)} />}
    </Card>
  );
}
