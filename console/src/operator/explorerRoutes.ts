import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
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
import { root } from './rootRoute.ts';

const explorer = createRoute({
  getParentRoute: () => root,
  path: '/explorer',
  beforeLoad: () => addTexts('explorer'),
  component: lazyRouteComponent(() => import('../explorer/ExplorerLayout.tsx'), 'ExplorerLayout'),
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

/** The public pages about the chain; they share a search box and a menu. */
export const explorerPages = explorer.addChildren([
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
