import { encodeHex } from '../hashes.ts';
import { inBoth, wordsOfError } from '../words.ts';
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
    const fail = (en: string, zh: string) => tlogErrors.badPolicy(...inBoth({ line: at + 1, problem: { en, zh } }));
    const readKey = (text: string, types: readonly number[], others: { key: VerifierKey }[]): VerifierKey => {
      let key: VerifierKey;
      try {
        key = parseVerifierKey(toText(text));
      } catch (error) {
        const { en, zh } = wordsOfError(error);
        throw fail(`has a bad key: ${en}`, `密钥有误：${zh}`);
      }
      if (!types.includes(key.type))
        throw fail(
          `has a key of type 0x${key.type.toString(16)}, which is of no use there`,
          `密钥类型 0x${key.type.toString(16)} 不能用在这里`,
        );
      const same = ({ key: { publicKey } }: { key: VerifierKey }) => encodeHex(publicKey) === encodeHex(key.publicKey);
      if (others.some(same)) throw fail('repeats a key of another line', '与另一行的密钥重复');
      return key;
    };
    const define = (name: string, member: PolicyMember) => {
      if (name === 'none' || defined.has(name))
        throw fail(`defines the name ${toText(name)} again`, `重复定义名称 ${toText(name)}`);
      defined.set(name, member);
    };
    const find = (name: string): PolicyMember => {
      const member = defined.get(name);
      if (!member)
        throw fail(
          `uses the name ${toText(name)}, which no line before it defines`,
          `使用了前面没有定义的名称 ${toText(name)}`,
        );
      return member;
    };
    if (/[^\t\u0020-\u007e\u0080-\u00ff]/.test(line)) throw fail('has a control character', '含有控制字符');
    const [keyword = '', ...items] = line.split(/[ \t]+/).filter((item) => item !== '');
    if (keyword === '' || keyword.startsWith('#')) continue;
    const [first = '', second = '', ...rest] = items;
    const url = (items: string[]) => (items[0] === undefined ? null : toText(items[0]));

    if (keyword === 'log') {
      if (items.length < 1 || items.length > 2)
        throw fail('is not "log <vkey> [<url>]"', '不是“log <公钥> [<网址>]”的形式');
      logs.push({ key: readKey(first, logTypes, logs), url: url(items.slice(1)) });
    } else if (keyword === 'witness') {
      if (items.length < 2 || items.length > 3)
        throw fail('is not "witness <name> <vkey> [<url>]"', '不是“witness <名称> <公钥> [<网址>]”的形式');
      const witness = { name: toText(first), key: readKey(second, witnessTypes, witnesses), url: url(rest) };
      define(first, witness);
      witnesses.push(witness);
    } else if (keyword === 'group') {
      if (items.length < 3)
        throw fail('is not "group <name> all|any|<k> <name>…"', '不是“group <名称> all|any|<数目> <名称>…”的形式');
      const threshold =
        second === 'all' ? rest.length : second === 'any' ? 1 : /^\d+$/.test(second) ? Number(second) : 0;
      if (threshold < 1 || threshold > rest.length)
        throw fail(
          `asks for a number of members from 1 to ${rest.length}`,
          `要求的成员数应在 1 至 ${rest.length} 之间`,
        );
      const group = { name: toText(first), threshold, members: rest.map(find) };
      for (const name of rest) {
        if (members.has(name))
          throw fail(`makes ${toText(name)} a member a second time`, `${toText(name)} 重复成为成员`);
        members.add(name);
      }
      define(first, group);
    } else if (keyword === 'quorum') {
      if (items.length !== 1) throw fail('is not "quorum <name>"', '不是“quorum <名称>”的形式');
      if (quorum !== undefined) throw fail('is a second quorum', '重复写了 quorum');
      quorum = first === 'none' ? null : find(first);
    } else {
      throw fail(
        `begins with ${toText(keyword)}, which is none of log, witness, group and quorum`,
        `以 ${toText(keyword)} 开头，而不是 log、witness、group 或 quorum`,
      );
    }
  }
  if (quorum === undefined)
    throw tlogErrors.badPolicy(
      ...inBoth({
        line: lines.length,
        problem: { en: 'is the last, and none says the quorum', zh: '到最后一行仍没有写明 quorum' },
      }),
    );
  return { logs, witnesses, quorum };
}
