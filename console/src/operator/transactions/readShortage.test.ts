import { expect, it } from 'vitest';
import { readShortage } from './readShortage.ts';

it.each([
  ['err: NotEnoughBalance { expected: 250000000000000000, got: 50000000000000000 }', '200000000000000000'],
  ['insufficient funds: 250000000000105000 wei are missing on 0xb29c', '250000000000105000'],
])('%s', (text, missing) => expect(readShortage(text)).toBe(missing));

it.each([null, '', 'it reverts without a reason', 'NotEnoughBalance { expected: 1, got: 1 }'])(
  '%s is no shortage',
  (text) => {
    expect(readShortage(text)).toBeNull();
  },
);
