import { hash } from 'node:crypto';
import { createRequire } from 'node:module';
import { hashEvents, type JsonValue } from '../../proof/index.ts';
import { readXmlDocument, writeXmlDocument } from '../../trace/formats/index.ts';
import { createWorkload } from './workload.ts';

const documents = 20;
const eventsPerDocument = 50;
const rounds = 7;
const roundMs = 400;
const wantedRate = 10_000;
const wantedRatio = 4;

interface Compared {
  eventToHashedId(event: JsonValue, context: JsonValue, throwError: boolean): string;
}
const require = createRequire(import.meta.url);
const compared: Compared = require('epcis2.js');
const { version } = require('epcis2.js/package.json') as { version: string };

const workload = createWorkload(documents, eventsPerDocument);
type Document = (typeof workload)[number];
const eventsOf = (document: Document) => (document.epcisBody as { eventList: JsonValue[] }).eventList;
const nativeSha256 = (text: string) => hash('sha256', text, 'hex');

const subjects = [
  { name: 'xiangyu, portable SHA-256', run: (document: Document) => hashEvents(document) },
  { name: 'xiangyu, SHA-256 of Node', run: (document: Document) => hashEvents(document, { sha256: nativeSha256 }) },
  {
    name: `epcis2.js ${version}`,
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

/** Seconds that this process had a processor: other work on the machine does not count. */
function processorSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** Events a second of processor time over whole passes of `inputs`, which are made outside the clock. */
function measure<Input>(makeInputs: () => Input[], run: (input: Input) => unknown[]): number {
  let events = 0;
  let elapsed = 0;
  while (elapsed < roundMs / 1000) {
    const inputs = makeInputs();
    const startedAt = processorSeconds();
    for (const input of inputs) events += run(input).length;
    elapsed += processorSeconds() - startedAt;
  }
  return events / elapsed;
}
// epcis2.js rewrites the events it is given: every subject gets a fresh copy.
const copies = () => structuredClone(workload);

const results = subjects.map(({ name, run }) => ({ name, run, rates: [] as number[] }));
for (const { run } of results) measure(copies, run);
for (let round = 0; round < rounds; round++) for (const { run, rates } of results) rates.push(measure(copies, run));

const texts = workload.map((document) => writeXmlDocument(document));
const hashText = (text: string) => hashEvents(readXmlDocument(text), { sha256: nativeSha256 });
if (texts.flatMap(hashText).join() !== expected.join()) {
  console.error('The workload gives other hashes when it is read from XML.');
  process.exit(1);
}
const fromXml = Array.from({ length: rounds }, () => measure(() => texts, hashText));

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const [portable = Number.NaN, ours = Number.NaN, theirs = Number.NaN] = results.map(({ rates }) => median(rates));
const show = (name: string, rates: readonly number[]) => {
  const [middle, ...range] = [median(rates), Math.min(...rates), Math.max(...rates)].map((rate) =>
    Math.round(rate).toLocaleString('en'),
  );
  console.log(`  ${name.padEnd(28)}${middle?.padStart(10)} events/s a core (${range.join('–')})`);
};
console.log(
  `\n${expected.length} events of five types, all hashes equal; ${rounds} interleaved rounds, processor time`,
);
for (const { name, rates } of results) show(name, rates);
show('xiangyu, read from XML', fromXml);
const slowest = Math.min(portable, ours);
console.log(`  wanted: at least ${wantedRate.toLocaleString('en')} events/s a core`);
console.log(
  `  ratio to epcis2.js ${(ours / theirs).toFixed(1)}, portable ${(portable / theirs).toFixed(1)} (wanted: at least ${wantedRatio})`,
);
process.exitCode = slowest >= wantedRate && portable / theirs >= wantedRatio ? 0 : 1;
