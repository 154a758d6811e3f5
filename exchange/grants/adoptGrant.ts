import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import type { Hex } from 'viem';
import { canonicalizeJson } from '../../proof/index.ts';
import type { Tx } from '../../store/index.ts';
import { digestRules } from './digestRules.ts';
import { grantErrors } from './errors.ts';
import { toGrant } from './grantRow.ts';
import type { AdoptParameters, Grant, GrantDisclosure } from './grants.ts';
import { findParty, type GrantsContext } from './grantsContext.ts';
import { insertGrant } from './insertGrant.ts';
import { grantIdOf, makeTerms, termsToJson } from './terms.ts';

const hex32 = Type.Unsafe<Hex>({ type: 'string', pattern: '^0x[0-9a-f]{64}$' });
const text = Type.String({ minLength: 1, maxLength: 500, pattern: '^[^\\u0000]+$' });
const time = Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,3})?Z$' });
const disclosureSchema = Compile(
  Type.Object({
    id: hex32,
    salt: hex32,
    dataset: text,
    version: Type.Integer({ minimum: 1, maximum: 2 ** 31 - 1 }),
    purpose: text,
    items: Type.Array(text, { minItems: 1, maxItems: 1_000, uniqueItems: true }),
    notBefore: time,
    notAfter: time,
    maxCount: Type.Union([Type.Null(), Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER })]),
  }),
);

/** @throws GRANT_DISCLOSURE_INVALID */
function readDisclosure(given: unknown): GrantDisclosure {
  if (disclosureSchema.Check(given)) {
    const wrong = (['notBefore', 'notAfter'] as const).find((name) => Number.isNaN(Date.parse(given[name])));
    if (!wrong) return given;
    throw grantErrors.disclosureInvalid({ problem: `/${wrong} is no time` });
  }
  const [problem] = disclosureSchema.Errors(given);
  throw grantErrors.disclosureInvalid({ problem: `${problem?.instancePath || '/'} ${problem?.message ?? 'is wrong'}` });
}

/** The consumer's own row, from the agreement; the chain decides whether it becomes active. See `Grants.adopt`. */
export async function adoptGrant(context: GrantsContext, tx: Tx, parameters: AdoptParameters): Promise<Grant> {
  const { house, identity, registry, audit, listeners } = context;
  const { participant, agreement } = parameters;
  const { id, salt, dataset, version, purpose, items, maxCount, ...times } = readDisclosure(parameters.disclosure);
  const [own, provider] = await Promise.all([identity.ensure(participant), findParty(registry, parameters.provider)]);
  if (id !== grantIdOf(provider.chainAddress, agreement))
    throw grantErrors.disclosureInvalid({ problem: `${id} is not the grant of this provider for this agreement` });
  const { policy, digest: policyDigest } = digestRules(agreement, dataset, parameters.policy);
  const notBefore = new Date(times.notBefore);
  const notAfter = new Date(times.notAfter);
  const open = { agreement, dataset, version, purpose, items, notBefore, notAfter, maxCount, policyDigest, salt };
  const parties = { provider: provider.chainAddress, consumer: own.chainAddress, arbiter: null };
  const terms = makeTerms(parties, open);
  const inserted = await insertGrant(tx, {
    ...open,
    participant,
    id,
    role: 'consumer',
    provider: provider.did,
    consumer: own.did,
    providerSlug: provider.slug,
    consumerSlug: participant,
    policy,
    terms,
    now: house.now(),
  });
  const grant = toGrant(inserted.row);
  if (!inserted.isNew) {
    if (inserted.row.salt !== salt || inserted.row.id !== id) throw grantErrors.exists({ agreement });
    return grant;
  }
  await audit.record(tx, {
    participant,
    kind: 'grant',
    outcome: 'ok',
    counterparty: provider.did,
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
