import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { sm2 } from 'sm-crypto-v2';
import { generatePrivateKey, privateKeyToAddress } from 'viem/accounts';
import { didKeyOf } from '../../../alliance/index.ts';
import type { ExchangeSettings } from '../../house.ts';
import { thumbprintOf } from '../seal/thumbprint.ts';

/** What the keys of a connector are for. */
export const keyKinds = ['signing', 'encryption', 'chain', 'pseudonym'] as const;
export type KeyKind = (typeof keyKinds)[number];

/** A key as it is stored; `secret` is sealed. */
export interface NewKey {
  public: string;
  secret: string;
}

const base64url = (hex: string) => Buffer.from(hex, 'hex').toString('base64url');

function makeSm2Key(): NewKey {
  const { privateKey, publicKey } = sm2.generateKeyPairHex();
  // An uncompressed point: 04, x, y.
  const bare = { kty: 'EC', crv: 'SM2', x: base64url(publicKey.slice(2, 66)), y: base64url(publicKey.slice(66)) };
  const jwk = { ...bare, use: 'enc', alg: 'SM2', kid: thumbprintOf(bare) };
  return { public: JSON.stringify(jwk), secret: JSON.stringify({ ...jwk, d: base64url(privateKey) }) };
}

function makeX25519Key(): NewKey {
  const { kty = '', crv = '', x = '', d = '' } = generateKeyPairSync('x25519').privateKey.export({ format: 'jwk' });
  const jwk = { kty, crv, x, use: 'enc', alg: 'ECDH-ES+A256KW', kid: thumbprintOf({ kty, crv, x }) };
  return { public: JSON.stringify(jwk), secret: JSON.stringify({ ...jwk, d }) };
}

function makeSigningKey(): NewKey {
  const jwk = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  const did = didKeyOf(new Uint8Array(Buffer.from(jwk.x ?? '', 'base64url')));
  return { public: did, secret: JSON.stringify(jwk) };
}

/** Makes a key of a kind. */
export function makeKey(kind: KeyKind, suite: ExchangeSettings['suite']): NewKey {
  if (kind === 'signing') return makeSigningKey();
  if (kind === 'encryption') return suite === 'sm' ? makeSm2Key() : makeX25519Key();
  if (kind === 'pseudonym') return { public: randomBytes(8).toString('hex'), secret: randomBytes(32).toString('hex') };
  const secret = generatePrivateKey();
  return { public: privateKeyToAddress(secret), secret };
}
