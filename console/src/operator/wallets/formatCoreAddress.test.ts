import { expect, it } from 'vitest';
import { decodeCoreAddress, encodeHex } from '../../../../proof/index.ts';
import { formatCoreAddress } from './formatCoreAddress.ts';

// The examples of CIP-37.
it.each([
  ['0x85d80245dc02f5a89589e1f19c5c718e405b56cd', 1029, 'cfx:acc7uawf5ubtnmezvhu9dhc6sghea0403y2dgpyfjp'],
  ['0x85d80245dc02f5a89589e1f19c5c718e405b56cd', 1, 'cfxtest:acc7uawf5ubtnmezvhu9dhc6sghea0403ywjz6wtpg'],
  ['0x1a2f80341409639ea6a35bbcab8299066109aa55', 1029, 'cfx:aarc9abycue0hhzgyrr53m6cxedgccrmmyybjgh4xg'],
])('%s in network %i is %s', (hex, network, address) => {
  expect(formatCoreAddress(hex, network)).toBe(address);
});

it('is read back on a network without a name', () => {
  const hex = `0x1${'0123456789abcdef'.repeat(3).slice(0, 39)}`;
  const address = formatCoreAddress(hex, 7001);
  expect(address.startsWith('net7001:aa')).toBe(true);
  expect(`0x${encodeHex(decodeCoreAddress(address))}`).toBe(hex);
});
