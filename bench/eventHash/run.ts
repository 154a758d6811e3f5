import { spawnSync } from 'node:child_process';
import { hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { hashEvents, type JsonValue } from '../../proof/index.ts';
import { createWorkload } from './workload.ts';

const documents = 20;
const eventsPerDocument = 50;
const rounds = 9;
const roundMs = 400;
const wantedRatio = 4;

const folder = fileURLToPath(new URL('.', import.meta.url));
if (!existsSync(`${folder}node_modules/epcis2.js`)) {
  console.log('Installing the library to compare with …');
  const windows = process.platform === 'win32';
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--loglevel=error'], {
    cwd: folder,
    stdio: 'inherit',
    shell: windows,
  });
  if (status !== 0) {
    console.error('epcis2.js could not be installed.\nNext step: run `npm ci` in bench/eventHash and read its error.');
    process.exit(69);
  }
}
interface Compared {
  eventToHashedId(event: JsonValue, context: JsonValue, throwError: boolean): string;
}
const compared: Compared = createRequire(import.meta.url)('epcis2.js');

const workload = createWorkload(documents, eventsPerDocument);
type Document = (typeof workload)[number];
const eventsOf = (document: Document) => (document.epcisBody as { eventList: JsonValue[] }).eventList;
const nativeSha256 = (text: string) => hash('sha256', text, 'hex');

const subjects = [
  { name: 'xiangyu, portable SHA-256', run: (document: Document) => hashEvents(document) },
  { name: 'xiangyu, SHA-256 of Node', run: (document: Document) => hashEvents(document, { sha256: nativeSha256 }) },
  {
    name: 'epcis2.js 2.7.3',
    run: (document: Document) =>
      eventsOf(document).map((event) => compared.eventToHashedId(event, document['@context'] ?? [], true)),
  },
];

const [expected = [], ...others] = subjects.map(({ run }) => structuredClone(workload).flatMap(run));
for (const [i, hashes] of others.entries()) {
  const at = hashes.findIndex((id, event) => id !== expected[event]);
  if (at < 0 && hashes.length === expected.length) continue;
  console.error(`${subjects[i + 1]?.name} gives another hash for event ${at} of the workload.`);
  process.exit(1);
}

/** Events a second over whole passes of the workload, for about `roundMs`; copies are made outside the clock. */
function measure(run: (document: Document) => string[]): number {
  let events = 0;
  let elapsedMs = 0;
  while (elapsedMs < roundMs) {
    // epcis2.js rewrites the events it is given: every subject gets a fresh copy.
    const copies = structuredClone(workload);
    const startedAt = performance.now();
    for (const document of copies) events += run(document).length;
    elapsedMs += performance.now() - startedAt;
  }
  return (events / elapsedMs) * 1000;
}

const results = subjects.map(({ name, run }) => ({ name, run, rates: [] as number[] }));
for (const { run } of results) measure(run);
for (let round = 0; round < rounds; round++) for (const { run, rates } of results) rates.push(measure(run));

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const [ours = Number.NaN, , theirs = Number.NaN] = results.map(({ rates }) => median(rates));
console.log(`\n${expected.length} events of five types, all hashes equal; ${rounds} interleaved rounds on one core`);
for (const { name, rates } of results) {
  const rate = Math.round(median(rates)).toLocaleString('en');
  const range = [Math.min(...rates), Math.max(...rates)]
    .map((value) => Math.round(value).toLocaleString('en'))
    .join('–');
  console.log(`  ${name.padEnd(28)}${rate.padStart(10)} events/s (${range})`);
}
console.log(`  ratio ${(ours / theirs).toFixed(1)} (wanted: at least ${wantedRatio})`);
process.exitCode = ours / theirs >= wantedRatio ? 0 : 1;
