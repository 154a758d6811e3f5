import { type BundleCheck, finding } from './bundleCheck.ts';
import type { Checkpoint } from './tlog/checkpoint.ts';
import { evaluatePolicy } from './tlog/evaluatePolicy.ts';
import type { WitnessPolicy } from './tlog/parsePolicy.ts';
import type { TlogProof } from './tlog/tlogProof.ts';
import type { VerifierKey } from './tlog/verifierKey.ts';
import { verifyNoteSignature } from './tlog/verifyNoteSignature.ts';

/** Whose word the reader takes for the log: keys of the log, and who has to vouch for it. */
export interface CheckpointTrust {
  logKeys: readonly VerifierKey[];
  policy: WitnessPolicy | null;
}

/** The findings about a checkpoint, before anything is proven against it. */
export interface CheckCheckpointReturnType {
  checkpoint: BundleCheck;
  logSignature: BundleCheck;
  witnesses: BundleCheck;
}

const after = 'Not checked: the checkpoint is not to be believed.';

/** Checks the checkpoint of a proof: that it can hold the entry, that the log signed it, and that witnesses vouch for it. */
export function checkCheckpoint(proof: TlogProof, { logKeys, policy }: CheckpointTrust): CheckCheckpointReturnType {
  const { checkpoint: found, index } = proof;
  const { origin, size } = found;
  const checkpoint = checkPlace({ index, size, origin }, logKeys);
  const logSignature = checkpoint.ok ? checkLogSignature(found, logKeys) : finding('logSignature').open(after);
  const isBelieved = checkpoint.ok && logSignature.ok !== false;
  const witnesses = isBelieved ? checkWitnesses(found, policy) : finding('witnesses').open(after);
  return { checkpoint, logSignature, witnesses };
}

function checkPlace(
  { index, size, origin }: { index: number; size: number; origin: string },
  logKeys: readonly VerifierKey[],
): BundleCheck {
  const { passed, failed } = finding('checkpoint');
  if (index >= size) return failed(`The proof is for number ${index}, the checkpoint has ${size} statements.`);
  const names = [...new Set(logKeys.map(({ name }) => name))];
  if (names.length > 0 && !names.includes(origin))
    return failed(`The checkpoint is of the log ${origin}, not of ${names.join(' or ')}.`);
  return passed(`A checkpoint of the log ${origin} at ${size} statements.`);
}

function checkLogSignature(checkpoint: Checkpoint, logKeys: readonly VerifierKey[]): BundleCheck {
  const { passed, failed, open } = finding('logSignature');
  const { origin, note } = checkpoint;
  if (logKeys.length === 0) return open('Not checked: no key of the log was given.');
  const answers = logKeys.filter(({ name }) => name === origin).map((key) => verifyNoteSignature(note, key));
  if (answers.includes(false)) return failed(`The signature of the log ${origin} does not verify.`);
  if (!answers.includes(true)) return failed(`The checkpoint has no signature by the given key of ${origin}.`);
  return passed(`The log ${origin} signed this checkpoint.`);
}

function checkWitnesses(checkpoint: Checkpoint, policy: WitnessPolicy | null): BundleCheck {
  const { passed, failed, open } = finding('witnesses');
  if (!policy) {
    const names = new Set(checkpoint.note.signatures.map(({ name }) => name));
    names.delete(checkpoint.origin);
    const lines = names.size > 0 ? `the checkpoint carries lines of ${[...names].join(', ')}` : 'it carries none';
    return open(`Not checked: no witness policy was given; ${lines}.`);
  }
  // The log's own signature is another check.
  const { ok, reason } = evaluatePolicy({ ...policy, logs: [] }, checkpoint);
  if (!ok) return failed(reason);
  return policy.quorum ? passed(reason) : open(`Nothing to check: ${reason}`);
}
