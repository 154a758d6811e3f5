import { createECDH } from 'node:crypto';
import { join, resolve } from 'node:path';
import { secp256k1 } from '@noble/curves/secp256k1.js';
import { keccak_256 } from '@noble/hashes/sha3.js';
import { ensureWritableFolder, readOrCreateSecret } from '../host/index.ts';
import { layoutPaths } from './buildConfig.ts';
import type { Hex } from './nodeOptions.ts';

/** The key by which a node is known to others, and which signs for it. */
export interface NodeKey {
  /** 64 bytes, without the leading 04: as in `cfxnode://…` and in the members' registry. */
  readonly publicKey: Hex;
  /** Core Space address that gets the rewards of the blocks this node makes; it follows from the key. */
  readonly author: Hex;
  /** Signs 32 bytes: 65 bytes r, s, v with a low s, as Ethereum's ecrecover takes them. */
  sign(digest: Hex): Hex;
}

const hexOf = (bytes: Uint8Array): Hex => `0x${Buffer.from(bytes).toString('hex')}`;

/** The public key of a network key, 64 bytes. */
export function publicKeyOf(secretHex: string): Buffer {
  const ecdh = createECDH('secp256k1');
  ecdh.setPrivateKey(Buffer.from(secretHex, 'hex'));
  return ecdh.getPublicKey().subarray(1);
}

/**
 * The Core Space address of a public key (64 bytes): user addresses begin with the nibble 1, the rest is as in Ethereum. A
 * block's author therefore tells which node made it.
 */
export function authorOf(publicKey: Hex): Hex {
  const address = Buffer.from(keccak_256(Buffer.from(publicKey.slice(2), 'hex'))).toString('hex', 12);
  return `0x1${address.slice(1)}`;
}

/**
 * Opens the network key of the node in a data folder, made when missing: a member puts its public half into the registry
 * before the node first starts. @throws HOST_FOLDER_NOT_WRITABLE, HOST_SECRET_UNREADABLE
 */
export async function openNodeKey(dataDir: string): Promise<NodeKey> {
  const { secretsDir } = layoutPaths(resolve(dataDir));
  await ensureWritableFolder(secretsDir);
  const secret = await readOrCreateSecret(join(secretsDir, 'network.key'));
  const publicKey = hexOf(publicKeyOf(secret));
  return {
    publicKey,
    author: authorOf(publicKey),
    sign(digest) {
      const bytes = Buffer.from(digest.slice(2), 'hex');
      const [recovery = 0, ...compact] = secp256k1.sign(bytes, Buffer.from(secret, 'hex'), {
        format: 'recovered',
        prehash: false,
      });
      return hexOf(Uint8Array.from([...compact, 27 + recovery]));
    },
  };
}
