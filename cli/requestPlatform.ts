import { cliErrors } from './errors.ts';

export interface RequestPlatformParameters {
  url: string;
  path: string;
  method?: 'GET' | 'POST' | 'PUT';
  headers?: Record<string, string>;
  body?: string | Uint8Array<ArrayBuffer>;
  /** For the whole answer. */
  timeoutMs?: number;
  /** Statuses besides 2xx whose body is an answer, not a refusal. */
  alsoAccept?: readonly number[];
}

/**
 * Asks a running platform; the answer is 2xx or of a status in `alsoAccept`.
 * @throws CLI_OPTION_INVALID, CLI_PLATFORM_UNREACHABLE, CLI_REQUEST_REFUSED with the platform's own words
 */
export async function askPlatform(parameters: RequestPlatformParameters): Promise<Response> {
  const { url, path, method = 'GET', headers = {}, body, alsoAccept = [], timeoutMs = 30_000 } = parameters;
  const address = URL.parse(path, url);
  if (!address) {
    throw cliErrors.optionInvalid({
      name: 'url',
      value: url,
      origin: 'command line',
      expected: 'such as http://host:8080',
    });
  }
  const response = await fetch(address, {
    method,
    headers: { accept: 'application/json', ...headers },
    signal: AbortSignal.timeout(timeoutMs),
    ...(body === undefined ? {} : { body }),
  }).catch((cause: unknown) => {
    throw cliErrors.platformUnreachable({ url }, { cause });
  });
  if (response.ok || alsoAccept.includes(response.status)) return response;
  const answer: unknown = await response.json().catch(() => null);
  const problem = (answer ?? {}) as { detail?: string; title?: string; nextStep?: string; details?: object };
  throw cliErrors.requestRefused(
    {
      reason: (problem.detail ?? problem.title ?? `HTTP ${response.status}`).replace(/\.$/, ''),
      advice: problem.nextStep ?? 'Correct the request and send it again.',
    },
    { details: { ...problem.details, status: response.status } },
  );
}

/** Asks a running platform and reads its JSON; see `askPlatform`. */
export async function requestPlatform(
  parameters: RequestPlatformParameters,
): Promise<{ status: number; body: unknown }> {
  const response = await askPlatform(parameters);
  return { status: response.status, body: await response.json().catch(() => null) };
}
