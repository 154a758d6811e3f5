import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { addTexts } from '../i18n/start.ts';
import { root } from '../operator/rootRoute.ts';
import './using.css';
import { grantsSearch, transfersSearch } from './usingSearches.ts';

/** The pages of explorer parts have words of their own. */
const beforeLoad = () => Promise.all([addTexts('exchange'), addTexts('explorer')]).then(() => undefined);

const grants = createRoute({
  getParentRoute: () => root,
  path: '/exchange/grants',
  validateSearch: grantsSearch,
  beforeLoad,
  component: lazyRouteComponent(() => import('./grants/GrantsPage.tsx'), 'GrantsPage'),
});
const named = createRoute({
  getParentRoute: () => root,
  path: '/exchange/grants/named',
  beforeLoad,
  component: lazyRouteComponent(() => import('./grants/NamedGrantsPage.tsx'), 'NamedGrantsPage'),
});
const grant = createRoute({
  getParentRoute: () => root,
  path: '/exchange/grants/$id',
  beforeLoad,
  component: lazyRouteComponent(() => import('./grants/GrantPage.tsx'), 'GrantPage'),
});
const transfers = createRoute({
  getParentRoute: () => root,
  path: '/exchange/transfers',
  validateSearch: transfersSearch,
  beforeLoad,
  component: lazyRouteComponent(() => import('./transfers/TransfersPage.tsx'), 'TransfersPage'),
});
const transfer = createRoute({
  getParentRoute: () => root,
  path: '/exchange/transfers/$id',
  beforeLoad,
  component: lazyRouteComponent(() => import('./transfers/TransferPage.tsx'), 'TransferPage'),
});
const answers = createRoute({
  getParentRoute: () => root,
  path: '/exchange/answers',
  beforeLoad,
  component: lazyRouteComponent(() => import('./questions/AnswersPage.tsx'), 'AnswersPage'),
});
const answer = createRoute({
  getParentRoute: () => root,
  path: '/exchange/answers/$id',
  beforeLoad,
  component: lazyRouteComponent(() => import('./questions/AnswerPage.tsx'), 'AnswerPage'),
});
const match = createRoute({
  getParentRoute: () => root,
  path: '/exchange/matches/$id',
  beforeLoad,
  component: lazyRouteComponent(() => import('./questions/MatchPage.tsx'), 'MatchPage'),
});

/** Using what was granted, and watching over it. */
export const usingPages = [grants, named, grant, transfers, transfer, answers, answer, match];
