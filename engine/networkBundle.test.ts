import { expect, test } from 'vitest';
import { chainRules } from './chainRules.ts';
import { checkBundle, type NetworkBundle, parseNodeUrl, toNodeUrl } from './networkBundle.ts';

const bundle: NetworkBundle = {
  format: 'xiangyu-network-bundle/1',
  member: 'green-valley',
  createdAt: '2026-05-01T08:00:00.000Z',
  chain: {
    coreChainId: 7001,
    evmChainId: 7002,
    genesisHash: `0x${'ab'.repeat(32)}`,
    blockIntervalMs: 500,
    rules: { ...chainRules },
    genesisCoreKeys: [],
    genesisEspaceKeys: [`0x${'11'.repeat(32)}`],
  },
  bootnodes: [{ publicKey: `0x${'cd'.repeat(64)}`, host: 'node.example.org', port: 32323 }],
  platform: { url: 'https://platform.example.org' },
  log: { origin: 'example.org/log', logKey: 'example.org/log+00000000+AAAA', contract: null },
  alliance: null,
};

test('a bundle survives its file, and its nodes are named as the configuration names them', () => {
  expect(checkBundle(JSON.parse(JSON.stringify(bundle)))).toEqual(bundle);
  const [node] = bundle.bootnodes;
  expect(node && parseNodeUrl(toNodeUrl(node))).toEqual(node);
  expect(() => parseNodeUrl('cfxnode://12@host:1')).toThrow(expect.objectContaining({ code: 'ENGINE_INVALID_OPTION' }));
});

test.each([
  [null, 'it has not the form of one'],
  [{ format: 'xiangyu-charter/1' }, 'it has not the form of one'],
  [{ ...bundle, format: 'xiangyu-network-bundle/2' }, 'this program reads version 1'],
  [{ ...bundle, platform: { url: 'javascript:alert(1)' } }, 'its platform.url is not an http(s) address'],
  [{ ...bundle, chain: { ...bundle.chain, genesisHash: undefined } }, 'its chain.genesisHash is missing'],
  [{ ...bundle, chain: { ...bundle.chain, genesisEspaceKeys: ['0x12'] } }, 'is not a list of private keys'],
  [{ ...bundle, bootnodes: [] }, 'its bootnodes is not a list of nodes'],
  [{ ...bundle, bootnodes: [{ ...bundle.bootnodes[0], host: 'a b' }] }, 'its bootnodes[0].host is not a host name'],
  [
    { ...bundle, chain: { ...bundle.chain, rules: { ...chainRules, cip645_transition_height: 9 } } },
    'cip645_transition_height is 9 in that network and 1 in this program',
  ],
])('%# what cannot be joined is refused by its reason', (given, problem) => {
  expect(() => checkBundle(given)).toThrow(expect.objectContaining({ code: 'ENGINE_BUNDLE_INVALID' }));
  expect(() => checkBundle(given)).toThrow(problem);
});
