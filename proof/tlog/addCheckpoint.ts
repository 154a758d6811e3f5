import { inBoth } from '../words.ts';
import { encodeBase64 } from './base64.ts';
import { type Checkpoint, parseCheckpoint } from './checkpoint.ts';
import { tlogErrors } from './errors.ts';
import { decodeUtf8, parseDecimal } from './octets.ts';
import { parseProofLines } from './proofLines.ts';

/** What a log asks of a witness: to cosign a checkpoint that extends the size it cosigned last. */
export interface AddCheckpointParts {
  oldSize: number;
  /** Consistency proof from the old size to the checkpoint's. */
  hashes: readonly Uint8Array[];
  /** The checkpoint signed by the log, verbatim. */
  checkpoint: string;
}

/** The same as read from a request. */
export interface AddCheckpoint {
  oldSize: number;
  hashes: Uint8Array[];
  checkpoint: Checkpoint;
}

/** The body of an add-checkpoint request (tlog-witness). */
export function formatAddCheckpoint({ oldSize, hashes, checkpoint }: AddCheckpointParts): string {
  return `${[`old ${oldSize}`, ...hashes.map((hash) => encodeBase64(hash))].join('\n')}\n\n${checkpoint}`;
}

/**
 * Reads the body of an add-checkpoint request; verifies nothing.
 * @throws TLOG_BAD_ADD_CHECKPOINT, TLOG_BAD_NOTE, TLOG_BAD_CHECKPOINT
 */
export function parseAddCheckpoint(body: Uint8Array): AddCheckpoint {
  const fail = (en: string, zh: string) => tlogErrors.badAddCheckpoint(...inBoth({ problem: { en, zh } }));
  const text = decodeUtf8(body);
  if (text === null) throw fail('it is not UTF-8', '不是 UTF-8 文本');
  const end = text.indexOf('\n\n');
  if (end < 0) throw fail('no empty line separates the proof from a checkpoint', '证明与检查点之间没有空行');
  const [first = '', ...lines] = text.slice(0, end).split('\n');
  const oldSize = first.startsWith('old ') ? parseDecimal(first.slice('old '.length)) : null;
  if (oldSize === null) throw fail('its first line is not "old" and a decimal size', '第一行不是“old”加十进制大小');
  const hashes = parseProofLines(lines);
  if (!hashes)
    throw fail('its proof is not up to 63 lines of 32 bytes in base64', '证明不是至多 63 行的 32 字节 base64');
  return { oldSize, hashes, checkpoint: parseCheckpoint(text.slice(end + 2)) };
}
