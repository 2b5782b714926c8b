import type { Ik } from '../ik.ts';
import type { IconName } from '../ui/layout/Icon.tsx';

export type NavItem = {
  naam: string;
  href: string;
  icon: IconName;
  /** Permission from `ik.mag`; without it everyone sees the page. */
  mag?: string;
  /** Only in the practice environment. */
  demo?: true;
  teller?: keyof Ik['tellers'];
  /** Nobody begins here. */
  beside?: true;
};

const REGELS = '/regels';

type NavGroup = { naam?: string; items: NavItem[] };

/** Everything in the sidebar; a new page adds one line. */
const NAV: NavGroup[] = [
  {
    items: [
      {
        naam: 'Vandaag',
        href: '/',
        icon: 'vandaag',
        mag: 'dossier.inzien',
        teller: 'vandaag',
      },
      { naam: 'Inburgeraars', href: '/inburgeraars', icon: 'mensen', mag: 'dossier.lezen' },
      { naam: 'Agenda', href: '/agenda', icon: 'agenda', mag: 'agenda.lezen' },
      {
        naam: 'Postvak',
        href: '/postvak',
        icon: 'postvak',
        mag: 'postvak.behandelen',
        teller: 'postvak',
      },
    ],
  },
  {
    naam: 'Plannen',
    items: [
      { naam: 'PIP op tijd', href: '/prognose', icon: 'tijd', mag: 'intake.lezen', beside: true },
      {
        naam: 'Leerbaarheidstoets',
        href: '/toetszittingen',
        icon: 'proef',
        mag: 'toets.plannen',
        beside: true,
      },
      { naam: 'Tolken', href: '/tolken', icon: 'mensen', mag: 'tolk.lezen', beside: true },
      {
        naam: 'Kinderopvang',
        href: '/kinderopvang',
        icon: 'agenda',
        mag: 'plan.lezen',
        beside: true,
      },
    ],
  },
  {
    naam: 'Keten',
    items: [
      {
        naam: 'Besluiten',
        href: '/besluiten',
        icon: 'document',
        mag: 'besluit.lezen',
        beside: true,
      },
      { naam: 'COA', href: '/coa', icon: 'verdeling', mag: 'coa.lezen', beside: true },
      {
        naam: 'Verzendingen',
        href: '/verzendingen',
        icon: 'verzendingen',
        mag: 'verzending.lezen',
        teller: 'verbindingen',
      },
      {
        naam: 'Afstemming',
        href: '/afstemming',
        icon: 'vink',
        mag: 'afstemming.lezen',
      },
      {
        naam: 'Verhuizingen',
        href: '/verhuizingen',
        icon: 'mensen',
        mag: 'verhuizing.lezen',
      },
      {
        naam: 'Zelf invoeren',
        href: '/portaal',
        icon: 'document',
        mag: 'portaal.lezen',
      },
      {
        naam: 'Instellingen',
        href: '/instellingen',
        icon: 'boek',
        mag: 'dossier.inzien',
      },
      { naam: 'Regels', href: REGELS, icon: 'boek' },
    ],
  },
  {
    naam: 'Beheer',
    items: [
      {
        naam: 'Taakverdeling',
        href: '/beheer/taakverdeling',
        icon: 'verdeling',
        mag: 'taakverdeling.lezen',
      },
      {
        naam: 'Lokaal beleid',
        href: '/beheer/beleid',
        icon: 'document',
        mag: 'beleid.lezen',
      },
      {
        naam: 'Vragen intake',
        href: '/beheer/vragenbank',
        icon: 'boek',
        mag: 'vragenbank.lezen',
        beside: true,
      },
      {
        naam: 'Brieven',
        href: '/beheer/sjablonen',
        icon: 'brief',
        mag: 'sjabloon.lezen',
        beside: true,
      },
      {
        naam: 'Teksten',
        href: '/beheer/teksten',
        icon: 'boek',
        mag: 'sjabloon.lezen',
      },
      {
        naam: 'Koppelingen',
        href: '/beheer/koppelingen',
        icon: 'verbinding',
        mag: 'koppelingen.lezen',
      },
      {
        naam: 'Tijdmachine',
        href: '/beheer/tijdmachine',
        icon: 'tijd',
        mag: 'tijdmachine.bedienen',
        demo: true,
      },
      {
        naam: 'Nabootsing',
        href: '/beheer/nabootsing',
        icon: 'proef',
        mag: 'nabootsing.bedienen',
        demo: true,
      },
    ],
  },
];

/** The groups and pages that this person may see. */
export function navFor(ik: Pick<Ik, 'mag' | 'demo'>): NavGroup[] {
  return NAV.map((group) => ({
    ...group,
    items: group.items.filter(
      (item) => (!item.mag || ik.mag.includes(item.mag)) && (!item.demo || ik.demo),
    ),
  })).filter((group) => group.items.length > 0);
}

/** Where one begins: Vandaag, or the first page that is there for one's own work. */
export function landingFor(ik: Pick<Ik, 'mag' | 'demo'>): string {
  const own = navFor(ik).flatMap((group) => group.items);
  return own.find((item) => item.mag && !item.beside)?.href ?? '/';
}

/** Pages that everybody may read, also without logging in. */
export function isPublic(path: string): boolean {
  return path === REGELS || path.startsWith(`${REGELS}/`);
}
