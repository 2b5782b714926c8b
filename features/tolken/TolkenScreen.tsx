import { useSearchParams } from '../../web/ui/layout/Link.tsx';
import { PageTitle } from '../../web/ui/layout/PageTitle.tsx';
import { Tabs } from '../../web/ui/layout/Tabs.tsx';
import { Inzetten } from './scherm/Inzetten.tsx';
import { Jaar } from './scherm/Jaar.tsx';
import { Nodig } from './scherm/Nodig.tsx';
import { Rooster } from './scherm/Rooster.tsx';
import { Week } from './scherm/Week.tsx';
import './tolken.css';

const DELEN = [
  { naam: 'Rooster', waarde: '' },
  { naam: 'Week', waarde: 'week' },
  { naam: 'Nog te boeken', waarde: 'nodig' },
  { naam: 'Boekingen', waarde: 'inzet' },
  { naam: 'Kosten per jaar', waarde: 'jaar' },
] as const;

/** Interpreters of the region: who there is, when, for whom, and what it costs. */
export function TolkenScreen() {
  const [zoek, wijzig] = useSearchParams();
  const deel = zoek.deel ?? '';
  const props = { zoek, wijzig };
  return (
    <div className="m-stack">
      <PageTitle
        title="Tolken"
        lead="Wie tolkt welke taal, wie is wanneer vrij, en wat kost het?"
      />
      <Tabs
        label="Onderdelen van tolken"
        tabs={DELEN.map(({ naam, waarde }) => ({
          naam,
          href: `/tolken${waarde ? `?deel=${waarde}` : ''}`,
          actief: deel === waarde,
        }))}
      />
      {deel === '' && <Rooster {...props} />}
      {deel === 'week' && <Week {...props} />}
      {deel === 'nodig' && <Nodig {...props} />}
      {deel === 'inzet' && <Inzetten {...props} />}
      {deel === 'jaar' && <Jaar {...props} />}
    </div>
  );
}
