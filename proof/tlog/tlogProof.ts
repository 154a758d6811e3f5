import { inBoth } from '../words.ts';
import { decodeBase64, encodeBase64 } from './base64.ts';
import { type Checkpoint, parseCheckpoint } from './checkpoint.ts';
import { tlogErrors } from './errors.ts';
import { parseDecimal } from './octets.ts';
import { parseProofLines } from './proofLines.ts';

/** The parts of an offline proof that an entry is in a log. */
export interface TlogProofParts {
  /** Place of the entry in the log, from 0. */
  index: number;
  /** Inclusion path, from the leaf's sibling up. */
  hashes: readonly Uint8Array[];
  /** The signed and cosigned checkpoint, verbatim. */
  checkpoint: string;
  /** Anything of the application's; nothing vouches for it. */
  extra?: Uint8Array;
}

/** A proof as read: nothing of it is verified yet. */
export interface TlogProof {
  index: number;
  hashes: Uint8Array[];
  checkpoint: Checkpoint;
  /** The checkpoint's own text. */
  checkpointText: string;
  extra: Uint8Array | null;
}

const header = 'c2sp.org/tlog-proof@v1';

/** Writes a proof in the form of tlog-proof. @throws TLOG_BAD_PROOF, TLOG_BAD_NOTE, TLOG_BAD_CHECKPOINT */
export function formatTlogProof({ index, hashes, checkpoint, extra }: TlogProofParts): string {
  const lines = [
    header,
    ...(extra ? [`extra ${encodeBase64(extra)}`] : []),
    `index ${index}`,
    ...hashes.map((hash) => encodeBase64(hash)),
  ];
  const text = `${lines.join('\n')}\n\n${checkpoint}`;
  parseTlogProof(text);
  return text;
}

/** Reads a proof in the form of tlog-proof; verifies nothing. @throws TLOG_BAD_PROOF, TLOG_BAD_NOTE, TLOG_BAD_CHECKPOINT */
export function parseTlogProof(text: string): TlogProof {
  const fail = (en: string, zh: string) => tlogErrors.badProof(...inBoth({ problem: { en, zh } }));
  const end = text.indexOf('\n\n');
  if (end < 0) throw fail('no empty line separates the proof from a checkpoint', '证明与检查点之间没有空行');
  const [first, ...lines] = text.slice(0, end).split('\n');
  if (first !== header) throw fail(`its first line is not ${header}`, `第一行不是 ${header}`);
  let extra: Uint8Array | null = null;
  if (lines[0]?.startsWith('extra ')) {
    extra = decodeBase64(lines[0].slice('extra '.length));
    if (!extra) throw fail('its extra data is not base64', '附加数据不是 base64');
    lines.shift();
  }
  const indexLine = lines.shift();
  const index = indexLine?.startsWith('index ') ? parseDecimal(indexLine.slice('index '.length)) : null;
  if (index === null) throw fail('it has no line with the index of the entry', '没有写明条目序号的一行');
  const hashes = parseProofLines(lines);
  if (!hashes)
    throw fail('its path is not up to 63 lines of 32 bytes in base64', '路径不是至多 63 行的 32 字节 base64');
  const checkpointText = text.slice(end + 2);
  return { index, hashes, checkpoint: parseCheckpoint(checkpointText), checkpointText, extra };
}
