import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterAll, beforeAll, expect, test as it } from 'vitest';
import { openTestAlliance, type TestAlliance } from '../testing.ts';
import { decodeBase58, encodeBase58 } from './base58.ts';
import { didWebUrl, hostedDid } from './didWeb.ts';
import { openDids } from './openDids.ts';
import { fromJwk, fromMultibase, thumbprintOf, toJwk, toMultibase } from './publicKey.ts';

let test: TestAlliance;
let domain: { server: Server; did: string; document: unknown };
const [certificate, key] = ['certificate', 'key'].map((name) =>
  readFileSync(new URL(`./testing/${name}.pem`, import.meta.url), 'utf8'),
);

beforeAll(async () => {
  test = await openTestAlliance();
  for (const slug of ['lab', 'farm']) {
    await test.alliance.createMember({ slug, name: { zh: slug, en: slug }, kind: 'enterprise' });
  }
  setDefaultCACertificates([...getCACertificates('default'), certificate ?? '']);
  const server = createServer({ cert: certificate, key }, (request, response) => {
    if (request.url === '/.well-known/did.json') response.end(JSON.stringify(domain.document));
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  domain = { server, did: `did:web:localhost%3A${(server.address() as AddressInfo).port}`, document: null };
});
afterAll(async () => {
  domain.server.close();
  domain.server.closeAllConnections();
  await test.close();
});

it('writes host, port and path as the did:web method has them', () => {
  expect(hostedDid('https://xiangyu.example', null)).toBe('did:web:xiangyu.example');
  expect(hostedDid('http://127.0.0.1:8080/', 'farm-1')).toBe('did:web:127.0.0.1%3A8080:did:farm-1');
  expect(didWebUrl('did:web:w3c-ccg.github.io').href).toBe('https://w3c-ccg.github.io/.well-known/did.json');
  expect(didWebUrl('did:web:w3c-ccg.github.io:user:alice').href).toBe('https://w3c-ccg.github.io/user/alice/did.json');
  expect(didWebUrl('did:web:example.com%3A3000:user:alice').href).toBe('https://example.com:3000/user/alice/did.json');
});

it.each([
  'did:web:',
  'did:web:a/b',
  'did:web:user%40host',
  'did:web:host:..:x',
  'did:web:host:%2e%2e:x',
  'did:web:host:a%2Fb',
  'did:web:host%3A99999999',
  'did:web:host?x',
  `did:web:${'a'.repeat(400)}`,
  'did:ion:abc',
])('refuses %s', async (did) => {
  await expect(test.alliance.dids.resolve(did)).rejects.toMatchObject({ code: 'DID_INVALID' });
});

it('reads and writes keys', () => {
  const multibase = 'z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2';
  const bytes = fromMultibase(multibase) ?? new Uint8Array();
  expect(toMultibase(bytes)).toBe(multibase);
  expect(fromJwk(toJwk(bytes))).toEqual(bytes);
  // The key and thumbprint of RFC 8037, appendix A.
  const rfc = { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' };
  expect(thumbprintOf(fromJwk(rfc) ?? bytes)).toBe('kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k');
  expect(encodeBase58(new Uint8Array([0, 0, 1]))).toBe('112');
  expect(decodeBase58('112')).toEqual(new Uint8Array([0, 0, 1]));
  expect(decodeBase58('0OIl')).toBeNull();
  expect(fromJwk({ ...rfc, crv: 'X25519' })).toBeNull();
});

it('makes one DID however many ask at once', async () => {
  const { dids } = test.alliance;
  const made = await Promise.all([1, 2, 3, 4].map(() => dids.ensure('lab')));
  expect(new Set(made.map(({ did }) => did))).toEqual(new Set(['did:web:127.0.0.1%3A3000:did:lab']));
  const { versions } = await dids.readHistory('lab');
  expect(versions).toHaveLength(1);
  expect(versions[0]?.document).toMatchObject({
    id: 'did:web:127.0.0.1%3A3000:did:lab',
    verificationMethod: [{ type: 'Multikey' }, { type: 'JsonWebKey', publicKeyJwk: { crv: 'Ed25519' } }],
  });
  const stored = JSON.stringify(await test.store.sql`select k::text from ledger.identity_keys k`);
  expect(stored).not.toContain('publicKeyJwk');
  await expect(dids.ensure('nobody')).rejects.toMatchObject({ code: 'ALLIANCE_MEMBER_UNKNOWN' });
  await expect(dids.readHistory('farm')).rejects.toMatchObject({ code: 'DID_UNKNOWN' });
});

it('takes a DID on the own domain once its document names the hosted one', async () => {
  const { store, ledger } = test;
  const open = (allowPrivate: boolean) => openDids({ store, ledger, baseUrl: 'http://127.0.0.1:3000', allowPrivate });
  const { did } = domain;
  await expect(open(false).resolve(did)).rejects.toMatchObject({ code: 'DID_UNRESOLVED' });
  domain.document = { id: 'did:web:other.example' };
  await expect(open(true).resolve(did)).rejects.toMatchObject({ code: 'DID_DOCUMENT_WRONG' });
  domain.document = { id: did };
  const use = (member: string) => open(true).useOwn({ member, did });
  await expect(use('farm')).rejects.toMatchObject({ code: 'DID_NOT_LINKED' });
  domain.document = { id: did, alsoKnownAs: ['did:web:127.0.0.1%3A3000:did:farm'] };
  expect(await use('farm')).toMatchObject({ did, kind: 'own', member: 'farm' });
  await expect(use('lab')).rejects.toMatchObject({ code: 'DID_NOT_LINKED' });
  domain.document = { id: did, alsoKnownAs: ['did:web:127.0.0.1%3A3000:did:lab'] };
  await expect(use('lab')).rejects.toMatchObject({ code: 'DID_TAKEN' });
  const dids = open(true);
  expect((await dids.ensure('farm')).did).toBe(did);
  await expect(dids.rotate({ member: 'farm', reason: 'x', compromised: false })).rejects.toMatchObject({
    code: 'DID_NOT_HOSTED',
  });
  await expect(dids.resolve(`${did}:nothing`)).rejects.toMatchObject({ code: 'DID_UNRESOLVED', retryable: true });
});

it('says where the services of a member are, in every later version too', async () => {
  const { store, alliance } = test;
  const { dids } = alliance;
  await alliance.createMember({ slug: 'office', name: { zh: 'office', en: 'office' }, kind: 'government' });
  const { did } = await dids.ensure('office');
  const services = [{ id: '#catalog', type: 'CatalogService', serviceEndpoint: 'https://office.example/dsp/catalog' }];
  const set = () =>
    store.transaction((tx) => dids.setServices(tx, { member: 'office', services, reason: 'connector on' }));
  expect(await set()).toBe(true);
  expect(await set()).toBe(false);
  const rotated = await dids.rotate({ member: 'office', reason: 'yearly', compromised: false });
  expect(rotated.service).toEqual([{ ...services[0], id: `${did}#catalog` }]);
  expect((await dids.readHistory('office')).versions.map(({ reason }) => reason)).toEqual([
    'yearly',
    'connector on',
    'created',
  ]);
  expect((await dids.readHistory('office')).versions.at(-1)?.document.service).toBeUndefined();
});
