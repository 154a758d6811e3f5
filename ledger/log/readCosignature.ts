import {
  encodeHex,
  formatSignatureLine,
  keyTypes,
  type NoteSignature,
  parseCheckpoint,
  parseSignatureLines,
  type VerifierKey,
  verifyCosignature,
} from '../../proof/index.ts';
import { logErrors } from './errors.ts';

export interface ReadCosignatureParameters {
  /** The checkpoint as the log signed it. */
  note: string;
  /** What the witness answered. */
  lines: string;
  /** All keys of the witness. */
  keys: readonly VerifierKey[];
}

/** What is kept of an answer: verified lines only, and the one that the contract checks. */
export interface ReadCosignatureReturnType {
  lines: string;
  /** 65 bytes in hexadecimal with 0x; null when the witness has no key for the chain. */
  anchorSignature: string | null;
}

const refused = (problem: string, zh: string, cause?: unknown) =>
  logErrors.witnessRefused({ problem }, { cause, zh: { problem: zh } });

/**
 * Reads the answer of a witness: there must be a good line of every key it has, lines of other keys are ignored.
 * @throws LOG_WITNESS_REFUSED (retryable)
 */
export function readCosignature({ note, lines, keys }: ReadCosignatureParameters): ReadCosignatureReturnType {
  const checkpoint = parseCheckpoint(note);
  const answered = readLines(lines);
  const cosigned = { ...checkpoint, note: { ...checkpoint.note, signatures: answered } };
  const kept: NoteSignature[] = [];
  let anchorSignature: string | null = null;
  for (const key of keys) {
    const type = `0x${key.type.toString(16).padStart(2, '0')}`;
    const check = verifyCosignature(cosigned, key);
    if (!check)
      throw refused(`its answer has no line of its key of type ${type}`, `应答中没有类型 ${type} 的公钥的签名`);
    if (!check.ok) throw refused(`its signature of type ${type} does not verify`, `类型 ${type} 的签名无效`);
    const line = answered.find(({ name, keyId }) => name === key.name && keyId === key.keyId);
    if (!line) continue;
    kept.push(line);
    if (key.type === keyTypes.eip712) anchorSignature = `0x${encodeHex(line.signature)}`;
  }
  return { lines: kept.map(formatSignatureLine).join(''), anchorSignature };
}

function readLines(lines: string): NoteSignature[] {
  try {
    return parseSignatureLines(lines);
  } catch (cause) {
    throw refused('its answer is not signature lines', '应答不是签名行', cause);
  }
}
