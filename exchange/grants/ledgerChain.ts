import type { Hex } from 'viem';
import { dataGrantsBytecode, dataGrantsSourceHash } from '../../contracts/generated/DataGrants.ts';
import type { Ledger } from '../../ledger/index.ts';
import { grantErrors } from './errors.ts';
import type { GrantChain } from './grantChain.ts';
import type { ChainRelay } from './grants.ts';

/** The chain and its ledger, in the process of the platform. */
export interface LedgerChainParameters {
  ledger: Pick<Ledger, 'deploy' | 'reads' | 'transactions' | 'treasuryAddress'>;
  evmChainId: number;
}

/** The chain through the platform's ledger, which deploys the contract when it is asked for first. */
export function ledgerChain({ ledger, evmChainId }: LedgerChainParameters): GrantChain {
  let known: Hex | null = null;
  return {
    ...ledger.reads,
    evmChainId,
    get known() {
      return known;
    },
    async simulate(to, data) {
      const trial = await ledger.transactions.simulate({ signer: ledger.treasuryAddress, to, data });
      return trial.ok ? { ok: true } : trial;
    },
    async contract() {
      if (known) return known;
      const contract = { name: 'DataGrants', sourceHash: dataGrantsSourceHash, data: dataGrantsBytecode };
      known = await ledger.deploy(contract);
      if (!known) throw grantErrors.contractNotReady();
      return known;
    },
  };
}

const tenant = 'exchange';

/** Carries calls with the ledger's durable transactions; the treasury pays. */
export function ledgerRelay({ ledger }: Pick<LedgerChainParameters, 'ledger'>): ChainRelay {
  const { transactions, treasuryAddress } = ledger;
  return {
    async submit({ to, data, key }, tx) {
      const request = {
        tenant,
        idempotencyKey: key,
        signer: treasuryAddress,
        to,
        data,
      };
      return (await transactions.submit(request, tx)).transactionId;
    },
    async outcome({ reference }) {
      const found = await transactions.read(reference, tenant);
      if (!found) return null;
      const { state, success, hash, lastError, reason } = found;
      if (['failed', 'cancelled'].includes(state) || success === false)
        return { state: 'failed', transaction: hash, reason: lastError ?? reason ?? state };
      if (['executed', 'confirmed'].includes(state)) return { state: 'executed', transaction: hash, reason: null };
      return { state: 'underway', transaction: hash, reason: null };
    },
  };
}
