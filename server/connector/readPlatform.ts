import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { getOutgoing } from '../../host/index.ts';
import { serverErrors } from '../errors.ts';

/** What a connector on its own machine must know of the platform before it can open. */
export interface PlatformFacts {
  evmChainId: number;
  name: { zh: string; en: string };
}

interface MemberPage {
  members: { slug: string; name: { zh: string; en: string } }[];
  nextPageToken: string | null;
}

const timeoutMs = 10_000;

async function ask(platformUrl: string, path: string): Promise<unknown> {
  // The platform's address is not a user's: this installation was told it.
  const { status, body } = await getOutgoing({ url: new URL(path, platformUrl).href, timeoutMs, allowPrivate: true });
  if (status !== 200) throw new Error(`it answered ${status}`);
  return JSON.parse(body);
}

async function readName(platformUrl: string, member: string): Promise<PlatformFacts['name']> {
  let token: string | null = null;
  do {
    const query: string = token === null ? '' : `&nextPageToken=${encodeURIComponent(token)}`;
    const page = (await ask(platformUrl, `/api/members?perPage=100${query}`)) as MemberPage;
    const found = page.members.find(({ slug }) => slug === member);
    if (found) return found.name;
    token = page.nextPageToken;
  } while (token !== null);
  throw serverErrors.memberUnknown({ member, url: platformUrl });
}

/**
 * Asks the platform for its chain and the member's name. They are kept, so that the connector starts while the platform is away.
 * @throws SERVER_MEMBER_UNKNOWN, SERVER_PLATFORM_SILENT
 */
export async function readPlatform(p: {
  platformUrl: string;
  member: string;
  dataDir: string;
}): Promise<PlatformFacts> {
  const file = join(p.dataDir, 'platform.json');
  try {
    const { evmChainId } = (await ask(p.platformUrl, '/api/exchange/chain')) as { evmChainId: number };
    const facts = { evmChainId, name: await readName(p.platformUrl, p.member) };
    await writeFile(file, JSON.stringify({ ...facts, member: p.member }));
    return facts;
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'SERVER_MEMBER_UNKNOWN') throw cause;
    const kept = await readFile(file, 'utf8').then(
      (text) => JSON.parse(text) as PlatformFacts & { member: string },
      () => null,
    );
    if (kept?.member === p.member) return kept;
    const problem = cause instanceof Error ? cause.message : String(cause);
    throw serverErrors.platformSilent({ url: p.platformUrl, problem }, { cause });
  }
}
