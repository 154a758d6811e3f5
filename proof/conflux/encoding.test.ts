import { utf8ToBytes } from '@noble/hashes/utils.js';
import { expect, test } from 'vitest';
import { decodeCoreAddress } from './coreAddress.ts';
import { fromHex, integerToBytes, toHex } from './hexBytes.ts';
import { decodeReceipt, encodeReceipt, type Receipt } from './receipt.ts';
import { decodeRlp, encodeRlp, type RlpItem, splitRlpList } from './rlp.ts';

// Values from the Ethereum yellow paper's and wiki's examples.
test.each<[string, RlpItem]>([
  ['0x83646f67', utf8ToBytes('dog')],
  ['0xc88363617483646f67', [utf8ToBytes('cat'), utf8ToBytes('dog')]],
  ['0x80', integerToBytes(0n)],
  ['0x0f', integerToBytes(15n)],
  ['0x820400', integerToBytes(1024n)],
  ['0xc7c0c1c0c3c0c1c0', [[], [[]], [[], [[]]]]],
])('RLP %s', (encoded, item) => {
  expect(toHex(encodeRlp(item))).toBe(encoded);
  expect(decodeRlp(fromHex(encoded))).toEqual(item);
});

test('long RLP items come back as they were', () => {
  const item = [new Uint8Array(55).fill(1), new Uint8Array(56).fill(2), [new Uint8Array(70_000).fill(3)]];
  expect(decodeRlp(encodeRlp(item))).toEqual(item);
  expect(splitRlpList(encodeRlp(item))[1]).toEqual(encodeRlp(item[1] ?? []));
});

test.each([
  ['cut off', '0x83646f'],
  ['followed by something', '0x0f0f'],
  ['a byte in two', '0x810f'],
  ['a short string in the long form', '0xb803646f67'],
  ['a length with a leading zero', `0xb90038${'11'.repeat(56)}`],
  ['a list longer than its frame', '0xc483646f'],
  ['nothing', '0x'],
  ['nested too deeply', `0x${Array.from({ length: 20 }, (_, at) => (0xc0 + 19 - at).toString(16)).join('')}`],
])('RLP that is %s is refused', (_, encoded) => {
  expect(() => decodeRlp(fromHex(encoded))).toThrow(/not RLP/);
});

test('base32 addresses are read with their checksum (CIP-37)', () => {
  const bytes = fromHex('0x1a2f80341409639ea6a35bbcab8299066109aa55');
  const address = 'cfx:aarc9abycue0hhzgyrr53m6cxedgccrmmyybjgh4xg';
  expect(decodeCoreAddress(address)).toEqual(bytes);
  expect(decodeCoreAddress('cfx:type.user:aarc9abycue0hhzgyrr53m6cxedgccrmmyybjgh4xg')).toEqual(bytes);
  expect(decodeCoreAddress('CFX:TYPE.USER:AARC9ABYCUE0HHZGYRR53M6CXEDGCCRMMYYBJGH4XG')).toEqual(bytes);
  const faults = [
    address.replace('arc9', 'arc8'),
    address.replace('cfx', 'cfxtest'),
    address.slice(0, -1),
    address.replace('aarc', 'aaro'),
    address.replace('aarc', 'AARC'),
    'aarc9abycue0hhzgyrr53m6cxedgccrmmyybjgh4xg',
  ];
  for (const fault of faults) expect(() => decodeCoreAddress(fault), fault).toThrow(/CIP-37/);
});

test('a receipt comes back from its RLP, and what is not one is refused', () => {
  const address = new Uint8Array(20).fill(7);
  const receipt: Receipt = {
    accumulatedGasUsed: 21_000n,
    gasFee: 0n,
    gasSponsorPaid: true,
    logBloom: new Uint8Array(256),
    logs: [
      { address, topics: [new Uint8Array(32)], data: new Uint8Array(), space: 'espace' },
      { address, topics: [], data: Uint8Array.of(0), space: 'core' },
    ],
    outcome: 'failed',
    storageSponsorPaid: false,
    storageCollateralized: [{ address, collaterals: 64n }],
    storageReleased: [],
    burntGasFee: null,
  };
  for (const burntGasFee of [null, 0n, 5n]) {
    for (const gasSponsorPaid of [true, false]) {
      const given = { ...receipt, burntGasFee, gasSponsorPaid };
      expect(decodeReceipt(encodeReceipt(given))).toEqual(given);
    }
  }
  for (const wrong of [encodeRlp([]), encodeRlp(address), encodeRlp(Array.from({ length: 9 }, () => address))])
    expect(() => decodeReceipt(wrong)).toThrow(/not a Conflux receipt/);
});
