import { createContext } from '../host/index.ts';
import { type Ledger, ledgerMigrations, openLedger } from '../ledger/index.ts';
import { migrate, type Store } from '../store/index.ts';
import { createTestDatabase } from '../store/testing.ts';
import { memberId } from './chain/members.ts';
import { followStandings } from './credentials/followStandings.ts';
import { type Alliance, allianceMigrations, openAlliance } from './index.ts';
import type { Principal } from './principal.ts';

export { type Mailbox, openTestMail, startMailbox } from './mail/testing.ts';

/** The room over a database of its own and the real evidence log, whose chain does not answer. */
export interface TestAlliance {
  store: Store;
  ledger: Ledger;
  alliance: Alliance;
  /** What the background does every few seconds: membership credentials follow the chain. */
  followStandings(): Promise<number>;
  close(): Promise<void>;
}

export const testBaseUrl = 'http://127.0.0.1:3000';

/** Opens the room for tests that need no chain. */
export async function openTestAlliance({
  baseUrl = testBaseUrl,
  allowPrivateUrls = false,
}: {
  baseUrl?: string;
  allowPrivateUrls?: boolean;
} = {}): Promise<TestAlliance> {
  const { store, drop } = await createTestDatabase();
  await migrate(store, [...ledgerMigrations, ...allianceMigrations]);
  const stop = new AbortController();
  const context = createContext({ level: 'silent', signal: stop.signal });
  const ledger = await openLedger({
    store,
    context,
    chain: { espaceUrls: ['http://127.0.0.1:9'], evmChainId: 7002 },
    masterKey: '11'.repeat(32),
    origin: 'test.example/log',
  });
  const secret = 'ab'.repeat(32);
  const alliance = await openAlliance({ store, ledger, context, secret, baseUrl, allowPrivateUrls });
  const follow = {
    store,
    ledger,
    dids: alliance.dids,
    baseUrl,
    allowPrivate: allowPrivateUrls,
    logger: context.logger,
  };
  return {
    store,
    ledger,
    alliance,
    followStandings: () => followStandings(follow),
    async close() {
      stop.abort();
      await drop();
    },
  };
}

/** Lets the projection of the chain say that the alliance is founded, and where members stand in it. */
export async function placeMembers(
  { store: { sql } }: Pick<TestAlliance, 'store'>,
  standings: Record<string, 'applied' | 'admitted' | 'suspended' | 'left'>,
): Promise<void> {
  const registry = `0x${'ab'.repeat(20)}`;
  await sql`
    insert into alliance.projection (governor, registry, record, chain, epoch, log_index, founded_at, safe_epoch)
    select ${registry}, ${registry}, ${registry}, 7002, 1, 1, now(), 100
    where not exists (select from alliance.projection)`;
  for (const [slug, status] of Object.entries(standings)) {
    const id = memberId(slug);
    await sql`insert into alliance.member_identity (id, slug) values (${id}, ${slug}) on conflict do nothing`;
    await sql`
      insert into alliance.chain_member (id, account, status, did, kinds, epoch, log_index, transaction)
      values (${id}, ${slug}, ${status}, '', 9, 1, 1, '0x') on conflict (id) do update set status = excluded.status`;
    await sql`update alliance.member set standing = ${status} where slug = ${slug}`;
  }
}

/** A person with a role in an organisation that is a guest; `changes` make it another. */
export function testPerson(changes: Partial<Principal> = {}): Principal {
  return {
    kind: 'person',
    id: 'person-1',
    name: '李娜',
    member: 'farm',
    roles: ['viewer'],
    scopes: [],
    standing: 'guest',
    platform: changes.member === 'operator',
    secondFactor: false,
    ...changes,
  };
}
