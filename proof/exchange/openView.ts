import { canonicalizeJson, type JsonValue } from '../canonicalizeJson.ts';
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
function open(text: string, type: string, what: string): ReadJws & { by: string } {
  const jws = readJws(text);
  ensure(jws, `${what} is no compact JWS.`);
  ensure(jws.header.alg === 'EdDSA' && jws.header.typ === type, `${what} is not a JWS of type ${type} with EdDSA.`);
  ensure(jws.header.crit === undefined, `${what} has critical extensions.`);
  const by = didOfKid(jws.header.kid);
  ensure(by !== null, `${what} does not name a did:key that signed it.`);
  ensure(isCanonical(jws), `${what} is not in canonical JSON.`);
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
  const what = `Record ${at + 1} of ${participant}`;
  const jws = open(text, exchangeTypes.record, what);
  const { payload } = jws;
  const { id, sequence, previous, signer, time, kind, outcome, detail, documents = {}, ...rest } = payload;
  const wrong = Object.keys(payload).find((name) => !known.has(name));
  ensure(wrong === undefined, `${what} has an unknown member ${wrong}.`);
  ensure(rest.v === 1 && rest.participant === participant, `${what} is not of ${participant}.`);
  ensure(typeof id === 'string' && idPattern.test(id), `${what} has no id.`);
  ensure(typeof sequence === 'number' && Number.isSafeInteger(sequence) && sequence > 0, `${what} has no number.`);
  ensure(
    sequence === 1 ? previous === null : typeof previous === 'string' && digestPattern.test(previous),
    `${what} does not name the record before it.`,
  );
  ensure(signer === jws.by, `${what} is signed by another key than it names.`);
  ensure(typeof time === 'string' && timePattern.test(time), `${what} has no time.`);
  ensure(typeof rest.salt === 'string' && /^[0-9a-f]{32}$/.test(rest.salt), `${what} has no salt.`);
  ensure(typeof kind === 'string' && typeof outcome === 'string', `${what} does not say what happened.`);
  ensure(outcomes.includes(outcome), `${what} has no known outcome.`);
  ensure(isObject(detail) && isDigests(documents), `${what} has no details or wrong documents.`);
  ensure(rest.private === undefined || digestPattern.test(String(rest.private)), `${what} has a wrong private digest.`);
  for (const name of factNames)
    ensure(['undefined', 'string'].includes(typeof rest[name]), `${what} has a wrong ${name}.`);
  for (const name of numberNames) {
    ensure(rest[name] === undefined || Number.isSafeInteger(rest[name]), `${what} has a wrong number of ${name}.`);
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

function readClaims({ payload }: ReadJws, what: string): ViewManifest {
  const { v, agreement, participant, time, records, proofs, links, dids, grant, ...rest } = payload;
  ensure(Object.keys(rest).length === 0, `${what} has unknown members.`);
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
  ensure(isWhole, `${what} is not complete.`);
  return payload as unknown as ViewManifest;
}

/** Reads a view's signed texts. @throws CheckFailed */
export function openView(view: ExchangeView): OpenView {
  const { participant, links } = view;
  const records = view.records.map((record, at) => openRecord(record, participant, at));
  const what = `The manifest of ${participant}`;
  const manifest = open(view.manifest, exchangeTypes.manifest, what);
  ensure(manifest.by === records.at(-1)?.signer, `${what} is not signed by the key of its last record.`);
  return { participant, records, links, manifest, claims: readClaims(manifest, what) };
}
