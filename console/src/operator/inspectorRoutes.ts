import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { addTexts } from '../i18n/start.ts';
import { root } from './rootRoute.ts';

const texts = () => addTexts('inspector');

const findings = createRoute({
  getParentRoute: () => root,
  path: '/inspector',
  beforeLoad: texts,
  component: lazyRouteComponent(() => import('../inspector/FindingsPage.tsx'), 'FindingsPage'),
});
const finding = createRoute({
  getParentRoute: () => root,
  path: '/inspector/findings/$id',
  beforeLoad: texts,
  component: lazyRouteComponent(() => import('../inspector/FindingPage.tsx'), 'FindingPage'),
});
const balance = createRoute({
  getParentRoute: () => root,
  path: '/inspector/balance',
  beforeLoad: texts,
  component: lazyRouteComponent(() => import('../inspector/BalancePage.tsx'), 'BalancePage'),
});
const certificates = createRoute({
  getParentRoute: () => root,
  path: '/inspector/certificates',
  beforeLoad: texts,
  component: lazyRouteComponent(() => import('../inspector/CertificatesPage.tsx'), 'CertificatesPage'),
});

const certificate = createRoute({
  getParentRoute: () => root,
  path: '/certificates/$id',
  beforeLoad: texts,
  component: lazyRouteComponent(() => import('../inspector/CertificatesPage.tsx'), 'CertificatePage'),
});

/** Findings, mass balances and the register of certificates. */
export const inspectorPages = [findings, finding, balance, certificates, certificate];
