import type { Principal } from '../../alliance/index.ts';
import type { Logger } from '../../host/index.ts';
import type { Store } from '../../store/index.ts';
import { type PlausibleYield, readLimits } from '../balance/limits.ts';
import { type BalanceRow, type ReadBalanceParameters, readBalance } from '../balance/readBalance.ts';
import { type BalanceSeal, readSeal } from '../balance/readSeal.ts';
import type { EvidenceLog } from '../evidence.ts';
import type { TraceNetwork } from '../network.ts';
import { toThingKey } from '../things.ts';
import { decideFinding } from './decideFinding.ts';
import { examineNext } from './examineQueue.ts';
import {
  countFindings,
  type FindFindingsParameters,
  type FindingDecision,
  findFindings,
  readFinding,
} from './findFindings.ts';
import type { DetectorName, Finding, FindingState } from './finding.ts';
import { type ToInspectorParameters, toInspector } from './inspector.ts';
import { makeCase } from './makeCase.ts';
import { type ColdChain, readColdChain } from './readColdChain.ts';
import { runExamination } from './runExamination.ts';

const lotLink = (gtin: string, lot: string) =>
  toThingKey(`https://id.gs1.org/01/${gtin}/10/${encodeURIComponent(lot)}`);

type Caller = { principal: Principal };

/** What was found doubtful, and what was decided about it. */
export interface Findings {
  find(
    parameters: Omit<FindFindingsParameters, 'inspector'> & Caller,
  ): Promise<{ findings: Finding[]; nextPageToken: string | null }>;
  count(caller: Caller): Promise<{ detector: DetectorName; state: FindingState; count: number }[]>;
  /** @throws FINDING_UNKNOWN */
  read(parameters: { id: string } & Caller): Promise<Finding & { decisions: FindingDecision[]; mayDecide: boolean }>;
  /** See `decideFinding`. */
  decide(
    parameters: { id: string; state: 'confirmed' | 'dismissed' | 'open'; note: string } & Caller,
  ): Promise<Finding & { decisions: FindingDecision[]; mayDecide: boolean }>;
  /** See `makeCase`. @throws FINDING_UNKNOWN */
  makeCase(parameters: { id: string } & Caller): Promise<Buffer>;
  /** Operators see their own balance; authorities and certifiers anybody's. */
  readBalance(parameters: ReadBalanceParameters & Caller): Promise<{ rows: BalanceRow[]; yields: PlausibleYield[] }>;
  readSeal(gtin: string, lot: string): Promise<BalanceSeal>;
  readColdChain(gtin: string, lot: string): Promise<ColdChain>;
  /** Examines everything that waits, now. */
  examineAll(): Promise<number>;
  /** Examines what is captured, in the background, until the signal aborts. */
  run(signal: AbortSignal): Promise<void>;
}

export interface OpenFindingsParameters {
  store: Store;
  ledger: EvidenceLog;
  logger: Logger;
  network: TraceNetwork | null;
  oversees: ToInspectorParameters['oversees'];
  /** Hashes of the events in the history of a thing, and what it was made of. */
  readOrigin(epc: string): Promise<{ events: string[]; things: string[] }>;
}

/** Opens the findings over their tables. */
export function openFindings(house: OpenFindingsParameters): Findings {
  const { store, network } = house;
  const inspect = (principal: Principal) => toInspector(house, principal);
  const read: Findings['read'] = async ({ id, principal }) =>
    readFinding(store.sql, { id, inspector: await inspect(principal) });
  return {
    find: async ({ principal, ...rest }) => findFindings(store.sql, { ...rest, inspector: await inspect(principal) }),
    count: async ({ principal }) => countFindings(store.sql, await inspect(principal)),
    read,
    async decide({ id, state, note, principal }) {
      await decideFinding(house, { id, inspector: await inspect(principal), principal, state, note });
      return read({ id, principal });
    },
    makeCase: async (parameters) => makeCase(house, await read(parameters), await inspect(parameters.principal)),
    async readBalance({ principal, ...wanted }) {
      const { member, all, certifies } = await inspect(principal);
      const rows = await readBalance(store.sql, all || certifies ? wanted : { ...wanted, operator: member });
      return { rows, yields: (await readLimits(store.sql)).yields };
    },
    async readSeal(gtin, lot) {
      const key = lotLink(gtin, lot);
      return readSeal(store.sql, { lot: key, ...(await house.readOrigin(key)) });
    },
    readColdChain: (gtin, lot) => {
      const readHistory = async (epc: string) => (await house.readOrigin(epc)).events;
      return readColdChain({ store, readHistory }, lotLink(gtin, lot));
    },
    async examineAll() {
      let all = 0;
      for (let some = await examineNext(store, network); some !== null; some = await examineNext(store, network)) {
        all += some;
      }
      return all;
    },
    run: (signal) => runExamination(house, signal),
  };
}
