import { canonicalizeJson, type JsonValue } from './canonicalizeJson.ts';
import { parseChainProof } from './conflux/chainProof.ts';
import { proofErrors } from './errors.ts';
import type { ProofBundle } from './proofBundle.ts';
import { parseTlogProof } from './tlog/tlogProof.ts';
import { inBoth, wordsOfError } from './words.ts';

type Check = (value: unknown, path: string) => void;

const fail = (path: string, en: string, zh: string) => proofErrors.badBundle(...inBoth({ path, problem: { en, zh } }));

const text: Check = (value, path) => {
  if (typeof value !== 'string' || value === '') throw fail(path, 'is not a text', '不是文本');
};
const matches =
  (pattern: RegExp, en: string, zh: string): Check =>
  (value, path) => {
    if (typeof value !== 'string' || !pattern.test(value)) throw fail(path, `is not ${en}`, `不是${zh}`);
  };
const equals =
  (expected: string | number): Check =>
  (value, path) => {
    if (value !== expected) throw fail(path, `is not ${JSON.stringify(expected)}`, `不是 ${JSON.stringify(expected)}`);
  };
const count: Check = (value, path) => {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0)
    throw fail(path, 'is not a whole number', '不是整数');
};
const json: Check = (value) => {
  canonicalizeJson(value as JsonValue);
};
const tlogProof: Check = (value, path) => {
  text(value, path);
  try {
    parseTlogProof(value as string);
  } catch (error) {
    const { en, zh } = wordsOfError(error);
    throw fail(path, `cannot be read: ${en}`, `无法读取：${zh}`);
  }
};
const nullable =
  (check: Check): Check =>
  (value, path) => {
    if (value !== null) check(value, path);
  };

/** An object with exactly these members; those named in `optional` may be absent. */
const object =
  (members: Record<string, Check>, optional: string[] = []): Check =>
  (value, path) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw fail(path, 'is not an object', '不是对象');
    for (const key of Object.keys(value)) {
      if (!Object.hasOwn(members, key)) throw fail(`${path}.${key}`, 'is not known', '不是已知字段');
    }
    for (const [key, check] of Object.entries(members)) {
      if (Object.hasOwn(value, key)) check((value as Record<string, unknown>)[key], `${path}.${key}`);
      else if (!optional.includes(key)) throw fail(`${path}.${key}`, 'is missing', '缺失');
    }
  };

const hash = matches(/^[0-9a-f]{64}$/, '32 bytes in lower-case hexadecimal', ' 32 字节的小写十六进制数据');
const prefixedHash = matches(
  /^0x[0-9a-f]{64}$/,
  '32 bytes in lower-case hexadecimal with 0x',
  '以 0x 开头的 32 字节小写十六进制数据',
);
const address = matches(/^0x[0-9a-fA-F]{40}$/, 'an address of 20 bytes with 0x', '以 0x 开头的 20 字节地址');
const time = matches(
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/,
  'a time in UTC (ISO 8601)',
  '世界协调时间（ISO 8601）',
);

const bundle = object(
  {
    format: equals('xiangyu-proof-bundle/2'),
    statement: object({
      v: equals(1),
      kind: text,
      subject: text,
      digest: hash,
      alg: matches(/^sha-256(-salted)?$/, 'sha-256-salted or sha-256', ' sha-256-salted 或 sha-256'),
      member: text,
      time,
    }),
    payload: object({ salt: hash, content: json }),
    tlogProof,
    anchor: nullable(
      object({
        evmChainId: count,
        contract: address,
        transactionHash: prefixedHash,
        blockHash: prefixedHash,
        blockNumber: count,
      }),
    ),
    chain: (value) => void parseChainProof(value),
  },
  ['payload', 'chain'],
);

/**
 * Reads a proof bundle from parsed JSON, strictly: every member known, of its type and form. Throws `PROOF_BAD_BUNDLE` (or
 * `PROOF_NOT_CANONICAL` for the payload) naming the first member that is wrong. It checks the form, not the proof.
 */
export function parseBundle(value: unknown): ProofBundle {
  bundle(value, '$');
  return value as ProofBundle;
}
