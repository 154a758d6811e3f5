import { type Hex, keccak256, toHex } from 'viem';
import type { Random } from './random.ts';

/** A transaction as the simulated chain knows it. */
export interface SimTransaction {
  hash: Hex;
  sender: Hex;
  nonce: number;
  to: Hex | null;
  data: Hex;
  value: bigint;
  gas: bigint;
  maxFee: bigint;
  priorityFee: bigint;
  /** Sent by another wallet with the same key. */
  isForeign: boolean;
}

export interface SimReceipt {
  transaction: SimTransaction;
  success: boolean;
  fee: bigint;
}

interface Account {
  nonce: number;
  balance: bigint;
}

export interface SimBlock {
  number: number;
  hash: Hex;
  parentHash: Hex;
  baseFee: bigint;
  receipts: SimReceipt[];
  /** After this block. */
  accounts: ReadonlyMap<Hex, Account>;
}

/** The truth that all simulated nodes share: blocks with executed transactions, and what waits for the next one. */
export interface SimulatedChain {
  readonly blocks: SimBlock[];
  baseFee: bigint;
  /** Whether calls of the contract revert now. */
  isBroken: boolean;
  /** Waiting transactions by sender and nonce. */
  pool: Map<string, SimTransaction>;
  head(): SimBlock;
  account(address: Hex, at?: SimBlock): Account;
  mine(): void;
  /** Drops the last blocks; their transactions wait again unless they are lost. */
  reorganise(depth: number, keep: (transaction: SimTransaction) => boolean): void;
}

/** Calls of this address revert while the chain is broken. */
export const contract: Hex = '0x00000000000000000000000000000000000c0de0';
const maxPerBlock = 12;
export const poolKey = ({ sender, nonce }: Pick<SimTransaction, 'sender' | 'nonce'>) => `${sender}/${nonce}`;

/** Makes a chain whose accounts have funds. */
export function createSimulatedChain(random: Random, funds: ReadonlyMap<Hex, bigint>): SimulatedChain {
  const accounts = new Map([...funds].map(([address, balance]) => [address, { nonce: 0, balance }]));
  const newHash = () => keccak256(toHex(`${random.next()}/${random.next()}`));
  const genesis: SimBlock = {
    number: 0,
    hash: newHash(),
    parentHash: newHash(),
    baseFee: 10n,
    receipts: [],
    accounts,
  };
  const blocks = [genesis];
  const none: Account = { nonce: 0, balance: 0n };
  const chain: SimulatedChain = {
    blocks,
    baseFee: 10n,
    isBroken: false,
    pool: new Map(),
    head: () => blocks.at(-1) ?? genesis,
    account: (address, at = chain.head()) => at.accounts.get(address) ?? none,
    mine() {
      const parent = chain.head();
      const after = new Map(parent.accounts);
      const receipts: SimReceipt[] = [];
      for (let found = true; found && receipts.length < maxPerBlock; ) {
        found = false;
        for (const [sender, account] of after) {
          const transaction = chain.pool.get(poolKey({ sender, nonce: account.nonce }));
          if (!transaction || receipts.length >= maxPerBlock) continue;
          const { gas, maxFee, priorityFee, value, to } = transaction;
          if (maxFee < chain.baseFee || account.balance < value + gas * maxFee) continue;
          const price = maxFee < chain.baseFee + priorityFee ? maxFee : chain.baseFee + priorityFee;
          const success = !(chain.isBroken && to === contract);
          const fee = gas * price;
          after.set(sender, { nonce: account.nonce + 1, balance: account.balance - fee - (success ? value : 0n) });
          receipts.push({ transaction, success, fee });
          found = true;
        }
      }
      for (const key of chain.pool.keys()) {
        const transaction = chain.pool.get(key);
        if (transaction && transaction.nonce < (after.get(transaction.sender)?.nonce ?? 0)) chain.pool.delete(key);
      }
      const { hash: parentHash, number } = parent;
      blocks.push({
        number: number + 1,
        hash: newHash(),
        parentHash,
        baseFee: chain.baseFee,
        receipts,
        accounts: after,
      });
    },
    reorganise(depth, keep) {
      const dropped = blocks.splice(Math.max(1, blocks.length - depth));
      for (const { receipts } of dropped) {
        for (const { transaction } of receipts)
          if (keep(transaction)) chain.pool.set(poolKey(transaction), transaction);
      }
    },
  };
  return chain;
}
