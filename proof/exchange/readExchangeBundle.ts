import type { JsonValue } from '../canonicalizeJson.ts';
import { proofErrors } from '../errors.ts';
import { inBoth } from '../words.ts';
import { digestJson, digestText } from './digestLink.ts';
import type { ExchangeBundle } from './exchangeBundle.ts';

type Check = (value: unknown, path: string) => void;

const fail = (path: string, en: string, zh: string) =>
  proofErrors.badExchangeBundle(...inBoth({ path, problem: { en, zh } }));

const text: Check = (value, path) => {
  if (typeof value !== 'string' || value === '') throw fail(path, 'is not a text', '不是文本');
};
const matches =
  (pattern: RegExp, en: string, zh: string): Check =>
  (value, path) => {
    if (typeof value !== 'string' || !pattern.test(value)) throw fail(path, `is not ${en}`, `不是${zh}`);
  };
const count: Check = (value, path) => {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0)
    throw fail(path, 'is not a whole number', '不是整数');
};
const list =
  (check: Check): Check =>
  (value, path) => {
    if (!Array.isArray(value)) throw fail(path, 'is not a list', '不是列表');
    for (const [at, item] of value.entries()) check(item, `${path}[${at}]`);
  };

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An object with exactly these members. */
const object =
  (members: Record<string, Check>): Check =>
  (value, path) => {
    if (!isObject(value)) throw fail(path, 'is not an object', '不是对象');
    for (const key of Object.keys(value))
      if (!Object.hasOwn(members, key)) throw fail(`${path}.${key}`, 'is not known', '不是已知字段');
    for (const [key, check] of Object.entries(members)) {
      if (!Object.hasOwn(value, key)) throw fail(`${path}.${key}`, 'is missing', '缺失');
      check(value[key], `${path}.${key}`);
    }
  };

/** An object whose names are the digests of its members. */
const named =
  (check: Check, digest: (value: unknown) => string): Check =>
  (value, path) => {
    if (!isObject(value)) throw fail(path, 'is not an object', '不是对象');
    for (const [name, member] of Object.entries(value)) {
      check(member, `${path}.${name}`);
      if (digest(member) !== name)
        throw fail(`${path}.${name}`, 'is not what its name is the SHA-256 of', '的内容与名称所示的 SHA-256 不符');
    }
  };

const hash = matches(/^[0-9a-f]{64}$/, '32 bytes in lower-case hexadecimal', ' 32 字节的小写十六进制数据');
const prefixedHash = matches(
  /^0x[0-9a-f]{64}$/,
  '32 bytes in lower-case hexadecimal with 0x',
  '以 0x 开头的 32 字节小写十六进制数据',
);
const address = matches(/^0x[0-9a-fA-F]{40}$/, 'an address of 20 bytes with 0x', '以 0x 开头的 20 字节地址');
const jws = matches(/^[\w-]+\.[\w-]+\.[\w-]+$/, 'a compact JWS', '紧凑格式的 JWS');
const slug = matches(/^[a-z0-9][a-z0-9-]{0,62}$/, 'the slug of a department', '部门简称');

const anchor = object({
  evmChainId: count,
  contract: address,
  transactionHash: prefixedHash,
  blockHash: prefixedHash,
  blockNumber: count,
});

const bundle = object({
  format: matches(/^xiangyu-exchange-bundle\/1$/, '"xiangyu-exchange-bundle/1"', '“xiangyu-exchange-bundle/1”'),
  agreement: text,
  views: list(
    object({
      participant: slug,
      manifest: jws,
      records: list(object({ jws, proof: object({ checkpoint: hash, index: count, hashes: list(hash) }) })),
      links: list(object({ sequence: count, content: hash, signer: text })),
    }),
  ),
  documents: named(text, (value) => digestText(value as string)),
  checkpoints: named(
    object({ note: text, anchor: (value, path) => (value === null ? undefined : anchor(value, path)) }),
    (value) => digestJson(value as JsonValue),
  ),
});

/**
 * Reads an exchange bundle from parsed JSON, strictly: every member known, of its type and form, and named by its digest where
 * names are digests. It checks the form, not the proof. @throws PROOF_BAD_EXCHANGE_BUNDLE, PROOF_NOT_CANONICAL
 */
export function readExchangeBundle(value: unknown): ExchangeBundle {
  bundle(value, '$');
  const read = value as ExchangeBundle;
  if (read.views.length === 0) throw fail('$.views', 'is empty', '为空');
  for (const [at, { participant, records }] of read.views.entries()) {
    const before = read.views[at - 1]?.participant ?? '';
    if (participant <= before)
      throw fail(`$.views[${at}]`, 'is not in the order of the participants', '没有按参与方排序');
    if (records.length === 0) throw fail(`$.views[${at}].records`, 'is empty', '为空');
  }
  return read;
}

/** Whether a JSON value says that it is an exchange bundle. */
export function isExchangeBundle(value: unknown): boolean {
  return isObject(value) && typeof value.format === 'string' && value.format.startsWith('xiangyu-exchange-bundle/');
}
