import type { Alliance, Member } from '../../alliance/index.ts';
import { sayInChinese } from '../sayInChinese.ts';
import type { ConnectorEntry } from './registry.ts';

/** A row of `exchange.connectors`. */
export interface ConnectorRow {
  slug: string;
  did: string;
  address: string;
  encryption_key: ConnectorEntry['encryptionKey'];
  chain_address: ConnectorEntry['chainAddress'];
  hosted: boolean;
  credential: string;
  credential_id: string | null;
  stale_credentials: string[];
  registered_at: Date;
  changed_at: Date;
  withdrawn_at: Date | null;
  checked_at: Date | null;
  seen_at: Date | null;
  problem: string | null;
}

/** An entry with what the platform knows besides: who runs it, and whether it answers. */
export interface RegistryEntry extends ConnectorEntry {
  /** Whether the platform runs it. */
  hosted: boolean;
  changedAt: string;
  /** Null for a hosted one, which answers when the platform does; and before it was asked first. */
  health: {
    checkedAt: string;
    seenAt: string | null;
    answers: boolean;
    problem: string | null;
    problemZh: string | null;
  } | null;
}

/** Where a connector's member stands: after the founding only admitted members exchange data. */
function stateOf(row: ConnectorRow, member: Member | undefined, founded: boolean): ConnectorEntry['state'] {
  if (row.withdrawn_at) return 'withdrawn';
  const standing = member?.standing ?? 'left';
  const counts = founded ? standing === 'admitted' : standing !== 'suspended' && standing !== 'left';
  return counts ? 'active' : 'suspended';
}

function toEntry(row: ConnectorRow, member: Member | undefined, founded: boolean): RegistryEntry {
  return {
    slug: row.slug,
    name: member?.name ?? { zh: row.slug, en: row.slug },
    did: row.did,
    address: row.address,
    encryptionKey: row.encryption_key,
    chainAddress: row.chain_address,
    state: stateOf(row, member, founded),
    registeredAt: row.registered_at.toISOString(),
    hosted: row.hosted,
    changedAt: row.changed_at.toISOString(),
    health: row.checked_at && {
      checkedAt: row.checked_at.toISOString(),
      seenAt: row.seen_at?.toISOString() ?? null,
      answers: row.problem === null,
      problem: row.problem,
      problemZh: sayInChinese(row.problem),
    },
  };
}

/** Rows as entries, with the names and standings that their members have now. */
export async function toEntries(
  alliance: Pick<Alliance, 'readMembers' | 'isFounded'>,
  rows: readonly ConnectorRow[],
): Promise<RegistryEntry[]> {
  if (rows.length === 0) return [];
  const [members, founded] = await Promise.all([
    alliance.readMembers(rows.map(({ slug }) => slug)),
    alliance.isFounded(),
  ]);
  const bySlug = new Map(members.map((member) => [member.slug, member]));
  return rows.map((row) => toEntry(row, bySlug.get(row.slug), founded));
}
