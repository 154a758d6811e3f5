import { keccak_256 } from '@noble/hashes/sha3.js';
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Hex } from '../hashes.ts';
import { decodeCoreAddress } from './coreAddress.ts';
import { fromHex, integerToBytes, toHex } from './hexBytes.ts';
import { encodeRlp, type RlpItem } from './rlp.ts';

/** A Core Space transaction as RPC answers it; quantities are hexadecimal, addresses base32. */
export interface RpcCoreTransaction {
  hash: Hex;
  type?: Hex | null;
  nonce: Hex;
  gasPrice?: Hex | null;
  maxPriorityFeePerGas?: Hex | null;
  maxFeePerGas?: Hex | null;
  gas: Hex;
  to: string | null;
  value: Hex;
  storageLimit: Hex;
  epochHeight: Hex;
  chainId: Hex;
  data: Hex;
  accessList?: { address: string; storageKeys: Hex[] }[] | null;
  v: Hex;
  r: Hex;
  s: Hex;
}

/**
 * Hash of a Core Space transaction: keccak-256 over RLP [[fields], v, r, s]; those of a type (CIP-1559: 1 with an access
 * list, 2 with fee caps) begin with "cfx" and the type.
 */
export function hashCoreTransaction(transaction: RpcCoreTransaction): Hex {
  const integer = (value: Hex | null | undefined) => integerToBytes(BigInt(value ?? 0));
  const type = Number(transaction.type ?? 0);
  const price =
    type === 2
      ? [integer(transaction.maxPriorityFeePerGas), integer(transaction.maxFeePerGas)]
      : [integer(transaction.gasPrice)];
  const accessList = (transaction.accessList ?? []).map(
    ({ address, storageKeys }): RlpItem => [decodeCoreAddress(address), storageKeys.map(fromHex)],
  );
  const fields: RlpItem[] = [
    integer(transaction.nonce),
    ...price,
    integer(transaction.gas),
    transaction.to ? decodeCoreAddress(transaction.to) : new Uint8Array(),
    integer(transaction.value),
    integer(transaction.storageLimit),
    integer(transaction.epochHeight),
    integer(transaction.chainId),
    fromHex(transaction.data),
    ...(type === 0 ? [] : [accessList]),
  ];
  const { v, r, s } = transaction;
  const encoded = encodeRlp([fields, integer(v), integer(r), integer(s)]);
  const prefix = type === 0 ? new Uint8Array() : concatBytes(utf8ToBytes('cfx'), Uint8Array.of(type));
  return toHex(keccak_256(concatBytes(prefix, encoded)));
}

/** Hash of an eSpace transaction: keccak-256 over its raw bytes, as in Ethereum. */
export function hashEspaceTransaction(raw: Hex): Hex {
  return toHex(keccak_256(fromHex(raw)));
}
