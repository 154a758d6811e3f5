import { createHash, createPublicKey, randomBytes, sign, verify as verifyBytes } from 'node:crypto';
import { issueSDJWT, verifySDJWT } from '@meeco/sd-jwt';
import { expect, test } from 'vitest';
import { decodeBase58 } from '../dids/base58.ts';
import { fromMultibase, toJwk } from '../dids/publicKey.ts';
import { ownContext, undefinedTermsContext, vcContext } from './contexts.ts';
import { signPresentation } from './formats/dataIntegrity.ts';
import { makeCredential, secureCredential } from './issue/issueCredential.ts';
import { makeTestKey, signIndependently, verifyIndependently } from './testing.ts';
import { createOfflineContext } from './verify/offlineContext.ts';
import { verify } from './verify/verifyPresentation.ts';

const issuer = makeTestKey();
const holder = makeTestKey();
const now = new Date();
const jwkOf = (publicKey: Uint8Array) => createPublicKey({ key: toJwk(publicKey) as never, format: 'jwk' });
const claims = {
  grade: 'A',
  weightKg: 12.5,
  lots: ['L1', 'L2'],
  tested: true,
  place: { city: '重庆', quote: 'a "b" \\ c\n', distance: -3 },
};
const credential = makeCredential({
  id: 'urn:uuid:7a3f1c5e-0f63-4a1e-9a6e-6d2f1f7f2b11',
  type: 'OriginCertificate',
  issuer: issuer.did,
  subject: holder.did,
  claims,
  validFrom: new Date('2026-01-01T00:00:00Z'),
  validUntil: new Date('2036-01-01T00:00:00Z'),
});
const failed = async (input: unknown, context = createOfflineContext()) => {
  const { credentials, presentation } = await verify(input, context);
  return [...(presentation?.checks ?? []), ...credentials.flatMap(({ checks }) => checks)]
    .filter(({ ok }) => ok === false)
    .map(({ code }) => code);
};

test('what is issued here verifies with other libraries for JSON-LD, canonical RDF and Ed25519', async () => {
  const text = await secureCredential({ credential, format: 'data-integrity', signer: issuer.signer, now });
  const document = JSON.parse(text);
  expect(await verifyIndependently(document, issuer.publicKey)).toBe(true);
  const changed = { ...document, credentialSubject: { ...document.credentialSubject, grade: 'B' } };
  expect(await verifyIndependently(changed, issuer.publicKey)).toBe(false);
  expect(await verifyIndependently(document, holder.publicKey)).toBe(false);
});

test('what those libraries sign verifies here', async () => {
  const document = await signIndependently({ ...credential }, issuer);
  expect(await failed(document)).toEqual([]);
  expect(await failed({ ...document, validFrom: '2025-12-31T00:00:00Z' })).toEqual(['proof.wrong']);
  const later = { ...(document.proof as object), created: '2026-01-02T03:04:06Z' };
  expect(await failed({ ...document, proof: later })).toEqual(['proof.wrong']);
  const other = await signIndependently({ ...credential }, { key: holder.key, methodId: issuer.methodId });
  expect(await failed(other)).toEqual(['proof.wrong']);
});

test('a presentation goes both ways too', async () => {
  // The other parser of JSON-LD cannot read credentials inside a presentation; the signature has the same form without.
  const bare = { '@context': [vcContext], type: ['VerifiablePresentation'], holder: holder.did };
  const audience = { challenge: 'a challenge of the verifier', domain: 'port.example' };
  const ours = await signPresentation(bare, holder.signer, { ...audience, now });
  expect(await verifyIndependently(ours as never, holder.publicKey)).toBe(true);
  const theirs = await signIndependently(bare, holder, { proofPurpose: 'authentication', ...audience });
  expect(await failed(theirs)).toEqual([]);
});

// Values of the test vectors in Data Integrity EdDSA Cryptosuites 1.0, appendix B.1.
const vector = {
  '@context': [vcContext, 'https://www.w3.org/ns/credentials/examples/v2'],
  id: 'urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33',
  type: ['VerifiableCredential', 'AlumniCredential'],
  name: 'Alumni Credential',
  description: 'A minimum viable example of an Alumni Credential.',
  issuer: 'https://vc.example/issuers/5678',
  validFrom: '2023-01-01T00:00:00Z',
  credentialSubject: { id: 'did:example:abcdefgh', alumniOf: 'The School of Examples' },
};
const vectorKey = 'z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2';
const vectorProof = {
  type: 'DataIntegrityProof',
  cryptosuite: 'eddsa-rdfc-2022',
  created: '2023-02-24T23:36:38Z',
  verificationMethod: `https://vc.example/issuers/5678#${vectorKey}`,
  proofPurpose: 'assertionMethod',
  proofValue: 'z21EVs3eXERqTn4acNHT9viboqgzUaQ3kTmhPT3eA8qrVPE7CrQq78WkzctnMX5W4CrzcKnHw8V6dvy5pgWYCU5e9',
};

test('the test vectors of the standard verify', async () => {
  const contexts = new Map([
    [
      'https://www.w3.org/ns/credentials/examples/v2',
      { '@context': { '@vocab': 'https://www.w3.org/ns/credentials/examples#' } },
    ],
  ]);
  const method = {
    id: vectorProof.verificationMethod,
    type: 'Multikey',
    controller: vector.issuer,
    publicKeyMultibase: vectorKey,
  };
  const documents = [{ id: vector.issuer, verificationMethod: [method], assertionMethod: [method.id] }];
  const seed = decodeBase58('3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjxq')?.slice(2);
  const key = makeTestKey(seed);
  expect(fromMultibase(vectorKey)).toEqual(key.publicKey);
  const { created, verificationMethod: methodId } = vectorProof;
  const signed = await signIndependently(vector, { key: key.key, methodId }, { created }, contexts);
  expect(signed).toEqual({ ...vector, proof: vectorProof });
  expect(await failed(signed, createOfflineContext({ documents, contexts }))).toEqual([]);
});

test('a vc+jwt is signed and verified by plain cryptography as well', async () => {
  const jwt = await secureCredential({ credential, format: 'vc+jwt', signer: issuer.signer, now });
  const [header = '', payload = '', signature = ''] = jwt.split('.');
  const input = Buffer.from(`${header}.${payload}`);
  expect(verifyBytes(null, input, jwkOf(issuer.publicKey), Buffer.from(signature, 'base64url'))).toBe(true);
  expect(JSON.parse(Buffer.from(payload, 'base64url').toString())).toMatchObject({ type: credential.type });

  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const make = (changes: object) => {
    const text = `${encode({ alg: 'Ed25519', typ: 'vc+jwt', kid: issuer.methodId, ...changes })}.${encode(credential)}`;
    return `${text}.${sign(null, Buffer.from(text), issuer.key).toString('base64url')}`;
  };
  expect(await failed(make({}))).toEqual([]);
  expect(await failed(make({ alg: 'none' }))).toEqual(['proof.wrong']);
  expect(await failed(make({ alg: 'HS256' }))).toEqual(['proof.wrong']);
  await expect(failed(make({ typ: 'JWT' }))).rejects.toMatchObject({ code: 'CREDENTIAL_UNREADABLE' });
});

test('an SD-JWT verifies in another library, and theirs here', async () => {
  const holderKey = toJwk(holder.publicKey);
  const ours = await secureCredential({
    credential,
    format: 'dc+sd-jwt',
    signer: issuer.signer,
    now,
    disclosable: ['grade', 'lots'],
    holderKey,
  });
  const hasher = (data: string) => createHash('sha256').update(data).digest('base64url');
  const verifier = async (jwt: string) => {
    const at = jwt.lastIndexOf('.');
    const signature = Buffer.from(jwt.slice(at + 1), 'base64url');
    return verifyBytes(null, Buffer.from(jwt.slice(0, at)), jwkOf(issuer.publicKey), signature);
  };
  const read = await verifySDJWT(ours, verifier, async () => hasher);
  expect(read).toMatchObject({
    iss: issuer.did,
    sub: holder.did,
    grade: 'A',
    lots: ['L1', 'L2'],
    cnf: { jwk: holderKey },
  });

  const theirs = await issueSDJWT(
    { alg: 'EdDSA', typ: 'dc+sd-jwt', kid: issuer.methodId } as never,
    {
      iss: issuer.did,
      sub: holder.did,
      vct: 'https://example.org/Origin',
      iat: 1_767_225_600,
      grade: 'A',
      farm: 'F',
    } as never,
    { _sd: ['grade'] } as never,
    {
      hash: { alg: 'sha-256', callback: hasher },
      signer: (async (header: object, payload: object) => {
        const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
        return sign(null, Buffer.from(`${encode(header)}.${encode(payload)}`), issuer.key).toString('base64url');
      }) as never,
      generateSalt: () => randomBytes(16).toString('base64url'),
    } as never,
  );
  const whole = theirs.endsWith('~') ? theirs : `${theirs}~`;
  expect(await failed(whole)).toEqual([]);
  const report = await verify(whole, createOfflineContext());
  expect(report.credentials[0]?.claims).toMatchObject({ grade: 'A', farm: 'F' });
  // A disclosure that was never issued, and one that is left out.
  const foreign = Buffer.from(JSON.stringify(['salt', 'grade', 'A+'])).toString('base64url');
  await expect(failed(`${whole}${foreign}~`)).rejects.toMatchObject({ code: 'CREDENTIAL_UNREADABLE' });
  const hidden = await verify(`${whole.split('~')[0]}~`, createOfflineContext());
  expect(hidden.valid).toBe(true);
  expect(hidden.credentials[0]?.claims).not.toHaveProperty('grade');
});

test('contexts are never fetched, and none can be written into a credential', async () => {
  const foreign = { ...credential, '@context': [vcContext, 'https://attacker.example/context'] };
  const signed = { ...foreign, proof: (await signIndependently({ ...credential }, issuer)).proof };
  expect(await failed(signed)).toEqual(['context.unknown']);
  const inline = {
    ...signed,
    '@context': [vcContext, ownContext, undefinedTermsContext, { grade: 'https://x.example/g' }],
  };
  expect(await failed(inline)).toEqual(['context.unknown']);
  const nested = { ...signed, '@context': credential['@context'], extra: { '@context': 'https://attacker.example/2' } };
  expect(await failed(nested)).toEqual(['context.unknown']);
});
