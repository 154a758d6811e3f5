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

const after = ['Not checked: the checkpoint is not to be believed.', '未检查：检查点不可信。'] as const;

/** Checks the checkpoint of a proof: that it can hold the entry, that the log signed it, and that witnesses vouch for it. */
export function checkCheckpoint(proof: TlogProof, { logKeys, policy }: CheckpointTrust): CheckCheckpointReturnType {
  const { checkpoint: found, index } = proof;
  const { origin, size } = found;
  const checkpoint = checkPlace({ index, size, origin }, logKeys);
  const logSignature = checkpoint.ok ? checkLogSignature(found, logKeys) : finding('logSignature').open(...after);
  const isBelieved = checkpoint.ok && logSignature.ok !== false;
  const witnesses = isBelieved ? checkWitnesses(found, policy) : finding('witnesses').open(...after);
  return { checkpoint, logSignature, witnesses };
}

function checkPlace(
  { index, size, origin }: { index: number; size: number; origin: string },
  logKeys: readonly VerifierKey[],
): BundleCheck {
  const { passed, failed } = finding('checkpoint');
  if (index >= size)
    return failed(
      `The proof is for number ${index}, the checkpoint has ${size} statements.`,
      `证明对应序号 ${index}，而检查点只有 ${size} 条存证。`,
    );
  const names = [...new Set(logKeys.map(({ name }) => name))];
  if (names.length > 0 && !names.includes(origin))
    return failed(
      `The checkpoint is of the log ${origin}, not of ${names.join(' or ')}.`,
      `检查点属于日志 ${origin}，而不是 ${names.join('或')}。`,
    );
  return passed(
    `A checkpoint of the log ${origin} at ${size} statements.`,
    `日志 ${origin} 在 ${size} 条存证时的检查点。`,
  );
}

function checkLogSignature(checkpoint: Checkpoint, logKeys: readonly VerifierKey[]): BundleCheck {
  const { passed, failed, open } = finding('logSignature');
  const { origin, note } = checkpoint;
  if (logKeys.length === 0) return open('Not checked: no key of the log was given.', '未检查：没有提供日志公钥。');
  const answers = logKeys.filter(({ name }) => name === origin).map((key) => verifyNoteSignature(note, key));
  if (answers.includes(false))
    return failed(`The signature of the log ${origin} does not verify.`, `日志 ${origin} 的签名未通过验证。`);
  if (!answers.includes(true))
    return failed(
      `The checkpoint has no signature by the given key of ${origin}.`,
      `检查点没有 ${origin} 的该公钥对应的签名。`,
    );
  return passed(`The log ${origin} signed this checkpoint.`, `日志 ${origin} 签署了该检查点。`);
}

function checkWitnesses(checkpoint: Checkpoint, policy: WitnessPolicy | null): BundleCheck {
  const { passed, failed, open } = finding('witnesses');
  if (!policy) {
    const names = new Set(checkpoint.note.signatures.map(({ name }) => name));
    names.delete(checkpoint.origin);
    const list = [...names];
    return list.length === 0
      ? open(
          'Not checked: no witness policy was given; it carries none.',
          '未检查：没有提供见证策略；检查点没有见证签名。',
        )
      : open(
          `Not checked: no witness policy was given; the checkpoint carries lines of ${list.join(', ')}.`,
          `未检查：没有提供见证策略；检查点带有 ${list.join('、')} 的签名行。`,
        );
  }
  // The log's own signature is another check.
  const { ok, reason } = evaluatePolicy({ ...policy, logs: [] }, checkpoint);
  const { en, zh } = reason;
  if (!ok) return failed(en, zh);
  return policy.quorum ? passed(en, zh) : open(`Nothing to check: ${en}`, `无须检查：${zh}`);
}
