import { expect, it } from 'vitest';
import { signatureOf } from '../../../explorer/contracts/abiKinds.ts';
import { parseSignature } from './parseSignature.ts';

it.each([
  ['transfer(address to, uint256 amount)', 'transfer(address,uint256)', ['to', 'amount']],
  ['function transfer( address,uint )', 'transfer(address,uint256)', [undefined, undefined]],
  ['pause()', 'pause()', []],
  [
    'f(string memory text, bytes32[2][] calldata list) external returns (bool)',
    'f(string,bytes32[2][])',
    ['text', 'list'],
  ],
  ['put((uint64 size, bytes32[] path)[] items, bool last);', 'put((uint64,bytes32[])[],bool)', ['items', 'last']],
  ['g(tuple(address payable who, (int8 a) inner) x) payable', 'g((address,(int8)))', ['x']],
])('%s is %s', (typed, canonical, names) => {
  const item = parseSignature(typed);
  expect(item && signatureOf(item)).toBe(canonical);
  expect(item?.inputs?.map(({ name }) => name)).toEqual(names);
});

it.each([
  '',
  'transfer',
  'transfer(',
  'transfer(address',
  'f(uint7 a)',
  'f(address,)',
  'f(a b c)',
  'f(uint a b)',
  '1f()',
  'f() x',
])('%j is no function', (typed) => expect(parseSignature(typed)).toBeNull());
