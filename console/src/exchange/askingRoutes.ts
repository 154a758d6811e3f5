import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { addTexts } from '../i18n/start.ts';
import { root } from '../operator/rootRoute.ts';
import { applicationsSearch, applySearch, catalogueSearch, datasetsSearch } from './searches.ts';

const beforeLoad = () => addTexts('exchange');

const catalogue = createRoute({
  getParentRoute: () => root,
  path: '/exchange/catalogue',
  validateSearch: catalogueSearch,
  beforeLoad,
  component: lazyRouteComponent(() => import('./catalogue/CataloguePage.tsx'), 'CataloguePage'),
});
const entry = createRoute({
  getParentRoute: () => root,
  path: '/exchange/catalogue/$department/$id',
  beforeLoad,
  component: lazyRouteComponent(() => import('./catalogue/EntryPage.tsx'), 'EntryPage'),
});
const datasets = createRoute({
  getParentRoute: () => root,
  path: '/exchange/datasets',
  validateSearch: datasetsSearch,
  beforeLoad,
  component: lazyRouteComponent(() => import('./datasets/DatasetsPage.tsx'), 'DatasetsPage'),
});
const newDataset = createRoute({
  getParentRoute: () => root,
  path: '/exchange/datasets/new',
  beforeLoad,
  component: lazyRouteComponent(() => import('./datasets/NewDatasetPage.tsx'), 'NewDatasetPage'),
});
const duties = createRoute({
  getParentRoute: () => root,
  path: '/exchange/datasets/duties',
  beforeLoad,
  component: lazyRouteComponent(() => import('./datasets/DutiesPage.tsx'), 'DutiesPage'),
});
const sources = createRoute({
  getParentRoute: () => root,
  path: '/exchange/datasets/sources',
  beforeLoad,
  component: lazyRouteComponent(() => import('./datasets/SourcesPage.tsx'), 'SourcesPage'),
});
const dataset = createRoute({
  getParentRoute: () => root,
  path: '/exchange/datasets/$id',
  beforeLoad,
  component: lazyRouteComponent(() => import('./datasets/DatasetPage.tsx'), 'DatasetPage'),
});
const editDataset = createRoute({
  getParentRoute: () => root,
  path: '/exchange/datasets/$id/edit',
  beforeLoad,
  component: lazyRouteComponent(() => import('./datasets/EditDatasetPage.tsx'), 'EditDatasetPage'),
});
const applications = createRoute({
  getParentRoute: () => root,
  path: '/exchange/applications',
  validateSearch: applicationsSearch,
  beforeLoad,
  component: lazyRouteComponent(() => import('./applications/ApplicationsPage.tsx'), 'ApplicationsPage'),
});
const apply = createRoute({
  getParentRoute: () => root,
  path: '/exchange/applications/new',
  validateSearch: applySearch,
  beforeLoad,
  component: lazyRouteComponent(() => import('./applications/ApplyPage.tsx'), 'ApplyPage'),
});
const application = createRoute({
  getParentRoute: () => root,
  path: '/exchange/applications/$id',
  beforeLoad,
  component: lazyRouteComponent(() => import('./applications/ApplicationPage.tsx'), 'ApplicationPage'),
});
const inbox = createRoute({
  getParentRoute: () => root,
  path: '/exchange/inbox',
  validateSearch: applicationsSearch,
  beforeLoad,
  component: lazyRouteComponent(() => import('./inbox/InboxPage.tsx'), 'InboxPage'),
});
const received = createRoute({
  getParentRoute: () => root,
  path: '/exchange/inbox/$id',
  beforeLoad,
  component: lazyRouteComponent(() => import('./inbox/ReceivedPage.tsx'), 'ReceivedPage'),
});
const matters = createRoute({
  getParentRoute: () => root,
  path: '/exchange/matters',
  beforeLoad,
  component: lazyRouteComponent(() => import('./matters/MattersPage.tsx'), 'MattersPage'),
});
const rules = createRoute({
  getParentRoute: () => root,
  path: '/exchange/matters/rules',
  beforeLoad,
  component: lazyRouteComponent(() => import('./matters/RulesPage.tsx'), 'RulesPage'),
});
const limits = createRoute({
  getParentRoute: () => root,
  path: '/exchange/matters/limits',
  beforeLoad,
  component: lazyRouteComponent(() => import('./matters/LimitsPage.tsx'), 'LimitsPage'),
});
const calendar = createRoute({
  getParentRoute: () => root,
  path: '/exchange/matters/calendar',
  beforeLoad,
  component: lazyRouteComponent(() => import('./matters/CalendarPage.tsx'), 'CalendarPage'),
});
const disputes = createRoute({
  getParentRoute: () => root,
  path: '/exchange/disputes',
  beforeLoad,
  component: lazyRouteComponent(() => import('./disputes/DisputesPage.tsx'), 'DisputesPage'),
});

/** Finding data, describing them, asking for them and deciding. */
export const askingPages = [
  catalogue,
  entry,
  datasets,
  newDataset,
  duties,
  sources,
  dataset,
  editDataset,
  applications,
  apply,
  application,
  inbox,
  received,
  matters,
  rules,
  limits,
  calendar,
  disputes,
];
