import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { exchangePages } from '../exchange/routes.ts';
import { newTransactionSearch, outgoingSearch } from '../explorer/searches.ts';
import { addTexts } from '../i18n/start.ts';
import { lineagePages } from '../lineage/routes.ts';
import { alliancePages, oldMembersPage } from './allianceRoutes.ts';
import { cooperationPages } from './cooperationRoutes.ts';
import { credentialPages } from './credentialRoutes.ts';
import { explorerPages } from './explorerRoutes.ts';
import { Crashed } from './Fallbacks.tsx';
import { inspectorPages } from './inspectorRoutes.ts';
import { peoplePages } from './peopleRoutes.ts';
import { root } from './rootRoute.ts';

const overview = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => addTexts('alliance'),
  component: lazyRouteComponent(() => import('./overview/OverviewPage.tsx'), 'OverviewPage'),
});
const events = createRoute({
  getParentRoute: () => root,
  path: '/events',
  component: lazyRouteComponent(() => import('./events/EventsPage.tsx'), 'EventsPage'),
});
const event = createRoute({
  getParentRoute: () => root,
  path: '/events/$eventID',
  component: lazyRouteComponent(() => import('./events/EventPage.tsx'), 'EventPage'),
});
const products = createRoute({
  getParentRoute: () => root,
  path: '/products',
  component: lazyRouteComponent(() => import('./products/ProductsPage.tsx'), 'ProductsPage'),
});
const keys = createRoute({
  getParentRoute: () => root,
  path: '/keys',
  component: lazyRouteComponent(() => import('./keys/KeysPage.tsx'), 'KeysPage'),
});
const phones = createRoute({
  getParentRoute: () => root,
  path: '/phones',
  component: lazyRouteComponent(() => import('../field/enrol/PhonesPage.tsx'), 'PhonesPage'),
});
const imports = createRoute({
  getParentRoute: () => root,
  path: '/imports',
  component: lazyRouteComponent(() => import('../imports/ImportsPage.tsx'), 'ImportsPage'),
});
const labels = createRoute({
  getParentRoute: () => root,
  path: '/labels',
  component: lazyRouteComponent(() => import('../labels/LabelsPage.tsx'), 'LabelsPage'),
});
const notarize = createRoute({
  getParentRoute: () => root,
  path: '/notarize',
  beforeLoad: () => addTexts('explorer'),
  component: lazyRouteComponent(() => import('../notarize/NotarizePage.tsx'), 'NotarizePage'),
});
const findEvidence = createRoute({
  getParentRoute: () => root,
  path: '/verify/evidence',
  component: lazyRouteComponent(() => import('../notarize/FindEvidencePage.tsx'), 'FindEvidencePage'),
});
const certificate = createRoute({
  getParentRoute: () => root,
  path: '/verify/evidence/$id',
  component: lazyRouteComponent(() => import('../notarize/CertificatePage.tsx'), 'CertificatePage'),
});
const outgoing = createRoute({
  getParentRoute: () => root,
  path: '/outgoing',
  validateSearch: outgoingSearch,
  beforeLoad: () => addTexts('explorer'),
  component: lazyRouteComponent(() => import('./transactions/OutgoingPage.tsx'), 'OutgoingPage'),
});
const newTransaction = createRoute({
  getParentRoute: () => root,
  path: '/outgoing/new',
  validateSearch: newTransactionSearch,
  beforeLoad: () => addTexts('explorer'),
  component: lazyRouteComponent(() => import('./transactions/NewTransactionPage.tsx'), 'NewTransactionPage'),
});
const webhooks = createRoute({
  getParentRoute: () => root,
  path: '/webhooks',
  beforeLoad: () => addTexts('explorer'),
  component: lazyRouteComponent(() => import('./webhooks/WebhooksPage.tsx'), 'WebhooksPage'),
});
const wallets = createRoute({
  getParentRoute: () => root,
  path: '/wallets',
  beforeLoad: () => addTexts('explorer'),
  component: lazyRouteComponent(() => import('./wallets/WalletsPage.tsx'), 'WalletsPage'),
});
const witnesses = createRoute({
  getParentRoute: () => root,
  path: '/witnesses',
  beforeLoad: () => addTexts('explorer'),
  component: lazyRouteComponent(() => import('./witnesses/WitnessesPage.tsx'), 'WitnessesPage'),
});
const nodes = createRoute({
  getParentRoute: () => root,
  path: '/nodes',
  beforeLoad: () => addTexts('explorer'),
  component: lazyRouteComponent(() => import('../nodes/NodesPage.tsx'), 'NodesPage'),
});
const routeTree = root.addChildren([
  overview,
  explorerPages,
  cooperationPages,
  events,
  event,
  products,
  phones,
  imports,
  labels,
  alliancePages,
  oldMembersPage,
  notarize,
  findEvidence,
  certificate,
  outgoing,
  newTransaction,
  webhooks,
  wallets,
  nodes,
  witnesses,
  keys,
  ...peoplePages,
  ...credentialPages,
  ...lineagePages,
  ...inspectorPages,
  ...exchangePages,
]);

/** The console's pages, each loaded when it is opened. */
export function createConsoleRouter() {
  return createRouter({
    routeTree,
    defaultErrorComponent: Crashed,
    defaultPreload: 'intent',
    scrollRestoration: true,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createConsoleRouter>;
  }
}
