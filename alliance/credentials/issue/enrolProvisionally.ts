import type { CredentialsContext } from '../credentialsContext.ts';
import { readRegistry } from '../verify/judge.ts';
import { schemaUrlOf } from '../verify/readRemote.ts';
import { issueCredential } from './issueCredential.ts';

/**
 * Lets a guest act as a member before there is an alliance that could admit it: the alliance's DID says so in a credential that
 * is revoked at the founding. Who has one for its present DID gets no other, and after the founding nobody does.
 *
 * @throws ALLIANCE_MEMBER_UNKNOWN
 */
export async function enrolProvisionally(context: CredentialsContext, slug: string): Promise<void> {
  const { store, dids, baseUrl } = context;
  if (await readRegistry(store.sql)) return;
  const { did } = await dids.ensure(slug);
  const { did: alliance } = await dids.ensure(null);
  const [held] = await store.sql`
    select from alliance.credential c join alliance.did_key k on k.public_key = c.key
    where c.type = 'ProvisionalMembershipCredential' and c.subject = ${did} and c.issuer = ${alliance}
      and c.revoked_at is null and not k.compromised`;
  if (held) return;
  await issueCredential(context, {
    member: null,
    type: 'ProvisionalMembershipCredential',
    format: 'vc+jwt',
    subject: did,
    holder: slug,
    claims: { memberOf: alliance, memberSlug: slug },
    schemaUrl: schemaUrlOf(baseUrl, 'ProvisionalMembershipCredential'),
  });
}
