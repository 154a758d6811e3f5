import { ed25519 } from '@noble/curves/ed25519.js';
import { canonicalizeJson, type JsonValue } from '../canonicalizeJson.ts';
import { encodeHex, hashLeaf } from '../hashes.ts';
import { inclusionPath, rootFromLeaves } from '../merkleTree.ts';
import { encodeStatement } from '../statement.ts';
import { formatCheckpointBody } from '../tlog/checkpoint.ts';
import { formatNote } from '../tlog/signedNote.ts';
import { deriveVerifierKey, signNote } from '../tlog/signNote.ts';
import { formatVerifierKey } from '../tlog/verifierKey.ts';
import { digestJson, digestLink, digestText } from './digestLink.ts';
import {
  type ExchangeBundle,
  type ExchangeView,
  exchangeTypes,
  type LogCheckpoint,
  recordStatementKind,
} from './exchangeBundle.ts';

type Json = { [key: string]: JsonValue };

const logSigner = { name: 'test.example/log', privateKey: new Uint8Array(32).fill(7) };
export const exchangeLogKey = formatVerifierKey(deriveVerifierKey(logSigner));

/** A key that signs as a did:key, or as a key of another DID. */
export interface TestKey {
  secret: Uint8Array;
  did: string;
  multikey: string;
}

const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** A key from a number. */
export function testKey(fill: number): TestKey {
  const secret = new Uint8Array(32).fill(fill);
  const bytes = [0xed, 0x01, ...ed25519.getPublicKey(secret)];
  let number = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  let text = '';
  for (; number > 0n; number /= 58n) text = `${alphabet[Number(number % 58n)]}${text}`;
  return { secret, did: `did:key:z${text}`, multikey: `z${text}` };
}

const encode = (bytes: Uint8Array) =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
const utf8 = (text: string) => new TextEncoder().encode(text);

/** A compact JWS. */
export function signJws(key: TestKey, type: string, payload: Json, kid = `${key.did}#${key.multikey}`): string {
  const header = canonicalizeJson({ alg: 'EdDSA', kid, typ: type });
  const head = `${encode(utf8(header))}.${encode(utf8(canonicalizeJson(payload)))}`;
  return `${head}.${encode(ed25519.sign(utf8(head), key.secret))}`;
}

/** What happens in the exchange of the tests: who sends which message, or records which act. */
export interface Act {
  by: 'provider' | 'consumer';
  type?: string;
  body?: Json;
  process: 'negotiation' | 'transfer';
  kind?: string;
  documents?: Record<string, string>;
  /** The other side never records that it received the message. */
  lost?: true;
}

/** What goes wrong in an exchange whose records are signed and logged all the same. */
export interface ExchangeChange {
  acts?: (acts: Act[]) => Act[];
  claims?: (claims: Json, act: Act) => Json;
  /** Who signs the token, where not the sender. */
  tokenKey?: TestKey;
  /** Who signs the credentials, where not the issuer. */
  issuerKey?: TestKey;
  grant?: Json;
  /** Other records in between are not shown. */
  gaps?: true;
}

export const agreementId = 'urn:uuid:0f0f0f0f-0000-4000-8000-00000000000a';
const dataset = 'urn:uuid:0f0f0f0f-0000-4000-8000-00000000000d';
const issuerKey = testKey(31);
const issuer = 'did:web:civil.example';

/** The two departments of the exchange. */
const sides = {
  consumer: { slug: 'agri', key: testKey(21) },
  provider: { slug: 'civil', key: testKey(22) },
} as const;

const permission = [
  { action: 'use', constraint: [{ leftOperand: 'purpose', operator: 'eq', rightOperand: 'farm-subsidy' }] },
];
const grantTerms = {
  id: `0x${'ab'.repeat(32)}`,
  dataset,
  version: 1,
  purpose: 'farm-subsidy',
  items: ['name', 'licence'],
  notBefore: '2026-05-01T00:00:00.000Z',
  notAfter: '2027-05-01T00:00:00.000Z',
  maxCount: 1000,
};

function acts(): Act[] {
  const offer = { '@id': 'urn:uuid:offer', '@type': 'Offer', target: dataset, permission };
  const agreement = {
    '@id': agreementId,
    '@type': 'Agreement',
    target: dataset,
    assigner: sides.provider.key.did,
    assignee: sides.consumer.key.did,
    timestamp: '2026-05-01T08:00:03Z',
    permission,
    'xy:grant': grantTerms,
  };
  const pids = { consumerPid: 'urn:uuid:c1', providerPid: 'urn:uuid:p1' };
  const transfer = { consumerPid: 'urn:uuid:c2', providerPid: 'urn:uuid:p2' };
  const negotiate = (by: Act['by'], type: string, body: Json = {}): Act => ({
    by,
    type,
    body: { '@type': type, ...pids, ...body },
    process: 'negotiation',
  });
  const move = (by: Act['by'], type: string, body: Json = {}): Act => ({
    by,
    type,
    body: { '@type': type, ...transfer, ...body },
    process: 'transfer',
  });
  const event = 'ContractNegotiationEventMessage';
  const { providerPid: _, ...first } = pids;
  return [
    {
      by: 'consumer',
      kind: 'application',
      process: 'negotiation',
      documents: { application: '{"matter":"farm-subsidy"}' },
    },
    {
      by: 'consumer',
      type: 'ContractRequestMessage',
      process: 'negotiation',
      body: { '@type': 'ContractRequestMessage', ...first, offer },
    },
    {
      by: 'provider',
      kind: 'decision',
      process: 'negotiation',
      documents: { decision: '{"verdict":"approved","because":"standing rule"}' },
    },
    negotiate('provider', 'ContractOfferMessage', { offer }),
    negotiate('consumer', event, { eventType: 'ACCEPTED' }),
    negotiate('provider', 'ContractAgreementMessage', { agreement }),
    negotiate('consumer', 'ContractAgreementVerificationMessage'),
    negotiate('provider', event, { eventType: 'FINALIZED' }),
    { by: 'provider', kind: 'grant', process: 'negotiation' },
    move('consumer', 'TransferRequestMessage', { agreementId, format: 'xy:query' }),
    move('provider', 'TransferStartMessage'),
    { by: 'provider', kind: 'key.released', process: 'transfer' },
    { by: 'provider', kind: 'delivery', process: 'transfer' },
    { by: 'consumer', kind: 'delivery', process: 'transfer' },
    move('consumer', 'TransferCompletionMessage'),
    { by: 'consumer', kind: 'deletion', process: 'transfer', documents: { receipt: 'signed.receipt.text' } },
  ];
}

const didDocument = canonicalizeJson({
  id: issuer,
  verificationMethod: [
    {
      id: `${issuer}#${issuerKey.multikey}`,
      type: 'Multikey',
      controller: issuer,
      publicKeyMultibase: issuerKey.multikey,
    },
  ],
});

function credential(key: TestKey, type: string, by: TestKey = issuerKey): string {
  const payload = { issuer, type: ['VerifiableCredential', type], credentialSubject: { id: key.did } };
  return signJws(by, 'vc+jwt', payload, `${issuer}#${issuerKey.multikey}`);
}

const hex = (number: number, digits: number) => number.toString(16).padStart(digits, '0');

interface Draft {
  time: string;
  entry: Json;
}

/** Whose records are how far. */
interface Chain {
  drafts: Draft[];
  records: { jws: string; digest: string; id: string; time: string }[];
  links: ExchangeView['links'];
}

/** A bundle of an exchange between two departments, with the records of both, other records in between, and two checkpoints. */
export function makeExchangeBundle(change: ExchangeChange = {}): ExchangeBundle {
  const documents: Record<string, string> = {};
  const keep = (text: string) => {
    documents[digestText(text)] = text;
    return digestText(text);
  };
  const drafts: Record<'provider' | 'consumer', Draft[]> = { provider: [], consumer: [] };
  let moment = Date.parse('2026-05-01T08:00:00.000Z');
  for (const act of change.acts?.(acts()) ?? acts()) {
    moment += 1_500;
    const time = new Date(moment).toISOString();
    const other: Act['by'] = act.by === 'provider' ? 'consumer' : 'provider';
    const process = (side: string) => ({ [act.process]: `${act.process}-of-${side}` });
    const common = {
      outcome: 'ok',
      agreement: agreementId,
      dataset,
      purpose: 'farm-subsidy',
      detail: { step: act.type ?? act.kind ?? '' },
    };
    if (!act.body) {
      const named = Object.entries(act.documents ?? {}).map(([name, text]) => [name, keep(text)]);
      const entry = { ...common, ...process(act.by), kind: act.kind ?? 'act', counterparty: sides[other].key.did };
      const extra = act.kind === 'grant' ? { grant: grantTerms.id } : {};
      const shown = named.length > 0 ? { documents: Object.fromEntries(named) } : {};
      drafts[act.by].push({ time, entry: { ...entry, ...extra, ...shown } });
      continue;
    }
    const { key } = sides[act.by];
    const body = JSON.stringify({ '@context': ['https://w3id.org/dspace/2025/1/context.jsonld'], ...act.body });
    const iat = Math.floor(moment / 1_000);
    const claims: Json = {
      iss: key.did,
      aud: sides[other].key.did,
      iat,
      exp: iat + 60,
      jti: `token-${moment}-long-enough`,
      method: 'POST',
      path: '/dsp/x',
      bodyDigest: digestText(body),
      vp: {
        type: 'VerifiablePresentation',
        verifiableCredential: [
          credential(key, 'ConnectorCredential', change.issuerKey),
          credential(key, 'MembershipCredential', change.issuerKey),
        ],
      },
    };
    const token = signJws(
      change.tokenKey ?? key,
      'xy-message+jwt',
      change.claims?.(claims, act) ?? claims,
      `${key.did}#${key.multikey}`,
    );
    const shown = { documents: { body: keep(body), token: keep(token) } };
    const recorders: Act['by'][] = act.lost ? [act.by] : [act.by, other];
    for (const side of recorders) {
      const kind = side === act.by ? 'message.sent' : 'message.received';
      const counterparty = sides[side === 'provider' ? 'consumer' : 'provider'].key.did;
      drafts[side].push({ time, entry: { ...common, ...process(side), kind, counterparty, ...shown } });
    }
  }
  const chains = {
    provider: chain('provider', drafts.provider, change),
    consumer: chain('consumer', drafts.consumer, change),
  };
  return assemble(chains, documents, keep, change.grant);
}

/** Puts a side's records into its chain; every fifth place is another exchange's. */
function chain(side: 'provider' | 'consumer', drafts: Draft[], { gaps }: ExchangeChange): Chain {
  const { slug, key } = sides[side];
  const made: Chain = { drafts, records: [], links: [] };
  let sequence = 40;
  let previous: string = digestText(`before ${slug}`);
  for (const [at, { time, entry }] of drafts.entries()) {
    sequence += 1;
    if (at > 0 && at % 5 === 0) {
      const link = { sequence, content: digestText(`other ${sequence}`), signer: key.did };
      if (!gaps) made.links.push(link);
      previous = digestLink({ ...link, participant: slug, previous });
      sequence += 1;
    }
    const id = `0199${hex(at, 4)}-${side === 'provider' ? '1111' : '2222'}-7000-8000-${hex(sequence, 12)}`;
    const content = { v: 1, id, participant: slug, time, salt: hex(at + 1, 32), ...entry };
    const jws = signJws(key, exchangeTypes.record, { ...content, sequence, previous, signer: key.did });
    const link = { participant: slug, sequence, previous, content: digestJson(content), signer: key.did };
    previous = digestLink(link);
    made.records.push({ jws, digest: previous, id, time });
  }
  return made;
}

function assemble(
  chains: Record<'provider' | 'consumer', Chain>,
  documents: Record<string, string>,
  keep: (text: string) => string,
  grantChange: Json = {},
): ExchangeBundle {
  const leaves: Uint8Array[] = [0, 1, 2].map((number) => hashLeaf(Uint8Array.of(number)));
  const places = new Map<string, number>();
  const order = ['provider', 'consumer'] as const;
  for (const side of order) {
    for (const { id, digest, time } of chains[side].records) {
      places.set(id, leaves.length);
      const subject = `urn:uuid:${id}`;
      const member = sides[side].slug;
      leaves.push(
        hashLeaf(encodeStatement({ v: 1, kind: recordStatementKind, subject, digest, alg: 'sha-256', member, time })),
      );
    }
  }
  const sizes = [Math.floor(leaves.length / 2), leaves.length];
  const checkpoints = sizes.map((size, at): { name: string; size: number; checkpoint: LogCheckpoint } => {
    const root = rootFromLeaves(leaves.slice(0, size));
    const note = formatNote(signNote(formatCheckpointBody({ origin: logSigner.name, size, root }), logSigner));
    const anchor = {
      evmChainId: 7002,
      contract: `0x${'cd'.repeat(20)}`,
      transactionHash: `0x${hex(at + 1, 64)}`,
      blockHash: `0x${hex(at + 9, 64)}`,
      blockNumber: 100 + at,
    } as const;
    const checkpoint = { note, anchor };
    return { name: digestJson(checkpoint), size, checkpoint };
  });
  const grant = keep(
    canonicalizeJson({
      ...grantTerms,
      agreement: agreementId,
      provider: sides.provider.key.did,
      consumer: sides.consumer.key.did,
      state: 'active',
      ...grantChange,
    }),
  );
  const views = order.map((side): ExchangeView => {
    const { slug, key } = sides[side];
    const { records, links } = chains[side];
    const shown = records.map(({ jws, id }) => {
      const index = places.get(id) ?? 0;
      const checkpoint = checkpoints.find(({ size }) => size > index) ?? checkpoints[0];
      const hashes = inclusionPath(leaves.slice(0, checkpoint?.size), index).map(encodeHex);
      return { jws, proof: { checkpoint: checkpoint?.name ?? '', index, hashes } };
    });
    const manifest = signJws(key, exchangeTypes.manifest, {
      v: 1,
      agreement: agreementId,
      participant: slug,
      time: '2026-05-02T08:00:00.000Z',
      records: records.map(({ digest }) => digest),
      proofs: digestJson(shown.map(({ proof }) => proof)),
      links: digestJson(links),
      dids: { [issuer]: keep(didDocument) },
      grant,
    });
    return { participant: slug, manifest, records: shown, links };
  });
  return {
    format: 'xiangyu-exchange-bundle/1',
    agreement: agreementId,
    views: views.sort((a, b) => (a.participant < b.participant ? -1 : 1)),
    documents,
    checkpoints: Object.fromEntries(checkpoints.map(({ name, checkpoint }) => [name, checkpoint])),
  };
}

/** The view of one side alone, with what it names. */
export function oneView(bundle: ExchangeBundle, participant: string): ExchangeBundle {
  const views = bundle.views.filter((view) => view.participant === participant);
  const used = new Set(views.flatMap(({ records }) => records.map(({ proof }) => proof.checkpoint)));
  const named = JSON.stringify(
    views.flatMap(({ records, manifest }) =>
      [...records.map(({ jws }) => jws), manifest].map((jws) =>
        atob((jws.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/')),
      ),
    ),
  );
  return {
    ...bundle,
    views,
    documents: Object.fromEntries(Object.entries(bundle.documents).filter(([digest]) => named.includes(digest))),
    checkpoints: Object.fromEntries(Object.entries(bundle.checkpoints).filter(([name]) => used.has(name))),
  };
}
