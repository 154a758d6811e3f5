import { expect, it } from 'vitest';
import { findCurrentLine } from './findCurrentLine.ts';

it('marks the closest line above a page, and none for a page that is not in the menu', () => {
  const lines: { to: string; holds?: string[] }[] = ['/', '/alliance', '/alliance/members'].map((to) => ({ to }));
  lines.push({ to: '/events', holds: ['/captures'] });
  expect(findCurrentLine('/', lines)).toBe('/');
  expect(findCurrentLine('/alliance/', lines)).toBe('/alliance');
  expect(findCurrentLine('/alliance/founding', lines)).toBe('/alliance');
  expect(findCurrentLine('/alliance/members/tea-house', lines)).toBe('/alliance/members');
  expect(findCurrentLine('/eventsandmore', lines)).toBeNull();
  expect(findCurrentLine('/captures/1', lines)).toBe('/events');
  expect(findCurrentLine('/signin', lines)).toBeNull();
});
