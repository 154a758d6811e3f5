import { resolve } from 'node:path';
import { openNodeKey } from '../../engine/index.ts';
import { exitCodes } from '../errors.ts';

/** Prints what others need to know of a node's key, never the key itself. */
export async function printNodeKey({ data, json = false }: { data: string; json?: boolean }): Promise<number> {
  const { publicKey, author } = await openNodeKey(resolve(data));
  if (json) console.log(JSON.stringify({ nodeKey: publicKey, author }, null, 2));
  else
    console.log(`Node key (public, 64 bytes)
  ${publicKey}
Author of its blocks (Core Space)
  ${author}

The node key goes into your organisation’s entry of the registry: \`nodeKey\` in the founders’ list or the application,
or a change signed with your member key. The secret half stays in ${data}; keep a copy of secrets/network.key.`);
  return exitCodes.ok;
}
