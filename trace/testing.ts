import { createContext } from '../host/index.ts';
import { type Ledger, ledgerMigrations, openLedger } from '../ledger/index.ts';
import { migrate, type Store } from '../store/index.ts';
import { createTestDatabase } from '../store/testing.ts';
import { createTrace, type Trace, traceMigrations } from './index.ts';

export { openTestApp } from './testing/testApp.ts';

export interface TestTrace {
  store: Store;
  ledger: Ledger;
  trace: Trace;
  close(): Promise<void>;
}

/** The room over a database of its own and the real evidence log, whose chain does not answer. */
export async function openTestTrace(): Promise<TestTrace> {
  const { store, drop } = await createTestDatabase();
  await migrate(store, [...ledgerMigrations, ...traceMigrations]);
  const shutdown = new AbortController();
  const context = createContext({ signal: shutdown.signal, level: 'silent' });
  const ledger = await openLedger({
    store,
    context,
    chain: { espaceUrls: ['http://127.0.0.1:9'], evmChainId: 7002 },
    masterKey: '11'.repeat(32),
    origin: 'test.example/log',
  });
  const readMembers = async (slugs: readonly string[]) =>
    slugs.map((slug) => ({ slug, name: { zh: `成员 ${slug}`, en: `Member ${slug}` } }));
  return {
    store,
    ledger,
    trace: createTrace({ store, ledger, context, readMembers }),
    async close() {
      shutdown.abort();
      await drop();
    },
  };
}
