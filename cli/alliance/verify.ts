import { readFile } from 'node:fs/promises';
import {
  type Charter,
  describeEvent,
  hashCharter,
  nameMembers,
  openHistoryReader,
  toEntry,
  type VerifiedAlliance,
  verifyAlliance,
} from '../../alliance/index.ts';
import { cliErrors, exitCodes } from '../errors.ts';

export interface VerifyAllianceParameters {
  rpc: string;
  governor: string;
  /** The charter's text, to see that it is the one of this alliance and to name its founders. */
  charter?: string;
  /** Further slugs to name members by; the chain has only their hashes. */
  name?: string[];
  json?: boolean;
}

async function readCharter(file: string | undefined): Promise<Charter | null> {
  if (file === undefined) return null;
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw cliErrors.fileUnreadable({ file }, { cause });
  });
  try {
    const charter = JSON.parse(text) as Charter;
    charter.founders.map(toEntry);
    return charter;
  } catch (cause) {
    throw cliErrors.fileInvalid({ file, reason: 'it is not a charter' }, { cause });
  }
}

const time = (seconds: bigint) => new Date(Number(seconds) * 1_000).toISOString().replace('.000Z', 'Z');

interface Shown {
  block: number;
  time: string;
  transaction: string;
  event: string;
  text: string;
}

function listHistory(
  { events, state, contracts }: VerifiedAlliance,
  nameOf: (id: `0x${string}`) => string | null,
): Shown[] {
  return events.flatMap((event) => {
    const text = describeEvent(event, { state, contracts, nameOf });
    if (text === null) return [];
    const { blockNumber, time: at, transactionHash } = event.log;
    return [{ block: Number(blockNumber), time: time(at), transaction: transactionHash, event: event.name, text }];
  });
}

/**
 * Verifies an alliance from the chain alone: reads the logs and the state from one node, and nothing from any platform. Exit code 1
 * when something does not add up.
 */
export async function verify(parameters: VerifyAllianceParameters): Promise<number> {
  const { rpc, governor, json = false, name = [] } = parameters;
  if (!/^0x[0-9a-fA-F]{40}$/.test(governor)) throw cliErrors.addressInvalid({ address: governor });
  if (!URL.canParse(rpc)) {
    const expected = 'such as http://host:8545';
    throw cliErrors.optionInvalid({ name: 'rpc', value: rpc, origin: 'command line', expected });
  }
  const charter = await readCharter(parameters.charter);
  const verified = await verifyAlliance(await openHistoryReader(rpc), governor as `0x${string}`);
  const { state, creation, contracts, chainId, signatures } = verified;
  const { findings } = state;
  if (charter && hashCharter(charter) !== creation.charterHash) {
    findings.push({
      block: 0,
      transaction: null,
      problem: 'the charter given is not the one that the founders signed',
    });
  }
  const nameOf = nameMembers([...(charter?.founders.map(({ slug }) => slug) ?? []), ...name]);
  const history = listHistory(verified, nameOf);
  const members = [...state.members.values()].map(({ id, status, key, weight, entry }) => ({
    id,
    slug: nameOf(id),
    did: entry.did,
    status,
    key,
    weight: weight.toString(),
  }));
  const valid = findings.length === 0;
  if (json) {
    const rules = { ...creation.rules, kindWeights: creation.rules.kindWeights.map(Number) };
    console.log(
      JSON.stringify(
        { valid, chainId, contracts, charterHash: creation.charterHash, rules, members, history, signatures, findings },
        null,
        2,
      ),
    );
    return valid ? exitCodes.ok : exitCodes.checkFailed;
  }
  console.log(`Alliance ${contracts.governor} on chain ${chainId}, charter ${creation.charterHash}\n`);
  for (const { block, time: at, text } of history) console.log(`${String(block).padStart(8)}  ${at}  ${text}`);
  const count = (status: string) => members.filter((member) => member.status === status).length;
  console.log(`
The contracts are this program's, to the byte.
Members: ${count('admitted')} admitted, ${count('suspended')} suspended, ${count('left')} left.
Signatures checked: ${signatures.shown}; ${signatures.hidden} came in a way that only the chain itself could check.`);
  if (valid)
    console.log("Everything adds up: each change was decided by the members, and each vote was its member's own.");
  for (const { block, transaction, problem } of findings) {
    console.log(`DOES NOT ADD UP${transaction ? ` (block ${block}, ${transaction})` : ''}: ${problem}`);
  }
  return valid ? exitCodes.ok : exitCodes.checkFailed;
}
