import type { Tx } from '../../../store/index.ts';
import { grantErrors } from '../../grants/errors.ts';
import type { Grant } from '../../grants/grants.ts';
import { evaluatePolicy, type PolicyRequest, placeOfUse, rowsOf } from '../../policy/policy.ts';
import { deliveryErrors } from '../errors.ts';
import type { DeliveryContext } from '../parts.ts';

export interface JudgeParameters {
  participant: string;
  agreement: string;
  stage: PolicyRequest['stage'];
  purpose: string | null;
  caseNumber: string | null;
  /** Where the consumer says it uses the data; the region that was agreed when it says nothing. */
  place?: string | undefined;
  /** The granted items that are asked for; all of them by default. */
  items?: readonly string[];
  /** Whether this is one more use, or belongs to one that was counted. */
  counts: boolean;
  tx?: Tx;
}

/**
 * The grant, when it is in force and its agreement allows the request. The count here is only a first look: `grants.use` decides.
 * @throws DELIVERY_GRANT_NOT_ACTIVE, DELIVERY_PURPOSE_WRONG with the first reason
 */
export async function judge(
  { grants, house }: Pick<DeliveryContext, 'grants' | 'house'>,
  p: JudgeParameters,
): Promise<Grant> {
  const { participant, agreement, stage, purpose, caseNumber, counts } = p;
  const grant = await grants.readByAgreement(participant, agreement, p.tx);
  if (grant?.state !== 'active') throw deliveryErrors.grantNotActive({ agreement, state: grant?.state ?? 'not there' });
  const { allowed, reasons } = evaluatePolicy(grant.policy, {
    stage,
    action: 'use',
    target: grant.dataset,
    assignee: grant.consumer,
    // A transfer may begin before somebody says what for; every request must.
    purpose: stage === 'start' ? (purpose ?? grant.purpose) : purpose,
    caseNumber,
    at: house.now(),
    count: counts ? grant.used + 1 : Math.max(1, grant.used),
    recipient: grant.consumerSlug,
    place: p.place ?? placeOfUse(grant.policy),
    items: [...(p.items ?? grant.items)],
    // Applied to whatever is read, see `givenByGrant`.
    rows: rowsOf(grant.policy),
    since: grant.notBefore,
  });
  if (!allowed) {
    const words = reasons.find(({ ok }) => !ok)?.words ?? { en: 'no rule permits it', zh: '没有规则允许' };
    throw deliveryErrors.purposeWrong({ reason: words.en }, { zh: { reason: words.zh } });
  }
  if (counts && grant.maxCount !== null && grant.used >= grant.maxCount)
    throw grantErrors.exhausted({ count: grant.maxCount });
  return grant;
}
