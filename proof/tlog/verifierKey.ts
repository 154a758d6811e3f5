import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes } from '@noble/hashes/utils.js';
import { encodeHex, equalBytes, type Hex } from '../hashes.ts';
import { inBoth } from '../words.ts';
import { decodeBase64, encodeBase64 } from './base64.ts';
import { tlogErrors } from './errors.ts';
import { encodeUtf8 } from './octets.ts';

/** Signature types of signed notes: the log's, two of witnesses, and ours that an EVM contract can check. */
export const keyTypes = {
  /** Ed25519 over the note text (signed-note). */
  ed25519: 0x01,
  /** Timestamped Ed25519 cosignature of a checkpoint (tlog-cosignature). */
  cosignatureV1: 0x04,
  /** Timestamped ML-DSA-44 cosignature of a checkpoint (tlog-cosignature). */
  mlDsa44: 0x06,
  /** secp256k1 over the EIP-712 digest of a checkpoint: the identifier below and 20 bytes of address stand for the key. */
  eip712: 0xff,
} as const;

export type KeyType = (typeof keyTypes)[keyof typeof keyTypes];

const eip712Identifier = encodeUtf8('xiangyu.eip712-checkpoint/v1');

/** Public key material by type, in bytes. */
const keyLengths: Record<KeyType, number> = {
  [keyTypes.ed25519]: 32,
  [keyTypes.cosignatureV1]: 32,
  [keyTypes.mlDsa44]: 1312,
  [keyTypes.eip712]: eip712Identifier.length + 20,
};

/** A public key with the name it signs under. */
export interface VerifierKey {
  name: string;
  /** The first four bytes of a hash of name, type and key, big-endian: finds the key, proves nothing. */
  keyId: number;
  type: KeyType;
  /** Everything after the type byte in the text of the key. */
  publicKey: Uint8Array;
}

/** Whether a note's signature lines may carry this name: not empty, no Unicode space, no plus sign, no control character. */
export function isKeyName(name: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a note must not have them
  return name !== '' && name.isWellFormed() && !/[\p{White_Space}+\u0000-\u001f]/u.test(name);
}

/** Key id by the recommendation of signed-note: SHA-256(name ‖ 0x0A ‖ type ‖ public key), the first four bytes. */
export function computeKeyId(name: string, type: number, publicKey: Uint8Array): number {
  const digest = sha256(concatBytes(encodeUtf8(name), Uint8Array.of(0x0a, type), publicKey));
  return new DataView(digest.buffer, digest.byteOffset).getUint32(0);
}

/** Whether 32 bytes are a point in its one spelling, and not one of the few under which signatures fit any message. */
function isEd25519Key(publicKey: Uint8Array): boolean {
  try {
    return !ed25519.Point.fromBytes(publicKey, false).isSmallOrder();
  } catch {
    return false;
  }
}

/** A verifier key from its parts. @throws TLOG_BAD_VERIFIER_KEY */
export function createVerifierKey({ name, type, publicKey }: Omit<VerifierKey, 'keyId'>): VerifierKey {
  const fail = (en: string, zh: string) => tlogErrors.badVerifierKey(...inBoth({ problem: { en, zh } }));
  if (!isKeyName(name))
    throw fail(
      'its name is empty or has a space, a plus sign or a control character',
      '名称为空，或含有空格、加号或控制字符',
    );
  if (keyLengths[type] === undefined)
    throw fail(`the signature type 0x${type.toString(16)} is not known here`, `签名类型 0x${type.toString(16)} 未知`);
  if (type === keyTypes.eip712 && !equalBytes(publicKey.subarray(0, eip712Identifier.length), eip712Identifier)) {
    throw fail('a key of type 0xff has an identifier that is not known here', '类型 0xff 的密钥带有未知标识');
  }
  if (publicKey.length !== keyLengths[type])
    throw fail(
      `its key has ${publicKey.length} bytes, not ${keyLengths[type]}`,
      `公钥有 ${publicKey.length} 字节，应为 ${keyLengths[type]} 字节`,
    );
  const isEd25519 = type === keyTypes.ed25519 || type === keyTypes.cosignatureV1;
  if (isEd25519 && !isEd25519Key(publicKey))
    throw fail('its 32 bytes are no Ed25519 public key', '其 32 字节不是 Ed25519 公钥');
  return { name, keyId: computeKeyId(name, type, publicKey), type, publicKey };
}

/** Reads `<name>+<key id>+<base64 of type and key>` (signed-note, Verifier keys). @throws TLOG_BAD_VERIFIER_KEY */
export function parseVerifierKey(text: string): VerifierKey {
  const fail = (en: string, zh: string) => tlogErrors.badVerifierKey(...inBoth({ problem: { en, zh } }));
  const match = /^([^+]*)\+([0-9a-f]{8})\+(.*)$/su.exec(text);
  if (!match)
    throw fail(
      'it is not a name, eight hexadecimal digits and base64, joined by "+"',
      '不是以“+”相连的名称、八位十六进制数字和 base64',
    );
  const [, name = '', keyId = '', encoded = ''] = match;
  const [type, ...publicKey] = decodeBase64(encoded) ?? [];
  if (type === undefined) throw fail('its key is not base64', '公钥不是 base64');
  const key = createVerifierKey({ name, type: type as KeyType, publicKey: Uint8Array.from(publicKey) });
  if (key.keyId !== Number.parseInt(keyId, 16))
    throw fail('its key id does not belong to its name and key', '密钥编号与名称和公钥不符');
  return key;
}

/** The text of a verifier key, which `parseVerifierKey` reads. */
export function formatVerifierKey({ name, keyId, type, publicKey }: VerifierKey): string {
  const encoded = encodeBase64(concatBytes(Uint8Array.of(type), publicKey));
  return `${name}+${keyId.toString(16).padStart(8, '0')}+${encoded}`;
}

/** The verifier key of type 0xff for an eSpace address. @throws TLOG_BAD_VERIFIER_KEY */
export function createWitnessAddressKey(name: string, address: Uint8Array): VerifierKey {
  return createVerifierKey({ name, type: keyTypes.eip712, publicKey: concatBytes(eip712Identifier, address) });
}

/** The eSpace address (lower case) of a verifier key of type 0xff; null for other types. */
export function readWitnessAddress({ type, publicKey }: VerifierKey): Hex | null {
  return type === keyTypes.eip712 ? `0x${encodeHex(publicKey.subarray(eip712Identifier.length))}` : null;
}
