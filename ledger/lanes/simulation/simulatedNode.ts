import { type Hex, keccak256, parseTransaction, serializeTransaction, toHex } from 'viem';
import { readReplies } from '../../chain/httpTransport.ts';
import { type RpcRequest, type RpcTransport, TransportError } from '../../chain/rpc.ts';
import type { Random } from './random.ts';
import { contract, poolKey, type SimBlock, type SimTransaction, type SimulatedChain } from './simulatedChain.ts';

/** How often each thing goes wrong, from 0 to 1. */
export interface Faults {
  /** The request never arrives. */
  drop: number;
  /** It arrives, its answer does not. */
  lose: number;
  /** 429 with Retry-After. */
  limit: number;
  /** One call of a batch is refused for its rate. */
  limitOne: number;
  /** Handled twice, answered twice, in another order. */
  repeat: number;
  /** Time passes before and after. */
  slow: number;
}

export const noFaults: Faults = { drop: 0, lose: 0, limit: 0, limitOne: 0, repeat: 0, slow: 0 };

/** A node of the simulated chain as it shows itself over JSON-RPC. */
export interface SimulatedNode {
  faults: Faults;
  isDown: boolean;
  isSyncing: boolean;
  /** Blocks that it is behind. */
  lag: number;
  transport: RpcTransport;
}

export interface CreateSimulatedNodeParameters {
  chain: SimulatedChain;
  random: Random;
  /** Lets virtual time pass. */
  advance: (ms: number) => void;
  /** Who signed a digest. */
  senderOf: (digest: Hex) => Hex | undefined;
  /** Told of every transaction that a node was handed. */
  onHanded: (transaction: SimTransaction) => void;
}

const quantity = (value: number | bigint) => toHex(value);
const safeDepth = 12;

function readRaw(raw: Hex, senderOf: CreateSimulatedNodeParameters['senderOf']): SimTransaction | null {
  const {
    r: _r,
    s: _s,
    v: _v,
    yParity: _p,
    ...parsed
  } = parseTransaction(raw) as ReturnType<typeof parseTransaction> & Record<'r' | 's' | 'v' | 'yParity', unknown>;
  const sender = senderOf(keccak256(serializeTransaction(parsed as Parameters<typeof serializeTransaction>[0])));
  if (!sender) return null;
  return {
    hash: keccak256(raw),
    sender,
    nonce: parsed.nonce ?? 0,
    to: (parsed.to?.toLowerCase() as Hex | undefined) ?? null,
    data: parsed.data ?? '0x',
    value: parsed.value ?? 0n,
    gas: parsed.gas ?? 0n,
    maxFee: parsed.maxFeePerGas ?? 0n,
    priorityFee: parsed.maxPriorityFeePerGas ?? 0n,
    isForeign: false,
  };
}

/** Makes a node. */
export function createSimulatedNode(parameters: CreateSimulatedNodeParameters): SimulatedNode {
  const { chain, random, advance, senderOf, onHanded } = parameters;
  const refuse = (message: string, code = -32603, data?: unknown) => ({ error: { code, message, data } });
  const result = (value: unknown) => ({ result: value });

  const visible = (): SimBlock => chain.blocks[Math.max(0, chain.blocks.length - 1 - node.lag)] ?? chain.head();
  const blockAt = (tag: string): SimBlock | null => {
    if (tag === 'latest' || tag === 'pending') return visible();
    if (tag === 'safe') return chain.blocks[Math.max(0, visible().number - safeDepth)] ?? null;
    if (tag === 'finalized') return chain.blocks[0] ?? null;
    return Number(tag) <= visible().number ? (chain.blocks[Number(tag)] ?? null) : null;
  };
  const showBlock = (block: SimBlock | null) =>
    block && {
      number: quantity(block.number),
      hash: block.hash,
      parentHash: block.parentHash,
      baseFeePerGas: quantity(block.baseFee),
    };
  const showReceipts = (block: SimBlock) =>
    block.receipts.map(({ transaction, success, fee }) => ({
      transactionHash: transaction.hash,
      status: success ? '0x1' : '0x0',
      blockHash: block.hash,
      blockNumber: quantity(block.number),
      contractAddress: null,
      gasUsed: quantity(transaction.gas),
      gasFee: quantity(fee),
    }));
  const findReceipt = (hash: string) => {
    for (let number = visible().number; number > 0; number -= 1) {
      const block = chain.blocks[number];
      const at = block?.receipts.findIndex(({ transaction }) => transaction.hash === hash) ?? -1;
      if (block && at >= 0) return showReceipts(block)[at];
    }
    return null;
  };

  function take(raw: Hex): object {
    const transaction = readRaw(raw, senderOf);
    if (!transaction) return refuse('invalid sender');
    onHanded(transaction);
    const { sender, nonce, hash } = transaction;
    const used = chain.account(sender).nonce;
    const waiting = chain.pool.get(poolKey(transaction));
    if (waiting?.hash === hash || findReceipt(hash)) return refuse('already known');
    if (nonce < used) return refuse('nonce too low', -32003);
    if (nonce >= used + 2_000) return refuse('nonce too high', -32003);
    if (waiting && transaction.maxFee <= waiting.maxFee) return refuse('replacement transaction underpriced');
    chain.pool.set(poolKey(transaction), transaction);
    return result(hash);
  }

  function answer({ method, params }: RpcRequest): object {
    const [first, second] = params as [string, string];
    switch (method) {
      case 'eth_chainId':
        return result('0x1b5a');
      case 'eth_syncing':
        return result(node.isSyncing ? { currentBlock: '0x1' } : false);
      case 'eth_blockNumber':
        return result(quantity(visible().number));
      case 'eth_gasPrice':
        return result(quantity(chain.baseFee));
      case 'eth_getCode':
        return result(first === contract ? '0x60' : '0x');
      case 'eth_getBlockByNumber':
        return result(showBlock(blockAt(first)));
      case 'eth_getBlockReceipts': {
        const block = blockAt(first);
        return result(block && showReceipts(block));
      }
      case 'eth_getTransactionCount': {
        let { nonce } = chain.account(first as Hex, blockAt(second) ?? visible());
        if (second === 'pending') while (chain.pool.has(poolKey({ sender: first as Hex, nonce }))) nonce += 1;
        return result(quantity(nonce));
      }
      case 'eth_getBalance':
        return result(quantity(chain.account(first as Hex, visible()).balance));
      case 'eth_estimateGas':
      case 'eth_call': {
        const { to } = params[0] as { to?: string };
        if (to === contract && chain.isBroken) return refuse('execution reverted: revert: broken', 3, '0x');
        return result(method === 'eth_call' ? '0x' : quantity(30_000));
      }
      case 'eth_sendRawTransaction':
        return take(first as Hex);
      case 'eth_getTransactionReceipt':
        return result(findReceipt(first));
      case 'eth_getTransactionByHash': {
        const receipt = findReceipt(first);
        const waits = [...chain.pool.values()].some(({ hash }) => hash === first);
        return result(receipt ? { blockHash: receipt.blockHash } : waits ? { blockHash: null } : null);
      }
      default:
        return refuse(`the method ${method} does not exist`, -32601);
    }
  }

  const node: SimulatedNode = {
    faults: noFaults,
    isDown: false,
    isSyncing: false,
    lag: 0,
    async transport(requests) {
      const { faults } = node;
      if (random.chance(faults.slow)) advance(random.whole(3_000));
      if (node.isDown) throw new TransportError('ECONNREFUSED');
      if (random.chance(faults.drop)) throw new TransportError('ECONNRESET');
      if (random.chance(faults.limit)) throw new TransportError('HTTP status 429', random.whole(4_000));
      const replies = requests.map((request, id) => ({ id, ...answer(request) }));
      if (random.chance(faults.repeat)) {
        for (const [id, request] of requests.entries()) replies.push({ id, ...answer(request) });
        replies.sort(() => random.next() - 0.5);
      }
      if (random.chance(faults.limitOne)) {
        const id = random.whole(requests.length);
        replies.push({ id, ...refuse('too many requests', 429) });
      }
      if (random.chance(faults.slow)) advance(random.whole(2_000));
      if (random.chance(faults.lose)) {
        advance(10_000);
        throw new TransportError('no answer within 10000 milliseconds');
      }
      return readReplies(requests.length, (at) => at, replies);
    },
  };
  return node;
}
