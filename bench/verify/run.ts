// How long a browser takes to check a proof bundle, without the chain part and without waiting for a network.
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { openBrowser } from '../../e2e/openBrowser.ts';
import { logKey, makeBundle, policy, policyOf, usualWitnesses } from '../../proof/bundleTesting.ts';

const rounds = 30;
const pages = 5;
const limitMs = 50;

/** The room as a script for a browser, as the console's build makes it. */
async function bundleProof(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      lib: {
        entry: fileURLToPath(new URL('../../proof/index.ts', import.meta.url)),
        formats: ['iife'],
        name: 'proof',
      },
    },
  });
  return [result]
    .flat()
    .flatMap((item) => ('output' in item ? item.output : []))
    .map((chunk) => ('code' in chunk ? chunk.code : ''))
    .join('\n');
}

interface Measured {
  firstMs: number;
  medianMs: number;
  valid: boolean;
}

const whole = makeBundle();
const usual = makeBundle({ cosigners: usualWitnesses });
const cases = [
  { name: 'nothing given but the bundle', bundle: whole, options: {} },
  { name: 'key of the log', bundle: whole, options: { trustedLogKey: logKey } },
  {
    name: 'one witness, Ed25519',
    bundle: whole,
    options: { witnessPolicy: policy.replace(/group[\s\S]*/, 'quorum w1\n').replace(/witness w[23].*\n/g, '') },
  },
  {
    name: 'one witness, ML-DSA-44',
    bundle: whole,
    options: { witnessPolicy: policy.replace(/group[\s\S]*/, 'quorum w2\n').replace(/witness w[13].*\n/g, '') },
  },
  {
    name: 'three witnesses, as a platform publishes them',
    bundle: usual,
    options: { witnessPolicy: policyOf(usualWitnesses) },
  },
  { name: 'three witnesses, each with another type of key', bundle: whole, options: { witnessPolicy: policy } },
];

const middle = (times: readonly number[]) => times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0;

const script = await bundleProof();
const browser = await openBrowser();
try {
  console.log(
    `Bundle ${JSON.stringify(whole).length} bytes, script ${script.length} bytes; medians of ${pages} visits, ${rounds} checks each.\n`,
  );
  let slowest = 0;
  for (const { name, bundle, options } of cases) {
    const firsts: number[] = [];
    const medians: number[] = [];
    for (let visit = 0; visit < pages; visit += 1) {
      // A page of its own, so that the first round is as cold as a visitor's.
      const page = await browser.newPage();
      await page.addScriptTag({ content: `${script}\nglobalThis.proof = proof;` });
      const { firstMs, medianMs, valid } = await page.evaluate<Measured>(`(async () => {
      const bundle = ${JSON.stringify(bundle)};
      const options = ${JSON.stringify(options)};
      const times = [];
      let valid = true;
      for (let round = 0; round < ${rounds}; round += 1) {
        const startedAt = performance.now();
        valid &&= (await proof.verifyBundle(bundle, options)).valid;
        times.push(performance.now() - startedAt);
      }
      const sorted = [...times].sort((a, b) => a - b);
      return { firstMs: times[0], medianMs: sorted[sorted.length >> 1], valid };
    })()`);
      await page.close();
      if (!valid) throw new Error(`The bundle is not valid: ${name}.`);
      firsts.push(firstMs);
      medians.push(medianMs);
    }
    const firstMs = middle(firsts);
    slowest = Math.max(slowest, firstMs);
    console.log(
      `${name.padEnd(48)} first ${firstMs.toFixed(1).padStart(6)} ms   then ${middle(medians).toFixed(1).padStart(5)} ms`,
    );
  }
  console.log(`\nSlowest first check: ${slowest.toFixed(1)} ms, limit ${limitMs} ms.`);
  if (slowest > limitMs) process.exitCode = 1;
} finally {
  await browser.close();
}
