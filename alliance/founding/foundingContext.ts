import type { Hex } from 'viem';
import type { Logger } from '../../host/index.ts';
import type { Ledger } from '../../ledger/index.ts';
import type { Sql, Store, Tx } from '../../store/index.ts';
import type { Acts } from '../acts/openActs.ts';
import type { AllianceContracts } from '../chain/proposals.ts';
import type { Charter } from './charter.ts';

/** What the parts of the founding work with. */
export interface FoundingContext {
  store: Store;
  ledger: Pick<Ledger, 'contract' | 'handOverLog' | 'readLogState' | 'reads' | 'transactions' | 'treasuryAddress'>;
  acts: Pick<Acts, 'recordAct'>;
  logger: Logger;
}

/** The channel that tells the background role of a founding that there is something to do. */
export const foundingChannel = 'alliance_founding';

export interface FoundingRow {
  id: string;
  charter: string;
  charter_hash: Hex;
  step: 'deploying' | 'signing' | 'founded';
  governor: Hex | null;
  registry: Hex | null;
  record: Hex | null;
  deploy_transaction: string | null;
  attempts: number;
  problem: string | null;
  started_at: Date;
  founded_at: Date | null;
  log_offered_at: Date | null;
}

export interface FounderRow {
  founding: string;
  position: number;
  slug: string;
  member_id: Hex;
  key: Hex;
  signature: Hex | null;
  signed_at: Date | null;
  enrol_transaction: string | null;
  attempts: number;
  problem: string | null;
  problem_zh: string | null;
  enrolled_at: Date | null;
}

/** The founding that counts here: the one under way, or the one that is done; null before the first. */
export async function readFounding(sql: Sql | Tx): Promise<FoundingRow | null> {
  const [row] = await sql<FoundingRow[]>`SELECT * FROM alliance.founding WHERE step <> 'abandoned'`;
  return row ?? null;
}

/** The founders in the order of the charter. */
export async function readFounders(sql: Sql | Tx, founding: string): Promise<FounderRow[]> {
  return sql<FounderRow[]>`SELECT * FROM alliance.founder WHERE founding = ${founding} ORDER BY position`;
}

/** The charter of a founding. */
export const charterOf = ({ charter }: Pick<FoundingRow, 'charter'>): Charter => JSON.parse(charter) as Charter;

/** The contracts of a founding; null while they are being deployed. */
export function contractsOf(
  row: Pick<FoundingRow, 'governor' | 'registry' | 'record'> | null,
): AllianceContracts | null {
  const { governor, registry, record } = row ?? {};
  return governor && registry && record ? { governor, registry, record } : null;
}
