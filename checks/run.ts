import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = (path: string) => fileURLToPath(new URL(`../node_modules/${path}`, import.meta.url));

/** Every check of the house, in the order of how fast it finds a fault. */
const steps: ReadonlyArray<{ name: string; args: string[] }> = [
  { name: 'format and lint', args: [bin('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.'] },
  { name: 'types', args: [bin('typescript/bin/tsc'), '--noEmit'] },
  { name: 'types of the console', args: [bin('typescript/bin/tsc'), '--noEmit', '-p', 'console'] },
  { name: 'unused exports', args: [bin('knip/bin/knip.js')] },
  { name: 'contract build', args: ['contracts/build.ts', '--check'] },
  { name: 'error catalogue', args: ['checks/writeErrorPage.ts', '--check'] },
  { name: 'console build', args: [bin('vite/bin/vite.js'), 'build', 'console', '--logLevel', 'warn'] },
  { name: 'tests', args: [bin('vitest/vitest.mjs'), 'run', ...process.argv.slice(2)] },
];

function run(args: string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, FORCE_COLOR: process.stdout.isTTY ? '1' : '0' },
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      process.stdout.write(chunk);
    });
    child.on('exit', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Vitest's own summary line, such as `Tests  2 failed | 118 passed | 1 skipped (121)`. */
function readCounts(output: string): { passed: number; failed: number; skipped: number } {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colour codes of a terminal
  const line = /^\s*Tests\s.*$/m.exec(output.replace(/\x1b\[[0-9;]*m/g, ''))?.[0] ?? '';
  const read = (word: string) => Number(new RegExp(`(\\d+) ${word}`).exec(line)?.[1] ?? 0);
  return { passed: read('passed'), failed: read('failed'), skipped: read('skipped') };
}

const total = { passed: 0, failed: 0, skipped: 0 };
for (const step of steps) {
  const startedAt = Date.now();
  console.log(`\n── ${step.name}`);
  const { code, output } = await run(step.args);
  const counts = step.name === 'tests' ? readCounts(output) : { passed: 0, failed: 0, skipped: 0 };
  total.passed += counts.passed + (code === 0 ? 1 : 0);
  total.failed += counts.failed + (code !== 0 && counts.failed === 0 ? 1 : 0);
  total.skipped += counts.skipped;
  console.log(`   ${code === 0 ? 'passed' : 'FAILED'} in ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
}
console.log(`\n${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ''}`);
process.exit(total.failed === 0 ? 0 : 1);
