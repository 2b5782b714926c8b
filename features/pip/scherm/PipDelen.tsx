import { useQuery } from '@tanstack/react-query';
import { Outlet, useRouter } from '@tanstack/react-router';
import { api, type Problem } from '../../../web/api.ts';
import { usePathParam } from '../../../web/ui/layout/Link.tsx';
import { Tabs } from '../../../web/ui/layout/Tabs.tsx';
import type { PipLijst } from '../pip.schema.ts';

/** Wisselen kan pas als er een PIP geldt. */
const WISSELEN = '/wissel';
const DELEN = [
  { naam: 'PIP', pad: '' },
  { naam: 'Leerroutes', pad: '/route' },
  { naam: 'Week', pad: '/week' },
  { naam: 'Brieven', pad: '/brieven' },
  { naam: 'Wisselen', pad: WISSELEN },
];
const PIP = '/inburgeraars/$dossierId/pip';

/** Het tabblad PIP met zijn bladzijden; een bladzijde staat in de rij zodra zij er is. */
export function PipDelen() {
  const dossierId = usePathParam('dossierId');
  const paden = useRouter().routesByPath as Record<string, unknown>;
  const lijst = useQuery<PipLijst, Problem>({
    queryKey: ['pips', dossierId],
    queryFn: ({ signal }) => api.get<PipLijst>(`/v1/dossiers/${dossierId}/pips`, { signal }),
  });
  const geldt = lijst.data?.items.some((i) => i.geldend) ?? false;
  const tabs = DELEN.filter(({ pad }) => pad === '' || `${PIP}${pad}` in paden)
    .filter(({ pad }) => pad !== WISSELEN || geldt)
    .map(({ naam, pad }) => ({ naam, href: `/inburgeraars/${dossierId}/pip${pad}` }));
  return (
    <div className="m-stack">
      {tabs.length > 1 && <Tabs label="Delen van het PIP" tabs={tabs} />}
      <Outlet />
    </div>
  );
}
