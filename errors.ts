/** One kind of error, as data: the catalogue in docs/errors.md is generated from these. */
export interface ErrorDescriptor {
  /** HTTP status when the error reaches a caller. */
  status: number;
  /** True when the same call may succeed later without a change. */
  retryable: boolean;
  /** What happened and why; `{name}` stands for a parameter. */
  cause: string;
  /** What the reader should do now; `{name}` stands for a parameter. */
  next: string;
  /** The standard's own error type where one exists, such as `epcisException:ValidationException`. */
  type?: string;
  /** Both texts in Chinese, for everything that people read outside of a terminal; the same parameters. */
  zh?: {
    cause: string;
    next: string;
    /** Of parameters that are words themselves: each wording in Chinese; `*` stands for any text, a wording itself or taken over. */
    values?: Record<string, ParameterWords>;
  };
}

/** Wordings of a parameter by the English ones. */
export type ParameterWords = Readonly<Record<string, string>>;

type Placeholders<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;
type ParametersOf<D extends ErrorDescriptor> = Placeholders<D['cause']> | Placeholders<D['next']>;
type ParameterValues<D extends ErrorDescriptor> = Record<ParametersOf<D>, string | number>;

/** What an error carries besides its catalogue entry. */
export interface ErrorExtras {
  cause?: unknown;
  /** Machine-readable facts for the response body and the logs; never a secret. */
  details?: Record<string, unknown>;
  /** Parameters that read otherwise in Chinese; the others have the same value in both languages. */
  zh?: Record<string, string | number>;
}

/** A XiangyuError as plain data, to cross a process border. */
export interface SerializedError {
  code: string;
  status: number;
  retryable: boolean;
  reason: string;
  nextStep: string;
  type?: string;
  zh?: ErrorWords;
}

/** What an error says, with its parameters filled in. */
export interface ErrorWords {
  reason: string;
  nextStep: string;
}

/** The one error class of the platform. `code` is stable, `message` is cause and next step in one text. */
export class XiangyuError extends Error {
  readonly code: string;
  readonly status: number;
  readonly retryable: boolean;
  readonly reason: string;
  readonly nextStep: string;
  readonly type: string | undefined;
  /** Reason and next step in Chinese. */
  readonly zh: ErrorWords | undefined;
  readonly details: Record<string, unknown>;

  constructor(
    code: string,
    descriptor: ErrorDescriptor,
    values: Record<string, string | number>,
    extras: ErrorExtras = {},
  ) {
    const { reason, nextStep } = fillWords(descriptor, values);
    super(`${reason} ${nextStep}`, extras.cause === undefined ? undefined : { cause: extras.cause });
    this.name = 'XiangyuError';
    this.code = code;
    this.status = descriptor.status;
    this.retryable = descriptor.retryable;
    this.reason = reason;
    this.nextStep = nextStep;
    this.type = descriptor.type;
    this.zh = fillChinese(descriptor, values, extras.zh);
    this.details = extras.details ?? {};
  }

  /** The error without its cause and details. */
  serialize(): SerializedError {
    const { code, status, retryable, reason, nextStep, type, zh } = this;
    return { code, status, retryable, reason, nextStep, ...(type ? { type } : {}), ...(zh ? { zh } : {}) };
  }

  /** The error that another process serialized. */
  static revive({ code, status, retryable, reason, nextStep, type, zh }: SerializedError): XiangyuError {
    const descriptor: ErrorDescriptor = { status, retryable, cause: '{reason}', next: '{nextStep}' };
    if (type) descriptor.type = type;
    if (zh) descriptor.zh = { cause: '{reason}', next: '{nextStep}' };
    return new XiangyuError(code, descriptor, { reason, nextStep }, zh ? { zh: { ...zh } } : {});
  }
}

function fillWords(texts: { cause: string; next: string }, values: Record<string, string | number>): ErrorWords {
  // A whole sentence put before the end of a Chinese one brings a full stop of its own.
  const fill = (text: string) =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name])).replace(/[.。]。/g, '。');
  return { reason: fill(texts.cause), nextStep: fill(texts.next) };
}

/** A wording of a table in Chinese; as it is when the table has none. */
export function translate(table: ParameterWords, text: string): string {
  const plain = text.replace(/\.$/, '');
  if (Object.hasOwn(table, plain)) return table[plain] ?? text;
  // Wordings are short; what is long is somebody's text, which must not keep the search busy.
  if (plain.length > 600) return text;
  for (const [english, chinese] of Object.entries(table)) {
    if (!english.includes('*')) continue;
    const parts = english.split('*').map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'));
    const found = new RegExp(`^${parts.join('(.*?)')}$`, 's').exec(plain);
    if (!found) continue;
    let at = 0;
    return chinese.replaceAll('*', () => translate(table, found[++at] ?? ''));
  }
  return text;
}

/** Some parameters are lists of words. */
function translateValues(tables: Record<string, ParameterWords> = {}, values: Record<string, string | number>) {
  const translated: Record<string, string> = {};
  for (const [name, table] of Object.entries(tables)) {
    const text = String(values[name]);
    const whole = translate(table, text);
    const parts = () => text.split('; ').map((part) => translate(table, part));
    translated[name] = whole === text ? parts().join('；') : whole;
  }
  return translated;
}

/** What an error of these values says in Chinese; `zh` are values that read otherwise there. */
export function fillChinese(
  { zh: texts }: ErrorDescriptor,
  values: Record<string, string | number>,
  zh?: Record<string, string | number>,
): ErrorWords | undefined {
  return texts && fillWords(texts, { ...values, ...translateValues(texts.values, values), ...zh });
}

type ErrorFactory<D extends ErrorDescriptor> = [ParametersOf<D>] extends [never]
  ? (values?: Record<string, never>, extras?: ErrorExtras) => XiangyuError
  : (values: ParameterValues<D>, extras?: ErrorExtras) => XiangyuError;

/** A room's errors: a function an entry that makes the error, and the entries themselves under `catalogue`. */
export type RoomErrors<Table extends Record<string, ErrorDescriptor>> = {
  readonly [Key in keyof Table]: ErrorFactory<Table[Key]>;
} & { readonly catalogue: ReadonlyMap<string, ErrorDescriptor> };

/**
 * Turns a room's table of errors into functions that make them. The code of entry `portInUse` of room `engine`
 * is `ENGINE_PORT_IN_USE`.
 */
export function defineErrors<const Table extends Record<string, ErrorDescriptor>>(
  room: string,
  table: Table,
): RoomErrors<Table> {
  const catalogue = new Map<string, ErrorDescriptor>();
  const factories: Record<string, unknown> = { catalogue };
  for (const [key, descriptor] of Object.entries(table)) {
    const code = `${room}_${key.replace(/[A-Z]/g, (letter) => `_${letter}`)}`.toUpperCase();
    catalogue.set(code, descriptor);
    factories[key] = (values: Record<string, string | number> = {}, extras?: ErrorExtras) =>
      new XiangyuError(code, descriptor, values, extras);
  }
  return factories as RoomErrors<Table>;
}
