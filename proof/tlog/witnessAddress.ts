import { secp256k1 } from '@noble/curves/secp256k1.js';
import { keccak_256 } from '@noble/hashes/sha3.js';
import { concatBytes } from '@noble/hashes/utils.js';

/** The address of a public key: the last 20 bytes of keccak-256 of its two coordinates. */
function addressOf(publicKey: Uint8Array): Uint8Array {
  return keccak_256(secp256k1.Point.fromBytes(publicKey).toBytes(false).subarray(1)).slice(-20);
}

/** The 20 bytes of the eSpace address of a private key. */
export function addressOfPrivateKey(privateKey: Uint8Array): Uint8Array {
  return addressOf(secp256k1.getPublicKey(privateKey));
}

/** 65 bytes r ‖ s ‖ v (27 or 28) over a digest, the form that contracts recover from; s is the lower of the two. */
export function signDigest(digest: Uint8Array, privateKey: Uint8Array): Uint8Array {
  const [recovery = 0, ...rs] = secp256k1.sign(digest, privateKey, { prehash: false, format: 'recovered' });
  return concatBytes(Uint8Array.from(rs), Uint8Array.of(27 + recovery));
}

/** The address that signed a digest; null for a signature that a contract refuses too (a high s, a v other than 27 and 28). */
export function recoverAddress(digest: Uint8Array, signature: Uint8Array): Uint8Array | null {
  const v = signature[64];
  if (signature.length !== 65 || (v !== 27 && v !== 28)) return null;
  const rs = signature.subarray(0, 64);
  try {
    if (secp256k1.Signature.fromBytes(rs, 'compact').hasHighS()) return null;
    const recovered = concatBytes(Uint8Array.of(v - 27), rs);
    return addressOf(secp256k1.recoverPublicKey(recovered, digest, { prehash: false }));
  } catch {
    return null; // r or s out of range, or no point with this r
  }
}
