import { parse } from 'smol-toml';
import { expect, test } from 'vitest';
import { type BuildTomlParameters, buildLogConfig, buildToml, layoutPaths } from './buildConfig.ts';

const parameters: BuildTomlParameters = {
  paths: layoutPaths(`/srv/the bureau's "data"/node`),
  ports: { tcp: 32323, coreLocal: 12539, espaceHttp: 8545, espaceWs: 8546 },
  chainId: 7001,
  evmChainId: 7002,
  producer: { blockIntervalMs: 500, author: `0x1${'0'.repeat(39)}` },
  bootnodes: [],
  publicAddress: '127.0.0.1',
  publicPort: null,
  networkKey: 'a'.repeat(64),
  posKeyPassword: 'b'.repeat(64),
};

test('the TOML says what the options say, whatever the folder is called', () => {
  expect(parse(buildToml(parameters))).toMatchObject({
    mode: 'dev',
    dev_block_interval_ms: 500,
    mining_author: `0x1${'0'.repeat(39)}`,
    conflux_data_dir: `/srv/the bureau's "data"/node/chain`,
    chain_id: 7001,
    evm_chain_id: 7002,
    udp_port: 32323,
    jsonrpc_local_http_port: 12539,
    jsonrpc_http_eth_port: 8545,
    jsonrpc_ws_eth_port: 8546,
  });
});

test('public ports never carry the test or debug methods and Core Space has no public port', () => {
  const toml = parse(buildToml(parameters));
  expect(toml.public_evm_rpc_apis).toBe('evm');
  expect(toml).not.toHaveProperty('jsonrpc_http_port');
  expect(toml).not.toHaveProperty('jsonrpc_ws_port');
});

test('a follower makes no blocks and knows its bootnodes', () => {
  const bootnodes = [`cfxnode://${'1'.repeat(128)}@10.0.0.1:32323`, `cfxnode://${'2'.repeat(128)}@10.0.0.2:32323`];
  const toml = parse(buildToml({ ...parameters, producer: null, bootnodes }));
  expect(toml).not.toHaveProperty('dev_block_interval_ms');
  expect(toml.dev_pack_tx_immediately).toBe(false);
  expect(toml.bootnodes).toBe(bootnodes.join(','));
});

test('logs are rotated below 20 MB', () => {
  const config = JSON.parse(buildLogConfig(parameters.paths, true));
  expect(config.appenders.file.policy).toMatchObject({ trigger: { limit: '4 mb' }, roller: { count: 3 } });
});
