import { encodeHex } from '../hashes.ts';
import { tlogErrors } from './errors.ts';
import { decodeUtf8, encodeUtf8 } from './octets.ts';
import { keyTypes, parseVerifierKey, type VerifierKey } from './verifierKey.ts';

/** A log that the policy accepts; its key's name is the origin. */
export interface PolicyLog {
  key: VerifierKey;
  url: string | null;
}

/** One witness key under a name of the policy's own. */
export interface PolicyWitness {
  name: string;
  key: VerifierKey;
  url: string | null;
}

/** Met when at least `threshold` of the members are. */
export interface PolicyGroup {
  name: string;
  threshold: number;
  members: PolicyMember[];
}

export type PolicyMember = PolicyWitness | PolicyGroup;

/** Which checkpoints are to be believed (tlog-policy). */
export interface WitnessPolicy {
  logs: PolicyLog[];
  witnesses: PolicyWitness[];
  /** Null for `quorum none`. */
  quorum: PolicyMember | null;
}

const logTypes: readonly number[] = [keyTypes.ed25519, keyTypes.mlDsa44];
const witnessTypes: readonly number[] = [keyTypes.cosignatureV1, keyTypes.mlDsa44, keyTypes.eip712];

/** The policy as one character an octet: names are compared as octets, so that no Unicode rule changes who is who. */
function readOctets(policy: string | Uint8Array): string {
  const octets = typeof policy === 'string' ? encodeUtf8(policy) : policy;
  return Array.from(octets, (octet) => String.fromCharCode(octet)).join('');
}

const toText = (octets: string) =>
  decodeUtf8(Uint8Array.from(octets, (letter) => letter.charCodeAt(0))) ?? octets.replace(/[\u0080-\u00ff]/g, '\ufffd');

/** Reads a policy in the form of tlog-policy. @throws TLOG_BAD_POLICY naming the line */
export function parsePolicy(policy: string | Uint8Array): WitnessPolicy {
  const logs: PolicyLog[] = [];
  const witnesses: PolicyWitness[] = [];
  const defined = new Map<string, PolicyMember>();
  const members = new Set<string>();
  let quorum: PolicyMember | null | undefined;
  const lines = readOctets(policy).split('\n');

  for (const [at, line] of lines.entries()) {
    const fail = (problem: string) => tlogErrors.badPolicy({ line: at + 1, problem });
    const readKey = (text: string, types: readonly number[], others: { key: VerifierKey }[]): VerifierKey => {
      let key: VerifierKey;
      try {
        key = parseVerifierKey(toText(text));
      } catch (error) {
        throw fail(error instanceof Error ? `has a bad key: ${error.message}` : 'has a bad key');
      }
      if (!types.includes(key.type))
        throw fail(`has a key of type 0x${key.type.toString(16)}, which is of no use there`);
      const same = ({ key: { publicKey } }: { key: VerifierKey }) => encodeHex(publicKey) === encodeHex(key.publicKey);
      if (others.some(same)) throw fail('repeats a key of another line');
      return key;
    };
    const define = (name: string, member: PolicyMember) => {
      if (name === 'none' || defined.has(name)) throw fail(`defines the name ${toText(name)} again`);
      defined.set(name, member);
    };
    const find = (name: string): PolicyMember => {
      const member = defined.get(name);
      if (!member) throw fail(`uses the name ${toText(name)}, which no line before it defines`);
      return member;
    };
    if (/[^\t\u0020-\u007e\u0080-\u00ff]/.test(line)) throw fail('has a control character');
    const [keyword = '', ...items] = line.split(/[ \t]+/).filter((item) => item !== '');
    if (keyword === '' || keyword.startsWith('#')) continue;
    const [first = '', second = '', ...rest] = items;
    const url = (items: string[]) => (items[0] === undefined ? null : toText(items[0]));

    if (keyword === 'log') {
      if (items.length < 1 || items.length > 2) throw fail('is not "log <vkey> [<url>]"');
      logs.push({ key: readKey(first, logTypes, logs), url: url(items.slice(1)) });
    } else if (keyword === 'witness') {
      if (items.length < 2 || items.length > 3) throw fail('is not "witness <name> <vkey> [<url>]"');
      const witness = { name: toText(first), key: readKey(second, witnessTypes, witnesses), url: url(rest) };
      define(first, witness);
      witnesses.push(witness);
    } else if (keyword === 'group') {
      if (items.length < 3) throw fail('is not "group <name> all|any|<k> <name>…"');
      const threshold =
        second === 'all' ? rest.length : second === 'any' ? 1 : /^\d+$/.test(second) ? Number(second) : 0;
      if (threshold < 1 || threshold > rest.length) throw fail(`asks for a number of members from 1 to ${rest.length}`);
      const group = { name: toText(first), threshold, members: rest.map(find) };
      for (const name of rest) {
        if (members.has(name)) throw fail(`makes ${toText(name)} a member a second time`);
        members.add(name);
      }
      define(first, group);
    } else if (keyword === 'quorum') {
      if (items.length !== 1) throw fail('is not "quorum <name>"');
      if (quorum !== undefined) throw fail('is a second quorum');
      quorum = first === 'none' ? null : find(first);
    } else {
      throw fail(`begins with ${toText(keyword)}, which is none of log, witness, group and quorum`);
    }
  }
  if (quorum === undefined)
    throw tlogErrors.badPolicy({ line: lines.length, problem: 'is the last, and none says the quorum' });
  return { logs, witnesses, quorum };
}
