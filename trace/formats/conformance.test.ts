import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hashEvents } from '../../proof/index.ts';
import { epcisContext } from './epcisContext.ts';
import type { JsonObject } from './json.ts';
import { parseXml, type XmlElement } from './parseXml.ts';
import { readXmlDocument } from './readXmlDocument.ts';
import { writeXmlDocument } from './writeXmlDocument.ts';
import { writeXmlJob, type XmlCaptureJob } from './writeXmlJob.ts';

// Data of others, beside the repository where it is at hand.
const conformance = new URL('../../../shared/conformance/', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, conformance), 'utf8');
const list = (path: string, ...endings: string[]) =>
  readdirSync(new URL(path, conformance)).filter((name) => endings.some((ending) => name.endsWith(ending)));
const open = (path: string): JsonObject =>
  path.endsWith('.xml') ? readXmlDocument(read(path)) : JSON.parse(read(path));
const roundTrip = (document: JsonObject) => hashEvents(readXmlDocument(writeXmlDocument(document)));

/** Prints a table of scores; `rows` are name, wanted and right. */
function printScores(title: string, rows: readonly (readonly [string, number, number])[]): void {
  const width = Math.max(...rows.map(([name]) => name.length));
  const sum = (column: 1 | 2) => rows.reduce((total, row) => total + row[column], 0);
  const lines = [...rows, ['total', sum(1), sum(2)] as const].map(
    ([name, wanted, right]) => `  ${name.padEnd(width)} ${String(wanted).padStart(5)} ${String(right).padStart(5)}`,
  );
  console.log(`${title} (expected, equal)\n${lines.join('\n')}`);
}

describe.skipIf(!existsSync(conformance))('published data', () => {
  it('hashes every event of every file as published, JSON and XML', () => {
    const folder = 'event-hash/';
    const rows = list(folder, '.jsonld', '.xml').map((name) => {
      const expected = read(folder + name.replace(/\.\w+$/, '.hashes'))
        .trim()
        .split(/\s+/);
      const actual = hashEvents(open(folder + name));
      return [name, expected.length, expected.filter((hash, i) => hash === actual[i]).length] as const;
    });
    printScores('Event hash ids', rows);
    expect(rows.filter(([, wanted, right]) => wanted !== right)).toEqual([]);
    const published = list(folder, '.hashes').flatMap((name) =>
      read(folder + name)
        .trim()
        .split(/\s+/),
    );
    expect(rows.reduce((total, [, wanted]) => total + wanted, 0)).toBeGreaterThanOrEqual(published.length);
  });

  it('gives one hash to all events of a file of equal events', () => {
    const rows = list('event-hash/equal/', '.json', '.xml').map((name) => {
      const hashes = hashEvents(open(`event-hash/equal/${name}`));
      return [name, hashes.length, hashes.filter((hash) => hash === hashes[0]).length] as const;
    });
    printScores('Equal events', rows);
    expect(rows.filter(([, wanted, right]) => wanted < 2 || wanted !== right)).toEqual([]);
  });

  it('reads every XML example, and hashes what JSON describes too alike', () => {
    const folder = 'gs1-epcis/examples-json/';
    const inJson = new Set(list(folder, '.jsonld').flatMap((name) => hashEvents(open(folder + name))));
    const names = list('gs1-epcis/examples-xml/', '.xml').filter((name) => !name.startsWith('CaptureJob'));
    const documents = names.map((name) => open(`gs1-epcis/examples-xml/${name}`));
    const hashes = documents.map((document) => hashEvents(document));
    const twins = hashes.flat().filter((hash) => inJson.has(hash)).length;
    console.log(
      `XML examples: ${documents.length} read, ${hashes.flat().length} events, ${twins} of them equal in JSON`,
    );
    expect(names).toHaveLength(33);
    // The other events differ in their data: another namespace, another measurement, a field more.
    expect(twins).toBeGreaterThanOrEqual(21);
    const identical = hashes.filter((_, i) => names[i]?.includes('identical_hash_id')).map(([hash]) => hash);
    // The second of six has another eventTimeZoneOffset, which counts.
    expect(new Set(identical.toSpliced(1, 1)).size).toBe(1);
  });

  it('writes every example as XML that hashes the same', () => {
    const folders: [string, ...string[]][] = [
      ['gs1-epcis/examples-json/', '.jsonld'],
      ['gs1-epcis/examples-xml/', '.xml'],
      ['event-hash/', '.jsonld', '.xml'],
    ];
    const rows = folders.map(([folder, ...endings]) => {
      const names = list(folder, ...endings).filter((name) => !name.startsWith('CaptureJob'));
      const same = names.filter((name) => {
        const document = open(folder + name);
        return JSON.stringify(roundTrip(document)) === JSON.stringify(hashEvents(document));
      });
      return [folder, names.length, same.length] as const;
    });
    printScores('Documents there and back through XML', rows);
    expect(rows.map(([, wanted]) => wanted)).toEqual([47, 33, 39]);
    expect(rows.filter(([, wanted, right]) => wanted !== right)).toEqual([]);
  });

  it('writes the fields of every type of event in the order of the examples', () => {
    const names = list('gs1-epcis/examples-xml/', '.xml').filter((name) => /FullCombination.*_event_/.test(name));
    const orderOf = (xml: string) => {
      const body = parseXml(xml).children.find(({ local }) => local === 'EPCISBody');
      const fields = body?.children[0]?.children[0]?.children ?? [];
      return fields.filter(({ uri }) => uri === '').map(({ local }) => local);
    };
    expect(names).toHaveLength(5);
    for (const name of names) {
      const xml = read(`gs1-epcis/examples-xml/${name}`);
      expect(orderOf(writeXmlDocument(readXmlDocument(xml))), name).toEqual(orderOf(xml));
    }
  });

  it('writes capture jobs as in the examples', () => {
    const shape = ({ local, uri, attributes, children, text }: XmlElement): unknown => ({
      name: `{${uri}}${local}`,
      attributes: Object.fromEntries(attributes.map((attribute) => [attribute.local, attribute.value])),
      content: children.length > 0 ? children.map(shape) : text.trim(),
    });
    const field = (root: XmlElement, name: string) => root.children.find(({ local }) => local === name)?.text.trim();
    for (const name of list('gs1-epcis/examples-xml/', '.xml').filter((file) => file.startsWith('CaptureJob'))) {
      const root = parseXml(read(`gs1-epcis/examples-xml/${name}`));
      const attributes = Object.fromEntries(root.attributes.map(({ local, value }) => [local, value]));
      const [finishedAt, errorFile] = [field(root, 'finishedAt'), field(root, 'errorFile')];
      const errors = root.children
        .find(({ local }) => local === 'errors')
        ?.children.map((error) => ({
          type: field(error, 'type') ?? '',
          title: field(error, 'title') ?? '',
          status: Number(field(error, 'status')),
          detail: field(error, 'detail') ?? '',
          instance: field(error, 'instance') ?? '',
        }));
      const job: XmlCaptureJob = {
        captureID: attributes.captureID ?? '',
        running: attributes.running === 'true',
        success: attributes.success === 'true',
        captureErrorBehaviour: field(root, 'captureErrorBehaviour') === 'proceed' ? 'proceed' : 'rollback',
        createdAt: field(root, 'createdAt') ?? '',
        ...(finishedAt !== undefined && { finishedAt }),
        ...(errorFile !== undefined && { errorFile }),
        ...(errors && { errors }),
      };
      expect(shape(parseXml(writeXmlJob(job))), name).toEqual(shape(root));
    }
  });

  it('knows the JSON-LD context of EPCIS term by term', () => {
    expect(epcisContext).toEqual(JSON.parse(read('gs1-epcis/epcis-context.jsonld')));
  });
});
