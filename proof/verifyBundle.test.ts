import { expect, test } from 'vitest';
import type { JsonValue } from './canonicalizeJson.ts';
import { digestPayload } from './digestPayload.ts';
import { hashEvents } from './epcis/hashEvents.ts';
import { encodeHex, hashLeaf } from './hashes.ts';
import { inclusionPath, rootFromLeaves } from './merkleTree.ts';
import { parseBundle } from './parseBundle.ts';
import type { ProofBundle } from './proofBundle.ts';
import { encodeStatement, type Statement } from './statement.ts';
import { verifyBundle } from './verifyBundle.ts';

const salt = '0f'.repeat(32);
const content: JsonValue = { lot: '2026-香榧-07', kilograms: 12.5, tests: ['pesticide', 'heavy metal'] };
const statement: Statement = {
  v: 1,
  kind: 'note',
  subject: 'urn:example:7',
  digest: digestPayload(salt, content),
  alg: 'sha-256-salted',
  member: 'green-valley',
  time: '2026-05-01T08:00:00.000Z',
};
const leaves = [0, 1, 2, 3, 4].map((index) => hashLeaf(Uint8Array.of(index)));
leaves[3] = hashLeaf(encodeStatement(statement));
const contract = `0x${'ab'.repeat(20)}` as const;
const root = encodeHex(rootFromLeaves(leaves));

const bundle: ProofBundle = {
  format: 'xiangyu-proof-bundle/1',
  statement,
  payload: { salt, content },
  inclusion: { index: 3, size: 5, hashes: inclusionPath(leaves, 3).map(encodeHex) },
  checkpoint: { origin: 'xiangyu.example/log', size: 5, root },
  anchor: {
    evmChainId: 7002,
    contract,
    transactionHash: `0x${'01'.repeat(32)}`,
    blockHash: `0x${'02'.repeat(32)}`,
    blockNumber: 9,
  },
};
const readAnchoredRoot = async ({ size }: { size: number }) => (size === 5 ? (`0x${root}` as const) : null);
const verdict = ({ checks }: Awaited<ReturnType<typeof verifyBundle>>) =>
  Object.fromEntries(checks.map(({ id, ok }) => [id, ok]));

test('a whole bundle is valid, offline and against a node', async () => {
  const offline = await verifyBundle(bundle);
  expect(offline.valid).toBe(true);
  expect(verdict(offline)).toEqual({
    format: true,
    payload: true,
    event: null,
    inclusion: true,
    checkpoint: true,
    anchor: null,
  });
  const online = await verifyBundle(bundle, { readAnchoredRoot, trustedContract: contract });
  expect(online.valid).toBe(true);
  expect(verdict(online).anchor).toBe(true);
});

/** Every string and number of a value, each with a function that returns the value with that leaf changed. */
function mutate(value: unknown, change: (leaf: unknown) => unknown[]): unknown[] {
  if (Array.isArray(value)) {
    return value.flatMap((item, at) => mutate(item, change).map((changed) => value.with(at, changed)));
  }
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, item]) =>
      mutate(item, change).map((changed) => ({ ...value, [key]: changed })),
    );
  }
  return change(value);
}

/** A text with each of its UTF-8 bytes' lowest bit flipped in turn, a number one higher and one lower. */
function flips(leaf: unknown): unknown[] {
  if (typeof leaf === 'number') return [leaf + 1, leaf - 1];
  if (typeof leaf !== 'string') return [];
  const bytes = new TextEncoder().encode(leaf);
  return Array.from(bytes, (byte, at) => new TextDecoder().decode(bytes.with(at, byte ^ 1)));
}

test.each(['statement', 'payload', 'inclusion'] as const)('each byte flipped in %s makes it invalid', async (part) => {
  const mutants = mutate(bundle[part], flips);
  expect(mutants.length).toBeGreaterThan(90);
  for (const mutant of mutants) {
    expect((await verifyBundle({ ...bundle, [part]: mutant })).valid, JSON.stringify(mutant)).toBe(false);
  }
});

test('each byte flipped in the root or the size of the checkpoint makes it invalid', async () => {
  const { size } = bundle.checkpoint;
  for (const mutant of mutate({ size, root }, flips)) {
    expect((await verifyBundle({ ...bundle, checkpoint: { ...bundle.checkpoint, ...(mutant as object) } })).valid).toBe(
      false,
    );
  }
});

test('an EPCIS event must have the hash id that the statement is about', async () => {
  const event = {
    type: 'ObjectEvent',
    eventTime: '2026-05-01T08:00:00.000Z',
    eventTimeZoneOffset: '+08:00',
    epcList: ['urn:epc:id:sgtin:0614141.107346.2018'],
    action: 'OBSERVE',
  };
  const document = { type: 'EPCISDocument', schemaVersion: '2.0', epcisBody: { eventList: [event] } };
  const [subject = ''] = hashEvents(document);
  const check = async (about: string, payload: JsonValue) => {
    const stated = { ...statement, kind: 'epcis.event', subject: about, digest: digestPayload(salt, payload) };
    const leafHash = hashLeaf(encodeStatement(stated));
    return verifyBundle({
      ...bundle,
      statement: stated,
      payload: { salt, content: payload },
      inclusion: { index: 0, size: 1, hashes: [] },
      checkpoint: { ...bundle.checkpoint, size: 1, root: encodeHex(leafHash) },
    });
  };
  expect((await check(subject, document)).valid).toBe(true);
  expect(verdict(await check(subject, document)).event).toBe(true);
  const later = { ...event, eventTime: '2026-05-01T08:00:01.000Z' };
  const body = (...eventList: JsonValue[]) => ({ ...document, epcisBody: { eventList } });
  for (const wrong of [body(later), body(event, event), body(), 'no document']) {
    const result = await check(subject, wrong);
    expect(result.valid).toBe(false);
    expect(verdict(result)).toMatchObject({ payload: true, event: false, inclusion: true });
  }
});

test('a payload that was erased leaves the rest valid', async () => {
  const { payload: _, ...erased } = bundle;
  const result = await verifyBundle(erased);
  expect(result.valid).toBe(true);
  expect(verdict(result).payload).toBe(null);
});

test('a log that the chain does not hold is invalid', async () => {
  const other = async () => `0x${'00'.repeat(31)}01` as const;
  expect((await verifyBundle(bundle, { readAnchoredRoot: other })).valid).toBe(false);
  expect((await verifyBundle(bundle, { readAnchoredRoot: async () => null })).valid).toBe(false);
  expect((await verifyBundle({ ...bundle, anchor: null }, { readAnchoredRoot })).valid).toBe(false);
  const trustedContract = `0x${'cd'.repeat(20)}` as const;
  expect((await verifyBundle(bundle, { readAnchoredRoot, trustedContract })).valid).toBe(false);
});

test('a node that does not answer leaves the anchor unchecked and the bundle not valid', async () => {
  const silent = async () => {
    throw Object.assign(new Error('no route'), { retryable: true });
  };
  const result = await verifyBundle(bundle, { readAnchoredRoot: silent });
  expect(result.valid).toBe(false);
  expect(verdict(result).anchor).toBe(null);
});

test.each([
  ['nothing', null, '$ is not an object'],
  ['an unknown member', { ...bundle, extra: 1 }, '$.extra is not known'],
  ['a missing member', { ...bundle, checkpoint: { origin: 'x', size: 5 } }, '$.checkpoint.root is missing'],
  ['upper-case hexadecimal', { ...bundle, payload: { salt: salt.toUpperCase(), content } }, '$.payload.salt'],
  ['a size that is no whole number', { ...bundle, inclusion: { ...bundle.inclusion, size: 5.5 } }, '$.inclusion.size'],
  ['a path without end', { ...bundle, inclusion: { ...bundle.inclusion, hashes: Array(54).fill(root) } }, '53'],
  ['a polluting member', JSON.parse('{"__proto__":{"format":"xiangyu-proof-bundle/1"}}'), '$.__proto__ is not known'],
])('parsing names what is wrong: %s', async (_, value, problem) => {
  expect(() => parseBundle(value)).toThrow(problem);
  const result = await verifyBundle(value);
  expect(result.valid).toBe(false);
  expect(result.checks[0]).toMatchObject({ id: 'format', ok: false, detail: expect.stringContaining(problem) });
});
