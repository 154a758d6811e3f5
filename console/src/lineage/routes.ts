import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { addTexts } from '../i18n/start.ts';
import { root } from '../operator/rootRoute.ts';
import type { Direction } from './api.ts';

const texts = () => addTexts('lineage');
const textOf = (value: unknown) => (typeof value === 'string' ? value.slice(0, 2000) : '');
const directionOf = (value: unknown): Direction => (value === 'back' || value === 'forward' ? value : 'both');

const lineage = createRoute({
  getParentRoute: () => root,
  path: '/lineage',
  validateSearch: (search: Record<string, unknown>): { epc?: string; direction?: Direction } => ({
    epc: textOf(search.epc),
    direction: directionOf(search.direction),
  }),
  beforeLoad: texts,
  component: lazyRouteComponent(() => import('./LineagePage.tsx'), 'LineagePage'),
});
const access = createRoute({
  getParentRoute: () => root,
  path: '/lineage/access',
  beforeLoad: texts,
  component: lazyRouteComponent(() => import('./AccessPage.tsx'), 'AccessPage'),
});
const recalls = createRoute({
  getParentRoute: () => root,
  path: '/recalls',
  beforeLoad: texts,
  component: lazyRouteComponent(() => import('./recalls/RecallsPage.tsx'), 'RecallsPage'),
});
const startRecall = createRoute({
  getParentRoute: () => root,
  path: '/recalls/new',
  validateSearch: (search: Record<string, unknown>): { epc?: string } => ({ epc: textOf(search.epc) }),
  beforeLoad: texts,
  component: lazyRouteComponent(() => import('./recalls/StartRecallPage.tsx'), 'StartRecallPage'),
});
const recall = createRoute({
  getParentRoute: () => root,
  path: '/recalls/$id',
  beforeLoad: texts,
  component: lazyRouteComponent(() => import('./recalls/RecallPage.tsx'), 'RecallPage'),
});

/** Where things came from and went, who may see it, and what is called back. */
export const lineagePages = [lineage, access, recalls, startRecall, recall];
