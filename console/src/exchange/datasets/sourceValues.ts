import type { Source, SourceDraft, SourceKind } from '../api/sources.ts';

/** A source as its form holds it. */
export interface SourceValues {
  name: string;
  kind: SourceKind;
  settings: Record<string, unknown>;
  password?: string;
  headers?: string;
  writable?: boolean;
  /** Table that the test looks at; not kept. */
  testTable?: string;
}

const fieldsOf = {
  postgres: ['host', 'port', 'database', 'user', 'tls'],
  csv: ['file', 'delimiter', 'encoding'],
  parquet: ['file'],
  file: ['file', 'mediaType'],
  http: ['url', 'rowsAt', 'nextAt'],
} as const;

/** What the form begins with. */
export const toSourceValues = (source: Source | null): Partial<SourceValues> =>
  source
    ? { name: source.name, kind: source.kind, settings: source.settings, writable: source.writable }
    : { kind: 'postgres', settings: { port: 5432, tls: 'verify', rowsAt: '' }, writable: false };

/** `Name: value` lines as headers. */
function readHeaders(text: string): Record<string, string> {
  const lines = text.split('\n').map((line) => line.split(/:(.*)/s));
  return Object.fromEntries(
    lines.flatMap(([name = '', value = '']) => (name.trim() && value.trim() ? [[name.trim(), value.trim()]] : [])),
  );
}

/** What goes to the platform: only the settings of its kind, and a secret only when one was written. */
export function toSourceDraft({ name, kind, settings, password, headers, writable }: SourceValues): SourceDraft {
  const kept = fieldsOf[kind].flatMap((field) => {
    const value = settings[field];
    const given = typeof value === 'string' ? value.trim() : value;
    return given === undefined || given === null || (given === '' && field !== 'rowsAt') ? [] : [[field, given]];
  });
  const secret = { ...(password ? { password } : {}), ...(headers?.trim() ? { headers: readHeaders(headers) } : {}) };
  return {
    name: name.trim(),
    kind,
    settings: { ...(kind === 'http' ? { rowsAt: '' } : {}), ...Object.fromEntries(kept) },
    ...(Object.keys(secret).length > 0 ? { secret } : {}),
    ...(kind === 'postgres' ? { writable: writable ?? false } : {}),
  };
}
