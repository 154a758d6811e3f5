/** The two spaces, as the paths of the gateway name them. */
export type GatewaySpace = 'espace' | 'core';

/** What a call costs of its caller's allowance, beyond 1: calls that make the node execute or search. */
const heavy: ReadonlyMap<string, number> = new Map([
  ['eth_call', 2],
  ['cfx_call', 2],
  ['eth_estimateGas', 4],
  ['cfx_estimateGasAndCollateral', 4],
  ['eth_getLogs', 5],
  ['cfx_getLogs', 5],
  ['eth_getBlockReceipts', 5],
]);

const espaceReading = [
  'eth_blockNumber',
  'eth_call',
  'eth_chainId',
  'eth_estimateGas',
  'eth_feeHistory',
  'eth_gasPrice',
  'eth_getBalance',
  'eth_getBlockByHash',
  'eth_getBlockByNumber',
  'eth_getBlockReceipts',
  'eth_getBlockTransactionCountByHash',
  'eth_getBlockTransactionCountByNumber',
  'eth_getCode',
  'eth_getLogs',
  'eth_getStorageAt',
  'eth_getTransactionByBlockHashAndIndex',
  'eth_getTransactionByBlockNumberAndIndex',
  'eth_getTransactionByHash',
  'eth_getTransactionCount',
  'eth_getTransactionReceipt',
  'eth_maxPriorityFeePerGas',
  'eth_syncing',
  'net_version',
  'web3_clientVersion',
];

const coreReading = [
  'cfx_call',
  'cfx_checkBalanceAgainstTransaction',
  'cfx_clientVersion',
  'cfx_epochNumber',
  'cfx_estimateGasAndCollateral',
  'cfx_feeHistory',
  'cfx_gasPrice',
  'cfx_getAccount',
  'cfx_getAdmin',
  'cfx_getBalance',
  'cfx_getBestBlockHash',
  'cfx_getBlockByBlockNumber',
  'cfx_getBlockByEpochNumber',
  'cfx_getBlockByHash',
  'cfx_getBlockRewardInfo',
  'cfx_getBlocksByEpoch',
  'cfx_getCode',
  'cfx_getCollateralForStorage',
  'cfx_getConfirmationRiskByHash',
  'cfx_getLogs',
  'cfx_getNextNonce',
  'cfx_getSkippedBlocksByEpoch',
  'cfx_getSponsorInfo',
  'cfx_getStakingBalance',
  'cfx_getStatus',
  'cfx_getStorageAt',
  'cfx_getSupplyInfo',
  'cfx_getTransactionByHash',
  'cfx_getTransactionReceipt',
  'cfx_maxPriorityFeePerGas',
];

/** What the gateway passes on. Nothing that changes a node, and none of its test and debug methods, can ever be added here. */
export const gatewayMethods: Readonly<
  Record<GatewaySpace, { reading: ReadonlySet<string>; sending: ReadonlySet<string> }>
> = {
  espace: { reading: new Set(espaceReading), sending: new Set(['eth_sendRawTransaction']) },
  core: { reading: new Set(coreReading), sending: new Set(['cfx_sendRawTransaction']) },
};

/** How much of an allowance a call takes. */
export const costOf = (method: string): number => heavy.get(method) ?? 1;
