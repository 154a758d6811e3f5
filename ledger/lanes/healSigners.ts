import type { AccountState } from '../chain/chainClient.ts';
import { bumpFees } from './bumpFees.ts';
import { failTaken } from './failTaken.ts';
import { fillGap } from './fillGap.ts';
import type { LaneContext } from './laneContext.ts';
import { type Flight, flyingOf, isFlying, type LaneMemory, noteUsed, type Signer } from './laneMemory.ts';
import { reconcile } from './reconcile.ts';
import { rewindSigner } from './rewindSigner.ts';

/** How long after sending the node's count of the pool is believed to include it. */
const settleMs = 3_000;
/** Without progress for this long the bytes at the front are sent again, to every node. */
const stuckMs = 10_000;
/** How long a nonce may count as used without its execution having been seen in a block. */
const overdueMs = 2_000;
/** How long a gap or a lost execution must last: nodes show old states for a while after their start. */
const doubtMs = 5_000;
/** With the front stuck this long below the base fee, fees are raised. */
const bumpMs = 5_000;
const frontSize = 20;
/** Signers with nothing on their way are looked at in turns of so many. */
const idleSize = 300;
const turnMs = 10_000;

export interface HealSignersParameters {
  /** Also the signers with nothing on its way: the chain may have lost what was confirmed. */
  all: boolean;
}

/**
 * Compares each signer's nonces with the chain and the pool, and mends what differs: bytes that the pool lost are sent again,
 * executions that were missed are found, nonces that somebody else used are given up, gaps are filled, fees that the base fee
 * outgrew are raised, and what the chain lost is sent again. Gives whether anything changed.
 */
export async function healSigners(
  context: LaneContext,
  memory: LaneMemory,
  { all }: HealSignersParameters,
): Promise<boolean> {
  const known = [...memory.signers.values()];
  const isBusy = ({ flights }: Signer) => [...flights.values()].some(isFlying);
  const busy = known.filter(isBusy);
  const idle = all ? known.filter((signer) => signer.lastExecuted >= 0 && !isBusy(signer)) : [];
  const turn = Math.floor((context.clock ?? performance).now() / turnMs);
  const first = (turn * idleSize) % Math.max(1, idle.length);
  const signers = [...busy, ...idle.slice(first, first + idleSize)];
  if (signers.length === 0) return false;
  const accounts = await context.client.readAccounts(signers.map(({ address }) => address));
  let changed = false;
  for (const [at, signer] of signers.entries()) {
    const account = accounts[at];
    if (account && (await healSigner(context, memory, signer, account))) changed = true;
    if (memory.stale) return true;
  }
  return changed;
}

async function healSigner(
  context: LaneContext,
  memory: LaneMemory,
  signer: Signer,
  account: AccountState,
): Promise<boolean> {
  const { clock = performance } = context;
  const now = clock.now();
  if (account.used <= signer.lastExecuted) return healLost(context, memory, signer, account.used, now);
  signer.lostSince = null;
  noteUsed(signer, account.used, now);
  const flying = flyingOf(signer);
  const late = flying.filter(({ nonce }) => nonce < account.used);
  let changed = late.length > 0 && (await healLate(context, memory, late, now));
  const [front] = flying.filter(({ nonce }) => nonce >= account.used);
  if (!front) return changed;
  if (front.nonce > account.used) {
    // Nobody's transaction has the account's next nonce: ours would wait for it for ever.
    signer.gapSince ??= now;
    if (now - signer.gapSince >= doubtMs && !(await context.client.isSyncing())) {
      changed = (await fillGap(context, memory, signer, account.used)) || changed;
      signer.gapSince = null;
    }
    return changed;
  }
  signer.gapSince = null;
  resendLost(flying, account.pending, now);
  const stuckFor = now - Math.max(signer.usedSince, front.bornAt);
  if (stuckFor >= bumpMs && (await bumpFees(context, memory, signer, flying))) return true;
  if (stuckFor >= stuckMs && now - front.sentAt >= stuckMs) {
    const ahead = flying.slice(0, frontSize);
    for (const flight of ahead) flight.sentAt = now;
    await context.client.sendRaws(
      ahead.map(({ current }) => current.raw),
      true,
    );
  }
  return changed;
}

/** The pool counts less than was handed over: from the first nonce that it misses, everything is sent again. */
function resendLost(flying: readonly Flight[], pending: number, now: number): void {
  for (const flight of flying) {
    if (flight.nonce >= pending && flight.dueAt === null && now - flight.sentAt >= settleMs) flight.dueAt = now;
  }
}

/** Nonces that are used although no block with our bytes was read: a block was missed, or somebody else used them. */
async function healLate(
  context: LaneContext,
  memory: LaneMemory,
  late: readonly Flight[],
  now: number,
): Promise<boolean> {
  for (const flight of late) flight.overdueSince ??= now;
  const overdue = late.filter(({ overdueSince }) => overdueSince !== null && now - overdueSince >= overdueMs);
  if (overdue.length === 0) return false;
  const left = await reconcile(context, memory, overdue);
  await failTaken(context, memory, left.filter(isFlying));
  return true;
}

/** The chain shows fewer executed transactions than we saw: an old state, or it lost them. */
async function healLost(
  context: LaneContext,
  memory: LaneMemory,
  signer: Signer,
  used: number,
  now: number,
): Promise<boolean> {
  // Executions that are not confirmed may have left with a reorganisation that the blocks will show.
  signer.lostSince ??= now;
  if (now - signer.lostSince < doubtMs || (await context.client.isSyncing())) return false;
  signer.lostSince = null;
  return rewindSigner(context, memory, signer, used);
}
