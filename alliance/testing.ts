import { createContext } from '../host/index.ts';
import { type Ledger, ledgerMigrations, openLedger } from '../ledger/index.ts';
import { migrate, type Store } from '../store/index.ts';
import { createTestDatabase } from '../store/testing.ts';
import { type Alliance, allianceMigrations, openAlliance } from './index.ts';
import type { Principal } from './principal.ts';

export { type Mailbox, startMailbox } from './mail/testing.ts';

/** The room over a database of its own and the real evidence log, whose chain does not answer. */
export interface TestAlliance {
  store: Store;
  ledger: Ledger;
  alliance: Alliance;
  close(): Promise<void>;
}

export const testBaseUrl = 'http://127.0.0.1:3000';

/** Opens the room for tests that need no chain. */
export async function openTestAlliance(): Promise<TestAlliance> {
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
  const alliance = await openAlliance({ store, ledger, context, secret: 'ab'.repeat(32), baseUrl: testBaseUrl });
  return {
    store,
    ledger,
    alliance,
    async close() {
      stop.abort();
      await drop();
    },
  };
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
