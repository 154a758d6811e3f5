import type { Sql } from '../../../store/index.ts';
import type { CredentialsContext } from '../credentialsContext.ts';
import type { ParsedCredential } from '../formats/parseCredential.ts';
import { allianceTypes, issuerOf } from '../model.ts';
import { readType } from '../types/types.ts';
import { type Finding, finding } from './findings.ts';

/** Where the alliance's registry is; null before the founding. */
export async function readRegistry(sql: Sql): Promise<{ registry: string; chainId: number } | null> {
  const [row] = await sql<{ registry: string; chain: string | number }[]>`
    select registry, chain from alliance.projection where founded_at is not null`;
  return row ? { registry: row.registry, chainId: Number(row.chain) } : null;
}

/**
 * Whether the alliance accredited an issuer for a type: by an accreditation that is not revoked or suspended, and was in its
 * time when the credential was signed.
 */
export async function isAccredited(
  sql: Sql,
  { issuers, type, at }: { issuers: readonly string[]; type: string; at: Date },
): Promise<boolean> {
  const rows = await sql<{ claims: string }[]>`
    select claims from alliance.credential
    where subject = any(${[...issuers]}) and type = 'AccreditationCredential' and issuer_member is null
      and revoked_at is null and suspended_at is null
      and issued_at <= ${new Date(at.getTime() + 1_000)} and (valid_until is null or valid_until >= ${at})`;
  return rows.some(({ claims }) => (JSON.parse(claims) as { accreditedFor: string[] }).accreditedFor.includes(type));
}

/** Every DID that a member has or had. */
export async function didsOf(sql: Sql, member: string): Promise<string[]> {
  const rows = await sql<{ did: string }[]>`select did from alliance.did where member = ${member}`;
  return rows.map(({ did }) => did);
}

async function readStanding(sql: Sql, slug: string): Promise<string> {
  const [row] = await sql<{ standing: string }[]>`select standing from alliance.member where slug = ${slug}`;
  return row?.standing ?? 'guest';
}

function checkStanding(slug: string, standing: string): Finding {
  if (standing === 'admitted') return finding('chain', true, 'chain.ok', { member: slug });
  if (standing === 'suspended') return finding('chain', false, 'chain.suspended', { member: slug });
  if (standing === 'left') return finding('chain', false, 'chain.left', { member: slug });
  return finding('chain', false, 'chain.not-admitted', { member: slug });
}

async function checkMembership(sql: Sql, { credential }: ParsedCredential): Promise<Finding> {
  const { memberSlug, registry, chainId } = credential.credentialSubject;
  const here = await readRegistry(sql);
  const same =
    here && String(registry).toLowerCase() === here.registry.toLowerCase() && Number(chainId) === here.chainId;
  if (!same) return finding('chain', false, 'chain.other');
  return checkStanding(String(memberSlug), await readStanding(sql, String(memberSlug)));
}

interface Judged {
  parsed: ParsedCredential;
  did: string;
  /** Whose the issuer's DID is; undefined for nobody's here, null for the alliance's. */
  member: string | null | undefined;
}

const nothing = () => finding('chain', null, 'chain.none');

/** Whether the issuer may issue one of the types that a credential has. */
async function judgeType(sql: Sql, { parsed, did, member }: Judged, type: string): Promise<Finding[]> {
  if (allianceTypes.includes(type)) {
    if (member !== null) return [finding('authority', false, 'authority.not-alliance', { type, did }), nothing()];
    const authority = finding('authority', true, 'authority.alliance');
    return [authority, type === 'MembershipCredential' ? await checkMembership(sql, parsed) : nothing()];
  }
  if (member === null) return [finding('authority', true, 'authority.alliance'), nothing()];
  const known = await readType(sql, type);
  if (member === undefined) {
    if (type === 'RoleCredential')
      return [finding('authority', false, 'authority.not-member', { type, did }), nothing()];
    const code = known?.accredited ? 'authority.not-accredited' : 'authority.unknown';
    return [finding('authority', known?.accredited ? false : null, code, { type, did }), nothing()];
  }
  const founded = (await readRegistry(sql)) !== null;
  const standing = await readStanding(sql, member);
  const chain = founded && standing !== 'guest' ? checkStanding(member, standing) : nothing();
  if (known?.accredited) {
    const at = parsed.signedAt ?? new Date();
    const accredited = await isAccredited(sql, { issuers: await didsOf(sql, member), type, at });
    const code = accredited ? 'authority.accredited' : 'authority.not-accredited';
    return [finding('authority', accredited, code, { type, did }), chain];
  }
  if (founded && standing === 'guest') return [finding('authority', null, 'authority.guest', { member }), chain];
  return [finding('authority', true, 'authority.member', { member }), chain];
}

/** The finding that decides: one that refuses, otherwise one that says least. */
function worst(findings: readonly Finding[]): Finding | undefined {
  return findings.find(({ ok }) => ok === false) ?? findings.find(({ ok }) => ok === null) ?? findings[0];
}

/**
 * Who may issue what, by the rules of this alliance, and what the chain says of the members concerned. Every type of a
 * credential counts: one that anybody may issue does not cover for another.
 */
export async function judge({ store, dids }: CredentialsContext, parsed: ParsedCredential): Promise<Finding[]> {
  const did = issuerOf(parsed.credential);
  const member = (await dids.ownerOf(did))?.member;
  const named = parsed.credential.type.filter((type) => type !== 'VerifiableCredential');
  const types = named.length > 0 ? [...new Set(named)] : ['VerifiableCredential'];
  const all = (await Promise.all(types.map((type) => judgeType(store.sql, { parsed, did, member }, type)))).flat();
  const about = all.filter(({ id, code }) => id === 'chain' && code !== 'chain.none');
  return [worst(all.filter(({ id }) => id === 'authority')), worst(about) ?? nothing()].filter(
    (one) => one !== undefined,
  );
}
