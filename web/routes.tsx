import { type AnyRoute, createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { Shell } from './Shell.tsx';
import { screenMaker } from './screen.ts';
import { ArrivedAgain, NotFound, ScreenError, ScreenPending } from './shell/Fallbacks.tsx';
import { LOGGED_IN } from './shell/session.ts';

const rootRoute = createRootRoute({ notFoundComponent: NotFound });
const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'schil',
  component: Shell,
  notFoundComponent: NotFound,
});
const loggedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: LOGGED_IN,
  component: ArrivedAgain,
});

/** One screen, in the shell unless it says otherwise. */
const screen = screenMaker(() => shellRoute);

const dossierRoute: AnyRoute = screen(
  '/inburgeraars/$dossierId',
  () => import('../features/dossier/schermen/DossierScreen.tsx'),
  'DossierScreen',
);
const inDossier = () => dossierRoute;

const pipRoute: AnyRoute = screen(
  '/pip',
  () => import('../features/pip/scherm/PipDelen.tsx'),
  'PipDelen',
  inDossier,
);
const inPip = () => pipRoute;

/** The pages of the PIP tab: one line each; PipDelen shows a page here in its navigation. */
const pipPages: AnyRoute[] = [
  screen('/', () => import('../features/pip/scherm/PipScreen.tsx'), 'PipScreen', inPip),
  screen('/route', () => import('../features/route/scherm/RouteScreen.tsx'), 'RouteScreen', inPip),
  screen('/week', () => import('../features/week/scherm/WeekScreen.tsx'), 'WeekScreen', inPip),
  screen(
    '/wissel',
    () => import('../features/wissel/scherm/WisselScreen.tsx'),
    'WisselScreen',
    inPip,
  ),
  screen('/brieven', () => import('../features/brieven/BrievenScreen.tsx'), 'BrievenScreen', inPip),
];

/** The tabs of one dossier: one line each. */
const dossierTabs: AnyRoute[] = [
  pipRoute.addChildren(pipPages),
  screen(
    '/',
    () => import('../features/dossier/schermen/OverzichtScreen.tsx'),
    'OverzichtScreen',
    inDossier,
  ),
  screen('/intake', () => import('../features/intake/IntakeScreen.tsx'), 'IntakeScreen', inDossier),
  screen(
    '/intake/meting',
    () => import('../features/meting/MetingScreen.tsx'),
    'MetingScreen',
    inDossier,
  ),
  screen('/gezin', () => import('../features/gezin/GezinScreen.tsx'), 'GezinScreen', inDossier),
  screen(
    '/traject',
    () => import('../features/traject/scherm/TrajectScreen.tsx'),
    'TrajectScreen',
    inDossier,
  ),
  screen(
    '/verhuizing',
    () => import('../features/verhuizing/VerhuizingScreen.tsx'),
    'VerhuizingScreen',
    inDossier,
  ),
  screen(
    '/besluiten',
    () => import('../features/besluiten/scherm/DossierBesluitenScreen.tsx'),
    'DossierBesluitenScreen',
    inDossier,
  ),
  screen(
    '/documenten',
    () => import('../features/dossier/schermen/DocumentenScreen.tsx'),
    'DocumentenScreen',
    inDossier,
  ),
  screen('/plan', () => import('../features/plan/scherm/PlanScreen.tsx'), 'PlanScreen', inDossier),
  screen('/duo', () => import('../features/dossier/duo/DuoScreen.tsx'), 'DuoScreen', inDossier),
  screen(
    '/wat-als',
    () => import('../features/dossier/wat-als/WatAlsScreen.tsx'),
    'WatAlsScreen',
    inDossier,
  ),
  screen(
    '/logboek',
    () => import('../features/dossier/schermen/LogboekScreen.tsx'),
    'LogboekScreen',
    inDossier,
  ),
];

/** Every screen of the product: one line each. */
const screens: AnyRoute[] = [
  screen(
    '/',
    () => import('../features/werkvoorraad/WerkvoorraadScreen.tsx'),
    'WerkvoorraadScreen',
  ),
  screen(
    '/inburgeraars',
    () => import('../features/zoeken/InburgeraarsScreen.tsx'),
    'InburgeraarsScreen',
  ),
  screen('/agenda', () => import('../features/agenda/AgendaScreen.tsx'), 'AgendaScreen'),
  screen('/prognose', () => import('../features/prognose/PrognoseScreen.tsx'), 'PrognoseScreen'),
  screen(
    '/vervanging',
    () => import('../features/toewijzing/VervangingScreen.tsx'),
    'VervangingScreen',
  ),
  screen(
    '/inburgeraars/nieuw',
    () => import('../features/dossier/invoer/NieuwDossierScreen.tsx'),
    'NieuwDossierScreen',
  ),
  dossierRoute.addChildren(dossierTabs),
  screen('/postvak', () => import('../features/notificatie/PostvakScreen.tsx'), 'PostvakScreen'),
  screen(
    '/postvak/afgeschermd',
    () => import('../features/notificatie/postvak/QuarantaineScreen.tsx'),
    'QuarantaineScreen',
  ),
  screen(
    '/verzendingen',
    () => import('../features/verzending/VerzendingenScreen.tsx'),
    'VerzendingenScreen',
  ),
  screen('/coa', () => import('../features/coa/CoaScreen.tsx'), 'CoaScreen'),
  screen(
    '/verzendingen/contactpersonen',
    () => import('../features/verzending/scherm/ContactpersonenScreen.tsx'),
    'ContactpersonenScreen',
  ),
  screen(
    '/verzendingen/$verzendingId',
    () => import('../features/verzending/scherm/VerzendingScreen.tsx'),
    'VerzendingScreen',
  ),
  screen(
    '/instellingen',
    () => import('../features/instellingen/InstellingenScreen.tsx'),
    'InstellingenScreen',
  ),
  screen(
    '/verhuizingen',
    () => import('../features/verhuizing/VerhuizingenScreen.tsx'),
    'VerhuizingenScreen',
  ),
  screen(
    '/afstemming',
    () => import('../features/afstemming/AfstemmingScreen.tsx'),
    'AfstemmingScreen',
  ),
  screen(
    '/besluiten',
    () => import('../features/besluiten/BesluitenScreen.tsx'),
    'BesluitenScreen',
  ),
  screen(
    '/kinderopvang',
    () => import('../features/gezin/KinderopvangScreen.tsx'),
    'KinderopvangScreen',
  ),
  screen(
    '/toetszittingen',
    () => import('../features/toetszitting/ToetszittingenScreen.tsx'),
    'ToetszittingenScreen',
  ),
  screen(
    '/toetszittingen/$zittingId',
    () => import('../features/toetszitting/ZittingScreen.tsx'),
    'ZittingScreen',
  ),
  screen('/tolken', () => import('../features/tolken/TolkenScreen.tsx'), 'TolkenScreen'),
  screen('/portaal', () => import('../features/portaal/PortaalScreen.tsx'), 'PortaalScreen'),
  screen('/regels', () => import('../features/regels/RegelsScreen.tsx'), 'RegelsScreen'),
  screen('/regels/$regel', () => import('../features/regels/RegelScreen.tsx'), 'RegelScreen'),
  screen(
    '/beheer/taakverdeling',
    () => import('../features/organisatie/TaakverdelingScreen.tsx'),
    'TaakverdelingScreen',
  ),
  screen(
    '/beheer/teksten',
    () => import('../features/brieven/beheer/TekstenScreen.tsx'),
    'TekstenScreen',
  ),
  screen(
    '/beheer/koppelingen',
    () => import('../features/koppelingen/KoppelingenScreen.tsx'),
    'KoppelingenScreen',
  ),
  screen(
    '/beheer/vragenbank',
    () => import('../features/vragenbank/VragenbankScreen.tsx'),
    'VragenbankScreen',
  ),
  screen(
    '/beheer/sjablonen',
    () => import('../features/sjablonen/SjablonenScreen.tsx'),
    'SjablonenScreen',
  ),
  screen(
    '/beheer/huisstijl',
    () => import('../features/sjablonen/scherm/HuisstijlScreen.tsx'),
    'HuisstijlScreen',
  ),
  screen(
    '/beheer/mandaten',
    () => import('../features/sjablonen/scherm/MandatenScreen.tsx'),
    'MandatenScreen',
  ),
  screen('/beheer/beleid', () => import('../features/beleid/BeleidScreen.tsx'), 'BeleidScreen'),
  screen(
    '/beheer/tijdmachine',
    () => import('../features/organisatie/TijdmachineScreen.tsx'),
    'TijdmachineScreen',
  ),
  screen(
    '/beheer/nabootsing',
    () => import('../features/nabootsing/NabootsingScreen.tsx'),
    'NabootsingScreen',
  ),
];

/** Outside the shell: whoever opens it has no account, only a link. */
const partnerRoute = screen(
  '/partner',
  () => import('../features/plan/partner/PartnerScreen.tsx'),
  'PartnerScreen',
  () => rootRoute,
);

/** Outside the shell: it opens without a connection and without knowing who is logged in. */
const onderwegRoute = screen(
  '/onderweg',
  () => import('../features/intake/OnderwegScreen.tsx'),
  'OnderwegScreen',
  () => rootRoute,
);

/** Outside the shell: the person answers here, and nothing of the dossier is in sight. */
const metingRoute = screen(
  '/meting/$dossierId',
  () => import('../features/meting/VragenScreen.tsx'),
  'VragenScreen',
  () => rootRoute,
);

const elsewhereRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '$',
  component: NotFound,
});

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    loggedInRoute,
    metingRoute,
    onderwegRoute,
    partnerRoute,
    shellRoute.addChildren([...screens, elsewhereRoute]),
  ]),
  // Plain key=value pairs, so that a saved list has a link that people can read.
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (search) => {
    const text = new URLSearchParams(search as Record<string, string>).toString();
    return text ? `?${text}` : '';
  },
  defaultErrorComponent: ScreenError,
  defaultPendingComponent: ScreenPending,
  defaultPendingMs: 200,
  defaultPreload: false,
});
