import type { Hex } from 'viem';
import { getOutgoing, type PostOutgoingReturnType, postOutgoing } from '../../host/index.ts';
import type { ChainLog } from '../../ledger/index.ts';
import { grantErrors } from './errors.ts';
import type { GrantChain } from './grantChain.ts';
import type { CallOutcome, ChainRelay } from './grants.ts';

/** The chain and the platform, from a connector that runs elsewhere. */
export interface HttpChainParameters {
  /** Where the platform is reached, as this installation was told; it may be a private address. */
  platformUrl: string;
  /** An eSpace node; the platform's gateway unless given. Whoever answers here is believed about the state of grants. */
  rpcUrl?: string;
  evmChainId: number;
  /** Sent to the platform, such as `authorization`; a larger allowance comes with it. */
  headers?: Record<string, string>;
}

const timeoutMs = 8_000;
const mostBytes = 8 * 1024 * 1024;

interface Problem {
  detail?: string;
  message?: string;
}

interface RpcAnswer {
  result?: unknown;
  error?: { message?: string; data?: unknown };
}

/** Reads a JSON answer, or says why there is none. @throws GRANT_CHAIN_SILENT */
function readAnswer<Answer>({ status, body }: PostOutgoingReturnType, isStrict = true): Answer {
  let answer: Problem & Answer;
  try {
    answer = JSON.parse(body);
  } catch {
    throw grantErrors.chainSilent({ problem: `it answered ${status} without JSON` });
  }
  if (isStrict && status >= 400)
    throw grantErrors.chainSilent({ problem: answer.detail ?? answer.message ?? `it answered ${status}` });
  return answer;
}

/** The chain over JSON-RPC; the address of the contract comes from the platform. */
export function httpChain(parameters: HttpChainParameters): GrantChain {
  const { platformUrl, evmChainId, headers = {} } = parameters;
  const rpcUrl = parameters.rpcUrl ?? `${platformUrl}/rpc/espace`;
  const calling = { timeoutMs, allowPrivate: true, maxAnswerBytes: mostBytes };
  let known: Hex | null = null;

  async function ask(method: string, params: unknown[]): Promise<RpcAnswer> {
    const answer = await postOutgoing({
      ...calling,
      url: rpcUrl,
      headers: { 'content-type': 'application/json', ...(parameters.rpcUrl ? {} : headers) },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
    });
    return readAnswer<RpcAnswer>(answer);
  }
  async function get<Result>(method: string, params: unknown[]): Promise<Result> {
    const { result, error } = await ask(method, params);
    if (result === undefined) throw grantErrors.chainSilent({ problem: error?.message ?? `no answer to ${method}` });
    return result as Result;
  }
  const readBlock = async (tag: 'latest' | 'safe') =>
    Number((await get<{ number: Hex } | null>('eth_getBlockByNumber', [tag, false]))?.number ?? 0);
  const hex = (number: number): Hex => `0x${number.toString(16)}`;

  return {
    evmChainId,
    get known() {
      return known;
    },
    async contract() {
      if (known) return known;
      const answer = await getOutgoing({ ...calling, url: `${platformUrl}/api/exchange/chain`, headers });
      const told = readAnswer<{ evmChainId: number; contract: Hex | null }>(answer);
      if (told.evmChainId !== evmChainId)
        throw grantErrors.chainSilent({ problem: `the platform is on chain ${told.evmChainId}, not ${evmChainId}` });
      if (!told.contract) throw grantErrors.contractNotReady();
      known = told.contract;
      return known;
    },
    call: (to, data) => get<Hex>('eth_call', [{ to, data }, 'latest']),
    async simulate(to, data) {
      const { result, error } = await ask('eth_call', [{ to, data }, 'latest']);
      if (result !== undefined) return { ok: true };
      const bytes = typeof error?.data === 'string' && /^0x[0-9a-f]*$/i.test(error.data) ? (error.data as Hex) : null;
      if (!bytes) throw grantErrors.chainSilent({ problem: error?.message ?? 'no answer to eth_call' });
      return { ok: false, reason: error?.message ?? 'it reverts', data: bytes };
    },
    readLatestBlock: () => readBlock('latest'),
    readSafeBlock: () => readBlock('safe'),
    async readLogs({ address, topics, fromBlock, toBlock }) {
      type RawLog = Record<Exclude<keyof ChainLog, 'topics'>, Hex> & { topics: Hex[] };
      const range = { fromBlock: hex(fromBlock), toBlock: hex(toBlock) };
      const logs = await get<RawLog[]>('eth_getLogs', [{ address, ...range, ...(topics ? { topics } : {}) }]);
      return logs.map((log) => ({
        address: log.address.toLowerCase() as Hex,
        topics: log.topics,
        data: log.data,
        blockNumber: Number(log.blockNumber),
        blockHash: log.blockHash,
        transactionHash: log.transactionHash,
        logIndex: Number(log.logIndex),
      }));
    },
  };
}

/** Has the platform carry calls, and pay. */
export function httpRelay({
  platformUrl,
  headers = {},
}: Pick<HttpChainParameters, 'platformUrl' | 'headers'>): ChainRelay {
  const url = `${platformUrl}/api/exchange/chain`;
  const calling = { timeoutMs, allowPrivate: true, maxAnswerBytes: mostBytes };
  return {
    async submit({ to, data, key, participant }) {
      const body = JSON.stringify({ to, data, key, participant });
      const sent = { ...headers, 'content-type': 'application/json' };
      const answer = await postOutgoing({ ...calling, url, headers: sent, body });
      const { reference, detail, message } = readAnswer<Partial<{ reference: string }> & Problem>(answer, false);
      if (reference === undefined)
        throw grantErrors.carrierRefused({ problem: detail ?? message ?? `${answer.status}` });
      return reference;
    },
    async outcome({ reference }) {
      const answer = await getOutgoing({ ...calling, url: `${url}/calls/${encodeURIComponent(reference)}`, headers });
      return answer.status === 404 ? null : readAnswer<CallOutcome>(answer);
    },
  };
}
