import { keccak256 } from 'viem';
import type { Hex } from '../../../proof/index.ts';
import type { Store } from '../../../store/index.ts';
import type { SpaceNumber } from '../epochData.ts';
import { indexErrors } from '../errors.ts';
import { type CompiledCode, compileSource, installedCompiler } from './compileSource.ts';
import { matchCode } from './matchCode.ts';
import { type StandardInput, saveVerification } from './saveVerification.ts';

/** What someone says the code of a contract was made from. */
export interface VerificationRequest {
  compiler: string;
  /** `Name` or `path/File.sol:Name`. */
  contractName: string;
  source?: string | undefined;
  optimizer?: { enabled: boolean; runs: number } | undefined;
  evmVersion?: string | undefined;
  standardJson?: Record<string, unknown> | undefined;
}

/** The newest instructions that the nodes execute. */
const defaultEvmVersion = 'cancun';

/** The input for the compiler, with nothing but sources that were given: no files, no addresses to load from. */
const badSource = (problem: string, zh: string) => indexErrors.badSource({ problem }, { zh: { problem: zh } });

function buildInput(request: VerificationRequest): StandardInput {
  const { source, standardJson, contractName, optimizer = { enabled: false, runs: 200 } } = request;
  const outputSelection = { '*': { '*': ['abi', 'evm.deployedBytecode'] } };
  if (standardJson) {
    const { language, sources, settings } = standardJson as Partial<StandardInput>;
    if (language !== 'Solidity' || typeof sources !== 'object' || sources === null)
      throw badSource('the standard JSON input has no Solidity sources', '标准 JSON 输入中没有 Solidity 源码');
    for (const [path, file] of Object.entries(sources)) {
      if (typeof file?.content !== 'string')
        throw badSource(
          `the content of ${path} is not in the standard JSON input`,
          `标准 JSON 输入中没有 ${path} 的内容`,
        );
    }
    return { language, sources, settings: { ...(settings ?? {}), outputSelection } };
  }
  if (source === undefined)
    throw badSource('neither a source nor a standard JSON input is given', '没有提供源码，也没有提供标准 JSON 输入');
  const file = contractName.includes(':') ? contractName.slice(0, contractName.lastIndexOf(':')) : 'Contract.sol';
  const evmVersion = request.evmVersion ?? defaultEvmVersion;
  return {
    language: 'Solidity',
    sources: { [file]: { content: source } },
    settings: { optimizer, evmVersion, outputSelection },
  };
}

/** The contract that is meant: by file and name, or by a name that only one file has. */
function pick(contracts: Record<string, Record<string, CompiledCode>>, contractName: string) {
  const place = contractName.lastIndexOf(':');
  const [file, name] = [place < 0 ? null : contractName.slice(0, place), contractName.slice(place + 1)];
  const found = Object.entries(contracts).flatMap(([path, made]) => {
    const code = made[name];
    return code && (file === null || file === path) ? [{ file: path, name, code }] : [];
  });
  if (found.length > 1)
    throw badSource(
      `several files have a contract ${name}; say which as path/File.sol:${name}`,
      `多个文件中都有合约 ${name}，请写成 path/File.sol:${name} 的形式`,
    );
  const [only] = found;
  if (!only) throw badSource(`there is no contract ${contractName} in the source`, `源码中没有合约 ${contractName}`);
  return only;
}

export interface VerifyContractParameters {
  store: Store;
  chain: number;
  space: SpaceNumber;
  address: Hex;
  /** Code of the contract as the node has it. */
  code: Hex;
  request: VerificationRequest;
  /** Who asked, for the record. */
  by: string;
  signal?: AbortSignal;
}

/**
 * Compiles the source and, when it gives the code on the chain, keeps it with its ABI for this contract and all with the same
 * code.
 * @throws INDEX_COMPILER_UNKNOWN, INDEX_BAD_SOURCE, INDEX_NOT_COMPILED, INDEX_CODE_DIFFERS, INDEX_COMPILER_LIMIT
 */
export async function verifyContract(parameters: VerifyContractParameters): Promise<{ match: 'full' | 'runtime' }> {
  const { store, chain, space, address, code, request, by, signal } = parameters;
  const installed = installedCompiler();
  if (request.compiler.replace(/^v/, '').replace(/\+.*$/, '') !== installed)
    throw indexErrors.compilerUnknown({ asked: request.compiler, installed });
  const input = buildInput(request);
  const output = await compileSource(input, signal ? { signal } : {});
  const problem = output.errors?.find(({ severity }) => severity === 'error')?.formattedMessage.trim();
  if (problem || !output.contracts)
    throw indexErrors.notCompiled(
      { problem: problem ?? 'the compiler gave nothing' },
      problem ? {} : { zh: { problem: '没有输出' } },
    );
  const picked = pick(output.contracts, request.contractName);
  const match = matchCode(Buffer.from(code.slice(2), 'hex'), picked.code);
  if (match === null) throw indexErrors.codeDiffers({ address, name: picked.name });
  const { file, name } = picked;
  const { abi } = picked.code;
  const made = { file, name, abi, compiler: installed, match, input };
  await saveVerification(store, { chain, space, address, codeHash: keccak256(code), by, made });
  return { match };
}
