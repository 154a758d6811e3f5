import { createHash, randomBytes } from 'node:crypto';
import { canonicalizeJson, formatStatement, type JsonValue, maxEntryBytes, type Statement } from '../../proof/index.ts';
import { ledgerErrors } from '../errors.ts';

/**
 * What is stated. With `payload` the platform keeps it privately and the log gets its salted digest; with `digest` the member
 * hashed a file itself and the log gets just that; with neither, the digest of JSON null under a salt that nobody keeps.
 */
export interface AppendStatementParameters {
  kind: string;
  /** A URI or another name without control characters. */
  subject: string;
  /** Slug of the member who states it. */
  member: string;
  /** ISO 8601 in UTC. */
  time: string;
  payload?: JsonValue;
  /** Plain SHA-256 of what the member keeps, 64 lower-case hexadecimal digits; not together with `payload`. */
  digest?: string;
  /** From `makeStatementIds`, where the caller must know it before; otherwise one is made. */
  statementId?: string;
}

/** A statement with the text that becomes its leaf, and the payload with its salt where the platform keeps one. */
export interface PreparedStatement {
  digest: string;
  encoded: string;
  kept: { salt: string; content: string } | null;
}

const timePattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/;
const fieldsZh = { kind: '类型', subject: '对象', member: '成员单位' } as const;
const invalid = (problem: string, zh: string) => ledgerErrors.statementInvalid({ problem }, { zh: { problem: zh } });

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const controlCharacter = /[\u0000-\u001f]/;

function check(name: keyof typeof fieldsZh, text: string): void {
  if (text === '') throw invalid(`its ${name} is empty`, `${fieldsZh[name]}（${name}）为空`);
  if (controlCharacter.test(text)) {
    throw invalid(
      `its ${name} has a zero character or another control character`,
      `${fieldsZh[name]}（${name}）含有零字符或其他控制字符`,
    );
  }
}

/** The log is published in bundles, which hold entries up to a length (tlog-tiles). */
function encode(statement: Statement): string {
  const text = formatStatement(statement);
  // A UTF-16 unit has three bytes of UTF-8 at most, so that most texts need not be counted.
  const bytes = text.length * 3 > maxEntryBytes ? Buffer.byteLength(text) : 0;
  if (bytes > maxEntryBytes) {
    throw invalid(
      `it has ${bytes} bytes, more than ${maxEntryBytes}`,
      `有 ${bytes} 字节，超过上限 ${maxEntryBytes} 字节`,
    );
  }
  return text;
}

/** Makes a statement's leaf. @throws LEDGER_STATEMENT_INVALID, PROOF_NOT_CANONICAL */
export function prepareStatement(parameters: AppendStatementParameters): PreparedStatement {
  const { kind, subject, member, time, payload, digest: given } = parameters;
  if (!timePattern.test(time)) {
    const quoted = JSON.stringify(time);
    throw invalid(`the time ${quoted} is not ISO 8601 in UTC`, `时间 ${quoted} 不是 ISO 8601 格式的 UTC 时间`);
  }
  check('kind', kind);
  check('subject', subject);
  check('member', member);
  if (given !== undefined) {
    if (payload !== undefined) throw invalid('it has both a payload and a digest', '不能同时提供 payload 和 digest');
    if (!/^[0-9a-f]{64}$/.test(given)) {
      throw invalid('its digest is not 64 lower-case hexadecimal digits', 'digest 不是 64 位小写十六进制数');
    }
    const statement = { v: 1, kind, subject, digest: given, alg: 'sha-256', member, time } as const;
    return { digest: given, encoded: encode(statement), kept: null };
  }
  const salt = randomBytes(32).toString('hex');
  // As digestPayload of proof/ does; the canonical text is made once, for the digest and to be kept.
  const content = canonicalizeJson(payload ?? null);
  const digest = createHash('sha256').update(salt, 'hex').update(content).digest('hex');
  const statement = { v: 1, kind, subject, digest, alg: 'sha-256-salted', member, time } as const;
  const kept = payload === undefined ? null : { salt, content };
  return { digest, encoded: encode(statement), kept };
}
