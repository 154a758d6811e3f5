import { ApiProblem, toProblem } from './problem.ts';

export interface RequestOptions {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal | undefined;
}

/** One JSON request to the platform that serves this page. Throws `ApiProblem` for every answer that is not 2xx. */
export async function request<Answer>(path: string, options: RequestOptions = {}): Promise<Answer> {
  return (await requestWithHeaders<Answer>(path, options)).body;
}

/** As `request`, with the answer's headers: lists carry their next page there. */
export async function requestWithHeaders<Answer>(
  path: string,
  { method = 'GET', body, headers: more, signal }: RequestOptions = {},
): Promise<{ body: Answer; headers: Headers }> {
  const headers: Record<string, string> = { accept: 'application/json, application/problem+json', ...more };
  if (body !== undefined) headers['content-type'] = 'application/json';
  const answer = await fetch(path, {
    method,
    headers,
    credentials: 'same-origin',
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  });
  const parsed = await readJson(answer);
  if (!answer.ok) throw new ApiProblem(toProblem(answer.status, answer.statusText, parsed));
  return { body: parsed as Answer, headers: answer.headers };
}

async function readJson(answer: Response): Promise<unknown> {
  const text = await answer.text();
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    if (!answer.ok) return undefined;
    throw new ApiProblem(toProblem(502, `not JSON: ${answer.url}`, undefined));
  }
}
