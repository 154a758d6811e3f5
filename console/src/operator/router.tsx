import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import {
  accountSearch,
  blocksSearch,
  contractSearch,
  contractsSearch,
  graphSearch,
  logSearch,
  statisticsSearch,
  transactionsSearch,
} from '../explorer/searches.ts';
import { addTexts } from '../i18n/start.ts';
import { Crashed, NotFound } from './Fallbacks.tsx';
import { Shell } from './Shell.tsx';

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound });

const overview = createRoute({
  getParentRoute: () => root,
  path: '/',
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
const members = createRoute({
  getParentRoute: () => root,
  path: '/members',
  component: lazyRouteComponent(() => import('./members/MembersPage.tsx'), 'MembersPage'),
});
const keys = createRoute({
  getParentRoute: () => root,
  path: '/keys',
  component: lazyRouteComponent(() => import('./keys/KeysPage.tsx'), 'KeysPage'),
});
const notarize = createRoute({
  getParentRoute: () => root,
  path: '/notarize',
  component: lazyRouteComponent(async () => {
    const [page] = await Promise.all([import('../notarize/NotarizePage.tsx'), addTexts('explorer')]);
    return page;
  }, 'NotarizePage'),
});
const certificate = createRoute({
  getParentRoute: () => root,
  path: '/verify/evidence/$id',
  component: lazyRouteComponent(() => import('../notarize/CertificatePage.tsx'), 'CertificatePage'),
});
const signIn = createRoute({
  getParentRoute: () => root,
  path: '/signin',
  component: lazyRouteComponent(() => import('./account/SignInPage.tsx'), 'SignInPage'),
});
const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  component: lazyRouteComponent(() => import('./account/SetupPage.tsx'), 'SetupPage'),
});

const explorer = createRoute({
  getParentRoute: () => root,
  path: '/explorer',
  component: lazyRouteComponent(async () => {
    const [layout] = await Promise.all([import('../explorer/ExplorerLayout.tsx'), addTexts('explorer')]);
    return layout;
  }, 'ExplorerLayout'),
});
const explorerHome = createRoute({
  getParentRoute: () => explorer,
  path: '/',
  component: lazyRouteComponent(() => import('../explorer/overview/ExplorerHome.tsx'), 'ExplorerHome'),
});
const graph = createRoute({
  getParentRoute: () => explorer,
  path: '/graph',
  validateSearch: graphSearch,
  component: lazyRouteComponent(() => import('../explorer/graph/GraphPage.tsx'), 'GraphPage'),
});
const blocks = createRoute({
  getParentRoute: () => explorer,
  path: '/blocks',
  validateSearch: blocksSearch,
  component: lazyRouteComponent(() => import('../explorer/blocks/BlocksPage.tsx'), 'BlocksPage'),
});
const block = createRoute({
  getParentRoute: () => explorer,
  path: '/blocks/$hash',
  component: lazyRouteComponent(() => import('../explorer/blocks/BlockPage.tsx'), 'BlockPage'),
});
const epoch = createRoute({
  getParentRoute: () => explorer,
  path: '/epochs/$number',
  component: lazyRouteComponent(() => import('../explorer/blocks/EpochPage.tsx'), 'EpochPage'),
});
const transactions = createRoute({
  getParentRoute: () => explorer,
  path: '/transactions',
  validateSearch: transactionsSearch,
  component: lazyRouteComponent(() => import('../explorer/transactions/TransactionsPage.tsx'), 'TransactionsPage'),
});
const transaction = createRoute({
  getParentRoute: () => explorer,
  path: '/transactions/$hash',
  component: lazyRouteComponent(() => import('../explorer/transactions/TransactionPage.tsx'), 'TransactionPage'),
});
const account = createRoute({
  getParentRoute: () => explorer,
  path: '/accounts/$address',
  validateSearch: accountSearch,
  component: lazyRouteComponent(() => import('../explorer/accounts/AccountPage.tsx'), 'AccountPage'),
});
const contracts = createRoute({
  getParentRoute: () => explorer,
  path: '/contracts',
  validateSearch: contractsSearch,
  component: lazyRouteComponent(() => import('../explorer/contracts/ContractsPage.tsx'), 'ContractsPage'),
});
const contract = createRoute({
  getParentRoute: () => explorer,
  path: '/contracts/$address',
  validateSearch: contractSearch,
  component: lazyRouteComponent(() => import('../explorer/contracts/ContractPage.tsx'), 'ContractPage'),
});
const checkpoints = createRoute({
  getParentRoute: () => explorer,
  path: '/log',
  validateSearch: logSearch,
  component: lazyRouteComponent(() => import('../explorer/log/LogPage.tsx'), 'LogPage'),
});
const statistics = createRoute({
  getParentRoute: () => explorer,
  path: '/statistics',
  validateSearch: statisticsSearch,
  component: lazyRouteComponent(() => import('../explorer/statistics/StatisticsPage.tsx'), 'StatisticsPage'),
});

const explorerPages = explorer.addChildren([
  explorerHome,
  graph,
  blocks,
  block,
  epoch,
  transactions,
  transaction,
  account,
  contracts,
  contract,
  checkpoints,
  statistics,
]);
const routeTree = root.addChildren([
  overview,
  explorerPages,
  events,
  event,
  products,
  members,
  notarize,
  certificate,
  keys,
  signIn,
  setup,
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
