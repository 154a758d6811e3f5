import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type Checkpoint,
  formatNote,
  inBoth,
  parseCheckpoint,
  verifyNoteSignature,
  type Words,
  wordsOfError,
} from '../proof/index.ts';
import { witnessErrors } from './errors.ts';
import type { WitnessKeys } from './witnessKeys.ts';
import { writeDurably } from './writeDurably.ts';

/** Where a log is found in the records and over HTTP: SHA-256 of its origin in lower-case hexadecimal. */
export function hashOrigin(origin: string): string {
  return createHash('sha256').update(origin).digest('hex');
}

/** What the witness cosigned last for each log, one file a log: the cosigned checkpoint itself. */
export interface Records {
  /** The text of the last cosigned checkpoint; null when there is none. */
  readText(originHash: string): Promise<string | null>;
  /** The same, checked to be what this witness signed. @throws WITNESS_RECORD_DAMAGED */
  read(origin: string): Promise<Checkpoint | null>;
  /** Durable when it returns. */
  write(checkpoint: Checkpoint): Promise<void>;
}

/** Opens the records in a folder, making it where missing. */
export async function openRecords(folder: string, keys: WitnessKeys): Promise<Records> {
  const logs = join(folder, 'logs');
  await mkdir(logs, { recursive: true });
  const fileOf = (originHash: string) => join(logs, originHash);

  async function readText(originHash: string): Promise<string | null> {
    return readFile(fileOf(originHash), 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
  }

  async function read(origin: string): Promise<Checkpoint | null> {
    const originHash = hashOrigin(origin);
    const text = await readText(originHash);
    if (text === null) return null;
    const fail = (problem: Words) => witnessErrors.recordDamaged(...inBoth({ file: fileOf(originHash), problem }));
    let checkpoint: Checkpoint;
    try {
      checkpoint = parseCheckpoint(text);
    } catch (error) {
      throw fail(wordsOfError(error));
    }
    if (checkpoint.origin !== origin)
      throw fail({ en: `it is of the log ${checkpoint.origin}`, zh: `它属于日志 ${checkpoint.origin}` });
    if (verifyNoteSignature(checkpoint.note, keys.ed25519.key) !== true)
      throw fail({ en: 'its own signature does not verify', zh: '其自身签名未通过验证' });
    return checkpoint;
  }

  return {
    readText,
    read,
    write: ({ origin, note }) => writeDurably(fileOf(hashOrigin(origin)), formatNote(note)),
  };
}
