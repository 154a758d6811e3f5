import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actionOf, describeRights, entryOf, type Principal } from '../../alliance/index.ts';
import { startAccountServer } from '../accounts/startAccountServer.ts';
import type { TestServer } from '../testing.ts';
import { addPerson, assembleCast, identify, type Player } from './cast.ts';
import { addressOf, forEachAtOnce, mayCall, splitRoutes } from './walk.ts';
import { writeRightsPage } from './writePage.ts';

let server: TestServer;
let players: Player[];
beforeAll(async () => {
  server = await startAccountServer();
  players = await assembleCast(server);
});
afterAll(() => server?.stop());

describe('every route', () => {
  it('answers everybody as docs/rights.md says', { timeout: 60_000 }, async () => {
    const { guarded, open } = splitRoutes(server.routes);
    const principals = await Promise.all(players.map((player) => identify(server, player)));
    const rows = guarded.map((route) => {
      const action = actionOf(route.access) ?? 'platform:administer';
      const decide = (principal: Principal | null) => server.alliance.rights.decide({ principal, action }).allowed;
      return { route, allowed: principals.map(decide) };
    });
    // Over HTTP each route answers the visitor and four others, who take turns, so that all of them try many routes.
    const tries = rows.flatMap(({ route, allowed }, row) =>
      [0, ...[1, 2, 3, 4].map((turn) => 1 + ((row * 4 + turn) % (players.length - 1)))].map((at) => ({
        route,
        allowed,
        at,
      })),
    );
    await forEachAtOnce(tries, 6, async ({ route, allowed, at }) => {
      const player = players[at];
      if (!player) throw new Error('There is no such player.');
      const answered = await mayCall(server, route, player);
      expect(answered, `${player.name}: ${route.method} ${route.path}`).toBe(allowed[at]);
    });
    const column = (name: string) => {
      const at = players.findIndex((player) => player.name === name);
      return rows.filter(({ allowed }) => allowed[at]).map(({ route }) => route);
    };
    for (const nobody of ['visitor', 'suspended', 'suspended key', 'expired key', 'revoked key']) {
      expect(column(nobody), nobody).toEqual([]);
    }
    const still = ['session:use', 'account:read', 'account:change', 'organisation:read', 'alliance:apply'];
    for (const { access, path } of column('left')) expect(still, path).toContain(access);
    const groupOf = (access: (typeof guarded)[number]['access']) => {
      const action = actionOf(access);
      return action && entryOf(action).group;
    };
    for (const { access, path } of column('guest')) expect(['reading', 'joining'], path).toContain(groupOf(access));
    for (const { access, path } of column('viewer')) expect(groupOf(access), path).not.toBe('operating');
    for (const { access } of column('no second factor')) expect(access).toMatch(/^(account:|session:)/);
    for (const role of ['admin', 'operator', 'developer', 'steward', 'auditor', 'viewer']) {
      // Of the platform's own business an admitted organisation shares one thing: it invites others.
      const operating = column(role).filter(({ access }) => groupOf(access) === 'operating');
      expect(operating.filter(({ access }) => access !== 'organisations:invite')).toEqual([]);
    }
    const page = writeRightsPage({
      description: describeRights(),
      players: players.map(({ name }) => name),
      rows,
      open,
    });
    await expect(page).toMatchFileSnapshot('../../docs/rights.md');
  });

  it('refuses what another site sends with the cookie', async () => {
    const cookie = await addPerson(server, 'acme', ['admin', 'operator', 'developer', 'steward']);
    const { guarded, open } = splitRoutes(server.routes);
    const unsafe = [...guarded, ...open].filter(({ method }) => method !== 'GET');
    await forEachAtOnce(unsafe, 6, async (route) => {
      const headers = { origin: 'https://evil.example', 'content-type': 'application/json' };
      const answer = await server.ask(addressOf(route), { method: route.method, cookie, headers, body: '{}' });
      const { code } = (await answer.json()) as { code: string };
      // The Dataspace Protocol looks at tokens, never at cookies, and answers whatever it refuses as an unknown address.
      const refusal = /^\/dsp\/:participant\/2025-1\//.test(route.path) ? 'DSP_NOT_FOUND' : 'ALLIANCE_CROSS_ORIGIN';
      expect({ route: `${route.method} ${route.path}`, code }).toMatchObject({ code: refusal });
    });
  });
});
