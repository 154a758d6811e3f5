import { encodeErrorResult, parseAbi } from 'viem';
import { expect, test } from 'vitest';
import { decodeRevert } from './decodeRevert.ts';

const abi = parseAbi(['error Error(string)', 'error Panic(uint256)', 'error TooSmall(uint256 wanted, address who)']);
const who = '0x00000000000000000000000000000000000000AA';

test.each([
  ['Error(string)', encodeErrorResult({ abi, errorName: 'Error', args: ['已过期'] }), '已过期'],
  ['a known panic', encodeErrorResult({ abi, errorName: 'Panic', args: [17n] }), 'an arithmetic overflow'],
  ['an unknown panic', encodeErrorResult({ abi, errorName: 'Panic', args: [200n] }), 'panic 200'],
  [
    'a custom error of a known contract',
    encodeErrorResult({ abi, errorName: 'TooSmall', args: [5n, who] }),
    `TooSmall(5, ${who})`,
  ],
])('%s is explained', (_, data, reason) => {
  expect(decodeRevert({ data, message: 'execution reverted: revert: ' }, abi)).toEqual({ reason, data });
});

test('an unknown custom error is told by its bytes, and no bytes by the words of the node', () => {
  const data = encodeErrorResult({ abi, errorName: 'TooSmall', args: [5n, who] });
  expect(decodeRevert({ data, message: '' })).toEqual({ reason: `the custom error ${data.slice(0, 10)}`, data });
  expect(decodeRevert({ data: '', message: 'execution reverted: Bad instruction fe' })).toEqual({
    reason: 'Bad instruction fe',
    data: null,
  });
  expect(decodeRevert({ data: '0x', message: 'execution reverted: revert: ' }).reason).toBe(
    'it reverts without a reason',
  );
});
