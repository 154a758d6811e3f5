import { type Abi, decodeFunctionResult, encodeFunctionData, type Hex } from 'viem';
import { allianceGovernorAbi } from '../../contracts/generated/AllianceGovernor.ts';
import { evidenceLogAbi } from '../../contracts/generated/EvidenceLog.ts';
import { memberRegistryAbi } from '../../contracts/generated/MemberRegistry.ts';
import { memberKinds } from '../chain/members.ts';
import type { AllianceContracts } from '../chain/proposals.ts';
import type { Charter } from './charter.ts';
import {
  charterOf,
  contractsOf,
  type FounderRow,
  type FoundingContext,
  readFounders,
  readFounding,
} from './foundingContext.ts';
import type { AllianceView } from './schemas.ts';

type Rules = NonNullable<AllianceView['rules']>;

async function ask({ ledger }: FoundingContext, to: Hex, abi: Abi, functionName: string): Promise<unknown> {
  const data = await ledger.reads.call(to, encodeFunctionData({ abi, functionName }));
  return decodeFunctionResult({ abi, functionName, data });
}

const nameWeights = (weights: readonly number[]): Rules['kindWeights'] =>
  Object.fromEntries(memberKinds.map((kind, index) => [kind, weights[index] ?? 0])) as Rules['kindWeights'];

/** The rules as the chain has them now. @throws LEDGER_NODE_UNAVAILABLE */
async function readRules(context: FoundingContext, { governor, registry }: AllianceContracts): Promise<Rules> {
  const names = ['votingDelay', 'votingPeriod', 'quorumNumerator', 'passPercent', 'proposalThreshold'];
  const [values, weights] = await Promise.all([
    Promise.all(names.map((name) => ask(context, governor, allianceGovernorAbi as Abi, name).then(Number))),
    ask(context, registry, memberRegistryAbi as Abi, 'kindWeights'),
  ]);
  const [delay = 0, period = 0, quorum = 0, pass = 0, threshold = 0] = values;
  return {
    votingDelaySeconds: delay,
    votingPeriodSeconds: period,
    quorumPercent: quorum,
    passPercent: pass,
    proposalThreshold: threshold,
    kindWeights: nameWeights(weights as readonly number[]),
  };
}

const charterRules = ({ rules }: Charter): Rules => ({ ...rules, proposalThreshold: 0 });

async function readLog(context: FoundingContext, governor: Hex | null): Promise<AllianceView['log']> {
  const contract = context.ledger.contract();
  if (!contract) return { contract: null, owner: null, ownedBy: null };
  const owner = String(await ask(context, contract, evidenceLogAbi as Abi, 'owner')).toLowerCase() as Hex;
  const ownedBy =
    owner === governor ? 'alliance' : owner === context.ledger.treasuryAddress.toLowerCase() ? 'platform' : 'other';
  return { contract, owner, ownedBy };
}

/** A founder as the API shows it. */
export function showFounder(charter: Charter, row: FounderRow) {
  const founder = charter.founders[row.position];
  return {
    slug: row.slug,
    name: founder?.profile.name ?? { zh: row.slug, en: row.slug },
    kinds: founder?.kinds ?? [],
    key: row.key,
    did: founder?.did ?? '',
    signedAt: row.signed_at?.toISOString() ?? null,
    enrolledAt: row.enrolled_at?.toISOString() ?? null,
    problem: row.problem,
    problemZh: row.problem_zh,
  };
}

/** What the chain says may be this old: it is asked once for all who ask in the meantime, and a node that is away hides nothing else. */
const chainAgeMs = 2_000;

/** Makes the reader of what `GET /api/alliance` shows. */
export function createAllianceReader(context: FoundingContext): () => Promise<AllianceView> {
  const { store, ledger } = context;
  let chainId: number | undefined;
  let cached: { at: number; of: string; rules: Promise<Rules | null>; log: Promise<AllianceView['log']> } | null = null;

  function askChain(contracts: AllianceContracts | null, isFounded: boolean) {
    const of = `${contracts?.governor}${isFounded}`;
    if (cached && cached.of === of && Date.now() - cached.at < chainAgeMs) return cached;
    const rules = contracts && isFounded ? readRules(context, contracts).catch(() => null) : Promise.resolve(null);
    const nobody = { contract: ledger.contract(), owner: null, ownedBy: null };
    const log = readLog(context, contracts?.governor ?? null).catch(() => nobody);
    cached = { at: Date.now(), of, rules, log };
    return cached;
  }

  return async () => {
    const row = await readFounding(store.sql);
    const contracts = contractsOf(row);
    const charter = row ? charterOf(row) : null;
    const isFounded = row?.step === 'founded';
    const asked = askChain(contracts, isFounded);
    const [founders, standings, rules, log] = await Promise.all([
      row ? readFounders(store.sql, row.id) : [],
      store.sql<{ standing: string; count: number }[]>`
        SELECT standing, count(*)::int AS count FROM alliance.member GROUP BY standing`,
      asked.rules,
      asked.log,
    ]);
    chainId ??= (await ledger.readLogState()).evmChainId;
    const count = (standing: string) => standings.find((one) => one.standing === standing)?.count ?? 0;
    return {
      state: row ? (isFounded ? 'founded' : 'founding') : 'none',
      name: charter?.name ?? null,
      purpose: charter?.purpose ?? null,
      chainId,
      governor: contracts?.governor ?? null,
      registry: contracts?.registry ?? null,
      record: contracts?.record ?? null,
      charterHash: row?.charter_hash ?? null,
      rules: rules ?? (charter && charterRules(charter)),
      founding:
        row && charter
          ? {
              step: row.step,
              startedAt: row.started_at.toISOString(),
              foundedAt: row.founded_at?.toISOString() ?? null,
              signed: founders.filter(({ signature }) => signature).length,
              enrolled: founders.filter(({ enrolled_at }) => enrolled_at).length,
              total: founders.length,
              problem: row.problem,
              deployTransaction: row.deploy_transaction,
              founders: founders.map((founder) => showFounder(charter, founder)),
            }
          : null,
      counts: {
        applied: count('applied'),
        admitted: count('admitted'),
        suspended: count('suspended'),
        left: count('left'),
      },
      log,
    };
  };
}
