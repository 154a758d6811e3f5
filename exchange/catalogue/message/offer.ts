import type { JsonObject } from '../../house.ts';
import { exchangeProfile } from '../../policy/model.ts';
import type { Dataset, Method } from '../dataset.ts';

const offerPattern = /^urn:xiangyu:offer:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}):([1-9]\d{0,8})$/;

/** Names the offer of one version of a dataset: a new version, which may say other things, is a new offer. */
export function offerIdOf({ id, version }: Pick<Dataset, 'id' | 'version'>): string {
  return `${id.replace(/^urn:uuid:/, 'urn:xiangyu:offer:')}:${version}`;
}

/** The dataset and version that an offer's id names; null when it is none of ours. */
export function readOfferId(offerId: string): { dataset: string; version: number } | null {
  const [, dataset, version] = offerPattern.exec(offerId) ?? [];
  return dataset !== undefined && version !== undefined ? { dataset, version: Number(version) } : null;
}

const constraint = (leftOperand: string, operator: string, rightOperand: string | string[]) => ({
  leftOperand,
  operator,
  rightOperand,
});

/** What the ways of sharing allow: data themselves, or only answers and matches. */
function actionsOf(methods: readonly Method[]): string[] {
  if (methods.some((method) => ['pull', 'push', 'stream'].includes(method))) return ['use'];
  return methods.map((method) => `xy:${method}`);
}

/**
 * The offer of a dataset, as an ODRL policy in the form that the Dataspace Protocol asks of catalogs (without target). Null for
 * what is not shared. Purpose and case number are demanded at every use of what is shared under conditions.
 */
export function makeOffer(dataset: Dataset): JsonObject | null {
  const { sharing, terms, items, methods } = dataset;
  if (sharing === 'none') return null;
  const shared = items.filter((item) => item.sharing !== 'none').map(({ name }) => name);
  const { purposes, recipients, regions, longestDays, mostRequests } = terms;
  const conditions = [
    ...(shared.length > 0 ? [constraint('xy:items', 'isPartOf', shared)] : []),
    ...(sharing === 'conditional'
      ? [
          purposes ? constraint('purpose', 'isAnyOf', purposes) : constraint('purpose', 'neq', ''),
          constraint('xy:caseNumber', 'neq', ''),
        ]
      : []),
    ...(recipients ? [constraint('recipient', 'isAnyOf', recipients)] : []),
    ...(regions ? [constraint('spatial', 'isPartOf', regions)] : []),
    ...(longestDays !== null ? [constraint('elapsedTime', 'lteq', `P${longestDays}D`)] : []),
    ...(mostRequests !== null ? [constraint('count', 'lteq', String(mostRequests))] : []),
  ];
  return {
    '@id': offerIdOf(dataset),
    '@type': 'Offer',
    profile: exchangeProfile,
    permission: actionsOf(methods).map((action) => ({
      action,
      ...(conditions.length > 0 ? { constraint: conditions } : {}),
    })),
    ...(terms.deletion ? { obligation: [{ action: 'delete' }] } : {}),
  };
}
