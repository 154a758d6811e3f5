import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { hashCharter, parseMembers } from '../../alliance/index.ts';
import { XiangyuError } from '../../errors.ts';
import { cliErrors, exitCodes } from '../errors.ts';
import { readApiKey } from '../readApiKey.ts';
import { type AllianceState, get, post } from './platform.ts';

export interface FoundParameters {
  members: string;
  url: string;
  keyFile?: string;
  /** Gives up a founding with another charter. */
  replace?: boolean;
  /** Ends as soon as the founders can sign. */
  detach?: boolean;
}

interface Problem {
  line: number;
  column: number;
  problem: string;
}

/** Reads and checks the list before anything is sent. @throws CLI_FILE_UNREADABLE, CLI_FILE_INVALID */
async function readMembers(file: string): Promise<{ text: string; charterHash: string }> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw cliErrors.fileUnreadable({ file }, { cause });
  });
  try {
    return { text, charterHash: hashCharter(parseMembers(text)) };
  } catch (error) {
    if (!(error instanceof XiangyuError)) throw error;
    const problems = (error.details.problems ?? []) as Problem[];
    for (const { line, column, problem } of problems) console.error(`${file}:${line}:${column}: ${problem}`);
    throw cliErrors.fileInvalid({ file, reason: `${problems.length} places named above` }, { cause: error });
  }
}

function describe({ founding, state, registry }: AllianceState): string {
  if (!founding) return 'nothing is under way';
  if (state === 'founded') return 'founded';
  if (founding.step === 'deploying')
    return `the contracts are being deployed${founding.problem ? `: ${founding.problem}` : ''}`;
  const missing = founding.founders.filter(({ signedAt }) => !signedAt).map(({ slug }) => slug);
  const shown = missing.slice(0, 5).join(', ') + (missing.length > 5 ? `, … (${missing.length})` : '');
  const { signed, enrolled, total } = founding;
  return `${signed} of ${total} signed, ${enrolled} on the chain (registry ${registry})${shown ? `; waiting for ${shown}` : ''}`;
}

/** Begins the founding of the alliance, or goes on with it, and shows how far it is until it is done. Ctrl-C ends only the showing. */
export async function found({
  members,
  url,
  keyFile,
  replace = false,
  detach = false,
}: FoundParameters): Promise<number> {
  const { text, charterHash } = await readMembers(members);
  const apiKey = await readApiKey(keyFile);
  let state = await post<AllianceState>(url, '/api/alliance/founding', { members: text, replace }, apiKey);
  console.log(`Charter ${charterHash}\nEach founder now signs on a machine of its own:\n`);
  console.log(`  xiangyu alliance sign --folder FOLDER --url ${url}\n`);
  let shown = '';
  for (;;) {
    const line = describe(state);
    if (line !== shown) console.log(`  ${line}`);
    shown = line;
    if (state.state === 'founded') break;
    if (detach && state.founding?.step === 'signing') return exitCodes.ok;
    await pause(1_000);
    state = await get<AllianceState>(url, '/api/alliance');
  }
  console.log(`\nThe alliance is founded.\n  governor ${state.governor}\n  registry ${state.registry}`);
  console.log(`\nAnybody can check it: xiangyu alliance verify --rpc RPC --governor ${state.governor}`);
  return exitCodes.ok;
}
