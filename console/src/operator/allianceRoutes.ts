import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { chainMembersSearch, newProposalSearch, proposalsSearch } from '../alliance/searches.ts';
import { addTexts } from '../i18n/start.ts';
import { root } from './rootRoute.ts';

const alliance = createRoute({
  getParentRoute: () => root,
  path: '/alliance',
  // Explorer links and recovery words have their texts in the explorer's dictionary.
  beforeLoad: () => Promise.all([addTexts('alliance'), addTexts('explorer')]),
});
const home = createRoute({
  getParentRoute: () => alliance,
  path: '/',
  component: lazyRouteComponent(() => import('../alliance/home/AllianceHome.tsx'), 'AllianceHome'),
});
const founding = createRoute({
  getParentRoute: () => alliance,
  path: '/founding',
  component: lazyRouteComponent(() => import('../alliance/founding/FoundingPage.tsx'), 'FoundingPage'),
});
const founder = createRoute({
  getParentRoute: () => alliance,
  path: '/founding/$slug',
  component: lazyRouteComponent(() => import('../alliance/founding/FounderPage.tsx'), 'FounderPage'),
});
const members = createRoute({
  getParentRoute: () => alliance,
  path: '/members',
  validateSearch: chainMembersSearch,
  component: lazyRouteComponent(() => import('../alliance/members/MembersPage.tsx'), 'MembersPage'),
});
const member = createRoute({
  getParentRoute: () => alliance,
  path: '/members/$slug',
  component: lazyRouteComponent(() => import('../alliance/members/MemberPage.tsx'), 'MemberPage'),
});
const apply = createRoute({
  getParentRoute: () => alliance,
  path: '/apply',
  component: lazyRouteComponent(() => import('../alliance/apply/ApplyPage.tsx'), 'ApplyPage'),
});
const proposals = createRoute({
  getParentRoute: () => alliance,
  path: '/proposals',
  validateSearch: proposalsSearch,
  component: lazyRouteComponent(() => import('../alliance/proposals/ProposalsPage.tsx'), 'ProposalsPage'),
});
const newProposal = createRoute({
  getParentRoute: () => alliance,
  path: '/proposals/new',
  validateSearch: newProposalSearch,
  component: lazyRouteComponent(() => import('../alliance/proposals/create/NewProposalPage.tsx'), 'NewProposalPage'),
});
const proposal = createRoute({
  getParentRoute: () => alliance,
  path: '/proposals/$id',
  component: lazyRouteComponent(() => import('../alliance/proposals/ProposalPage.tsx'), 'ProposalPage'),
});
const key = createRoute({
  getParentRoute: () => alliance,
  path: '/key',
  component: lazyRouteComponent(() => import('../alliance/key/KeyPage.tsx'), 'KeyPage'),
});
const membership = createRoute({
  getParentRoute: () => alliance,
  path: '/membership',
  component: lazyRouteComponent(() => import('../alliance/membership/MembershipPage.tsx'), 'MembershipPage'),
});

/** Where the list of members used to be. */
export const oldMembersPage = createRoute({
  getParentRoute: () => root,
  path: '/members',
  beforeLoad: () => {
    throw redirect({ to: '/alliance/members', replace: true });
  },
});

/** The alliance: its members, what they decide, and the key with which an organisation takes part. */
export const alliancePages = alliance.addChildren([
  home,
  founding,
  founder,
  members,
  member,
  apply,
  proposals,
  newProposal,
  proposal,
  key,
  membership,
]);
