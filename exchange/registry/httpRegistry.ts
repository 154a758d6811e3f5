import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { connectorErrors } from '../identity/errors.ts';
import { AnswerError, createReader, type RemoteParameters } from '../identity/remote.ts';
import type { Wallet } from '../identity/trust.ts';
import type { ConnectorEntry, Registry } from './registry.ts';

/** Entries and credentials count on for this long when the platform does not answer. */
const graceMs = 120_000;

const entries = Compile(
  Type.Object({
    slug: Type.String(),
    name: Type.Object({ zh: Type.String(), en: Type.String() }),
    did: Type.String(),
    address: Type.String(),
    encryptionKey: Type.Object({ kty: Type.String() }),
    chainAddress: Type.String(),
    state: Type.String(),
    registeredAt: Type.String(),
  }),
);
const wallets = Compile(Type.Object({ connector: Type.String(), membership: Type.String() }));

const read = (value: unknown): ConnectorEntry => {
  if (!entries.Check(value)) throw new Error('it did not answer an entry.');
  return value as unknown as ConnectorEntry;
};

/** The registry for a connector that runs on its own machine: the platform's, asked over HTTP and kept for moments. */
export function httpRegistry(parameters: RemoteParameters): Registry & { wallet: Wallet } {
  const { platformUrl, now } = parameters;
  const reader = createReader(parameters);
  const last = new Map<string, { at: number; value: unknown }>();

  /** JSON below /api/exchange; what was read last counts on for a while. @throws CONNECTOR_REGISTRY_UNREACHABLE (retryable) */
  async function ask(path: string): Promise<unknown> {
    const time = now().getTime();
    try {
      const value: unknown = JSON.parse(
        await reader(new URL(`/api/exchange/${path}`, platformUrl).href, 'application/json'),
      );
      if (last.size > 1_000) last.clear();
      last.set(path, { at: time, value });
      return value;
    } catch (cause) {
      const kept = last.get(path);
      const isRefused = cause instanceof AnswerError && cause.status < 500;
      if (kept && !isRefused && time - kept.at < graceMs) return kept.value;
      const problem = cause instanceof Error ? cause.message : String(cause);
      throw connectorErrors.registryUnreachable({ problem }, { cause });
    }
  }

  return {
    async find(slugOrDid) {
      // The search answers an empty list for an unknown one, where 404 could also mean a wrong address.
      const { items } = (await ask(`connectors?id=${encodeURIComponent(slugOrDid)}`)) as { items: unknown[] };
      return items[0] === undefined ? null : read(items[0]);
    },
    async list({ perPage, pageToken }) {
      const query = new URLSearchParams({ perPage: String(perPage), ...(pageToken ? { pageToken } : {}) });
      const page = (await ask(`connectors?${query}`)) as { items: unknown[]; nextPageToken: string | null };
      return { items: page.items.map(read), nextPageToken: page.nextPageToken };
    },
    async authority() {
      const { authority } = (await ask('authority')) as { authority: unknown };
      return authority === null ? null : read(authority);
    },
    wallet: {
      async read(slug, did) {
        const missing = (cause?: unknown) =>
          connectorErrors.credentialMissing({ slug, credential: 'credential that counts' }, { cause });
        const path = `connectors/${slug}/credentials?did=${encodeURIComponent(did)}`;
        const value = await ask(path).catch((error: unknown) => {
          const { cause } = error as Error;
          throw cause instanceof AnswerError && cause.status < 500 ? missing(error) : error;
        });
        if (!wallets.Check(value)) throw missing();
        return value;
      },
    },
  };
}
