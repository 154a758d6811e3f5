import type { OwnNode } from '../alliance/index.ts';
import type { MasterKeySource } from '../ledger/index.ts';

/** What a server process is told. Secrets are named by their files only. */
export interface ServeOptions {
  host: string;
  /** 0 takes any free port. */
  port: number;
  databaseUrl: string;
  /** eSpace addresses in order of preference. */
  espaceUrls: [string, ...string[]];
  coreUrl?: string;
  /** Without it the node must answer at the start, to be asked. */
  evmChainId?: number;
  /** Data folder of a node on this machine, to measure disk and memory. */
  nodeDataDir?: string;
  /** Holds auth.secret, webhook.secret and, unless `masterKey` says otherwise, master.key; each is made when missing. */
  secretsDir: string;
  /** Folder of the files that hosted connectors deliver; `exchange` beside the secrets unless given. */
  exchangeDir?: string;
  /** Where the master key comes from; never the key itself. */
  masterKey?: MasterKeySource;
  /** Private key of a funded account on a chain of our own. */
  genesisKeyFile?: string;
  /** The node on this machine that the platform started, so that other nodes can join its network. */
  ownNode?: Omit<OwnNode, 'genesisCoreKeys' | 'genesisEspaceKeys'>;
  /** Folder of the built console. */
  consoleDir?: string;
  /** Name of the evidence log in its checkpoints. */
  origin: string;
  /** Where browsers reach the platform through a reverse proxy. */
  publicUrl?: string;
  demo: boolean;
  /** Most requests a minute of one address for what is public. */
  publicRequestsPerMinute?: number;
  /** How far the clock of whoever records an event may be ahead; 5 minutes when it is left out. */
  clockToleranceMs?: number;
  anchorIntervalMs?: number;
  /** The mail server; the password is in the file or in XIANGYU_SMTP_PASSWORD. */
  smtp?: { url: string; from: string; passwordFile?: string };
  /** Whether members may name private addresses, such as for webhooks. */
  allowPrivateUrls?: boolean;
}
