import { inBoth } from '../words.ts';
import { decodeBase64, encodeBase64 } from './base64.ts';
import { tlogErrors } from './errors.ts';
import { parseDecimal } from './octets.ts';
import { parseNote, type SignedNote } from './signedNote.ts';

/** What a checkpoint says of a log. */
export interface CheckpointBody {
  /** Name of the log. */
  origin: string;
  /** Number of leaves. */
  size: number;
  /** Root of the Merkle tree over them, 32 bytes. */
  root: Uint8Array;
  /** Opaque lines after the three; logs should have none. */
  extensions: string[];
}

/** A checkpoint with the note that carries it; its signatures are not verified yet. */
export interface Checkpoint extends CheckpointBody {
  note: SignedNote;
}

/** Reads the text of a checkpoint without signatures (tlog-checkpoint, Note text). @throws TLOG_BAD_CHECKPOINT */
export function parseCheckpointBody(text: string): CheckpointBody {
  const fail = (en: string, zh: string) => tlogErrors.badCheckpoint(...inBoth({ problem: { en, zh } }));
  if (!text.endsWith('\n')) throw fail('its last line is not ended', '最后一行没有换行');
  const [origin, sizeLine, rootLine, ...extensions] = text.slice(0, -1).split('\n');
  if (origin === undefined || sizeLine === undefined || rootLine === undefined)
    throw fail('it has less than three lines', '不足三行');
  if (origin === '' || extensions.includes('')) throw fail('it has an empty line', '含有空行');
  const size = parseDecimal(sizeLine);
  if (size === null)
    throw fail(
      'its size is not a decimal number below 2^53 without leading zeros',
      '大小不是小于 2^53、不带前导零的十进制数',
    );
  const root = decodeBase64(rootLine);
  if (root?.length !== 32) throw fail('its root is not 32 bytes in base64', '根不是 32 字节的 base64');
  return { origin, size, root, extensions };
}

/** Reads a signed checkpoint; verifies nothing. @throws TLOG_BAD_NOTE, TLOG_BAD_CHECKPOINT */
export function parseCheckpoint(text: string | Uint8Array): Checkpoint {
  const note = parseNote(text);
  return { ...parseCheckpointBody(note.text), note };
}

/** The text that a log signs for a size of its tree. @throws TLOG_BAD_CHECKPOINT when its parts make none */
export function formatCheckpointBody(parts: Omit<CheckpointBody, 'extensions'> & { extensions?: string[] }): string {
  const { origin, size, root, extensions = [] } = parts;
  const text = [origin, String(size), encodeBase64(root), ...extensions].map((line) => `${line}\n`).join('');
  const read = parseCheckpointBody(text);
  // A line break in a part would move the others.
  if (read.origin !== origin || read.extensions.length !== extensions.length) {
    throw tlogErrors.badCheckpoint(
      ...inBoth({ problem: { en: 'a line break is in its origin or an extension', zh: '来源或扩展行中含有换行' } }),
    );
  }
  return text;
}
