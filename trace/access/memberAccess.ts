import { inBoth, parseDigitalLink, toDigitalLink } from '../../proof/index.ts';
import type { Sql, Tx } from '../../store/index.ts';
import { type Audience, type AudienceKind, publicAudience } from './audience.ts';
import { accessErrors } from './errors.ts';

/** What a member said about its events. */
export interface MemberAccess {
  /** Of events whose capture names none. */
  audience: Audience;
  /** GS1 Digital Links of the parties (AI 417) that are this member. */
  parties: string[];
}

/** The audience that a member's events get by default: public until it says otherwise. */
export async function readDefaultAudience(sql: Sql | Tx, member: string): Promise<Audience> {
  const [row] = await sql<{ audience: AudienceKind; audience_members: string[] }[]>`
    SELECT audience, audience_members FROM trace.member_access WHERE member = ${member}`;
  return row ? { kind: row.audience, members: row.audience_members } : publicAudience;
}

/** What a member said about its events. */
export async function readMemberAccess(sql: Sql | Tx, member: string): Promise<MemberAccess> {
  const [audience, parties] = await Promise.all([
    readDefaultAudience(sql, member),
    sql<{ party: string }[]>`SELECT party FROM trace.member_parties WHERE member = ${member} ORDER BY party`,
  ]);
  return { audience, parties: parties.map(({ party }) => party) };
}

/**
 * Sets what a member says about its events; parties that it no longer names are free again.
 * @throws ACCESS_PARTY_INVALID, ACCESS_PARTY_TAKEN
 */
export async function setMemberAccess(
  tx: Tx,
  { member, audience, parties }: MemberAccess & { member: string },
): Promise<MemberAccess> {
  const keys = [...new Set(parties.map(toPartyKey))].sort();
  await tx`
    INSERT INTO trace.member_access (member, audience, audience_members, updated_at)
    VALUES (${member}, ${audience.kind}, ${[...audience.members]}, now())
    ON CONFLICT (member) DO UPDATE SET audience = excluded.audience, audience_members = excluded.audience_members,
      updated_at = excluded.updated_at`;
  await tx`DELETE FROM trace.member_parties WHERE member = ${member} AND party <> ALL(${keys})`;
  await tx`
    INSERT INTO trace.member_parties (party, member, since)
    SELECT party, ${member}, now() FROM unnest(${keys}::text[]) AS p(party) ON CONFLICT DO NOTHING`;
  const [taken] = await tx<{ party: string }[]>`
    SELECT party FROM trace.member_parties WHERE party = ANY(${keys}) AND member <> ${member} LIMIT 1`;
  if (taken) throw accessErrors.partyTaken({ party: taken.party });
  return readMemberAccess(tx, member);
}

const partyLink = /^https:\/\/id\.gs1\.org\/417\/\d{13}$/;

function toPartyKey(party: string): string {
  const key = toDigitalLink(party) ?? '';
  if (partyLink.test(key) && isValid(key)) return key;
  const problem = {
    en: 'it names no global location number of a party, or its check digit is wrong',
    zh: '其中没有参与方的全球位置码，或校验码不正确',
  };
  throw accessErrors.partyInvalid(...inBoth({ party: JSON.stringify(party.slice(0, 200)), problem }));
}

function isValid(link: string): boolean {
  try {
    return parseDigitalLink(link).ai.length === 1;
  } catch {
    return false;
  }
}
