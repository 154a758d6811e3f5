import { randomBytes } from 'node:crypto';
import { bytesToHex, type Hex } from 'viem';
import { canonicalizeJson } from '../../proof/index.ts';
import type { Tx } from '../../store/index.ts';
import { digestRules } from './digestRules.ts';
import { grantErrors } from './errors.ts';
import { type GrantRow, toGrant } from './grantRow.ts';
import type { Grant, IssueParameters } from './grants.ts';
import { findParty, type GrantsContext } from './grantsContext.ts';
import { insertCall } from './insertCall.ts';
import { insertGrant } from './insertGrant.ts';
import { grantIdOf, lower, makeTerms, termsToJson, toSeconds } from './terms.ts';

/** What cannot be granted, whoever asks. @throws GRANT_TERMS_INVALID */
function checkTerms({ version, purpose, items, notBefore, notAfter, maxCount }: IssueParameters): void {
  const problem =
    purpose === ''
      ? 'it has no purpose'
      : items.length === 0
        ? 'it has no items'
        : new Set(items).size !== items.length
          ? 'an item is named twice'
          : !Number.isInteger(version) || version < 1 || version >= 2 ** 31
            ? 'the version of the dataset is no number from 1 on'
            : maxCount !== null && (!Number.isSafeInteger(maxCount) || maxCount < 1)
              ? 'the number of requests is not 1 or more'
              : toSeconds(notBefore) >= toSeconds(notAfter)
                ? 'it ends before it begins'
                : null;
  if (problem) throw grantErrors.termsInvalid({ problem });
}

const sameTerms = (row: GrantRow, { dataset, version, purpose, items, maxCount, ...times }: IssueParameters): boolean =>
  row.dataset === dataset &&
  row.version === version &&
  row.purpose === purpose &&
  canonicalizeJson(row.items) === canonicalizeJson([...items]) &&
  row.terms.notBefore === toSeconds(times.notBefore) &&
  row.terms.notAfter === toSeconds(times.notAfter) &&
  row.terms.maxCount === (maxCount ?? 0);

/** Grants in the caller's transaction: the row, the message to the chain and the record are one. See `Grants.issue`. */
export async function issueGrant(context: GrantsContext, tx: Tx, parameters: IssueParameters): Promise<Grant> {
  const { house, identity, registry, audit, listeners } = context;
  const { participant, agreement, dataset, version, purpose, maxCount } = parameters;
  checkTerms(parameters);
  const [own, consumer, authority] = await Promise.all([
    identity.ensure(participant),
    findParty(registry, parameters.consumer),
    registry.authority(),
  ]);
  const id = grantIdOf(own.chainAddress, agreement);
  const { policy, digest: policyDigest } = digestRules(agreement, dataset, parameters.policy);
  const salt: Hex = bytesToHex(randomBytes(32));
  const items = [...parameters.items];
  // The chain counts seconds, and so does everybody.
  const notBefore = new Date(toSeconds(parameters.notBefore) * 1_000);
  const notAfter = new Date(toSeconds(parameters.notAfter) * 1_000);
  const open = { agreement, dataset, version, purpose, items, notBefore, notAfter, maxCount, policyDigest, salt };
  const terms = makeTerms(
    { provider: own.chainAddress, consumer: consumer.chainAddress, arbiter: authority?.chainAddress ?? null },
    open,
  );
  if (lower(own.chainAddress) === lower(consumer.chainAddress))
    throw grantErrors.termsInvalid({ problem: 'nobody grants anything to itself' });
  const inserted = await insertGrant(tx, {
    ...open,
    participant,
    id,
    role: 'provider',
    provider: own.did,
    consumer: consumer.did,
    providerSlug: participant,
    consumerSlug: consumer.slug,
    policy,
    terms,
    now: house.now(),
  });
  if (!inserted.isNew) {
    if (!sameTerms(inserted.row, parameters)) throw grantErrors.exists({ agreement });
    return toGrant(inserted.row);
  }
  await insertCall(context, tx, { participant, grant: id, kind: 'issue' });
  const grant = toGrant(inserted.row);
  await audit.record(tx, {
    participant,
    kind: 'grant',
    outcome: 'ok',
    counterparty: consumer.did,
    agreement,
    grant: id,
    dataset,
    purpose,
    detail: { from: null, to: grant.state },
    documents: { grant: canonicalizeJson({ id, terms: termsToJson(terms), salt, purpose, items }) },
  });
  for (const listener of listeners) await listener(tx, grant, null);
  return grant;
}
