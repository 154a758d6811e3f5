import { Address, type Hex, Secp256k1 } from 'ox';

/** The account of a private key, in lower case as keys are kept. */
export function addressOfKey(privateKey: Hex.Hex): `0x${string}` {
  return Address.fromPublicKey(Secp256k1.getPublicKey({ privateKey })).toLowerCase() as `0x${string}`;
}
