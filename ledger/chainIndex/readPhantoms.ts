import { keccak256, stringToHex } from 'viem';
import type { Hex } from '../../proof/index.ts';
import type { CoreReceipt, EthReceipt, EthTransaction } from './rpcShapes.ts';

/** The built-in contract through which Core transactions act in eSpace. */
const crossSpaceCall = '0x0888000000000000000000000000000000000006';

const topicOf = (signature: string) => keccak256(stringToHex(signature));
/** Each of its events is seen in eSpace as so many transactions: the transfer to the mapped account and the call itself. */
const phantomsPerEvent: ReadonlyMap<string, number> = new Map([
  [topicOf('Call(bytes20,bytes20,uint256,uint256,bytes)'), 2],
  [topicOf('Create(bytes20,bytes20,uint256,uint256,bytes)'), 2],
  [topicOf('Withdraw(bytes20,address,uint256,uint256)'), 1],
]);

/** How many eSpace transactions a Core transaction made. */
export function countPhantoms(receipt: CoreReceipt, readAddress: (text: string) => Hex): number {
  let count = 0;
  for (const { address, topics, space } of receipt.logs) {
    const made = space === 'evm' ? undefined : phantomsPerEvent.get(topics[0] ?? '');
    if (made !== undefined && readAddress(address) === crossSpaceCall) count += made;
  }
  return count;
}

/** An eSpace transaction that is in no block, and its receipt. */
export interface Phantom {
  transaction: EthTransaction;
  receipt: EthReceipt;
}

/** The phantoms of an eSpace block in order: transactions that nobody signed. */
export function selectPhantoms(transactions: readonly EthTransaction[], receipts: readonly EthReceipt[]): Phantom[] {
  const byHash = new Map(receipts.map((receipt) => [receipt.transactionHash, receipt]));
  return transactions.flatMap((transaction) => {
    const receipt = byHash.get(transaction.hash);
    return receipt && !transaction.publicKey ? [{ transaction, receipt }] : [];
  });
}
