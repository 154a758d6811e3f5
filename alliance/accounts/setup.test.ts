import { expect, it } from 'vitest';
import { openTestAlliance } from '../testing.ts';

it('lets a setup link work for a day', async () => {
  const { alliance, store, close } = await openTestAlliance();
  const token = (await alliance.createSetupToken()) ?? '';
  const setup = { token, name: 'Wang Fang', email: 'fang@example.org', password: 'nine green kiwifruits' };
  await store.sql`update alliance.setup_token set created_at = now() - interval '25 hours'`;
  await expect(alliance.completeSetup(setup)).rejects.toMatchObject({ code: 'ALLIANCE_SETUP_TOKEN_WRONG' });
  await store.sql`update alliance.setup_token set created_at = now() - interval '23 hours'`;
  await alliance.completeSetup(setup);
  const acts = await store.sql`select action, actor_kind from alliance.act`;
  expect(acts).toEqual([{ action: 'platform:administer', actor_kind: 'platform' }]);
  await close();
});
