import { signRecoverable } from 'tiny-secp256k1';
import { bytesToHex, type Hex, hexToBytes } from 'viem';

/** A signature as transactions carry it. */
export interface KeySignature {
  r: Hex;
  s: Hex;
  yParity: 0 | 1;
  /** The same parity as transactions without EIP-1559 carry it, 27 or 28. */
  v: bigint;
}

/** Signs a 32-byte digest with a private key. */
export function signDigest(privateKey: Uint8Array, digest: Hex): KeySignature {
  const { signature, recoveryId } = signRecoverable(hexToBytes(digest), privateKey);
  return {
    r: bytesToHex(signature.subarray(0, 32)),
    s: bytesToHex(signature.subarray(32, 64)),
    yParity: recoveryId === 1 ? 1 : 0,
    v: recoveryId === 1 ? 28n : 27n,
  };
}
