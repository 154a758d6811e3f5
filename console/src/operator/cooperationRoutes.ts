import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import {
  achievementsSearch,
  callsSearch,
  directorySearch,
  groupSearch,
  groupsSearch,
  listSearch,
} from '../cooperation/searches.ts';
import { addTexts } from '../i18n/start.ts';
import { root } from './rootRoute.ts';

const cooperation = createRoute({
  getParentRoute: () => root,
  path: '/cooperation',
  beforeLoad: () => addTexts('cooperation'),
});
const home = createRoute({
  getParentRoute: () => cooperation,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/cooperation/members', replace: true });
  },
});
const members = createRoute({
  getParentRoute: () => cooperation,
  path: '/members',
  validateSearch: directorySearch,
  component: lazyRouteComponent(() => import('../cooperation/directory/DirectoryPage.tsx'), 'DirectoryPage'),
});
const member = createRoute({
  getParentRoute: () => cooperation,
  path: '/members/$slug',
  component: lazyRouteComponent(() => import('../cooperation/directory/MemberPage.tsx'), 'MemberPage'),
});
const announcements = createRoute({
  getParentRoute: () => cooperation,
  path: '/announcements',
  validateSearch: listSearch,
  component: lazyRouteComponent(
    () => import('../cooperation/announcements/AnnouncementsPage.tsx'),
    'AnnouncementsPage',
  ),
});
const announcement = createRoute({
  getParentRoute: () => cooperation,
  path: '/announcements/$id',
  component: lazyRouteComponent(() => import('../cooperation/announcements/AnnouncementPage.tsx'), 'AnnouncementPage'),
});
const groups = createRoute({
  getParentRoute: () => cooperation,
  path: '/groups',
  validateSearch: groupsSearch,
  component: lazyRouteComponent(() => import('../cooperation/groups/GroupsPage.tsx'), 'GroupsPage'),
});
const group = createRoute({
  getParentRoute: () => cooperation,
  path: '/groups/$id',
  validateSearch: groupSearch,
  component: lazyRouteComponent(() => import('../cooperation/groups/GroupPage.tsx'), 'GroupPage'),
});
const thread = createRoute({
  getParentRoute: () => cooperation,
  path: '/groups/$id/threads/$threadId',
  component: lazyRouteComponent(() => import('../cooperation/groups/ThreadPage.tsx'), 'ThreadPage'),
});
const calls = createRoute({
  getParentRoute: () => cooperation,
  path: '/calls',
  validateSearch: callsSearch,
  component: lazyRouteComponent(() => import('../cooperation/calls/CallsPage.tsx'), 'CallsPage'),
});
const call = createRoute({
  getParentRoute: () => cooperation,
  path: '/calls/$id',
  component: lazyRouteComponent(() => import('../cooperation/calls/CallPage.tsx'), 'CallPage'),
});
const achievements = createRoute({
  getParentRoute: () => cooperation,
  path: '/achievements',
  validateSearch: achievementsSearch,
  component: lazyRouteComponent(() => import('../cooperation/achievements/AchievementsPage.tsx'), 'AchievementsPage'),
});
const achievement = createRoute({
  getParentRoute: () => cooperation,
  path: '/achievements/$id',
  component: lazyRouteComponent(() => import('../cooperation/achievements/AchievementPage.tsx'), 'AchievementPage'),
});
const goals = createRoute({
  getParentRoute: () => cooperation,
  path: '/goals',
  component: lazyRouteComponent(() => import('../cooperation/goals/GoalsPage.tsx'), 'GoalsPage'),
});
const notifications = createRoute({
  getParentRoute: () => cooperation,
  path: '/notifications',
  component: lazyRouteComponent(
    () => import('../cooperation/notifications/NotificationsPage.tsx'),
    'NotificationsPage',
  ),
});

/** The open platform: who is there, what they tell each other, and what they do together. */
export const cooperationPages = cooperation.addChildren([
  home,
  members,
  member,
  announcements,
  announcement,
  groups,
  group,
  thread,
  calls,
  call,
  achievements,
  achievement,
  goals,
  notifications,
]);
