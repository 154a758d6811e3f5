import { defineConfig } from 'vitest/config';
import { reportRetries } from './checks/reportRetries.ts';

export default defineConfig({
  test: {
    include: ['**/*.test.ts', '**/*.test.tsx'],
    exclude: ['**/node_modules/**', 'console/dist/**'],
    globalSetup: ['checks/globalSetup.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 3,
    // Real nodes and browsers on a busy machine: one more try there, and the run names every test that needed it.
    retry: process.env.CI ? 1 : 0,
    // Modules keep no state between tests, so that a worker loads them once.
    isolate: false,
    pool: 'forks',
    // The database driver asks each new connection for its array types, and nobody hears the refusal when the server is killed
    // just then (store/lostConnection.test.ts does that). Everything else that nobody handled fails the run.
    onUnhandledError: ({ message, query }: { message?: string; query?: unknown }) =>
      !(message?.includes('CONNECTION_CLOSED') && String(query).includes('pg_catalog.pg_type')),
    reporters: ['default', reportRetries],
  },
});
