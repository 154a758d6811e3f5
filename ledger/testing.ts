import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inject } from 'vitest';
import { createContext } from '../host/index.ts';
import { migrate, type Store } from '../store/index.ts';
import { createTestDatabase, type TestDatabase } from '../store/testing.ts';
import { ledgerMigrations } from './index.ts';
import { bindKey, type KeyRow } from './keys/keyRows.ts';
import { openVault } from './keys/vault.ts';
import type { OpenLedgerParameters } from './openLedger.ts';

// The index is tried on a whole platform, with nodes of its own: what such a test needs of it.
export { readBase32 } from './chainIndex/base32.ts';
export { indexChain } from './chainIndex/indexChain.ts';
export { connectIndexNode } from './chainIndex/indexNode.ts';
export {
  crossSpaceTransactions,
  emitterCode,
  openCoreSender,
  openEspaceSender,
  type Sender,
  toTestBase32,
  waitForReceipt,
} from './chainIndex/testing.ts';
export { compileSource, installedCompiler } from './chainIndex/verify/compileSource.ts';

/** Makes a database with the ledger's tables. */
export async function createLedgerDatabase(): Promise<TestDatabase> {
  const database = await createTestDatabase();
  await migrate(database.store, ledgerMigrations);
  return database;
}

/** Every private key that is in a database, in clear: what whoever has its master key could sign with. */
export async function readPrivateKeys(store: Store, masterKey: string): Promise<`0x${string}`[]> {
  const vault = openVault(masterKey);
  const rows = await store.sql<KeyRow[]>`SELECT * FROM ledger.keys WHERE kind <> 'external'`;
  return rows.map(
    (row): `0x${string}` => `0x${Buffer.from(vault.unseal(row, bindKey(row), row.name)).toString('hex')}`,
  );
}

/** What `openLedger` needs for the test run's node and a database; every call has a context of its own. */
export function ledgerParameters(
  { store }: TestDatabase,
  changes: Partial<OpenLedgerParameters> = {},
): OpenLedgerParameters {
  const signal = new AbortController().signal;
  return {
    store,
    context: createContext({ level: (process.env.LEDGER_LOG as 'debug' | undefined) ?? 'silent', signal }),
    chain: { espaceUrls: [inject('espaceUrl')], coreUrl: inject('coreUrl'), evmChainId: 7002 },
    masterKey: '5a'.repeat(32),
    origin: 'xiangyu.example/log',
    genesisKey: inject('genesisKey'),
    anchorIntervalMs: 200,
    ...changes,
  };
}

/** A JSON-RPC node on the loopback that passes everything on to a real one unless a fault says otherwise. */
export interface FaultyNode {
  url: string;
  /** Every request so far, in order. */
  requests: RpcRequest[];
  /**
   * What happens to a request: a `result` or `error` instead of the real one, 'drop' cuts the connection, 'lose' cuts it
   * after the real node got the request, `edit` changes the real result; undefined passes everything on.
   */
  fault: (request: RpcRequest) => NodeFault;
  stop(): Promise<void>;
}

type NodeFault =
  | { result?: unknown; error?: object }
  | { edit: (result: Record<string, unknown>) => unknown }
  | 'drop'
  | 'lose'
  | undefined;

interface RpcRequest {
  method: string;
  params: unknown[];
}

/** Starts a faulty node in front of `target`, by default the test run's. */
export async function startFaultyNode(target = inject('espaceUrl')): Promise<FaultyNode> {
  const node: FaultyNode = { url: '', requests: [], fault: () => undefined, stop: async () => undefined };
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const parsed: (RpcRequest & { id: number }) | (RpcRequest & { id: number })[] = JSON.parse(body);
    const answers = await Promise.all(
      [parsed].flat().map(async ({ id, method, params }) => {
        node.requests.push({ method, params });
        const fault = node.fault({ method, params });
        if (fault === 'drop') return 'drop';
        if (typeof fault === 'object' && !('edit' in fault)) return { jsonrpc: '2.0', id, ...fault };
        const headers = { 'content-type': 'application/json' };
        const real = await fetch(target, {
          method: 'POST',
          headers,
          body: JSON.stringify({ jsonrpc: '2.0', id, method, params }),
        });
        if (fault === 'lose') return 'drop';
        const answer = (await real.json()) as { result?: Record<string, unknown> };
        return typeof fault === 'object' && answer.result ? { ...answer, result: fault.edit(answer.result) } : answer;
      }),
    );
    if (answers.includes('drop')) request.socket.destroy();
    else response.end(JSON.stringify(Array.isArray(parsed) ? answers : answers[0]));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  node.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  node.stop = () =>
    new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return node;
}

/** A private key that nobody has used. */
export const randomKey = () => `0x${randomBytes(32).toString('hex')}` as const;
