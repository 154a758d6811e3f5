import type { Hex } from '../../proof/index.ts';
import type { Store } from '../../store/index.ts';
import type { TransactionStatus } from '../ledgerTypes.ts';
import { relayErrors } from './errors.ts';

/** How far a relayed call has come. */
export interface RelayState {
  id: string;
  from: Hex;
  to: Hex;
  nonce: string;
  transactionId: string;
  transactionHash: Hex | null;
  state: TransactionStatus;
  /** Whether the call itself succeeded; null until it is executed. */
  success: boolean | null;
  createdAt: string;
}

interface Row {
  id: string;
  from_address: Hex;
  to_address: Hex;
  nonce: string;
  transaction_id: string;
  hash: Hex | null;
  state: TransactionStatus;
  success: boolean | null;
  created_at: Date;
}

/** Reads a tenant's relayed call. @throws RELAY_UNKNOWN */
export async function readRelay({ sql }: Store, { tenant, id }: { tenant: string; id: string }): Promise<RelayState> {
  const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);
  const [row] = isId
    ? await sql<Row[]>`
        SELECT relays.id, from_address, relays.to_address, relays.nonce, transaction_id, hash, state, success,
          relays.created_at
        FROM ledger.relays JOIN ledger.transactions ON transactions.id = transaction_id
        WHERE relays.id = ${id} AND relays.tenant = ${tenant}`
    : [];
  if (!row) throw relayErrors.unknown({ tenant, id });
  return {
    id: row.id,
    from: row.from_address,
    to: row.to_address,
    nonce: row.nonce,
    transactionId: row.transaction_id,
    transactionHash: row.hash,
    state: row.state,
    success: row.success,
    createdAt: row.created_at.toISOString(),
  };
}
