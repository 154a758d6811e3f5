import { parsePolicy, parseVerifierKey, wordsOfError } from '../../../proof/index.ts';

/** What a visitor entered about the log; empty: as the platform publishes it. */
export interface EnteredTrust {
  logKey: string;
  policy: string;
}

/** Whose word is taken for the log's key and its witnesses. */
export interface Trust {
  trustedLogKey?: string;
  witnessPolicy?: string;
  /** `platform`: what this platform publishes, which says less than what somebody else told the visitor. */
  source: 'entered' | 'platform' | 'none';
}

/** Thrown when an entry cannot be used. */
export class TrustProblem extends Error {
  readonly field: keyof EnteredTrust;

  /** The message in Chinese. */
  readonly zh: { message: string };

  constructor(field: keyof EnteredTrust, cause: unknown) {
    const { en, zh } = wordsOfError(cause);
    super(en, { cause });
    this.field = field;
    this.zh = { message: zh };
  }
}

function check(field: keyof EnteredTrust, read: () => unknown): void {
  try {
    read();
  } catch (error) {
    throw new TrustProblem(field, error);
  }
}

/**
 * The trust that a run checks with: what was entered or, where nothing was, what the platform publishes at `/log/policy`.
 * @throws TrustProblem
 */
export async function readTrust(
  { logKey, policy }: EnteredTrust,
  getPolicy: () => Promise<string | null>,
): Promise<Trust> {
  const [key, rule] = [logKey.trim(), policy.trim()];
  if (key !== '') check('logKey', () => parseVerifierKey(key));
  if (rule !== '') check('policy', () => parsePolicy(`${rule}\n`));
  if (key !== '' || rule !== '') {
    const entered = {
      ...(key === '' ? {} : { trustedLogKey: key }),
      ...(rule === '' ? {} : { witnessPolicy: `${rule}\n` }),
    };
    return { ...entered, source: 'entered' };
  }
  const published = await getPolicy().catch(() => null);
  return published === null ? { source: 'none' } : { witnessPolicy: published, source: 'platform' };
}
