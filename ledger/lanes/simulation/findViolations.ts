import type { Hex } from 'viem';
import type { Store } from '../../../store/index.ts';
import type { TransactionRequest } from '../request.ts';
import type { World } from './runSchedule.ts';
import type { SimTransaction } from './simulatedChain.ts';

interface FinalRow {
  id: string;
  tenant: string;
  signer: Hex;
  state: string;
  reason: string | null;
  nonce: string | null;
  hash: Hex | null;
  variant: string;
  last_error: string | null;
  reserved: string | null;
}

/** Which request a body is of: calls carry its number, transfers go to an account of its own. */
const isOf = ({ to, data }: TransactionRequest, sent: SimTransaction): boolean =>
  data && data !== '0x' ? sent.data.startsWith(data) && sent.to === to : sent.to === to;

/** What was promised and does not hold, once everything is over. */
export async function findViolations(world: World, store: Store, addresses: readonly Hex[]): Promise<string[]> {
  const { chain, chainId, accepted, handed, tenants, isDeep } = world;
  const violations: string[] = [];
  const rows = await store.sql<FinalRow[]>`
    SELECT id, tenant, signer, state, reason, nonce, hash, variant, last_error, reserved::text
    FROM ledger.transactions WHERE chain = ${chainId} ORDER BY id`;
  const executed = chain.blocks.flatMap(({ receipts }) => receipts);
  const byHash = new Map(executed.map((receipt) => [receipt.transaction.hash, receipt]));
  const byPlace = new Map(
    executed.map((receipt) => [`${receipt.transaction.sender}/${receipt.transaction.nonce}`, receipt]),
  );
  const rowOf = new Map(rows.map((row) => [row.id, row]));

  for (const [id, request] of accepted) {
    const row = rowOf.get(id);
    const say = (problem: string) => violations.push(`${id}: ${problem} (${JSON.stringify(row)})`);
    if (!row) {
      say('an accepted request is gone');
      continue;
    }
    const nonces = new Set(
      handed.filter((sent) => isOf(request, sent)).map(({ sender, nonce }) => `${sender}/${nonce}`),
    );
    if (nonces.size > 1) say(`sent with ${nonces.size} nonces: ${[...nonces]}`);
    const runs = executed.filter(({ transaction }) => !transaction.isForeign && isOf(request, transaction));
    if (world.cancelled.has(id) && runs.length > 0) say('executed after its owner was told that it is cancelled');
    const bodies = world.bodies.get(id) ?? [];
    for (const { transaction } of runs) {
      if (!bodies.includes(transaction.data)) say('executed with a body that its owner had taken back');
    }
    const own = row.hash ? byHash.get(row.hash) : undefined;
    if (row.state === 'confirmed') {
      if (runs.length !== 1) say(`executed ${runs.length} times`);
      if (!own?.success) say('confirmed, but its bytes were not executed with success');
    } else if (row.state === 'failed' && row.reason === 'reverted' && row.nonce !== null) {
      if (runs.length !== 1 || own?.success !== false) say('failed as reverted, but it was not');
    } else if (row.state === 'failed' && row.reason === 'reverted') {
      if (runs.length > 0) say('failed before it was sent, but executed');
      if (row.last_error !== 'broken') say('failed without its reason');
    } else if (row.state === 'failed' && row.reason === 'nonceTaken') {
      if (runs.length > 0) say('given up, but executed');
      if (!byPlace.get(`${row.signer}/${row.nonce}`)) say('given up although nobody used its nonce');
    } else if (row.state === 'cancelled') {
      if (runs.length > 0) say('cancelled, but executed');
      if (row.nonce !== null && own === undefined) say('cancelled, but its nonce is not used by the cancellation');
    } else say('not over');
  }
  for (const row of rows.filter(({ id }) => !accepted.has(id))) {
    if (row.state !== 'confirmed' && row.state !== 'failed') violations.push(`gap ${JSON.stringify(row)}`);
  }

  const lanes = await store.sql<{ signer: Hex; next_nonce: string }[]>`
    SELECT signer, next_nonce FROM ledger.lanes WHERE chain = ${chainId}`;
  for (const { signer, next_nonce } of lanes) {
    if (Number(next_nonce) > chain.account(signer).nonce) {
      violations.push(`a gap: next nonce of ${signer} is ${next_nonce}, the chain's ${chain.account(signer).nonce}`);
    }
  }
  if (addresses.length === 0) violations.push('no signers');

  const [spending] = await store.sql<{ spent: string | null }[]>`
    SELECT sum(spent_wei)::text AS spent FROM ledger.tenant_spending WHERE tenant = ${tenants[0] ?? ''}`;
  const spent = rows
    .filter(({ tenant, hash }) => tenant === tenants[0] && hash && byHash.has(hash))
    .reduce((sum, { hash }) => {
      const receipt = byHash.get(hash as Hex);
      return sum + (receipt?.fee ?? 0n) + (receipt?.success ? receipt.transaction.value : 0n);
    }, 0n);
  if (!isDeep && spent > 60_000_000n) violations.push(`spent ${spent} of 60000000`);
  if (!isDeep && BigInt(spending?.spent ?? 0) !== spent)
    violations.push(`spent ${spent}, but ${spending?.spent} is noted`);

  const events = await store.sql<{ transaction_id: string; states: string[] }[]>`
    SELECT transaction_id, array_agg(events.state ORDER BY xid, seq) AS states
    FROM ledger.transaction_events AS events JOIN ledger.transactions ON transactions.id = transaction_id
    WHERE chain = ${chainId} GROUP BY transaction_id`;
  const last = new Map(events.map(({ transaction_id, states }) => [transaction_id, states.at(-1)]));
  for (const { id, state } of rows)
    if (last.get(id) !== state) violations.push(`${id}: its last event is ${last.get(id)}`);
  return violations;
}
