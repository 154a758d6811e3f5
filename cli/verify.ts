import { readFile } from 'node:fs/promises';
import { readAnchoredRootOverRpc, type VerifyBundleOptions, verifyBundle } from '../proof/index.ts';
import { cliErrors, exitCodes } from './errors.ts';

export interface VerifyParameters {
  file: string;
  /** eSpace RPC address of the node to ask for the anchored root; without it the chain is not asked. */
  rpc?: string;
  /** Address of the EvidenceLog contract the reader trusts. */
  contract?: string;
  json?: boolean;
}

const marks = { true: '✓', false: '✗', null: '–' } as const;

async function readJson(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw cliErrors.fileUnreadable({ file }, { cause });
  });
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw cliErrors.fileInvalid({ file, reason: cause instanceof Error ? cause.message : 'not JSON' }, { cause });
  }
}

/** Checks a proof bundle from a file and prints every check. Exit code 0: valid; 1: not. */
export async function verify({ file, rpc, contract, json = false }: VerifyParameters): Promise<number> {
  const options: VerifyBundleOptions = {
    ...(rpc ? { readAnchoredRoot: readAnchoredRootOverRpc(rpc) } : {}),
    ...(contract ? { trustedContract: contract as `0x${string}` } : {}),
  };
  const result = await verifyBundle(await readJson(file), options);
  if (json) {
    console.log(JSON.stringify(result, null, 2));
  } else {
    for (const check of result.checks) {
      console.log(`  ${marks[`${check.ok}`]}  ${check.id.padEnd(11)} ${check.detail}`);
    }
    if (result.valid && !rpc) {
      console.log(
        '\nThe proof is sound in itself. To see that the chain holds its root, add --rpc URL of a node you trust.',
      );
    } else if (result.valid && !contract) {
      console.log(
        '\nValid, if the contract named above is your region’s evidence log; --contract ADDRESS checks that too.',
      );
    } else {
      console.log(result.valid ? '\nValid.' : '\nNOT valid.');
    }
  }
  return result.valid ? exitCodes.ok : exitCodes.checkFailed;
}
