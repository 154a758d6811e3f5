import { cliErrors } from '../errors.ts';
import { readApiKey } from '../readApiKey.ts';
import { askPlatform, requestPlatform } from '../requestPlatform.ts';

/** Where the commands go: the platform, or a connector of the own department. */
export interface ExchangeOptions {
  url: string;
  keyFile?: string;
  /** For programs instead of people. */
  json?: boolean;
}

export type Query = Record<string, string | number | boolean | undefined>;

/** The management API, with the key that opens it. */
export interface Door {
  get<T>(path: string, query?: Query): Promise<T>;
  post<T>(path: string, body: object): Promise<T>;
  put<T>(path: string, body: object): Promise<T>;
  /** An answer that is not JSON, or a large one. */
  fetch(path: string): Promise<Response>;
}

/** A large file or bundle takes as long as it takes. */
const longMs = 24 * 3_600_000;

/** A path with those parameters that are there. */
export function withQuery(path: string, query: Query): string {
  const chosen = Object.entries(query).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return chosen.length === 0 ? path : `${path}?${new URLSearchParams(chosen)}`;
}

/** @throws CLI_API_KEY_MISSING, CLI_FILE_UNREADABLE; its calls throw CLI_PLATFORM_UNREACHABLE and CLI_REQUEST_REFUSED */
export async function openDoor({ url, keyFile }: ExchangeOptions): Promise<Door> {
  const headers = { authorization: `Bearer ${await readApiKey(keyFile)}` };
  const send = async <T>(method: 'POST' | 'PUT', path: string, body: object): Promise<T> => {
    const given = { headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) };
    return (await requestPlatform({ url, path, method, ...given, timeoutMs: 120_000 })).body as T;
  };
  return {
    get: async <T>(path: string, query: Query = {}) =>
      (await requestPlatform({ url, path: withQuery(path, query), headers, timeoutMs: 60_000 })).body as T,
    post: (path, body) => send('POST', path, body),
    put: (path, body) => send('PUT', path, body),
    fetch: (path) => askPlatform({ url, path, headers: { ...headers, accept: '*/*' }, timeoutMs: longMs }),
  };
}

/** A page of a list. */
export interface Page<Item> {
  items: Item[];
  nextPageToken: string | null;
}

const perPage = 100;

/** Items of a list over all its pages, at most `limit`; `more` when there are others. */
export async function listAll<Item>(
  door: Door,
  path: string,
  query: Query = {},
  limit = Number.POSITIVE_INFINITY,
): Promise<{ items: Item[]; more: boolean }> {
  const items: Item[] = [];
  let pageToken: string | undefined;
  do {
    const size = Math.min(perPage, limit - items.length);
    const page = await door.get<Page<Item>>(path, { ...query, perPage: size, pageToken });
    items.push(...page.items);
    pageToken = page.nextPageToken ?? undefined;
  } while (pageToken !== undefined && items.length < limit);
  return { items, more: pageToken !== undefined };
}

/** A number of lines that somebody wrote. @throws CLI_OPTION_INVALID */
export function readLimit(text: string): number {
  const limit = Number(text);
  if (Number.isInteger(limit) && limit >= 1 && limit <= 1_000_000) return limit;
  throw cliErrors.optionInvalid({ name: 'limit', value: text, origin: 'command line', expected: '1 to 1000000' });
}
