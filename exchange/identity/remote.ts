import { getOutgoing } from '../../host/index.ts';

export interface RemoteParameters {
  /** Where the platform is reached, as this installation was told; it may be a private address. */
  platformUrl: string;
  /** Whether other hosts may be at private addresses. */
  allowPrivate: boolean;
  now: () => Date;
}

/** Another answer than 200. */
export class AnswerError extends Error {
  readonly status: number;
  constructor(message: string, status: number) {
    super(message);
    this.status = status;
  }
}

/** Reads a text over HTTP; what was read a moment ago is given again, and so is a failure. */
export type ReadRemote = (url: string, accept: string) => Promise<string>;

const keepMs = 2_500;
const mostKept = 500;
const timeoutMs = 4_000;

/**
 * Makes a reader of DID documents, status lists and registry entries. Any other host than the platform's is asked over https
 * only, and never at a private address, unless the installation allows it. It throws HOST_… and plain errors.
 */
export function createReader({ platformUrl, allowPrivate, now }: RemoteParameters): ReadRemote {
  const { origin } = new URL(platformUrl);
  const kept = new Map<string, { until: number; text: Promise<string> }>();

  async function read(url: string, accept: string): Promise<string> {
    const { origin: asked, protocol } = new URL(url);
    const isPlatform = asked === origin;
    if (!isPlatform && protocol !== 'https:' && !allowPrivate) throw new Error(`${asked} is not asked without https.`);
    const { status, body } = await getOutgoing({
      url,
      headers: { accept },
      timeoutMs,
      allowPrivate: isPlatform || allowPrivate,
      maxAnswerBytes: 512 * 1024,
    });
    if (status !== 200) throw new AnswerError(`${asked} answered ${status}.`, status);
    return body;
  }

  return (url, accept) => {
    const time = now().getTime();
    const key = `${accept} ${url}`;
    const known = kept.get(key);
    if (known && known.until > time) return known.text;
    const text = read(url, accept);
    text.catch(() => undefined);
    kept.delete(key);
    kept.set(key, { until: time + keepMs, text });
    if (kept.size > mostKept) kept.delete(kept.keys().next().value ?? '');
    return text;
  };
}
