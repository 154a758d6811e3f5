import { type Hex, zeroAddress } from 'viem';
import { memberId, nodeKeysData } from '../../alliance/index.ts';
import { openNodeKey } from '../../engine/index.ts';
import { cliErrors, exitCodes } from '../errors.ts';
import { confirm, readNonce, requireSame } from './confirm.ts';
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

export interface NodeKeysParameters extends FolderOptions {
  url: string;
  yes?: boolean;
  /** Folder of the member's node on this machine, or its public key, or `none`. */
  node?: string;
  /** Account that the member's witness printed, or `none`. */
  witness?: string;
}

async function readNode(text: string): Promise<Hex | null> {
  if (text === 'none') return null;
  if (/^0x[0-9a-f]{128}$/i.test(text)) return text.toLowerCase() as Hex;
  return (await openNodeKey(text)).publicKey;
}

function readWitness(text: string): Hex | null {
  if (text === 'none') return null;
  if (!/^0x[0-9a-f]{40}$/i.test(text)) throw cliErrors.addressInvalid({ address: text });
  return text.toLowerCase() as Hex;
}

/** Changes the keys of a member's node and witness in the registry; what is not named stays as it is. */
export async function nodeKeys(parameters: NodeKeysParameters): Promise<number> {
  const { url, folder, node, witness, yes = false } = parameters;
  const wanted = {
    ...(node === undefined ? {} : { nodeKey: await readNode(node) }),
    ...(witness === undefined ? {} : { witness: readWitness(witness) }),
  };
  const key = await readVotingAddress(folder);
  const alliance = await readDeployed(url);
  const { slug: member } = await findOwnMember(url, key);
  const asked = { member, ...wanted };
  const { typedData } = await post<{ typedData: PreparedData }>(url, '/api/alliance/node-keys/prepare', asked);
  // What was not named is the platform's answer, and shown before it is signed.
  const present = typedData.message as { nodeKey: Hex; witness: Hex };
  const full = {
    nodeKey: wanted.nodeKey === undefined ? present.nodeKey : (wanted.nodeKey ?? '0x'),
    witness: wanted.witness === undefined ? present.witness : (wanted.witness ?? zeroAddress),
  };
  const place = { chainId: alliance.chainId, contract: alliance.registry };
  const data = nodeKeysData(place, { member: memberId(member), ...full, nonce: readNonce(typedData) });
  requireSame(typedData, data);
  const shown = {
    nodeKey: full.nodeKey === '0x' ? null : full.nodeKey,
    witness: BigInt(full.witness) === 0n ? null : full.witness,
  };
  await confirm(
    `The keys of ${member}'s node and witness in the registry become:`,
    [
      ['node key', shown.nodeKey ?? 'none'],
      ['witness', shown.witness ?? 'none'],
    ],
    yes,
  );
  const signature = await signPrepared(await openVotingKey(parameters), data);
  const sent = await post<{ action: Action }>(url, '/api/alliance/node-keys', { member, ...shown, signature });
  await awaitAction(actionsOf(url, member), sent.action);
  console.log(`the registry has these keys for ${member}`);
  return exitCodes.ok;
}
