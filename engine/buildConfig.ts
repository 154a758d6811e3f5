import { join } from 'node:path';
import { stringify } from 'smol-toml';
import { chainRules } from './chainRules.ts';
import type { NodePorts } from './choosePorts.ts';

/** Where a node keeps what, below its data folder. All absolute: the node changes its working directory. */
export interface NodePaths {
  dataDir: string;
  chainDir: string;
  posDir: string;
  logDir: string;
  secretsDir: string;
  configFile: string;
  logConfigFile: string;
  /** Standard output and error of the node's process. */
  outputFile: string;
  previousOutputFile: string;
}

/** @param dataDir an absolute path */
export function layoutPaths(dataDir: string): NodePaths {
  return {
    dataDir,
    chainDir: join(dataDir, 'chain'),
    posDir: join(dataDir, 'pos'),
    logDir: join(dataDir, 'log'),
    secretsDir: join(dataDir, 'secrets'),
    configFile: join(dataDir, 'node.toml'),
    logConfigFile: join(dataDir, 'log.yaml'),
    outputFile: join(dataDir, 'log', 'output.log'),
    previousOutputFile: join(dataDir, 'log', 'output.1.log'),
  };
}

export interface BuildTomlParameters {
  paths: NodePaths;
  ports: NodePorts;
  chainId: number;
  evmChainId: number;
  /** Null makes a follower. `author` is the Core Space address of the block rewards. */
  producer: { blockIntervalMs: number; author: string } | null;
  bootnodes: readonly string[];
  publicAddress: string;
  /** Where `publicAddress` forwards another port to the node's; null where it is the node's own. */
  publicPort: number | null;
  /** Hex without 0x. */
  networkKey: string;
  posKeyPassword: string;
}

/** The node's TOML for a private chain. It carries secrets: its file is mode 0600. */
export function buildToml(p: BuildTomlParameters): string {
  const { paths, ports, producer } = p;
  return stringify({
    ...chainRules,
    ...(producer
      ? { dev_block_interval_ms: producer.blockIntervalMs, mining_author: producer.author }
      : { dev_pack_tx_immediately: false }),
    conflux_data_dir: paths.chainDir,
    chain_id: p.chainId,
    evm_chain_id: p.evmChainId,
    tcp_port: ports.tcp,
    udp_port: ports.tcp,
    public_address: p.publicAddress,
    ...(p.publicPort === null ? {} : { public_tcp_port: p.publicPort }),
    net_key: p.networkKey,
    ...(p.bootnodes.length > 0 ? { bootnodes: p.bootnodes.join(',') } : {}),
    session_ip_limits: '0,0,0,0',
    subnet_quota: 0,
    min_phase_change_normal_peer_count: 1,
    dev_allow_phase_change_without_peer: true,
    jsonrpc_local_http_port: ports.coreLocal,
    jsonrpc_http_keep_alive: true,
    jsonrpc_http_eth_port: ports.espaceHttp,
    jsonrpc_ws_eth_port: ports.espaceWs,
    public_evm_rpc_apis: 'evm',
    genesis_secrets: join(paths.secretsDir, 'genesis-core.txt'),
    genesis_evm_secrets: join(paths.secretsDir, 'genesis-espace.txt'),
    node_type: 'archive',
    block_db_type: 'sqlite',
    persist_tx_index: true,
    executive_trace: true,
    poll_lifetime_in_seconds: 600,
    tx_pool_size: 200_000,
    // The cache of the state grows as it is used; by default the node sets some 470 MB aside for it at the start.
    storage_delta_mpts_cache_start_size: 100_000,
    storage_delta_mpts_slab_idle_size: 20_000,
    pos_config_path: join(paths.posDir, 'pos_config.yaml'),
    pos_initial_nodes_path: join(paths.posDir, 'initial_nodes.json'),
    pos_private_key_path: join(paths.posDir, 'pos_key'),
    dev_pos_private_key_encryption_password: p.posKeyPassword,
  });
}

/** The log4rs configuration: at most four files of 4 MB. JSON is YAML 1.2, so no YAML writer is needed. */
export function buildLogConfig(paths: NodePaths, alone: boolean): string {
  const config = {
    refresh_rate: '30 seconds',
    appenders: {
      file: {
        kind: 'rolling_file',
        path: join(paths.logDir, 'conflux.log'),
        encoder: { pattern: '{d(%Y-%m-%dT%H:%M:%S%.3fZ)(utc)} {l} {t} - {m:.2000}{n}' },
        policy: {
          kind: 'compound',
          trigger: { kind: 'size', limit: '4 mb' },
          roller: { kind: 'fixed_window', pattern: join(paths.logDir, 'conflux.{}.log'), count: 3 },
        },
      },
    },
    root: { level: 'warn', appenders: ['file'] },
    loggers: {
      client: { level: 'info' },
      xcfx_node: { level: 'info' },
      'cfxcore::sync::synchronization_phases': { level: 'info' },
      // A node that has no peers by design would warn of it every second.
      ...(alone ? { 'network::service': { level: 'error' } } : {}),
    },
  };
  return `${JSON.stringify(config, null, 2)}\n`;
}
