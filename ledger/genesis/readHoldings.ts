import { keccak256 } from 'viem';
import { rpcBatch } from '../../engine/index.ts';
import type { Hex } from '../../proof/index.ts';
import { ledgerErrors } from '../errors.ts';
import { coreAddressOf, toBase32 } from '../lanes/core/coreAddress.ts';

/** What the genesis account owns, in both spaces. Amounts are in wei and drip, 10⁻¹⁸ CFX each. */
export interface GenesisHoldings {
  /** Address of the account in eSpace, lower case; the same key has one in Core Space. */
  address: Hex;
  espaceWei: bigint;
  coreWei: bigint;
  /** What it staked or locked in Core Space, and what its mirror account in eSpace has; no sweep moves these. */
  boundWei: bigint;
  /** Most that may be left in one space: what the transfer that empties it kept for its fee. */
  dustWei: bigint;
  /** Whether nothing is left that would be worth a transfer. */
  empty: boolean;
}

/** A thousandth of a CFX; more only where transfers cost more. */
const smallWei = 10n ** 15n;
/** Gas of the dearer of the two transfers, from Core Space to eSpace, with room. */
const transferGas = 150_000n;

/** The account in eSpace that a Core Space account moves through CrossSpaceCall. */
const mirrorOf = (core: Hex): Hex => `0x${keccak256(core).slice(26)}`;

/**
 * Reads what the account of a key owns in both spaces. @throws LEDGER_NODE_UNAVAILABLE (retryable)
 * @param coreUrl a node's Core Space RPC; a chain of our own always has one
 */
export async function readHoldings(
  address: Hex,
  { espaceUrl, coreUrl }: { espaceUrl: string; coreUrl: string },
): Promise<GenesisHoldings> {
  const core = coreAddressOf(address);
  const status = await ask(coreUrl, [{ method: 'cfx_getStatus', params: [] }]);
  const networkId = Number((status[0] as { networkId: Hex }).networkId);
  const base32 = toBase32(core, networkId);
  const [[price, espace, mirror], [free, staked, collateral]] = await Promise.all([
    ask(espaceUrl, [
      { method: 'eth_gasPrice', params: [] },
      { method: 'eth_getBalance', params: [address, 'latest'] },
      { method: 'eth_getBalance', params: [mirrorOf(core), 'latest'] },
    ]),
    ask(
      coreUrl,
      ['cfx_getBalance', 'cfx_getStakingBalance', 'cfx_getCollateralForStorage'].map((method) => ({
        method,
        params: [base32, 'latest_state'],
      })),
    ),
  ]);
  const read = (value: unknown) => BigInt(value as Hex);
  // Eight times: the highest price that is offered is more than four times the present one.
  const fee = 8n * transferGas * read(price);
  const dustWei = fee > smallWei ? fee : smallWei;
  const [espaceWei, coreWei] = [read(espace), read(free)];
  const boundWei = read(mirror) + read(staked) + read(collateral);
  const empty = espaceWei <= dustWei && coreWei <= dustWei && boundWei === 0n;
  return { address, espaceWei, coreWei, boundWei, dustWei, empty };
}

async function ask(url: string, requests: { method: string; params: unknown[] }[]): Promise<unknown[]> {
  const fail = (method: string, problem: string) => ledgerErrors.nodeUnavailable({ method, problem });
  const outcomes = await rpcBatch(url, requests).catch((cause: unknown) => {
    throw fail(requests[0]?.method ?? '', cause instanceof Error ? cause.message : String(cause));
  });
  return outcomes.map((outcome, at) => {
    if (outcome.ok) return outcome.result;
    throw fail(requests[at]?.method ?? '', outcome.error.message);
  });
}
