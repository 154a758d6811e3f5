import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { addTexts } from '../i18n/start.ts';
import { root } from './rootRoute.ts';

const texts = () => addTexts('people');

const account = createRoute({
  getParentRoute: () => root,
  path: '/account',
  beforeLoad: texts,
  component: lazyRouteComponent(() => import('./account/security/AccountPage.tsx'), 'AccountPage'),
});
const organisation = createRoute({
  getParentRoute: () => root,
  path: '/organisation',
  beforeLoad: texts,
  component: lazyRouteComponent(() => import('./organisation/OrganisationPage.tsx'), 'OrganisationPage'),
});
const acts = createRoute({
  getParentRoute: () => root,
  path: '/acts',
  beforeLoad: texts,
  component: lazyRouteComponent(() => import('./acts/ActsPage.tsx'), 'ActsPage'),
});
const rights = createRoute({
  getParentRoute: () => root,
  path: '/rights',
  beforeLoad: texts,
  component: lazyRouteComponent(() => import('./acts/RightsPage.tsx'), 'RightsPage'),
});
const signIn = createRoute({
  getParentRoute: () => root,
  path: '/signin',
  component: lazyRouteComponent(() => import('./account/SignInPage.tsx'), 'SignInPage'),
});
/** Where the platform sends the browser back to after single sign-on. */
const signInAgain = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  beforeLoad: ({ location }) => {
    throw redirect({ href: `/signin${location.searchStr}`, replace: true });
  },
});
const recovery = createRoute({
  getParentRoute: () => root,
  path: '/recovery',
  component: lazyRouteComponent(() => import('./account/RecoveryPage.tsx'), 'RecoveryPage'),
});
const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  component: lazyRouteComponent(() => import('./account/InvitationPage.tsx'), 'InvitationPage'),
});
const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  component: lazyRouteComponent(() => import('./account/SetupPage.tsx'), 'SetupPage'),
});

/** People: how they get in, their own account, their organisation and what was done in it. */
export const peoplePages = [account, organisation, acts, rights, signIn, signInAgain, recovery, invitation, setup];
