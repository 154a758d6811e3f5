import { createPublicKey, verify } from 'node:crypto';
import { expect, it } from 'vitest';
import { exchangeLogKey, makeExchangeBundle, oneView } from './exchangeTesting.ts';
import { mergeExchangeBundles } from './mergeExchangeBundles.ts';
import type { VerifySignature } from './readJws.ts';
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

it('accepts a whole bundle and tells what is in it', async () => {
  const bundle = makeExchangeBundle();
  const result = await verifyExchangeBundle(bundle, { trustedLogKey: exchangeLogKey, verifySignature });
  console.log(result.checks);
  expect(result.valid).toBe(true);
  expect(result.participants).toEqual(['agri', 'civil']);
  expect((await verifyExchangeBundle(bundle)).valid).toBe(true);
});
it('merges', async () => {
  const bundle = makeExchangeBundle();
  const one = oneView(bundle, 'agri');
  expect((await verifyExchangeBundle(one, { verifySignature })).checks.filter(({ ok }) => ok === false)).toEqual([]);
  expect(mergeExchangeBundles([oneView(bundle, 'civil'), one])).toEqual(bundle);
});
