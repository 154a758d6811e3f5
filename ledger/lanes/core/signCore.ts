import { concat, type Hex, keccak256, numberToHex, toRlp, trim } from 'viem';
import type { Fees } from '../../chain/fees.ts';
import type { KeyStore } from '../../keys/keyStore.ts';

/** A Core Space transaction with everything but its signature. */
export interface UnsignedCore {
  nonce: number;
  /** Hexadecimal, with the type of the address in its first four bits; null deploys. */
  to: Hex | null;
  data: Hex;
  value: bigint;
  gas: bigint;
  /** Bytes of storage for which collateral may be locked at most. */
  storage: bigint;
  /** The bytes are good while the chain is within 100,000 epochs of it. */
  epochHeight: number;
  fees: Fees;
}

export interface SignCoreParameters {
  keys: Pick<KeyStore, 'sign'>;
  /** eSpace address of the key, by which the key store knows it. */
  signer: Hex;
  chainId: number;
  transaction: UnsignedCore;
}

/** The ASCII of `cfx` and the type, before the RLP of a typed transaction (CIP-90, CIP-1559). */
const typedPrefix = '0x63667802';

/** A number as RLP has it: without leading zeros, and zero as nothing. */
const number = (value: number | bigint): Hex => (BigInt(value) === 0n ? '0x' : numberToHex(value));

/** The fields of a transaction in their order; the signature comes after the list of them. */
function fieldsOf(chainId: number, { nonce, to, data, value, gas, storage, epochHeight, fees }: UnsignedCore) {
  const rest = [number(gas), to ?? '0x', number(value), number(storage), number(epochHeight), number(chainId), data];
  if (fees.type === 'legacy') return [number(nonce), number(fees.gasPrice), ...rest] as Hex[];
  const prices = [number(fees.maxPriorityFeePerGas), number(fees.maxFeePerGas)];
  // At the end the access list, which is empty.
  return [number(nonce), ...prices, ...rest, []] as (Hex | never[])[];
}

/** Signs a Core Space transaction: of type 2 or, where the chain has no base price, of the old kind. */
export async function signCore(parameters: SignCoreParameters): Promise<{ raw: Hex; hash: Hex }> {
  const { keys, signer, chainId, transaction } = parameters;
  const fields = fieldsOf(chainId, transaction);
  const encode = (list: unknown): Hex => {
    const rlp = toRlp(list as Parameters<typeof toRlp>[0]) as Hex;
    return transaction.fees.type === 'legacy' ? rlp : concat([typedPrefix, rlp]);
  };
  const preimage = encode(fields);
  const { r, s, yParity } = await keys.sign(signer, keccak256(preimage), preimage);
  const raw = encode([fields, number(yParity), trim(r), trim(s)]);
  return { raw, hash: keccak256(raw) };
}
