import { XiangyuError } from '../errors.ts';
import {
  type AddCheckpoint,
  type Checkpoint,
  cosign,
  emptyRoot,
  formatSignatureLine,
  type NoteSignature,
  parseAddCheckpoint,
  type VerifierKey,
  verifyConsistency,
  verifyNoteSignature,
} from '../proof/index.ts';
import type { Records } from './records.ts';
import type { WitnessKeys } from './witnessKeys.ts';

/** What the protocol answers: 200 with cosignature lines, or why not (tlog-witness, add-checkpoint). */
export interface AddCheckpointAnswer {
  status: 200 | 400 | 403 | 404 | 409 | 422;
  body: string;
  /** The checkpoint where its log signed it, to say in the witness's own log what happened. */
  signed?: { origin: string; size: number };
}

export interface CheckpointAdderParameters {
  keys: WitnessKeys;
  records: Records;
  /** The keys trusted for each origin. */
  logs: ReadonlyMap<string, readonly VerifierKey[]>;
  /** Called with what its log signed and the witness did not: it may prove that the log told two stories. */
  keepRefused(checkpoint: Checkpoint): Promise<void>;
}

/** The log's lines that verify, each once; null when one of a trusted key does not or there is none. */
function trustedLines({ note }: Checkpoint, keys: readonly VerifierKey[]): NoteSignature[] | null {
  const verdicts = keys.map((key) => verifyNoteSignature(note, key));
  if (verdicts.includes(false) || !verdicts.includes(true)) return null;
  const isTrusted = ({ name, keyId }: NoteSignature) => keys.some((key) => key.name === name && key.keyId === keyId);
  const lines = new Map(note.signatures.filter(isTrusted).map((line) => [formatSignatureLine(line), line]));
  return [...lines.values()];
}

/**
 * Makes the handler of add-checkpoint requests. Requests of one log wait for each other, so that comparing with the record and
 * replacing it are one step; the record is durable before its cosignatures leave.
 */
export function createCheckpointAdder({ keys, records, logs, keepRefused }: CheckpointAdderParameters) {
  const cosigners = [keys.ed25519, keys.mlDsa44, keys.eip712];
  const latest = new Map<string, Checkpoint | null>();
  const answered = new Map<string, { text: string; second: number; answer: AddCheckpointAnswer }>();
  const queues = new Map<string, Promise<unknown>>();

  async function extend(
    { oldSize, hashes, checkpoint }: AddCheckpoint,
    lines: NoteSignature[],
  ): Promise<AddCheckpointAnswer> {
    const { origin, size, root, note } = checkpoint;
    const signed = { origin, size };
    let last = latest.get(origin);
    if (last === undefined) last = await records.read(origin);
    latest.set(origin, last);
    const lastSize = last?.size ?? 0;
    if (oldSize !== lastSize) return { status: 409, body: `${lastSize}\n`, signed };
    const firstRoot = last?.root ?? emptyRoot;
    if (!verifyConsistency({ firstSize: oldSize, firstRoot, size, root, hashes })) {
      await keepRefused(checkpoint);
      return {
        status: 422,
        body: `The tree of size ${size} is not proven to extend the one of size ${oldSize}.\n`,
        signed,
      };
    }
    const second = Math.floor(Date.now() / 1000);
    // A checkpoint is public, so anyone may send it again and again: within its second it has one answer.
    const known = answered.get(origin);
    if (known?.text === note.text && known.second === second) return known.answer;
    const cosignatures = cosigners.map((cosigner) => cosign(checkpoint, cosigner, second));
    const cosigned = { ...checkpoint, note: { text: note.text, signatures: [...lines, ...cosignatures] } };
    await records.write(cosigned);
    latest.set(origin, cosigned);
    const answer: AddCheckpointAnswer = { status: 200, body: cosignatures.map(formatSignatureLine).join(''), signed };
    answered.set(origin, { text: note.text, second, answer });
    return answer;
  }

  return async function addCheckpoint(body: Uint8Array): Promise<AddCheckpointAnswer> {
    let request: AddCheckpoint;
    try {
      request = parseAddCheckpoint(body);
    } catch (error) {
      if (error instanceof XiangyuError) return { status: 400, body: `${error.reason}\n` };
      throw error;
    }
    const { oldSize, checkpoint } = request;
    const { origin, size } = checkpoint;
    const trusted = logs.get(origin);
    if (!trusted) return { status: 404, body: 'This witness does not watch that log.\n' };
    const lines = trustedLines(checkpoint, trusted);
    if (!lines)
      return { status: 403, body: 'No trusted key of the log signed this checkpoint, or a signature is bad.\n' };
    if (oldSize > size) return { status: 400, body: 'The old size is larger than the checkpoint’s.\n' };
    const before = queues.get(origin) ?? Promise.resolve();
    const answer = before.catch(() => undefined).then(() => extend(request, lines));
    queues.set(origin, answer);
    return answer;
  };
}
