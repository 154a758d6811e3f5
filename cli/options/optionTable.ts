/** One option as data. A flag wins over the environment, the environment over the file, the file over the default. */
export interface OptionDescriptor {
  kind: 'text' | 'number' | 'switch';
  default: string | number | boolean | null;
  env: string;
  description: string;
  /** Smallest and largest number allowed. */
  range?: readonly [number, number];
  /** True when the value may hold a password and is masked when printed. */
  secret?: boolean;
}

const port = [0, 65_535] as const;

/** Every option of the platform. Names are the flags (`--espace-port`) and the keys of the file (`espace-port`). */
export const optionTable = {
  data: {
    kind: 'text',
    default: null,
    env: 'XIANGYU_DATA',
    description: 'folder of all data; by default xiangyu-data in the working folder',
  },
  host: { kind: 'text', default: '127.0.0.1', env: 'XIANGYU_HOST', description: 'address the platform listens on' },
  port: { kind: 'number', range: port, default: 8080, env: 'XIANGYU_PORT', description: 'port of the console and API' },
  'public-url': {
    kind: 'text',
    default: null,
    env: 'XIANGYU_PUBLIC_URL',
    description: 'address people reach the console at, when it differs from host and port',
  },
  'database-url': {
    kind: 'text',
    default: null,
    env: 'DATABASE_URL',
    secret: true,
    description: 'an external PostgreSQL; without it the platform runs its own',
  },
  'database-port': {
    kind: 'number',
    range: port,
    default: 0,
    env: 'XIANGYU_DATABASE_PORT',
    description: 'port of the own PostgreSQL on 127.0.0.1; 0 takes a free one',
  },
  rpc: {
    kind: 'text',
    default: null,
    env: 'XIANGYU_RPC',
    secret: true,
    description: 'eSpace RPC address of a node that runs elsewhere; without it the platform runs its own node',
  },
  'core-rpc': {
    kind: 'text',
    default: null,
    env: 'XIANGYU_CORE_RPC',
    secret: true,
    description: 'Core Space RPC address of that node, for the Tree-Graph and the confirmation risk',
  },
  'chain-id': {
    kind: 'number',
    range: [1, 2 ** 31],
    default: 7001,
    env: 'XIANGYU_CHAIN_ID',
    description: 'chain id of the own Core Space',
  },
  'evm-chain-id': {
    kind: 'number',
    range: [1, 2 ** 31],
    default: 7002,
    env: 'XIANGYU_EVM_CHAIN_ID',
    description: 'chain id of the own eSpace',
  },
  'block-interval': {
    kind: 'number',
    range: [100, 60_000],
    default: 500,
    env: 'XIANGYU_BLOCK_INTERVAL',
    description: 'milliseconds between blocks of the own node',
  },
  'p2p-port': {
    kind: 'number',
    range: port,
    default: 32_323,
    env: 'XIANGYU_P2P_PORT',
    description: 'port other nodes connect to; 0 takes a free one',
  },
  'node-public-address': {
    kind: 'text',
    default: null,
    env: 'XIANGYU_NODE_PUBLIC_ADDRESS',
    description:
      'host name or IPv4 address, with :PORT where another one is forwarded, under which members’ nodes reach the own node',
  },
  'core-port': {
    kind: 'number',
    range: port,
    default: 12_539,
    env: 'XIANGYU_CORE_PORT',
    description: 'port of the own Core Space RPC, on 127.0.0.1 only; 0 takes a free one',
  },
  'espace-port': {
    kind: 'number',
    range: port,
    default: 8545,
    env: 'XIANGYU_ESPACE_PORT',
    description: 'port of the own eSpace RPC, on every interface; 0 takes a free one',
  },
  'espace-ws-port': {
    kind: 'number',
    range: port,
    default: 8546,
    env: 'XIANGYU_ESPACE_WS_PORT',
    description: 'port of the own eSpace WebSocket RPC, on every interface; 0 takes a free one',
  },
  'master-key-file': {
    kind: 'text',
    default: null,
    env: 'XIANGYU_MASTER_KEY_FILE',
    description: 'file of the master key; by default keys/master.key in the data folder, made when missing',
  },
  'master-key-command': {
    kind: 'text',
    default: null,
    env: 'XIANGYU_MASTER_KEY_COMMAND',
    secret: true,
    description:
      'program that prints the master key; the key itself may also be in XIANGYU_MASTER_KEY, never in a flag',
  },
  origin: {
    kind: 'text',
    default: 'xiangyu.local/evidence',
    env: 'XIANGYU_ORIGIN',
    description: 'name of the evidence log in its checkpoints; never change it once records exist',
  },
  'anchor-interval': {
    kind: 'number',
    range: [0, 86_400_000],
    default: 2000,
    env: 'XIANGYU_ANCHOR_INTERVAL',
    description: 'least milliseconds between two checkpoints on the chain',
  },
  'request-limit': {
    kind: 'number',
    range: [60, 10_000_000],
    default: 1200,
    env: 'XIANGYU_REQUEST_LIMIT',
    description: 'most requests a minute of one address for what is public',
  },
  'clock-tolerance': {
    kind: 'number',
    range: [0, 86_400_000],
    default: 300_000,
    env: 'XIANGYU_CLOCK_TOLERANCE',
    description: 'milliseconds by which the clock of whoever records an event may be ahead',
  },
  'smtp-url': {
    kind: 'text',
    default: null,
    env: 'XIANGYU_SMTP_URL',
    secret: true,
    description:
      'mail server, such as smtp://user@mail.example.org:587; without it no mail is sent. The password: smtp-password-file or XIANGYU_SMTP_PASSWORD',
  },
  'smtp-from': {
    kind: 'text',
    default: 'Xiangyu <no-reply@localhost>',
    env: 'XIANGYU_SMTP_FROM',
    description: 'sender of the mail',
  },
  'smtp-password-file': {
    kind: 'text',
    default: null,
    env: 'XIANGYU_SMTP_PASSWORD_FILE',
    description: 'file with the password of the mail server',
  },
  'allow-private-urls': {
    kind: 'switch',
    default: false,
    env: 'XIANGYU_ALLOW_PRIVATE_URLS',
    description: 'let members name private addresses for webhooks, identity providers and connectors',
  },
  demo: {
    kind: 'switch',
    default: false,
    env: 'XIANGYU_DEMO',
    description: 'load the demonstration alliance and its two products',
  },
  'log-level': {
    kind: 'text',
    default: 'info',
    env: 'XIANGYU_LOG_LEVEL',
    description: 'trace, debug, info, warn, error or silent',
  },
} as const satisfies Record<string, OptionDescriptor>;

/** Name of an option. */
export type OptionName = keyof typeof optionTable;

type Widen<D extends OptionDescriptor> =
  | (D['kind'] extends 'text' ? string : D['kind'] extends 'number' ? number : boolean)
  | (null extends D['default'] ? null : never);

/** All options with their values. */
export type Options = { readonly [Name in OptionName]: Widen<(typeof optionTable)[Name]> };
