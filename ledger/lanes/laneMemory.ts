import type { Hex } from 'viem';
import type { ChainHead } from '../chain/chainClient.ts';
import type { SignedBytes, Variant } from './signBytes.ts';

/** Signed bytes and what they are. */
export interface Attempt extends SignedBytes {
  variant: Variant;
}

/** A transaction on its way, from its signature to its confirmation. */
export interface Flight {
  readonly id: string;
  readonly signer: Hex;
  readonly nonce: number;
  value: bigint;
  state: 'signed' | 'broadcast' | 'packed' | 'executed' | 'cancelled';
  /** The bytes that are sent. */
  current: Attempt;
  /** Bytes that those replaced; they may be executed all the same. */
  earlier: Attempt[];
  /** Whether a node may have any of the bytes. */
  accepted: boolean;
  /** When the bytes are due to be sent (again), in the lane's time; null: they are not. */
  dueAt: number | null;
  /** When these bytes came to be, or were found on a start, in the lane's time. */
  bornAt: number;
  /** When a node took them last, in the lane's time. */
  sentAt: number;
  /** Since when its nonce is used although it was not seen executed. */
  overdueSince: number | null;
  lastError: string | null;
  block: { hash: Hex; number: number } | null;
}

/** An account of ours and its transactions on their way. */
export interface Signer {
  readonly address: Hex;
  /** The next nonce, as the database has it. */
  next: number;
  /** Highest nonce that we saw executed; -1 for none. */
  lastExecuted: number;
  /** By nonce. */
  flights: Map<number, Flight>;
  /** Not to be signed for before this time: no funds, or the node shows an old state. */
  restUntil: number;
  /** The account's nonce when it was read last, and since when it is that. */
  used: number;
  usedSince: number;
  /** Since when the chain shows fewer executed transactions than we saw. */
  lostSince: number | null;
  /** Since when there is a nonce before our first that nobody uses. */
  gapSince: number | null;
}

/** What the leader of the lanes holds in memory; everything in it comes from the database and the chain and can be read again. */
export interface LaneMemory {
  signers: Map<Hex, Signer>;
  /** Every hash under which a transaction of ours may be executed. */
  byHash: Map<Hex, Flight>;
  byId: Map<string, Flight>;
  /** Executed and not confirmed yet, by number of the block. */
  byBlock: Map<number, Set<Flight>>;
  /** Hashes of the newest blocks that were read. */
  ring: Map<number, Hex>;
  /** From which block on a reorganisation took blocks away whose transactions are not settled yet; null: none. */
  orphanedFrom: number | null;
  /** Newest block that was read. */
  top: number;
  /** Newest block whose transactions count as confirmed. */
  confirmedTop: number;
  head: ChainHead;
  /** Queued transactions that could not be judged, and until when they are left out. */
  skipped: Map<string, number>;
  /** Accounts that had no code, and until when that is believed. */
  codeless: Map<Hex, number>;
  /** How often in a row the database had another number of transactions on their way. */
  mismatches: number;
  /** Set when the database turned out to differ; the memory is read again then. */
  stale: boolean;
}

/** Makes the memory of a signer without transactions. */
export const createSigner = (address: Hex, next = 0): Signer => ({
  address,
  next,
  lastExecuted: -1,
  flights: new Map(),
  restUntil: 0,
  used: 0,
  usedSince: 0,
  lostSince: null,
  gapSince: null,
});

/** The signer of an address; one that is new to the memory has no transactions. */
export function signerOf(memory: LaneMemory, address: Hex): Signer {
  const known = memory.signers.get(address);
  if (known) return known;
  const signer = createSigner(address);
  memory.signers.set(address, signer);
  return signer;
}

/** Notes how many nonces of an account the chain shows as used. */
export function noteUsed(signer: Signer, used: number, now: number): void {
  if (used !== signer.used || signer.usedSince === 0) signer.usedSince = now;
  signer.used = used;
}

/** Whether it still has to be executed. */
export const isFlying = ({ state }: Flight) => state === 'signed' || state === 'broadcast' || state === 'packed';

/** Most wei that executing it may take from the signer. */
export const costOf = ({ value, current }: Flight) => value + current.gas * current.maxFee;

/** Puts a transaction into the memory. */
export function addFlight(memory: LaneMemory, flight: Flight): void {
  const signer = signerOf(memory, flight.signer);
  signer.flights.set(flight.nonce, flight);
  memory.byId.set(flight.id, flight);
  for (const { hash } of [flight.current, ...flight.earlier]) memory.byHash.set(hash, flight);
  placeFlight(memory, flight, flight.block);
}

/** Takes a transaction out of the memory: it is over. */
export function removeFlight(memory: LaneMemory, flight: Flight): void {
  const signer = signerOf(memory, flight.signer);
  if (signer.flights.get(flight.nonce) === flight) signer.flights.delete(flight.nonce);
  memory.byId.delete(flight.id);
  for (const { hash } of [flight.current, ...flight.earlier]) memory.byHash.delete(hash);
  placeFlight(memory, flight, null);
}

/** Notes in which block a transaction was executed; null: in none. */
export function placeFlight(memory: LaneMemory, flight: Flight, block: Flight['block']): void {
  if (flight.block) {
    const others = memory.byBlock.get(flight.block.number);
    others?.delete(flight);
    if (others?.size === 0) memory.byBlock.delete(flight.block.number);
  }
  flight.block = block;
  if (!block) return;
  const others = memory.byBlock.get(block.number) ?? new Set();
  memory.byBlock.set(block.number, others.add(flight));
}

/** Notes that a transaction is placed in a block that is not, or no longer, the chain's of that number. */
export function checkPlaces(memory: LaneMemory, number: number): void {
  const hash = memory.ring.get(number);
  const flights = memory.byBlock.get(number);
  if (hash === undefined || !flights) return;
  for (const { block } of flights) {
    if (block?.hash !== hash) memory.orphanedFrom = Math.min(memory.orphanedFrom ?? number, number);
  }
}

/** Transactions of a signer that still have to be executed, by nonce. */
export function flyingOf({ flights }: Signer): Flight[] {
  return [...flights.values()].filter(isFlying).sort((a, b) => a.nonce - b.nonce);
}
