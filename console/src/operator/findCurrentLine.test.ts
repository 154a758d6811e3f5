import { expect, it } from 'vitest';
import { findCurrentLine } from './findCurrentLine.ts';

it('marks the closest line above a page, and none for a page that is not in the menu', () => {
  const lines = ['/', '/alliance', '/alliance/members', '/events'].map((to) => ({ to }));
  expect(findCurrentLine('/', lines)).toBe('/');
  expect(findCurrentLine('/alliance/', lines)).toBe('/alliance');
  expect(findCurrentLine('/alliance/founding', lines)).toBe('/alliance');
  expect(findCurrentLine('/alliance/members/tea-house', lines)).toBe('/alliance/members');
  expect(findCurrentLine('/eventsandmore', lines)).toBeNull();
  expect(findCurrentLine('/signin', lines)).toBeNull();
});
