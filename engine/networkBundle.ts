import { chainRules } from './chainRules.ts';
import { engineErrors } from './errors.ts';
import type { Hex } from './nodeOptions.ts';

/** All that a member's node needs to join a network; it holds keys of accounts that the platform emptied before. */
export interface NetworkBundle {
  format: 'xiangyu-network-bundle/1';
  /** For whom it was made. */
  member: string;
  createdAt: string;
  chain: {
    coreChainId: number;
    evmChainId: number;
    /** Hash of the first block, which every node computes for itself from what is here. */
    genesisHash: Hex;
    blockIntervalMs: number;
    /** Settings that all nodes must have alike, hard forks among them. */
    rules: Record<string, string | number | boolean>;
    /** Private keys that the first block gave funds to. Those funds are gone: the keys are only needed to compute that block. */
    genesisCoreKeys: Hex[];
    genesisEspaceKeys: Hex[];
  };
  /** Nodes to begin with. */
  bootnodes: { publicKey: Hex; host: string; port: number }[];
  platform: { url: string };
  log: { origin: string; logKey: string; contract: Hex | null };
  /** Null before an alliance is founded. */
  alliance: { registry: Hex; governor: Hex } | null;
}

type Check = (value: unknown) => boolean;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText: Check = (value) => typeof value === 'string' && value.length > 0 && value.length <= 2_000;
const isHex =
  (bytes: number): Check =>
  (value) =>
    typeof value === 'string' && new RegExp(`^0x[0-9a-f]{${2 * bytes}}$`).test(value);
const isInteger =
  (least: number, most: number): Check =>
  (value) =>
    Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
const isUrl: Check = (value) => isText(value) && /^https?:\/\//.test(String(value)) && URL.canParse(String(value));
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
const areKeys: Check = (value) => Array.isArray(value) && value.length <= 100 && value.every(isHex(32));

const fields: [path: string, check: Check, expected: string][] = [
  ['member', isText, 'the slug of a member'],
  ['createdAt', (value) => isText(value) && !Number.isNaN(Date.parse(String(value))), 'a time'],
  ['chain.coreChainId', isInteger(1, 0xffff_ffff), 'a chain id'],
  ['chain.evmChainId', isInteger(1, 0xffff_ffff), 'a chain id'],
  ['chain.genesisHash', isHex(32), 'a hash'],
  ['chain.blockIntervalMs', isInteger(50, 600_000), 'milliseconds'],
  ['chain.rules', isObject, 'an object'],
  ['chain.genesisCoreKeys', areKeys, 'a list of private keys'],
  ['chain.genesisEspaceKeys', areKeys, 'a list of private keys'],
  ['bootnodes', (value) => Array.isArray(value) && value.length > 0 && value.length <= 100, 'a list of nodes'],
  ['platform.url', isUrl, 'an http(s) address'],
  ['log.origin', isText, 'a name'],
  ['log.logKey', isText, 'a verifier key'],
  ['log.contract', orNull(isHex(20)), 'an address or null'],
  ['alliance', orNull(isObject), 'an object or null'],
];

const bootnodeFields: typeof fields = [
  ['publicKey', isHex(64), 'a public key of 64 bytes'],
  ['host', (value) => typeof value === 'string' && /^[A-Za-z0-9.-]{1,253}$/.test(value), 'a host name or IPv4 address'],
  ['port', isInteger(1, 65_535), 'a port'],
];
const allianceFields: typeof fields = [
  ['registry', isHex(20), 'an address'],
  ['governor', isHex(20), 'an address'],
];

function fail(problem: string): never {
  throw engineErrors.bundleInvalid({ problem });
}

function checkFields(value: unknown, wanted: typeof fields, where: string): void {
  for (const [path, check, expected] of wanted) {
    const found = path.split('.').reduce<unknown>((at, name) => (isObject(at) ? at[name] : undefined), value);
    if (!check(found)) fail(`its ${where}${path} is ${found === undefined ? 'missing' : `not ${expected}`}`);
  }
}

/**
 * Checks what somebody gave as a bundle, down to the rules that this program's nodes have. @throws ENGINE_BUNDLE_INVALID
 */
export function checkBundle(value: unknown): NetworkBundle {
  if (!isObject(value) || typeof value.format !== 'string' || !value.format.startsWith('xiangyu-network-bundle/'))
    fail('it has not the form of one');
  if (value.format !== 'xiangyu-network-bundle/1') fail(`its form is ${value.format}; this program reads version 1`);
  checkFields(value, fields, '');
  const bundle = value as unknown as NetworkBundle;
  for (const [at, node] of bundle.bootnodes.entries()) checkFields(node, bootnodeFields, `bootnodes[${at}].`);
  if (bundle.alliance) checkFields(bundle.alliance, allianceFields, 'alliance.');
  const { rules } = bundle.chain;
  for (const name of new Set([...Object.keys(rules), ...Object.keys(chainRules)]))
    if (rules[name] !== chainRules[name])
      fail(
        `${name} is ${rules[name] ?? 'not set'} in that network and ${chainRules[name] ?? 'not set'} in this program`,
      );
  return bundle;
}

/** The address of a node as other nodes' configuration has it. */
export const toNodeUrl = ({ publicKey, host, port }: NetworkBundle['bootnodes'][number]): string =>
  `cfxnode://${publicKey.slice(2)}@${host}:${port}`;

/** Reads a node's address. @throws ENGINE_INVALID_OPTION */
export function parseNodeUrl(url: string): NetworkBundle['bootnodes'][number] {
  const [, key, host, port] = /^cfxnode:\/\/([0-9a-f]{128})@([A-Za-z0-9.-]+):(\d{1,5})$/.exec(url) ?? [];
  if (!key || !host || !port) throw engineErrors.invalidOption({ option: 'nodeUrl', reason: `${url} is not a node` });
  return { publicKey: `0x${key}`, host, port: Number(port) };
}
