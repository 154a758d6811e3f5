import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['**/*.test.ts', '**/*.test.tsx'],
    exclude: ['**/node_modules/**', 'console/dist/**'],
    globalSetup: ['checks/globalSetup.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 3,
    // Modules keep no state between tests, so that a worker loads them once.
    isolate: false,
    pool: 'forks',
    reporters: ['default'],
  },
});
