import { includesAction, knownDuties } from './actions.ts';
import { evaluateConstraint, type Judgement } from './evaluateConstraint.ts';
import {
  type Duty,
  exchangeProfile,
  type Policy,
  type PolicyDecision,
  type PolicyReason,
  type PolicyRequest,
  type Rule,
} from './model.ts';
import { parseInstant } from './times.ts';
import { allOf } from './truth.ts';

/**
 * Decides whether a policy allows a request, and says why in both languages. Denied unless a permission holds, no prohibition
 * applies and every duty is one that can be carried out. A prohibition that cannot be decided applies; a permission that
 * cannot be decided does not. Times count in whole seconds. Of an allowed request, the reasons are those of the permission
 * that held; of a denied one, those of all.
 */
export function evaluatePolicy(policy: Policy, request: PolicyRequest): PolicyDecision {
  const reasons = [
    ...checkParties(policy, request),
    ...(policy.prohibition ?? []).flatMap((rule, index) =>
      judgeProhibition(rule, `prohibition[${index}]`, request, policy),
    ),
    ...(policy.obligation ?? []).map((duty, index) => judgeDuty(duty, `obligation[${index}]`, request)),
    ...judgePermissions(policy, request),
  ];
  return { allowed: reasons.every(({ ok }) => ok), reasons };
}

function checkParties({ profile, target, assignee }: Policy, request: PolicyRequest): PolicyReason[] {
  const reasons: PolicyReason[] = [];
  const refuse = (rule: string, zh: string, en: string) => reasons.push({ rule, ok: false, words: { zh, en } });
  const foreign = profile?.find((one) => one !== exchangeProfile);
  if (foreign !== undefined)
    refuse(
      'profile',
      `策略所用的规范“${foreign}”不认识`,
      `the policy follows the profile "${foreign}", which is not known`,
    );
  if (target !== undefined && target !== request.target)
    refuse(
      'target',
      `策略针对数据集“${target}”，而非“${request.target}”`,
      `the policy is about ${target}, not ${request.target}`,
    );
  if (assignee !== undefined && assignee !== request.assignee)
    refuse(
      'assignee',
      `策略授予“${assignee}”，而请求方为“${request.assignee}”`,
      `the policy is for ${assignee}, not for ${request.assignee}`,
    );
  return reasons;
}

const judgeAll = ({ constraint = [] }: Duty, request: PolicyRequest, policy: Policy): Judgement[] =>
  constraint.map((one) => evaluateConstraint(one, request, policy));

function judgeProhibition(rule: Rule, name: string, request: PolicyRequest, policy: Policy): PolicyReason[] {
  if (!includesAction(rule.action, request.action)) return [];
  const parts = judgeAll(rule, request, policy);
  const truth = allOf(parts.map((part) => part.truth));
  const ok = truth === 'no' || truth === 'later';
  const because = { zh: parts.map(({ words }) => words.zh), en: parts.map(({ words }) => words.en) };
  return [
    {
      rule: name,
      ok,
      words: {
        zh: `禁止“${rule.action}”${ok ? '在此不适用' : '在此适用'}${parts.length > 0 ? `：${because.zh.join('；')}` : ''}`,
        en: `the prohibition of "${rule.action}" ${ok ? 'does not apply' : 'applies'}${parts.length > 0 ? `: ${because.en.join('; ')}` : ''}`,
      },
    },
  ];
}

function judgePermissions(policy: Policy, request: PolicyRequest): PolicyReason[] {
  const tried: PolicyReason[] = [];
  for (const [index, rule] of (policy.permission ?? []).entries()) {
    const reasons = judgePermission(rule, `permission[${index}]`, request, policy);
    if (reasons.every(({ ok }) => ok)) return reasons;
    tried.push(...reasons);
  }
  if (tried.length > 0) return tried;
  const words = {
    zh: '策略没有任何许可，未许可的一律拒绝',
    en: 'the policy has no permission, and what is not permitted is denied',
  };
  return [{ rule: 'permission', ok: false, words }];
}

function judgePermission(rule: Rule, name: string, request: PolicyRequest, policy: Policy): PolicyReason[] {
  const { action } = request;
  if (!includesAction(rule.action, action)) {
    const words = {
      zh: `许可的是“${rule.action}”，不包括“${action}”`,
      en: `it permits "${rule.action}", which does not include "${action}"`,
    };
    return [{ rule: name, ok: false, words }];
  }
  const permitted = { zh: `许可“${rule.action}”`, en: `it permits "${rule.action}"` };
  return [
    { rule: name, ok: true, words: permitted },
    ...judgeAll(rule, request, policy).map(({ truth, words }, index) => ({
      rule: `${name}.constraint[${index}]`,
      ok: truth === 'yes' || truth === 'later',
      words,
    })),
    ...(rule.duty ?? []).map((duty, index) => judgeDuty(duty, `${name}.duty[${index}]`, request)),
  ];
}

/** A duty hinders when nobody here can carry it out, or when it is overdue. */
function judgeDuty(duty: Duty, rule: string, request: PolicyRequest): PolicyReason {
  const known = Object.hasOwn(knownDuties, duty.action) ? knownDuties[duty.action] : undefined;
  if (!known) {
    const words = { zh: `义务“${duty.action}”不认识，无法保证履行`, en: `the duty "${duty.action}" is not known here` };
    return { rule, ok: false, words };
  }
  if (request.fulfilled?.includes(duty.action))
    return { rule, ok: true, words: { zh: `义务已履行：${known.zh}`, en: `the duty is done: ${known.en}` } };
  const now = Math.floor(request.at.getTime() / 1_000);
  const overdue = (duty.constraint ?? []).some((one) => {
    if (!('leftOperand' in one) || one.leftOperand !== 'dateTime' || !['lt', 'lteq'].includes(one.operator))
      return false;
    const until = typeof one.rightOperand === 'string' ? parseInstant(one.rightOperand) : null;
    return until === null || now > until;
  });
  return {
    rule,
    ok: !overdue,
    words: overdue
      ? { zh: `义务已逾期：${known.zh}`, en: `the duty is overdue: ${known.en}` }
      : { zh: `义务：${known.zh}`, en: `a duty: ${known.en}` },
  };
}
