import type { Hex } from '../hashes.ts';
import { decodeCoreAddress } from './coreAddress.ts';
import { fromHex } from './hexBytes.ts';
import type { Receipt, StorageChange } from './receipt.ts';

/** A receipt as `cfx_getEpochReceipts(epoch, true)` answers it: of both spaces, skipped ones too. */
export interface RpcReceipt {
  transactionHash: Hex;
  accumulatedGasUsed: Hex;
  gasFee: Hex;
  gasCoveredBySponsor: boolean;
  logsBloom: Hex;
  logs: { address: string; topics: Hex[]; data: Hex; space: 'native' | 'evm' }[];
  outcomeStatus: Hex;
  space: 'native' | 'evm';
  storageCoveredBySponsor: boolean;
  storageCollateralized: Hex;
  storageReleased: { address: string; collaterals: Hex }[];
  burntGasFee?: Hex | null;
  from: string;
  to: string | null;
  contractCreated: string | null;
}

/** Core Space counts 0 success, 1 failed, 2 skipped; eSpace answers as Ethereum does: 1 success, 0 failed, 255 skipped. */
function readOutcome({ space, outcomeStatus }: RpcReceipt): Receipt['outcome'] {
  const status = Number(outcomeStatus);
  if (status === (space === 'evm' ? 1 : 0)) return 'success';
  return status === (space === 'evm' ? 0 : 1) ? 'failed' : 'skipped';
}

/** RPC sums the collateral up; it is of one account, the sender or, where a sponsor pays, the contract. */
function readCollateral(receipt: RpcReceipt): StorageChange[] {
  const collaterals = BigInt(receipt.storageCollateralized);
  if (collaterals === 0n) return [];
  const owner = receipt.storageCoveredBySponsor
    ? (receipt.to ?? receipt.contractCreated ?? receipt.from)
    : receipt.from;
  return [{ address: decodeCoreAddress(owner), collaterals }];
}

/** The receipt that RPC's answer stands for, with the fields in the form in which they are hashed. */
export function receiptFromRpc(receipt: RpcReceipt): Receipt {
  return {
    accumulatedGasUsed: BigInt(receipt.accumulatedGasUsed),
    gasFee: BigInt(receipt.gasFee),
    gasSponsorPaid: receipt.gasCoveredBySponsor,
    logBloom: fromHex(receipt.logsBloom),
    logs: receipt.logs.map((log) => ({
      address: decodeCoreAddress(log.address),
      topics: log.topics.map(fromHex),
      data: fromHex(log.data),
      space: log.space === 'evm' ? 'espace' : 'core',
    })),
    outcome: readOutcome(receipt),
    storageSponsorPaid: receipt.storageCoveredBySponsor,
    storageCollateralized: readCollateral(receipt),
    storageReleased: receipt.storageReleased.map(({ address, collaterals }) => ({
      address: decodeCoreAddress(address),
      collaterals: BigInt(collaterals),
    })),
    burntGasFee: receipt.burntGasFee == null ? null : BigInt(receipt.burntGasFee),
  };
}
