import type { Hex } from 'viem';
import { keyRotationData, memberId } from '../../alliance/index.ts';
import { exitCodes } from '../errors.ts';
import { confirm, readNonce, requireSame } from './confirm.ts';
import { type FolderOptions, openSuccession, succeed } from './keyFolder.ts';
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

export interface RotateKeyParameters extends FolderOptions {
  url: string;
  yes?: boolean;
}

/** Replaces a member's voting key by a new one. Ended in between, it goes on with the same new key when it is run again. */
export async function rotateKey(parameters: RotateKeyParameters): Promise<number> {
  const { url, folder, yes = false } = parameters;
  const alliance = await readDeployed(url);
  const { old, next } = await openSuccession(parameters);
  const newKey = next.address.toLowerCase() as Hex;
  const done = await findOwnMember(url, newKey).catch(() => null);
  if (!done) {
    const { slug: member } = await findOwnMember(url, old.address);
    const { typedData } = await post<{ typedData: PreparedData }>(url, '/api/alliance/keys/prepare', {
      member,
      newKey,
    });
    const place = { chainId: alliance.chainId, contract: alliance.registry };
    const data = keyRotationData(place, { member: memberId(member), newKey, nonce: readNonce(typedData) });
    requireSame(typedData, data);
    await confirm(
      `The voting key of ${member} is replaced.`,
      [
        ['old key', `${old.address}, which never signs again`],
        ['new key', next.address],
      ],
      yes,
    );
    const [oldSignature, newSignature] = await Promise.all([signPrepared(old, data), signPrepared(next, data)]);
    const body = { member, newKey, oldSignature, newSignature };
    const sent = await post<{ action: Action }>(url, '/api/alliance/keys', body);
    await awaitAction(actionsOf(url, member), sent.action);
  }
  await succeed(folder, old.address);
  console.log(next.address);
  return exitCodes.ok;
}
