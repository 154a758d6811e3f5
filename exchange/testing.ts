import { createContext } from '../host/index.ts';
import { type Ledger, ledgerMigrations, openLedger } from '../ledger/index.ts';
import { migrate, type Store } from '../store/index.ts';
import { createTestDatabase } from '../store/testing.ts';
import { defaultSettings, type ExchangeSettings, type House } from './house.ts';
import { limitTransactions } from './limitTransactions.ts';
import { exchangeMigrations } from './migrations.ts';

/** The room's tables in a database of their own, with a clock that a test may turn. */
export interface TestHouse {
  house: House;
  store: Store;
  ledger: Ledger;
  /** Moves the clock on, in milliseconds. */
  passTime(ms: number): void;
  close(): Promise<void>;
}

/** Opens a house whose chain does not answer unless `chain` names one; departments are added as `participants`. */
export async function openTestHouse(
  participants: readonly string[],
  settings: Partial<ExchangeSettings> = {},
  chain: Partial<Parameters<typeof openLedger>[0]> = {},
): Promise<TestHouse> {
  const { store, drop } = await createTestDatabase();
  await migrate(store, [...ledgerMigrations, ...exchangeMigrations]);
  const shutdown = new AbortController();
  const context = createContext({ signal: shutdown.signal, level: 'silent' });
  const ledger = await openLedger({
    store,
    context,
    chain: { espaceUrls: ['http://127.0.0.1:9'], evmChainId: 7002 },
    masterKey: '11'.repeat(32),
    origin: 'test.example/log',
    ...chain,
  });
  for (const slug of participants) {
    await store.sql`
      INSERT INTO exchange.participants (slug, name) VALUES (${slug}, ${store.sql.json({ zh: slug, en: slug })})`;
  }
  let ahead = 0;
  return {
    store,
    ledger,
    house: {
      store: limitTransactions(store, 4),
      context,
      settings: { ...defaultSettings, ...settings },
      now: () => new Date(Date.now() + ahead),
      addressOf: (slug) => `http://127.0.0.1:9/dsp/${slug}`,
    },
    passTime: (ms) => {
      ahead += ms;
    },
    async close() {
      shutdown.abort();
      await drop();
    },
  };
}
