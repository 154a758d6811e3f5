import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { addTexts } from '../i18n/start.ts';
import { root } from '../operator/rootRoute.ts';
import '../explorer/explorer.css';
import {
  anomaliesSearch,
  citizenSearch,
  dutiesSearch,
  evidenceSearch,
  grantsSearch,
  recordsSearch,
  statisticsSearch,
  transfersSearch,
} from './usingSearches.ts';

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
const audit = createRoute({
  getParentRoute: () => root,
  path: '/exchange/audit',
  validateSearch: recordsSearch,
  beforeLoad,
  component: lazyRouteComponent(() => import('./audit/AuditPage.tsx'), 'AuditPage'),
});
const statistics = createRoute({
  getParentRoute: () => root,
  path: '/exchange/audit/statistics',
  validateSearch: statisticsSearch,
  beforeLoad,
  component: lazyRouteComponent(() => import('./audit/StatisticsPage.tsx'), 'StatisticsPage'),
});
const anomalies = createRoute({
  getParentRoute: () => root,
  path: '/exchange/audit/anomalies',
  validateSearch: anomaliesSearch,
  beforeLoad,
  component: lazyRouteComponent(() => import('./audit/AnomaliesPage.tsx'), 'AnomaliesPage'),
});
const record = createRoute({
  getParentRoute: () => root,
  path: '/exchange/audit/$id',
  beforeLoad,
  component: lazyRouteComponent(() => import('./audit/RecordPage.tsx'), 'RecordPage'),
});
const evidence = createRoute({
  getParentRoute: () => root,
  path: '/exchange/evidence',
  validateSearch: evidenceSearch,
  beforeLoad,
  component: lazyRouteComponent(() => import('./audit/EvidencePage.tsx'), 'EvidencePage'),
});
const overview = createRoute({
  getParentRoute: () => root,
  path: '/exchange',
  beforeLoad,
  component: lazyRouteComponent(() => import('./overview/OverviewPage.tsx'), 'OverviewPage'),
});
const map = createRoute({
  getParentRoute: () => root,
  path: '/exchange/map',
  beforeLoad,
  component: lazyRouteComponent(() => import('./map/MapPage.tsx'), 'MapPage'),
});
const connector = createRoute({
  getParentRoute: () => root,
  path: '/exchange/connector',
  beforeLoad,
  component: lazyRouteComponent(() => import('./connector/ConnectorPage.tsx'), 'ConnectorPage'),
});
const duties = createRoute({
  getParentRoute: () => root,
  path: '/exchange/duties',
  validateSearch: dutiesSearch,
  beforeLoad,
  component: lazyRouteComponent(() => import('./duties/DutiesPage.tsx'), 'DutiesPage'),
});
const citizens = createRoute({
  getParentRoute: () => root,
  path: '/exchange/citizens',
  beforeLoad,
  component: lazyRouteComponent(() => import('./citizens/CitizensPage.tsx'), 'CitizensPage'),
});
const citizen = createRoute({
  getParentRoute: () => root,
  path: '/citizen',
  staticData: { plain: true },
  validateSearch: citizenSearch,
  beforeLoad,
  component: lazyRouteComponent(() => import('./citizens/CitizenPage.tsx'), 'CitizenPage'),
});

/** Using what was granted, and watching over it. */
export const usingPages = [
  grants,
  named,
  grant,
  transfers,
  transfer,
  answers,
  answer,
  match,
  audit,
  statistics,
  anomalies,
  record,
  evidence,
  overview,
  map,
  connector,
  duties,
  citizens,
  citizen,
];
