import { readFile } from 'node:fs/promises';
import {
  isExchangeBundle,
  mergeExchangeBundles,
  readAnchoredRootOverRpc,
  type VerifyBundleOptions,
  type VerifyBundleReturnType,
  verifyBundle,
  verifyExchangeBundle,
} from '../proof/index.ts';
import { cliErrors, exitCodes } from './errors.ts';
import { gatherTrust } from './gatherTrust.ts';
import { tellExchange, verifySignature } from './tellExchange.ts';

export interface VerifyParameters {
  file: string;
  /** The other side's bundle of the same exchange. */
  with?: string;
  /** eSpace RPC address of the node to ask for the anchored root; without it the chain is not asked. */
  rpc?: string;
  /** Address of the EvidenceLog contract the reader trusts. */
  contract?: string;
  /** The log's verifier key (signed-note) as its operator publishes it. */
  logKey?: string;
  /** File with a tlog-policy: which witnesses have to vouch. */
  policy?: string;
  /** Follows the chain part down from a trusted block; implied by the two below. */
  deep?: boolean;
  trustedBlock?: string[];
  /** Core Space RPC addresses whose answers about the pivot block must agree. */
  coreRpc?: string[];
  json?: boolean;
}

const marks = { true: '✓', false: '✗', null: '–' } as const;

async function readText(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((cause: unknown) => {
    throw cliErrors.fileUnreadable({ file }, { cause });
  });
}

async function readJson(file: string): Promise<unknown> {
  const text = await readText(file);
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw cliErrors.fileInvalid({ file, reason: cause instanceof Error ? cause.message : 'not JSON' }, { cause });
  }
}

/** What the findings come to, and which option would show more. */
function conclude(
  { valid, checks }: VerifyBundleReturnType,
  deep: boolean,
  { rpc, contract }: VerifyParameters,
): string {
  if (!valid) {
    const untrusted =
      deep && checks.every(({ ok }) => ok !== false) && checks.some(({ id, ok }) => id === 'header' && ok);
    return untrusted
      ? 'NOT decided: all of it fits, but nothing was given to compare the chain with. Add --trusted-block HASH, or --core-rpc URL or --rpc URL of nodes you trust.'
      : 'NOT valid.';
  }
  if (deep && contract) return 'Valid, down to the block.';
  if (!rpc && !deep)
    return 'The proof is sound in itself. To see that the chain holds its root, add --rpc URL of a node you trust, or --deep.';
  if (!contract)
    return 'Valid, if the contract named above is your region’s evidence log; --contract ADDRESS checks that too.';
  return 'Valid.';
}

/** Checks a proof bundle, or the evidence of an exchange, from a file and prints every check. Exit code 0: valid; 1: not. */
export async function verify(parameters: VerifyParameters): Promise<number> {
  const { file, rpc, contract, logKey, policy, trustedBlock = [], coreRpc = [], json = false } = parameters;
  const deep = parameters.deep === true || trustedBlock.length > 0 || coreRpc.length > 0;
  const given = await readJson(file);
  const isExchange = isExchangeBundle(given);
  // The checkpoints of an exchange have no chain part: a node is asked for their roots.
  if (isExchange && deep)
    throw cliErrors.fileInvalid({ file, reason: 'a bundle of an exchange has no chain part; use --rpc' });
  const { bundle, trust } = deep
    ? await gatherTrust(given, { rpc, coreRpc, trustedBlock })
    : { bundle: given, trust: {} };
  const options: VerifyBundleOptions = {
    ...trust,
    deep,
    ...(rpc ? { readAnchoredRoot: readAnchoredRootOverRpc(rpc) } : {}),
    ...(contract ? { trustedContract: contract as `0x${string}` } : {}),
    ...(logKey ? { trustedLogKey: logKey } : {}),
    ...(policy ? { witnessPolicy: await readText(policy) } : {}),
  };
  if (isExchange) {
    const whole = parameters.with ? mergeExchangeBundles([given, await readJson(parameters.with)]) : given;
    const told = await verifyExchangeBundle(whole, { ...options, verifySignature });
    if (json) console.log(JSON.stringify(told, null, 2));
    else tellExchange(told, { rpc, contract, logKey });
    return told.valid ? exitCodes.ok : exitCodes.checkFailed;
  }
  const result = await verifyBundle(bundle, options);
  if (json) {
    console.log(JSON.stringify(result, null, 2));
  } else {
    for (const check of result.checks) console.log(`  ${marks[`${check.ok}`]}  ${check.id.padEnd(13)} ${check.detail}`);
    console.log(`\n${conclude(result, deep, parameters)}`);
  }
  return result.valid ? exitCodes.ok : exitCodes.checkFailed;
}
