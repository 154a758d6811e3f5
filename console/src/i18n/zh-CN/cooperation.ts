export { achievements } from './cooperation/achievements.ts';
export { bulletin } from './cooperation/bulletin.ts';
export { calls } from './cooperation/calls.ts';
export { coop } from './cooperation/coop.ts';
export { directory } from './cooperation/directory.ts';
export { goals } from './cooperation/goals.ts';
export { groups } from './cooperation/groups.ts';
export { news } from './cooperation/news.ts';
