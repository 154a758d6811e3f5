import type { JsonWebKey } from 'node:crypto';
import { decodeProtectedHeader } from 'jose';
import { sm2 } from 'sm-crypto-v2';
import { connectorErrors } from '../errors.ts';
import type { Keys } from '../keys/openKeys.ts';
import { openAes, sealAes } from './sealAes.ts';
import { openSm, sealSm } from './sealSm.ts';
import { thumbprintOf } from './thumbprint.ts';

const isBytes = (text: unknown, size: number) =>
  typeof text === 'string' && /^[\w-]{1,100}$/.test(text) && Buffer.from(text, 'base64url').length === size;

function isPoint(hex: string): boolean {
  try {
    return sm2.verifyPublicKey(hex);
  } catch {
    return false;
  }
}

/** The public encryption key of a JSON Web Key, with its name; of one of the suites. @throws CONNECTOR_KEY_WRONG */
export function checkEncryptionKey(key: JsonWebKey): JsonWebKey & { kid: string } {
  const wrong = (problem: string) => connectorErrors.keyWrong({ problem });
  const { kty = '', crv = '', x = '', y = '' } = key;
  if (key.d !== undefined) throw wrong('it has its private part');
  if (!isBytes(x, 32)) throw wrong('its x is not 32 bytes in base64url');
  if (kty === 'OKP' && crv === 'X25519') {
    const bare = { kty, crv, x };
    return { ...bare, use: 'enc', alg: 'ECDH-ES+A256KW', kid: thumbprintOf(bare) };
  }
  if (kty !== 'EC' || crv !== 'SM2') throw wrong(`it is of kty ${kty} and crv ${crv}`);
  if (!isBytes(y, 32)) throw wrong('its y is not 32 bytes in base64url');
  const point = `04${Buffer.from(x, 'base64url').toString('hex')}${Buffer.from(y, 'base64url').toString('hex')}`;
  if (!isPoint(point)) throw wrong('it is no point of the curve');
  const bare = { kty, crv, x, y };
  return { ...bare, use: 'enc', alg: 'SM2', kid: thumbprintOf(bare) };
}

/** Seals bytes to a connector's key, by the suite of that key. @throws CONNECTOR_KEY_WRONG */
export async function sealTo(recipient: JsonWebKey, bytes: Uint8Array): Promise<string> {
  const key = checkEncryptionKey(recipient);
  return key.crv === 'SM2' ? sealSm(key, bytes) : sealAes(key, bytes);
}

/** Opens what was sealed to a connector. @throws CONNECTOR_SEAL_WRONG */
export async function openSealed(keys: Keys, slug: string, jwe: string): Promise<Uint8Array> {
  const wrong = (problem: string, cause?: unknown) => connectorErrors.sealWrong({ problem }, { cause });
  let kid: string | undefined;
  try {
    kid = decodeProtectedHeader(jwe).kid;
  } catch (cause) {
    throw wrong('they are no JWE in compact form', cause);
  }
  const secret = kid === undefined ? null : await keys.readEncryptionKey(slug, kid);
  if (!secret) throw wrong('they are sealed to another key');
  try {
    return secret.crv === 'SM2' ? openSm(secret, jwe) : await openAes(secret, jwe);
  } catch (cause) {
    throw wrong('a byte of them was changed, or they were sealed in another way', cause);
  }
}
