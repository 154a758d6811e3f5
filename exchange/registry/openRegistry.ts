import { setTimeout as sleep } from 'node:timers/promises';
import { type PageParameters, readPageToken, toPage } from '../../alliance/index.ts';
import { holdLeadership } from '../../store/index.ts';
import { connectorErrors } from '../identity/errors.ts';
import type { PublicKeys } from '../identity/identity.ts';
import type { Wallet } from '../identity/trust.ts';
import { nameAuthority } from './authority.ts';
import { makeChallenge } from './challenge.ts';
import { checkHealth } from './checkHealth.ts';
import type { RegistryContext } from './context.ts';
import { type RegisterParameters, register } from './register.ts';
import type { Registry } from './registry.ts';
import { type ConnectorRow, type RegistryEntry, toEntries } from './standings.ts';
import { type RotateHostedParameters, rotateHosted, type SwitchOnParameters, switchOn } from './switchOn.ts';
import { tendConnectors } from './tendConnectors.ts';
import { type WithdrawParameters, withdraw } from './withdraw.ts';

/** The registry at the platform. */
export interface PlatformRegistry extends Registry {
  find(slugOrDid: string): Promise<RegistryEntry | null>;
  list(page: PageParameters): Promise<{ items: RegistryEntry[]; nextPageToken: string | null }>;
  /** What the connectors of the platform show, and what anybody may read of every connector: it is bound to its keys. */
  wallet: Wallet;
  /** Keys of a connector that the platform runs; null before it was switched on first. */
  ownKeys(slug: string): Promise<PublicKeys | null>;
  challenge(p: Parameters<typeof makeChallenge>[1]): Promise<string>;
  register(p: RegisterParameters): Promise<void>;
  withdraw(p: WithdrawParameters): Promise<void>;
  switchOn(p: SwitchOnParameters): Promise<void>;
  rotateHosted(p: RotateHostedParameters): Promise<void>;
  nameAuthority(p: Parameters<typeof nameAuthority>[1]): Promise<void>;
  /** Keeps entries and credentials in order and asks connectors whether they answer, until the signal aborts. */
  run(signal: AbortSignal): Promise<void>;
}

type Shown = Awaited<ReturnType<Wallet['read']>>;

const everyMs = 10_000;
const healthEveryMs = 60_000;
/** Entries are asked for with every message; a change shows after this at the latest. */
const keepMs = 2_000;

/** Opens the registry over the platform's tables. */
export function openRegistry(context: RegistryContext): PlatformRegistry {
  const { house, alliance } = context;
  const { sql } = house.store;
  const shown = new Map<string, { slug: string; until: number; credentials: Promise<Shown> }>();
  const kept = new Map<string, { until: number; entry: Promise<RegistryEntry | null> }>();

  async function read(slugOrDid: string): Promise<RegistryEntry | null> {
    const rows = await sql<ConnectorRow[]>`
      SELECT * FROM exchange.connectors
      WHERE slug = ${slugOrDid} OR did = ${slugOrDid}
        OR slug = (SELECT slug FROM exchange.former_dids WHERE did = ${slugOrDid}) LIMIT 1`;
    return (await toEntries(alliance, rows))[0] ?? null;
  }

  function find(slugOrDid: string): Promise<RegistryEntry | null> {
    const time = house.now().getTime();
    const known = kept.get(slugOrDid);
    if (known && known.until > time) return known.entry;
    const entry = read(slugOrDid);
    entry.catch(() => kept.delete(slugOrDid));
    if (kept.size > 1_000) kept.clear();
    kept.set(slugOrDid, { until: time + keepMs, entry });
    return entry;
  }

  async function readShown(slug: string, did: string): Promise<Shown> {
    const [row] = await sql<{ credential: string }[]>`
      SELECT credential FROM exchange.connectors WHERE slug = ${slug} AND did = ${did} AND withdrawn_at IS NULL`;
    if (!row) throw connectorErrors.credentialMissing({ slug, credential: 'connector credential' });
    const membership = await alliance.credentials.readMembership(slug);
    if (!membership) throw connectorErrors.credentialMissing({ slug, credential: 'membership' });
    return { connector: row.credential, membership };
  }

  function show(slug: string, did: string): Promise<Shown> {
    const time = house.now().getTime();
    const known = shown.get(did);
    if (known && known.slug === slug && known.until > time) return known.credentials;
    const credentials = readShown(slug, did);
    credentials.catch(() => shown.delete(did));
    if (shown.size > 1_000) shown.clear();
    shown.set(did, { slug, until: time + keepMs, credentials });
    return credentials;
  }

  /** What was kept is forgotten after a change. */
  const changing =
    <P>(change: (context: RegistryContext, p: P) => Promise<void>) =>
    async (p: P): Promise<void> => {
      await change(context, p).finally(() => {
        kept.clear();
        shown.clear();
      });
    };

  async function tend(leading: AbortSignal): Promise<void> {
    let healthAt = 0;
    while (!leading.aborted) {
      try {
        await tendConnectors(context, leading);
        if (Date.now() - healthAt >= healthEveryMs) {
          await checkHealth(context, leading);
          healthAt = Date.now();
        }
      } catch (err) {
        if (leading.aborted) return;
        house.context.logger.warn({ err }, 'the registry of connectors could not be tended; tried again soon');
      }
      await sleep(everyMs, undefined, { signal: leading }).catch(() => undefined);
    }
  }

  return {
    find,
    async list({ perPage, pageToken }) {
      const [after = ''] = readPageToken(pageToken, 1);
      const rows = await sql<ConnectorRow[]>`
        SELECT * FROM exchange.connectors WHERE slug > ${after} ORDER BY slug LIMIT ${perPage + 1}`;
      return toPage(await toEntries(alliance, rows), perPage, ({ slug }) => [slug]);
    },
    async authority() {
      const [row] = await sql<{ slug: string }[]>`SELECT slug FROM exchange.authority`;
      const entry = row ? await find(row.slug) : null;
      return entry?.state === 'active' ? entry : null;
    },
    wallet: { read: show },
    ownKeys: (slug) => context.identity.find(slug),
    challenge: (p) => makeChallenge(context, p),
    register: changing(register),
    withdraw: changing(withdraw),
    switchOn: changing(switchOn),
    rotateHosted: changing(rotateHosted),
    nameAuthority: changing(nameAuthority),
    run: (signal) =>
      holdLeadership({
        store: house.store,
        role: 'exchange.registry',
        signal,
        logger: house.context.logger,
        run: tend,
      }),
  };
}
