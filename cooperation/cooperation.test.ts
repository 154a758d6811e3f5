import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { searchQuery, searchWords } from '../host/index.ts';
import { openTestRoom, type TestRoom } from './testing.ts';

let room: TestRoom;
beforeAll(async () => {
  room = await openTestRoom();
});
afterAll(() => room.close());

const text = (zh: string, en = '') => ({ zh, en });
const empty = text('');
const profile = {
  summary: text('高山脐橙，可供出口', 'Navel oranges from the mountains'),
  about: empty,
  offers: text('冷链仓储与分选线', 'Cold storage'),
  seeks: text('寻找榨汁合作伙伴'),
  tags: ['脐橙', 'fruit'],
  website: 'orchard.example',
  place: text('重庆奉节'),
  contact: '张主任 023-1234567',
};

describe('words', () => {
  it('cuts Chinese into pairs, and other words whole', () => {
    expect(searchWords(['高山脐橙 Navel ORANGES', '高山'])).toEqual([
      '高山',
      '山脐',
      '脐橙',
      '橙',
      'navel',
      'oranges',
      '山',
    ]);
    expect(searchQuery('脐橙 nav')).toBe("'脐橙' & 'nav':*");
    expect(searchQuery('橙')).toBe("'橙':*");
    expect(searchQuery("' | ! & \\")).toBeNull();
  });
});

describe('the directory', () => {
  it('is found by Chinese and other words, by names and tags, and shows the contact to signed-in people only', async () => {
    expect((await room.ask('orchard', 'PUT', '/members/orchard/profile', profile)).body).toMatchObject({
      code: 'COOPERATION_URL_INVALID',
    });
    const website = 'https://orchard.example';
    expect((await room.ask('orchard', 'PUT', '/members/orchard/profile', { ...profile, website })).status).toBe(204);
    const find = async (query: string) =>
      (await room.ask(null, 'GET', `/members?${query}`)).body.items.map(({ slug }: { slug: string }) => slug);
    expect(await find(`q=${encodeURIComponent('榨汁')}`)).toEqual(['orchard', 'press']);
    expect(await find(`q=${encodeURIComponent('冷链 脐橙')}`)).toEqual(['orchard']);
    expect(await find(`q=${encodeURIComponent('橙')}`)).toEqual(['orchard']);
    expect(await find('q=cold+stor')).toEqual(['orchard']);
    expect(await find('q=university')).toEqual(['college']);
    expect(await find("q=nobody'")).toEqual([]);
    expect(await find(`tag=${encodeURIComponent('脐橙')}`)).toEqual(['orchard']);
    expect(await find('kind=government')).toEqual(['bureau']);
    expect(await find('standing=admitted')).toEqual([]);
    const first = (await room.ask(null, 'GET', '/members?perPage=3')).body;
    expect(first.items).toHaveLength(3);
    expect(await find(`perPage=3&pageToken=${first.nextPageToken}`)).toEqual(['press']);
    expect((await room.ask(null, 'GET', '/members?pageToken=x')).body.code).toBe('COOPERATION_PAGE_TOKEN_WRONG');

    const visitor = (await room.ask(null, 'GET', '/members/orchard')).body;
    expect(visitor.profile).toMatchObject({
      contact: null,
      website: 'https://orchard.example/',
      tags: ['脐橙', 'fruit'],
    });
    const guest = (await room.ask('press/clerk/viewer', 'GET', '/members/orchard')).body;
    expect(guest.profile.contact).toBe('张主任 023-1234567');
    expect((await room.ask(null, 'GET', '/members/nobody')).body.code).toBe('COOPERATION_MEMBER_UNKNOWN');
  });

  it('is changed by the own organisation only', async () => {
    const change = (as: string) => room.ask(as, 'PUT', '/members/orchard/profile', { ...profile, website: '' });
    expect((await change('press')).body).toMatchObject({ code: 'RIGHTS_REFUSED' });
    expect((await change('bureau')).status).toBe(403);
    expect((await change('orchard/clerk/viewer')).status).toBe(403);
    expect((await room.ask(null, 'PUT', '/members/orchard/profile', profile)).status).toBe(401);
    expect((await change('orchard/clerk/steward')).status).toBe(204);
    expect(room.acts.at(-1)).toMatchObject({ action: 'cooperation:change-profile', member: 'orchard' });
  });
});

describe('announcements', () => {
  const announcement = {
    audience: 'public',
    title: text('春季采购会', 'Spring fair'),
    body: text('**欢迎**参加 <script>alert(1)</script>'),
    pinned: false,
    expiresAt: null,
  };
  const publish = async (as: string, changes: object = {}) =>
    room.ask(as, 'POST', '/announcements', { ...announcement, ...changes });

  it('are listed pinned first, then the newest; those for members only to people who are signed in', async () => {
    const { id: old } = (await publish('orchard')).body;
    const { id: pinned } = (await publish('press', { pinned: true, title: text('', 'Pinned') })).body;
    const { id: inner } = (await publish('press/key1', { audience: 'members' })).body;
    const list = async (as: string | null, query = '') => (await room.ask(as, 'GET', `/announcements?${query}`)).body;
    const ids = async (as: string | null, query = '') =>
      (await list(as, query)).items.map(({ id }: { id: string }) => id);
    expect(await ids(null)).toEqual([pinned, old]);
    expect(await ids('college/x/viewer')).toEqual([pinned, inner, old]);
    expect(await ids(null, 'member=orchard')).toEqual([old]);
    expect(await ids('orchard', `q=${encodeURIComponent('采购')}`)).toEqual([inner, old]);
    const { nextPageToken } = await list('orchard', 'perPage=2');
    expect(await ids('orchard', `perPage=2&pageToken=${nextPageToken}`)).toEqual([old]);
    expect((await room.ask(null, 'GET', `/announcements/${inner}`)).body.code).toBe('COOPERATION_ANNOUNCEMENT_UNKNOWN');
    expect((await room.ask('orchard', 'GET', `/announcements/${inner}`)).status).toBe(200);
    // What was written stays as it was written.
    expect((await room.ask(null, 'GET', `/announcements/${old}`)).body.body.zh).toBe(announcement.body.zh);

    await room.store.sql`UPDATE cooperation.announcements SET expires_at = now() - interval '1 s' WHERE id = ${pinned}`;
    expect(await ids(null)).toEqual([old]);
    expect((await room.ask('orchard', 'DELETE', `/announcements/${old}`)).status).toBe(204);
    expect(await ids(null)).toEqual([]);
  });

  it('are changed and taken back by their own organisation only', async () => {
    const { id } = (await publish('orchard')).body;
    expect((await room.ask('press', 'PUT', `/announcements/${id}`, announcement)).status).toBe(403);
    expect((await room.ask('bureau', 'DELETE', `/announcements/${id}`)).status).toBe(403);
    expect((await room.ask('orchard/x/steward', 'PUT', `/announcements/${id}`, announcement)).status).toBe(403);
    expect((await room.ask('orchard/x/operator', 'PUT', `/announcements/${id}`, announcement)).status).toBe(204);
  });

  it('refuse what cannot be shown', async () => {
    expect((await publish('orchard', { title: text(' ', '') })).body.code).toBe('COOPERATION_TEXT_MISSING');
    expect((await publish('orchard', { expiresAt: '2020-01-01T00:00:00Z' })).body.code).toBe('COOPERATION_EXPIRY_PAST');
    expect((await publish('orchard', { title: text('x'.repeat(201)) })).status).toBe(400);
    expect((await publish('orchard', { title: text('a\u0000b') })).status).toBe(400);
    expect((await publish('orchard', { member: 'press' })).status).toBe(400);
  });
});

it('a guest of a founded alliance reads; a suspended organisation does nothing', async () => {
  room.world.foundedAt = new Date();
  room.world.standing.set('press', 'guest').set('college', 'suspended');
  const body = { audience: 'public', title: text('标题'), body: text('正文') };
  expect((await room.ask('press', 'POST', '/announcements', body)).body.detail).toContain(
    'may only read, look after its own people and apply',
  );
  expect((await room.ask('college', 'POST', '/announcements', body)).status).toBe(403);
  expect((await room.ask('orchard', 'POST', '/announcements', body)).status).toBe(201);
  const contactOf = async (as: string) => (await room.ask(as, 'GET', '/members/orchard')).body.profile.contact;
  expect(await contactOf('press')).not.toBeNull();
  expect(await contactOf('college')).toBeNull();
  room.world.foundedAt = null;
  room.world.standing.clear();
});
