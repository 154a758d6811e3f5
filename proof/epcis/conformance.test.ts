import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { KEYS_BY_NAME, QUALIFIERS_BY_NAME } from './gs1Keys.ts';
import { hashEvents } from './hashEvents.ts';
import type { JsonValue } from './json.ts';
import { toDigitalLink } from './toDigitalLink.ts';

// Data of others, beside the repository where it is at hand.
const conformance = new URL('../../../shared/conformance/', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, conformance), 'utf8');
const readJson = (path: string): JsonValue => JSON.parse(read(path));
const list = (path: string, ending: string) =>
  readdirSync(new URL(path, conformance)).filter((name) => name.endsWith(ending));

function report(what: string, total: number, missed: readonly string[]): void {
  console.log(
    `${what}: ${total - missed.length} of ${total} vectors${missed.map((name) => `\n  missed ${name}`).join('')}`,
  );
  expect(missed).toEqual([]);
}

describe.skipIf(!existsSync(conformance))('published vectors', () => {
  it('hashes every JSON event as published', () => {
    const missed: string[] = [];
    let total = 0;
    for (const name of list('event-hash/', '.jsonld')) {
      const expected = read(`event-hash/${name.replace('.jsonld', '.hashes')}`)
        .trim()
        .split(/\s+/);
      const actual = hashEvents(readJson(`event-hash/${name}`));
      expect(actual).toHaveLength(expected.length);
      total += expected.length;
      missed.push(...expected.flatMap((hash, i) => (hash === actual[i] ? [] : [`${name} event ${i}`])));
    }
    report('event hash ids', total, missed);
  });

  it('gives one hash to events that are equal', () => {
    for (const name of list('event-hash/equal/', '.json')) {
      const hashes = hashEvents(readJson(`event-hash/equal/${name}`));
      expect(hashes.length).toBeGreaterThan(1);
      expect(new Set(hashes).size, name).toBe(1);
    }
  });

  it('turns every EPC URN and Digital Link into the published canonical link', () => {
    const pairs: [string, string | null][] = JSON.parse(read('gs1-digital-link/epc-urn-to-digital-link.json'));
    const missed = pairs.flatMap(([uri, link]) => (toDigitalLink(uri) === link ? [] : [uri]));
    report('Digital Links', pairs.length, missed);
  });

  it('hashes every example document of the standard', () => {
    const names = list('gs1-epcis/examples-json/', '.jsonld');
    const missed = names.filter((name) => {
      const hashes = hashEvents(readJson(`gs1-epcis/examples-json/${name}`));
      return hashes.length === 0 || !hashes.every((hash) => /^ni:\/\/\/sha-256;[0-9a-f]{64}\?ver=CBV2\.0$/.test(hash));
    });
    report('example documents', names.length, missed);
  });

  it('knows every primary key and qualifier order of the table of application identifiers', () => {
    const keys = [...read('gs1-digital-link/gs1-syntax-dictionary.txt').matchAll(/^(\d{2,4}) .*\bdlpkey(?:=(\S+))?/gm)];
    expect(keys.length).toBeGreaterThan(10);
    for (const [, ai = '', orders] of keys) {
      const sequences = orders ? orders.split('|').map((order) => order.split(',')) : [];
      expect(KEYS_BY_NAME.get(ai)?.sequences, ai).toEqual(sequences);
      for (const qualifier of sequences.flat()) expect(QUALIFIERS_BY_NAME.has(qualifier), qualifier).toBe(true);
    }
  });
});
