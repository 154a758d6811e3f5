import { type Hex, keccak256, numberToHex, toHex } from 'viem';
import { XiangyuError } from '../../../errors.ts';
import type { Logger } from '../../../host/index.ts';
import type { Store } from '../../../store/index.ts';
import { createChainClient } from '../../chain/chainClient.ts';
import { signDigest } from '../../keys/signDigest.ts';
import { cancelTransaction, replaceTransaction } from '../changeTransaction.ts';
import { createLane, type Lane } from '../createLane.ts';
import type { TransactionRequest } from '../request.ts';
import { submitMany } from '../submitMany.ts';
import { findViolations } from './findViolations.ts';
import { Crash, createLife, type Life, mortalStore, mortalTransport } from './process.ts';
import { createRandom, type Random } from './random.ts';
import { contract, createSimulatedChain, poolKey, type SimTransaction, type SimulatedChain } from './simulatedChain.ts';
import { createSimulatedNode, noFaults, type SimulatedNode } from './simulatedNode.ts';

/** What a schedule needs besides its seed. */
export interface RunScheduleParameters {
  store: Store;
  logger: Logger;
  /** Private keys by the address of an account in `ledger.keys`. */
  signers: ReadonlyMap<Hex, Uint8Array>;
  seed: number;
}

/** What became of a schedule; `violations` is empty when all that was promised holds. */
export interface ScheduleResult {
  violations: string[];
  /** What happened, in order. */
  trace: string[];
  accepted: number;
}

/** Everything of a run that the steps change. */
export interface World {
  random: Random;
  chain: SimulatedChain;
  nodes: SimulatedNode[];
  chainId: string;
  tenants: string[];
  /** Every transaction that a node was handed. */
  handed: SimTransaction[];
  /** Bodies of the accepted requests, by the number of the transaction. */
  accepted: Map<string, TransactionRequest>;
  /** Those whose owner was told that they are cancelled. */
  cancelled: Set<string>;
  /** Data that may be executed, by the number of the transaction. */
  bodies: Map<string, Hex[]>;
  /** Whether the chain lost blocks that counted as confirmed. */
  isDeep: boolean;
  trace: string[];
  now: number;
}

const blockMs = 500;
const chaosSteps = 45;
const quietSteps = 600;

/** Runs one schedule: so many steps of faults, chosen by the seed, and then peace until everything is over. */
export async function runSchedule({ store, logger, signers, seed }: RunScheduleParameters): Promise<ScheduleResult> {
  const random = createRandom(seed);
  const addresses = [...signers.keys()];
  const funds = new Map(addresses.map((address) => [address, 10n ** 18n]));
  const chain = createSimulatedChain(random, funds);
  const signedBy = new Map<Hex, Hex>();
  const world: World = {
    random,
    chain,
    nodes: [],
    chainId: `7002:${keccak256(toHex(`seed ${seed} ${Date.now()}`))}`,
    tenants: ['a', 'b', 'c'].map((name) => `sim-${name}-${seed}-${Date.now()}`),
    handed: [],
    accepted: new Map(),
    cancelled: new Set(),
    bodies: new Map(),
    isDeep: seed % 12 === 5,
    trace: [],
    now: 1_000_000,
  };
  let nextBlockAt = world.now + blockMs;
  const advance = (ms: number) => {
    world.now += ms;
    for (; nextBlockAt <= world.now; nextBlockAt += blockMs) chain.mine();
  };
  world.nodes = [0, 1].map(() =>
    createSimulatedNode({
      chain,
      random,
      advance,
      senderOf: (digest) => signedBy.get(digest),
      onHanded: (transaction) => world.handed.push(transaction),
    }),
  );
  const keys = {
    async signMany(address: Hex, requests: readonly { digest: Hex }[]) {
      const secret = signers.get(address);
      if (!secret) throw new Error(`no key for ${address}`);
      return requests.map(({ digest }) => {
        signedBy.set(digest, address);
        return signDigest(secret, digest);
      });
    },
    async sign(address: Hex, digest: Hex) {
      const [signature] = await keys.signMany(address, [{ digest }]);
      return signature as ReturnType<typeof signDigest>;
    },
  };
  // Owners change their minds, and blocks are made, while the lane waits for an answer.
  let isCalm = false;
  let isChanging = false;
  const interfere = async () => {
    // One at a time: of two at once, nobody could say which the owner asked for last.
    if (isCalm || isChanging || !random.chance(0.08)) return;
    if (random.chance(0.5)) {
      isChanging = true;
      await changeSome(world, store);
      isChanging = false;
    } else advance(random.whole(600));
  };
  const start = (left: number | null): { life: Life; lane: Lane } => {
    const life = createLife(left);
    const clock = { now: () => world.now };
    const transports = world.nodes.map(({ transport }) => mortalTransport(transport, life, interfere));
    const client = createChainClient({ espaceUrls: [], clock, transports });
    const { chainId } = world;
    const context = {
      store: mortalStore(store, life),
      client,
      keys,
      logger,
      chain: chainId,
      evmChainId: 7002,
    };
    return { life, lane: createLane({ ...context, clock }) };
  };

  await store.sql`
    INSERT INTO ledger.chains (chain, evm_chain_id, genesis_hash) VALUES (${world.chainId}, 7002, ${String(seed)})`;
  const [capped = ''] = world.tenants;
  await store.sql`
    INSERT INTO ledger.tenant_limits (tenant, cap_wei, max_queued, fee_budget_wei) VALUES (${capped}, 60000000, 12, 4000000)`;
  let running = start(null);
  let ghost: typeof running | null = null;
  const work = async (name: string, step: () => Promise<unknown>) => {
    try {
      await step();
    } catch (error) {
      const isExpected = error instanceof Crash || (error instanceof XiangyuError && error.retryable);
      if (!isExpected) throw error;
      world.trace.push(`${world.now} ${name}: ${error instanceof Error ? error.message.slice(0, 90) : ''}`);
    }
  };
  const turn = async () => {
    if (running.life.isOver) {
      world.trace.push(`${world.now} the process ended; another one starts`);
      running = start(random.chance(0.3) ? random.whole(60) : null);
    }
    if (ghost && random.chance(0.5)) await work('ghost', ghost.lane.send);
    const { lane } = running;
    // With both halves at once the database decides what comes first, so these seeds do not repeat exactly.
    if (seed % 4 === 0 && random.chance(0.4)) await Promise.all([work('send', lane.send), work('follow', lane.follow)]);
    else await work(random.chance(0.5) ? 'send' : 'follow', random.chance(0.5) ? lane.send : lane.follow);
  };

  try {
    for (let step = 0; step < chaosSteps; step += 1) {
      await disturb(world, store, addresses);
      if (random.chance(0.06)) running.life.left = random.whole(12);
      if (random.chance(0.04)) {
        // Another process leads now, and this one does not know it yet.
        world.trace.push(`${world.now} a second leader`);
        ghost = running;
        running = start(null);
      } else if (ghost && random.chance(0.2)) ghost = null;
      await turn();
      advance(random.whole(900));
    }
    ghost = null;
    isCalm = true;
    for (const node of world.nodes) Object.assign(node, { faults: noFaults, isDown: false, isSyncing: false, lag: 0 });
    chain.isBroken = false;
    chain.baseFee = 10n;
    running.life.left = null;
    world.trace.push(`${world.now} peace`);
    for (let step = 0; step < quietSteps; step += 1) {
      if (running.life.isOver) running = start(null);
      await work('send', running.lane.send);
      await work('follow', running.lane.follow);
      advance(400);
      const [open] = await store.sql<{ open: boolean }[]>`
        SELECT EXISTS (SELECT FROM ledger.transactions WHERE chain = ${world.chainId} AND phase < 2) AS open`;
      if (!open?.open && step > 40) break;
    }
    return {
      violations: await findViolations(world, store, addresses),
      trace: world.trace,
      accepted: world.accepted.size,
    };
  } catch (error) {
    const { query = '', detail = '' } = error as { query?: string; detail?: string };
    const reason = `${error instanceof Error ? error.stack : error} ${detail} ${query}`;
    return { violations: [`unexpected: ${reason}`], trace: world.trace, accepted: world.accepted.size };
  }
}

/** One thing that happens to the lane from outside. */
async function disturb(world: World, store: Store, addresses: readonly Hex[]): Promise<void> {
  const { random, chain, nodes, trace, now } = world;
  const note = (text: string) => trace.push(`${now} ${text}`);
  const node = random.pick(nodes);
  const what = random.whole(22);
  if (what < 7) await submitSome(world, store, addresses);
  else if (what === 7 || what === 8) await changeSome(world, store);
  else if (what === 9) {
    const rate = () => (random.chance(0.5) ? 0 : random.next() * 0.4);
    node.faults = { drop: rate(), lose: rate(), limit: rate(), limitOne: rate(), repeat: rate(), slow: rate() };
    note(`faults ${JSON.stringify(node.faults)}`);
  } else if (what === 10) {
    node.isDown = !node.isDown;
    note(`node ${nodes.indexOf(node)} down ${node.isDown}`);
  } else if (what === 11) {
    node.lag = random.chance(0.5) ? 0 : random.whole(40);
    node.isSyncing = node.lag > 20 && random.chance(0.5);
    note(`node ${nodes.indexOf(node)} lags ${node.lag}`);
  } else if (what === 12) {
    const depth = 1 + random.whole(6);
    const kept = random.next();
    // What another wallet sent is often forgotten, and leaves a gap behind.
    chain.reorganise(depth, ({ isForeign }) => random.chance(isForeign ? kept / 3 : kept));
    note(`reorganisation of ${depth}`);
  } else if (what === 13) {
    for (const key of chain.pool.keys()) if (random.chance(0.7)) chain.pool.delete(key);
    note('the pool is lost');
  } else if (what === 14) {
    chain.isBroken = !chain.isBroken;
    note(`broken ${chain.isBroken}`);
  } else if (what === 15) {
    chain.baseFee = random.chance(0.5) ? 10n : 10n + BigInt(random.whole(120));
    note(`base fee ${chain.baseFee}`);
  } else if ((what === 16 || what > 19) && !world.isDeep) sendForeign(world, random.pick(addresses));
  else if (what === 17 && world.isDeep && random.chance(0.4)) {
    chain.reorganise(20 + random.whole(60), () => random.chance(0.3));
    note(`the chain goes back to block ${chain.head().number}`);
  }
}

/** Another wallet with the same key sends something. */
function sendForeign({ random, chain, trace, now }: World, sender: Hex): void {
  const nonce = chain.account(sender).nonce + (random.chance(0.7) ? 0 : random.whole(4));
  const hash = keccak256(toHex(`foreign ${random.next()}`));
  const maxFee = BigInt(1_000 + random.whole(1_000));
  chain.pool.set(poolKey({ sender, nonce }), {
    hash,
    sender,
    nonce,
    to: sender,
    data: '0xf0',
    value: 0n,
    gas: 21_000n,
    maxFee,
    priorityFee: 1n,
    isForeign: true,
  });
  trace.push(`${now} a foreign transaction with nonce ${nonce} of ${sender}`);
}

async function submitSome(world: World, store: Store, addresses: readonly Hex[]): Promise<void> {
  const { random, tenants, chainId, accepted, trace } = world;
  const tenant = random.pick(tenants);
  const requests = Array.from({ length: random.chance(0.6) ? 1 : 1 + random.whole(8) }, (_, at): TransactionRequest => {
    const number = accepted.size * 10 + at + 1;
    const isCall = random.chance(0.7);
    // Each body tells which request it is of.
    return {
      tenant,
      idempotencyKey: `k${number}`,
      signer: random.pick(addresses),
      to: isCall ? contract : `0xcc${number.toString(16).padStart(38, '0')}`,
      data: isCall ? numberToHex(number, { size: 8 }) : '0x',
      value: isCall ? 0n : BigInt(number),
      ...(random.chance(0.3) ? { gas: 50_000n } : {}),
    };
  });
  try {
    const submit = () => store.transaction((tx) => submitMany(tx, chainId, requests));
    const submitted = await submit();
    if (random.chance(0.2)) {
      const again = await submit();
      if (again.some(({ transactionId, created }, at) => created || transactionId !== submitted[at]?.transactionId)) {
        throw new Error('a repeated submission was another transaction');
      }
    }
    for (const [at, { transactionId }] of submitted.entries()) {
      const request = requests[at];
      if (!request || accepted.has(transactionId)) continue;
      accepted.set(transactionId, request);
      world.bodies.set(transactionId, [request.data ?? '0x']);
    }
    trace.push(`${world.now} submitted ${submitted.map(({ transactionId }) => transactionId).join(' ')}`);
  } catch (error) {
    if (!(error instanceof XiangyuError) || !error.code.startsWith('LANES_')) throw error;
    trace.push(`${world.now} ${error.code}`);
  }
}

async function changeSome(world: World, store: Store): Promise<void> {
  const { random, accepted, trace, now } = world;
  const id = random.pick([...accepted.keys()].slice(-12));
  const request = id === undefined ? undefined : accepted.get(id);
  if (id === undefined || !request) return;
  try {
    const what = random.whole(3);
    if (what === 0) {
      const told = await cancelTransaction(store, id);
      if (told === 'cancelled') world.cancelled.add(id);
      trace.push(`${now} ${id} ${told}`);
    } else if (what === 1) trace.push(`${now} ${id} sped up: ${await replaceTransaction(store, id)}`);
    else {
      // The same request in another form: a longer text in the same call, so that executions can be counted.
      const isCall = request.data !== '0x';
      const body = isCall
        ? { to: contract, data: `${request.data}${numberToHex(random.whole(1_000), { size: 4 }).slice(2)}` as Hex }
        : { to: request.to, value: request.value ?? 0n, gas: 30_000n };
      const told = await replaceTransaction(store, id, body);
      const before = told === 'replaced' ? [] : (world.bodies.get(id) ?? []);
      world.bodies.set(id, [...before, body.data ?? '0x']);
      trace.push(`${now} ${id} ${told}`);
    }
  } catch (error) {
    if (!(error instanceof XiangyuError) || !error.code.startsWith('LANES_')) throw error;
    trace.push(`${now} ${id} ${error.code}`);
  }
}
