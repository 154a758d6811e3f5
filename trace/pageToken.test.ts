import { expect, test } from 'vitest';
import { decodePageToken, encodePageToken, pageTokenLifetimeMs } from './pageToken.ts';

const shape = [/^\d+$/];

test('a token leads back to its place', () => {
  expect(decodePageToken(encodePageToken('list', ['42']), 'list', shape)).toEqual(['42']);
});

test.each([
  ['of another list', encodePageToken('other', ['42'])],
  ['too old', encodePageToken('list', ['42'], Date.now() - pageTokenLifetimeMs)],
  ['with a place of another shape', encodePageToken('list', ['x; DROP'])],
  ['without a place', encodePageToken('list', [])],
  ['that is no token', 'e30'],
  ['that is not even JSON', '%%%'],
])('a token %s is refused', (_, token) => {
  expect(() => decodePageToken(token, 'list', shape)).toThrow('nextPageToken');
});
