import type { Reporter } from 'vitest/node';

const needed: string[] = [];

/** Names every test that passed at another try only: it is no failure, and it wants mending. */
export const reportRetries: Reporter = {
  onTestCaseResult(test) {
    if (test.ok() && (test.diagnostic()?.retryCount ?? 0) > 0) needed.push(`${test.module.moduleId}: ${test.fullName}`);
  },
  onTestRunEnd() {
    for (const test of needed) console.log(`   passed only at another try: ${test.replace(`${process.cwd()}/`, '')}`);
  },
};
