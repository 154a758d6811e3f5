import { afterAll, beforeAll, expect, test as it } from 'vitest';
import { memberId } from '../chain/members.ts';
import { openTestAlliance, type TestAlliance, testBaseUrl } from '../testing.ts';
import type { CredentialsContext } from './credentialsContext.ts';
import { followStandings } from './followStandings.ts';
import { accredit } from './issue/accredit.ts';

let test: TestAlliance;
let context: CredentialsContext;
const registry = `0x${'ab'.repeat(20)}`;

beforeAll(async () => {
  test = await openTestAlliance();
  const { store, ledger, alliance } = test;
  const { dids } = alliance;
  context = { store, ledger, dids, baseUrl: testBaseUrl, allowPrivate: false, logger: console as never };
  for (const slug of ['lab', 'farm']) {
    await alliance.createMember({ slug, name: { zh: slug, en: slug }, kind: 'enterprise' });
    await store.sql`insert into alliance.member_identity (id, slug) values (${memberId(slug)}, ${slug})`;
  }
});
afterAll(() => test.close());

/** What the projection of the chain would say. */
async function set(slug: string, status: string, did = ''): Promise<void> {
  const { sql } = test.store;
  await sql`
    insert into alliance.chain_member (id, account, status, did, kinds, epoch, log_index, transaction)
    values (${memberId(slug)}, ${slug}, ${status}, ${did}, 9, 1, 1, '0x')
    on conflict (id) do update set status = excluded.status, did = excluded.did`;
  await sql`update alliance.member set standing = ${status} where slug = ${slug}`;
}

async function found(): Promise<void> {
  await test.store.sql`
    insert into alliance.projection (governor, registry, record, chain, epoch, log_index, founded_at, safe_epoch)
    values (${registry}, ${registry}, ${registry}, 7002, 1, 1, now(), 100)`;
}

const held = async (slug: string) => (await test.alliance.credentials.findHeld({ member: slug, perPage: 50 })).items;
const verifyNewest = async (slug: string) => {
  const [newest] = await held(slug);
  const [row] = await test.alliance.credentials.readHeld(slug, [newest?.id ?? '']);
  const { valid, credentials } = await test.alliance.credentials.verify(row?.credential);
  const checks = credentials[0]?.checks ?? [];
  return {
    valid,
    refused: checks.filter(({ ok }) => ok === false).map(({ code }) => code),
    claims: credentials[0]?.claims,
  };
};

it('lets guests act as members provisionally, until the alliance is founded', async () => {
  const { credentials } = test.alliance;
  expect(await credentials.readMembership('farm')).toBeNull();
  await credentials.enrolProvisionally('farm');
  await credentials.enrolProvisionally('farm');
  const membership = await credentials.readMembership('farm');
  expect((await held('farm')).map(({ type }) => type)).toEqual(['ProvisionalMembershipCredential']);
  expect((await credentials.verify(membership)).valid).toBe(true);
  expect(await followStandings(context)).toBe(0);
  await found();
  await set('farm', 'applied');
  expect(await followStandings(context)).toBe(1);
  expect((await credentials.verify(membership)).valid).toBe(false);
  expect(await credentials.readMembership('farm')).toBeNull();
  await credentials.enrolProvisionally('farm');
  expect(await credentials.readMembership('farm')).toBeNull();
  const [own] = await held('farm');
  await credentials.removeHeld({ member: 'farm', id: own?.id ?? '' }, async () => undefined);
});

it('gives every admitted member a credential that names the chain, and follows what becomes of it', async () => {
  await set('lab', 'admitted');
  expect(await followStandings(context)).toBe(1);
  expect(await followStandings(context)).toBe(0);
  expect(await held('farm')).toEqual([]);
  const { did } = await test.alliance.dids.ensure(null);
  expect(did).toBe('did:web:127.0.0.1%3A3000');
  expect(await verifyNewest('lab')).toEqual({
    valid: true,
    refused: [],
    claims: {
      memberOf: did,
      memberSlug: 'lab',
      memberId: memberId('lab'),
      registry,
      chainId: 7002,
      memberKinds: ['enterprise', 'certifier'],
    },
  });

  await set('lab', 'suspended');
  // The chain alone suffices to refuse it, before the status list follows.
  expect(await verifyNewest('lab')).toMatchObject({ valid: false, refused: ['chain.suspended'] });
  expect(await followStandings(context)).toBe(1);
  expect(await verifyNewest('lab')).toMatchObject({ refused: ['status.suspended', 'chain.suspended'] });
  await set('lab', 'admitted');
  expect(await followStandings(context)).toBe(1);
  expect(await verifyNewest('lab')).toMatchObject({ valid: true });
  await set('lab', 'left');
  expect(await followStandings(context)).toBe(1);
  expect(await verifyNewest('lab')).toMatchObject({ refused: ['status.revoked', 'chain.left'] });
  await set('lab', 'admitted');
  expect(await followStandings(context)).toBe(1);
  expect(await held('lab')).toHaveLength(2);
  expect(await followStandings(context)).toBe(0);
});

it('issues anew for another DID, and when the key of the alliance became known', async () => {
  await set('lab', 'admitted', 'did:web:lab.example');
  expect(await followStandings(context)).toBe(2);
  expect((await held('lab'))[0]).toMatchObject({ subject: 'did:web:lab.example', status: 'valid' });
  expect((await held('lab'))[1]).toMatchObject({ status: 'revoked' });
  const { dids, credentials } = test.alliance;
  await dids.rotate({
    member: null,
    reason: 'a test',
    compromised: true,
    also: (tx, did) => credentials.publishAll(tx, did),
  });
  expect(await verifyNewest('lab')).toMatchObject({ refused: ['key.compromised'] });
  expect(await followStandings(context)).toBe(2);
  expect(await verifyNewest('lab')).toMatchObject({ valid: true });
});

it('accredits what the members decided, once it is executed for good', async () => {
  const { sql } = test.store;
  const line = 'accredit: member=lab types=RoleCredential until=2099-12-31';
  const propose = (id: string, executed: number | null, zh = line, en = line) =>
    sql.begin(async (tx) => {
      await tx`
      insert into alliance.proposal (id, type, proposer, targets, amounts, calldatas, description, digest, created_at,
        vote_start, vote_end, executed_epoch, spends, epoch, log_index, transaction)
      values (${id}, 'free', 'p', '{}', '{}', '{}', 'd', ${`digest ${id}`}, now(), now(), now(), ${executed}, false, 1, 1, '0x')`;
      const document = { type: 'free', text: { zh: `理由\n${zh}\n`, en: `Because\n${en}` } };
      await tx`
      insert into alliance.proposal_document (digest, proposal, type, title_zh, title_en, document, member, statement_id)
      values (${`digest ${id}`}, ${id}, 'free', 't', 't', ${JSON.stringify(document)}, 'lab', 's')`;
    });
  await propose('1', 7);
  await propose('2', null);
  await propose('3', 101);
  await propose('4', 7, 'accredit: member=farm types=RoleCredential');
  const ask = (id: string) => accredit(context, id, async () => undefined);
  for (const id of ['2', '3', '4', '5'])
    await expect(ask(id)).rejects.toMatchObject({ code: 'CREDENTIAL_NOT_DECIDED' });
  // However many ask at once, it is issued once.
  const [issued, ...same] = await Promise.all([ask('1'), ask('1'), ask('1')]);
  expect(same).toEqual([issued, issued]);
  const made = await sql`select from alliance.credential where type = 'AccreditationCredential'`;
  expect(made).toHaveLength(1);
  expect(issued).toMatchObject({
    issuerMember: null,
    subjectMember: 'lab',
    claims: { accreditedFor: ['RoleCredential'], decision: 'urn:xiangyu:proposal:1' },
    validUntil: '2099-12-31T23:59:59.000Z',
  });
  expect(await ask('1')).toEqual(issued);
  expect(await verifyNewest('lab')).toMatchObject({ valid: true });
  const end = 'end-accreditation: proposal=1';
  await propose('6', 8, end, end);
  await propose('7', 8, end.replace('=1', '=99'), end.replace('=1', '=99'));
  expect(await ask('6')).toMatchObject({ id: issued.id, status: 'revoked', reason: 'urn:xiangyu:proposal:6' });
  expect(await verifyNewest('lab')).toMatchObject({ refused: ['status.revoked'] });
  expect(await ask('1')).toMatchObject({ status: 'revoked' });
  await expect(ask('7')).rejects.toMatchObject({ code: 'CREDENTIAL_NOT_DECIDED' });
});
