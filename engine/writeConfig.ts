import { chmod, copyFile, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ensureWritableFolder, readOrCreateSecret } from '../host/index.ts';
import { buildLogConfig, buildToml, type NodePaths } from './buildConfig.ts';
import type { NodePorts } from './choosePorts.ts';
import { engineErrors } from './errors.ts';
import { authorOf, publicKeyOf } from './nodeKey.ts';
import type { NodeOptions } from './nodeOptions.ts';

const posPackage = '@xcfx/node';

async function writePrivate(file: string, text: string): Promise<void> {
  await writeFile(file, text, { mode: 0o600 });
  await chmod(file, 0o600);
}

/** Puts the PoS genesis next to the key that the node will write there; with it PoS is enabled but inert. */
async function copyPosFiles(posDir: string): Promise<void> {
  try {
    const root = dirname(createRequire(import.meta.url).resolve(`${posPackage}/package.json`));
    const source = join(root, 'configs', 'pos_config');
    for (const name of ['genesis_file', 'initial_nodes.json']) await copyFile(join(source, name), join(posDir, name));
    const config = await readFile(join(source, 'pos_config.yaml'), 'utf8');
    // The PoS log is not rotated, so only what matters may go there.
    await writeFile(join(posDir, 'pos_config.yaml'), config.replace(/level: INFO/, 'level: ERROR'));
  } catch (cause) {
    const reason = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause);
    throw engineErrors.notInstalled({ package: posPackage, reason }, { cause });
  }
}

/**
 * Writes everything the node reads: keys (made once), genesis accounts, PoS genesis, log configuration, TOML.
 * @returns the node's `cfxnode://` address, for other nodes' `bootnodes`
 */
export async function writeConfig(options: NodeOptions, paths: NodePaths, ports: NodePorts): Promise<string> {
  for (const folder of [paths.secretsDir, paths.posDir, paths.logDir, paths.chainDir])
    await ensureWritableFolder(folder);
  const secret = (name: string) => readOrCreateSecret(join(paths.secretsDir, name));
  const networkKey = await secret('network.key');
  const posKeyPassword = await secret('pos-password.key');
  const publicKey = publicKeyOf(networkKey).toString('hex');
  const lines = (keys: readonly string[]) => keys.map((key) => `${key.slice(2).toLowerCase()}\n`).join('');
  await writePrivate(join(paths.secretsDir, 'genesis-core.txt'), lines(options.genesisCoreKeys));
  await writePrivate(join(paths.secretsDir, 'genesis-espace.txt'), lines(options.genesisEspaceKeys));
  await copyPosFiles(paths.posDir);
  const { bootnodes = [], blockIntervalMs = 500, chainId, evmChainId } = options;
  const { publicAddress = '127.0.0.1', publicPort = null } = options;
  await writeFile(paths.logConfigFile, buildLogConfig(paths, bootnodes.length === 0));
  const producer = options.mining ? { blockIntervalMs, author: authorOf(`0x${publicKey}`) } : null;
  const identity = { networkKey, posKeyPassword, publicAddress, publicPort, bootnodes };
  await writePrivate(paths.configFile, buildToml({ paths, ports, chainId, evmChainId, producer, ...identity }));
  return `cfxnode://${publicKey}@${publicAddress}:${publicPort ?? ports.tcp}`;
}
