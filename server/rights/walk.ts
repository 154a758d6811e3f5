import type { GuardedRoute } from '../access.ts';
import type { TestServer } from '../testing.ts';
import type { Player } from './cast.ts';

const walked = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']);

/** The routes that need a right, and how many are open to everybody. */
export function splitRoutes(routes: readonly GuardedRoute[]): { guarded: GuardedRoute[]; open: GuardedRoute[] } {
  const known = new Map(
    routes.filter(({ method }) => walked.has(method)).map((route) => [`${route.method} ${route.path}`, route]),
  );
  const sorted = [...known.values()].sort((a, b) =>
    a.path === b.path ? a.method.localeCompare(b.method) : a.path.localeCompare(b.path),
  );
  return {
    guarded: sorted.filter(({ access }) => access !== 'public'),
    open: sorted.filter(({ access }) => access === 'public'),
  };
}

/** An address of a route with things that do not exist. */
export function addressOf({ path }: GuardedRoute): string {
  return path.replace(/:\w+/g, 'none').replace('*', 'none');
}

/**
 * Whether the server lets somebody call a route. A body of a kind that nobody takes keeps what is allowed from doing
 * anything: the right is looked at before the body.
 */
export async function mayCall(server: TestServer, route: GuardedRoute, { caller }: Player): Promise<boolean> {
  const { method } = route;
  const body = method === 'GET' ? {} : { body: 'x', headers: { 'content-type': 'application/x-nothing' } };
  const answer = await server.ask(addressOf(route), { method, ...caller, ...body });
  if (answer.status !== 401 && answer.status !== 403) {
    await answer.body?.cancel();
    return true;
  }
  const { code } = (await answer.json()) as { code: string };
  return !code.startsWith('RIGHTS_');
}

/** Does something for each item, a few at a time. */
export async function forEachAtOnce<Item>(items: readonly Item[], most: number, act: (item: Item) => Promise<void>) {
  const waiting = [...items];
  const work = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await act(item);
  };
  await Promise.all(Array.from({ length: most }, work));
}
