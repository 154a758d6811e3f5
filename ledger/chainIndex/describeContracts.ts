import { decodeAbiParameters, encodeFunctionData, keccak256, parseAbi } from 'viem';
import type { RpcRequest } from '../../engine/index.ts';
import { XiangyuError } from '../../errors.ts';
import type { Hex } from '../../proof/index.ts';
import type { Store } from '../../store/index.ts';
import { toBase32 } from './base32.ts';
import { coreSpace, type SpaceNumber } from './epochData.ts';
import type { IndexNode } from './indexNode.ts';
import { recognisePlatformContracts } from './verify/platformContracts.ts';
import { saveVerification } from './verify/saveVerification.ts';

const tokenAbi = parseAbi([
  'function name() view returns (string)',
  'function symbol() view returns (string)',
  'function decimals() view returns (uint8)',
  'function totalSupply() view returns (uint256)',
  'function supportsInterface(bytes4 id) view returns (bool)',
]);
const erc721 = '0x80ac58cd';
const erc1155 = '0xd9b67a26';
const questions: readonly Hex[] = [
  encodeFunctionData({ abi: tokenAbi, functionName: 'name' }),
  encodeFunctionData({ abi: tokenAbi, functionName: 'symbol' }),
  encodeFunctionData({ abi: tokenAbi, functionName: 'decimals' }),
  encodeFunctionData({ abi: tokenAbi, functionName: 'totalSupply' }),
  encodeFunctionData({ abi: tokenAbi, functionName: 'supportsInterface', args: [erc721] }),
  encodeFunctionData({ abi: tokenAbi, functionName: 'supportsInterface', args: [erc1155] }),
];

/** Reads calls of code in its space; a call that the contract refuses gives null. */
export interface CodeReader {
  readCode(space: SpaceNumber, address: Hex, signal: AbortSignal): Promise<Hex>;
  call(space: SpaceNumber, address: Hex, data: readonly Hex[], signal: AbortSignal): Promise<(Hex | null)[]>;
}

/** Reads contracts through the index's nodes. */
export function createCodeReader(node: IndexNode, coreChainId: () => Promise<number>): CodeReader {
  async function ask<T>(space: SpaceNumber, request: RpcRequest, signal: AbortSignal): Promise<T> {
    const [answer] = await (space === coreSpace
      ? node.core<[T]>([request], signal)
      : node.espace<[T]>([request], signal));
    return answer;
  }
  return {
    async readCode(space, address, signal) {
      if (space !== coreSpace) return ask<Hex>(space, { method: 'eth_getCode', params: [address, 'latest'] }, signal);
      return ask<Hex>(space, { method: 'cfx_getCode', params: [toBase32(address, await coreChainId())] }, signal);
    },
    async call(space, address, data, signal) {
      const to = space === coreSpace ? toBase32(address, await coreChainId()) : address;
      const request = (input: Hex) =>
        space === coreSpace
          ? { method: 'cfx_call', params: [{ to, data: input }] }
          : { method: 'eth_call', params: [{ to, data: input }, 'latest'] };
      return Promise.all(
        data.map((input) =>
          ask<Hex>(space, request(input), signal).catch((error: unknown) => {
            // Only the node's own refusal says something about the contract.
            if (error instanceof XiangyuError && error.details.rpcCode !== undefined) return null;
            throw error;
          }),
        ),
      );
    },
  };
}

function decode<T>(type: string, data: Hex | null | undefined): T | null {
  if (!data || data === '0x') return null;
  try {
    return decodeAbiParameters([{ type }], data)[0] as T;
  } catch {
    return null;
  }
}

/** Names are shown on pages: no control characters, not too long. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const clean = (text: string | null) => text?.replace(/[\u0000-\u001f\u007f]/g, '').slice(0, 80) || null;

interface TokenFacts {
  kind: 20 | 721 | 1155 | null;
  name: string | null;
  symbol: string | null;
  decimals: number | null;
}

async function readToken(
  reader: CodeReader,
  space: SpaceNumber,
  address: Hex,
  signal: AbortSignal,
): Promise<TokenFacts> {
  const [name, symbol, decimals, supply, is721, is1155] = await reader.call(space, address, questions, signal);
  const fungible = decode<number>('uint8', decimals) !== null && decode<bigint>('uint256', supply) !== null;
  const kind = decode<boolean>('bool', is1155) ? 1155 : decode<boolean>('bool', is721) ? 721 : fungible ? 20 : null;
  if (kind === null) return { kind, name: null, symbol: null, decimals: null };
  return {
    kind,
    name: clean(decode<string>('string', name)),
    symbol: clean(decode<string>('string', symbol)),
    decimals: kind === 20 ? decode<number>('uint8', decimals) : null,
  };
}

const perPass = 20;

/**
 * Returns a pass that asks the node about contracts nobody asked about yet: the hash of their code, whether they are the
 * platform's own (these are verified at once), and what they call themselves where they are tokens.
 * It resolves with the milliseconds until the next pass.
 */
export function describeContracts({
  store,
  reader,
  chain,
}: {
  store: Store;
  reader: CodeReader;
  chain: () => Promise<number | null>;
}): (signal: AbortSignal) => Promise<number> {
  const recognise = recognisePlatformContracts();
  return async (signal) => {
    const id = await chain();
    if (id === null) return 1_000;
    const rows = await store.sql<{ space: SpaceNumber; address: Hex }[]>`
      SELECT space, '0x' || encode(address, 'hex') AS address FROM chain_index.contracts
      WHERE chain = ${id} AND described_at IS NULL ORDER BY epoch LIMIT ${perPass}`;
    for (const { space, address } of rows) {
      const code = await reader.readCode(space, address, signal);
      const codeHash = keccak256(code);
      const token = code === '0x' ? null : await readToken(reader, space, address, signal);
      const made = code === '0x' ? null : recognise(Buffer.from(code.slice(2), 'hex'));
      if (made) await saveVerification(store, { chain: id, space, address, codeHash, by: 'platform', made });
      await store.sql`
        UPDATE chain_index.contracts SET
          described_at = now(), code_hash = ${Buffer.from(codeHash.slice(2), 'hex')}, token_kind = ${token?.kind ?? null},
          token_name = ${token?.name ?? null}, token_symbol = ${token?.symbol ?? null},
          token_decimals = ${token?.decimals ?? null}
        WHERE chain = ${id} AND space = ${space} AND address = ${Buffer.from(address.slice(2), 'hex')}`;
    }
    return rows.length === perPass ? 0 : 1_000;
  };
}
