import { expect, it } from 'vitest';
import { readArtifact } from './readArtifact.ts';

const abi = [{ type: 'constructor', inputs: [{ name: 'start', type: 'uint256' }] }];

it.each([
  ['an ABI alone', abi, { abi, bytecode: null }],
  ['Hardhat', { contractName: 'C', abi, bytecode: '0x60FF' }, { abi, bytecode: '0x60ff' }],
  ['Foundry', { abi, bytecode: { object: '0x6001' } }, { abi, bytecode: '0x6001' }],
  ['solc', { abi, evm: { bytecode: { object: '6001' } } }, { abi, bytecode: '0x6001' }],
  ['an interface', { abi, bytecode: '0x' }, { abi, bytecode: null }],
])('reads the output of %s', (_, file, artifact) => {
  expect(readArtifact(JSON.stringify(file))).toEqual(artifact);
});

it('reads bare bytecode', () => {
  expect(readArtifact(' 0x6001\n')).toEqual({ abi: null, bytecode: '0x6001' });
  expect(readArtifact('6001')).toEqual({ abi: null, bytecode: '0x6001' });
});

it.each(['', '0x6', 'hello', '{}', '[1]', '[{"name":"f"}]', '"0x60', '{"bytecode":"0x__$placeholder$__"}'])(
  '%j is none',
  (text) => {
    expect(readArtifact(text)).toBeNull();
  },
);
