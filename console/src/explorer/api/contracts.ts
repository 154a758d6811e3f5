import { request } from '../../api/request.ts';
import type { AddressRef } from './common.ts';
import { type CursorPage, type Query, readExplorer } from './page.ts';

export interface ContractSummary {
  address: AddressRef;
  name: string | null;
  verified: boolean;
  creator: AddressRef | null;
  transactionHash: string | null;
  epoch: number | null;
  time: string | null;
  token: {
    kind: 'erc20' | 'erc721' | 'erc1155';
    name: string | null;
    symbol: string | null;
    decimals: number | null;
  } | null;
}

/** How a contract's source was compared with its code. */
export interface Verification {
  contractName: string;
  compiler: string;
  match: 'full' | 'runtime';
  optimizer: { enabled: boolean; runs: number };
  evmVersion: string | null;
  sources: { path: string; content: string }[];
  abi: AbiItem[];
  verifiedAt: string;
}

export interface AbiParameter {
  name?: string;
  type: string;
  components?: AbiParameter[];
}

export interface AbiItem {
  type: string;
  name?: string;
  inputs?: AbiParameter[];
  outputs?: AbiParameter[];
  stateMutability?: string;
}

export interface ContractDetail extends ContractSummary {
  code: string;
  implementation: AddressRef | null;
  verification: Verification | null;
}

export interface ReadResult {
  signature: string;
  epoch: number;
  outputs: { name: string; type: string; value: unknown }[];
}

/** One page of contracts, the newest first. */
export function listContracts(query: Query, signal?: AbortSignal): Promise<CursorPage<ContractSummary>> {
  return readExplorer('contracts', query, signal);
}

/** One contract with its code and, when verified, its source. */
export function getContract(address: string, signal?: AbortSignal): Promise<ContractDetail> {
  return readExplorer(`contracts/${encodeURIComponent(address)}`, {}, signal);
}

/** Asks a reading function of a contract. */
export function readContract(address: string, call: { function: string; args: unknown[] }): Promise<ReadResult> {
  return request(`/api/explorer/contracts/${encodeURIComponent(address)}/read`, { method: 'POST', body: call });
}

export interface VerifySource {
  compiler: string;
  contractName: string;
  source: string;
  optimizer: { enabled: boolean; runs: number };
  evmVersion?: string;
}

/** Gives the source of a contract; the platform compiles it and compares the code. */
export function verifyContract(address: string, source: VerifySource): Promise<ContractDetail> {
  return request(`/api/explorer/contracts/${encodeURIComponent(address)}/verify`, { method: 'POST', body: source });
}
