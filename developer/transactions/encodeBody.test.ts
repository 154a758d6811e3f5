import { encodeFunctionData, parseAbi } from 'viem';
import { expect, test } from 'vitest';
import { encodeBody, type TransactionBody } from './encodeBody.ts';

const to = `0x${'11'.repeat(20)}` as const;
const big = (2n ** 200n).toString();

test('a signature and exact numbers as texts are enough for a call', () => {
  const body = { kind: 'call', to, function: 'transfer(address to, uint256 amount)', args: [to, big] } as const;
  const abi = parseAbi(['function transfer(address to, uint256 amount)']);
  expect(encodeBody(body as unknown as TransactionBody)).toEqual({
    to,
    data: encodeFunctionData({ abi, args: [to, 2n ** 200n] }),
    value: 0n,
  });
});

test('structures are read by name or by place, lists item by item', () => {
  const abi = parseAbi(['function put((uint64 size, bytes32[] path)[] items)']);
  const path = [`0x${'22'.repeat(32)}`];
  const named = encodeBody({ kind: 'call', to, function: 'put', abi: [...abi], args: [[{ size: '7', path }]] });
  const placed = encodeBody({ kind: 'call', to, function: 'put', abi: [...abi], args: [[[7, path]]] });
  expect(named).toEqual(placed);
  expect(named.data).toBe(encodeFunctionData({ abi, args: [[{ size: 7n, path: path as `0x${string}`[] }]] }));
});

test('a deployment appends the arguments of its constructor', () => {
  const abi = parseAbi(['constructor(uint256 start)']);
  const { to: target, data } = encodeBody({ kind: 'deploy', bytecode: '0x6001', abi: [...abi], args: ['5'] });
  expect(target).toBeNull();
  expect(data).toBe(`0x6001${'5'.padStart(64, '0')}`);
});

test.each([
  [{ kind: 'call', to, function: 'transfer(', args: [] }, 'not a function'],
  [{ kind: 'call', to, function: 'transfer', args: [] }, 'no function'],
  [{ kind: 'call', to, function: 'f(uint256 a)', args: [1.5] }, 'not a whole number'],
  [{ kind: 'call', to, function: 'f(uint256 a)', args: [] }, '1 arguments are needed'],
  [{ kind: 'call', to, function: 'f(uint8 a)', args: ['300'] }, '300'],
  [{ kind: 'call', to, function: 'f(address a)', args: ['0x12'] }, '0x12'],
  [{ kind: 'deploy', bytecode: '0x6001', args: [1] }, 'no constructor'],
] as [TransactionBody, string][])('%j is refused with its reason', (body, reason) => {
  expect(() => encodeBody(body)).toThrow(expect.objectContaining({ code: 'DEVELOPER_CALL_INVALID' }));
  expect(() => encodeBody(body)).toThrow(reason);
});
