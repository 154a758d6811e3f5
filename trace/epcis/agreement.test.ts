import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { type ExampleDocument, hasConformance, readConformanceJson, readExamples } from '../testing/conformance.ts';
import { mutate } from '../testing/mutate.ts';
import type { Issue } from './issue.ts';
import { validateDocument } from './validateDocument.ts';

/** The validator comes with the HTTP framework and is not ours to import by type. */
type Ajv = { compile(schema: object): (document: unknown) => boolean };

/** GS1's own verdict on a document. */
function compileReference(): (document: unknown) => boolean {
  const load = createRequire(import.meta.url);
  const { Ajv: AjvClass } = load('ajv') as { Ajv: new (options: object) => Ajv };
  const { default: addFormats } = load('ajv-formats') as { default: (ajv: Ajv) => void };
  const ajv = new AjvClass({ strict: false });
  addFormats(ajv);
  return ajv.compile(readConformanceJson('gs1-epcis/EPCIS-JSON-Schema.json') as object);
}

/** Where we refuse on purpose what the schema of GS1 lets pass, each with the sentence that our issue carries. */
const deliberate: [reason: string, sign: (issue: Issue) => boolean][] = [
  [
    'an aggregation that is not an observation needs its parent (7.4.3)',
    ({ pointer }) => pointer.endsWith('/parentID'),
  ],
  [
    'what a sensor found stands in one place and is not younger than the event (7.3.7)',
    ({ problem }) => problem === 'stands in sensorMetadata too' || problem === 'is after the event',
  ],
  ['a prefix needs its namespace', ({ problem }) => problem.endsWith('which no @context explains')],
  ['what is reported has happened', ({ problem }) => problem.startsWith('is in the future')],
  ['sensor periods must not end before they start', ({ problem }) => problem === 'is before startTime'],
  ['only documents are captured, not bare events or other objects', ({ pointer }) => pointer === '/type'],
];

/** Where the JSON schema of GS1 refuses what its XML schema and its XML examples have. */
function isXmlOnly(mutation: string, { document }: ExampleDocument): boolean {
  const place = /^\/epcisBody\/eventList\/\d+\/sensorElementList\/(\d+)\/sensorReport\/(\d+)\/type deleted$/.exec(
    mutation,
  );
  return place !== null && JSON.stringify(document).includes('"exception"');
}

describe.skipIf(!hasConformance)('our schema and rules against the schema of GS1', () => {
  const reference = hasConformance ? compileReference() : () => false;

  test.each(readExamples())('$name is valid for both', ({ document }) => {
    expect(validateDocument(document)).toEqual([]);
    expect(reference(document)).toBe(true);
  });

  test('the verdict on systematic mutations is the same, but for documented differences', () => {
    const seen = new Set<string>();
    const counts = { compared: 0, agreed: 0, bothRefuse: 0 };
    const reasons = new Map<string, number>();
    const unexplained: string[] = [];
    for (const example of readExamples()) {
      const { name, document } = example;
      for (const mutation of mutate(document)) {
        // One change is tried once a shape of place: lists of similar items would only repeat it.
        const shape = `${name.split('_')[0]}:${mutation.name.replace(/\/\d+/g, '/#')}`;
        if (seen.has(shape)) continue;
        seen.add(shape);
        const issues = validateDocument(mutation.document);
        const theirs = reference(mutation.document);
        counts.compared += 1;
        if ((issues.length === 0) === theirs) {
          counts.agreed += 1;
          if (!theirs) counts.bothRefuse += 1;
          continue;
        }
        if (!theirs && isXmlOnly(mutation.name, example)) continue;
        const reason = theirs && deliberate.find(([, sign]) => issues.every(sign))?.[0];
        if (reason) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
        else
          unexplained.push(`${name} ${mutation.name}: ours ${JSON.stringify(issues[0] ?? 'valid')}, theirs ${theirs}`);
      }
    }
    console.log('agreement with GS1:', counts, Object.fromEntries(reasons));
    expect(unexplained).toEqual([]);
  });
});
