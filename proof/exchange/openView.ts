import { canonicalizeJson, type JsonValue } from '../canonicalizeJson.ts';
import type { Words } from '../words.ts';
import { digestLink, digestText } from './digestLink.ts';
import { type ExchangeView, exchangeTypes, type RecordProof, type ViewManifest } from './exchangeBundle.ts';
import { ensure } from './exchangeCheck.ts';
import { type ReadJws, readJws } from './readJws.ts';
import { didOfKid } from './readKey.ts';

/** A record of a view, as read. */
export interface OpenRecord {
  jws: ReadJws;
  proof: RecordProof;
  digest: string;
  id: string;
  sequence: number;
  previous: string | null;
  signer: string;
  time: string;
  kind: string;
  outcome: string;
  counterparty: string | null;
  /** Ids of the process on the own side, and others, as the record tells them. */
  facts: { [key: string]: JsonValue };
  detail: { [key: string]: JsonValue };
  /** Digests of its documents by name. */
  documents: Record<string, string>;
}

/** A view, as read. */
export interface OpenView {
  participant: string;
  records: OpenRecord[];
  links: ExchangeView['links'];
  manifest: ReadJws;
  claims: ViewManifest;
}

const digestPattern = /^[0-9a-f]{64}$/;
const timePattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const idPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const outcomes = ['ok', 'refused', 'failed'];
/** Members of a record that are texts where they are there. */
const factNames = [
  'negotiation',
  'transfer',
  'agreement',
  'application',
  'grant',
  'dataset',
  'purpose',
  'counterparty',
];
const numberNames = ['bytes', 'rows'];
const known = new Set([
  ...['v', 'id', 'participant', 'time', 'salt', 'sequence', 'previous', 'signer', 'kind', 'outcome', 'detail'],
  ...['private', 'documents'],
  ...factNames,
  ...numberNames,
]);

export const isObject = (value: unknown): value is { [key: string]: JsonValue } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isDigests = (value: unknown): value is Record<string, string> =>
  isObject(value) && Object.values(value).every((digest) => typeof digest === 'string' && digestPattern.test(digest));

/** Reads a signed text of the bundle: canonical, of its type, by a did:key. */
function open(text: string, type: string, what: Words): ReadJws & { by: string } {
  const jws = readJws(text);
  ensure(jws, `${what.en} is no compact JWS.`, `${what.zh}不是紧凑格式的 JWS。`);
  ensure(
    jws.header.alg === 'EdDSA' && jws.header.typ === type,
    `${what.en} is not a JWS of type ${type} with EdDSA.`,
    `${what.zh}不是类型为 ${type}、以 EdDSA 签名的 JWS。`,
  );
  ensure(
    jws.header.crit === undefined,
    `${what.en} has critical extensions.`,
    `${what.zh}含有必须理解的扩展项（crit）。`,
  );
  const by = didOfKid(jws.header.kid);
  ensure(by !== null, `${what.en} does not name a did:key that signed it.`, `${what.zh}没有写明签名所用的 did:key。`);
  ensure(isCanonical(jws), `${what.en} is not in canonical JSON.`, `${what.zh}不是规范 JSON。`);
  return { ...jws, by };
}

function isCanonical({ payload, text }: ReadJws): boolean {
  try {
    return canonicalizeJson(payload) === text;
  } catch {
    return false;
  }
}

function openRecord(
  { jws: text, proof }: ExchangeView['records'][number],
  participant: string,
  at: number,
): OpenRecord {
  const what = { en: `Record ${at + 1} of ${participant}`, zh: `${participant} 第 ${at + 1} 条记录` };
  const jws = open(text, exchangeTypes.record, what);
  const { payload } = jws;
  const { id, sequence, previous, signer, time, kind, outcome, detail, documents = {}, ...rest } = payload;
  const wrong = Object.keys(payload).find((name) => !known.has(name));
  ensure(wrong === undefined, `${what.en} has an unknown member ${wrong}.`, `${what.zh}含有未知字段 ${wrong}。`);
  ensure(
    rest.v === 1 && rest.participant === participant,
    `${what.en} is not of ${participant}.`,
    `${what.zh}不属于 ${participant}。`,
  );
  ensure(typeof id === 'string' && idPattern.test(id), `${what.en} has no id.`, `${what.zh}没有编号。`);
  ensure(
    typeof sequence === 'number' && Number.isSafeInteger(sequence) && sequence > 0,
    `${what.en} has no number.`,
    `${what.zh}没有序号。`,
  );
  ensure(
    sequence === 1 ? previous === null : typeof previous === 'string' && digestPattern.test(previous),
    `${what.en} does not name the record before it.`,
    `${what.zh}没有写明前一条记录。`,
  );
  ensure(signer === jws.by, `${what.en} is signed by another key than it names.`, `${what.zh}的签名密钥与所写不符。`);
  ensure(typeof time === 'string' && timePattern.test(time), `${what.en} has no time.`, `${what.zh}没有时间。`);
  ensure(
    typeof rest.salt === 'string' && /^[0-9a-f]{32}$/.test(rest.salt),
    `${what.en} has no salt.`,
    `${what.zh}没有盐值。`,
  );
  ensure(
    typeof kind === 'string' && typeof outcome === 'string',
    `${what.en} does not say what happened.`,
    `${what.zh}没有写明发生了什么。`,
  );
  ensure(outcomes.includes(outcome), `${what.en} has no known outcome.`, `${what.zh}的结果未知。`);
  ensure(
    isObject(detail) && isDigests(documents),
    `${what.en} has no details or wrong documents.`,
    `${what.zh}没有详情，或文件有误。`,
  );
  ensure(
    rest.private === undefined || digestPattern.test(String(rest.private)),
    `${what.en} has a wrong private digest.`,
    `${what.zh}的私有摘要有误。`,
  );
  for (const name of factNames)
    ensure(
      ['undefined', 'string'].includes(typeof rest[name]),
      `${what.en} has a wrong ${name}.`,
      `${what.zh}的字段 ${name} 有误。`,
    );
  for (const name of numberNames) {
    ensure(
      rest[name] === undefined || Number.isSafeInteger(rest[name]),
      `${what.en} has a wrong number of ${name}.`,
      `${what.zh}的 ${name} 数目有误。`,
    );
  }
  const { sequence: _, previous: __, signer: ___, ...content } = payload;
  const counterparty = typeof rest.counterparty === 'string' ? rest.counterparty : null;
  const before = previous === undefined ? null : (previous as string | null);
  const link = {
    participant,
    sequence,
    previous: before,
    content: digestText(canonicalizeJson(content)),
    signer: jws.by,
  };
  return {
    jws,
    proof,
    digest: digestLink(link),
    id,
    sequence,
    previous: before,
    signer: jws.by,
    time,
    kind,
    outcome,
    counterparty,
    facts: rest,
    detail,
    documents,
  };
}

function readClaims({ payload }: ReadJws, what: Words): ViewManifest {
  const { v, agreement, participant, time, records, proofs, links, dids, grant, ...rest } = payload;
  ensure(Object.keys(rest).length === 0, `${what.en} has unknown members.`, `${what.zh}含有未知字段。`);
  const isWhole =
    v === 1 &&
    typeof agreement === 'string' &&
    typeof participant === 'string' &&
    typeof time === 'string' &&
    timePattern.test(time) &&
    Array.isArray(records) &&
    typeof proofs === 'string' &&
    typeof links === 'string' &&
    isDigests(dids) &&
    (grant === null || (typeof grant === 'string' && digestPattern.test(grant)));
  ensure(isWhole, `${what.en} is not complete.`, `${what.zh}不完整。`);
  return payload as unknown as ViewManifest;
}

/** Reads a view's signed texts. @throws CheckFailed */
export function openView(view: ExchangeView): OpenView {
  const { participant, links } = view;
  const records = view.records.map((record, at) => openRecord(record, participant, at));
  const what = { en: `The manifest of ${participant}`, zh: `${participant} 的清单` };
  const manifest = open(view.manifest, exchangeTypes.manifest, what);
  ensure(
    manifest.by === records.at(-1)?.signer,
    `${what.en} is not signed by the key of its last record.`,
    `${what.zh}不是由最后一条记录的密钥签名的。`,
  );
  return { participant, records, links, manifest, claims: readClaims(manifest, what) };
}
