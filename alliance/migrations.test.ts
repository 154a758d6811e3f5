import { getMigrations } from 'better-auth/db/migration';
import { expect, it } from 'vitest';
import { migrate } from '../store/index.ts';
import { createTestDatabase, silentLogger } from '../store/testing.ts';
import { accountOptions } from './accounts/openAccounts.ts';
import { allianceMigrations } from './index.ts';

it('gives the account library every table and column that it expects', async () => {
  const database = await createTestDatabase();
  const options = accountOptions({
    store: database.store,
    secret: 'ab'.repeat(32),
    baseUrl: 'http://127.0.0.1:3000',
    trustedOrigins: [],
    logger: silentLogger,
    hooks: {
      resolveStaff: async () => ({ action: 'reject', code: 'nobody' }),
      acceptWithPasskey: async () => 'nobody',
      readPrivateProviders: async () => [],
      openConfiguration: (sealed) => sealed,
    },
  });
  expect((await getMigrations(options)).toBeCreated.map(({ table }) => table)).toContain('session');
  await migrate(database.store, allianceMigrations);
  const { toBeCreated, toBeAdded } = await getMigrations(options);
  expect({ toBeCreated, toBeAdded }).toEqual({ toBeCreated: [], toBeAdded: [] });
  await database.drop();
});
