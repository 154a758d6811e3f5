import { canonicalizeJson, type JsonValue } from '../../../proof/index.ts';
import type { JsonObject } from '../../house.ts';
import { includesAction } from '../../policy/actions.ts';
import { type Constraint, digestPolicy, type Policy, type Rule } from '../../policy/policy.ts';
import type { ApplicationForm, Terms } from '../model.ts';

/** The rules of an offer or agreement, without the names of its parties. */
export type Rules = Pick<Policy, 'profile' | 'permission' | 'prohibition' | 'obligation'>;

export interface BuildRulesParameters {
  /** The policy of the catalogue's offer. */
  offer: Policy;
  form: Pick<ApplicationForm, 'matter' | 'caseSystem' | 'ways'>;
  terms: Terms;
  /** DID of the department that gets the data. */
  recipient: string;
}

const actionOf = { rows: 'use', answer: 'xy:answer', match: 'xy:match' } as const;

function constraintsOf({ form, terms, recipient }: BuildRulesParameters): Constraint[] {
  const constraint: Constraint[] = [
    { leftOperand: 'purpose', operator: 'eq', rightOperand: form.matter },
    { leftOperand: 'recipient', operator: 'eq', rightOperand: recipient },
    { leftOperand: 'xy:items', operator: 'isPartOf', rightOperand: [...terms.items] },
    { leftOperand: 'dateTime', operator: 'gteq', rightOperand: terms.from },
    { leftOperand: 'dateTime', operator: 'lt', rightOperand: terms.to },
  ];
  if (form.caseSystem !== '') constraint.push({ leftOperand: 'xy:caseNumber', operator: 'neq', rightOperand: '' });
  if (terms.maxCount !== null)
    constraint.push({ leftOperand: 'count', operator: 'lteq', rightOperand: String(terms.maxCount) });
  if (terms.frequency)
    constraint.push({
      leftOperand: 'xy:frequency',
      operator: 'lteq',
      rightOperand: `${terms.frequency.times}/${terms.frequency.period}`,
    });
  return constraint;
}

const textOf = (constraint: Constraint) => canonicalizeJson(constraint as unknown as JsonValue);

/**
 * What an application asks for within what the catalogue offers: each way of using under each permission of the offer that
 * covers it, with the offer's conditions and those of the application; prohibitions and duties of the offer stay. Both sides
 * build it from the same texts, so that an agreement is the offer that was asked for.
 */
export function buildRules(parameters: BuildRulesParameters): Rules {
  const { offer, form } = parameters;
  const wanted = form.ways.includes('rows') ? (['use'] as const) : form.ways.map((way) => actionOf[way]);
  const own = constraintsOf(parameters);
  const permission = wanted.flatMap((action) =>
    (offer.permission ?? [])
      .filter((rule) => includesAction(rule.action, action) || includesAction(action, rule.action))
      .map((rule): Rule => {
        const kept = rule.constraint ?? [];
        const known = new Set(kept.map(textOf));
        const narrower = includesAction(rule.action, action) ? action : rule.action;
        return {
          action: narrower,
          constraint: [...kept, ...own.filter((one) => !known.has(textOf(one)))],
          ...(rule.duty ? { duty: rule.duty } : {}),
        };
      }),
  );
  const { profile, prohibition, obligation } = offer;
  return {
    ...(profile ? { profile } : {}),
    permission,
    ...(prohibition ? { prohibition } : {}),
    ...(obligation ? { obligation } : {}),
  };
}

/** Whether two sets of rules are the same text. */
export function areSameRules(one: Rules, other: Rules): boolean {
  const digest = ({ profile, permission, prohibition, obligation }: Rules) =>
    digestPolicy({
      '@id': 'rules',
      '@type': 'Set',
      ...(profile ? { profile } : {}),
      ...(permission ? { permission } : {}),
      ...(prohibition ? { prohibition } : {}),
      ...(obligation ? { obligation } : {}),
    });
  return digest(one) === digest(other);
}

/** Rules as JSON for a message. */
export function rulesToJson(rules: Rules): JsonObject {
  return structuredClone(rules) as unknown as JsonObject;
}
