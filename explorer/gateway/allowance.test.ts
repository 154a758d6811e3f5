import { expect, it } from 'vitest';
import { createAllowance } from './allowance.ts';

it('an allowance fills evenly and belongs to one caller', () => {
  let now = 0;
  const allowance = createAllowance(() => now);
  for (let call = 0; call < 60; call += 1) expect(allowance.take('a', 1, 60)).toBeNull();
  expect(allowance.take('a', 1, 60)).toBe(1);
  expect(allowance.take('a', 5, 60)).toBe(5);
  expect(allowance.take('b', 60, 60)).toBeNull();
  now += 5_000;
  expect(allowance.take('a', 5, 60)).toBeNull();
  expect(allowance.take('a', 1, 60)).toBe(1);
  // A minute without calls gives a full allowance, not more.
  now += 600_000;
  expect(allowance.take('a', 60, 60)).toBeNull();
  expect(allowance.take('a', 1, 60)).toBe(1);
});
