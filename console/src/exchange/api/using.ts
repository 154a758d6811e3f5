import { read, send, type Words } from './common.ts';
import type { Connector } from './connectors.ts';

/** Public keys of a connector. */
export interface ConnectorKeys {
  did: string;
  encryptionKey: { kty?: string; crv?: string; kid?: string };
  chainAddress: string;
}
export const keyKinds = ['signing', 'encryption', 'chain'] as const;
export type KeyKind = (typeof keyKinds)[number];

/** Departments and the grants between them, as the chain shows them. */
export interface ExchangeMap {
  nodes: { id: string; name: Words | null; state: 'active' | 'suspended' | 'withdrawn' | 'unknown' }[];
  edges: { from: string; to: string; active: number; suspended: number; ended: number; datasets: number }[];
}

export const dutyStates = ['open', 'waiting', 'signed', 'received'] as const;
export type DutyState = (typeof dutyStates)[number];
/** The duty to delete at the end of a grant, on either side. */
export interface Duty {
  id: string;
  role: 'provider' | 'consumer';
  grant: string;
  agreement: string;
  dataset: string;
  counterparty: string;
  why: 'expired' | 'revoked' | 'renounced';
  endedAt: string;
  dueAt: string;
  state: DutyState;
  escalation: number;
  handedOut: boolean;
  deleted: { kind: 'file' | 'table' | 'match'; name: string; rows: number | null; method: string }[];
  deletedAt: string | null;
  statement: { copies: Copies; words: string } | null;
  receipt: string | null;
  problem: string | null;
  problemZh: string | null;
}
export const copiesWords = ['none', 'deleted', 'kept'] as const;
export type Copies = (typeof copiesWords)[number];

/** A use of data about a person. */
export interface CitizenUse {
  id: string;
  at: string;
  department: Words;
  dataset: Words;
  kind: 'delivery' | 'answer' | 'match';
  items: string[];
  question: Words | null;
  matter: Words;
  legalBasis: Words;
  caseNumber: string | null;
  objection: { state: 'open' | 'upheld' | 'rejected'; madeAt: string; answer: string | null } | null;
}
export interface PersonView {
  items: CitizenUse[];
  nextPageToken: string | null;
  lookups: { at: string; by: 'person' | 'officer' }[];
}
export interface Person {
  identifier: string;
  kind: string;
}
export interface Objection {
  id: string;
  use: string;
  /** The use that it is about; who objects is not told. */
  about: Pick<CitizenUse, 'at' | 'department' | 'dataset' | 'kind' | 'question' | 'matter'>;
  words: string;
  state: 'open' | 'upheld' | 'rejected';
  answer: string | null;
  madeAt: string;
  answeredAt: string | null;
}

export const getOwnConnector = (signal?: AbortSignal) =>
  read<{ connector: Connector | null; keys: ConnectorKeys | null }>('/connector', signal);
export const switchConnector = (way: 'on' | 'off', credential?: string) =>
  send('POST', `/connector/${way}`, credential ? { credential } : {});
export const rotateKeys = (kinds: KeyKind[], reason: string) => send('POST', '/connector/rotate', { kinds, reason });
export const nameAuthority = (slug: string) => send('PUT', '/authority', { slug });
export const getMap = (signal?: AbortSignal) => read<ExchangeMap>('/map', signal);
/** Says what became of copies outside of the connector. */
export const confirmCopies = (id: string, copies: Copies, words: string) =>
  send<Duty>('POST', `/duties/${id}/confirm`, { copies, words });
export const makeCode = (person: Person) => send<{ code: string; expiresAt: string }>('POST', '/citizen/codes', person);
export const lookAtCounter = (person: Person & { pageToken?: string }) =>
  send<PersonView>('POST', '/citizen/counter', person);
const openSession = (body: Person & { department: string; code: string }) =>
  send<{ token: string; expiresAt: string }>('POST', '/citizen/sessions', body);
/** What one department says to a person who asks all of them; its session serves to read on there and to object. */
export interface DepartmentUses extends PersonView {
  department: { slug: string; name: Words };
  session: { token: string; expiresAt: string };
}
/** Redeems a code and asks every department of the platform at once; the one that gave the code comes first. */
export async function askEverywhere({ department, code, ...person }: Person & { department: string; code: string }) {
  const { token } = await openSession({ ...person, department, code });
  const { items } = await send<{ items: DepartmentUses[] }>('POST', '/citizen/everywhere', {
    session: token,
    ...person,
  });
  return items;
}
export const listUses = (session: string, pageToken?: string) =>
  send<PersonView>('POST', '/citizen/uses', { session, ...(pageToken ? { pageToken } : {}) });
export const object = (session: string, use: string, words: string) =>
  send('POST', '/citizen/objections', { session, use, words });
export const answerObjection = (id: string, decision: 'upheld' | 'rejected', words: string) =>
  send('POST', `/citizen/objections/${id}/answer`, { decision, words });
