import { decodeEventLog, type Hex } from 'viem';
import { dataGrantsAbi } from '../../contracts/generated/DataGrants.ts';
import type { ChainLog } from '../../ledger/index.ts';
import { readTerms } from './lookUp.ts';
import type { ChainTerms } from './terms.ts';
import type { CallKind } from './typedData.ts';

/** An event of the contract. */
export interface GrantEvent {
  blockNumber: number;
  logIndex: number;
  blockHash: Hex;
  transaction: Hex;
  grant: Hex;
  kind: CallKind;
  /** Chain key of who signed. */
  by: Hex;
  /** 0 of an issuance. */
  sequence: number;
  reason: Hex | null;
  /** Of an issuance. */
  terms: ChainTerms | null;
}

const kinds = {
  GrantIssued: 'issue',
  GrantSuspended: 'suspend',
  GrantResumed: 'resume',
  GrantRevoked: 'revoke',
  GrantRenounced: 'renounce',
} as const;

/** Reads a log of the contract; null for one that is none of its grants' events. */
export function readEvent(log: ChainLog): GrantEvent | null {
  const decoded = decodeEventLog({
    abi: dataGrantsAbi,
    data: log.data,
    topics: log.topics as [Hex, ...Hex[]],
    strict: true,
  });
  const { blockNumber, logIndex, blockHash, transactionHash: transaction } = log;
  const place = { blockNumber, logIndex, blockHash, transaction };
  if (decoded.eventName === 'EIP712DomainChanged') return null;
  const { grant } = decoded.args;
  const kind = kinds[decoded.eventName];
  if (decoded.eventName === 'GrantIssued') {
    const terms = readTerms(decoded.args.terms);
    return { ...place, grant, kind, by: terms.provider, sequence: 0, reason: null, terms };
  }
  const { by, sequence, reason } = decoded.args;
  return { ...place, grant, kind, by: by.toLowerCase() as Hex, sequence: Number(sequence), reason, terms: null };
}
