import { canonicalizeJson, type JsonValue } from '../../../proof/index.ts';
import type { JsonObject } from '../../house.ts';
import { includesAction } from '../../policy/actions.ts';
import type { Constraint, Policy, Rule } from '../../policy/policy.ts';
import { textOfCondition } from '../form/checkRows.ts';
import type { ApplicationForm, Terms } from '../model.ts';
import { isQuestion } from './terms.ts';

/** The rules of an offer or agreement, without the names of its parties. */
export type Rules = Pick<Policy, 'profile' | 'permission' | 'prohibition' | 'obligation'>;

export interface BuildRulesParameters {
  /** The policy of the catalogue's offer. */
  offer: Policy;
  form: Pick<ApplicationForm, 'matter' | 'caseSystem' | 'ways'>;
  terms: Terms;
  /** Slug of the department that gets the data. */
  recipient: string;
}

const actionOf = { rows: 'use', answer: 'xy:answer', match: 'xy:match' } as const;
const everyWay = ['rows', 'answer', 'match'] as const;

function constraintsOf({ form, terms, recipient }: BuildRulesParameters): Constraint[] {
  const constraint: Constraint[] = [
    { leftOperand: 'purpose', operator: 'eq', rightOperand: form.matter },
    { leftOperand: 'recipient', operator: 'eq', rightOperand: recipient },
    { leftOperand: 'xy:items', operator: 'isPartOf', rightOperand: [...terms.items] },
    // `use` includes answers and matches, which look at whole values where rows have masks: each way counts only if it is named.
    { leftOperand: 'xy:way', operator: 'isAnyOf', rightOperand: everyWay.filter((way) => form.ways.includes(way)) },
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
  // One region as a text: a list would be what a catalogue offers, see `placeOfUse`.
  if (terms.place !== undefined)
    constraint.push({ leftOperand: 'spatial', operator: 'isPartOf', rightOperand: terms.place });
  for (const condition of terms.rows ?? [])
    constraint.push({ leftOperand: 'xy:rows', operator: 'hasPart', rightOperand: textOfCondition(condition) });
  return constraint;
}

const textOf = (constraint: Constraint) => canonicalizeJson(constraint as unknown as JsonValue);

/**
 * Whether the own list of items says all that the offer's does. A question (`question:<id>`) is declared for the dataset beside
 * its items, so that the offer's list does not name it.
 */
function isCovered(constraint: Constraint, { items }: Terms): boolean {
  if (!('leftOperand' in constraint) || constraint.leftOperand !== 'xy:items' || constraint.operator !== 'isPartOf')
    return false;
  const offered = new Set([constraint.rightOperand].flat());
  return items.every((item) => offered.has(item) || isQuestion(item));
}

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
        const kept = (rule.constraint ?? []).filter((one) => !isCovered(one, parameters.terms));
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
  return canonicalizeJson(rulesToJson(one)) === canonicalizeJson(rulesToJson(other));
}

/** Rules as JSON for a message; what else a policy says is left out. */
export function rulesToJson({ profile, permission, prohibition, obligation }: Rules): JsonObject {
  const rules = {
    ...(profile ? { profile } : {}),
    ...(permission ? { permission } : {}),
    ...(prohibition ? { prohibition } : {}),
    ...(obligation ? { obligation } : {}),
  };
  return structuredClone(rules) as unknown as JsonObject;
}

/** The rules of a policy in the very notation in which it came. */
export function pickRules({ profile, permission, prohibition, obligation }: JsonObject): JsonObject {
  return {
    ...(profile !== undefined ? { profile } : {}),
    ...(permission !== undefined ? { permission } : {}),
    ...(prohibition !== undefined ? { prohibition } : {}),
    ...(obligation !== undefined ? { obligation } : {}),
  };
}
