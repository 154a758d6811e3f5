import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Hex } from 'viem';
import { parse } from 'yaml';
import { describeProposal, proposalData, readCall, recogniseType } from '../../alliance/index.ts';
import { canonicalizeJson, type JsonValue } from '../../proof/index.ts';
import { cliErrors, exitCodes } from '../errors.ts';
import { confirm, readNonce, requireSame } from './confirm.ts';
import { governErrors } from './errors.ts';
import { type FolderOptions, openVotingKey, readVotingAddress } from './keyFolder.ts';
import {
  type Action,
  actionsOf,
  awaitAction,
  findOwnMember,
  type PreparedData,
  post,
  readDeployed,
  signPrepared,
} from './platform.ts';

export interface ProposeParameters extends FolderOptions {
  url: string;
  /** YAML or JSON: type, parameters, title {zh, en}, text {zh, en}. */
  file: string;
  yes?: boolean;
}

interface Wanted {
  type: string;
  parameters: Record<string, unknown>;
  title: { zh: string; en: string };
  text: { zh: string; en: string };
}

interface Prepared {
  id: Hex;
  document: Wanted;
  targets: Hex[];
  values: string[];
  calldatas: Hex[];
  description: string;
  typedData: PreparedData;
}

/** Parameters that are numbers; every other value is text, so that an address is not taken for one. */
const numbers = ['value', 'threshold'];

function numberParameters(parameters: Record<string, unknown>): Record<string, unknown> {
  const convert = ([name, value]: [string, unknown]) =>
    [name, numbers.includes(name) && typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value] as const;
  return Object.fromEntries(Object.entries(parameters).map(convert));
}

async function readWanted(file: string): Promise<Wanted> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw cliErrors.fileUnreadable({ file }, { cause });
  });
  const invalid = (reason: string) => cliErrors.fileInvalid({ file, reason });
  let given: Partial<Wanted> | null;
  try {
    given = parse(text, { schema: 'failsafe', maxAliasCount: 100 }) as Partial<Wanted> | null;
  } catch (error) {
    throw invalid(error instanceof Error ? (error.message.split('\n', 1)[0] ?? '').replace(/:$/, '') : String(error));
  }
  const isText = (value: unknown): value is { zh: string; en: string } =>
    typeof value === 'object' &&
    value !== null &&
    ['zh', 'en'].every((name) => typeof (value as Record<string, unknown>)[name] === 'string');
  if (typeof given?.type !== 'string') throw invalid('it has no type');
  if (!isText(given.title) || !isText(given.text)) throw invalid('title and text need zh and en');
  const { zh, en } = given.title;
  return {
    type: given.type,
    parameters: numberParameters(given.parameters ?? {}),
    title: { zh, en },
    text: { zh: given.text.zh, en: given.text.en },
  };
}

/** Makes a proposal. What the platform made of it is checked, and shown as the calls that would be carried out, before it is signed. */
export async function propose(parameters: ProposeParameters): Promise<number> {
  const { url, file, folder, yes = false } = parameters;
  const wanted = await readWanted(file);
  const proposer = await readVotingAddress(folder);
  const alliance = await readDeployed(url);
  const { slug: member } = await findOwnMember(url, proposer);
  const { type, title, text } = wanted;
  const prepared = await post<Prepared>(url, '/api/alliance/proposals/prepare', {
    type,
    parameters: wanted.parameters,
    document: { title, text },
    member,
  });
  const wrong = (problem: string) => governErrors.preparedWrong({ problem });
  const { document, description, typedData, targets, calldatas } = prepared;
  if (document.type !== type || !isDeepStrictEqual(document.title, title) || !isDeepStrictEqual(document.text, text)) {
    throw wrong('its document is another');
  }
  for (const [name, value] of Object.entries(wanted.parameters)) {
    if (!isDeepStrictEqual(document.parameters[name], value)) throw wrong(`its ${name} is another`);
  }
  const digest = createHash('sha256')
    .update(canonicalizeJson(document as unknown as JsonValue))
    .digest('hex');
  if (description !== describeProposal(digest)) throw wrong('its description is not the hash of its document');
  const calls = { targets, values: prepared.values.map(BigInt), calldatas };
  if (recogniseType(alliance, calls) !== type) throw wrong(`its calls are not those of a proposal of type ${type}`);
  const place = { chainId: alliance.chainId, contract: alliance.governor };
  const data = proposalData(place, { proposer, calls, description, nonce: readNonce(typedData) });
  requireSame(typedData, data);
  const shown = targets.map((target, index) => {
    const { contract, functionName, args } = readCall(alliance, target, calldatas[index] ?? '0x');
    const written = JSON.stringify(args, (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value));
    return [
      'carries out',
      `${contract ?? target}.${functionName ?? 'pay'}(${written}) with ${prepared.values[index]} wei`,
    ] as const;
  });
  await confirm(`You propose as ${member}.`, [['type', type], ['title', `${title.zh} ${title.en}`], ...shown], yes);
  const account = await openVotingKey(parameters);
  const signature = await signPrepared(account, data);
  const sent = await post<{ id: Hex; action: Action }>(url, '/api/alliance/proposals', { document, member, signature });
  await awaitAction(actionsOf(url, member), sent.action);
  console.log(`proposal ${sent.id}`);
  return exitCodes.ok;
}
