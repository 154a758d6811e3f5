import { describe, expect, test } from 'vitest';
import { hashEvents, type JsonValue, parseDigitalLink } from '../proof/index.ts';
import { demoMembers } from './alliance.ts';
import { compileGs1Schema, hasGs1Schema } from './compileGs1Schema.ts';
import { buildKiwifruitDocuments } from './kiwifruit.ts';
import { buildZhacaiDocuments } from './zhacai.ts';

const now = new Date('2026-03-10T02:30:00Z');
const documents = [...buildKiwifruitDocuments({ now }), ...buildZhacaiDocuments({ now })];
const events = documents.flatMap(({ document }) => document.epcisBody.eventList);
const elements = documents.flatMap(({ document }) =>
  document.epcisHeader.epcisMasterData.vocabularyList.flatMap((vocabulary) => vocabulary.vocabularyElementList),
);
const text = JSON.stringify(documents);
const find = (pattern: RegExp) => [...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ''))];

describe('the documents of the demonstration', () => {
  test.skipIf(!hasGs1Schema)('are valid for the schema of GS1', () => {
    const check = compileGs1Schema();
    for (const { key, document } of documents) expect([key, check(document)]).toEqual([key, []]);
  });

  test('hold all five event types in both chains', () => {
    const types = ['AggregationEvent', 'AssociationEvent', 'ObjectEvent', 'TransactionEvent', 'TransformationEvent'];
    for (const build of [buildKiwifruitDocuments, buildZhacaiDocuments]) {
      const found = build({ now }).flatMap(({ document }) => document.epcisBody.eventList.map((event) => event.type));
      expect([...new Set(found)].sort()).toEqual(types);
    }
  });

  test('name things by canonical Digital Links with correct check digits, under the prefix for demonstrations', () => {
    const links = find(/"(https:\/\/id\.gs1\.org\/[^"]+)"/g);
    expect(links.length).toBeGreaterThan(100);
    for (const link of links) {
      expect(parseDigitalLink(link).canonical).toBe(link);
      expect(link).toMatch(/\/(?:01\/\d|00\/3|414\/|417\/|253\/|8004\/)952/);
    }
  });

  test('have an event hash each that no other event has', () => {
    const hashes = documents.flatMap(({ document }) => hashEvents(document as JsonValue));
    expect(hashes).toHaveLength(events.length);
    expect(new Set(hashes).size).toBe(events.length);
  });

  test('name everything in both languages and mark it as a demonstration', () => {
    const mda = 'https://ns.xiangyu.example/mda#';
    for (const { id, attributes } of elements) {
      const values = Object.fromEntries(attributes.map((attribute) => [attribute.id, attribute.attribute]));
      expect([id, values[`${mda}name.zh`]]).toEqual([id, expect.stringMatching(/\p{Script=Han}/u)]);
      expect([id, values[`${mda}name.en`]]).toEqual([id, expect.stringMatching(/^[^\p{Script=Han}]+$/u)]);
      expect(values[`${mda}demo`]).toBe('true');
    }
    for (const event of events) {
      expect(event['xy:noteZh']).toMatch(/\p{Script=Han}/u);
      expect(event['xy:noteEn']).toMatch(/^[^\p{Script=Han}]+$/u);
    }
    for (const { name } of Object.values(demoMembers)) {
      expect(name.zh).toContain('示范');
      expect(name.en).toContain('Demo');
    }
  });

  test('describe what they mention, each key by the member that issued it and nobody else', () => {
    const describers = new Map<string, Set<string>>();
    for (const { member, document } of documents) {
      const { vocabularyList } = document.epcisHeader.epcisMasterData;
      for (const { id } of vocabularyList.flatMap((vocabulary) => vocabulary.vocabularyElementList)) {
        if (id.startsWith('https://id.gs1.org/')) describers.set(id, (describers.get(id) ?? new Set()).add(member));
      }
    }
    const mentioned = [
      ...find(/"(https:\/\/id\.gs1\.org\/(?:414|417)\/[^"]+)"/g),
      ...find(/"certificationInfo":\["([^"]+)"/g),
      ...find(/"type":"testres","bizTransaction":"([^"]+)"/g),
      ...find(/"epcClass":"(https:\/\/id\.gs1\.org\/01\/\d{14})/g),
    ];
    expect(mentioned.length).toBeGreaterThan(30);
    for (const id of mentioned) expect([id, describers.get(id)?.size]).toEqual([id, 1]);
  });

  test('are written by members, happen before now, and have event IDs of their own', () => {
    const slugs = Object.values(demoMembers).map(({ slug }) => slug);
    expect([...new Set(documents.map(({ member }) => member))].sort()).toEqual([...slugs].sort());
    expect(new Set(events.map(({ eventID }) => eventID)).size).toBe(events.length);
    expect(new Set(documents.map(({ key }) => key)).size).toBe(documents.length);
    for (const { eventTime } of events) {
      expect(eventTime).toMatch(/\.000\+08:00$/);
      expect(Date.parse(eventTime)).toBeLessThan(now.getTime());
    }
  });

  test('depend on the day of the load alone', () => {
    const later = new Date(now.getTime() + 3_600_000);
    expect(buildKiwifruitDocuments({ now: later })).toEqual(buildKiwifruitDocuments({ now }));
    const nextDay = buildZhacaiDocuments({ now: new Date(now.getTime() + 24 * 3_600_000) });
    const ids = (list: typeof documents) =>
      list.flatMap(({ document }) => document.epcisBody.eventList.map(({ eventID }) => eventID));
    expect(ids(nextDay)).toEqual(ids(buildZhacaiDocuments({ now })));
    expect(nextDay).not.toEqual(buildZhacaiDocuments({ now }));
  });
});
