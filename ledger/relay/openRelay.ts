import { concat } from 'viem';
import { relayForwarderBytecode, relayForwarderSourceHash } from '../../contracts/generated/RelayForwarder.ts';
import type { Logger } from '../../host/index.ts';
import type { Hex } from '../../proof/index.ts';
import type { Store } from '../../store/index.ts';
import type { ChainClient } from '../chain/chainClient.ts';
import type { ConnectedChain } from '../chain/connectChain.ts';
import { deployOnce } from './deployOnce.ts';
import { relayErrors } from './errors.ts';
import { type ForwarderDomain, type ForwardRequest, forwarderDomain, forwardRequestTypes } from './forwardRequest.ts';
import { readForwarderNonce, simulate } from './readForwarder.ts';
import { type RelayState, readRelay } from './readRelay.ts';
import { type SubmitRelayParameters, type SubmitRelayReturnType, submitRelay } from './submitRelay.ts';

export interface OpenRelayParameters {
  store: Store;
  client: ChainClient;
  chain: ConnectedChain;
  evmChainId: number;
  /** Who pays. */
  treasury: Hex;
  logger: Logger;
}

/** A call that a member wants to make from an account of its own. */
export interface PrepareRelayParameters {
  from: Hex;
  to: Hex;
  data: Hex;
  /** Gas for the call itself; estimated unless given. */
  gas?: bigint;
}

/** What a wallet signs with eth_signTypedData_v4; `message` goes back with the signature. */
export interface PreparedRelay {
  domain: ForwarderDomain;
  types: typeof forwardRequestTypes;
  primaryType: 'ForwardRequest';
  message: ForwardRequest;
}

/** Calls that members sign with keys of their own and the platform pays for (ERC-2771). */
export interface Relay {
  /** Gives the typed data of a call. @throws RELAY_NOT_READY, RELAY_WOULD_REVERT, LEDGER_NODE_UNAVAILABLE */
  prepare(parameters: PrepareRelayParameters): Promise<PreparedRelay>;
  /** See `submitRelay`. */
  submit(parameters: SubmitRelayParameters): Promise<SubmitRelayReturnType>;
  /** @throws RELAY_UNKNOWN */
  read(relay: { tenant: string; id: string }): Promise<RelayState>;
  /** Sets what the treasury pays for a tenant in 24 hours at most; null is the default. */
  setCap(tenant: string, capWei: bigint | null): Promise<void>;
}

const lifeSeconds = 600;

/** Opens the relay. The forwarder is deployed when somebody asks for it first. */
export function openRelay(parameters: OpenRelayParameters): Relay {
  const { store, client, chain, evmChainId, treasury, logger } = parameters;

  async function readForwarder(): Promise<{ chain: string; forwarder: Hex }> {
    const id = await chain.identify();
    const forwarder = await deployOnce({
      store,
      logger,
      chain: id,
      treasury,
      name: 'RelayForwarder',
      sourceHash: relayForwarderSourceHash,
      data: relayForwarderBytecode,
    });
    if (!forwarder) throw relayErrors.notReady();
    return { chain: id, forwarder };
  }

  return {
    async prepare({ from, to, data, gas }) {
      const { forwarder } = await readForwarder();
      const nonce = await readForwarderNonce(client, forwarder, from);
      // The forwarder appends whose call it is; a contract that does not trust it would not see who is meant.
      const call = { from: forwarder, to, data: concat([data, from]), gas: null };
      const needed = gas ?? ((await simulate(client, call)) * 13n) / 10n;
      const message: ForwardRequest = {
        from,
        to,
        value: '0',
        gas: needed.toString(),
        nonce: nonce.toString(),
        deadline: Math.floor(Date.now() / 1_000) + lifeSeconds,
        data,
      };
      const domain = forwarderDomain(evmChainId, forwarder);
      return { domain, types: forwardRequestTypes, primaryType: 'ForwardRequest', message };
    },
    submit: async (submission) =>
      submitRelay({ store, client, evmChainId, treasury, ...(await readForwarder()) }, submission),
    read: (relay) => readRelay(store, relay),
    async setCap(tenant, capWei) {
      if (capWei === null) await store.sql`DELETE FROM ledger.relay_caps WHERE tenant = ${tenant}`;
      else {
        await store.sql`
          INSERT INTO ledger.relay_caps (tenant, cap_wei) VALUES (${tenant}, ${capWei.toString()})
          ON CONFLICT (tenant) DO UPDATE SET cap_wei = EXCLUDED.cap_wei, updated_at = now()`;
      }
    },
  };
}
