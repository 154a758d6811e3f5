import { type Hex, keccak256, serializeTransaction, type TransactionSerializable } from 'viem';
import { type Fees, highestPrice } from '../chain/fees.ts';
import type { LaneContext } from './laneContext.ts';

/** What signed bytes are to their transaction. */
export type Variant = 'original' | 'bump' | 'replacement' | 'cancellation';

/** A transaction with its nonce and fees, to be signed. */
export interface UnsignedBytes {
  nonce: number;
  to: Hex | null;
  data: Hex;
  value: bigint;
  gas: bigint;
  fees: Fees;
}

/** Signed bytes and what they cost at most. */
export interface SignedBytes {
  raw: Hex;
  hash: Hex;
  gas: bigint;
  /** Most a unit of gas may cost, in wei. */
  maxFee: bigint;
  priorityFee: bigint;
}

/** Signs transactions of one signer; its key is decrypted once for all of them. */
export async function signBytes(
  { keys, evmChainId }: LaneContext,
  signer: Hex,
  transactions: readonly UnsignedBytes[],
): Promise<SignedBytes[]> {
  const unsigned = transactions.map(({ nonce, to, data, value, gas, fees }): TransactionSerializable => {
    return { chainId: evmChainId, nonce, gas, data, value, ...(to ? { to } : {}), ...fees };
  });
  const preimages = unsigned.map((one) => serializeTransaction(one));
  const signatures = await keys.signMany(
    signer,
    preimages.map((preimage) => ({ digest: keccak256(preimage), preimage })),
  );
  return transactions.map(({ gas, fees }, at) => {
    const [one, signature] = [unsigned[at], signatures[at]];
    if (!one || !signature) throw new Error('the key store gave fewer signatures than digests');
    const raw = serializeTransaction(one, signature);
    const priorityFee = fees.type === 'legacy' ? fees.gasPrice : fees.maxPriorityFeePerGas;
    return { raw, hash: keccak256(raw), gas, maxFee: highestPrice(fees), priorityFee };
  });
}
