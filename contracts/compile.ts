import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import solc from 'solc';
import { contractErrors } from './errors.ts';

const require = createRequire(import.meta.url);

/** What the compiler makes of one contract. */
export interface CompiledContract {
  abi: readonly Record<string, unknown>[];
  /** Creation code in hexadecimal with 0x. */
  bytecode: `0x${string}`;
  /** The compiler's own name of itself, with its commit. */
  compiler: string;
  /** The code that a chain holds once the contract is deployed, with the places that its deployment fills in. */
  deployed: DeployedCode;
}

/** `evm.deployedBytecode` of solc's standard JSON output. */
export interface DeployedCode {
  object: string;
  immutableReferences: Record<string, { start: number; length: number }[]>;
  linkReferences: Record<string, Record<string, { start: number; length: number }[]>>;
}

/** How the platform's contracts are compiled; the nodes have the Cancun instructions but not Osaka's. */
export const compilerSettings = {
  evmVersion: 'cancun',
  optimizer: { enabled: true, runs: 1_000 },
  metadata: { bytecodeHash: 'none', appendCBOR: false },
} as const;

const deployedFields = ['object', 'immutableReferences', 'linkReferences'].map(
  (field) => `evm.deployedBytecode.${field}`,
);

interface CompilerOutput {
  errors?: { severity: string; formattedMessage: string; sourceLocation?: { file: string } }[];
  contracts?: Record<string, Record<string, CompilerContract>>;
}

interface CompilerContract {
  abi: Record<string, unknown>[];
  evm: { bytecode: { object: string }; deployedBytecode: DeployedCode };
}

/** A source that another one imports: of an npm package, or a file of this folder. */
function readImport(path: string): { contents: string } | { error: string } {
  try {
    const file = path.startsWith('@') ? require.resolve(path) : new URL(path, import.meta.url);
    return { contents: readFileSync(file, 'utf8') };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * Compiles one contract with the compiler that npm pins. The same source always gives the same bytes: no metadata hash and no
 * CBOR are appended. A warning is a fault too, unless it is about a package.
 */
export function compile(contract: string, source: string): CompiledContract {
  const file = `${contract}.sol`;
  const input = {
    language: 'Solidity',
    sources: { [file]: { content: source } },
    settings: {
      ...compilerSettings,
      outputSelection: { [file]: { [contract]: ['abi', 'evm.bytecode.object', ...deployedFields] } },
    },
  };
  const output: CompilerOutput = JSON.parse(solc.compile(JSON.stringify(input), { import: readImport }));
  const isOurs = ({ severity, sourceLocation }: { severity: string; sourceLocation?: { file: string } }) =>
    severity === 'error' || (severity !== 'info' && !sourceLocation?.file.startsWith('@'));
  const problem = output.errors?.find(isOurs)?.formattedMessage.trim();
  const compiled = output.contracts?.[file]?.[contract];
  if (problem || !compiled)
    throw contractErrors.compileFailed({ contract, problem: problem ?? 'it is not in its file' });
  const { bytecode, deployedBytecode } = compiled.evm;
  const { object, immutableReferences, linkReferences } = deployedBytecode;
  const deployed = { object, immutableReferences, linkReferences };
  return { abi: compiled.abi, bytecode: `0x${bytecode.object}`, compiler: solc.version(), deployed };
}
