import { describe, expect, it } from 'vitest';
import {
  cosign,
  createCosigner,
  deriveVerifierKey,
  digestPayload,
  encodeHex,
  encodeStatement,
  formatCheckpointBody,
  formatNote,
  formatTlogProof,
  formatVerifierKey,
  type Hex,
  hashEvents,
  hashLeaf,
  inclusionPath,
  type JsonValue,
  keyTypes,
  type ProofBundle,
  parseCheckpoint,
  rootFromLeaves,
  type Statement,
  signNote,
} from '../../../proof/index.ts';
import { ApiProblem } from '../api/problem.ts';
import type { DisplayedRecord } from './compareEvent.ts';
import { summarize } from './summarize.ts';
import { verifyRecord } from './verifyRecord.ts';

const event = {
  type: 'ObjectEvent',
  eventID: 'urn:uuid:2bb8fd80-f6c6-5e40-a708-75aa2325b033',
  eventTime: '2026-04-02T06:30:00.000+08:00',
  eventTimeZoneOffset: '+08:00',
  action: 'OBSERVE',
  bizStep: 'shipping',
  disposition: 'in_transit',
  epcList: ['https://id.gs1.org/00/095211010000000011'],
  bizLocation: { id: 'https://id.gs1.org/414/9521105000012' },
  certificationInfo: ['https://id.gs1.org/253/9521301000014DEMO'],
  sensorElementList: [
    { sensorReport: [{ type: 'Temperature', minValue: 1.5, maxValue: 4, meanValue: 2.5, uom: 'CEL' }] },
  ],
};
const content: JsonValue = {
  '@context': ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld'],
  type: 'EPCISDocument',
  schemaVersion: '2.0',
  creationDate: '2026-04-02T06:30:00.000Z',
  epcisBody: { eventList: [event] },
};
const salt = 'ab'.repeat(32);
const hash = hashEvents(content)[0] ?? '';
const statement: Statement = {
  v: 1,
  kind: 'epcis.event',
  subject: hash,
  digest: digestPayload(salt, content),
  alg: 'sha-256-salted',
  member: 'grower',
  time: '2026-04-02T00:00:00.000Z',
};
const leaves = [hashLeaf(new Uint8Array([1])), hashLeaf(encodeStatement(statement)), hashLeaf(new Uint8Array([2]))];
const root = encodeHex(rootFromLeaves(leaves));
const origin = 'log.example/test';
const logSigner = { name: origin, privateKey: new Uint8Array(32).fill(3) };
const witness = createCosigner({ name: 'w.example', type: keyTypes.cosignatureV1, secret: new Uint8Array(32).fill(4) });
const signed = signNote(formatCheckpointBody({ origin, size: 3, root: rootFromLeaves(leaves) }), logSigner);
const cosignature = cosign(parseCheckpoint(formatNote(signed)), witness, 1_780_000_000);
const checkpoint = formatNote({ ...signed, signatures: [...signed.signatures, cosignature] });
const logKey = formatVerifierKey(deriveVerifierKey(logSigner));
const policy = `log ${logKey}\nwitness w ${formatVerifierKey(witness.key)}\nquorum w\n`;
const bundle: ProofBundle = {
  format: 'xiangyu-proof-bundle/2',
  statement,
  payload: { salt, content },
  tlogProof: formatTlogProof({ index: 1, hashes: inclusionPath(leaves, 1), checkpoint }),
  anchor: {
    evmChainId: 7002,
    contract: `0x${'c0'.repeat(20)}`,
    transactionHash: `0x${'1'.repeat(64)}`,
    blockHash: `0x${'2'.repeat(64)}`,
    blockNumber: 7,
  },
};
const shown: DisplayedRecord = {
  statementId: 'one',
  hash,
  eventID: event.eventID,
  type: 'ObjectEvent',
  eventTime: '2026-04-01T22:30:00.000Z',
  bizStep: 'https://ref.gs1.org/cbv/BizStep-shipping',
  disposition: 'in_transit',
  member: { slug: 'grower', name: { zh: '果园', en: 'Grower' } },
  place: { id: 'https://id.gs1.org/414/9521105000012', name: null },
  temperature: { min: 1.5, max: 4, unit: 'CEL', points: [] },
  certificates: [{ id: 'https://id.gs1.org/253/9521301000014DEMO', type: 'cert', name: null }],
};
const options = {
  getBundle: async (): Promise<unknown> => bundle,
  readAnchoredRoot: async (): Promise<Hex> => `0x${root}`,
  witnessPolicy: policy,
  signal: new AbortController().signal,
};

describe('verifyRecord', () => {
  it('finds a true record valid, with every check made', async () => {
    const result = await verifyRecord(shown, options);
    expect(result.checks.map(({ id, ok }) => [id, ok])).toEqual(
      ['format', 'displayed', 'payload', 'event', 'inclusion', 'checkpoint', 'logSignature', 'witnesses', 'anchor'].map(
        (id) => [id, true],
      ),
    );
    expect(result).toMatchObject({ state: 'valid', compared: true, anchor: { evmChainId: 7002, size: 3 } });
  });

  it.each<[string, Partial<DisplayedRecord>]>([
    ['subject', { hash: `ni:///sha-256;${'0'.repeat(64)}?ver=CBV2.0` }],
    ['member', { member: { slug: 'other', name: { zh: '果园', en: 'Grower' } } }],
    ['eventID', { eventID: 'urn:uuid:0' }],
    ['eventTime', { eventTime: '2026-04-01T22:31:00.000Z' }],
    ['bizStep', { bizStep: 'receiving' }],
    ['disposition', { disposition: null }],
    ['place', { place: { id: 'https://id.gs1.org/414/9521105000005', name: null } }],
    ['epcs', { outputs: ['https://id.gs1.org/01/09521102000114/10/FALSE'] }],
    ['temperature', { temperature: { min: 1.5, max: 3, unit: 'CEL', points: [] } }],
    ['certificates', { certificates: [{ id: 'https://id.gs1.org/253/FALSE', type: 'cert', name: null }] }],
    ['title', { title: { zh: '假的', en: 'false' } }],
  ])('finds a page that shows another %s', async (difference, change) => {
    const result = await verifyRecord({ ...shown, ...change }, options);
    expect(result).toMatchObject({ state: 'invalid', differences: [difference] });
  });

  it('finds another root on the chain, and another contract than the trusted one', async () => {
    const lie = await verifyRecord(shown, { ...options, readAnchoredRoot: async () => `0x${'9'.repeat(64)}` });
    expect(lie.state).toBe('invalid');
    const other = await verifyRecord(shown, { ...options, trustedContract: `0x${'d0'.repeat(20)}` });
    expect(other.state).toBe('invalid');
  });

  it('finds a checkpoint that the log or its witnesses did not sign', async () => {
    const other = policy.replace(logKey, 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k');
    const foreign = await verifyRecord(shown, { ...options, witnessPolicy: other });
    expect(foreign).toMatchObject({ state: 'invalid' });
    expect(foreign.checks.find(({ ok }) => ok === false)?.id).toBe('checkpoint');
    const alone = async () => ({
      ...bundle,
      tlogProof: formatTlogProof({ index: 1, hashes: inclusionPath(leaves, 1), checkpoint: formatNote(signed) }),
    });
    const unwitnessed = await verifyRecord(shown, { ...options, getBundle: alone });
    expect(unwitnessed.checks.filter(({ ok }) => ok === false).map(({ id }) => id)).toEqual(['witnesses']);
    const key = await verifyRecord(shown, { ...options, witnessPolicy: undefined, trustedLogKey: logKey });
    expect(key).toMatchObject({ state: 'valid' });
    expect(key.checks.find(({ id }) => id === 'witnesses')).toMatchObject({ ok: null });
  });

  it('does not call a record valid when the chain gave no answer', async () => {
    const silent = Object.assign(new Error('no route'), { retryable: true });
    const result = await verifyRecord(shown, { ...options, readAnchoredRoot: () => Promise.reject(silent) });
    expect(result).toMatchObject({ state: 'unreachable', reason: { detail: 'no route' } });
  });

  it('tells a record that is not anchored yet from one without a proof', async () => {
    const refuse = (status: number) => async () => {
      throw new ApiProblem({ status, title: 'x', detail: null, nextStep: null, code: null });
    };
    expect(await verifyRecord(shown, { ...options, getBundle: refuse(409) })).toMatchObject({ state: 'pending' });
    expect(await verifyRecord(shown, { ...options, getBundle: refuse(404) })).toMatchObject({ state: 'invalid' });
    expect(await verifyRecord(shown, { ...options, getBundle: refuse(503) })).toMatchObject({ state: 'unreachable' });
    const unanchored = async () => ({ ...bundle, anchor: null });
    expect(await verifyRecord(shown, { ...options, getBundle: unanchored })).toMatchObject({ state: 'pending' });
  });

  it('survives nonsense', async () => {
    for (const nonsense of [null, 'x', [], {}, { statement: 1, payload: { content: 7 } }]) {
      const result = await verifyRecord(shown, { ...options, getBundle: async () => nonsense });
      expect(result.state).toBe('invalid');
    }
  });
});

describe('summarize', () => {
  it('is valid only when every record is', async () => {
    const good = await verifyRecord(shown, options);
    const bad = await verifyRecord({ ...shown, bizStep: null }, options);
    const waiting = { ...good, state: 'pending' as const, checks: [], anchor: null };
    expect(summarize([good, good])).toMatchObject({ state: 'valid', passed: 2, total: 2 });
    expect(summarize([good, good]).anchors).toHaveLength(1);
    expect(summarize([good, waiting])).toMatchObject({ state: 'pending', waiting: 1 });
    expect(summarize([good, waiting, bad])).toMatchObject({ state: 'invalid', failed: 1 });
    expect(summarize([])).toMatchObject({ state: 'pending' });
    expect(summarize([good, bad]).checks.find(({ id }) => id === 'displayed')).toMatchObject({ passed: 1, failed: 1 });
  });
});
