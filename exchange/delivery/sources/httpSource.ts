import { checkOutgoingUrl, getOutgoing } from '../../../host/index.ts';
import type { JsonValue } from '../../../proof/index.ts';
import { deliveryErrors } from '../errors.ts';
import { typeOfValue } from './readTypes.ts';
import { makeScanSource } from './scanSource.ts';
import type { ColumnType, DataSource, Row, SourceColumns } from './source.ts';

export interface HttpSettings {
  /** Answers JSON to GET. */
  url: string;
  /** JSON pointer (RFC 6901) to the array of rows; empty when the answer is the array. */
  rowsAt: string;
  /** JSON pointer to the address of the next page; no further page when it is missing, null or empty. */
  nextAt?: string;
}

export interface OpenHttpSourceParameters {
  settings: HttpSettings;
  /** Such as authorization; kept sealed and sent to the origin of `url` only. */
  headers: Record<string, string>;
  allowPrivate: boolean;
}

const timeoutMs = 30_000;
const mostPageBytes = 64 * 1024 * 1024;
const mostPages = 100_000;

function point(document: JsonValue, pointer: string): JsonValue | undefined {
  if (pointer === '') return document;
  let at: JsonValue | undefined = document;
  for (const part of pointer.split('/').slice(1)) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined;
    at = (at as { [key: string]: JsonValue })[key];
  }
  return at;
}

/** An HTTP API that gives rows as JSON, page by page. */
export function openHttpSource({ settings, headers, allowPrivate }: OpenHttpSourceParameters): DataSource {
  const { origin } = checkOutgoingUrl(settings.url, allowPrivate);

  async function readPage(url: string, signal?: AbortSignal): Promise<{ rows: Row[]; next: string | null }> {
    const answer = await getOutgoing({
      url,
      headers: { accept: 'application/json', ...headers },
      timeoutMs,
      allowPrivate,
      maxAnswerBytes: mostPageBytes,
      ...(signal ? { signal } : {}),
    });
    if (answer.status !== 200) throw deliveryErrors.sourceFailed({ problem: `it answered ${answer.status}` });
    let document: JsonValue;
    try {
      document = JSON.parse(answer.body) as JsonValue;
    } catch {
      throw deliveryErrors.sourceFailed({ problem: 'its answer is no JSON' });
    }
    const rows = point(document, settings.rowsAt);
    if (!Array.isArray(rows) || rows.some((row) => typeof row !== 'object' || row === null || Array.isArray(row)))
      throw deliveryErrors.sourceFailed({ problem: `its answer has no list of objects at "${settings.rowsAt}"` });
    const next = settings.nextAt === undefined ? null : point(document, settings.nextAt);
    return { rows: rows as Row[], next: typeof next === 'string' && next !== '' ? toNext(next, url) : null };
  }

  /** The secret headers must not go elsewhere. */
  function toNext(next: string, url: string): string {
    const resolved = URL.parse(next, url);
    if (resolved?.origin !== origin)
      throw deliveryErrors.sourceFailed({ problem: 'its next page is on another server' });
    return resolved.href;
  }

  async function describe(signal?: AbortSignal): Promise<SourceColumns> {
    const { rows, next } = await readPage(settings.url, signal);
    const types = new Map<string, ColumnType>();
    for (const row of rows) {
      for (const [name, value] of Object.entries(row)) {
        const type = typeOfValue(value);
        const before = types.get(name);
        if (!type) types.set(name, before ?? 'text');
        else if (!before || before === type) types.set(name, type);
        else types.set(name, [before, type].every((one) => one === 'integer' || one === 'number') ? 'number' : 'text');
      }
    }
    return {
      rows: next === null ? rows.length : null,
      bytes: null,
      columns: [...types].map(([name, type]) => ({ name, type, nullable: true, key: false, comment: null })),
    };
  }

  async function* scan(_: readonly string[], signal?: AbortSignal): AsyncGenerator<Row[], void, void> {
    const seen = new Set<string>();
    for (let url: string | null = settings.url; url !== null; ) {
      if (seen.has(url) || seen.size >= mostPages)
        throw deliveryErrors.sourceFailed({ problem: 'its pages never end' });
      seen.add(url);
      const { rows, next }: { rows: Row[]; next: string | null } = await readPage(url, signal);
      yield rows;
      url = next;
    }
  }
  return makeScanSource({ describe, scan });
}
