import { decodeFunctionResult, encodeFunctionData, parseAbi } from 'viem';
import { relayForwarderAbi } from '../../contracts/generated/RelayForwarder.ts';
import type { Hex } from '../../proof/index.ts';
import type { ChainClient } from '../chain/chainClient.ts';
import { decodeRevert } from '../chain/decodeRevert.ts';
import { classifyFailure, RpcError } from '../chain/rpc.ts';
import { ledgerErrors } from '../errors.ts';
import { relayErrors } from './errors.ts';

const trustAbi = parseAbi(['function isTrustedForwarder(address) view returns (bool)']);

/** The next nonce of an account at the forwarder. @throws LEDGER_NODE_UNAVAILABLE */
export async function readForwarderNonce(client: ChainClient, forwarder: Hex, from: Hex): Promise<bigint> {
  const data = encodeFunctionData({ abi: relayForwarderAbi, functionName: 'nonces', args: [from] });
  const result = await client.call(forwarder, data);
  return decodeFunctionResult({ abi: relayForwarderAbi, functionName: 'nonces', data: result });
}

/** Makes sure that a contract takes the forwarder's word. @throws RELAY_TARGET_UNTRUSTING, LEDGER_NODE_UNAVAILABLE */
export async function checkTrust(client: ChainClient, forwarder: Hex, to: Hex): Promise<void> {
  const data = encodeFunctionData({ abi: trustAbi, functionName: 'isTrustedForwarder', args: [forwarder] });
  const gas = 200_000n;
  const [outcome] = await client.simulate([{ from: forwarder, to, data, value: 0n, gas }]);
  if (outcome instanceof RpcError && classifyFailure(outcome) === 'unavailable') throw unavailable(outcome);
  // Whether it says yes; a refusal, or nothing because there is no such contract, is a no.
  const answer = outcome instanceof RpcError ? '0x' : await client.call(to, data);
  if (!/^0x0{63}1/.test(answer)) throw relayErrors.targetUntrusting({ to, forwarder });
}

export interface SimulateParameters {
  from: Hex;
  to: Hex;
  data: Hex;
  /** Gas that it gets; null asks how much it needs. */
  gas: bigint | null;
}

/** Tries a call without sending it; gives the gas. @throws RELAY_WOULD_REVERT, LEDGER_NODE_UNAVAILABLE */
export async function simulate(client: ChainClient, call: SimulateParameters): Promise<bigint> {
  const [outcome] = await client.simulate([{ ...call, value: 0n }]);
  if (typeof outcome === 'bigint') return outcome;
  if (outcome && classifyFailure(outcome) === 'reverted') {
    throw relayErrors.wouldRevert({ reason: decodeRevert(outcome, relayForwarderAbi).reason });
  }
  throw unavailable(outcome);
}

const unavailable = (error: RpcError | undefined) =>
  ledgerErrors.nodeUnavailable({ method: 'eth_call', problem: error?.message ?? 'no answer' });
