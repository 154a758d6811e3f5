import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { fastify } from 'fastify';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createOwnDid, makeCredential, ownDidDocument, ownSigner, secureCredential } from '../../alliance/index.ts';
import { placeMembers, testPerson } from '../../alliance/testing.ts';
import type { OwnIdentity } from '../identity/openIdentity.ts';
import { openTestIdentity } from '../identity/testing.ts';
import { possessionData, registrationType } from './challenge.ts';
import { checkHealth } from './checkHealth.ts';
import { isRegistered, keepRegistered } from './keepRegistered.ts';
import { ownRoutes } from './ownRoutes.ts';
import { tendConnectors } from './tendConnectors.ts';
import { openTestConnector, startTestPlatform, type TestConnector, type TestPlatform } from './testing.ts';

let platform: TestPlatform;
/** Civil affairs runs its connector itself; the platform runs the one of agriculture. */
let civil: TestConnector;
const context = () => ({ ...platform, secret: '44'.repeat(32) });
const never = new AbortController().signal;

beforeAll(async () => {
  platform = await startTestPlatform(['agriculture', 'civil', 'market', 'operator']);
  civil = await openTestConnector(platform, 'civil');
});
afterAll(async () => {
  await civil.close();
  await platform.close();
});

const ask = async (
  path: string,
  { key, method = 'GET', body }: { key?: string; method?: string; body?: object } = {},
) => {
  const response = await fetch(`${platform.url}${path}`, {
    method,
    headers: {
      ...(key ? { authorization: `Bearer ${key}` } : {}),
      ...(body ? { 'content-type': 'application/json' } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return { status: response.status, body: (await response.json()) as Record<string, never> };
};

/** One message from a connector to another; gives who called, or the code of the refusal. */
async function send(
  from: { identity: OwnIdentity; slug: string },
  to: { identity: OwnIdentity; slug: string },
  audience?: string,
) {
  const message = { method: 'POST', path: `/dsp/${to.slug}/2025-1/catalog/request`, body: '{}' };
  const { did } = await to.identity.ensure(to.slug);
  try {
    const token = await from.identity.makeToken({ slug: from.slug, audience: audience ?? did, ...message });

    const caller = await to.identity.checkToken({ slug: to.slug, authorization: `Bearer ${token}`, ...message });
    return caller.slug;
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
}
const agriculture = () => ({ identity: platform.identity, slug: 'agriculture' });
/** Long enough for what verifiers keep. */
const passTime = () => {
  platform.passTime(10_000);
  civil.passTime(10_000);
};

describe('before the founding', () => {
  it('a member registers the connector on its own machine, and switches one on that the platform runs', async () => {
    expect(await civil.registry.find('civil')).toBeNull();
    await civil.register();
    const key = await platform.makeKey('agriculture');
    const { status, body } = await ask('/api/exchange/connector/on', { key, method: 'POST', body: {} });
    expect(status).toBe(200);
    expect(body.connector).toMatchObject({ slug: 'agriculture', hosted: true, state: 'active' });
    passTime();
    const { did } = await civil.identity.ensure('civil');
    expect(await civil.registry.find(did)).toMatchObject({ slug: 'civil', state: 'active', name: { zh: 'civil局' } });
    expect(await send(civil, agriculture())).toBe('civil');
    expect(await send(agriculture(), civil)).toBe('agriculture');
    const first = await ask('/api/exchange/connectors?perPage=1');
    expect(first.body.items).toHaveLength(1);
    const second = await ask(`/api/exchange/connectors?perPage=1&pageToken=${first.body.nextPageToken}`);
    expect(second.body).toMatchObject({ items: [{ slug: 'civil', hosted: false }], nextPageToken: null });
    expect(await ask('/api/exchange/connectors/nobody')).toMatchObject({ status: 404 });
    const acts = await platform.alliance.acts.findActs({ member: 'civil', area: 'exchange', perPage: 10 });
    expect(acts.items.map(({ action, member }) => [action, member])).toEqual([['exchange:register', 'civil']]);
  });

  it('nobody registers keys or addresses that are not its own', async () => {
    const key = await platform.makeKey('civil');
    const { did, encryptionKey, chainAddress } = await civil.identity.ensure('civil');
    const alliance = (await platform.alliance.dids.ensure(null)).did;
    const nonceOf = async () => {
      const { body } = await ask('/api/exchange/connectors/challenges', {
        key,
        method: 'POST',
        body: { encryptionKey },
      });
      return Buffer.from(await civil.identity.open('civil', String(body.challenge))).toString();
    };
    const registerWith = async (changes: object, by = 'civil') => {
      const nonce = await nonceOf();
      const possession = await civil.identity.signTyped('civil', possessionData({ did, slug: 'civil', nonce }));
      const address = civil.house.addressOf('civil');
      const claims = {
        aud: alliance,
        slug: 'civil',
        address,
        encryptionKey,
        chainAddress,
        nonce,
        possession,
        ...changes,
      };
      const signer = by === 'civil' ? civil.identity : platform.identity;
      const registration = await signer.sign(by, registrationType, claims as never);
      const { status, body } = await ask('/api/exchange/connectors', { key, method: 'POST', body: { registration } });
      return status === 201 ? 201 : body.code;
    };
    expect(await registerWith({})).toBe(201);
    const foreign = await platform.identity.ensure('agriculture');
    for (const changes of [
      { slug: 'market' },
      { aud: 'did:web:other.example' },
      { nonce: `civil.${Date.now() + 9_999}.${'A'.repeat(43)}` },
      { encryptionKey: foreign.encryptionKey },
      { chainAddress: foreign.chainAddress },
      { possession: `0x${'00'.repeat(65)}` },
      { nonce: undefined },
    ]) {
      expect(await registerWith(changes), JSON.stringify(changes)).toBe('CONNECTOR_PROOF_WRONG');
    }
    expect(await registerWith({}, 'agriculture')).toBe('CONNECTOR_PROOF_WRONG');
    for (const address of [
      'ftp://a.example/dsp/civil',
      'http://127.0.0.1:9/dsp/other',
      'http://a.example/dsp/civil?a=1',
    ]) {
      expect(await registerWith({ address })).toBe('CONNECTOR_ADDRESS_WRONG');
    }
    expect(await ask('/api/exchange/connectors', { method: 'POST', body: { registration: 'x' } })).toMatchObject({
      status: 401,
    });
    await expect(civil.register({ apiKey: await platform.makeKey('market') })).rejects.toMatchObject({
      code: 'CONNECTOR_PROOF_WRONG',
    });
  });

  it('a connector on its own machine changes its keys, and tells the platform when it can', async () => {
    const { identity, registry, registration, house } = civil;
    const former = await identity.ensure('civil');
    const acts: unknown[] = [];
    const recordAct = async (_: unknown, detail: unknown) => acts.push(detail);
    const app = fastify();
    await app.register(ownRoutes({ house, identity, registry, slug: 'civil', register: civil.register, recordAct }));
    const rotate = await app.inject({
      method: 'POST',
      url: '/api/exchange/connector/rotate',
      payload: { reason: 'yearly' },
    });
    expect(rotate.statusCode).toBe(200);
    expect(acts).toEqual([{ change: 'keys rotated', kinds: ['signing', 'encryption'], reason: 'yearly' }]);
    passTime();
    const { did, encryptionKey } = await identity.ensure('civil');
    expect(did).not.toBe(former.did);
    expect(await registry.find(former.did)).toMatchObject({ slug: 'civil', did, encryptionKey });
    expect(await send(civil, agriculture())).toBe('civil');

    await civil.store.transaction((tx) => identity.rotate(tx, 'civil', ['signing']));
    identity.forget('civil');
    expect(await send(civil, agriculture())).toBe('CONNECTOR_CREDENTIAL_MISSING');
    const stop = new AbortController();
    const kept = keepRegistered({ ...registration, registry, signal: stop.signal });
    const now = (await identity.ensure('civil')).did;
    await vi.waitFor(async () => expect((await platform.registry.find(now))?.did).toBe(now), { timeout: 10_000 });
    stop.abort();
    await kept;
    passTime();
    expect(await isRegistered({ ...registration, registry })).toBe(true);
    expect(await send(civil, agriculture())).toBe('civil');
  });

  it('says where the connectors are in the DID documents of their members', async () => {
    const { body } = await ask('/did/civil/did.json');
    const services = body.service as unknown as { id: string; type: string; serviceEndpoint: string }[];
    expect(services.map(({ type }) => type)).toEqual(['CatalogService', 'DataService']);
    const folder = new URL('../../../shared/conformance/dsp/schemas/', import.meta.url);
    if (!existsSync(folder)) return;
    const ajv = new Ajv2019({ strict: false });
    const read = (name: string) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Record<string, never>;
    ajv.addSchema(read('common_context-schema.json'));
    const schema = read('common_did-service-schema.json');
    const [catalog, data] = services;
    expect(ajv.validate(schema, catalog), ajv.errorsText()).toBe(true);
    // The schema wants `/catalog` at the end for both types, which its own example of a DataService does not have.
    expect(ajv.validate(schema, { ...data, serviceEndpoint: 'https://a.example/catalog' })).toBe(true);
    expect(data?.serviceEndpoint).toMatch(/^https?:\/\/.+\/dsp\/civil\/\.well-known\/dspace-version$/);
  });

  it('the operator names the data authority, and the act is on record', async () => {
    expect(await civil.registry.authority()).toBeNull();
    const principal = testPerson({ member: 'operator', roles: ['admin'] });
    await expect(platform.registry.nameAuthority({ principal, slug: 'market' })).rejects.toMatchObject({
      code: 'CONNECTOR_NOT_REGISTERED',
    });
    await platform.registry.nameAuthority({ principal, slug: 'agriculture' });
    passTime();
    expect((await civil.registry.authority())?.slug).toBe('agriculture');
    const key = await platform.makeKey('civil');
    const put = await ask('/api/exchange/authority', { key, method: 'PUT', body: { slug: 'civil' } });
    expect(put.status).toBe(403);
    const { items } = await platform.alliance.acts.findActs({ member: 'agriculture', perPage: 1 });
    expect(items[0]).toMatchObject({ action: 'platform:administer', detail: { change: 'named data authority' } });
  });

  it('asks connectors whether they answer', async () => {
    expect(await checkHealth(platform, never)).toEqual({ asked: 1, silent: 1 });
    const app = fastify();
    app.get('/dsp/civil/.well-known/dspace-version', async () => ({ protocolVersions: [{ version: '2025-1' }] }));
    const origin = await app.listen({ host: '127.0.0.1', port: 0 });
    await platform.store.sql`UPDATE exchange.connectors SET address = ${`${origin}/dsp/civil`} WHERE slug = 'civil'`;
    expect(await checkHealth(platform, never)).toEqual({ asked: 1, silent: 0 });
    await app.close();
    passTime();
    expect((await ask('/api/exchange/connectors/civil')).body.health).toMatchObject({ answers: true, problem: null });
    await civil.register();
  });
});

describe('a member with a DID on its own domain', () => {
  it('signs the credential of its connector itself, and everybody reads its document over https', async () => {
    const files = ['certificate', 'key'].map((name) =>
      readFileSync(new URL(`../../alliance/dids/testing/${name}.pem`, import.meta.url), 'utf8'),
    );
    const [certificate = '', key = ''] = files;
    setDefaultCACertificates([...getCACertificates('default'), certificate]);
    let document = {};
    const server = createServer({ cert: certificate, key }, (_, response) => response.end(JSON.stringify(document)));
    await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
    const did = `did:web:localhost%3A${(server.address() as AddressInfo).port}`;
    const own = createOwnDid(did, [platform.alliance.dids.hostedDid('market')]);
    document = ownDidDocument(own);
    await platform.alliance.dids.useOwn({ member: 'market', did });

    const keys = await platform.identity.ensure('market');
    const now = platform.house.now();
    const credentialOf = async (changes: { subject?: string; address?: string } = {}) =>
      secureCredential({
        credential: makeCredential({
          id: `urn:uuid:${randomUUID()}`,
          type: 'ConnectorCredential',
          issuer: did,
          subject: keys.did,
          validFrom: now,
          validUntil: new Date(now.getTime() + 120_000),
          ...changes,
          claims: { connectorOf: 'market', address: changes.address ?? platform.house.addressOf('market') },
        }),
        format: 'vc+jwt',
        signer: ownSigner(own),
        now: new Date(),
      });
    const on = (credential?: string) => platform.registry.switchOn({ principal: null, slug: 'market', credential });
    await expect(on()).rejects.toMatchObject({ code: 'DID_NOT_HOSTED' });
    for (const changes of [{ subject: 'did:key:z6Mk' }, { address: 'https://elsewhere.example/dsp/market' }]) {
      await expect(on(await credentialOf(changes))).rejects.toMatchObject({ code: 'CONNECTOR_CREDENTIAL_WRONG' });
    }
    await on(await credentialOf());
    const market = { identity: platform.identity, slug: 'market' };
    expect(await send(market, civil)).toBe('market');
    platform.passTime(121_000);
    civil.passTime(121_000);
    expect(await send(market, civil)).toBe('CONNECTOR_CREDENTIAL_EXPIRED');
    const principal = testPerson({ member: 'market', roles: ['admin'] });
    await expect(
      platform.registry.rotateHosted({ principal, slug: 'market', kinds: ['signing'], reason: 'yearly' }),
    ).rejects.toMatchObject({ code: 'CONNECTOR_SIGNS_ITSELF' });
    server.closeAllConnections();
    server.close();
  });
});

describe('credentials that count no more', () => {
  it('are those that the member suspended, until it reinstates them', async () => {
    const [row] = await platform.store.sql<{ credential_id: string }[]>`
      SELECT credential_id FROM exchange.connectors WHERE slug = 'agriculture'`;
    const change = (to: 'suspend' | 'reinstate') =>
      platform.alliance.credentials.changeStatus({ id: row?.credential_id ?? '', change: to, reason: 'test' });
    expect(await send(agriculture(), civil)).toBe('agriculture');
    await change('suspend');
    passTime();
    expect(await send(agriculture(), civil)).toBe('CONNECTOR_SUSPENDED');
    await change('reinstate');
    passTime();
    expect(await send(agriculture(), civil)).toBe('agriculture');
  });

  it('are those of former keys, and of a connector that was withdrawn', async () => {
    const key = await platform.makeKey('agriculture');
    const former = await platform.identity.ensure('agriculture');
    const stolen = await platform.identity.makeToken({
      slug: 'agriculture',
      audience: (await civil.identity.ensure('civil')).did,
      method: 'GET',
      path: '/',
      body: '',
    });
    const rotate = { key, method: 'POST', body: { reason: 'yearly' } };
    const { body } = await ask('/api/exchange/connector/rotate', rotate);
    expect(body.connector).toMatchObject({ state: 'active' });
    const records = await platform.store.sql`
      SELECT kind, outcome, detail FROM exchange.records WHERE participant = 'agriculture'`;
    const detail = {
      change: 'keys rotated',
      kinds: ['signing', 'encryption'],
      reason: 'yearly',
      by: expect.any(String),
    };
    expect(records).toEqual([{ kind: 'act', outcome: 'ok', detail }]);
    passTime();
    expect(await civil.registry.find(former.did)).toMatchObject({
      slug: 'agriculture',
      did: (body.connector as unknown as { did: string }).did,
    });
    const replay = civil.identity.checkToken({
      slug: 'civil',
      authorization: `Bearer ${stolen}`,
      method: 'GET',
      path: '/',
      body: '',
    });
    await expect(replay).rejects.toMatchObject({ code: 'CONNECTOR_REVOKED' });
    expect(await send(agriculture(), civil)).toBe('agriculture');
    expect(await send(civil, agriculture(), former.did)).toBe('civil');

    await ask('/api/exchange/connector/off', { key, method: 'POST', body: {} });
    passTime();
    expect(await send(agriculture(), civil)).toBe('CONNECTOR_CREDENTIAL_MISSING');
    expect(await send(civil, agriculture())).toBe('CONNECTOR_UNKNOWN');
    expect(await civil.registry.find('agriculture')).toMatchObject({ state: 'withdrawn' });
    expect((await ask('/did/agriculture/did.json')).body.service).toBeUndefined();
    await ask('/api/exchange/connector/on', { key, method: 'POST', body: {} });
    passTime();
    expect(await send(civil, agriculture())).toBe('civil');
  });

  it('are those that a compromised key of the member signed, until new ones are there', async () => {
    const { did } = await platform.alliance.dids.ensure('agriculture');
    expect(await send(agriculture(), civil)).toBe('agriculture');
    await platform.alliance.dids.rotate({
      member: 'agriculture',
      reason: 'lost',
      compromised: true,
      also: (tx) => platform.alliance.credentials.publishAll(tx, did),
    });
    passTime();
    expect(await send(agriculture(), civil)).toBe('CONNECTOR_CREDENTIAL_WRONG');
    expect(await tendConnectors(context(), never)).toBe(0);
    passTime();
    expect(await send(agriculture(), civil)).toBe('agriculture');
  });

  it('are those of an alliance that somebody else made', async () => {
    const { identity } = await openTestIdentity({ house: civil.house, participants: ['stranger'] });
    expect(await send({ identity, slug: 'stranger' }, civil)).toBe('CONNECTOR_CREDENTIAL_FOREIGN');
  });
});

describe('after the founding', () => {
  it('only admitted members exchange, and suspended ones are refused', async () => {
    await placeMembers(platform, { agriculture: 'admitted', civil: 'applied' });
    await platform.followStandings();
    passTime();
    expect(await send(agriculture(), civil)).toBe('agriculture');
    expect(await send(civil, agriculture())).toBe('CONNECTOR_CREDENTIAL_MISSING');
    expect(await civil.registry.find('civil')).toMatchObject({ state: 'suspended' });
    await placeMembers(platform, { civil: 'admitted' });
    await platform.followStandings();
    passTime();
    expect(await send(civil, agriculture())).toBe('civil');

    await placeMembers(platform, { civil: 'suspended' });
    await platform.followStandings();
    passTime();
    expect(await send(civil, agriculture())).toBe('CONNECTOR_MEMBER_SUSPENDED');
    expect(await civil.registry.find('civil')).toMatchObject({ state: 'suspended' });
    await placeMembers(platform, { civil: 'admitted' });
    await platform.followStandings();
    passTime();
    expect(await send(civil, agriculture())).toBe('civil');
  });

  it('what was last known counts for a minute when the platform does not answer, then nothing does', async () => {
    expect(await send(agriculture(), civil)).toBe('agriculture');
    await platform.app.close();
    civil.passTime(20_000);
    platform.passTime(20_000);
    expect(await send(agriculture(), civil)).toBe('agriculture');
    civil.passTime(50_000);
    platform.passTime(50_000);
    expect(await send(agriculture(), civil)).toBe('CONNECTOR_STANDING_UNKNOWN');
  });
});
