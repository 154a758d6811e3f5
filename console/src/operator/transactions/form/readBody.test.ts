import { expect, it } from 'vitest';
import { findConstructor, listFunctions, readTransaction } from './readBody.ts';

const to = `0x${'11'.repeat(20)}`;
const signer = `0x${'22'.repeat(20)}`;
const abi = JSON.stringify([
  { type: 'constructor', inputs: [{ name: 'start', type: 'uint256' }] },
  { type: 'function', name: 'put', stateMutability: 'nonpayable', inputs: [{ name: 'a', type: 'uint8' }] },
  { type: 'function', name: 'put', stateMutability: 'payable', inputs: [{ name: 'a', type: 'uint8[]' }] },
  { type: 'function', name: 'get', stateMutability: 'view', inputs: [] },
]);

it('a transfer is exact to the last digit', () => {
  expect(readTransaction({ kind: 'transfer', signer, to: ` ${to} `, amount: '0.000000000000000001' })).toEqual({
    kind: 'transfer',
    signer,
    to,
    value: '1',
  });
});

it('a call by signature takes its arguments in order, numbers as text', () => {
  const values = { kind: 'call', by: 'signature', signer, to, signature: 'f(uint256 a, bool b, uint8[] c)' } as const;
  expect(readTransaction({ ...values, 0: (2n ** 200n).toString(), 1: 'true', 2: '[1,2]', gas: '90000' })).toEqual({
    kind: 'call',
    signer,
    to,
    function: 'f(uint256,bool,uint8[])',
    args: [(2n ** 200n).toString(), true, ['1', '2']],
    value: '0',
    gas: '90000',
  });
});

it('a call by ABI names one of several functions of the same name, and sends the ABI for its errors', () => {
  expect(listFunctions(abi).length).toBe(2);
  const call = readTransaction({ kind: 'call', by: 'abi', signer, to, abi, chosen: 'put(uint8[])', 0: '[7]' });
  expect(call).toMatchObject({ function: 'put(uint8[])', args: [['7']], abi: JSON.parse(abi) as object });
});

it('a deployment finds bytes and constructor in one file', () => {
  const bytecode = JSON.stringify({ abi: JSON.parse(abi) as object, bytecode: '0x6001' });
  expect(findConstructor({ bytecode })?.inputs?.length).toBe(1);
  expect(readTransaction({ kind: 'deploy', signer, bytecode, 0: '5', feeBudget: '0.1' })).toMatchObject({
    kind: 'deploy',
    bytecode: '0x6001',
    args: ['5'],
    feeBudget: '100000000000000000',
  });
});

it('raw data may go to nobody', () => {
  expect(readTransaction({ kind: 'raw', signer, to: '', data: '0x00' })).toMatchObject({ to: null, data: '0x00' });
});
