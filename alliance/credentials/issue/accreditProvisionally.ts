import type { CredentialsContext } from '../credentialsContext.ts';
import { credentialErrors } from '../errors.ts';
import { readType } from '../types/types.ts';
import { didsOf, isAccredited, readRegistry } from '../verify/judge.ts';
import { schemaUrlOf } from '../verify/readRemote.ts';
import { issueCredential } from './issueCredential.ts';

/** Says in the credential itself that no vote stands behind it. */
const decision = 'urn:xiangyu:accreditation:before-founding';

/**
 * Accredits a member before there is an alliance that could vote on it, as a demonstration or a pilot needs it; whoever
 * holds it already gets no second one. After the founding only a vote accredits: then it is refused.
 *
 * @throws CREDENTIAL_NOT_DECIDED, CREDENTIAL_TYPE_UNKNOWN, ALLIANCE_MEMBER_UNKNOWN
 */
export async function accreditProvisionally(
  context: CredentialsContext,
  { member, types, validUntil }: { member: string; types: string[]; validUntil: Date },
): Promise<void> {
  const { store, dids, baseUrl } = context;
  const { did } = await dids.ensure(member);
  const issuers = await didsOf(store.sql, member);
  const held = await Promise.all(types.map((type) => isAccredited(store.sql, { issuers, type, at: new Date() })));
  if (held.every(Boolean)) return;
  if (await readRegistry(store.sql)) {
    throw credentialErrors.notDecided(
      { proposal: decision, problem: 'the alliance is founded and votes on this' },
      { zh: { problem: '联盟已创立，此事由投票决定' } },
    );
  }
  for (const name of types) {
    if (!(await readType(store.sql, name))) throw credentialErrors.typeUnknown({ name });
  }
  await issueCredential(context, {
    member: null,
    type: 'AccreditationCredential',
    format: 'data-integrity',
    subject: did,
    holder: member,
    claims: { accreditedFor: types, decision },
    schemaUrl: schemaUrlOf(baseUrl, 'AccreditationCredential'),
    validUntil,
  });
}
