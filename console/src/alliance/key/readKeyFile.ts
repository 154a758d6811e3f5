import type { Keystore } from 'ox';
import { isRecord } from '../../api/problem.ts';

/** The most that a file may make this browser do: memory of scrypt in bytes, n·r·p, and rounds of PBKDF2. */
const limits = { memory: 512 * 1024 * 1024, work: 2 ** 23, rounds: 10_000_000 };

const isHex = (value: unknown, bytes?: number) =>
  typeof value === 'string' && /^([0-9a-f]{2})+$/i.test(value) && (bytes === undefined || value.length === 2 * bytes);
const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value > 0;

function isBearable(kdf: unknown, params: Record<string, unknown>): boolean {
  const { n, r, p, c, prf } = params;
  if (kdf === 'pbkdf2') return isCount(c) && c <= limits.rounds && prf === 'hmac-sha256';
  if (kdf !== 'scrypt' || !isCount(n) || !isCount(r) || !isCount(p)) return false;
  return n > 1 && Number.isInteger(Math.log2(n)) && 128 * n * r <= limits.memory && n * r * p <= limits.work;
}

/**
 * Reads a keystore file of version 3 (Web3 Secret Storage). Null when it is none, or when opening it would cost more than a
 * browser should be asked for.
 */
export function readKeyFile(text: string): Keystore.Keystore | null {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(file) || file.version !== 3) return null;
  // Some early programs wrote a capital.
  const crypto = file.crypto ?? file.Crypto;
  if (!isRecord(crypto) || crypto.cipher !== 'aes-128-ctr') return null;
  const { cipherparams, kdfparams } = crypto;
  if (!isRecord(cipherparams) || !isHex(cipherparams.iv, 16) || !isRecord(kdfparams)) return null;
  if (!isHex(crypto.ciphertext, 32) || !isHex(crypto.mac, 32)) return null;
  if (kdfparams.dklen !== 32 || !isHex(kdfparams.salt) || !isBearable(crypto.kdf, kdfparams)) return null;
  const id = typeof file.id === 'string' ? file.id : '';
  return { version: 3, id, crypto } as unknown as Keystore.Keystore;
}
