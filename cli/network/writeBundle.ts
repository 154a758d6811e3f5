import { writeFile } from 'node:fs/promises';
import { checkBundle } from '../../engine/index.ts';
import { cliErrors, exitCodes } from '../errors.ts';
import { readApiKey } from '../readApiKey.ts';
import { requestPlatform } from '../requestPlatform.ts';

export interface WriteBundleParameters {
  /** Slug of the member; the API key's own organisation without it. */
  for?: string;
  out: string;
  url: string;
  keyFile?: string;
}

const isLocal = (host: string) => ['127.0.0.1', 'localhost', '[::1]'].includes(host);

/** Asks the platform for a bundle and writes it to a new file. */
export async function writeBundle({ for: member, out, url, keyFile }: WriteBundleParameters): Promise<number> {
  const key = await readApiKey(keyFile);
  const { body } = await requestPlatform({
    url,
    path: member === undefined ? '/api/nodes/bundle' : `/api/nodes/bundle/${encodeURIComponent(member)}`,
    headers: { authorization: `Bearer ${key}` },
  });
  const bundle = checkBundle(body);
  await writeFile(out, `${JSON.stringify(bundle, null, 2)}\n`, { mode: 0o600, flag: 'wx' }).catch((cause: unknown) => {
    throw cliErrors.fileNotWritten({ file: out }, { cause });
  });
  console.log(`The bundle for ${bundle.member} is in ${out}.

  network        Core Space ${bundle.chain.coreChainId}, eSpace ${bundle.chain.evmChainId}
  first block    ${bundle.chain.genesisHash}
  begins with    ${bundle.bootnodes.map(({ host, port }) => `${host}:${port}`).join(', ')}
  platform       ${bundle.platform.url}

Its keys belong to accounts that are empty; still, hand it to the member only. The member starts its node with
\`xiangyu node join ${out} --data FOLDER\`.`);
  if (isLocal(bundle.bootnodes[0]?.host ?? '')) {
    console.log('\nOnly nodes on this machine can join: the platform has no --node-public-address.');
  }
  if (isLocal(new URL(bundle.platform.url).hostname)) {
    console.log('\nOnly nodes on this machine can report: the platform has no --public-url.');
  }
  return exitCodes.ok;
}
