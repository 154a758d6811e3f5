import { Secp256k1, Signature } from 'ox';
import type { Hex, TypedData } from '../api/types.ts';
import { hashTypedData } from './typedData.ts';

/** Signs a message with a private key: 65 bytes r, s, v in hexadecimal. */
export function signTypedData(typedData: TypedData, privateKey: Hex): Hex {
  return Signature.toHex(Secp256k1.sign({ payload: hashTypedData(typedData), privateKey }));
}

/** Whether a signature is of this account over this message. */
export function isSignedBy(typedData: TypedData, signature: Hex, signer: Hex): boolean {
  try {
    const parts = Signature.fromHex(signature);
    const account = Secp256k1.recoverAddress({ payload: hashTypedData(typedData), signature: parts });
    return account.toLowerCase() === signer.toLowerCase();
  } catch {
    return false;
  }
}
