import { encodeAbiParameters, keccak256, stringToHex } from 'viem';
import { describe, expect, it } from 'vitest';
import type { Hex } from '../../proof/index.ts';
import { readTransfers } from './readTransfers.ts';

const topicOf = (signature: string) => keccak256(stringToHex(signature));
const word = (value: number): Hex => `0x${value.toString(16).padStart(64, '0')}`;
const account = (value: number): Hex => `0x${value.toString(16).padStart(40, '0')}`;
const parties = { from: account(1), to: account(2) };

describe('readTransfers', () => {
  it('reads the transfers of every token standard', () => {
    const transfer = topicOf('Transfer(address,address,uint256)');
    expect(readTransfers({ topics: [transfer, word(1), word(2)], data: word(9) })).toEqual([
      { kind: 20, ...parties, amount: '9', tokenId: null },
    ]);
    expect(readTransfers({ topics: [transfer, word(1), word(2), word(9)], data: '0x' })).toEqual([
      { kind: 721, ...parties, amount: '1', tokenId: '9' },
    ]);
    const single = topicOf('TransferSingle(address,address,address,uint256,uint256)');
    const amounts = encodeAbiParameters([{ type: 'uint256' }, { type: 'uint256' }], [7n, 3n]);
    expect(readTransfers({ topics: [single, word(5), word(1), word(2)], data: amounts })).toEqual([
      { kind: 1155, ...parties, amount: '3', tokenId: '7' },
    ]);
    const batch = topicOf('TransferBatch(address,address,address,uint256[],uint256[])');
    const lists = encodeAbiParameters(
      [{ type: 'uint256[]' }, { type: 'uint256[]' }],
      [
        [7n, 8n],
        [3n, 4n],
      ],
    );
    expect(readTransfers({ topics: [batch, word(5), word(1), word(2)], data: lists })).toEqual([
      { kind: 1155, ...parties, amount: '3', tokenId: '7' },
      { kind: 1155, ...parties, amount: '4', tokenId: '8' },
    ]);
  });

  it('is not fooled by logs that only look like transfers', () => {
    const transfer = topicOf('Transfer(address,address,uint256)');
    const batch = topicOf('TransferBatch(address,address,address,uint256[],uint256[])');
    expect(readTransfers({ topics: [], data: '0x' })).toEqual([]);
    expect(readTransfers({ topics: [transfer], data: word(9) })).toEqual([]);
    const long: Hex = `0x${'f'.repeat(64)}`;
    expect(readTransfers({ topics: [transfer, long, word(2)], data: word(9) })).toEqual([]);
    expect(readTransfers({ topics: [transfer, word(1), long], data: word(9) })).toEqual([]);
    expect(readTransfers({ topics: [batch, word(5), long, word(2)], data: '0x' })).toEqual([]);
    expect(readTransfers({ topics: [transfer, word(1), word(2)], data: '0x' })).toEqual([]);
    expect(readTransfers({ topics: [batch, word(5), word(1), word(2)], data: '0xffff' })).toEqual([]);
    const uneven = encodeAbiParameters([{ type: 'uint256[]' }, { type: 'uint256[]' }], [[7n], []]);
    expect(readTransfers({ topics: [batch, word(5), word(1), word(2)], data: uneven })).toEqual([]);
  });
});
