import type { JsonValue } from '../../../proof/index.ts';
import type { JsonObject } from '../../house.ts';
import type { Dataset } from '../dataset.ts';
import { makeOffer } from '../message/offer.ts';
import { type Node, node, prefixes, ref, text, type Value } from './terms.ts';

/** A term of ODRL or ours by its short name. */
const odrl = (name: string) => ref(name.startsWith('xy:') ? prefixes.xy + name.slice(3) : prefixes.odrl + name);
const objects = (value: JsonValue | undefined): JsonObject[] => (Array.isArray(value) ? (value as JsonObject[]) : []);
const asText = (value: JsonValue | undefined) => (typeof value === 'string' ? value : '');

function describeConstraint({ leftOperand, operator, rightOperand }: JsonObject): Node {
  const right = Array.isArray(rightOperand) ? rightOperand.map(asText) : [asText(rightOperand)];
  return node(['odrl:Constraint'], null, [
    ['odrl:leftOperand', odrl(asText(leftOperand))],
    ['odrl:operator', odrl(asText(operator))],
    ['odrl:rightOperand', right.map(text)],
  ]);
}

function describeRule(type: 'odrl:Permission' | 'odrl:Duty', rule: JsonObject, target: Value): Node {
  return node([type], null, [
    ['odrl:action', odrl(asText(rule.action))],
    ...(type === 'odrl:Permission' ? [['odrl:target', target] as ['odrl:target', Value]] : []),
    ['odrl:constraint', objects(rule.constraint).map(describeConstraint)],
  ]);
}

/** The offer of a dataset as ODRL; null for what is not shared. */
export function describePolicy(dataset: Dataset, assigner: string): Node | null {
  const offer = makeOffer(dataset);
  if (offer === null) return null;
  const target = ref(dataset.id);
  return node(['odrl:Policy', 'odrl:Offer'], asText(offer['@id']), [
    ['odrl:profile', ref(asText(offer.profile))],
    ['odrl:assigner', ref(assigner)],
    ['odrl:permission', objects(offer.permission).map((rule) => describeRule('odrl:Permission', rule, target))],
    ['odrl:obligation', objects(offer.obligation).map((rule) => describeRule('odrl:Duty', rule, target))],
  ]);
}
