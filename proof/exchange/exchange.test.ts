import { createPublicKey, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../canonicalizeJson.ts';
import { isLegalRun } from './dspMachine.ts';
import {
  type Act,
  agreementId,
  type ExchangeChange,
  exchangeLogKey,
  makeExchangeBundle,
  oneView,
  testKey,
} from './exchangeTesting.ts';
import { mergeExchangeBundles } from './mergeExchangeBundles.ts';
import { mutateBundle, mutationNames } from './mutateBundle.ts';
import type { VerifySignature } from './readJws.ts';
import { secondVerifier } from './secondVerifier.ts';
import { verifyExchangeBundle } from './verifyExchangeBundle.ts';

const prefix = Buffer.from('302a300506032b6570032100', 'hex');
const answers = new Map<string, boolean>();
/** Node's own check, which asks nothing twice. */
const verifySignature: VerifySignature = ({ publicKey, message, signature }) => {
  const name = [publicKey, message, signature].map((bytes) => Buffer.from(bytes).toString('base64')).join();
  const known = answers.get(name);
  if (known !== undefined) return known;
  const key = createPublicKey({ key: Buffer.concat([prefix, publicKey]), format: 'der', type: 'spki' });
  const answer = verify(null, message, key, signature);
  answers.set(name, answer);
  return answer;
};
const options = { trustedLogKey: exchangeLogKey, verifySignature };
const bundle = makeExchangeBundle();

describe('a whole bundle', () => {
  it('is accepted, and what is in it is told', async () => {
    const result = await verifyExchangeBundle(bundle, options);
    expect(result.checks.filter(({ ok }) => ok !== true).map(({ id }) => id)).toEqual(['witnesses', 'anchor']);
    expect(result).toMatchObject({ valid: true, participants: ['agri', 'civil'], agreement: agreementId });
    expect(result.records.map(({ message }) => message)).toContain('ContractAgreementMessage');
    // Without Node's help, as in a browser.
    expect((await verifyExchangeBundle(bundle, { trustedLogKey: exchangeLogKey })).valid).toBe(true);
    expect(secondVerifier(bundle as never, exchangeLogKey)).toBeNull();
  });

  it('is put together from the views of both sides', async () => {
    const [one, two] = [oneView(bundle, 'agri'), oneView(bundle, 'civil')];
    const result = await verifyExchangeBundle(one, options);
    expect(result.valid).toBe(true);
    expect(result.checks.find(({ id }) => id === 'bothSides')?.ok).toBeNull();
    expect(mergeExchangeBundles([two, one])).toEqual(bundle);
    expect(mergeExchangeBundles([bundle, one, two])).toEqual(bundle);
    expect(() => mergeExchangeBundles([one, { ...two, agreement: 'urn:uuid:other' }])).toThrow(
      'not two views of one exchange',
    );
  });

  it('is anchored where a node says so, which is asked once a checkpoint', async () => {
    const asked: number[] = [];
    const roots = new Map(
      Object.values(bundle.checkpoints).map(({ note }) => {
        const [, size, root = ''] = note.split('\n');
        return [Number(size), `0x${Buffer.from(root, 'base64').toString('hex')}` as const];
      }),
    );
    const readAnchoredRoot = async ({ size }: { size: number }) => {
      asked.push(size);
      return roots.get(size) ?? null;
    };
    expect((await verifyExchangeBundle(bundle, { ...options, readAnchoredRoot })).valid).toBe(true);
    expect(asked).toHaveLength(2);
    const other = await verifyExchangeBundle(bundle, {
      ...options,
      readAnchoredRoot: async () => `0x${'00'.repeat(32)}`,
    });
    expect(other.valid).toBe(false);
    expect(other.checks.find(({ id }) => id === 'anchor')?.ok).toBe(false);
  });
});

it('rejects every one of 1,000 mutated bundles, as does a verifier that was written from the page alone', async () => {
  // As small as an exchange can be, for a thousand are quick then: an agreement at once and one transfer.
  const isNeeded = ({ body, type }: Act) =>
    type !== 'ContractOfferMessage' && type !== 'TransferCompletionMessage' && body?.eventType !== 'ACCEPTED';
  const small = makeExchangeBundle({ acts: (acts) => acts.filter(isNeeded) });
  expect((await verifyExchangeBundle(small, options)).valid).toBe(true);
  expect(secondVerifier(small as never, exchangeLogKey)).toBeNull();
  const accepted: string[] = [];
  const tried = new Map<string, number>();
  for (let number = 0, made = 0; made < 1_000; number += 1) {
    const { name, mutated } = mutateBundle(small, number);
    if (mutated === null) continue;
    made += 1;
    tried.set(name, (tried.get(name) ?? 0) + 1);
    if ((await verifyExchangeBundle(mutated, options)).valid) accepted.push(`${name} ${number} by ours`);
    if (secondVerifier(mutated as never, exchangeLogKey) === null) accepted.push(`${name} ${number} by the second`);
  }
  expect(accepted).toEqual([]);
  expect([...tried.keys()].sort()).toEqual([...mutationNames].sort());
});

type Json = { [key: string]: JsonValue };

/** Changes the body of the messages of a type. */
const edit = (type: string, change: Json) => (acts: Act[]) =>
  acts.map((act) => (act.type === type ? { ...act, body: { ...act.body, ...change } } : act));
/** Changes the agreement. */
const agree = (change: Json) => (acts: Act[]) =>
  acts.map((act) => {
    if (act.type !== 'ContractAgreementMessage') return act;
    return { ...act, body: { ...act.body, agreement: { ...(act.body?.agreement as Json), ...change } } };
  });
const without =
  (...types: string[]) =>
  (acts: Act[]) =>
    acts.filter(({ type }) => type === undefined || !types.includes(type));

// All of it is signed, chained and logged as it should be: only what was done is wrong.
describe('an exchange that went wrong', () => {
  const cases: [what: string, check: string, change: ExchangeChange][] = [
    ['a token for another body', 'messages', { claims: (claims) => ({ ...claims, bodyDigest: '0'.repeat(64) }) }],
    ['a token for another connector', 'messages', { claims: (claims) => ({ ...claims, aud: testKey(5).did }) }],
    ['a token by another connector', 'messages', { claims: (claims) => ({ ...claims, iss: testKey(5).did }) }],
    ['a token that its sender did not sign', 'messages', { tokenKey: testKey(5) }],
    ['credentials that their issuer did not sign', 'credentials', { issuerKey: testKey(5) }],
    ['an agreement out of the blue', 'states', { acts: without('ContractRequestMessage', 'ContractOfferMessage') }],
    ['finalized without verification', 'states', { acts: without('ContractAgreementVerificationMessage') }],
    [
      'the consumer agrees by itself',
      'states',
      {
        acts: (acts) => acts.map((act) => (act.type === 'ContractAgreementMessage' ? { ...act, by: 'consumer' } : act)),
      },
    ],
    [
      'data after the end',
      'states',
      { acts: (acts) => [...acts, ...acts.filter(({ type }) => type === 'TransferStartMessage')] },
    ],
    ['messages of two processes', 'states', { acts: edit('TransferStartMessage', { consumerPid: 'x' }) }],
    ['another dataset than offered', 'agreement', { acts: agree({ target: 'urn:uuid:other' }) }],
    ['another consumer than the one that asked', 'agreement', { acts: agree({ assignee: testKey(5).did }) }],
    ['an agreement of another name', 'agreement', { acts: agree({ '@id': 'urn:uuid:other' }) }],
    ['a grant for longer than agreed', 'grant', { grant: { notAfter: '2037-05-01T00:00:00.000Z' } }],
    ['a grant to somebody else', 'grant', { grant: { consumer: testKey(5).did } }],
    ['another grant', 'grant', { grant: { id: `0x${'cd'.repeat(32)}` } }],
    [
      'a message that the other side never got',
      'bothSides',
      { acts: (acts) => acts.map((act) => (act.type === 'TransferCompletionMessage' ? { ...act, lost: true } : act)) },
    ],
  ];
  it.each(cases)('%s: %s', async (_what, check, change) => {
    const wrong = makeExchangeBundle(change);
    const { valid, checks } = await verifyExchangeBundle(wrong, options);
    expect(checks.filter(({ ok }) => ok === false).map(({ id }) => id)).toEqual([check]);
    expect(valid).toBe(false);
    expect(secondVerifier(wrong as never, exchangeLogKey)).not.toBeNull();
  });

  it('tells when the rules of the agreement differ from the offer and the consumer took them', async () => {
    const changed = makeExchangeBundle({
      acts: agree({ permission: [{ action: 'use' }] }),
    });
    const { valid, checks } = await verifyExchangeBundle(changed, options);
    expect(valid).toBe(true);
    expect(checks.find(({ id }) => id === 'agreement')?.detail).toContain('differ');
    expect(secondVerifier(changed as never, exchangeLogKey)).toBeNull();
  });
});

it('names the places of the chain that are not shown', async () => {
  const gapped = makeExchangeBundle({ gaps: true });
  const { valid, checks } = await verifyExchangeBundle(gapped, options);
  expect(valid).toBe(true);
  expect(checks.find(({ id }) => id === 'chain')?.detail).toMatch(/not shown: 46 to 46 of/);
  expect(secondVerifier(gapped as never, exchangeLogKey)).toBeNull();
});

it('takes messages that cross either way round, and nothing that no order makes legal', () => {
  const request = 'ContractRequestMessage';
  const end = 'ContractNegotiationTerminationMessage';
  expect(isLegalRun([request], ['ContractOfferMessage'])).toBe(true);
  expect(isLegalRun([request, end], ['ContractOfferMessage'])).toBe(true);
  expect(isLegalRun([request, end], [end])).toBe(false);
  expect(isLegalRun([], [request])).toBe(false);
  const [start, stop] = ['TransferStartMessage', 'TransferSuspensionMessage'];
  expect(isLegalRun(['TransferRequestMessage', start, stop], [start, stop, start])).toBe(true);
  expect(isLegalRun(['TransferRequestMessage', start], [start, start])).toBe(false);
  expect(isLegalRun(['TransferRequestMessage'], ['TransferStartMessage', 'TransferStartMessage'])).toBe(false);
});
