import { formatDate } from '../../../../web/dates.ts';
import { Badge } from '../../../../web/ui/data/Badge.tsx';
import { ErrorState } from '../../../../web/ui/feedback/States.tsx';
import { Button } from '../../../../web/ui/form/Button.tsx';
import type { Link, Partner, Plan } from '../../plan.schema.ts';
import { LINKSTAAT } from '../namen.schema.ts';
import { useVastleggen } from '../vragen.tsx';

const HOOGSTENS = 3;

function LinkRegel({ plan, partner, link }: { plan: Plan; partner: Partner; link: Link }) {
  const trekIn = useVastleggen(
    `links/${link.linkId}/_intrekken`,
    'De link is ingetrokken.',
    () => {},
  );
  const taak = plan.afspraken.find((a) => a.planId === link.planId)?.wat;
  const werkt = link.staat === 'werkt';
  return (
    <li className="plan-link">
      <div>
        <Badge tone={werkt ? 'outside' : 'neutral'}>{LINKSTAAT[link.staat]}</Badge>
        <p className="m-quiet">
          {taak ?? 'alle open afspraken'} · gemaakt door {link.gemaaktDoor}
          {werkt && ` · tot en met ${formatDate(link.totEnMet)}`}
          {link.laatstGebruikt
            ? ` · geopend ${formatDate(link.laatstGebruikt.slice(0, 10))}`
            : werkt && ' · nog niet geopend'}
        </p>
        {trekIn.isError && <ErrorState error={trekIn.error} />}
      </div>
      {werkt && plan.mag.bewerken && (
        <Button
          look="quiet"
          busy={trekIn.isPending}
          aria-label={`Trek de link van ${partner.naam} in`}
          onClick={() => trekIn.mutate({})}
        >
          Trek in
        </Button>
      )}
    </li>
  );
}

/** The links that this partner got, newest first. */
export function PartnerLinks({ plan, partner }: { plan: Plan; partner: Partner }) {
  const links = partner.links.slice(0, HOOGSTENS);
  if (links.length === 0) return null;
  return (
    <ul className="plan-links" aria-label={`Links voor ${partner.naam}`}>
      {links.map((link) => (
        <LinkRegel key={link.linkId} plan={plan} partner={partner} link={link} />
      ))}
    </ul>
  );
}
