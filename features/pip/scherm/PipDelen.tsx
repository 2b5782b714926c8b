import { Outlet, useRouter } from '@tanstack/react-router';
import { usePathParam } from '../../../web/ui/layout/Link.tsx';
import { Tabs } from '../../../web/ui/layout/Tabs.tsx';

const DELEN = [
  { naam: 'PIP', pad: '' },
  { naam: 'Leerroutes', pad: '/route' },
  { naam: 'Week', pad: '/week' },
  { naam: 'Brieven', pad: '/brieven' },
];
const PIP = '/inburgeraars/$dossierId/pip';

/** Het tabblad PIP met zijn bladzijden; een bladzijde staat in de rij zodra zij er is. */
export function PipDelen() {
  const dossierId = usePathParam('dossierId');
  const paden = useRouter().routesByPath as Record<string, unknown>;
  const tabs = DELEN.filter(({ pad }) => pad === '' || `${PIP}${pad}` in paden).map(
    ({ naam, pad }) => ({ naam, href: `/inburgeraars/${dossierId}/pip${pad}` }),
  );
  return (
    <div className="m-stack">
      {tabs.length > 1 && <Tabs label="Delen van het PIP" tabs={tabs} />}
      <Outlet />
    </div>
  );
}
