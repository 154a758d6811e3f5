import solc from 'solc';
import { contractErrors } from './errors.ts';

/** What the compiler makes of one contract. */
export interface CompiledContract {
  abi: readonly Record<string, unknown>[];
  /** Creation code in hexadecimal with 0x. */
  bytecode: `0x${string}`;
  /** The compiler's own name of itself, with its commit. */
  compiler: string;
}

interface CompilerOutput {
  errors?: { severity: string; formattedMessage: string }[];
  contracts?: Record<string, Record<string, { abi: Record<string, unknown>[]; evm: { bytecode: { object: string } } }>>;
}

/**
 * Compiles one contract with the compiler that npm pins. The same source always gives the same bytes: no metadata hash and no
 * CBOR are appended. The nodes have the Cancun instructions but not Osaka's, hence `evmVersion`. A warning is a fault too.
 */
export function compile(contract: string, source: string): CompiledContract {
  const file = `${contract}.sol`;
  const input = {
    language: 'Solidity',
    sources: { [file]: { content: source } },
    settings: {
      evmVersion: 'cancun',
      optimizer: { enabled: true, runs: 1_000 },
      metadata: { bytecodeHash: 'none', appendCBOR: false },
      outputSelection: { [file]: { [contract]: ['abi', 'evm.bytecode.object'] } },
    },
  };
  const output: CompilerOutput = JSON.parse(solc.compile(JSON.stringify(input)));
  const problem = output.errors?.find(({ severity }) => severity !== 'info')?.formattedMessage.trim();
  const compiled = output.contracts?.[file]?.[contract];
  if (problem || !compiled)
    throw contractErrors.compileFailed({ contract, problem: problem ?? 'it is not in its file' });
  return { abi: compiled.abi, bytecode: `0x${compiled.evm.bytecode.object}`, compiler: solc.version() };
}
