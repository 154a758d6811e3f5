import Fastify from 'fastify';
import { openRights, type Principal } from '../../alliance/index.ts';
import { type Cooperation, cooperationRoutes, openCooperation } from '../../cooperation/index.ts';
import type { Logger } from '../../host/index.ts';
import type { Store } from '../../store/index.ts';
import { size, slugOf } from './seed.ts';

/** How long requests of one list took at the server. */
export interface ListTimes {
  path: string;
  bytes: number;
  medianMs: number;
  p99Ms: number;
}

const rounds = 100;
/** Requests before the count begins, until the code is compiled and the tables are in memory. */
const warmUp = 20;

const person: Principal = {
  kind: 'person',
  id: 'person-0',
  name: 'Person 0',
  member: slugOf(0),
  roles: ['admin'],
  scopes: [],
  standing: 'guest',
  platform: false,
  secondFactor: true,
};

function openRoom(store: Store, logger: Logger): Cooperation {
  const members = Array.from({ length: size.members }, (_, number) => ({
    slug: slugOf(number),
    name: { zh: `成员 ${number}`, en: `Member ${number}` },
    kinds: [number % 2 === 0 ? 'enterprise' : 'research'],
    standing: 'guest' as const,
    demo: false,
  }));
  const unused = () => Promise.reject(new Error('The lists write nothing.'));
  return openCooperation({
    store,
    ledger: { appendStatement: unused, statements: { read: unused } } as never,
    rights: openRights({ isFounded: () => false }),
    recordAct: unused,
    readMembers: async () => members,
    readFoundedAt: async () => null,
    readDecision: async () => null,
    listProposals: async () => [],
    readAddresses: async () => [],
    queueMail: unused,
    webhookSecret: '00'.repeat(32),
    allowPrivateUrls: false,
    baseUrl: 'https://bench.example',
    logger,
  });
}

/** Asks every list many times, as a signed-in person; without the network. */
export async function measureLists(store: Store, logger: Logger): Promise<ListTimes[]> {
  const app = Fastify();
  app.decorateRequest('principal', null);
  app.addHook('onRequest', async (request) => {
    request.principal = person;
  });
  await app.register(cooperationRoutes, { cooperation: openRoom(store, logger), identify: async () => person });
  const ask = async (path: string) => {
    const answer = await app.inject(path.startsWith('/feeds') ? path : `/api/cooperation${path}`);
    if (answer.statusCode !== 200) throw new Error(`${path} answered ${answer.statusCode}: ${answer.body}`);
    return answer;
  };
  const [group, call, achievement] = await Promise.all([
    store.sql<
      { id: string }[]
    >`SELECT group_id AS id FROM cooperation.group_people WHERE person = ${person.id} LIMIT 1`,
    store.sql<{ id: string }[]>`SELECT id FROM cooperation.calls WHERE member = ${person.member} LIMIT 1`,
    store.sql<{ id: string }[]>`SELECT id FROM cooperation.achievements LIMIT 1`,
  ]);
  const q = encodeURIComponent('冷链 w7');
  const deep = async (path: string) => {
    const { nextPageToken } = (await ask(path)).json();
    return `${path}&pageToken=${nextPageToken}`;
  };
  const paths = [
    '/members?perPage=100',
    `/members?q=${q}`,
    `/members/${person.member}`,
    '/announcements?perPage=100',
    await deep('/announcements?perPage=100'),
    `/announcements?q=${q}`,
    '/groups?perPage=100',
    '/groups?mine=true',
    `/groups/${group[0]?.id}/people?perPage=100`,
    '/calls?perPage=100',
    '/calls?state=closed',
    `/calls/${call[0]?.id}/applications?perPage=100`,
    '/achievements?perPage=100',
    '/achievements?kind=output&state=disputed',
    `/achievements?q=${q}`,
    `/achievements/${achievement[0]?.id}`,
    '/goals',
    '/feeds/all.atom',
  ];
  const times: ListTimes[] = [];
  for (const path of paths) {
    const taken: number[] = [];
    let bytes = 0;
    for (let round = 0; round < warmUp; round += 1) await ask(path);
    for (let round = 0; round < rounds; round += 1) {
      const startedAt = performance.now();
      bytes = (await ask(path)).rawPayload.length;
      taken.push(performance.now() - startedAt);
    }
    taken.sort((a, b) => a - b);
    const at = (share: number) => taken[Math.min(rounds - 1, Math.floor(rounds * share))] ?? Number.NaN;
    times.push({ path: decodeURIComponent(path).slice(0, 60), bytes, medianMs: at(0.5), p99Ms: at(0.99) });
  }
  await app.close();
  return times;
}
