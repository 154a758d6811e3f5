import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openSigner } from '../dids/openSigner.ts';
import { openTestAlliance, type TestAlliance } from '../testing.ts';
import type { IssueAsMemberParameters } from './issue/issueAsMember.ts';
import { issueCredential } from './issue/issueCredential.ts';
import { type CredentialFormat, credentialFormats, toStamp } from './model.ts';
import { readStatusBit } from './status/bits.ts';
import { makeTestKey, signIndependently } from './testing.ts';
import type { Report } from './verify/verifyPresentation.ts';

let test: TestAlliance;
beforeAll(async () => {
  test = await openTestAlliance();
  for (const slug of ['lab', 'farm', 'port']) {
    await test.alliance.createMember({ slug, name: { zh: slug, en: slug }, kind: 'enterprise' });
  }
  await test.alliance.credentials.defineType(
    {
      name: 'OrganicCertificate',
      title: { zh: '有机认证', en: 'Organic certificate' },
      member: 'farm',
      schema: {
        type: 'object',
        properties: { product: { type: 'string' }, field: { type: 'string' } },
        required: ['product'],
      },
      accredited: true,
    },
    async () => undefined,
  );
});
afterAll(() => test.close());

const base: IssueAsMemberParameters = {
  member: 'lab',
  type: 'RoleCredential',
  format: 'data-integrity',
  subject: 'urn:uuid:0b0f2d9e-3c9e-4f4e-9a51-4f3f3c3d2e11',
  claims: { roles: ['质检员'] },
};
const issue = (changes: Partial<IssueAsMemberParameters> = {}) =>
  test.alliance.credentials.issue({ ...base, ...changes });
const verify = (input: unknown, expected = {}) => test.alliance.credentials.verify(input, expected);
const failures = ({ credentials, presentation }: Report) =>
  [...(presentation?.checks ?? []), ...credentials.flatMap(({ checks }) => checks)]
    .filter(({ ok }) => ok === false)
    .map(({ code }) => code);
const none = async () => undefined;
const change = (id: string, what: 'suspend' | 'reinstate' | 'revoke') =>
  test.alliance.credentials.changeStatus({ id, change: what, reason: 'a test' });

/** What the alliance would issue after a decision. */
async function accreditLab(validUntil?: Date) {
  const { store, ledger, alliance } = test;
  const { did } = await alliance.dids.ensure('lab');
  const { issued } = await issueCredential(
    {
      store,
      ledger,
      dids: alliance.dids,
      baseUrl: 'http://127.0.0.1:3000',
      allowPrivate: false,
      logger: null as never,
    },
    {
      member: null,
      type: 'AccreditationCredential',
      format: 'data-integrity',
      subject: did,
      claims: { accreditedFor: ['OrganicCertificate'], decision: 'urn:xiangyu:proposal:1' },
      validUntil,
    },
  );
  return issued;
}

describe.each(credentialFormats)('%s', (format: CredentialFormat) => {
  it('is valid as issued, and not when suspended, revoked, expired or changed', async () => {
    const { issued, credential } = await issue({ format });
    const report = await verify(credential);
    expect(failures(report)).toEqual([]);
    expect(report.valid).toBe(true);
    expect(report.credentials[0]).toMatchObject({ type: 'RoleCredential', claims: { roles: ['质检员'] } });

    await change(issued.id, 'suspend');
    expect(failures(await verify(credential))).toEqual(['status.suspended']);
    await change(issued.id, 'reinstate');
    expect((await verify(credential)).valid).toBe(true);
    expect(await change(issued.id, 'revoke')).toMatchObject({ status: 'revoked', reason: 'a test' });
    expect(failures(await verify(credential))).toEqual(['status.revoked']);
    await expect(change(issued.id, 'reinstate')).rejects.toMatchObject({ code: 'CREDENTIAL_REVOKED' });

    const brief = await issue({ format, validUntil: new Date(Date.now() + 1_500) });
    await expect
      .poll(async () => failures(await verify(brief.credential)), { timeout: 5_000, interval: 300 })
      .toEqual(['period.expired']);

    const at = Math.floor(credential.length / 2);
    const swapped = credential.slice(0, at) + (credential[at] === 'A' ? 'B' : 'A') + credential.slice(at + 1);
    const broken = await verify(swapped).then(failures, (error: { code: string }) => [error.code]);
    expect(broken).not.toEqual([]);
  });

  it('is presented for one challenge and domain, by its holder alone', async () => {
    const { alliance } = test;
    const { did } = await alliance.dids.ensure('farm');
    await accreditLab();
    await issue({ format, type: 'OrganicCertificate', subject: 'farm', claims: { product: '猕猴桃', field: 'F1' } });
    const [held] = (await alliance.credentials.findHeld({ member: 'farm', perPage: 1 })).items;
    expect(held).toMatchObject({ type: 'OrganicCertificate', format, subject: did, status: 'valid' });
    const ids = [held?.id ?? ''];
    const { challenge, domain } = await alliance.credentials.createChallenge('port.example');
    const { presentation } = await alliance.credentials.present({
      member: 'farm',
      ids,
      challenge,
      domain,
      disclose: ['product'],
    });

    expect(failures(await verify(presentation, { challenge: 'another challenge', domain }))).toEqual([
      'challenge.other',
    ]);
    expect(failures(await verify(presentation, { challenge: 'another challenge', domain: 'other.example' }))).toEqual([
      'challenge.other',
      'domain.other',
    ]);
    const good = await verify(presentation, { challenge, domain });
    expect(failures(good)).toEqual([]);
    expect(good).toMatchObject({ valid: true, kind: 'presentation' });
    expect(good.credentials[0]?.claims.product).toBe('猕猴桃');
    expect('field' in (good.credentials[0]?.claims ?? {})).toBe(format !== 'dc+sd-jwt');
    // The same once more.
    expect(failures(await verify(presentation, { challenge, domain }))).toEqual(['challenge.used']);
    expect(failures(await verify(presentation, { challenge: 'xyc_never-made', domain }))).toContain('challenge.other');
    // Nobody presents what others hold.
    const theirs = alliance.credentials.present({ member: 'port', ids, challenge, domain });
    await expect(theirs).rejects.toMatchObject({ code: 'CREDENTIAL_UNKNOWN' });
  });
});

describe('keys', () => {
  it('keep what they signed when they are retired, and lose it when others know them', async () => {
    const { dids, credentials } = test.alliance;
    const { credential } = await issue({ member: 'port' });
    const before = await dids.readHistory('port');
    const rotate = (compromised: boolean) =>
      dids.rotate({
        member: 'port',
        reason: 'a test',
        compromised,
        also: (tx, did) => credentials.publishAll(tx, did),
      });
    await rotate(false);
    expect(failures(await verify(credential))).toEqual([]);
    const second = await issue({ member: 'port' });
    await rotate(true);
    expect((await verify(credential)).valid).toBe(true);
    expect(failures(await verify(second.credential))).toEqual(['key.compromised']);
    const { versions, did } = await dids.readHistory('port');
    expect(versions.map(({ version }) => version)).toEqual([3, 2, 1]);
    expect(versions[2]?.document).toEqual(before.versions[0]?.document);
    expect(versions[1]?.validTo).toBe(versions[0]?.validFrom);
    const [statement] = await test.ledger.statements.read([versions[0]?.statementId ?? '']);
    expect(statement?.statement).toMatchObject({ kind: 'did.update', subject: did, digest: versions[0]?.digest });
  });

  it('sign only in their time, and only for their owner', async () => {
    const { dids } = test.alliance;
    const { did } = await dids.ensure('port');
    const signer = await openSigner({ sql: test.store.sql, ledger: test.ledger, did });
    const early = JSON.parse((await issue({ member: 'port' })).credential);
    const { signDataIntegrity } = await import('./formats/dataIntegrity.ts');
    const { proof: _proof, ...bare } = early;
    const backdated = await signDataIntegrity(bare, signer, new Date('2020-01-01T00:00:00Z'));
    expect(failures(await verify(backdated))).toEqual(['key.not-then']);
    const future = await signDataIntegrity(bare, signer, new Date(Date.now() + 3_600_000));
    expect(failures(await verify(future))).toEqual(['proof.future']);
    // Somebody else's signature under the issuer's name.
    const thief = makeTestKey();
    expect(failures(await verify(await signIndependently(bare, thief)))).toEqual(['key.foreign']);
    const forged = await signIndependently(
      bare,
      { ...thief, methodId: signer.multikeyId },
      { created: toStamp(new Date()) },
    );
    expect(failures(await verify(forged))).toEqual(['proof.wrong']);
  });
});

describe('issuers', () => {
  const organic = { type: 'OrganicCertificate', subject: 'farm', claims: { product: '猕猴桃' } };

  it('need an accreditation for some types, to issue and to be believed', async () => {
    await expect(issue({ ...organic, member: 'port' })).rejects.toMatchObject({ code: 'CREDENTIAL_NOT_ACCREDITED' });
    const accreditation = await accreditLab();
    const { credential } = await issue(organic);
    expect((await verify(credential)).credentials[0]?.checks).toContainEqual(
      expect.objectContaining({ id: 'authority', ok: true, code: 'authority.accredited' }),
    );
    const rows = await test.store.sql<{ id: string }[]>`
      select id from alliance.credential where type = 'AccreditationCredential' and revoked_at is null`;
    for (const { id } of rows) await change(id, 'revoke');
    expect(rows.map(({ id }) => id)).toContain(accreditation.id);
    expect(failures(await verify(credential))).toEqual(['authority.not-accredited']);
    await expect(issue(organic)).rejects.toMatchObject({ code: 'CREDENTIAL_NOT_ACCREDITED' });
    // An outsider's is no better.
    const outsider = makeTestKey();
    const { proof: _proof, credentialStatus: _status, ...bare } = JSON.parse(credential);
    const own = await signIndependently({ ...bare, issuer: outsider.did }, outsider);
    expect(failures(await verify(own))).toEqual(['authority.not-accredited']);
  });

  it('cannot cover one type with another', async () => {
    const { did } = await test.alliance.dids.ensure('port');
    const signer = await openSigner({ sql: test.store.sql, ledger: test.ledger, did });
    const { signDataIntegrity } = await import('./formats/dataIntegrity.ts');
    const {
      proof: _proof,
      credentialSchema: _schema,
      ...bare
    } = JSON.parse((await issue({ member: 'port' })).credential);
    const context = [...bare['@context'], 'https://www.w3.org/ns/credentials/undefined-terms/v2'];
    for (const [type, code] of [
      ['OrganicCertificate', 'authority.not-accredited'],
      ['MembershipCredential', 'authority.not-alliance'],
    ]) {
      const both = { ...bare, '@context': context, type: ['VerifiableCredential', 'RoleCredential', type] };
      expect(failures(await verify(await signDataIntegrity(both, signer, new Date())))).toContain(code);
    }
  });

  it('cannot speak for the alliance', async () => {
    for (const type of ['MembershipCredential', 'AccreditationCredential']) {
      await expect(issue({ type })).rejects.toMatchObject({ code: 'CREDENTIAL_TYPE_RESERVED' });
    }
    const outsider = makeTestKey();
    const { proof: _proof, credentialStatus: _status, ...bare } = JSON.parse((await issue()).credential);
    const claim = { ...bare, type: ['VerifiableCredential', 'MembershipCredential'], issuer: outsider.did };
    delete claim.credentialSchema;
    expect(failures(await verify(await signIndependently(claim, outsider)))).toEqual(['authority.not-alliance']);
  });

  it.each([
    ['an unknown type', { type: 'NoSuchThing' }, 'CREDENTIAL_TYPE_UNKNOWN'],
    ['a person by name', { subject: 'https://people.example/li-na' }, 'CREDENTIAL_CLAIMS_INVALID'],
    ['an organisation with a role', { subject: 'farm' }, 'CREDENTIAL_CLAIMS_INVALID'],
    ['no subject', { subject: 'Li Na' }, 'CREDENTIAL_CLAIMS_INVALID'],
    ['claims of another form', { claims: { roles: 'chief' } }, 'CREDENTIAL_CLAIMS_INVALID'],
    ['a JSON-LD keyword', { claims: { roles: ['a'], '@context': 'https://x.example' } }, 'CREDENTIAL_CLAIMS_INVALID'],
    ['what would not be signed', { claims: { roles: ['a'], extra: null } }, 'CREDENTIAL_CLAIMS_INVALID'],
    ['a claim that is none', { claims: { roles: ['a'], exp: 1 } }, 'CREDENTIAL_CLAIMS_INVALID'],
    ['a time that is over', { validUntil: new Date('2020-01-01T00:00:00Z') }, 'CREDENTIAL_CLAIMS_INVALID'],
    ['a member that is none', { member: 'nobody' }, 'ALLIANCE_MEMBER_UNKNOWN'],
  ])('are told what is wrong: %s', async (_, changes, code) => {
    await expect(issue(changes as never)).rejects.toMatchObject({ code });
  });

  it.each([
    [{ type: 'object', properties: { a: { type: 'string', pattern: '(a+)+$' } } }],
    [{ type: 'object', properties: { a: { $ref: 'https://x.example/schema' } } }],
    [{ type: 'array' }],
    [{ type: 'object', properties: { proof: { type: 'string' } } }],
    [{ type: 'object', properties: { a: { type: 'string', maxLength: 1, description: 'x'.repeat(40_000) } } }],
  ])('cannot define a type by a dangerous schema %#', async (schema) => {
    const type = { name: 'Danger', title: { zh: '危', en: 'Danger' }, member: 'lab', schema, accredited: false };
    await expect(test.alliance.credentials.defineType(type, none)).rejects.toMatchObject({
      code: 'CREDENTIAL_SCHEMA_INVALID',
    });
  });
});

describe('wallets', () => {
  it('take what is valid and about the own organisation, once', async () => {
    const { alliance } = test;
    const { did } = await alliance.dids.ensure('farm');
    const issuer = makeTestKey();
    const bare = {
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      type: ['VerifiableCredential'],
      issuer: issuer.did,
      credentialSubject: { id: did, name: 'Farm' },
    };
    const text = JSON.stringify(await signIndependently(bare, issuer));
    const first = await alliance.credentials.hold({ member: 'farm', credential: text }, none);
    expect(await alliance.credentials.hold({ member: 'farm', credential: text }, none)).toEqual(first);
    const notOurs = alliance.credentials.hold({ member: 'port', credential: text }, none);
    await expect(notOurs).rejects.toMatchObject({ code: 'CREDENTIAL_NOT_YOURS' });
    const changed = alliance.credentials.hold({ member: 'farm', credential: text.replace('"Farm"', '"Firm"') }, none);
    await expect(changed).rejects.toMatchObject({ code: 'CREDENTIAL_NOT_VALID' });
    await alliance.credentials.removeHeld({ member: 'farm', id: first.id }, none);
    await expect(alliance.credentials.readHeld('farm', [first.id])).rejects.toMatchObject({
      code: 'CREDENTIAL_UNKNOWN',
    });
  });
});

describe('status lists', () => {
  let issued: { issued: { id: string }; credential: string };
  beforeEach(async () => {
    issued = await issue();
  });

  it('are signed, long enough, and every version is in the evidence log', async () => {
    const [revocation] = JSON.parse(issued.credential).credentialStatus;
    const id = revocation.statusListCredential.split('/').at(-1);
    const before = await test.alliance.credentials.readStatusList(id);
    await change(issued.issued.id, 'revoke');
    const after = await test.alliance.credentials.readStatusList(id);
    expect(after.version).toBe(before.version + 1);
    expect(failures(await verify(after.json))).toEqual([]);
    expect(failures(await verify(after.jwt))).toEqual([]);
    const { encodedList } = JSON.parse(after.json).credentialSubject;
    const place = Number(revocation.statusListIndex);
    expect(readStatusBit(encodedList, place)).toBe(true);
    expect(readStatusBit(JSON.parse(before.json).credentialSubject.encodedList, place)).toBe(false);
    expect(readStatusBit(encodedList, 131_071)).not.toBeNull();
    expect(readStatusBit(encodedList, 131_072)).toBeNull();
    const rows = await test.store.sql<{ statement_id: string; digest: string }[]>`
      select statement_id, digest from alliance.status_version where list = ${id} order by version`;
    const statements = await test.ledger.statements.read(rows.map(({ statement_id }) => statement_id));
    expect(statements.map(({ statement }) => statement)).toEqual(
      rows.map(({ digest }) =>
        expect.objectContaining({ kind: 'credential.status', digest, subject: revocation.statusListCredential }),
      ),
    );
  });

  it('cannot be swapped for another or blown up', async () => {
    const { gzipSync } = await import('node:zlib');
    const bomb = `u${gzipSync(Buffer.alloc(64 * 1024 * 1024)).toString('base64url')}`;
    expect(readStatusBit(bomb, 1)).toBeNull();
    expect(readStatusBit(`u${gzipSync(Buffer.alloc(16)).toString('base64url')}`, 1)).toBeNull();
    expect(readStatusBit('unonsense', 1)).toBeNull();
    // The list of another issuer says nothing about this credential.
    const other = JSON.parse((await issue({ member: 'farm' })).credential).credentialStatus[0];
    const { proof: _proof, ...bare } = JSON.parse(issued.credential);
    const { did } = await test.alliance.dids.ensure('lab');
    const signer = await openSigner({ sql: test.store.sql, ledger: test.ledger, did });
    const { signDataIntegrity } = await import('./formats/dataIntegrity.ts');
    const swapped = await signDataIntegrity({ ...bare, credentialStatus: other }, signer, new Date());
    expect(failures(await verify(swapped))).toEqual(['status.wrong']);
  });

  it('cannot be nested so deep that whoever reads them gives up', async () => {
    const encode = (text: string) => Buffer.from(text).toString('base64url');
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    const payload = `{"@context":["https://www.w3.org/ns/credentials/v2"],"type":["VerifiableCredential"],
      "issuer":"${makeTestKey().did}","credentialSubject":{"a":${deep}}}`;
    await expect(verify(`${encode('{"typ":"vc+jwt","alg":"EdDSA"}')}.${encode(payload)}.AA`)).rejects.toMatchObject({
      code: 'CREDENTIAL_UNREADABLE',
    });
  });

  it('cannot be so large a graph that it keeps whoever checks them busy', async () => {
    const signed = JSON.parse((await issue()).credential);
    const wide = { ...signed, credentialSubject: { a: { a: Array.from({ length: 300 }, () => ({ b: {} })) } } };
    const named = { ...signed, credentialSubject: { organisation: ['_:a', '_:b'] } };
    const presented = { type: ['VerifiablePresentation'], verifiableCredential: [], proof: wide };
    const long = { ...signed, credentialSubject: { a: Array.from({ length: 2_000 }, (_, n) => `${n}`) } };
    for (const document of [wide, named, presented, long])
      await expect(verify(document)).rejects.toMatchObject({ code: 'CREDENTIAL_UNREADABLE' });
    const claims = { roles: ['质检员'], list: Array.from({ length: 200 }, () => ({ a: 'b' })) };
    await expect(issue({ claims })).rejects.toMatchObject({ code: 'CREDENTIAL_CLAIMS_INVALID' });
  });

  it('cannot be hidden from whoever reads JSON, though RDF has the same meaning', async () => {
    const { issued: made, credential } = await issue({ validUntil: new Date(Date.now() + 1_500) });
    await change(made.id, 'revoke');
    const { credentialStatus, validUntil, ...bare } = JSON.parse(credential);
    const vocabulary = 'https://www.w3.org/2018/credentials#';
    const hidden = { ...bare, validUntil, [`${vocabulary}credentialStatus`]: credentialStatus };
    const end = { '@value': validUntil, '@type': 'http://www.w3.org/2001/XMLSchema#dateTime' };
    const endless = { ...bare, credentialStatus, [`${vocabulary}validUntil`]: end };
    // The signature fits all the same: what refuses them is that they cannot be read.
    const { verifyIndependently } = await import('./testing.ts');
    const { did } = await test.alliance.dids.ensure('lab');
    const { publicKey } = await openSigner({ sql: test.store.sql, ledger: test.ledger, did });
    for (const document of [hidden, endless, { ...bare, validUntil, '@included': [] }]) {
      if (!('@included' in document)) expect(await verifyIndependently(document, publicKey)).toBe(true);
      await expect(verify(document)).rejects.toMatchObject({ code: 'CREDENTIAL_UNREADABLE' });
    }
  });

  it('take places at random', async () => {
    const places = await Promise.all(
      [1, 2, 3].map(async () => Number(JSON.parse((await issue()).credential).credentialStatus[0].statusListIndex)),
    );
    expect(new Set(places).size).toBe(3);
    const steps = places.map((place, i) => Math.abs(place - (places[i - 1] ?? Number.NaN)));
    expect(steps.slice(1)).not.toEqual([1, 1]);
  });
});
