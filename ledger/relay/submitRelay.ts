import type { Hex } from '../../proof/index.ts';
import type { Store, Tx } from '../../store/index.ts';
import type { ChainClient } from '../chain/chainClient.ts';
import { highestPrice } from '../chain/fees.ts';
import { submitTransaction } from '../lanes/submitTransaction.ts';
import { relayErrors } from './errors.ts';
import {
  checkRequest,
  digestRequest,
  encodeExecute,
  type ForwardRequest,
  forwarderDomain,
  gasOfExecute,
} from './forwardRequest.ts';
import { checkTrust, readForwarderNonce, simulate } from './readForwarder.ts';

/** What submitting a call works with. */
export interface RelayContext {
  store: Store;
  client: ChainClient;
  /** The chain's key, see `ConnectedChain.id`. */
  chain: string;
  evmChainId: number;
  treasury: Hex;
  forwarder: Hex;
}

export interface SubmitRelayParameters {
  /** For whom the treasury pays. */
  tenant: string;
  request: ForwardRequest;
  /** 65 bytes of the account `request.from`. */
  signature: Hex;
}

export interface SubmitRelayReturnType {
  id: string;
  transactionId: string;
  /** False when the same request was submitted before. */
  created: boolean;
}

/** 10 CFX in 24 hours, where the operator set nothing else. */
const defaultCapWei = 10n * 10n ** 18n;

/**
 * Carries a signed call to the chain: checks it as the forwarder will, tries it out, and queues its transaction, which the
 * treasury pays. The same request again gives the same transaction.
 * @throws RELAY_REQUEST_INVALID, RELAY_SIGNATURE_WRONG, RELAY_NONCE_WRONG, RELAY_BUSY (retryable), RELAY_TARGET_UNTRUSTING,
 * RELAY_WOULD_REVERT, RELAY_CAP_REACHED, LEDGER_NODE_UNAVAILABLE (retryable)
 */
export async function submitRelay(
  context: RelayContext,
  parameters: SubmitRelayParameters,
): Promise<SubmitRelayReturnType> {
  const { store, client, evmChainId, treasury, forwarder } = context;
  const { signature } = parameters;
  const request = {
    ...parameters.request,
    from: parameters.request.from.toLowerCase() as Hex,
    to: parameters.request.to.toLowerCase() as Hex,
  };
  const domain = forwarderDomain(evmChainId, forwarder);
  await checkRequest(domain, request, signature);
  const digest = digestRequest(domain, request);
  const known = await readKnown(store.sql, context, { digest, tenant: parameters.tenant });
  if (known) return known;

  const expected = await readForwarderNonce(client, forwarder, request.from);
  if (expected !== BigInt(request.nonce)) {
    throw relayErrors.nonceWrong({ nonce: request.nonce, from: request.from, expected: expected.toString() });
  }
  await checkTrust(client, forwarder, request.to);
  const data = encodeExecute(request, signature);
  const gas = gasOfExecute(request, data);
  await simulate(client, { from: treasury, to: forwarder, data, gas });
  const costWei = gas * highestPrice(await client.readFees());
  const { tenant } = parameters;
  return store.transaction((tx) => queue(tx, context, { tenant, request, digest, data, gas, costWei }));
}

async function readKnown(
  sql: Store['sql'] | Tx,
  { chain }: RelayContext,
  { digest, tenant }: { digest: Hex; tenant: string },
): Promise<SubmitRelayReturnType | null> {
  const [row] = await sql<{ id: string; transaction_id: string }[]>`
    SELECT id, transaction_id FROM ledger.relays
    WHERE chain = ${chain} AND digest = ${digest} AND tenant = ${tenant}`;
  return row ? { id: row.id, transactionId: row.transaction_id, created: false } : null;
}

interface QueuedRelay {
  tenant: string;
  request: ForwardRequest;
  digest: Hex;
  data: Hex;
  gas: bigint;
  costWei: bigint;
}

async function queue(tx: Tx, context: RelayContext, relay: QueuedRelay): Promise<SubmitRelayReturnType> {
  const { chain, treasury, forwarder } = context;
  const { tenant, request, digest, data, gas, costWei } = relay;
  const { from, to, nonce } = request;
  // In this order always, so that two of them never wait for each other.
  await tx`SELECT pg_advisory_xact_lock(hashtextextended(${`relay:tenant:${tenant}`}, 0))`;
  await tx`SELECT pg_advisory_xact_lock(hashtextextended(${`relay:from:${chain}:${from}`}, 0))`;
  const known = await readKnown(tx, context, relay);
  if (known) return known;
  await checkIdle(tx, chain, from);
  await checkCap(tx, tenant, costWei);
  const { transactionId } = await submitTransaction(tx, {
    chain,
    tenant,
    idempotencyKey: `relay:${digest}`,
    signer: treasury,
    to: forwarder,
    data,
    gas,
  });
  const [row] = await tx<{ id: string }[]>`
    INSERT INTO ledger.relays (chain, tenant, from_address, to_address, nonce, digest, cost_wei, transaction_id)
    VALUES (${chain}, ${tenant}, ${from}, ${to}, ${nonce}, ${digest}, ${costWei.toString()}, ${transactionId})
    RETURNING id`;
  return { id: row?.id ?? '', transactionId, created: true };
}

/** The forwarder counts an account's calls, so that the next one is good only after this one. @throws RELAY_BUSY */
async function checkIdle(tx: Tx, chain: string, from: Hex): Promise<void> {
  const open = await tx`
    SELECT FROM ledger.relays JOIN ledger.transactions ON transactions.id = transaction_id
    WHERE relays.chain = ${chain} AND from_address = ${from}
      AND state NOT IN ('executed', 'confirmed', 'failed', 'cancelled')
    LIMIT 1`;
  if (open.length > 0) throw relayErrors.busy({ from });
}

/** @throws RELAY_CAP_REACHED */
async function checkCap(tx: Tx, tenant: string, costWei: bigint): Promise<void> {
  const [row] = await tx<{ cap: string | null; spent: string }[]>`
    SELECT (SELECT cap_wei FROM ledger.relay_caps WHERE tenant = ${tenant})::text AS cap,
      (SELECT coalesce(sum(cost_wei), 0) FROM ledger.relays
       WHERE tenant = ${tenant} AND created_at > now() - interval '24 hours')::text AS spent`;
  const cap = row?.cap == null ? defaultCapWei : BigInt(row.cap);
  const wanted = BigInt(row?.spent ?? 0) + costWei;
  if (wanted > cap) throw relayErrors.capReached({ tenant, wanted: wanted.toString(), cap: cap.toString() });
}
