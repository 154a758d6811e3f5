import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { addTexts } from '../i18n/start.ts';
import { root } from './rootRoute.ts';

const texts = () => addTexts('credentials');

const credentials = createRoute({
  getParentRoute: () => root,
  path: '/credentials',
  beforeLoad: texts,
  component: lazyRouteComponent(() => import('../credentials/CredentialsPage.tsx'), 'CredentialsPage'),
});
const verify = createRoute({
  getParentRoute: () => root,
  path: '/credentials/verify',
  beforeLoad: texts,
  component: lazyRouteComponent(() => import('../credentials/VerifyPage.tsx'), 'VerifyPage'),
});
const ownDid = createRoute({
  getParentRoute: () => root,
  path: '/credentials/did',
  beforeLoad: texts,
  component: lazyRouteComponent(() => import('../credentials/DidPage.tsx'), 'OwnDidPage'),
});
const did = createRoute({
  getParentRoute: () => root,
  path: '/credentials/did/$slug',
  beforeLoad: texts,
  component: lazyRouteComponent(() => import('../credentials/DidPage.tsx'), 'DidPage'),
});

/** Credentials and the DIDs that sign them. */
export const credentialPages = [credentials, verify, ownDid, did];
