import { pbkdf2, randomBytes, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import { scryptAsync } from '@noble/hashes/scrypt.js';
import { Keystore } from 'ox';
import { keysErrors } from './errors.ts';

/** A keystore file of the Web3 Secret Storage Definition, version 3, with the address as most programs write it. */
export type KeystoreFile = Keystore.Keystore & { address?: string };

/** Shortest password of a file we write. */
const leastPasswordLength = 8;

const deriveScrypt = promisify<string, Uint8Array, number, object, Buffer>(scrypt);
const derivePbkdf2 = promisify(pbkdf2);

/** The most that a file from elsewhere may make us do: memory of scrypt in bytes, n·r·p, and rounds of PBKDF2. */
const limits = { memory: 512 * 1024 * 1024, work: 2 ** 23, rounds: 10_000_000, bytes: 64 * 1024 };

/** Twice what the limits allow: the libraries count some buffers of their own. */
const maxmem = 2 * limits.memory;

/** What nearly every program uses: 256 MiB and about a second. */
const usual = { n: 262_144, r: 8, p: 1 };

// One at a time: each takes hundreds of megabytes.
let running: Promise<unknown> = Promise.resolve();
function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  const result = running.then(work, work);
  running = result.catch(() => undefined);
  return result;
}

const invalid = (problem: string, zh: string) => keysErrors.keystoreInvalid({ problem }, { zh: { problem: zh } });

function readHex(value: unknown, what: string, bytes?: number): Buffer {
  const isHex = typeof value === 'string' && /^([0-9a-f]{2})+$/i.test(value);
  const found = isHex ? Buffer.from(value, 'hex') : null;
  if (!found || (bytes !== undefined && found.length !== bytes))
    throw invalid(`${what} is wrong or missing`, `缺少 ${what} 或其内容有误`);
  return found;
}

function readCount(value: unknown, what: string): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 1)
    throw invalid(`${what} is no count`, `${what} 不是正整数`);
  return value;
}

type Fields = Record<string, unknown>;
const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null ? (value as Fields) : {});

/** The file with what it says checked, and how to come from a password to its key. */
interface ParsedKeystore {
  keystore: Keystore.Keystore;
  derive: (password: string) => Promise<Buffer>;
}

/** Reads an untrusted keystore file. @throws KEYS_KEYSTORE_INVALID, KEYS_KEYSTORE_TOO_COSTLY */
function parseKeystore(text: string): ParsedKeystore {
  if (Buffer.byteLength(text) > limits.bytes)
    throw invalid(`it is larger than ${limits.bytes} bytes`, `文件超过 ${limits.bytes} 字节`);
  let file: Fields;
  try {
    file = fieldsOf(JSON.parse(text));
  } catch {
    throw invalid('it is not JSON', '不是 JSON');
  }
  if (file.version !== 3) throw invalid('its version is not 3', '版本不是 3');
  // The definition writes `crypto`; some early programs wrote `Crypto`.
  const crypto = fieldsOf(file.crypto ?? file.Crypto);
  if (crypto.cipher !== 'aes-128-ctr') throw invalid('its cipher is not aes-128-ctr', '加密算法不是 aes-128-ctr');
  readHex(fieldsOf(crypto.cipherparams).iv, 'iv', 16);
  readHex(crypto.ciphertext, 'ciphertext', 32);
  readHex(crypto.mac, 'mac', 32);
  const kdfparams = fieldsOf(crypto.kdfparams);
  if (kdfparams.dklen !== 32) throw invalid('its dklen is not 32', 'dklen 不是 32');
  const salt = readHex(kdfparams.salt, 'salt');
  const keystore = { ...file, crypto } as unknown as Keystore.Keystore;
  if (crypto.kdf === 'scrypt') return { keystore, derive: scryptOf(kdfparams, salt) };
  if (crypto.kdf === 'pbkdf2') return { keystore, derive: pbkdf2Of(kdfparams, salt) };
  throw invalid('its kdf is neither scrypt nor pbkdf2', 'kdf 既不是 scrypt 也不是 pbkdf2');
}

function scryptOf(params: Fields, salt: Buffer): ParsedKeystore['derive'] {
  const [n, r, p] = [readCount(params.n, 'n'), readCount(params.r, 'r'), readCount(params.p, 'p')];
  if (n < 2 || 2 ** Math.round(Math.log2(n)) !== n) throw invalid('n is not a power of two', 'n 不是 2 的幂');
  if (128 * n * r > limits.memory || n * r * p > limits.work) {
    const problem = `scrypt with n=${n}, r=${r}, p=${p}`;
    throw keysErrors.keystoreTooCostly({ problem }, { zh: { problem: `scrypt，n=${n}，r=${r}，p=${p}` } });
  }
  return (password) =>
    inTurn(async () => {
      // RFC 7914 wants n < 2^(16 r), and OpenSSL insists; some programs wrote files, even the definition's own, beyond that.
      if (n >= 2 ** (16 * r)) return Buffer.from(await scryptAsync(password, salt, { N: n, r, p, dkLen: 32, maxmem }));
      return deriveScrypt(password, salt, 32, { N: n, r, p, maxmem });
    });
}

function pbkdf2Of(params: Fields, salt: Buffer): ParsedKeystore['derive'] {
  const rounds = readCount(params.c, 'c');
  if (params.prf !== 'hmac-sha256') throw invalid('its prf is not hmac-sha256', 'prf 不是 hmac-sha256');
  if (rounds > limits.rounds) {
    const problem = `${rounds} rounds of PBKDF2`;
    throw keysErrors.keystoreTooCostly({ problem }, { zh: { problem: `PBKDF2 ${rounds} 轮` } });
  }
  return (password) => inTurn(() => derivePbkdf2(password, salt, rounds, 32, 'sha256'));
}

/**
 * The private key in a keystore file; fill it with zeros after use.
 * @throws KEYS_KEYSTORE_INVALID, KEYS_KEYSTORE_TOO_COSTLY, KEYS_PASSWORD_WRONG
 */
export async function openKeystore(text: string, password: string): Promise<Uint8Array> {
  const { keystore, derive } = parseKeystore(text);
  const key = await derive(password);
  try {
    return Keystore.decrypt(keystore, `0x${key.toString('hex')}`, { as: 'Bytes' });
  } catch {
    throw keysErrors.passwordWrong();
  } finally {
    key.fill(0);
  }
}

/** Writes a private key as a keystore file, with scrypt of the usual strength. @throws KEYS_PASSWORD_SHORT */
export async function writeKeystore(
  privateKey: Uint8Array,
  { password, address }: { password: string; address: string },
): Promise<KeystoreFile> {
  if (password.length < leastPasswordLength) throw keysErrors.passwordShort({ least: leastPasswordLength });
  const [salt, iv] = [randomBytes(32), randomBytes(16)];
  const kdfparams = { ...usual, dklen: 32, salt: salt.toString('hex') };
  const key = await scryptOf(kdfparams, salt)(password);
  const file = Keystore.encrypt(privateKey, `0x${key.toString('hex')}`, { kdf: 'scrypt', kdfparams, iv });
  key.fill(0);
  return { ...file, address: address.replace(/^0x/, '').toLowerCase() };
}
