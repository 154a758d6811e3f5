import { defineErrors } from '../../../errors.ts';

export const verifyErrors = defineErrors('verify', {
  nodeUnreachable: {
    status: 503,
    retryable: true,
    cause: 'The node at {url} does not answer {method}: {problem}.',
    next: 'Check the address of its eSpace RPC and try again.',
    zh: { cause: '{url} 的节点没有应答 {method}：{problem}。', next: '请核对其 eSpace RPC 地址，然后重试。' },
  },
  noAlliance: {
    status: 400,
    retryable: false,
    cause: 'There is no alliance at {governor} on chain {chainId}.',
    next: 'Check the address of the governor, and that the node is of the right chain.',
    zh: { cause: '链 {chainId} 的 {governor} 上没有联盟。', next: '请核对表决合约的地址，并确认节点属于正确的链。' },
  },
});
