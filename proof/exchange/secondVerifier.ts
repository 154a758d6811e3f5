// A verifier written from docs/exchange-evidence.md alone, with nothing of this room: what the page does not say, it cannot know.
import { createHash, createPublicKey, verify } from 'node:crypto';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Obj = { [key: string]: Json };

function must(condition: unknown, what: string): asserts condition {
  if (!condition) throw new Error(what);
}
const sha = (...parts: (string | Uint8Array)[]) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};
const canonical = (v: Json): string => {
  if (Array.isArray(v)) return `[${v.map(canonical).join(',')}]`;
  if (v === null || typeof v !== 'object') return JSON.stringify(v);
  const names = Object.keys(v).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(v[name] as Json)}`).join(',')}}`;
};
const digestText = (text: string) => sha(text).toString('hex');
const digest = (v: Json) => digestText(canonical(v));
const obj = (v: Json | undefined, what: string): Obj => {
  must(typeof v === 'object' && v !== null && !Array.isArray(v), `${what}: object`);
  return v;
};
const arr = (v: Json | undefined, what: string): Json[] => {
  must(Array.isArray(v), `${what}: list`);
  return v;
};
const str = (v: Json | undefined, pattern: RegExp, what: string): string => {
  must(typeof v === 'string' && pattern.test(v), `${what}: text`);
  return v;
};
const int = (v: Json | undefined, what: string): number => {
  must(typeof v === 'number' && Number.isSafeInteger(v) && v >= 0, `${what}: number`);
  return v;
};
const only = (v: Obj, names: string[], optional: string[] = []) => {
  for (const name of names) must(Object.hasOwn(v, name), `${name} missing`);
  for (const name of Object.keys(v)) must(names.includes(name) || optional.includes(name), `${name} unknown`);
};
const hex32 = /^[0-9a-f]{64}$/;
const any = /^[\s\S]+$/;
const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

const fromBase64Url = (text: string) => {
  const bytes = Buffer.from(text, 'base64url');
  must(text !== '' && bytes.toString('base64url') === text, 'base64url');
  return bytes;
};
function jwsOf(text: string) {
  const parts = text.split('.');
  must(parts.length === 3, 'jws');
  const [head = '', body = '', end = ''] = parts;
  const read = (part: string) => fromBase64Url(part).toString('utf8');
  const header = obj(JSON.parse(read(head)), 'header');
  const payload = obj(JSON.parse(read(body)), 'payload');
  must(header.alg === 'EdDSA', 'alg');
  return { header, payload, text: read(body), message: `${head}.${body}`, signature: fromBase64Url(end) };
}
function multikey(text: string): Buffer {
  const letters = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
  must(text.startsWith('z'), 'multikey');
  let n = 0n;
  for (const letter of text.slice(1)) {
    must(letters.includes(letter), 'base58');
    n = n * 58n + BigInt(letters.indexOf(letter));
  }
  const bytes = Buffer.from(n.toString(16).padStart(68, '0'), 'hex');
  must(bytes.length === 34 && bytes[0] === 0xed && bytes[1] === 1, 'key type');
  return bytes.subarray(2);
}
const keyOf = (did: string) => {
  must(did.startsWith('did:key:'), 'did:key');
  return multikey(did.slice(8));
};
const didOf = (header: Obj) => {
  const [did = '', end] = str(header.kid, any, 'kid').split('#');
  keyOf(did);
  must(header.kid === `${did}#${did.slice(8)}` && end !== undefined, 'kid');
  return did;
};
const answers = new Map<string, boolean>();
function signed(key: Uint8Array, message: string | Uint8Array, signature: Uint8Array): void {
  const name = Buffer.concat([key, signature, sha(message)]).toString('base64');
  let answer = answers.get(name);
  if (answer === undefined) {
    const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), key]);
    const opened = createPublicKey({ key: spki, format: 'der', type: 'spki' });
    answer = signature.length === 64 && verify(null, Buffer.from(message), opened, signature);
    answers.set(name, answer);
  }
  must(answer, 'signature');
}

const recordNames = [
  'v',
  'id',
  'participant',
  'sequence',
  'previous',
  'signer',
  'time',
  'salt',
  'kind',
  'outcome',
  'detail',
];
const factNames = [
  'counterparty',
  'negotiation',
  'transfer',
  'application',
  'agreement',
  'grant',
  'dataset',
  'purpose',
];
const linkDigest = (participant: string, sequence: number, previous: Json, content: string, signer: string) =>
  digest({ v: 1, participant, sequence, previous, content, signer });

interface Rec {
  p: Obj;
  signer: string;
  sequence: number;
  digest: string;
  documents: Record<string, string>;
  proof: Obj;
}

function readRecord(entry: Json, participant: string): Rec {
  const { jws, proof: given } = obj(entry, 'record');
  only(obj(entry, 'record'), ['jws', 'proof']);
  const { header, payload: p, text, message, signature } = jwsOf(str(jws, any, 'jws'));
  must(
    header.typ === 'xiangyu-exchange-record+jwt' && header.crit === undefined && canonical(p) === text,
    'record form',
  );
  only(p, recordNames, ['documents', 'private', ...factNames, 'bytes', 'rows']);
  const signer = didOf(header);
  signed(keyOf(signer), message, signature);
  const sequence = int(p.sequence, 'sequence');
  must(p.v === 1 && p.participant === participant && p.signer === signer && sequence >= 1, 'record');
  must(
    (sequence === 1) === (p.previous === null) && (p.previous === null || hex32.test(String(p.previous))),
    'previous',
  );
  str(p.id, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'id');
  str(p.time, time, 'time');
  str(p.salt, /^[0-9a-f]{32}$/, 'salt');
  str(p.outcome, /^(ok|refused|failed)$/, 'outcome');
  must(typeof p.kind === 'string', 'kind');
  obj(p.detail, 'detail');
  for (const name of factNames) must(p[name] === undefined || typeof p[name] === 'string', name);
  for (const name of ['bytes', 'rows']) must(p[name] === undefined || Number.isSafeInteger(p[name]), name);
  if (p.private !== undefined) str(p.private, hex32, 'private');
  const documents = obj(p.documents ?? {}, 'documents');
  for (const value of Object.values(documents)) str(value, hex32, 'document');
  const { sequence: _, previous, signer: __, ...content } = p;
  const proof = obj(given, 'proof');
  only(proof, ['checkpoint', 'index', 'hashes']);
  const own = linkDigest(participant, sequence, previous ?? null, digest(content), signer);
  return { p, signer, sequence, digest: own, documents: documents as Record<string, string>, proof };
}

function checkChain(records: Rec[], links: Obj[], participant: string): void {
  let used = 0;
  for (const [at, record] of records.entries()) {
    const before = records[at - 1];
    if (!before) continue;
    must(record.sequence > before.sequence, 'order');
    let [sequence, previous] = [before.sequence, before.digest];
    for (let link = links[used]; link && int(link.sequence, 'link') < record.sequence; link = links[used]) {
      must(link.sequence === sequence + 1, 'links');
      sequence += 1;
      previous = linkDigest(participant, sequence, previous, String(link.content), String(link.signer));
      used += 1;
    }
    if (sequence === record.sequence - 1) must(record.p.previous === previous, 'chain');
    else must(sequence === before.sequence, 'links');
  }
  must(used === links.length, 'links');
}

function readNote(note: string, logKey: string): { size: number; root: Buffer } {
  const end = note.lastIndexOf('\n\n');
  const text = note.slice(0, end + 1);
  const [name = '', size = '', root = ''] = text.split('\n');
  const [, keyName, keyId = '', encoded = ''] = /^([^+]*)\+([0-9a-f]{8})\+(.*)$/.exec(logKey) ?? [];
  const key = Buffer.from(encoded, 'base64');
  must(
    key[0] === 1 && sha(`${keyName}\n`, key).subarray(0, 4).toString('hex') === keyId && keyName === name,
    'log key',
  );
  const lines = note
    .slice(end + 2)
    .split('\n')
    .map((line) => line.split(' '));
  const line = lines.find(([dash, who, sig = '']) => {
    return dash === '—' && who === name && Buffer.from(sig, 'base64').subarray(0, 4).toString('hex') === keyId;
  });
  must(line, 'log signature');
  signed(key.subarray(1), text, Buffer.from(line[2] ?? '', 'base64').subarray(4));
  return { size: Number(size), root: Buffer.from(root, 'base64') };
}

function checkInclusion(record: Rec, participant: string, { size, root }: { size: number; root: Buffer }): void {
  const { id, time: at } = record.p;
  const leaf = canonical({
    v: 1,
    kind: 'exchange.record',
    subject: `urn:uuid:${id}`,
    digest: record.digest,
    alg: 'sha-256',
    member: participant,
    time: at ?? null,
  });
  let hash = sha(Uint8Array.of(0), leaf);
  let fn = int(record.proof.index, 'index');
  let sn = size - 1;
  must(fn < size, 'index');
  for (const text of arr(record.proof.hashes, 'hashes')) {
    const sibling = Buffer.from(str(text, hex32, 'hash'), 'hex');
    must(sn > 0, 'path');
    if (fn % 2 === 1 || fn === sn) {
      hash = sha(Uint8Array.of(1), sibling, hash);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
    } else hash = sha(Uint8Array.of(1), hash, sibling);
    [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
  }
  must(sn === 0 && hash.equals(root), 'inclusion');
}

const table: Record<string, [string, string]> = {
  ContractRequestMessage: ['REQUESTED', ':C OFFERED:C'],
  ContractOfferMessage: ['OFFERED', ':P REQUESTED:P'],
  'ContractNegotiationEventMessage ACCEPTED': ['ACCEPTED', 'OFFERED:C'],
  ContractAgreementMessage: ['AGREED', 'REQUESTED:P ACCEPTED:P'],
  ContractAgreementVerificationMessage: ['VERIFIED', 'AGREED:C'],
  'ContractNegotiationEventMessage FINALIZED': ['FINALIZED', 'VERIFIED:P'],
  ContractNegotiationTerminationMessage: ['TERMINATED', 'REQUESTED:CP OFFERED:CP ACCEPTED:P AGREED:C VERIFIED:P'],
  TransferRequestMessage: ['REQUESTED', ':C'],
  TransferStartMessage: ['STARTED', 'REQUESTED:P SUSPENDED:CP'],
  TransferSuspensionMessage: ['SUSPENDED', 'STARTED:CP'],
  TransferCompletionMessage: ['COMPLETED', 'STARTED:CP'],
  TransferTerminationMessage: ['TERMINATED', 'REQUESTED:CP STARTED:CP SUSPENDED:CP'],
};
const allows = (type: string | undefined, state: string, by: string) =>
  (table[type ?? '']?.[1] ?? '')
    .split(' ')
    .some((entry) => entry.split(':')[0] === state && entry.split(':')[1]?.includes(by));
function legal(c: string[], p: string[], state = ''): boolean {
  const [nextC, nextP] = [c[0], p[0]];
  if (nextC === undefined && nextP === undefined) return true;
  const viaC = allows(nextC, state, 'C') && legal(c.slice(1), p, table[nextC ?? '']?.[0]);
  return viaC || (allows(nextP, state, 'P') && legal(c, p.slice(1), table[nextP ?? '']?.[0]));
}

interface Msg {
  sent: boolean;
  type: string;
  body: Obj;
  bodyDigest: string;
  process: string;
  sender: string;
  aud: Json;
}

function readMessage(record: Rec, documents: Obj, dids: Obj): Msg {
  const { p, signer, documents: named } = record;
  const process = p.transfer === undefined ? `n ${str(p.negotiation, any, 'process')}` : `t ${p.transfer}`;
  const body = obj(JSON.parse(String(documents[String(named.body)])), 'body');
  const { header, payload, message, signature } = jwsOf(String(documents[String(named.token)]));
  const sender = didOf(header);
  const sent = p.kind === 'message.sent';
  must(header.typ === 'xy-message+jwt' && payload.iss === sender && payload.bodyDigest === named.body, 'token');
  must(sender === (sent ? signer : p.counterparty) && payload.aud === (sent ? p.counterparty : signer), 'parties');
  signed(keyOf(sender), message, signature);
  const shown = arr(obj(payload.vp, 'vp').verifiableCredential, 'vp');
  for (const [place, text] of shown.entries()) {
    const vc = jwsOf(String(text));
    if (vc.header.typ !== 'vc+jwt') continue;
    const kid = String(vc.header.kid);
    const did = kid.split('#')[0] ?? '';
    const { issuer } = vc.payload;
    must((typeof issuer === 'string' ? issuer : obj(issuer, 'issuer').id) === did, 'issuer');
    if (place === 0) must(obj(vc.payload.credentialSubject, 'subject').id === sender, 'subject');
    if (dids[did] === undefined && !did.startsWith('did:key:')) continue;
    const document = dids[did] === undefined ? null : obj(JSON.parse(String(documents[String(dids[did])])), 'did');
    const method =
      document &&
      arr(document.verificationMethod, 'methods')
        .map((m) => obj(m, 'm'))
        .find(({ id }) => id === kid);
    must(!document || (method && method.revoked === undefined), 'method');
    const jwk = method?.publicKeyMultibase === undefined && method ? obj(method.publicKeyJwk, 'jwk') : null;
    const key = !method ? keyOf(did) : jwk ? fromBase64Url(String(jwk.x)) : multikey(String(method.publicKeyMultibase));
    signed(key, vc.message, vc.signature);
  }
  const event = body['@type'] === 'ContractNegotiationEventMessage' ? ` ${body.eventType}` : '';
  return {
    sent,
    type: `${body['@type']}${event}`,
    body,
    bodyDigest: String(named.body),
    process,
    sender,
    aud: payload.aud ?? null,
  };
}

const consumers = [
  'ContractRequestMessage',
  'ContractNegotiationEventMessage ACCEPTED',
  'ContractAgreementVerificationMessage',
  'TransferRequestMessage',
];
const providers = ['ContractOfferMessage', 'ContractAgreementMessage', 'ContractNegotiationEventMessage FINALIZED'];

/** Checks the processes of a view; gives the agreement. */
function checkProcesses(messages: Msg[], agreementId: Json): Obj {
  const found: Obj[] = [];
  for (const name of new Set(messages.map(({ process }) => process))) {
    const all = messages.filter(({ process }) => process === name);
    const group = all.filter((m, at) => all[at - 1]?.sent !== m.sent || all[at - 1]?.bodyDigest !== m.bodyDigest);
    const telling = group.find(({ type }) => consumers.includes(type) || providers.includes(type));
    must(telling, 'side');
    const isConsumer = consumers.includes(telling.type) === telling.sent;
    const types = (sent: boolean) => group.filter((m) => m.sent === sent).map(({ type }) => type);
    must(legal(types(isConsumer), types(!isConsumer)), 'states');
    for (const pid of ['consumerPid', 'providerPid']) {
      must(new Set(group.flatMap(({ body }) => body[pid] ?? [])).size <= 1, 'pids');
    }
    let offer: Obj | null = null;
    for (const { type, body, sent, sender, aud } of group) {
      if (body.offer !== undefined) offer = obj(body.offer, 'offer');
      if (type !== 'ContractAgreementMessage' || obj(body.agreement, 'agreement')['@id'] !== agreementId) continue;
      const agreement = obj(body.agreement, 'agreement');
      must(offer && sent !== isConsumer && agreement.target === offer.target, 'agreement');
      must(agreement.assigner === sender && agreement.assignee === aud, 'parties');
      must(
        group.some((m) => m.type === 'ContractAgreementVerificationMessage'),
        'verified',
      );
      found.push(agreement);
    }
  }
  must(found.length === 1 && found[0], 'agreement');
  return found[0];
}

function checkGrant(agreement: Obj, grant: Obj | null, ids: Set<Json>, agreementId: Json): void {
  const terms = agreement['xy:grant'] === undefined ? null : obj(agreement['xy:grant'], 'grant');
  if (terms?.id !== undefined) ids.add(terms.id);
  if (grant) {
    ids.add(grant.id ?? null);
    must(grant.agreement === agreementId && grant.dataset === agreement.target, 'grant');
    must(grant.provider === agreement.assigner && grant.consumer === agreement.assignee, 'grant parties');
    for (const name of ['dataset', 'version', 'purpose', 'notBefore', 'notAfter', 'maxCount']) {
      const [a, b] = [terms?.[name], grant[name]];
      must(a === undefined || a === b || Date.parse(String(a)) === Date.parse(String(b)), name);
    }
  }
  must(ids.size <= 1, 'grant id');
}

/** Why a bundle is rejected; null when it is not. */
export function secondVerifier(value: Json, logKey: string): string | null {
  try {
    const bundle = obj(value, 'bundle');
    only(bundle, ['format', 'agreement', 'views', 'documents', 'checkpoints']);
    must(bundle.format === 'xiangyu-exchange-bundle/1', 'format');
    str(bundle.agreement, any, 'agreement');
    const documents = obj(bundle.documents, 'documents');
    for (const [name, text] of Object.entries(documents))
      must(digestText(str(text, any, 'document')) === name, 'document');
    const checkpoints = new Map<string, { size: number; root: Buffer }>();
    for (const [name, given] of Object.entries(obj(bundle.checkpoints, 'checkpoints'))) {
      const checkpoint = obj(given, 'checkpoint');
      only(checkpoint, ['note', 'anchor']);
      must(digest(checkpoint) === name, 'checkpoint');
      checkpoints.set(name, readNote(str(checkpoint.note, any, 'note'), logKey));
    }
    const named = new Set<Json>();
    const used = new Set<Json>();
    const ids = new Set<Json>();
    const grants = new Set<Json>();
    const agreements: Obj[] = [];
    const exchanged: { sent: Set<string>; received: Set<string> }[] = [];
    let before = '';
    let records: Rec[] = [];
    const views = arr(bundle.views, 'views');
    must(views.length === 1 || views.length === 2, 'views');
    for (const entry of views) {
      const view = obj(entry, 'view');
      only(view, ['participant', 'manifest', 'records', 'links']);
      const participant = str(view.participant, /^[a-z0-9][a-z0-9-]{0,62}$/, 'participant');
      must(participant > before, 'views');
      before = participant;
      const own = arr(view.records, 'records').map((record) => readRecord(record, participant));
      const links = arr(view.links, 'links').map((link) => obj(link, 'link'));
      for (const link of links) only(link, ['sequence', 'content', 'signer']);
      checkChain(own, links, participant);
      const manifest = jwsOf(str(view.manifest, any, 'manifest'));
      const { header, payload: m } = manifest;
      only(m, ['v', 'agreement', 'participant', 'time', 'records', 'proofs', 'links', 'dids', 'grant']);
      must(
        header.typ === 'xiangyu-exchange-view+jwt' && header.crit === undefined && canonical(m) === manifest.text,
        'manifest',
      );
      must(didOf(header) === own.at(-1)?.signer, 'manifest signer');
      signed(keyOf(didOf(header)), manifest.message, manifest.signature);
      must(
        m.v === 1 && m.agreement === bundle.agreement && m.participant === participant && time.test(String(m.time)),
        'manifest',
      );
      must(digest(arr(m.records, 'm')) === digest(own.map((record) => record.digest)), 'manifest records');
      must(m.proofs === digest(own.map(({ proof }) => proof)) && m.links === digest(links), 'manifest proofs');
      const dids = obj(m.dids, 'dids');
      for (const name of [...Object.values(dids), ...(m.grant === null ? [] : [m.grant ?? ''])]) named.add(name);
      for (const record of own) {
        must(!ids.has(record.p.id ?? null), 'id');
        ids.add(record.p.id ?? null);
        for (const name of Object.values(record.documents)) named.add(name);
        used.add(record.proof.checkpoint ?? null);
        const checkpoint = checkpoints.get(String(record.proof.checkpoint));
        must(checkpoint, 'checkpoint');
        checkInclusion(record, participant, checkpoint);
      }
      const wire = own.filter(({ p }) => /^message\.(sent|received)$/.test(String(p.kind)) && p.outcome === 'ok');
      const messages = wire.map((record) => readMessage(record, documents, dids));
      const agreement = checkProcesses(messages, bundle.agreement ?? null);
      agreements.push(agreement);
      const grant = m.grant === null ? null : obj(JSON.parse(String(documents[String(m.grant)])), 'grant');
      for (const { p } of own) if (p.grant !== undefined) grants.add(p.grant);
      checkGrant(agreement, grant, grants, bundle.agreement ?? null);
      const digests = (sent: boolean) => new Set(messages.filter((x) => x.sent === sent).map((x) => x.bodyDigest));
      exchanged.push({ sent: digests(true), received: digests(false) });
      records = [...records, ...own];
    }
    must(
      records.some(({ p }) => p.agreement === bundle.agreement),
      'agreement',
    );
    must(
      Object.keys(documents).every((name) => named.has(name)) &&
        [...named].every((name) => Object.hasOwn(documents, String(name))),
      'documents',
    );
    must(
      [...checkpoints.keys()].every((name) => used.has(name)),
      'checkpoints',
    );
    must(new Set(agreements.map(digest)).size === 1, 'agreements');
    const [a, b] = exchanged;
    if (a && b) {
      must(digest([...a.sent].sort()) === digest([...b.received].sort()), 'views');
      must(digest([...b.sent].sort()) === digest([...a.received].sort()), 'views');
    }
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
