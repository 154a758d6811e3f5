import { randomUUID } from 'node:crypto';
import type { Tx } from '../../../store/index.ts';
import type { Dataset } from '../../catalogue/catalogue.ts';
import type { Negotiation, Verdict } from '../../dsp/dsp.ts';
import type { JsonObject } from '../../house.ts';
import { parsePolicy } from '../../policy/policy.ts';
import type { AskingContext } from '../context.ts';
import { areSameRules, pickRules } from '../terms/buildRules.ts';

const dayMs = 86_400_000;
const usualDays = 365;

/**
 * A request of a connector that knows nothing of applications: data that are shared unconditionally are agreed to as offered;
 * for anything else the answer says what is missing.
 */
export async function receivePlain(
  { house, grants, audit }: AskingContext,
  tx: Tx,
  negotiation: Negotiation,
  offered: { dataset: Dataset; policy: JsonObject } | null,
): Promise<Verdict> {
  const { participant, counterparty, id } = negotiation;
  const asked = parsePolicy(negotiation.offer);
  const open =
    offered !== null && offered.dataset.sharing === 'unconditional' && areSameRules(asked, parsePolicy(offered.policy));
  const entry = {
    participant,
    kind: 'decision',
    counterparty: counterparty.did,
    negotiation: id,
    dataset: negotiation.dataset,
  };
  if (!open) {
    const reason = [
      '请求缺少申请表 xy:application（事项、依据、信息项、期限）',
      'the request has no xy:application with matter, legal basis, items and period',
    ];
    await audit.record(tx, { ...entry, outcome: 'refused', detail: { step: 'noApplication' } });
    return { do: 'terminate', code: 'xy:application-missing', reason };
  }
  const { dataset } = offered;
  const now = house.now();
  const agreement = `urn:uuid:${randomUUID()}`;
  const policy: JsonObject = {
    '@id': agreement,
    '@type': 'Agreement',
    target: dataset.id,
    ...pickRules(negotiation.offer),
  };
  const grant = await grants.issue(tx, {
    participant,
    agreement,
    consumer: counterparty.slug || counterparty.did,
    dataset: dataset.id,
    version: dataset.version,
    purpose: negotiation.purpose ?? 'unconditional',
    items: dataset.items.filter(({ sharing }) => sharing === 'unconditional').map(({ name }) => name),
    notBefore: now,
    notAfter: new Date(now.getTime() + (dataset.terms.longestDays ?? usualDays) * dayMs),
    maxCount: dataset.terms.mostRequests,
    policy,
  });
  await audit.record(tx, { ...entry, outcome: 'ok', agreement, detail: { step: 'approved', mode: 'unconditional' } });
  return { do: 'agree', policy: { ...policy, 'xy:grant': { ...(await grants.disclose(tx, grant)) } } };
}
