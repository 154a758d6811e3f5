import type { Logger } from '../host/index.ts';
import type { NodePorts } from './choosePorts.ts';
import { engineErrors } from './errors.ts';
import type { SyncProgress } from './waitUntilReady.ts';

/** Bytes as `0x` and hexadecimal digits. */
export type Hex = `0x${string}`;

/** What a node is started with. Every node of one chain needs the same chain ids and genesis keys. */
export interface NodeOptions {
  /** Holds all the node writes: chain, keys, configuration, logs. */
  dataDir: string;
  logger: Logger;
  signal: AbortSignal;
  ports: NodePorts;
  /** Core Space chain id. */
  chainId: number;
  /** eSpace chain id. */
  evmChainId: number;
  /** True: makes a block each interval. False: follows its peers. */
  mining: boolean;
  blockIntervalMs?: number;
  /** Private keys of the eSpace accounts that begin with 10,000 CFX each. */
  genesisEspaceKeys: readonly Hex[];
  /** Private keys of the Core Space accounts that begin with 10,000 CFX each. */
  genesisCoreKeys: readonly Hex[];
  /** `cfxnode://…` addresses of other nodes. */
  bootnodes?: readonly string[];
  /** The host name or IPv4 address under which other nodes reach this one; 127.0.0.1 by default. */
  publicAddress?: string;
  /** The port there, where it is not `ports.tcp`. */
  publicPort?: number;
  /** First block of the chain that is to be joined; a node that makes another one is stopped. */
  expectedGenesisHash?: Hex;
  /** Told how far the node has come, until it is ready. */
  onProgress?: (progress: SyncProgress) => void;
}

function refuse(option: string, reason: string): never {
  throw engineErrors.invalidOption({ option, reason });
}

/**
 * Checks what a person can get wrong, before anything is written.
 * @throws ENGINE_INVALID_OPTION
 */
export function assertValidOptions(options: NodeOptions): void {
  const { chainId, evmChainId, blockIntervalMs = 500 } = options;
  for (const [name, port] of Object.entries(options.ports))
    if (!Number.isInteger(port) || port < 0 || port > 65_535) refuse(`ports.${name}`, `${port} is not a port`);
  for (const [name, id] of Object.entries({ chainId, evmChainId }))
    if (!Number.isInteger(id) || id < 1 || id > 0xffff_ffff) refuse(name, `${id} is not a whole number above 0`);
  if (chainId === evmChainId) refuse('evmChainId', 'it must differ from the Core Space chain id');
  if (!Number.isInteger(blockIntervalMs) || blockIntervalMs < 50 || blockIntervalMs > 600_000)
    refuse('blockIntervalMs', `${blockIntervalMs} is not between 50 and 600000`);
  for (const key of [...options.genesisEspaceKeys, ...options.genesisCoreKeys])
    if (!/^0x[0-9a-fA-F]{64}$/.test(key)) refuse('genesis keys', 'one of them is not 32 bytes in hexadecimal');
  const { publicAddress, publicPort } = options;
  // The node's own configuration takes what stands behind a colon for a port.
  if (publicAddress !== undefined && !/^[A-Za-z0-9.-]{1,253}$/.test(publicAddress))
    refuse('publicAddress', `${publicAddress} is not a host name or IPv4 address`);
  if (publicPort !== undefined && !(Number.isInteger(publicPort) && publicPort > 0 && publicPort <= 65_535))
    refuse('publicPort', `${publicPort} is not a port`);
  for (const bootnode of options.bootnodes ?? [])
    if (!/^cfxnode:\/\/[0-9a-f]{128}@[^\s,@]+:\d+$/.test(bootnode))
      refuse('bootnodes', `${bootnode} is not cfxnode://<128 hexadecimal digits>@HOST:PORT`);
}
