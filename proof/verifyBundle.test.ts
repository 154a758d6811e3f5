import { expect, test } from 'vitest';
import type { AnchoredRootParameters } from './anchoredRoot.ts';
import { contract, logKey, makeBundle, origin, policy, salt, witnesses } from './bundleTesting.ts';
import type { JsonValue } from './canonicalizeJson.ts';
import { digestPayload } from './digestPayload.ts';
import { hashEvents } from './epcis/hashEvents.ts';
import { parseBundle } from './parseBundle.ts';
import { type VerifyBundleOptions, type VerifyBundleReturnType, verifyBundle } from './verifyBundle.ts';

const bundle = makeBundle();
const { root } = bundle;
const { anchor } = bundle;
const readAnchoredRoot = async ({ evmChainId, contract: asked, size, transaction }: AnchoredRootParameters) => {
  if (evmChainId !== 7002) throw new Error('another chain');
  if (transaction?.transactionHash !== anchor?.transactionHash || transaction?.blockHash !== anchor?.blockHash)
    throw new Error('the transaction is elsewhere');
  if (transaction?.blockNumber !== anchor?.blockNumber) throw new Error('the transaction is elsewhere');
  return size === 5 && asked === contract ? (`0x${root}` as const) : null;
};
const everything: VerifyBundleOptions = {
  readAnchoredRoot,
  trustedContract: contract,
  trustedLogKey: logKey,
  witnessPolicy: policy,
};
const verdict = ({ checks }: VerifyBundleReturnType) => Object.fromEntries(checks.map(({ id, ok }) => [id, ok]));
const failed = ({ checks }: VerifyBundleReturnType) => checks.filter(({ ok }) => ok === false).map(({ id }) => id);

const open = { header: null, trusted: null, order: null, receipt: null };

test('what is not given is not checked, and said to be not', async () => {
  const alone = await verifyBundle(bundle);
  expect(alone.valid).toBe(true);
  expect(verdict(alone)).toEqual({
    format: true,
    payload: true,
    event: null,
    inclusion: true,
    checkpoint: true,
    logSignature: null,
    witnesses: null,
    anchor: null,
    ...open,
  });
  const said = alone.checks.find(({ id }) => id === 'witnesses')?.detail;
  expect(said).toContain('w1.example, w2.example, w3.example');
});

test('what is found is said in Chinese too, down to the member at fault', async () => {
  const [format, ...others] = (await verifyBundle({ ...bundle, format: 'other' }, everything)).checks;
  expect(format?.zh.detail).toBe(
    '这不是有效的证明包：$.format 不是 "xiangyu-proof-bundle/2"。请重新获取证明包，原样提供。',
  );
  expect(new Set(others.map(({ zh }) => zh.detail))).toEqual(new Set(['未检查：证明包无法读取。']));
  const whole = await verifyBundle(bundle, everything);
  expect(whole.checks.filter(({ zh }) => !/^[^a-z]*[\u4e00-\u9fff].*。$/.test(zh.detail))).toEqual([]);
});

test('with everything to compare with, everything but the chain part is checked', async () => {
  const whole = await verifyBundle(bundle, everything);
  expect(whole.checks.filter(({ ok }) => ok === false)).toEqual([]);
  expect(whole.valid).toBe(true);
  expect(verdict(whole)).toMatchObject({ logSignature: true, witnesses: true, anchor: true, ...open });
  expect((await verifyBundle(bundle, { ...everything, deep: true })).valid).toBe(false);
});

test('the key of the log may come from the policy; another key is not the log’s', async () => {
  expect(verdict(await verifyBundle(bundle, { witnessPolicy: policy }))).toMatchObject({ logSignature: true });
  const other = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k';
  expect(failed(await verifyBundle(bundle, { trustedLogKey: other }))).toEqual(['checkpoint']);
  await expect(verifyBundle(bundle, { trustedLogKey: 'no key' })).rejects.toMatchObject({
    code: 'TLOG_BAD_VERIFIER_KEY',
  });
  await expect(verifyBundle(bundle, { witnessPolicy: 'quorum nobody' })).rejects.toMatchObject({
    code: 'TLOG_BAD_POLICY',
  });
});

test('two of three witnesses are enough, one is not', async () => {
  expect((await verifyBundle(makeBundle({ cosigners: witnesses.slice(0, 2) }), { witnessPolicy: policy })).valid).toBe(
    true,
  );
  const lonely = await verifyBundle(makeBundle({ cosigners: witnesses.slice(0, 1) }), { witnessPolicy: policy });
  expect(lonely.valid).toBe(false);
  expect(failed(lonely)).toEqual(['witnesses']);
});

test('a policy that asks for no witness leaves them open, but not a bad signature of one it names', async () => {
  const lax = policy.replace('quorum two', 'quorum none');
  const result = await verifyBundle(makeBundle({ cosigners: witnesses.slice(0, 1) }), { witnessPolicy: lax });
  expect(result.valid).toBe(true);
  expect(verdict(result)).toMatchObject({ logSignature: true, witnesses: null });
  const bad = bundle.tlogProof.replace(
    /(w1\.example .{20})(.)/,
    (_, before, letter) => `${before}${letter === 'A' ? 'B' : 'A'}`,
  );
  expect(failed(await verifyBundle({ ...bundle, tlogProof: bad }, { witnessPolicy: lax }))).toEqual(['witnesses']);
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

/** With `options`, each mutant fails exactly one check, which is one of `ids`; gives how many failed each. */
async function expectOneFailure(mutants: unknown[], options: VerifyBundleOptions, ids: string[]) {
  const counts: Record<string, number> = {};
  for (const mutant of mutants) {
    const result = await verifyBundle(mutant, options);
    const [only, ...others] = failed(result);
    expect({ valid: result.valid, only, others }, JSON.stringify(mutant)).toEqual({
      valid: false,
      only: expect.toBeOneOf(ids),
      others: [],
    });
    counts[only ?? ''] = (counts[only ?? ''] ?? 0) + 1;
  }
  return counts;
}

test.each<[keyof typeof bundle, string[]]>([
  ['format', ['format']],
  ['statement', ['inclusion', 'format']],
  ['payload', ['payload', 'format']],
  ['anchor', ['anchor', 'format']],
])('each byte flipped in %s fails one check, and says where', async (part, ids) => {
  const mutants = mutate(bundle[part], flips).map((changed) => ({ ...bundle, [part]: changed }));
  expect(mutants.length).toBeGreaterThan(20);
  const counts = await expectOneFailure(mutants, everything, ids);
  expect(counts[ids[0] ?? '']).toBeGreaterThan(10);
  if (part !== 'anchor') await expectOneFailure(mutants, {}, ids);
});

/** The proof's text with one byte flipped at each of some places. */
function flipProof(from: string, to: string, step = 1): unknown[] {
  const { tlogProof } = bundle;
  const start = tlogProof.indexOf(from);
  const end = to === '' ? tlogProof.length : tlogProof.indexOf(to, start + from.length);
  const texts = flips(tlogProof).slice(new TextEncoder().encode(tlogProof.slice(0, start)).length);
  const length = new TextEncoder().encode(tlogProof.slice(start, end)).length;
  return texts.slice(0, length).flatMap((text, at) => (at % step === 0 ? [{ ...bundle, tlogProof: text }] : []));
}

test.each<[string, string, string, string[]]>([
  ['the index and the path', 'index', `\n${origin}`, ['inclusion', 'checkpoint', 'format']],
  ['the origin', origin, '\n5', ['checkpoint', 'format']],
  ['size and root', '5\n', `\u2014 ${origin}`, ['logSignature', 'checkpoint', 'format']],
  ['the log’s line', `\u2014 ${origin}`, '\u2014 w1', ['logSignature', 'format']],
])('each byte flipped in %s of the proof fails one check', async (_, from, to, ids) => {
  const counts = await expectOneFailure(flipProof(from, to), everything, ids);
  expect(counts[ids[0] ?? '']).toBeGreaterThan(15);
});

test('without a key of the log, a changed root is found at the chain', async () => {
  const mutants = flipProof('5\n', `\n\u2014 ${origin}`);
  await expectOneFailure(mutants, { readAnchoredRoot }, ['anchor', 'checkpoint', 'format']);
  await expectOneFailure(mutants, {}, ['inclusion', 'checkpoint', 'format']);
});

test('each byte flipped in a witness’s signature condemns the checkpoint, although two of three are enough', async () => {
  for (const [place, step] of [
    [1, 3],
    [2, 97],
    [3, 3],
  ] as const) {
    const start = bundle.tlogProof.indexOf(`\u2014 w${place}.example `) + `\u2014 w${place}.example `.length + 7;
    const signature = bundle.tlogProof.slice(start, bundle.tlogProof.indexOf('\n', start));
    const counts = await expectOneFailure(flipProof(signature, '\n', step), everything, ['witnesses', 'format']);
    expect(counts.witnesses).toBeGreaterThan(10);
  }
});

test('a line under a name that nobody knows is not counted', async () => {
  const unknown = makeBundle({ cosigners: witnesses.slice(0, 2) });
  const renamed = { ...unknown, tlogProof: unknown.tlogProof.replace('w1.example', 'w9.example') };
  expect(failed(await verifyBundle(renamed, everything))).toEqual(['witnesses']);
  const three = { ...bundle, tlogProof: bundle.tlogProof.replace('w3.example', 'w9.example') };
  expect((await verifyBundle(three, everything)).valid).toBe(true);
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
  const check = (content: JsonValue) =>
    verifyBundle(
      makeBundle({ statement: { kind: 'epcis.event', subject, digest: digestPayload(salt, content) }, content }),
    );
  expect((await check(document)).valid).toBe(true);
  expect(verdict(await check(document)).event).toBe(true);
  const later = { ...event, eventTime: '2026-05-01T08:00:01.000Z' };
  const body = (...eventList: JsonValue[]) => ({ ...document, epcisBody: { eventList } });
  for (const wrong of [body(later), body(event, event), body(), 'no document']) {
    const result = await check(wrong);
    expect(result.valid).toBe(false);
    expect(verdict(result)).toMatchObject({ payload: true, event: false, inclusion: true });
  }
});

test('a payload that was erased leaves the rest valid', async () => {
  const { payload: _, ...erased } = bundle;
  const result = await verifyBundle(erased, everything);
  expect(result.valid).toBe(true);
  expect(verdict(result).payload).toBe(null);
});

test('a log that the chain does not hold is invalid', async () => {
  const other = async () => `0x${'00'.repeat(31)}01` as const;
  expect(failed(await verifyBundle(bundle, { ...everything, readAnchoredRoot: other }))).toEqual(['anchor']);
  expect(failed(await verifyBundle(bundle, { readAnchoredRoot: other }))).toEqual(['anchor']);
  expect((await verifyBundle(bundle, { readAnchoredRoot: async () => null })).valid).toBe(false);
  expect((await verifyBundle({ ...bundle, anchor: null }, { readAnchoredRoot })).valid).toBe(false);
  const trustedContract = `0x${'cd'.repeat(20)}` as const;
  expect(failed(await verifyBundle(bundle, { readAnchoredRoot, trustedContract }))).toEqual(['anchor']);
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
  ['a missing member', { ...bundle, anchor: { contract } }, '$.anchor.evmChainId is missing'],
  ['upper-case hexadecimal', { ...bundle, payload: { salt: salt.toUpperCase(), content: 1 } }, '$.payload.salt'],
  ['a proof that is none', { ...bundle, tlogProof: 'index 3' }, '$.tlogProof cannot be read'],
  [
    'a path without end',
    { ...bundle, tlogProof: bundle.tlogProof.replace(/(\n.*=)\n\n/, (_, line) => `${line.repeat(64)}\n\n`) },
    '63',
  ],
  ['an old bundle', { ...bundle, format: 'xiangyu-proof-bundle/1' }, '$.format is not "xiangyu-proof-bundle/2"'],
  ['a chain part that is none', { ...bundle, chain: {} }, '$.chain'],
  ['a polluting member', JSON.parse('{"__proto__":{"format":"xiangyu-proof-bundle/2"}}'), '$.__proto__ is not known'],
])('parsing names what is wrong: %s', async (_, value, problem) => {
  expect(() => parseBundle(value)).toThrow(problem);
  const result = await verifyBundle(value);
  expect(result.valid).toBe(false);
  expect(result.checks[0]).toMatchObject({ id: 'format', ok: false, detail: expect.stringContaining(problem) });
});
