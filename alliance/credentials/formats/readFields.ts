import { credentialErrors } from '../errors.ts';

/** A JSON object of which nothing is known. */
export type Json = Record<string, unknown>;
/** Whether a value is a JSON object. */
export const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
/** The texts of a value that may be one or a list. */
export const texts = (value: unknown): string[] =>
  [value].flat().filter((one): one is string => typeof one === 'string');
/** CREDENTIAL_UNREADABLE with what is wrong, in both languages. */
export const unreadable = (problem: string, zh: string) =>
  credentialErrors.unreadable({ problem }, { zh: { problem: zh } });

/** A time of XML Schema dateTimeStamp; null when there is none. @throws CREDENTIAL_UNREADABLE */
export function readTime(value: unknown, name: string): Date | null {
  if (value === undefined) return null;
  const fits = typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(value);
  const time = new Date(fits ? value : Number.NaN);
  if (Number.isNaN(time.getTime())) throw unreadable(`${name} is no time with a zone`, `${name} 不是带时区的时间`);
  return time;
}

/** A time of a JWT, in seconds; null when there is none. @throws CREDENTIAL_UNREADABLE */
export function readSeconds(value: unknown, name: string): Date | null {
  if (value === undefined) return null;
  if (typeof value !== 'number' || !Number.isFinite(value) || Math.abs(value) > 1e11)
    throw unreadable(`${name} is no time`, `${name} 不是时间`);
  return new Date(value * 1_000);
}

/** An identifier, given as text or as object. */
export const methodOf = (value: unknown): string | null => {
  if (typeof value === 'string') return value;
  return isRecord(value) && typeof value.id === 'string' ? value.id : null;
};

/** A key id of a JOSE header, absolute. */
export function absolute(kid: unknown, owner: string): string | null {
  if (typeof kid !== 'string') return null;
  if (kid.startsWith('did:') || kid.startsWith('https:')) return kid;
  return `${owner}#${kid.replace(/^#/, '')}`;
}

/** Whether a value is nested deeper than any credential, which would exhaust what walks through it. */
export function isTooDeep(value: unknown): boolean {
  let layer = [value];
  for (let depth = 0; depth < 40; depth += 1) {
    layer = layer.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
    if (layer.length === 0) return false;
  }
  return true;
}
