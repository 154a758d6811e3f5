import { randomUUID } from 'node:crypto';
import type { Tx } from '../../../store/index.ts';
import type { Negotiation } from '../../dsp/dsp.ts';
import type { JsonObject } from '../../house.ts';
import { parsePolicy } from '../../policy/policy.ts';
import type { AskingContext } from '../context.ts';
import type { Terms } from '../model.ts';
import type { ApplicationRow } from '../row.ts';
import { buildRules, pickRules, type Rules } from '../terms/buildRules.ts';

/** The rules of what is given, within the offer as it was when it was asked for. */
export function rulesOf(row: ApplicationRow, terms: Terms): Rules {
  return buildRules({
    offer: parsePolicy(row.offer_policy),
    form: row.form,
    terms,
    recipient: row.counterparty_slug || row.counterparty_did,
  });
}

/**
 * The agreement of the offer on the table, with its grant: row, message to the chain and disclosure are made in the caller's
 * transaction, so that an agreement never goes out without its grant. @throws what `grants.issue` throws
 */
export async function makeAgreement(
  { grants }: AskingContext,
  tx: Tx,
  { row, negotiation, terms }: { row: ApplicationRow; negotiation: Negotiation; terms: Terms },
): Promise<{ agreement: string; policy: JsonObject }> {
  const agreement = `urn:uuid:${randomUUID()}`;
  const policy: JsonObject = {
    '@id': agreement,
    '@type': 'Agreement',
    target: row.dataset,
    ...pickRules(negotiation.offer),
  };
  const grant = await grants.issue(tx, {
    participant: row.participant,
    agreement,
    consumer: negotiation.counterparty.slug || negotiation.counterparty.did,
    dataset: row.dataset,
    version: row.dataset_version ?? 1,
    purpose: row.form.matter,
    items: terms.items,
    notBefore: new Date(terms.from),
    notAfter: new Date(terms.to),
    maxCount: terms.maxCount,
    policy,
  });
  const disclosure = await grants.disclose(tx, grant);
  return { agreement, policy: { ...policy, 'xy:grant': { ...disclosure } } };
}
