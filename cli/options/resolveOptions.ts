import { readFileSync } from 'node:fs';
import { parse } from 'smol-toml';
import { cliErrors } from '../errors.ts';
import { type OptionDescriptor, type OptionName, type Options, optionTable } from './optionTable.ts';

/** Where the value of an option came from. */
export type OptionOrigin = 'flag' | 'environment' | 'file' | 'default';

export interface ResolveOptionsParameters {
  /** Values given on the command line, by option name. */
  flags: Readonly<Record<string, unknown>>;
  env: Readonly<Record<string, string | undefined>>;
  /** A TOML file; `required` when the user named it. */
  file?: { path: string; required: boolean };
}

export interface ResolvedOptions {
  values: Options;
  origins: Readonly<Record<OptionName, OptionOrigin>>;
}

const entries = Object.entries(optionTable) as [OptionName, OptionDescriptor][];

function readFile(file: ResolveOptionsParameters['file']): Record<string, unknown> {
  if (!file) return {};
  let text: string;
  try {
    text = readFileSync(file.path, 'utf8');
  } catch (cause) {
    if (!file.required) return {};
    throw cliErrors.fileUnreadable({ file: file.path }, { cause });
  }
  try {
    const values: Record<string, unknown> = parse(text);
    for (const name of Object.keys(values)) {
      if (!(name in optionTable)) throw cliErrors.unknownOption({ name, where: file.path });
    }
    return values;
  } catch (cause) {
    if (cause instanceof Error && cause.name === 'XiangyuError') throw cause;
    throw cliErrors.fileInvalid({ file: file.path, reason: cause instanceof Error ? cause.message : '' }, { cause });
  }
}

/** Turns a value as written into the option's type. */
function convert(name: OptionName, { kind, range }: OptionDescriptor, value: unknown, origin: OptionOrigin) {
  const reject = (expected: string) => cliErrors.optionInvalid({ name, value: String(value), origin, expected });
  if (kind === 'text') {
    if (typeof value !== 'string' || value === '') throw reject('a text');
    return value;
  }
  if (kind === 'switch') {
    const word = String(value).toLowerCase();
    if (['true', '1', 'yes', 'on'].includes(word)) return true;
    if (['false', '0', 'no', 'off'].includes(word)) return false;
    throw reject('true or false');
  }
  const number = typeof value === 'string' && value.trim() === '' ? Number.NaN : Number(value);
  const [least, most] = range ?? [0, Number.MAX_SAFE_INTEGER];
  if (!Number.isInteger(number) || number < least || number > most) {
    throw reject(`a whole number from ${least} to ${most}`);
  }
  return number;
}

/**
 * Gives every option its value and says where it came from.
 * @throws CLI_OPTION_INVALID, CLI_UNKNOWN_OPTION, CLI_FILE_UNREADABLE, CLI_FILE_INVALID
 */
export function resolveOptions({ flags, env, file }: ResolveOptionsParameters): ResolvedOptions {
  const fromFile = readFile(file);
  const values: Record<string, string | number | boolean | null> = {};
  const origins: Record<string, OptionOrigin> = {};
  for (const [name, descriptor] of entries) {
    const candidates: [OptionOrigin, unknown][] = [
      ['flag', flags[name]],
      ['environment', env[descriptor.env] || undefined],
      ['file', fromFile[name]],
    ];
    const [origin, value] = candidates.find(([, candidate]) => candidate !== undefined) ?? ['default', undefined];
    origins[name] = origin;
    values[name] = value === undefined ? descriptor.default : convert(name, descriptor, value, origin);
  }
  return { values: values as Options, origins: origins as Record<OptionName, OptionOrigin> };
}

/** A value as it may be shown: the user and password of an address are hidden. */
export function maskOption(name: OptionName, value: string | number | boolean | null): string {
  const descriptor: OptionDescriptor = optionTable[name];
  if (value === null) return '(none)';
  if (!descriptor.secret) return String(value);
  try {
    const url = new URL(String(value));
    if (url.password) url.password = '***';
    if (url.search) url.search = '?***';
    return url.href;
  } catch {
    return '***';
  }
}
