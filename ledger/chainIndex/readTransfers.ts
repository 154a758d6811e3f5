import { decodeAbiParameters } from 'viem';
import type { Hex } from '../../proof/index.ts';
import type { LogData } from './epochData.ts';

/** A movement of a token that a log tells. */
export interface TransferData {
  kind: 20 | 721 | 1155;
  from: Hex;
  to: Hex;
  /** Decimal text. */
  amount: string;
  tokenId: string | null;
}

const transfer = '0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef';
const transferSingle = '0xc3d58168c5ae7397731d063d5bbf3d657854427343f4c083240f7aacaa2d0f62';
const transferBatch = '0x4a39dc06d4c0dbc64b70af90fd698a233a518aa5d07e595d983b8c0526c8f7fb';

/** A batch with more items than a block could hold gas for is no honest one. */
const maxItems = 10_000;

const addressOf = (topic: Hex) => `0x${topic.slice(26)}` as Hex;
/** What has more than 20 bytes is no address. The index finds transfers by whole topics and relies on that. */
const isAddress = (topic: Hex) => topic.startsWith('0x000000000000000000000000');
const wordAt = (data: Hex, place: number) => BigInt(`0x${data.slice(2 + place * 64, 66 + place * 64)}`).toString();

function readBatch(data: Hex): { tokenId: string; amount: string }[] {
  try {
    const [ids, amounts] = decodeAbiParameters([{ type: 'uint256[]' }, { type: 'uint256[]' }], data);
    if (ids.length !== amounts.length || ids.length > maxItems) return [];
    return ids.map((id, place) => ({ tokenId: id.toString(), amount: String(amounts[place] ?? 0n) }));
  } catch {
    return [];
  }
}

/**
 * The token transfers of a log: ERC-20 and ERC-721 `Transfer` (told apart by the indexed token id), ERC-1155
 * `TransferSingle` and `TransferBatch`. A log that only looks like one gives none.
 */
export function readTransfers({ topics, data }: Pick<LogData, 'topics' | 'data'>): TransferData[] {
  const [event, first, second, third] = topics;
  if (event === transfer && first && second) {
    if (!isAddress(first) || !isAddress(second)) return [];
    const parties = { from: addressOf(first), to: addressOf(second) };
    if (third && data === '0x') return [{ kind: 721, ...parties, amount: '1', tokenId: BigInt(third).toString() }];
    if (!third && data.length === 66) return [{ kind: 20, ...parties, amount: wordAt(data, 0), tokenId: null }];
    return [];
  }
  if (!second || !third || (event !== transferSingle && event !== transferBatch)) return [];
  if (!isAddress(second) || !isAddress(third)) return [];
  const parties = { kind: 1155 as const, from: addressOf(second), to: addressOf(third) };
  if (event === transferBatch) return readBatch(data).map((item) => ({ ...parties, ...item }));
  return data.length === 130 ? [{ ...parties, tokenId: wordAt(data, 0), amount: wordAt(data, 1) }] : [];
}
