import type { Words } from '../words.ts';
import type { Checkpoint } from './checkpoint.ts';
import type { PolicyMember, WitnessPolicy } from './parsePolicy.ts';
import { formatVerifierKey } from './verifierKey.ts';
import { verifyNoteSignature } from './verifyNoteSignature.ts';

/** What a policy says of a checkpoint. */
export interface PolicyResult {
  ok: boolean;
  /** Names, by the policy, of the witnesses that cosigned. */
  satisfied: string[];
  /** Verifier key of the log that signed; null where the policy names no log or none of them signed. */
  log: string | null;
  /** One sentence for a person. */
  reason: Words;
}

/**
 * Whether a checkpoint is to be believed: signed by one of the policy's logs under its own origin and cosigned by the quorum.
 * A policy without logs leaves the log's signature to the caller. A line of any known key that does not verify condemns the
 * checkpoint, whatever the quorum.
 */
export function evaluatePolicy(policy: WitnessPolicy, checkpoint: Checkpoint): PolicyResult {
  const signed = (key: WitnessPolicy['logs'][number]['key']) => verifyNoteSignature(checkpoint.note, key);
  const cosigned = policy.witnesses.map((witness) => ({ witness, ok: signed(witness.key) }));
  const satisfied = cosigned.flatMap(({ witness, ok }) => (ok ? [witness.name] : []));
  const logs = policy.logs
    .filter(({ key }) => key.name === checkpoint.origin)
    .map(({ key }) => ({ key, ok: signed(key) }));
  const signer = logs.find(({ ok }) => ok);
  const log = signer ? formatVerifierKey(signer.key) : null;
  const result = (ok: boolean, en: string, zh: string): PolicyResult => ({ ok, satisfied, log, reason: { en, zh } });

  const bad = [
    ...cosigned.map(({ witness, ok }) => ({ name: witness.name, ok })),
    ...logs.map(({ ok }) => ({ name: checkpoint.origin, ok })),
  ].find(({ ok }) => ok === false);
  if (bad) return result(false, `The signature of ${bad.name} does not verify.`, `${bad.name} 的签名未通过验证。`);
  if (policy.logs.length > 0 && !signer)
    return result(
      false,
      `No log of the policy signed for ${checkpoint.origin}.`,
      `策略中没有日志为 ${checkpoint.origin} 签名。`,
    );
  if (!policy.quorum) return result(true, 'The policy asks for no witness.', '策略不要求见证方。');
  const good = new Set(cosigned.flatMap(({ witness, ok }) => (ok ? [witness] : [])));
  const isMet = (member: PolicyMember): boolean =>
    'key' in member ? good.has(member) : member.members.filter(isMet).length >= member.threshold;
  const { name } = policy.quorum;
  return isMet(policy.quorum)
    ? result(
        true,
        `The quorum ${name} is met by ${satisfied.join(', ')}.`,
        `已满足联署要求 ${name}：${satisfied.join('、')}。`,
      )
    : result(
        false,
        `The quorum ${name} is not met; ${satisfied.length > 0 ? satisfied.join(', ') : 'nobody'} cosigned.`,
        `未满足联署要求 ${name}；已签名的见证方：${satisfied.length > 0 ? satisfied.join('、') : '无'}。`,
      );
}
