import { setTimeout as sleep } from 'node:timers/promises';
import { holdLeadership } from '../../store/index.ts';
import { decodeKinds } from '../chain/members.ts';
import type { CredentialsContext } from './credentialsContext.ts';
import { issueCredential } from './issue/issueCredential.ts';
import { changeStatus } from './status/changeStatus.ts';
import { readRegistry } from './verify/judge.ts';
import { schemaUrlOf } from './verify/readRemote.ts';

/** How often the standing of the members is looked at. */
const everyMs = 2_000;

interface StandingRow {
  slug: string;
  member_id: string;
  status: 'applied' | 'admitted' | 'suspended' | 'left';
  did: string;
  kinds: number;
}

interface MembershipRow {
  id: string;
  subject: string;
  subject_member: string;
  issuer: string;
  claims: string;
  suspended: boolean;
  compromised: boolean;
}

/** The membership credentials that count or are suspended, newest first. */
async function readMemberships({ store }: CredentialsContext): Promise<Map<string, MembershipRow[]>> {
  const rows = await store.sql<MembershipRow[]>`
    select c.id, c.subject, c.subject_member, c.issuer, c.claims, c.suspended_at is not null as suspended, k.compromised
    from alliance.credential c join alliance.did_key k on k.public_key = c.key
    where c.type = 'MembershipCredential' and c.issuer_member is null and c.revoked_at is null
      and c.subject_member is not null
    order by c.issued_at desc`;
  const found = new Map<string, MembershipRow[]>();
  for (const row of rows) found.set(row.subject_member, [...(found.get(row.subject_member) ?? []), row]);
  return found;
}

/** They are shown to readers of both languages. */
const reasons = {
  suspend: '联盟暂停了该成员 · the alliance suspended the member',
  reinstate: '联盟恢复了该成员 · the alliance reinstated the member',
  revoke: '该成员已退出联盟 · the member left the alliance',
  replace: '已由新凭证替代 · replaced by a new one',
  found: '联盟已创立 · the alliance is founded',
} as const;

/** Brings the membership credentials of one member to what the chain says. Gives how many changes it took. */
async function followMember(
  context: CredentialsContext,
  member: StandingRow,
  present: readonly MembershipRow[],
  alliance: { did: string; registry: string; chainId: number },
): Promise<number> {
  const { slug, member_id, status, did: chainDid, kinds } = member;
  if (status === 'left') {
    for (const { id } of present) await changeStatus(context, { id, change: 'revoke', reason: reasons.revoke });
    return present.length;
  }
  if (status !== 'admitted') {
    const open = present.filter(({ suspended }) => !suspended);
    for (const { id } of open) await changeStatus(context, { id, change: 'suspend', reason: reasons.suspend });
    return open.length;
  }
  const hosted = context.dids.hostedDid(slug);
  // The chain has the last word on which DID is the member's.
  const isForeign = /^did:[a-z0-9]+:\S{1,380}$/.test(chainDid) && chainDid !== hosted;
  const subject = isForeign ? chainDid : (await context.dids.ensure(slug)).did;
  const claims = {
    memberOf: alliance.did,
    memberSlug: slug,
    memberId: member_id,
    registry: alliance.registry,
    chainId: alliance.chainId,
    memberKinds: decodeKinds(kinds),
  };
  const said = JSON.stringify(claims);
  const fits = (row: MembershipRow) =>
    row.subject === subject && row.issuer === alliance.did && row.claims === said && !row.compromised;
  const right = present.find(fits);
  const stale = present.filter((row) => row !== right);
  if (right?.suspended) {
    await changeStatus(context, { id: right.id, change: 'reinstate', reason: reasons.reinstate });
  } else if (!right) {
    await issueCredential(context, {
      member: null,
      type: 'MembershipCredential',
      format: 'data-integrity',
      subject,
      holder: slug,
      claims,
      schemaUrl: schemaUrlOf(context.baseUrl, 'MembershipCredential'),
    });
  }
  for (const { id } of stale) await changeStatus(context, { id, change: 'revoke', reason: reasons.replace });
  return stale.length + (right && !right.suspended ? 0 : 1);
}

/** Once there is an alliance, what stood for membership before it counts no more. */
async function endProvisional(context: CredentialsContext): Promise<number> {
  const rows = await context.store.sql<{ id: string }[]>`
    select id from alliance.credential
    where type = 'ProvisionalMembershipCredential' and issuer_member is null and revoked_at is null`;
  for (const { id } of rows) await changeStatus(context, { id, change: 'revoke', reason: reasons.found });
  return rows.length;
}

/** Brings every membership credential to what the chain says. Gives how many changes it took. */
export async function followStandings(context: CredentialsContext): Promise<number> {
  const registry = await readRegistry(context.store.sql);
  if (!registry) return 0;
  const members = await context.store.sql<StandingRow[]>`
    select i.slug, c.id as member_id, c.status, c.did, c.kinds
    from alliance.chain_member c join alliance.member_identity i on i.id = c.id
    join alliance.member m on m.slug = i.slug order by i.slug`;
  if (members.length === 0) return 0;
  const memberships = await readMemberships(context);
  const { did } = await context.dids.ensure(null);
  let changes = await endProvisional(context);
  for (const member of members) {
    changes += await followMember(context, member, memberships.get(member.slug) ?? [], { did, ...registry });
  }
  return changes;
}

/** Follows the standing of the members in the background until the signal aborts; one process leads. */
export async function runFollowing(context: CredentialsContext, signal: AbortSignal): Promise<void> {
  const { store, logger } = context;
  await holdLeadership({
    store,
    role: 'alliance.credentials',
    signal,
    logger,
    run: async (leading) => {
      while (!leading.aborted) {
        try {
          const changes = await followStandings(context);
          if (changes > 0) logger.info({ changes }, 'membership credentials follow the chain');
        } catch (error) {
          if (leading.aborted) return;
          logger.warn({ err: error }, 'membership credentials could not be brought up to date; tried again soon');
        }
        await sleep(everyMs, undefined, { signal: leading }).catch(() => undefined);
      }
    },
  });
}
