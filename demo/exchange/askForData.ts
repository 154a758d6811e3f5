import { setTimeout as sleep } from 'node:timers/promises';
import { type AskOutcome, asks, type DemoAsk, matters } from './asks.ts';
import { type DatasetKey, datasets } from './datasets.ts';
import { departments } from './departments.ts';
import { actors, type ExchangeDemoParts, readAll } from './parts.ts';

type Ids = Record<DatasetKey, string>;

const dayMs = 86_400_000;
const pollMs = 250;
const perDay = 1_000;
const longestDays = 366;

const slugOf = (key: DatasetKey) => departments[datasets[key].department].slug;

/** Enters the matters of those who ask, and the standing rules of those who give. */
async function prepare({ exchange }: ExchangeDemoParts, ids: Ids): Promise<void> {
  const { applications } = exchange;
  for (const { department, code, name, legalBasis, needs } of matters) {
    const { slug } = departments[department];
    const known = await readAll((page) => applications.listMatters(slug, page));
    if (known.some((one) => one.code === code)) continue;
    const all = needs.map(({ dataset, items }) => ({ provider: slugOf(dataset), dataset: ids[dataset], items }));
    await applications.saveMatter(slug, actors.steward, { code, name, legalBasis, needs: all });
  }
  for (const { matter, dataset, items, ways, standing } of asks) {
    if (!standing) continue;
    const provider = slugOf(dataset);
    const rules = await readAll((page) => applications.listRules(provider, page));
    if (rules.some((one) => one.matter === matter.code && one.dataset === ids[dataset])) continue;
    const consumer = departments[matter.department].slug;
    const rule = {
      matter: matter.code,
      consumer,
      dataset: ids[dataset],
      items,
      ways,
      perDay,
      longestDays,
      until: null,
    };
    await applications.saveRule(provider, actors.reviewer, rule);
  }
}

/** Waits for what other roles do in the background; null means not yet. */
async function waitFor<Value>(signal: AbortSignal, look: () => Promise<Value | null>): Promise<Value> {
  for (;;) {
    const found = await look();
    if (found !== null) return found;
    await sleep(pollMs, undefined, { signal });
  }
}

async function applyFor({ exchange, now }: ExchangeDemoParts, ids: Ids, ask: DemoAsk): Promise<string> {
  const { matter, dataset, items, ways, reason, key } = ask;
  const { slug, name } = departments[matter.department];
  const { id } = await exchange.applications.apply({
    participant: slug,
    actor: actors.handler,
    provider: slugOf(dataset),
    dataset: ids[dataset],
    key,
    form: {
      matter: matter.code,
      legalBasis: matter.legalBasis,
      caseSystem: '示范办件系统',
      items,
      ways,
      frequency: { times: 500, period: 'P1D' },
      maxCount: 50_000,
      from: now.toISOString(),
      to: new Date(now.getTime() + 180 * dayMs).toISOString(),
      reason,
      applicant: { name: actors.handler.name, office: name.zh, phone: '0731-00000000' },
      emergency: null,
    },
  });
  return id;
}

async function refuse({ exchange, signal }: ExchangeDemoParts, ask: DemoAsk, id: string): Promise<void> {
  const { applications } = exchange;
  const provider = slugOf(ask.dataset);
  const found = await waitFor(signal, async () => {
    const page = await applications.list({ participant: provider, role: 'provider', perPage: 100 });
    return page.items.find((one) => one.id === id) ?? null;
  });
  if (found.state !== 'inReview') return;
  const text = '住址属敏感信息，与补贴核验无关；寄送通知可由申请人自行填写地址。';
  await applications.refuse({ participant: provider, actor: actors.reviewer, id, ground: 'sensitive', text });
}

/** An application that has come to its end, with its agreement where it was granted. */
export interface DemoApplication {
  ask: DemoAsk;
  /** Slug of who asked. */
  consumer: string;
  agreement: string | null;
}

const isOver: Record<AskOutcome, (state: string) => boolean> = {
  granted: (state) => state === 'granted',
  refused: (state) => state === 'refused',
  waits: () => true,
};

/**
 * Makes the applications, each once: those under a standing rule or for open data are granted by themselves, one is refused with
 * its ground, one is left in the inbox. Waits until the grants are on the chain.
 */
export async function askForData(parts: ExchangeDemoParts, ids: Ids): Promise<DemoApplication[]> {
  const { exchange, signal } = parts;
  await prepare(parts, ids);
  const made = await Promise.all(asks.map(async (ask) => ({ ask, id: await applyFor(parts, ids, ask) })));
  return Promise.all(
    made.map(async ({ ask, id }) => {
      const consumer = departments[ask.matter.department].slug;
      if (ask.outcome === 'refused') await refuse(parts, ask, id);
      const application = await waitFor(signal, async () => {
        const now = await exchange.applications.read(consumer, id);
        const ended = ['refused', 'withdrawn'].includes(now.state);
        return isOver[ask.outcome](now.state) || ended ? now : null;
      });
      return { ask, consumer, agreement: application.agreement };
    }),
  );
}
