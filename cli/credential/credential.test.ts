import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { startTestServer, type TestServer } from '../../server/testing.ts';
import { createDid, rotateDid, showDid } from './did.ts';
import { holdCredentialFile } from './hold.ts';
import { issueCredentialFile } from './issue.ts';
import { presentCredentialFiles } from './present.ts';
import { changeCredentialStatus } from './status.ts';
import { verifyCredentialFile } from './verify.ts';

let server: TestServer;
let folder: string;
let keyFile: string;
let readOnly: string;
let otherKey: string;
let said: string[];
const at = (name: string) => join(folder, name);

beforeAll(async () => {
  server = await startTestServer();
  folder = await mkdtemp(join(tmpdir(), 'xiangyu-credential-'));
  const makeKey = async (member: string, scopes: string[]) => {
    const { key } = await server.alliance.createKey({ name: 'cli', member, scopes } as never);
    const file = at(`${member}-${scopes.join('-')}.key`);
    await writeFile(file, key);
    return file;
  };
  for (const slug of ['lab', 'farm']) {
    await server.alliance.createMember({ slug, name: { zh: slug, en: slug }, kind: 'enterprise' });
  }
  keyFile = await makeKey('lab', ['credentials']);
  readOnly = await makeKey('lab', ['read']);
  otherKey = await makeKey('farm', ['credentials']);
  await writeFile(at('claims.json'), JSON.stringify({ roles: ['质检员'] }));
  await writeFile(at('grade.json'), JSON.stringify({ grade: 'A', field: 'F1' }));
}, 120_000);
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(() => {
  said = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
});

const role = () => ({
  type: 'RoleCredential',
  subject: 'urn:uuid:0b0f2d9e-3c9e-4f4e-9a51-4f3f3c3d2e11',
  claims: at('claims.json'),
  format: 'data-integrity',
  url: server.address,
});
const verifyThere = (file: string) => verifyCredentialFile({ file: at(file), url: server.address });
const ask = (path: string, request: Parameters<TestServer['ask']>[1] = {}) => server.ask(path, request);

test('a credential is issued by the platform, verified, suspended and revoked', async () => {
  expect(await issueCredentialFile({ ...role(), keyFile, out: at('role.json') })).toBe(0);
  expect(await verifyThere('role.json')).toBe(0);
  expect(said.at(-1)).toContain('Valid.');
  const id = JSON.parse(await readFile(at('role.json'), 'utf8')).id.replace('urn:uuid:', '');
  const change = (what: object, key = keyFile) =>
    changeCredentialStatus({ id, reason: 'left', purpose: '', url: server.address, keyFile: key, ...what });
  expect(await change({ suspend: true })).toBe(0);
  expect(await verifyThere('role.json')).toBe(1);
  expect(said.join('\n')).toContain('✗  status     Its issuer suspended it for the time being.');
  // Another organisation's key does not even learn that there is such a credential.
  await expect(change({ revoke: true }, otherKey)).rejects.toMatchObject({ details: { status: 404 } });
  await expect(change({ revoke: true }, readOnly)).rejects.toMatchObject({ details: { status: 403 } });
  expect(await change({ revoke: true })).toBe(0);
  await expect(change({ reinstate: true })).rejects.toMatchObject({ details: { status: 409 } });
  const forbidden = issueCredentialFile({ ...role(), keyFile: readOnly, out: at('no.json') });
  await expect(forbidden).rejects.toMatchObject({ details: { status: 403 } });

  // The documents that a verifier elsewhere reads, and verifying with them alone.
  const credential = JSON.parse(await readFile(at('role.json'), 'utf8'));
  const document = await ask('/did/lab/did.json');
  expect(document.headers.get('content-type')).toContain('application/did+json');
  expect(document.headers.get('access-control-allow-origin')).toBe('*');
  await writeFile(at('lab.did.json'), await document.text());
  const lists = await Promise.all(
    credential.credentialStatus.map(async ({ statusListCredential }: { statusListCredential: string }, n: number) => {
      const path = new URL(statusListCredential).pathname;
      const answer = await ask(path);
      expect(answer.headers.get('cache-control')).toBe('public, max-age=60');
      const again = await ask(path, { headers: { 'if-none-match': answer.headers.get('etag') ?? '' } });
      expect(again.status).toBe(304);
      const jwt = await ask(path, { headers: { accept: 'application/vc+jwt' } });
      expect((await jwt.text()).split('.')).toHaveLength(3);
      await writeFile(at(`list${n}.json`), await answer.text());
      return at(`list${n}.json`);
    }),
  );
  const offline = { file: at('role.json'), didDocument: [at('lab.did.json')] };
  expect(await verifyCredentialFile(offline)).toBe(0);
  expect(await verifyCredentialFile({ ...offline, statusList: lists })).toBe(1);
  expect(await verifyCredentialFile({ file: at('role.json') })).toBe(1);
  expect(await verifyCredentialFile({ ...offline, at: '2020-01-01T00:00:00Z' })).toBe(1);
});

test('a DID of one’s own issues, revokes and presents without a platform', async () => {
  const [lab, farm] = [at('own-lab'), at('own-farm')];
  expect(await createDid({ did: 'did:web:lab.example', folder: lab })).toBe(0);
  expect(await createDid({ did: 'did:web:farm.example', folder: farm })).toBe(0);
  await expect(createDid({ did: 'did:web:lab.example', folder: lab })).rejects.toMatchObject({
    code: 'CLI_CREDENTIAL_FOLDER_TAKEN',
  });
  expect((await stat(join(lab, 'did.key.json'))).mode & 0o777).toBe(0o600);
  const address = 'https://lab.example/revoked.json';
  const options = {
    type: 'GradeCertificate',
    subject: 'did:web:farm.example',
    claims: at('grade.json'),
    url: server.address,
    folder: lab,
    statusList: address,
    statusIndex: '4711',
  };
  for (const format of ['data-integrity', 'vc+jwt']) {
    const out = at(`grade.${format.replace('+', '-')}`);
    const list = at(`list-${format.replace('+', '-')}.json`);
    expect(await issueCredentialFile({ ...options, format, out })).toBe(0);
    const sign = (changes: object) =>
      changeCredentialStatus({ url: '', folder: lab, list, purpose: 'revocation', ...changes });
    expect(await sign({ address })).toBe(0);
    const given = { didDocument: [join(lab, 'did.json'), join(farm, 'did.json')], statusList: [list] };
    expect(await verifyCredentialFile({ file: out, ...given })).toBe(0);

    const shown = at('shown');
    const audience = { challenge: 'what the verifier asked', domain: 'port.example' };
    expect(await presentCredentialFiles({ credentials: [out], url: '', folder: farm, out: shown, ...audience })).toBe(
      0,
    );
    expect(await verifyCredentialFile({ file: shown, ...given, ...audience })).toBe(0);
    expect(await verifyCredentialFile({ file: shown, ...given, ...audience, challenge: 'another one' })).toBe(1);
    expect(await verifyCredentialFile({ file: shown, ...given, ...audience, domain: 'elsewhere' })).toBe(1);
    // Whoever took the file cannot show it as their own.
    await presentCredentialFiles({ credentials: [out], url: '', folder: lab, out: shown, ...audience });
    expect(await verifyCredentialFile({ file: shown, ...given, ...audience })).toBe(1);
    expect(said.join('\n')).toContain('is not the subject of the credentials');

    expect(await sign({ set: ['4711'] })).toBe(0);
    expect(await verifyCredentialFile({ file: out, ...given })).toBe(1);
    expect(await sign({ clear: ['4711'] })).toBe(0);
    expect(await verifyCredentialFile({ file: out, ...given })).toBe(0);
  }
  const file = at('grade.data-integrity');
  await rotateDid({ folder: lab });
  expect(await verifyCredentialFile({ file, didDocument: [join(lab, 'did.json')] })).toBe(0);
  // What the second key signs is lost with it, what the first signed is not.
  await issueCredentialFile({ ...options, format: 'data-integrity', out: at('second.json') });
  await rotateDid({ folder: lab, compromised: true });
  expect(await verifyCredentialFile({ file, didDocument: [join(lab, 'did.json')] })).toBe(0);
  expect(await verifyCredentialFile({ file: at('second.json'), didDocument: [join(lab, 'did.json')] })).toBe(1);
});

test('what is received is held and presented through the platform', async () => {
  await issueCredentialFile({ ...role(), keyFile, out: at('role2.json') });
  const about = holdCredentialFile({ file: at('role2.json'), url: server.address, keyFile: otherKey });
  await expect(about).rejects.toMatchObject({ details: { status: 422 } });
  const { alliance } = server;
  await alliance.credentials.defineType(
    {
      name: 'GradeCertificate',
      title: { zh: '等级', en: 'Grade' },
      member: 'lab',
      schema: { type: 'object', properties: { grade: { type: 'string' }, field: { type: 'string' } } },
      accredited: false,
    },
    async () => undefined,
  );
  const grade = { ...role(), type: 'GradeCertificate', subject: 'farm', claims: at('grade.json'), format: 'dc+sd-jwt' };
  await issueCredentialFile({ ...grade, keyFile, out: at('grade.sd-jwt') });
  said = [];
  expect(await holdCredentialFile({ url: server.address, keyFile: otherKey, json: true })).toBe(0);
  const [held] = JSON.parse(said[0] ?? '[]');
  expect(held).toMatchObject({ type: 'GradeCertificate', format: 'dc+sd-jwt', status: 'valid' });
  const made = await ask('/api/credentials/challenges', { body: { domain: 'port.example' } });
  const { challenge, domain } = (await made.json()) as { challenge: string; domain: string };
  const parameters = { credentials: [held.id], challenge, domain, disclose: ['grade'], url: server.address };
  expect(await presentCredentialFiles({ ...parameters, keyFile: otherKey, out: at('shown.sd-jwt') })).toBe(0);
  const check = () =>
    verifyCredentialFile({ file: at('shown.sd-jwt'), url: server.address, challenge, domain, json: true });
  said = [];
  expect(await check()).toBe(0);
  expect(JSON.parse(said[0] ?? '{}').credentials[0].claims).toMatchObject({ grade: 'A' });
  expect(JSON.parse(said[0] ?? '{}').credentials[0].claims).not.toHaveProperty('field');
  expect(await check()).toBe(1);
  expect(await showDid({ url: server.address, member: 'lab' })).toBe(0);
  expect(said.at(-1)).toContain('sha-256');
  await expect(showDid({ url: server.address, member: 'nobody' })).rejects.toMatchObject({ details: { status: 404 } });
  const file = await ask(`/api/credentials/held/${held.id}/file`, { key: await readFile(otherKey, 'utf8') });
  expect(file.headers.get('content-disposition')).toBe('attachment; filename="GradeCertificate.sd-jwt"');
  const foreign = await ask(`/api/credentials/held/${held.id}/file`, { key: await readFile(keyFile, 'utf8') });
  expect(foreign.status).toBe(404);
});

test('an administrator changes the key of the own DID, and of no other; each change is an act', async () => {
  const cookie = await server.setUp();
  const history = async (path: string, request = {}) => {
    const answer = await ask(path, { cookie, ...request });
    return {
      status: answer.status,
      body: (await answer.json()) as { did: string; versions: { reason: string }[]; code: string },
    };
  };
  const before = await history('/api/did');
  expect(before.body.versions).toHaveLength(1);
  const after = await history('/api/did/rotate', { body: { reason: '例行更换', compromised: false } });
  expect(after).toMatchObject({ status: 200, body: { did: before.body.did, versions: [{ reason: '例行更换' }, {}] } });
  const alliance = await history('/api/did/alliance/rotate', { body: { reason: '演练', compromised: true } });
  expect(alliance.body.did).toMatch(/^did:web:[^:]+$/);
  const { acts } = (await (await ask('/api/acts', { cookie })).json()) as { acts: { action: string }[] };
  expect(acts.map(({ action }) => action)).toEqual(expect.arrayContaining(['did:rotate', 'platform:administer']));
  const key = (await readFile(keyFile, 'utf8')).trim();
  for (const path of ['/api/did/rotate', '/api/did/alliance/rotate']) {
    expect((await ask(path, { key, body: { reason: 'mine', compromised: true } })).status).toBe(403);
    expect((await ask(path, { body: { reason: 'mine', compromised: true } })).status).toBe(401);
  }
  const own = await history('/api/did/own', { method: 'PUT', body: { did: 'did:web:169.254.169.254' } });
  expect(own).toMatchObject({ status: 502, body: { code: 'DID_UNRESOLVED' } });
  expect((await ask('/did/nobody/did.json')).status).toBe(404);
  expect(await (await ask('/.well-known/did.json')).json()).toMatchObject({ id: alliance.body.did });
  expect((await ask('/credentials/status/nothing')).status).toBe(404);
  expect(await (await ask('/credentials/context/v1')).json()).toHaveProperty('@context.MembershipCredential');
  expect(await (await ask('/credentials/schemas/RoleCredential')).json()).toMatchObject({ type: 'object' });
});

test.each([
  ['no file', { file: 'nothing.json' }, 'CLI_FILE_UNREADABLE'],
  ['no credential', { file: 'claims.json' }, 'CREDENTIAL_UNREADABLE'],
  ['a wrong document', { file: 'role.json', didDocument: ['claims.json'] }, 'DID_DOCUMENT_WRONG'],
  ['a wrong list', { file: 'role.json', statusList: ['lab-read.key'] }, 'CLI_FILE_INVALID'],
  ['a wrong time', { file: 'role.json', at: 'soon' }, 'CLI_OPTION_INVALID'],
])('wrong input is named: %s', async (_, { file, ...rest }, code) => {
  const lists = Object.fromEntries(
    Object.entries(rest).map(([name, value]) => [name, Array.isArray(value) ? value.map(at) : value]),
  );
  await expect(verifyCredentialFile({ file: at(file), ...lists })).rejects.toMatchObject({ code });
});

test('wrong options are named', async () => {
  const issue = (changes: object) => issueCredentialFile({ ...role(), folder: at('own-lab'), ...changes });
  await expect(issue({ format: 'pdf' })).rejects.toMatchObject({ code: 'CLI_OPTION_INVALID' });
  await expect(issue({ subject: 'farm' })).rejects.toMatchObject({ code: 'CLI_OPTION_INVALID' });
  await expect(issue({ statusIndex: '1' })).rejects.toMatchObject({ code: 'CLI_CREDENTIAL_OPTIONS_DIFFER' });
  await expect(issue({ folder: at('empty') })).rejects.toMatchObject({ code: 'CLI_CREDENTIAL_FOLDER_EMPTY' });
  await expect(createDid({ did: 'did:key:x', folder: at('x') })).rejects.toMatchObject({ code: 'DID_INVALID' });
  const change = (changes: object) => changeCredentialStatus({ url: '', purpose: 'revocation', ...changes });
  await expect((async () => change({ id: 'x' }))()).rejects.toMatchObject({ code: 'CLI_CREDENTIAL_OPTIONS_DIFFER' });
  await expect(
    change({ folder: at('own-lab'), list: at('l.json'), address: 'https://a.example', set: ['131072'] }),
  ).rejects.toMatchObject({
    code: 'CLI_OPTION_INVALID',
  });
});
