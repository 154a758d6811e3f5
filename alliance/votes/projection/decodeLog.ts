import { type DecodeEventLogReturnType, decodeEventLog, type Hex } from 'viem';
import { allianceGovernorAbi } from '../../../contracts/generated/AllianceGovernor.ts';
import { allianceRecordAbi } from '../../../contracts/generated/AllianceRecord.ts';
import { memberRegistryAbi } from '../../../contracts/generated/MemberRegistry.ts';
import type { FollowedLog } from '../../../ledger/index.ts';
import type { AllianceContracts } from '../../chain/proposals.ts';

/** Where a log stands on the chain. */
export interface LogPlace {
  epoch: number;
  index: number;
  transaction: Hex;
  time: Date;
}

type DecodedLog =
  | { contract: 'registry'; event: DecodeEventLogReturnType<typeof memberRegistryAbi> }
  | { contract: 'governor'; event: DecodeEventLogReturnType<typeof allianceGovernorAbi> }
  | { contract: 'record'; event: DecodeEventLogReturnType<typeof allianceRecordAbi> };

/** A log of one of the alliance's contracts, decoded. */
export type AllianceLog = DecodedLog & { place: LogPlace };

/** Decodes a log; null for one that is not of these contracts. A log that the contracts cannot have written throws. */
export function decodeLog(contracts: AllianceContracts, log: FollowedLog): AllianceLog | null {
  const place = { epoch: log.epoch, index: log.index, transaction: log.transaction, time: new Date(log.time * 1_000) };
  const encoded = { topics: log.topics as [Hex, ...Hex[]], data: log.data };
  switch (log.address) {
    case contracts.registry:
      return { contract: 'registry', event: decodeEventLog({ abi: memberRegistryAbi, ...encoded }), place };
    case contracts.governor:
      return { contract: 'governor', event: decodeEventLog({ abi: allianceGovernorAbi, ...encoded }), place };
    case contracts.record:
      return { contract: 'record', event: decodeEventLog({ abi: allianceRecordAbi, ...encoded }), place };
    default:
      return null;
  }
}

/** Ids, accounts and keys as the tables have them. */
export const lower = (hex: Hex): Hex => hex.toLowerCase() as Hex;
