import { cliErrors } from './errors.ts';

export interface RequestPlatformParameters {
  url: string;
  path: string;
  method?: 'GET' | 'POST';
  headers?: Record<string, string>;
  body?: string;
  /** Statuses besides 2xx whose body is an answer, not a refusal. */
  alsoAccept?: readonly number[];
}

/**
 * Asks a running platform and reads its JSON.
 * @throws CLI_PLATFORM_UNREACHABLE, CLI_REQUEST_REFUSED with the platform's own words
 */
export async function requestPlatform(
  parameters: RequestPlatformParameters,
): Promise<{ status: number; body: unknown }> {
  const { url, path, method = 'GET', headers = {}, body, alsoAccept = [] } = parameters;
  const response = await fetch(new URL(path, url), {
    method,
    headers: { accept: 'application/json', ...headers },
    signal: AbortSignal.timeout(30_000),
    ...(body === undefined ? {} : { body }),
  }).catch((cause: unknown) => {
    throw cliErrors.platformUnreachable({ url }, { cause });
  });
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok || alsoAccept.includes(response.status)) return { status: response.status, body: answer };
  const problem = (answer ?? {}) as { detail?: string; title?: string; nextStep?: string; details?: object };
  throw cliErrors.requestRefused(
    {
      reason: (problem.detail ?? problem.title ?? `HTTP ${response.status}`).replace(/\.$/, ''),
      advice: problem.nextStep ?? 'Correct the request and send it again.',
    },
    { details: { ...problem.details, status: response.status } },
  );
}
