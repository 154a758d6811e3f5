import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestRoom, type TestRoom } from '../testing.ts';
import { attachmentHeader, readFileName } from './fileName.ts';

let room: TestRoom;
beforeAll(async () => {
  room = await openTestRoom();
});
afterAll(() => room.close());

const group = {
  name: { zh: '冷链标准工作组', en: 'Cold chain standard' },
  summary: { zh: '起草团体标准', en: '' },
  joining: 'request',
};
const found = async (changes: object = {}): Promise<string> =>
  (await room.ask('orchard', 'POST', '/groups', { ...group, ...changes })).body.id;
const join = (as: string, id: string) => room.ask(as, 'POST', `/groups/${id}/join`, { message: 'we measure cold' });
const upload = (as: string, path: string, content: Buffer, fileName = '方案 v1.pdf') =>
  room.ask(as, 'POST', path, content, {
    'content-type': 'application/octet-stream',
    'content-disposition': attachmentHeader(fileName),
  });

it('everybody reads what a group is; only its people read what is in it', async () => {
  const id = await found();
  expect((await room.ask(null, 'GET', `/groups/${id}`)).body).toMatchObject({
    people: 1,
    members: ['orchard'],
    mine: null,
  });
  expect((await room.ask('orchard', 'GET', `/groups/${id}`)).body.mine).toEqual({ role: 'chair', state: 'active' });
  for (const part of ['people', 'documents', 'threads']) {
    expect((await room.ask(null, 'GET', `/groups/${id}/${part}`)).status).toBe(401);
    for (const as of ['press', 'bureau', 'orchard/colleague/admin', 'orchard/key1']) {
      expect((await room.ask(as, 'GET', `/groups/${id}/${part}`)).status, `${as} ${part}`).toBe(403);
    }
    expect((await room.ask('orchard', 'GET', `/groups/${id}/${part}`)).status).toBe(200);
  }
  // Whoever only asked to join reads nothing yet.
  expect((await join('press', id)).body).toEqual({ state: 'requested' });
  expect((await room.ask('press', 'GET', `/groups/${id}/documents`)).status).toBe(403);
  expect((await join('press', id)).body.code).toBe('COOPERATION_ALREADY_IN_GROUP');
});

it('chairs admit, make others chairs and remove; a group is never left without a chair', async () => {
  const id = await found();
  await join('press', id);
  const set = (as: string, person: string, role: string) =>
    room.ask(as, 'PUT', `/groups/${id}/people/${person}`, { role });
  expect((await set('press', 'press-admin', 'chair')).status).toBe(403);
  expect((await set('bureau', 'press-admin', 'member')).status).toBe(403);
  expect((await set('orchard', 'press-admin', 'member')).status).toBe(204);
  expect((await set('orchard', 'nobody', 'member')).body.code).toBe('COOPERATION_NOT_IN_GROUP');
  const { items } = (await room.ask('press', 'GET', `/groups/${id}/people?perPage=1`)).body;
  expect(items).toMatchObject([{ person: 'orchard-admin', role: 'chair', state: 'active' }]);
  expect((await set('orchard', 'orchard-admin', 'member')).body.code).toBe('COOPERATION_LAST_CHAIR');
  expect((await room.ask('orchard', 'POST', `/groups/${id}/leave`)).body.code).toBe('COOPERATION_LAST_CHAIR');
  expect((await set('orchard', 'press-admin', 'chair')).status).toBe(204);
  expect((await room.ask('press', 'DELETE', `/groups/${id}/people/orchard-admin`)).status).toBe(204);
  expect((await room.ask('orchard', 'GET', `/groups/${id}/people`)).status).toBe(403);
  expect((await room.ask('press', 'POST', `/groups/${id}/close`)).status).toBe(204);
  expect((await join('orchard', id)).body.code).toBe('COOPERATION_GROUP_CLOSED');
  expect(room.acts.filter(({ resource }) => resource.id === id).map(({ action }) => action)).toContain(
    'cooperation:chair-group',
  );
});

it('an open group takes people at once; a person who changed its organisation is out', async () => {
  const id = await found({ joining: 'open' });
  expect((await join('press/lin/developer', id)).body).toEqual({ state: 'active' });
  expect((await room.ask('press/lin/developer', 'GET', `/groups/${id}/threads`)).status).toBe(200);
  expect((await room.ask('college/lin/developer', 'GET', `/groups/${id}/threads`)).status).toBe(403);
  const mine = async (as: string) => (await room.ask(as, 'GET', '/groups?mine=true')).body.items.length;
  expect(await mine('press/lin/developer')).toBe(1);
  expect(await mine('college/lin/developer')).toBe(0);
});

it('documents keep every version with its digest in the evidence log, byte for byte', async () => {
  const id = await found();
  const path = `/groups/${id}/documents`;
  const first = randomBytes(2_500_000);
  const added = (await upload('orchard', path, first)).body;
  const digest = createHash('sha256').update(first).digest('hex');
  expect(added).toMatchObject({ number: 1, digest });
  const [record] = await room.ledger.statements.read([added.statementId]);
  expect(record?.statement).toMatchObject({ kind: 'evidence.record', digest, member: 'orchard', alg: 'sha-256' });
  const second = Buffer.from('second');
  expect((await upload('orchard', `${path}/${added.id}`, second, '../../etc/passwd')).body.number).toBe(2);
  const { items } = (await room.ask('orchard', 'GET', path)).body;
  expect(items).toMatchObject([
    { title: '方案 v1.pdf', versions: 2, newest: { fileName: '.._.._etc_passwd', bytes: 6 } },
  ]);
  const versions = (await room.ask('orchard', 'GET', `${path}/${added.id}`)).body.items;
  expect(versions.map(({ number }: { number: number }) => number)).toEqual([2, 1]);

  const load = (as: string, number: number, groupId = id) =>
    room.ask(as, 'GET', `/groups/${groupId}/documents/${added.id}/versions/${number}/content`);
  const loaded = await load('orchard', 1);
  expect(loaded.bytes.equals(first)).toBe(true);
  expect(loaded.headers).toMatchObject({
    'content-type': 'application/octet-stream',
    'content-disposition': "attachment; filename*=UTF-8''%E6%96%B9%E6%A1%88%20v1.pdf",
    'x-content-type-options': 'nosniff',
  });
  // A document is reached through its own group only.
  const other = await found();
  expect((await load('orchard', 1, other)).body.code).toBe('COOPERATION_DOCUMENT_UNKNOWN');
  expect((await load('press', 1)).status).toBe(403);
  expect((await upload('press', path, second)).status).toBe(403);
  expect((await upload('orchard', path, Buffer.alloc(0))).body.code).toBe('COOPERATION_FILE_EMPTY');
  expect((await upload('orchard', path, Buffer.alloc(20 * 1024 * 1024 + 1))).status).toBe(413);
  await room.store.sql`UPDATE cooperation.document_versions SET bytes = ${10 * 1024 ** 3} WHERE number = 2`;
  expect((await upload('orchard', path, second)).body.code).toBe('COOPERATION_TOO_MANY_BYTES');
  expect((await room.ask('orchard', 'DELETE', `${path}/${added.id}`)).status).toBe(204);
  expect((await load('orchard', 1)).body.code).toBe('COOPERATION_DOCUMENT_UNKNOWN');
  const [{ count } = { count: -1 }] = await room.store.sql<{ count: number }[]>`
    SELECT count(*)::int FROM cooperation.document_pieces`;
  expect(count).toBe(0);
});

it('discussions and minutes are for the people of the group; viewers of an organisation only read', async () => {
  const id = await found({ joining: 'open' });
  const reader = 'press/mei/viewer';
  await join(reader, id);
  const path = `/groups/${id}/threads`;
  const thread = { kind: 'discussion', title: '温度记录间隔', body: '每 **5** 分钟？' };
  expect((await room.ask(reader, 'POST', path, thread)).body.detail).toContain('more than viewers');
  const { id: threadId } = (await room.ask('orchard', 'POST', path, thread)).body;
  expect((await room.ask('orchard', 'POST', path, { ...thread, kind: 'minutes' })).body.code).toBe(
    'COOPERATION_DAY_INVALID',
  );
  const minutes = { ...thread, kind: 'minutes', metOn: '2026-02-30' };
  expect((await room.ask('orchard', 'POST', path, minutes)).body.code).toBe('COOPERATION_DAY_INVALID');
  expect((await room.ask('orchard', 'POST', path, { ...minutes, metOn: '2026-02-28' })).status).toBe(201);
  const listed = (await room.ask(reader, 'GET', `${path}?kind=minutes`)).body.items;
  expect(listed).toMatchObject([
    { metOn: '2026-02-28', posts: 1, statementId: expect.stringMatching(/^[0-9a-f-]{36}$/) },
  ]);

  await join('press/lin/developer', id);
  const posted = await room.ask('press/lin/developer', 'POST', `${path}/${threadId}/posts`, { body: '10 分钟就够' });
  const remove = (as: string) => room.ask(as, 'DELETE', `${path}/${threadId}/posts/${posted.body.id}`);
  await join('college', id);
  expect((await remove('college')).status).toBe(403);
  expect((await remove('press/lin/developer')).status).toBe(204);
  expect((await remove('orchard')).body.code).toBe('COOPERATION_POST_UNKNOWN');
  const posts = (await room.ask(reader, 'GET', `${path}/${threadId}/posts`)).body.items;
  expect(posts.map(({ body }: { body: string | null }) => body)).toEqual(['每 **5** 分钟？', null]);
  const other = await found();
  expect((await room.ask('orchard', 'GET', `/groups/${other}/threads/${threadId}`)).body.code).toBe(
    'COOPERATION_THREAD_UNKNOWN',
  );
});

it('file names carry no path and nothing that hides their end', () => {
  expect(readFileName("attachment; filename*=UTF-8''a%2Fb%5Cc.txt")).toBe('a_b_c.txt');
  expect(readFileName('attachment; filename="plain.txt"')).toBe('plain.txt');
  expect(readFileName(`attachment; filename*=UTF-8''${encodeURIComponent('invoice\u202efdp.exe')}`)).toBe(
    'invoice_fdp.exe',
  );
  for (const header of [
    undefined,
    'attachment',
    "attachment; filename*=UTF-8''%ff",
    "attachment; filename*=UTF-8''..",
  ]) {
    expect(() => readFileName(header)).toThrow(/does not name/);
  }
});
