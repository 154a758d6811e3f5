import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { type FastifyInstance, fastify } from 'fastify';
import { openVotes } from '../../alliance/votes/openVotes.ts';
import { votesRoutes } from '../../alliance/votes/routes.ts';
import { seededContracts, seededSlug } from '../../alliance/votes/seedVotes.ts';
import type { Logger } from '../../host/index.ts';
import type { Store } from '../../store/index.ts';

/** Server times of one question, in milliseconds. */
export interface ListTimes {
  path: string;
  bytes: number;
  median: number;
  p99: number;
}

const rounds = 200;
const warmUps = 20;

/** The HTTP surface of the votes over a database alone: what asks the chain says that it does not answer. */
async function openApp(store: Store, logger: Logger): Promise<FastifyInstance> {
  const away = async () => Promise.reject(new Error('there is no chain here'));
  const votes = openVotes({
    store,
    logger,
    ledger: {
      reads: { call: away, readBalance: away, readSafeBlock: away },
      contract: () => null,
      treasuryAddress: '0x',
    } as unknown as Parameters<typeof openVotes>[0]['ledger'],
    readContracts: async () => seededContracts,
    readCharter: async () => null,
  });
  const app = fastify().withTypeProvider<TypeBoxTypeProvider>();
  app.decorateRequest('principal', null);
  await app.register(votesRoutes, { votes, identify: async () => null });
  return app as unknown as FastifyInstance;
}

async function ask(app: FastifyInstance, path: string) {
  const answer = await app.inject(`/api/alliance${path}`);
  if (answer.statusCode !== 200) throw new Error(`${path}: ${answer.body}`);
  return answer;
}

/** Every question that the console asks, with the second and a late page of the long lists. */
async function questionsOf(app: FastifyInstance): Promise<string[]> {
  const tokenAfter = async (path: string, pages: number) => {
    let token = '';
    for (let page = 0; page < pages; page++) {
      const next = `${path}${path.includes('?') ? '&' : '?'}perPage=200${token && `&nextPageToken=${token}`}`;
      token = (await ask(app, next)).json().nextPageToken;
    }
    return token;
  };
  const proposals = (await ask(app, '/proposals?perPage=200')).json().items as { id: string; state: string }[];
  const { id } = proposals.find(({ state }) => state === 'executed') ?? { id: '' };
  const states = ['pending', 'active', 'defeated', 'succeeded', 'executed', 'cancelled', 'submitted', 'failed'];
  return [
    '/members?perPage=100',
    '/members?status=suspended',
    '/members?kind=research&q=number',
    `/members/${seededSlug(5)}`,
    `/members/${seededSlug(5)}/actions`,
    `/members/${seededSlug(5)}/ballots?perPage=200`,
    `/members/${seededSlug(5)}/ballots?nextPageToken=${await tokenAfter(`/members/${seededSlug(5)}/ballots`, 4)}`,
    '/proposals',
    '/proposals?perPage=200',
    `/proposals?nextPageToken=${await tokenAfter('/proposals', 4)}`,
    ...states.map((state) => `/proposals?state=${state}`),
    '/proposals?type=spend',
    '/proposals?type=free&state=defeated',
    `/proposals?member=${seededSlug(9)}`,
    `/proposals/${id}`,
    `/proposals/${id}/ballots?perPage=100`,
    `/proposals/${id}/ballots?member=${seededSlug(3)}`,
    `/proposals/${id}/comments?perPage=100`,
    '/rules',
    '/scenarios',
    '/treasury',
  ];
}

/** Asks every question again and again, and gives the server's times. */
export async function measureLists(store: Store, logger: Logger): Promise<ListTimes[]> {
  const app = await openApp(store, logger);
  const times: ListTimes[] = [];
  for (const path of await questionsOf(app)) {
    const measured: number[] = [];
    let bytes = 0;
    for (let round = 0; round < rounds + warmUps; round++) {
      const startedAt = performance.now();
      bytes = (await ask(app, path)).rawPayload.length;
      if (round >= warmUps) measured.push(performance.now() - startedAt);
    }
    measured.sort((a, b) => a - b);
    const at = (part: number) => measured[Math.floor((measured.length - 1) * part)] ?? Number.NaN;
    times.push({
      path: path.replace(/0x[0-9a-f]{64}/, ':id').replace(/Token=.*/, 'Token=…'),
      bytes,
      median: at(0.5),
      p99: at(0.99),
    });
  }
  await app.close();
  return times;
}
